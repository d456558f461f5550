"""The window: Qt and nothing else.

Comes in: the app room's session. Goes out: what people see, hear and press.
May import: domain, app; PySide6.
"""
