"""Whether to keep what is typed, and how it is locked: the person chooses."""
