"""Pictures and pages for the screen, made by the publishing room so that they match the paper."""

from dataclasses import dataclass

from guidance.domain.match import Way
from guidance.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG drawing and the words that say the same."""

    svg: str
    alt: str


def way_picture(way: Way, path: tuple[str, ...]) -> Picture:
    """A way as a line of stations; ``path`` names the start and where each step ends."""
    # Late: drawing is not needed for the first page.
    from guidance.publishing.drawings import route_alt, route_svg

    return Picture(route_svg(way, path), route_alt(way, path))


def hexagon_picture(scores: tuple[tuple[str, float], ...]) -> Picture:
    """Interest scores (0-1 by Holland letter) drawn as a hexagon."""
    # Late: as above.
    from guidance.publishing.drawings import hexagon_alt, hexagon_svg

    return Picture(hexagon_svg(scores), hexagon_alt(scores))


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


def editions() -> tuple[tuple[str, str], ...]:
    """Every edition of a plan: its id and its title."""
    # Late: as above.
    from guidance.publishing.compose import EDITIONS

    return tuple((edition_id, edition.title) for edition_id, edition in EDITIONS.items())
