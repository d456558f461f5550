"""Pictures as SVG text: the way as a line with stations, and the Holland hexagon.

Both are readable without colour (patterns and words carry the meaning), and each has a twin that
says the same in words, for people who hear the page.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from guidance.domain.match import Step, Way
from guidance.domain.vocabulary import HOLLAND_NAMES, RouteKind
from guidance.domain.wording import span
from guidance.publishing.normal import clean_text

DEEP, TINT, INK, SOFT, RULE = "#0b4f5c", "#eaf2f3", "#17242b", "#46565e", "#a9c2c7"
FAMILY = "'Atkinson Hyperlegible Next', 'Noto Sans', sans-serif"
WIDE = 640.0
TRAINEES = {
    RouteKind.APPRENTICESHIP,
    RouteKind.DEGREE_APPRENTICESHIP,
    RouteKind.FOUNDATION_DEGREE,
    RouteKind.DEGREE,
    RouteKind.POSTGRADUATE,
}
Scores = Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class _Measure:
    """Sizes of a route picture: letters in units, stations in a row, most lines of a label."""

    letter: float
    columns: int
    lines: int

    @property
    def column(self) -> float:
        return WIDE / self.columns

    @property
    def leading(self) -> float:
        return self.letter * 1.25


def route_svg(way: Way, path: Sequence[str], *, large: bool = False) -> str:
    """The way as a line of stations; a full line is a paid step, a broken one unpaid.

    ``path`` names the stations: where the person starts, then where each step ends. ``large``
    draws bigger letters and fewer stations in a row, for large print.
    """
    stations = _stations(way, path)
    most = 2 if large else 4
    measure = _Measure(26.0 if large else 13.0, min(most, len(stations)), 5 if large else 4)
    labels = [_label(title, step, measure) for title, step in stations]
    rows = [labels[at : at + measure.columns] for at in range(0, len(labels), measure.columns)]
    drawn: list[str] = []
    top = 0.0
    for number, row in enumerate(rows):
        height = measure.letter * 4.1 + max(len(lines) for lines in row) * measure.leading
        first = number * measure.columns
        drawn += _row(stations, first, row, top, measure)
        top += height
    drawn += _legend(way, top + measure.letter, measure)
    return _svg(WIDE, top + measure.letter * 2.1, drawn)


def step_time(step: Step) -> str:
    """How long a step takes, in words; the time of a trainee's post is that of the study after."""
    if step.months.high == 0 and step.kind in TRAINEES:
        return ""
    return span(step.months)


def route_alt(way: Way, path: Sequence[str]) -> str:
    """The route picture in words."""
    stations = _stations(way, path)
    said = [f"Your way, in {_counted(len(way.steps), 'step')}. You start as: {stations[0][0]}."]
    for at, (title, step) in enumerate(stations[1:], 1):
        if step is None:
            continue
        parts = [step_time(step), _paid(step.keeps_earning), ", ".join(step.pay)]
        more = "; ".join(part for part in parts if part)
        said.append(f"Step {at}: {step.name}, to {title} ({more}).")
    return clean_text(" ".join(said))


def _counted(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number} {noun}s"


def _paid(keeps: bool | None) -> str:
    if keeps is None:
        return "pay not said"
    return "paid" if keeps else "not paid"


def _stations(way: Way, path: Sequence[str]) -> list[tuple[str, Step | None]]:
    names = [clean_text(name) for name in path]
    missing = [step.to_role.replace("-", " ").capitalize() for step in way.steps]
    start = names[0] if names else "Where you are now"
    ends = [names[at + 1] if at + 1 < len(names) else name for at, name in enumerate(missing)]
    return [(start, None), *zip(ends, way.steps, strict=True)]


def _label(title: str, step: Step | None, measure: _Measure) -> list[tuple[str, bool]]:
    """Lines under a station, each with whether it is bold."""
    fit = int((measure.column - measure.letter) / (measure.letter * 0.54))
    lines = [(line, True) for line in _wrapped(title, fit, measure.lines)]
    small = step.pay[0] if step and step.pay else ""
    return lines + [(line, False) for line in _wrapped(clean_text(small), fit, 2)]


def _wrapped(text: str, fit: int, most: int) -> list[str]:
    """Text in lines of at most ``fit`` letters; what does not go in ends with an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        rest = word
        while rest:
            room = fit - len(lines[-1]) - 1 if lines else 0
            if lines and len(rest) <= room:
                lines[-1] += f" {rest}"
                break
            lines.append(rest[:fit])
            rest = rest[fit:]
    if len(lines) > most:
        lines = lines[:most]
        lines[-1] = f"{lines[-1][: fit - 1]}…"
    return lines


def _row(
    stations: list[tuple[str, Step | None]],
    first: int,
    labels: list[list[tuple[str, bool]]],
    top: float,
    measure: _Measure,
) -> list[str]:
    size, radius = measure.letter, measure.letter * 0.85
    level = top + size * 2.6
    drawn: list[str] = []
    for at, lines in enumerate(labels):
        number, x = first + at, measure.letter + at * measure.column
        step = stations[number][1]
        after = stations[number + 1][1] if number + 1 < len(stations) else None
        if step is not None and at == 0:
            drawn.append(_line(0, x, level, step))
        if after is not None:
            end = WIDE if at + 1 == len(labels) else x + measure.column
            drawn += _track(after, (x + radius, end), level, measure)
        last = number + 1 == len(stations)
        drawn += _stop(x + radius * 0.1, level, number, last=last, measure=measure)
        for line, (text, bold) in enumerate(lines):
            below = level + radius + (line + 1) * measure.leading + size * 0.15
            drawn.append(_text(x - radius * 0.9, below, text, size, bold=bold))
    return drawn


def _track(step: Step, ends: tuple[float, float], level: float, measure: _Measure) -> list[str]:
    drawn = [_line(ends[0], ends[1], level, step)]
    words = step_time(step)
    if words:
        middle = (ends[0] + ends[1]) / 2
        text = _text(middle, level - measure.letter * 0.75, words, measure.letter, anchor="middle")
        drawn.append(text)
    return drawn


def _line(left: float, right: float, level: float, step: Step | None) -> str:
    dash = {True: "", False: ' stroke-dasharray="9 6"', None: ' stroke-dasharray="2 5"'}
    keeps = step.keeps_earning if step else None
    return (
        f'<line x1="{left:.1f}" y1="{level:.1f}" x2="{right:.1f}" y2="{level:.1f}" '
        f'stroke="{DEEP}" stroke-width="4"{dash[keeps]}/>'
    )


def _stop(x: float, level: float, number: int, *, last: bool, measure: _Measure) -> list[str]:
    radius = measure.letter * 0.85
    fill, letters = (DEEP, "#ffffff") if last else ("#ffffff", DEEP)
    circle = (
        f'<circle cx="{x:.1f}" cy="{level:.1f}" r="{radius:.1f}" fill="{fill}" '
        f'stroke="{DEEP}" stroke-width="3"/>'
    )
    if number == 0:
        dot = f'<circle cx="{x:.1f}" cy="{level:.1f}" r="{radius * 0.4:.1f}" fill="{DEEP}"/>'
        return [circle, dot]
    y = level + measure.letter * 0.34
    size = measure.letter * 0.95
    return [circle, _text(x, y, str(number), size, bold=True, anchor="middle", fill=letters)]


def _legend(way: Way, top: float, measure: _Measure) -> list[str]:
    """A key to the kinds of line that this picture really uses."""
    size = measure.letter * 0.92
    words = {True: "Paid throughout", False: "No wage from this", None: "Pay not said: ask"}
    used = [keeps for keeps in words if any(s.keeps_earning is keeps for s in way.steps)]
    drawn: list[str] = []
    x = 0.0
    for keeps in used:
        step = next(s for s in way.steps if s.keeps_earning is keeps)
        drawn.append(_line(x, x + size * 3, top, step))
        drawn.append(_text(x + size * 3.5, top + size * 0.35, words[keeps], size, fill=SOFT))
        x += size * 3.5 + len(words[keeps]) * size * 0.55 + size
    return drawn


def hexagon_svg(scores: Scores, *, large: bool = False) -> str:
    """Holland scores (0-1 by letter, in the order R I A S E C) as a hexagon with its numbers."""
    size = 21.0 if large else 13.0
    wide, reach = (640.0, 150.0) if large else (380.0, 78.0)
    middle = (wide / 2, reach + size * 3.2)
    drawn = [_polygon(_corners(middle, reach * part), "none", RULE, 1) for part in (1 / 3, 2 / 3)]
    drawn.append(_polygon(_corners(middle, reach), "none", SOFT, 1.2))
    points: list[tuple[float, float]] = []
    for at, (letter, score) in enumerate(scores):
        angle = math.radians(60 * at - 90)
        far = reach * max(0.0, min(1.0, score))
        points.append((middle[0] + far * math.cos(angle), middle[1] + far * math.sin(angle)))
        drawn += _corner_label(middle, reach, at, (letter, score), size)
    drawn.append(_polygon(points, f'{TINT}" fill-opacity="0.75', DEEP, 3))
    drawn += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{DEEP}"/>' for x, y in points]
    return _svg(wide, middle[1] + reach + size * 2.6, drawn)


def hexagon_alt(scores: Scores) -> str:
    """The hexagon in words, strongest first."""
    order = sorted(scores, key=lambda pair: -pair[1])
    said = ", ".join(f"{HOLLAND_NAMES.get(one, one)} {_of_100(score)}" for one, score in order)
    return f"Your interests by Holland type, out of 100, strongest first: {said}."


def _of_100(score: float) -> int:
    return round(100 * max(0.0, min(1.0, score)))


def _corners(middle: tuple[float, float], reach: float) -> list[tuple[float, float]]:
    angles = [math.radians(60 * at - 90) for at in range(6)]
    return [(middle[0] + reach * math.cos(a), middle[1] + reach * math.sin(a)) for a in angles]


def _corner_label(
    middle: tuple[float, float], reach: float, at: int, pair: tuple[str, float], size: float
) -> list[str]:
    x, y = _corners(middle, reach)[at % 6]
    anchor = ("middle", "start", "start", "middle", "end", "end")[at % 6]
    gap = {"middle": 0.0, "start": size * 0.8, "end": -size * 0.8}[anchor]
    lift = {0: -size * 0.9, 3: size * 1.6}.get(at % 6, size * 0.35)
    words = f"{HOLLAND_NAMES.get(pair[0], pair[0])} {_of_100(pair[1])}"
    spoke = (
        f'<line x1="{middle[0]:.1f}" y1="{middle[1]:.1f}" x2="{x:.1f}" y2="{y:.1f}" '
        f'stroke="{RULE}" stroke-width="1"/>'
    )
    return [spoke, _text(x + gap, y + lift, words, size, bold=True, anchor=anchor)]


def _polygon(points: Sequence[tuple[float, float]], fill: str, stroke: str, width: float) -> str:
    where = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return (
        f'<polygon points="{where}" fill="{fill}" stroke="{stroke}" stroke-width="{width:g}" '
        'stroke-linejoin="round"/>'
    )


def _text(
    x: float,
    y: float,
    words: str,
    size: float,
    *,
    bold: bool = False,
    anchor: str = "start",
    fill: str = INK,
) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" fill="{fill}" '
        f'text-anchor="{anchor}"{weight}>{escape(words)}</text>'
    )


def _svg(wide: float, high: float, drawn: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" '
        f'width="{wide:.0f}" height="{high:.0f}" font-family="{FAMILY}">{"".join(drawn)}</svg>'
    )
