"""The role page: what the work is like and the ways there for this person."""
