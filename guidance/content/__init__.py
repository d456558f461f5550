"""YAML sources to checked records to the built catalogue.

Comes in: the files under db/source. Goes out: problems, all at once, or db/catalogue.sqlite.
May import: domain, store; yaml.
"""
