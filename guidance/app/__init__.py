"""The one road that every change takes: session, actions, settings, paths, faults. No Qt.

Comes in: what a screen or a command asks for. Goes out: nouns, Changes or a KnownError.
May import: every room above it except content.
"""
