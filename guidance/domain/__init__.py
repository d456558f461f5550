"""The nouns every other room speaks in.

Comes in: nothing. Goes out: frozen dataclasses and closed vocabularies.
May import: the standard library only. No input or output, no clock, no randomness.
"""
