"""Registers and their dated rules for coming back, held as data.

The engine in the returning room reads these; it knows no regulator by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guidance.domain.dated import Provenance
from guidance.domain.vocabulary import RegisterId

Value = Any  # plain: text, a number, true or false, nothing, or a list or named values of these


@dataclass(frozen=True, slots=True)
class ReturnRule:
    """One rule: ``when`` it applies (field tests) and what it ``asks``.

    ``kind`` names what the rule settles: ``parts``, ``practising``, ``route``, ``updating-days``,
    ``day-length``, ``mix``, ``window``, ``supervisor``, ``hours``, ``cpd``, ``test``,
    ``evidence``, ``process`` or ``limit``. A field test is a plain value (it must equal), or named
    limits: ``min``, ``max`` (that value included), ``over``, ``under`` (not included), ``is`` (any
    of a list); ``assume: true`` takes an untold field to hold, and asks. ``any_of`` and ``all_of``
    join tests. ``confidence`` is verified, secondary, historic or derived.
    docs/decisions/0005-return-rules.md tells what each kind asks.
    """

    id: str
    kind: str
    says: str
    when: Mapping[str, Value] = field(default_factory=dict[str, Value])
    asks: Mapping[str, Value] = field(default_factory=dict[str, Value])
    confidence: str = "verified"
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Boundary:
    """A case the wording leaves open: how we treat it, why, and whom to ask."""

    case: str
    treat_as: str
    why: str
    ask: str
    field_name: str = ""
    at: float | None = None
    flag: str = ""
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee in pounds; ``amount`` None where no page read gives it."""

    item: str
    amount: float | None
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Register:
    """A professional register with its parts and rules. ``contact`` says whom to ask."""

    id: RegisterId
    title: str
    nation: str
    parts: tuple[str, ...]
    clock_starts: str
    contact: str
    rules: tuple[ReturnRule, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    fees: tuple[Fee, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnSupport:
    """Support or money for people coming back, by nation; no ``registers`` named means any."""

    id: str
    nation: str
    name: str
    who: str
    what: str
    amount: str = ""
    status: str = ""
    provenance: Provenance = field(default_factory=Provenance)
    registers: tuple[str, ...] = ()
