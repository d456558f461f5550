"""Readers: each turns what an author wrote into a checked value, or notes what is wrong with it.

A reader takes the desk (for problems), the place and the value, and gives the checked value or
BAD. A shape is a table of keys with a reader each, and the noun to make of them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, lru_cache

from guidance.content.problems import Desk, Fault, Given, Place, nearest, shown
from guidance.content.shelf import PROSE
from guidance.content.yaml_text import NO_KEY, Rows, Table
from guidance.domain.dated import Provenance, Span, Statement, first_day, last_day
from guidance.domain.vocabulary import Basis, Nation

Reader = Callable[[Desk, Place, Given], Given]
BAD = object()
IDENT = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
FIGURE = re.compile(r"£\s?[0-9]|[0-9]\s?%")
EARLIEST, LATEST = 1900, 2100
NAMES: tuple[tuple[tuple[type, ...], str], ...] = (
    ((Table,), "a table"),
    ((Rows,), "a list"),
    ((str,), "text"),
    ((bool,), "true or false"),
    ((int, float), "a number"),
)


def wrong_type(desk: Desk, at: Place, value: Given, wanted: str) -> Given:
    """Note that a value is of the wrong type; gives BAD."""
    kind = next((name for kinds, name in NAMES if isinstance(value, kinds)), "nothing")
    held = "" if isinstance(value, (Table, Rows)) or value is None else f" ({shown(value)})"
    desk.error(Fault.WRONG_TYPE, at, f"Here stands {kind}{held}.", f"Write {wanted}.")
    return BAD


@dataclass(frozen=True, slots=True)
class Simple:
    """A reader of a value without parts, which is nearly always sound.

    ``quick`` gives what the value means, or BAD without a word; ``slow``, the reader proper, says
    what is wrong and where. Places are made for the few that need it.
    """

    quick: Callable[[Given], Given]
    slow: Reader

    def __call__(self, desk: Desk, at: Place, value: Given) -> Given:
        """Read a value at a place."""
        return self.slow(desk, at, value)


def _quick(reader: Reader) -> Callable[[Given], Given]:
    """The short way of a reader, where it has one; else one that always needs the long way."""
    return reader.quick if isinstance(reader, Simple) else _long_way


def _long_way(_: Given) -> Given:
    return BAD


@cache
def text(longest: int = 600) -> Reader:
    """A reader of one line of words, of at most ``longest`` characters."""

    def quick(value: Given) -> Given:
        if type(value) is not str:
            return BAD
        tidy = " ".join(value.split())
        return tidy if len(tidy) <= longest and tidy.isprintable() else BAD

    def read(desk: Desk, at: Place, value: Given) -> Given:
        if not isinstance(value, str):
            return wrong_type(desk, at, value, "words (in quotes if it looks like a number)")
        tidy = " ".join(value.split())
        if not tidy.isprintable():
            desk.error(
                Fault.CONTROL_CHARACTER,
                at,
                "The text holds a character that cannot be seen.",
                "Delete it; it may have come in with pasted text.",
            )
            return BAD
        if len(tidy) > longest:
            desk.error(
                Fault.TOO_LONG,
                at,
                f"The text has {len(tidy)} characters.",
                f"Shorten it to {longest} or fewer.",
            )
            return BAD
        return tidy

    return Simple(quick, read)


def ident(desk: Desk, at: Place, value: Given) -> Given:
    """A reader of an id: small letters, digits, hyphens and points."""
    if not isinstance(value, str):
        return wrong_type(desk, at, value, "an id such as adult-nurse")
    if len(value) > 120 or not IDENT.fullmatch(value):
        desk.error(
            Fault.BAD_ID,
            at,
            f"'{shown(value)}' is not an id.",
            "Use small letters, digits and hyphens, such as adult-nurse.",
        )
        return BAD
    return value


def refers(kind: str) -> Reader:
    """A reader of an id that must exist in a kind of record."""

    def read(desk: Desk, at: Place, value: Given) -> Given:
        name = ident(desk, at, value)
        if name is not BAD:
            desk.lean(kind, name, at)
        return name

    return read


def whole(low: int, high: int) -> Reader:
    """A reader of a whole number between two limits."""

    def quick(value: Given) -> Given:
        return value if type(value) is int and low <= value <= high else BAD

    def read(desk: Desk, at: Place, value: Given) -> Given:
        if isinstance(value, bool) or not isinstance(value, int):
            return wrong_type(desk, at, value, "a whole number")
        if not low <= value <= high:
            desk.error(
                Fault.BAD_RANGE,
                at,
                f"The number is {value}.",
                f"Use a number from {low} to {high}.",
            )
            return BAD
        return value

    return Simple(quick, read)


def decimal(low: float, high: float) -> Reader:
    """A reader of a number between two limits."""

    def read(desk: Desk, at: Place, value: Given) -> Given:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return wrong_type(desk, at, value, "a number")
        if not low <= value <= high:
            desk.error(
                Fault.BAD_RANGE,
                at,
                f"The number is {value}.",
                f"Use a number from {low} to {high}.",
            )
            return BAD
        return float(value)

    return read


def truth(desk: Desk, at: Place, value: Given) -> Given:
    """A reader of true or false."""
    if isinstance(value, bool):
        return value
    return wrong_type(desk, at, value, "true or false")


def word(known: type[StrEnum] | tuple[str, ...]) -> Reader:
    """A reader of one word of a closed vocabulary; gives the enum's member, or the word."""
    words = list(known) if isinstance(known, tuple) else [item.value for item in known]
    meant: dict[str, Given] = {item: item for item in words}
    if not isinstance(known, tuple):
        meant = {item.value: item for item in known}

    def quick(value: Given) -> Given:
        return meant.get(value, BAD) if type(value) is str else BAD

    def read(desk: Desk, at: Place, value: Given) -> Given:
        if isinstance(value, (Table, Rows, bool)) or value is None:
            return wrong_type(desk, at, value, "one word")
        if str(value) not in words:
            desk.error(
                Fault.UNKNOWN_WORD,
                at,
                f"'{shown(value)}' is not a word used here.",
                nearest(str(value), words),
            )
            return BAD
        return meant[str(value)]

    return Simple(quick, read)


@lru_cache(4096)
def _is_date(written: str) -> bool:
    try:
        return bool(DATE.fullmatch(written)) and EARLIEST <= first_day(written).year <= LATEST
    except ValueError:
        return False


def _moment(desk: Desk, at: Place, value: Given) -> Given:
    if isinstance(value, (Table, Rows, bool, float)) or value is None:
        return wrong_type(desk, at, value, "a date such as 2026-11")
    written = str(value)
    if not _is_date(written):
        desk.error(
            Fault.BAD_DATE,
            at,
            f"'{shown(written)}' is not a date that can be.",
            "Write it as 2026, 2026-11 or 2026-11-21.",
        )
        return BAD
    return written


def _quick_moment(value: Given) -> Given:
    return value if type(value) is str and _is_date(value) else BAD


moment = Simple(_quick_moment, _moment)  # a date: year, year and month, or the whole day


def listed(item: Reader) -> Reader:
    """A reader of a list; gives a tuple."""
    quick = _quick(item)

    def read(desk: Desk, at: Place, value: Given) -> Given:
        if not isinstance(value, Rows):
            return wrong_type(desk, at, value, "a list, each item after a hyphen")
        found: list[Given] = []
        good = True
        for number, held in enumerate(value):
            got = quick(held)
            if got is BAD:
                got = item(desk, at.into(number, value.lines[number]), held)
                good = good and got is not BAD
            found.append(got)
        return tuple(found) if good else BAD

    return read


def one_or_more(item: Reader) -> Reader:
    """A reader of a list, or of a single item standing for a list of one."""
    many = listed(item)

    def read(desk: Desk, at: Place, value: Given) -> Given:
        if isinstance(value, Rows):
            return many(desk, at, value)
        one = item(desk, at, value)
        return BAD if one is BAD else (one,)

    return read


def named(keys: Reader, values: Reader) -> Reader:
    """A reader of a table whose keys and values have readers of their own; gives a dict."""

    def read(desk: Desk, at: Place, value: Given) -> Given:
        if not isinstance(value, Table):
            return wrong_type(desk, at, value, "a table of 'key: value' lines")
        found: dict[str, Given] = {}
        for key, held in value.items():
            there = at.into(key, value.lines[key])
            name, got = keys(desk, there, key), values(desk, there, held)
            if name is BAD or got is BAD:
                found[""] = BAD
            else:
                found[name] = got
        return BAD if "" in found else found

    return read


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a shape: its reader, whether it is needed, and the field it fills.

    ``to`` None fills the field of the same name; the empty text drops the value once checked.
    """

    read: Reader
    needed: bool = False
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """What a record may hold and the noun to ``make`` of it (given the checked keys).

    ``facts`` adds the keys of provenance; ``basis`` is the default where sources are named;
    ``shelf`` is the default shelf life in months after the newest reading of its sources.
    ``defaults`` are values for fields that the noun needs but an author may leave out.
    """

    make: Callable[..., Given]
    keys: Mapping[str, Key]
    facts: bool = False
    basis: Basis = Basis.PUBLISHED
    shelf: int | None = None
    defaults: Mapping[str, Given] = field(default_factory=dict[str, Given])


PROVENANCE_KEYS: Mapping[str, Key] = {
    "source": Key(one_or_more(refers("sources"))),
    "sources": Key(listed(refers("sources"))),
    "basis": Key(word(Basis)),
    "nation": Key(word(Nation)),
    "from": Key(moment),
    "until": Key(moment),
    "review_by": Key(moment),
    "note": Key(text(900)),
}


def table(shape: Shape) -> Reader:
    """A reader of a table with a shape; gives the noun."""
    known: dict[str, Key] = {**(PROVENANCE_KEYS if shape.facts else {}), **shape.keys}
    needed = [name for name, key in known.items() if key.needed]
    readers = {name: (key, _quick(key.read)) for name, key in known.items()}

    def read(desk: Desk, at: Place, value: Given) -> Given:
        if not isinstance(value, Table):
            return wrong_type(desk, at, value, "a table of 'key: value' lines")
        found, good = _keys(desk, at, value, readers)
        for name in needed:
            if value.get(name) in (None, ""):
                good = False
                desk.error(
                    Fault.MISSING_KEY,
                    at.into(name, value.line),
                    f"The key '{name}' is missing or empty.",
                    "Add it.",
                )
        if shape.facts:
            facts = {
                name: found.pop(name)
                for name in PROVENANCE_KEYS
                if name in found and name not in shape.keys
            }
            if good:
                found["provenance"] = provenance(desk, at, facts, shape)
                good = found["provenance"] is not BAD
        return shape.make(**{**shape.defaults, **found}) if good else BAD

    return read


def _keys(
    desk: Desk, at: Place, value: Table, known: Mapping[str, tuple[Key, Callable[[Given], Given]]]
) -> tuple[dict[str, Given], bool]:
    found: dict[str, Given] = {}
    good = True
    for name, held in value.items():
        if name not in known:
            good = False
            _unknown(desk, at.into(name, value.lines[name]), name, list(known))
            continue
        if held is None:
            continue
        key, quick = known[name]
        got = quick(held)
        if got is BAD:
            got = key.read(desk, at.into(name, value.lines[name]), held)
        if got is BAD:
            good = False
        elif key.to != "":
            found[key.to or name] = got
    return found, good


def _unknown(desk: Desk, there: Place, name: str, known: list[str]) -> None:
    """Note a key that is not used; one that is no plain word was noted when it was read."""
    if not name.startswith(NO_KEY):
        desk.error(
            Fault.UNKNOWN_KEY,
            there,
            f"The key '{shown(name)}' is not used here.",
            nearest(name, known),
        )


def provenance(desk: Desk, at: Place, facts: Mapping[str, Given], shape: Shape) -> Given:
    """The provenance that a record's own keys describe, checked; BAD where they contradict."""
    sources: tuple[str, ...] = (*facts.get("source", ()), *facts.get("sources", ()))
    basis: Basis = facts.get("basis", shape.basis if sources else Basis.EDITORIAL)
    if basis is not Basis.EDITORIAL and not sources:
        desk.error(
            Fault.UNSOURCED,
            at,
            f"The basis is '{basis.value}' but no source is named.",
            "Name the source, or make the basis editorial.",
        )
        return BAD
    start, end = facts.get("from"), facts.get("until")
    if start and end and last_day(end) < first_day(start):
        desk.error(
            Fault.BAD_RANGE,
            at,
            f"The fact ends ({end}) before it starts ({start}).",
            "Put the earlier date under 'from'.",
        )
        return BAD
    review = facts.get("review_by")
    if review is None and shape.shelf is not None:
        review = _shelf_end(desk, sources, shape.shelf)
    return Provenance(
        basis=basis,
        sources=tuple(dict.fromkeys(sources)),
        nation=facts.get("nation"),
        valid_from=start,
        valid_until=end,
        review_by=review,
        note=facts.get("note", ""),
    )


def _shelf_end(desk: Desk, sources: tuple[str, ...], months: int) -> str | None:
    """The month in which a fact's shelf life ends, counted from the newest reading."""
    reads = [desk.read_dates[name] for name in sources if name in desk.read_dates]
    if not reads:
        return None
    newest = max(last_day(read) for read in reads)
    count = newest.year * 12 + newest.month - 1 + months
    return f"{count // 12}-{count % 12 + 1:02d}"


def statement(longest: int = 600, shelf: int | None = None) -> Reader:
    """A reader of a sentence: plain text (editorial), or a table of ``text`` and provenance."""
    plain = text(longest)
    short = _quick(plain)
    dated = table(Shape(Statement, {"text": Key(plain, needed=True)}, facts=True, shelf=shelf))

    def quick(value: Given) -> Given:
        words = short(value)
        return BAD if words is BAD or FIGURE.search(words) else Statement(words)

    def read(desk: Desk, at: Place, value: Given) -> Given:
        if isinstance(value, Table):
            made = dated(desk, at, value)
        else:
            words = plain(desk, at, value)
            made = words if words is BAD else Statement(words)
        if isinstance(made, Statement) and not made.provenance.sources:
            _warn_of_figures(desk, at, made.text)
        return made

    return Simple(quick, read)


def _warn_of_figures(desk: Desk, at: Place, words: str) -> None:
    if FIGURE.search(words):
        desk.warn(
            Fault.BARE_FIGURE,
            at,
            "The sentence gives money or a share but names no source.",
            "Write it as 'text:' with a 'source:', or leave the figure out.",
        )


def span(desk: Desk, at: Place, value: Given) -> Given:
    """A reader of a number of months: one number, or ``low`` and ``high``."""
    months = whole(0, 600)
    if isinstance(value, int) and not isinstance(value, bool):
        one = months(desk, at, value)
        return BAD if one is BAD else Span(one, one)
    keys = {"low": Key(months), "high": Key(months), "estimate": Key(truth)}
    made = table(Shape(Span, keys))(desk, at, value)
    if isinstance(made, Span) and made.low and made.high and made.high < made.low:
        desk.error(
            Fault.BAD_RANGE, at, f"It runs from {made.low} to {made.high}.", "Swap the two numbers."
        )
        return BAD
    return made


def sourced(made: Statement, by: Provenance) -> Statement:
    """A sentence with the record's own provenance, where it names none itself."""
    return made if made.provenance.sources else replace(made, provenance=by)


WORDS = listed(text(200))
SENTENCES = listed(text(600))
STATEMENTS = listed(statement(shelf=PROSE))
ID = Key(ident, needed=True)
TITLE = Key(text(200), needed=True)
