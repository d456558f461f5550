"""Pay shown is the newest that a source states."""

from datetime import date

from guidance.domain.catalogue import PayBand
from guidance.domain.dated import Provenance
from guidance.domain.pay import newest_pay
from guidance.domain.vocabulary import Basis, Nation


def _row(year: str, entry: int, basis: Basis = Basis.PUBLISHED, nation: str = "england") -> PayBand:
    return PayBand(nation, year, "5", entry, entry + 1, provenance=Provenance(basis))


def test_the_newest_published_year_is_shown() -> None:
    rows = [_row("2024-25", 1), _row("2025-26", 2)]
    assert newest_pay(rows, Nation.ENGLAND)["5"].entry == 2


def test_a_sum_of_our_own_never_hides_a_published_line() -> None:
    rows = [_row("2026-27", 3, Basis.EDITORIAL), _row("2025-26", 2)]
    assert newest_pay(rows, Nation.ENGLAND)["5"].entry == 2


def test_a_sum_of_our_own_stands_where_nothing_is_published() -> None:
    assert newest_pay([_row("2026-27", 3, Basis.EDITORIAL)], Nation.ENGLAND)["5"].entry == 3


def test_a_year_that_has_not_begun_is_left_out() -> None:
    rows = [_row("2025-26", 2), _row("2026-27", 3)]
    assert newest_pay(rows, Nation.ENGLAND, date(2026, 3, 31))["5"].entry == 2
    assert newest_pay(rows, Nation.ENGLAND, date(2026, 4, 1))["5"].entry == 3


def test_another_nation_has_its_own_pay() -> None:
    assert newest_pay([_row("2025-26", 2)], Nation.SCOTLAND) == {}
