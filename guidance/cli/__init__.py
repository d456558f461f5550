"""The command line: a thin face on app.

Comes in: arguments and standard input. Goes out: results on stdout, one sentence on stderr.
May import: domain, app, content; loads ui late, only when the window is asked for.
"""
