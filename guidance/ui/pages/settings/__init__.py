"""How Waymark looks, where it keeps things, and how to delete them."""
