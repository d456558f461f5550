"""Everything told so far, in words, each with a way to change it."""
