"""The preview page: the very pages that print, and saving them."""
