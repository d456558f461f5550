"""Facts of the catalogue as a plan shows them, with the sources behind each sentence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from guidance.domain.catalogue import Catalogue, Funding, PayBand
from guidance.domain.dated import Provenance, Statement, first_day
from guidance.domain.pay import newest_pay
from guidance.domain.plan import Cited, Destination
from guidance.domain.role import Role
from guidance.domain.vocabulary import Nation
from guidance.domain.wording import NATIONS
from guidance.planning.days import add_months

MOST_FUNDING = 4  # more than this nobody reads
# Groups that a plan cannot know a person to be in: their money is for the adviser to bring up.
OTHER_PEOPLE = (
    r"[Rr]efugee|[Cc]are leaver|in care\b|[Yy]oung people|16 to 18|armed forces|cabin crew|"
    r"in the area|[Vv]olunteer|Employers"
)
# Money for one kind of role: shown only to people on the way to it.
ONLY_TOWARDS = ("advanced pract", "midwifery course", "medicine", "dentist")
SHELF_LIFE_MONTHS = 12  # pages on pay, money and rules are rewritten at least yearly


@dataclass(slots=True)
class Sources:
    """Gathers the sources a plan cites, in the order they are met, and what each sentence cites."""

    catalogue: Catalogue
    as_of: date
    order: list[str] = field(default_factory=list[str])
    stale: set[str] = field(default_factory=set[str])
    nations: dict[str, str] = field(default_factory=dict[str, str])
    cites: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def add(self, ids: Iterable[str | None]) -> tuple[str, ...]:
        """Note sources as used; gives those the catalogue knows."""
        known = tuple(
            dict.fromkeys(one for one in ids if one is not None and one in self.catalogue.sources)
        )
        self.order += [one for one in known if one not in self.order]
        return known

    def fact(self, text: str, provenance: Provenance) -> str:
        """A sentence noted with its provenance; past its shelf life it is marked to be checked."""
        known = self.add(provenance.sources)
        if known:
            self.cites[text] = known
        if provenance.needs_check(self.as_of):
            self.stale.update(known)
        if provenance.nation:
            for one in known:
                self.nations.setdefault(one, _place(provenance.nation))
        return text

    def sentence(self, text: str, ids: Iterable[str | None]) -> str:
        """A sentence noted with source ids."""
        if known := self.add(ids):
            self.cites[text] = known
        return text

    def printed(self) -> tuple[Cited, ...]:
        """The list of sources as the plan prints it."""
        return tuple(self._cited(one) for one in self.order)

    def _cited(self, source_id: str) -> Cited:
        source = self.catalogue.sources[source_id]
        return Cited(
            id=source_id,
            title=source.title,
            publisher=source.publisher,
            address=source.address,
            published=source.published,
            read=source.read,
            nation=self.nations.get(source_id),
            check=source_id in self.stale or self._old(source.read),
        )

    def _old(self, read: str | None) -> bool:
        if read is None:
            return True
        try:
            return add_months(first_day(read), SHELF_LIFE_MONTHS) < self.as_of
        except ValueError:
            return True


def pay_lines(role: Role, nation: Nation | None, sources: Sources) -> tuple[str, ...]:
    """Basic pay in a role: its first two bands in full, and how far its senior posts reach.

    From the nation's newest published year, dated and sourced. Where the catalogue has no figures
    for the nation, England's are shown and said to be so.
    """
    bands, warning = _bands(role, nation, sources)
    shown = [(_pay_line(band) + warning, band.provenance) for band in bands[:2]]
    if len(bands) > 2:
        last = bands[-1]
        text = f"Senior posts reach band {last.band}: up to £{last.top:,} a year ({_dated(last)})."
        shown.append((text, last.provenance))
    return tuple(sources.fact(line, found) for line, found in shown) or _unpriced(role)


def first_pay(role: Role, nation: Nation | None, sources: Sources) -> str:
    """Pay on starting in a role, short enough for a drawing; empty where it has no figure."""
    bands, _warning = _bands(role, nation, sources)
    return f"Band {bands[0].band}: from £{bands[0].entry:,} ({_dated(bands[0])})" if bands else ""


def _bands(role: Role, nation: Nation | None, sources: Sources) -> tuple[tuple[PayBand, ...], str]:
    home = nation if nation and nation is not Nation.UK else Nation.ENGLAND
    bands = _newest(role, home, sources)
    if bands or home is Nation.ENGLAND:
        return bands, ""
    return _newest(role, Nation.ENGLAND, sources), f" Ask what {NATIONS[home]} pays: it may differ."


def _newest(role: Role, nation: Nation, sources: Sources) -> tuple[PayBand, ...]:
    held = newest_pay(sources.catalogue.pay, nation, sources.as_of)
    return tuple(held[band] for band in role.bands if band in held)


def _pay_line(row: PayBand) -> str:
    amount = f"£{row.entry:,}" if row.entry == row.top else f"£{row.entry:,} to £{row.top:,}"
    return f"Band {row.band}: {amount} a year before extras ({_dated(row)})."


def _dated(row: PayBand) -> str:
    return f"{NATIONS[Nation(row.nation)]}, {row.year}"


def _unpriced(role: Role) -> tuple[str, ...]:
    if role.bands:
        bands = " or ".join(role.bands)
        return (f"Usually band {bands}. We hold no official figure to show you here.",)
    note = role.band_note.strip()
    return (note if note else "Pay is not on a national band. Ask the employer what it pays.",)


def funding_lines(
    destinations: tuple[Destination, ...], nation: Nation | None, sources: Sources
) -> tuple[str, ...]:
    """Money for study on the ways of this plan, in this nation, dated; the first few that fit."""
    steps = [step for one in destinations if one.way for step in one.way.steps]
    kinds = {step.kind.value for step in steps}
    routes = sources.catalogue.routes
    levels = {routes[step.route_id].level for step in steps if step.route_id in routes}
    towards = " ".join(one.title.lower() for one in destinations)
    lines: list[str] = []
    for item in sorted(sources.catalogue.funding.values(), key=_for_staff):
        if len(lines) == MOST_FUNDING:
            break
        about = f"{item.title} {item.who}"
        if not kinds.intersection(item.route_kinds) or not _here(item, nation):
            continue
        if re.search(OTHER_PEOPLE, about) or ("evel 7" in about and 7 not in levels):
            continue
        if any(word in about.lower() and word not in towards for word in ONLY_TOWARDS):
            continue
        lines.append(_funding_line(item, sources))
    return tuple(lines)


def _for_staff(item: Funding) -> bool:
    """False, and so first, for money that is for people already at work in health and care."""
    return "employed" not in item.who


def _here(item: Funding, nation: Nation | None) -> bool:
    where = item.provenance.nation
    return not (nation and where) or where in {nation, Nation.UK}


def _funding_line(item: Funding, sources: Sources) -> str:
    where = item.provenance.nation
    dated = ", ".join(word for word in (_place(where) if where else "", item.year) if word)
    amount = f" {_stopped(item.amount)}" if item.amount else ""
    about = f" ({dated})" if dated else ""
    text = f"{item.title}{about}: {_stopped(item.what)}{amount} For: {_stopped(item.who)}"
    return sources.fact(text, item.provenance)


def _place(nation: Nation) -> str:
    return NATIONS[nation].removeprefix("the ")


def _stopped(text: str) -> str:
    body = text.strip().rstrip(".")
    return f"{body}." if body else ""


def first_fact(statements: tuple[Statement, ...], sources: Sources) -> str:
    """The first statement's words, with its sources noted; empty when there is none."""
    if not statements:
        return ""
    return sources.fact(statements[0].text, statements[0].provenance)
