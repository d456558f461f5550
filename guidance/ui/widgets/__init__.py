"""The pieces that pages are made of. None of them knows the session; each tells by signal.

Every piece has an accessible name, works by keyboard alone, shows its focus, wraps its words and
grows with the text size. Colours come from the style sheet or :func:`guidance.ui.theme.colour`.
"""
