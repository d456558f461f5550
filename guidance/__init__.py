"""Waymark: an offline career guidance assistant for health and care staff in the UK."""

__version__ = "0.1.0"
