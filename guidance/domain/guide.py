"""What helps a person decide: research evidence, comparisons of two ways, and guides."""

from dataclasses import dataclass, field

from guidance.domain.dated import Provenance, Statement
from guidance.domain.vocabulary import Access


@dataclass(frozen=True, slots=True)
class Evidence:
    """A paper or report and what it found.

    It is named by title, publication and year, never by its authors: the catalogue holds no
    person's name. ``access`` says whether the reader can open it.
    """

    id: str
    title: str
    published_in: str
    design: str
    finding: str
    year: int | None = None
    access: Access = Access.UNKNOWN
    staff_groups: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    use: str = ""
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: what is good about it and what is hard."""

    name: str
    good: tuple[Statement, ...]
    hard: tuple[Statement, ...]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more ways of working side by side, with the voices that see it otherwise."""

    id: str
    title: str
    question: str
    sides: tuple[Side, ...]
    other_views: tuple[Statement, ...] = ()
    ask: tuple[str, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Transfer:
    """What a person did before, what it shows, and the roles that draw on it."""

    had: str
    shows: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guide:
    """Advice on one topic: ``points`` to use, ``watch`` for what goes wrong."""

    id: str
    title: str
    topic: str
    who: str
    stage: str = ""
    points: tuple[Statement, ...] = ()
    watch: tuple[Statement, ...] = ()
    pairs: tuple[Transfer, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
