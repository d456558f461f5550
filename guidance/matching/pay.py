"""Pay bands in words and in order."""

from dataclasses import dataclass

from guidance.domain.catalogue import Catalogue, PayBand
from guidance.domain.pay import newest_pay
from guidance.domain.vocabulary import BANDS, Nation

_BAND_PLACE = {band: place for place, band in enumerate(BANDS)}


@dataclass(frozen=True, slots=True)
class Pay:
    """The newest published pay of each nation and band in a catalogue.

    A line that we worked out ourselves stands in only where no published one is held.
    """

    newest: dict[tuple[str, str], PayBand]

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Pay":
        """The newest line of each nation and band."""
        return cls(
            {
                (nation.value, band): line
                for nation in Nation
                for band, line in newest_pay(catalogue.pay, nation).items()
            }
        )

    def lines(self, bands: tuple[str, ...], nation: Nation | None) -> tuple[str, ...]:
        """The pay of some bands in words, for a nation (England where none is given)."""
        where = (nation or Nation.ENGLAND).value
        found: list[str] = []
        for band in bands[:3]:
            line = self.newest.get((where, band))
            if line is None:
                found.append(f"Band {band}")
            else:
                place = where.replace("-", " ").title()
                top = f" to £{line.top:,}" if line.top != line.entry else ""
                found.append(f"Band {band}: £{line.entry:,}{top} a year ({place}, {line.year})")
        return tuple(found)

    def top(self, bands: tuple[str, ...], nation: Nation | None) -> int | None:
        """The highest basic pay of some bands, in pounds a year."""
        where = (nation or Nation.ENGLAND).value
        tops = [self.newest[(where, band)].top for band in bands if (where, band) in self.newest]
        return max(tops, default=None)

    @staticmethod
    def drop(band: str | None, bands: tuple[str, ...]) -> float:
        """How many bands below ``band`` the best of ``bands`` lies; 0 where not known."""
        if band not in _BAND_PLACE or not bands:
            return 0.0
        best = max(_BAND_PLACE.get(item, 0) for item in bands)
        return float(max(_BAND_PLACE[band] - best, 0))


def band_place(band: str | None) -> int | None:
    """The place of a band in order, or None."""
    return _BAND_PLACE.get(band) if band else None
