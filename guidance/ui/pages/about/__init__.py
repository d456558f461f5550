"""Who made this, how far to trust it, where its facts come from, and the keys."""
