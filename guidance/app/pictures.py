"""Pictures and pages for the screen, made by the publishing room so that they match the paper."""

import re
from dataclasses import dataclass, replace

from guidance.domain.match import Way
from guidance.domain.plan import Plan

LETTER = 26.0  # height of the letters in a drawing for the screen, in its own units


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG drawing and the words that say the same."""

    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours (``#rrggbb``) for a drawing on the screen: lines, letters, quiet letters, paper."""

    line: str
    ink: str
    soft: str
    paper: str


def way_picture(way: Way, path: tuple[str, ...], inks: Inks) -> Picture:
    """A way as a line of stations; ``path`` names the start and where each step ends.

    Its letters are :data:`LETTER` high, in the colours given in place of the paper's. Pay is left
    to the words beside it, where there is room for it.
    """
    # Late: drawing is not needed for the first page.
    from guidance.publishing import drawings

    drawn = replace(way, steps=tuple(replace(step, pay=()) for step in way.steps))
    svg = drawings.route_svg(drawn, path, large=True)
    worn = {
        drawings.DEEP: inks.line,
        drawings.INK: inks.ink,
        drawings.SOFT: inks.soft,
        "#ffffff": inks.paper,
    }
    tinted = re.sub(r"#[0-9a-f]{6}", lambda found: worn.get(found[0], found[0]), svg)
    return Picture(tinted, drawings.route_alt(way, path))


def plan_pages(plan: Plan, edition: str, dpi: int) -> tuple[bytes, ...]:
    """The pages of a plan as PNG pictures: the very pages that the PDF holds."""
    # Late: typesetting is not needed until a preview is asked for.
    from guidance.publishing.compose import compose
    from guidance.publishing.pdf import render_pages

    return render_pages(compose(plan, edition), dpi)


def plan_html(plan: Plan, edition: str) -> str:
    """The reading view of a plan: one HTML page."""
    # Late: as above.
    from guidance.publishing.compose import compose
    from guidance.publishing.html import render_html

    return render_html(compose(plan, edition))


def editions() -> tuple[tuple[str, str, str], ...]:
    """Every edition of a plan: its id, its title and what it is for."""
    # Late: as above.
    from guidance.publishing.compose import EDITIONS

    return tuple((one.id, one.title, one.help) for one in EDITIONS.values())
