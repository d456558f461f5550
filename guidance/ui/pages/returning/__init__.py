"""The coming back page: options, arithmetic and the log."""
