"""A plan to a document to HTML, PDF, Word, calendar and text.

Comes in: Plan. Goes out: bytes and text in each format.
May import: domain; jinja2, typst, docx, icalendar, segno, each imported late.
"""
