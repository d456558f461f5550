"""Questions to a profile: a flow with no window in it.

Comes in: answers. Goes out: a Profile and what to ask next.
May import: domain.
"""
