"""Hands over to the command line; with no argument that opens the window."""

import sys

from guidance.cli.commands import main

if __name__ == "__main__":
    sys.exit(main())
