"""A document as a tree of blocks: what every output format is made from.

The tree is small on purpose. Text runs carry only bold, italic and a link.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one kind."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


Inline = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1-4, one level 1 in a document."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    ``role`` is body, lead, meta, note, warning, small, reason (for) or counter (against).
    """

    runs: Inline
    role: str = "body"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, numbered or not.

    ``role`` is ``plain``, ``tick`` (boxes to tick on paper) or ``sources``. With an ``anchor``,
    the items can be linked to as ``#anchor-1`` and so on.
    """

    items: tuple[Inline, ...]
    ordered: bool = False
    role: str = "plain"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; ``row_headers`` makes the first cell of each row a header.

    ``widths`` are relative, one per column. ``role`` is ``plain``, ``facts`` (labels and
    answers), ``actions`` (a box to tick before each row) or ``log`` (rows to write in).
    """

    caption: str
    header: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    row_headers: bool = True
    widths: tuple[float, ...] = ()
    role: str = "plain"


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as SVG text with its alternative text; width in millimetres."""

    svg: str
    alt: str
    caption: str = ""
    width_mm: float = 160.0


@dataclass(frozen=True, slots=True)
class WriteSpace:
    """Ruled lines to write on, with a label."""

    label: str
    lines: int = 3


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Start a new page here in paged output."""


Block = Heading | Paragraph | ListBlock | Table | Figure | WriteSpace | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``edition`` names its layout; ``date`` is an ISO day."""

    title: str
    subject: str
    language: str
    date: str
    edition: str
    blocks: tuple[Block, ...]
    footer: str = ""
    author: str = "Waymark"
