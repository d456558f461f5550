"""How long each kind of fact is relied on, in months after its sources were last read.

Pay and money change with the financial year. Rules of registers may change on any day and decide
what a person may lawfully do, so they are read again most often. What one person or one employer
really did stays true: stories, case studies and papers have no limit of their own.
"""

PAY = 12
MONEY = 12
RULES = 6
ROUTES = 12
PROSE = 24
