"""The only room that speaks SQL: the catalogue (read-only) and people's records (encrypted).

Comes in: paths, nouns. Goes out: nouns.
May import: domain; sqlite3, sqlite_utils, sqlcipher3, cryptography.
"""
