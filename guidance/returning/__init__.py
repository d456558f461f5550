"""A registration, dated rules and a date to what coming back asks and what is still short.

Comes in: Registration, Register, date, log. Goes out: ReturnAnswer.
May import: domain. Knows no regulator by name: rules are data.
"""
