"""Which line of pay to show: the newest that a source states, and never a later sum of our own."""

from collections.abc import Iterable
from datetime import date

from guidance.domain.catalogue import PayBand
from guidance.domain.vocabulary import Basis, Nation


def newest_pay(
    rows: Iterable[PayBand], nation: Nation, on: date | None = None
) -> dict[str, PayBand]:
    """The newest pay of each band for a nation, by band.

    A year that has not begun by ``on`` is left out (pay years start in April). A line that a source
    states goes before one that we worked out ourselves, however new.
    """
    found: dict[str, PayBand] = {}
    for row in rows:
        if row.nation != nation.value or not _begun(row.year, on):
            continue
        held = found.get(row.band)
        if held is None or _standing(held) < _standing(row):
            found[row.band] = row
    return found


def _standing(row: PayBand) -> tuple[bool, str]:
    return (row.provenance.basis is not Basis.EDITORIAL, row.year)


def _begun(year: str, on: date | None) -> bool:
    head = year[:4]
    return on is None or not head.isdigit() or date(int(head), 4, 1) <= on
