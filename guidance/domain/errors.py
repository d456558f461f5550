"""Errors that are the world's fault, told in one sentence with what to do about it."""


class KnownError(Exception):
    """A problem the person can act on: ``what`` is wrong and what to ``do``.

    Anything that is not a :class:`KnownError` is a bug and goes to the fault window.
    """

    def __init__(self, what: str, do: str = "") -> None:
        """Keep both halves; ``str(error)`` is one line that joins them."""
        super().__init__(what, do)
        self.what = what
        self.do = do

    def __str__(self) -> str:
        """One line: what is wrong, then what to do."""
        return f"{self.what} {self.do}".strip()
