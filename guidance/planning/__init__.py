"""A match, its gaps and options to a plan; edits to a plan, with undo.

Comes in: Match, ReturnAnswer, Profile, date. Goes out: Plan.
May import: domain.
"""
