"""Figures of ranking with their intervals, and tables of them as text and as plain values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

DEPTHS = (1, 3, 7, 20)
RESAMPLES = 400


@dataclass(frozen=True, slots=True)
class Figure:
    """A share or mean with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float

    def text(self) -> str:
        """The figure as ``.95 (.88-1.00)``."""
        return f"{self.value:.2f} ({self.low:.2f}-{self.high:.2f})"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a name, how many cases, and figures by column."""

    name: str
    count: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def text(self) -> str:
        """The table in aligned columns."""
        width = max((len(row.name) for row in self.rows), default=4)
        head = f"{'':{width}}  {'n':>4}  " + "  ".join(f"{name:>17}" for name in self.columns)
        lines = [
            f"{row.name:{width}}  {row.count:>4}  "
            + "  ".join(f"{figure.text():>17}" for figure in row.figures)
            for row in self.rows
        ]
        return "\n".join([self.title, head, *lines])

    def plain(self) -> dict[str, object]:
        """The table for JSON."""
        return {
            "title": self.title,
            "rows": [
                {
                    "name": row.name,
                    "n": row.count,
                    **{
                        name: {"value": round(f.value, 4), "low": round(f.low, 4),
                               "high": round(f.high, 4)}
                        for name, f in zip(self.columns, row.figures, strict=True)
                    },
                }
                for row in self.rows
            ],
        }  # fmt: skip


RANK_COLUMNS = (*(f"hit@{depth}" for depth in DEPTHS), "mrr")


def mean_figure(values: Sequence[float], chance: Random) -> Figure:
    """A mean with its interval: the middle 95 % of means of samples drawn with replacement."""
    if not values:
        return Figure(0.0, 0.0, 0.0)
    size = len(values)
    means = sorted(sum(chance.choices(values, k=size)) / size for _ in range(RESAMPLES))
    return Figure(
        sum(values) / size, means[int(RESAMPLES * 0.025)], means[int(RESAMPLES * 0.975) - 1]
    )


def rank_row(name: str, ranks: Sequence[int], chance: Random) -> Row:
    """Hit rates at each depth and the mean reciprocal rank, from ranks that count from 1."""
    tests: list[Callable[[int], float]] = [
        lambda rank, depth=depth: float(rank <= depth) for depth in DEPTHS
    ]
    tests.append(lambda rank: 1 / rank)
    figures = tuple(mean_figure([test(rank) for rank in ranks], chance) for test in tests)
    return Row(name, len(ranks), figures)
