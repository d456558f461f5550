"""The catalogue: everything the bundled store holds, as nouns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidance.domain.dated import Provenance, Source, Statement
from guidance.domain.guide import Comparison, Evidence, Guide
from guidance.domain.register import Register, ReturnSupport
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.story import CaseStudy, Journey
from guidance.domain.vocabulary import RegisterId


@dataclass(frozen=True, slots=True)
class InterestItem:
    """An activity statement for one Holland type (letter R I A S E C)."""

    id: str
    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value or a strength that a person can pick; ``phrases`` are the words that mean it."""

    id: str
    title: str
    meaning: str
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConstraintKind:
    """A circumstance a person can set, with the phrases that mean it and its value's unit."""

    id: str
    title: str
    help: str
    unit: str = ""
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Qualification:
    """A qualification people type: RQF level 1-8, subject id, typed forms.

    ``scqf`` is the level in Scotland (1-12). ``tests`` are tests it also
    meets (``english``, ``maths``).
    """

    id: str
    title: str
    level: int | None
    scqf: int | None = None
    subject: str | None = None
    typed: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class PayBand:
    """Basic pay of a band for a nation and year (``2025-26``), pounds a year, whole time."""

    nation: str
    year: str
    band: str
    entry: int
    top: int
    middle: int | None = None
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class LadderLevel:
    """One level of a ladder, with example roles."""

    id: str
    name: str
    rank: int
    what_you_do: str = ""
    needs: tuple[str, ...] = ()
    typical_band: str | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """A framework with named levels."""

    id: str
    title: str
    publisher: str
    purpose: str
    levels: tuple[LadderLevel, ...]
    staff_groups: tuple[str, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A way of developing: secondment, shadowing, mentoring."""

    id: str
    title: str
    what: str
    duration: str = ""
    suits: str = ""
    works_when: tuple[str, ...] = ()
    how_to_start: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
    evidence: str = ""
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to read, use or join, with its present status.

    ``pay_of`` names a register whose people are not on the bands, where this tells their pay.
    """

    id: str
    title: str
    kind: str
    publisher: str
    offers: str
    status: str = ""
    use_in_plan: str = ""
    pay_of: RegisterId | None = None
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard that evidence can serve: revalidation, CPD, Gatsby."""

    id: str
    title: str
    publisher: str
    summary: str
    items: tuple[Statement, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Funding:
    """Money for study, by nation and year. ``amount`` is the words shown."""

    id: str
    title: str
    who: str
    what: str
    amount: str = ""
    year: str = ""
    route_kinds: tuple[str, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class OutsideGroup:
    """A group of trades outside health and care, and the roles their people often move to."""

    id: str
    title: str
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    why: str
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words that mean the same in people's own phrases; ``topic`` is the word they fold to."""

    topic: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question an adviser can ask, by topic."""

    id: str
    topic: str
    question: str
    listen_for: str = ""
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All records of the store, keyed by id; sequences keep the order of the sources.

    ``version`` is the content version and ``newest`` the ISO date of the newest source read.
    """

    version: str
    newest: str
    sources: Mapping[str, Source] = field(default_factory=dict[str, Source])
    roles: Mapping[str, Role] = field(default_factory=dict[str, Role])
    routes: Mapping[str, Route] = field(default_factory=dict[str, Route])
    journeys: Mapping[str, Journey] = field(default_factory=dict[str, Journey])
    case_studies: Mapping[str, CaseStudy] = field(default_factory=dict[str, CaseStudy])
    registers: Mapping[str, Register] = field(default_factory=dict[str, Register])
    return_support: tuple[ReturnSupport, ...] = ()
    ladders: Mapping[str, Ladder] = field(default_factory=dict[str, Ladder])
    interest_items: tuple[InterestItem, ...] = ()
    values: Mapping[str, Choice] = field(default_factory=dict[str, Choice])
    strengths: Mapping[str, Choice] = field(default_factory=dict[str, Choice])
    constraints: Mapping[str, ConstraintKind] = field(default_factory=dict[str, ConstraintKind])
    qualifications: Mapping[str, Qualification] = field(default_factory=dict[str, Qualification])
    pay: tuple[PayBand, ...] = ()
    funding: Mapping[str, Funding] = field(default_factory=dict[str, Funding])
    mechanisms: Mapping[str, Mechanism] = field(default_factory=dict[str, Mechanism])
    resources: Mapping[str, Resource] = field(default_factory=dict[str, Resource])
    standards: Mapping[str, Standard] = field(default_factory=dict[str, Standard])
    outside_groups: tuple[OutsideGroup, ...] = ()
    word_groups: tuple[WordGroup, ...] = ()
    unlisted_titles: tuple[str, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict[str, Evidence])
    comparisons: Mapping[str, Comparison] = field(default_factory=dict[str, Comparison])
    guides: Mapping[str, Guide] = field(default_factory=dict[str, Guide])
