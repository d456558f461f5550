"""The matches page: roles in lanes, each with its reasons and what speaks against it."""
