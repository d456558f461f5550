"""Facts of the catalogue as a plan shows them, with the sources behind each sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from guidance.domain.catalogue import Catalogue, PayBand
from guidance.domain.dated import Provenance, Statement, first_day
from guidance.domain.plan import Cited
from guidance.domain.role import Role
from guidance.domain.vocabulary import Nation
from guidance.domain.wording import NATIONS
from guidance.planning.days import add_months

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
                self.nations.setdefault(one, NATIONS[provenance.nation])
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
    """Basic pay for each band of a role: the nation's newest official year, dated and sourced.

    Where the catalogue has no figures for the nation, England's are shown and said to be so.
    """
    home = nation if nation and nation is not Nation.UK else Nation.ENGLAND
    bands = _newest(role, home, sources)
    warning = ""
    if not bands and home is not Nation.ENGLAND:
        bands = _newest(role, Nation.ENGLAND, sources)
        warning = f" Ask what {NATIONS[home]} pays: it may differ."
    made = tuple(sources.fact(_pay_line(band) + warning, band.provenance) for band in bands)
    return made or _unpriced(role)


def _newest(role: Role, nation: Nation, sources: Sources) -> tuple[PayBand, ...]:
    rows = [row for row in sources.catalogue.pay if row.nation == nation.value]
    rows = [row for row in rows if row.band in role.bands and _begun(row.year, sources.as_of)]
    if not rows:
        return ()
    newest = max(row.year for row in rows)
    order = {band: at for at, band in enumerate(role.bands)}
    return tuple(sorted((r for r in rows if r.year == newest), key=lambda r: order[r.band]))


def _begun(year: str, as_of: date) -> bool:
    """Whether a pay year (``2025-26``, from April) has begun."""
    head = year[:4]
    return not head.isdigit() or date(int(head), 4, 1) <= as_of


def _pay_line(row: PayBand) -> str:
    where = NATIONS[Nation(row.nation)]
    amount = f"£{row.entry:,}" if row.entry == row.top else f"£{row.entry:,} to £{row.top:,}"
    return f"Band {row.band}: {amount} a year before extras ({where}, {row.year})."


def _unpriced(role: Role) -> tuple[str, ...]:
    if role.bands:
        bands = " or ".join(role.bands)
        return (f"Usually band {bands}. We hold no official figure to show you here.",)
    note = role.band_note.strip()
    return (note if note else "Pay is not on a national band. Ask the employer what it pays.",)


def funding_lines(kinds: set[str], nation: Nation | None, sources: Sources) -> tuple[str, ...]:
    """Money for study that fits the kinds of route in the plan and the nation, dated."""
    lines: list[str] = []
    for item in sources.catalogue.funding.values():
        if item.route_kinds and not kinds.intersection(item.route_kinds):
            continue
        where = item.provenance.nation
        if nation and where and where not in {nation, Nation.UK}:
            continue
        dated = ", ".join(word for word in (NATIONS[where] if where else "", item.year) if word)
        amount = f" {item.amount}." if item.amount else ""
        about = f" ({dated})" if dated else ""
        text = f"{item.title}{about}: {_stopped(item.what)}{amount} For: {_stopped(item.who)}"
        lines.append(sources.fact(text, item.provenance))
    return tuple(lines)


def _stopped(text: str) -> str:
    body = text.strip().rstrip(".")
    return f"{body}." if body else ""


def first_fact(statements: tuple[Statement, ...], sources: Sources) -> str:
    """The first statement's words, with its sources noted; empty when there is none."""
    if not statements:
        return ""
    return sources.fact(statements[0].text, statements[0].provenance)
