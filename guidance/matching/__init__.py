"""A profile, the catalogue and a date to matches, routes and reasons.

Comes in: Profile, Catalogue, date. Goes out: Matches, WhyNot, Way.
May import: domain. Deterministic: no clock, no randomness, no files.
"""
