"""Small makers of blocks, and the numbers that sentences cite their sources by."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from guidance.domain.document import Block, Heading, Inline, ListBlock, Paragraph, Run, Table
from guidance.domain.plan import Plan

CHECK = "check before you act"


@dataclass(frozen=True, slots=True)
class Notes:
    """Turns source ids into numbered marks; ``large`` asks for pictures with big letters.

    ``heading`` and ``lead`` open the document in place of the plan's own.
    """

    plan: Plan
    large: bool = False
    heading: str = ""
    lead: str = ""
    numbers: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Number the plan's sources from 1, in their order."""
        numbers = {one.id: at for at, one in enumerate(self.plan.sources, 1)}
        object.__setattr__(self, "numbers", numbers)

    def marks(self, ids: Iterable[str | None]) -> Inline:
        """Linked numbers such as ``[3]`` for the sources known; none for the others."""
        known = dict.fromkeys(one for one in ids if one in self.numbers)
        made: list[Run] = []
        for one in known:
            number = self.numbers[one or ""]
            made += [Run(" "), Run(f"[{number}]", link=f"#source-{number}")]
        if any(source.check and source.id in known for source in self.plan.sources):
            made += [Run(" "), Run(f"({CHECK})", italic=True)]
        return tuple(made)

    def cited(self, text: str, *, bold: bool = False, check: bool = True) -> Inline:
        """A sentence of the plan with the marks of the sources behind it."""
        marks = self.marks(self.plan.cites.get(text, ()))
        if not check:
            marks = tuple(run for run in marks if not run.italic)
        return (Run(text, bold=bold), *marks)


def text(words: str, *, bold: bool = False, italic: bool = False) -> Inline:
    """Words as a run."""
    return (Run(words, bold=bold, italic=italic),)


def labelled(label: str, words: Inline) -> Inline:
    """Words after a bold label."""
    return (Run(f"{label} ", bold=True), *words)


def heading(words: str, level: int = 2, anchor: str = "") -> Heading:
    """A heading; level 2 opens a part."""
    return Heading(level, words, anchor)


def paragraph(words: str | Inline, role: str = "body") -> Paragraph:
    """A paragraph of words or runs."""
    return Paragraph(text(words) if isinstance(words, str) else words, role)


def bullets(items: Iterable[Inline], role: str = "plain") -> ListBlock:
    """A list that is not numbered."""
    return ListBlock(tuple(items), role=role)


def stacked(block: Block) -> tuple[Block, ...]:
    """A table of four columns or more as a list for each row, for large print; others as is."""
    if not isinstance(block, Table) or len(block.header) < 4 or block.role == "log":
        return (block,)
    made: list[Block] = [paragraph(text(block.caption, bold=True))] if block.caption else []
    first = 1 if block.role == "actions" else 0
    for row in block.rows:
        title = (*row[0], Run(" "), *row[1]) if first else row[0]
        rest = zip(block.header[first + 1 :], row[first + 1 :], strict=True)
        bold = tuple(Run(run.text, bold=True, link=run.link) for run in title)
        made.append(Paragraph(title if first else bold))
        made.append(bullets((*head, Run(": "), *cell) for head, cell in rest if cell))
    return tuple(made)
