"""Drawings show each step and score, say the same in words, and keep people's words as data."""

import itertools
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from guidance.domain.dated import Span
from guidance.domain.match import Way
from guidance.domain.plan import Plan
from guidance.publishing.drawings import hexagon_alt, hexagon_svg, route_alt, route_svg

SCORES = (("R", 0.35), ("I", 0.5), ("A", 0.4), ("S", 0.92), ("E", 0.3), ("C", 0.55))
NASTY = "<b>&\"'</b> </text><script>"


@pytest.fixture
def way(plan: Plan) -> Way:
    found = plan.destinations[0].way
    assert found is not None
    return found


def words(svg: str) -> str:
    return " ".join(ET.fromstring(svg).itertext())  # noqa: S314  (our own drawing)


def test_each_station_is_named(plan: Plan, way: Way) -> None:
    said = words(route_svg(way, plan.destinations[0].path))
    assert "HCA on a stroke ward" in said
    assert "Therapy support worker" in said
    assert "Occupational therapist" in said


def test_each_step_has_its_length(plan: Plan, way: Way) -> None:
    said = words(route_svg(way, plan.destinations[0].path))
    assert "up to 3 months" in said
    assert "3½ to 4 years" in said


def test_an_unpaid_step_is_drawn_broken_and_said_so(way: Way) -> None:
    unpaid = replace(way, steps=(replace(way.steps[0], keeps_earning=False),))
    svg = route_svg(unpaid, ("A", "B"))
    assert "stroke-dasharray" in svg
    assert "No wage from this" in words(svg)
    assert "not paid" in route_alt(unpaid, ("A", "B"))


def test_the_key_names_only_lines_that_are_drawn(plan: Plan, way: Way) -> None:
    assert "No wage" not in words(route_svg(way, plan.destinations[0].path))


def test_many_steps_go_on_in_new_rows(way: Way) -> None:
    long = replace(way, steps=way.steps * 6)
    path = tuple(f"Role {n}" for n in range(13))
    svg = route_svg(long, path)
    heights = {re.search(r'cy="([\d.]+)"', c).group(1) for c in re.findall("<circle[^>]*>", svg)}  # type: ignore[union-attr]  # every circle has one
    assert len(heights) == 4
    assert all(name in words(svg) for name in path)


def test_no_two_lengths_are_drawn_over_each_other(way: Way) -> None:
    svg = route_svg(replace(way, steps=way.steps * 6), ())
    middles = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>(?:up to|3½)', svg)
    assert len(middles) == len(set(middles)) == 12
    by_row: dict[str, list[float]] = {}
    for x, y in middles:
        by_row.setdefault(y, []).append(float(x))
    gaps = [b - a for row in by_row.values() for a, b in itertools.pairwise(sorted(row))]
    assert min(gaps) > 100


def test_nothing_is_drawn_outside_the_picture(way: Way) -> None:
    long = replace(way, steps=way.steps * 6)
    svg = route_svg(long, ("word " * 40, *("x" * 200 for _ in range(12))))
    high = float(re.search(r'viewBox="0 0 640 (\d+)"', svg).group(1))  # type: ignore[union-attr]  # it has one
    assert all(0 <= float(y) <= high for y in re.findall(r' (?:y|y1|cy)="([-\d.]+)"', svg))
    assert all(-1 <= float(x) <= 640 for x in re.findall(r' (?:x|x1|x2|cx)="([-\d.]+)"', svg))


def test_markup_in_a_title_is_drawn_as_letters(way: Way) -> None:
    svg = route_svg(way, (NASTY, NASTY, NASTY))
    assert "<script" not in svg
    assert "<b>&" in words(svg)


def test_a_way_with_no_names_falls_back_to_its_roles(way: Way) -> None:
    assert "Occupational therapist" in words(route_svg(way, ())).replace("  ", " ")


def test_the_words_of_the_route_say_what_it_shows(plan: Plan, way: Way) -> None:
    assert route_alt(way, plan.destinations[0].path) == (
        "Your way, in 2 steps. You start as: HCA on a stroke ward. "
        "Step 1: Move to a therapy support post, to Therapy support worker "
        "(up to 3 months; paid; Band 3). "
        "Step 2: Occupational therapist degree apprenticeship, to Occupational therapist "
        "(3½ to 4 years; paid; Band 5: from £32,074 (England, 2026-27))."
    )


def test_the_hexagon_names_all_six_with_their_scores() -> None:
    said = words(hexagon_svg(SCORES))
    assert all(name in said for name in ("Realistic 35", "Social 92", "Conventional 55"))


def test_the_hexagon_in_words_begins_with_the_strongest() -> None:
    assert hexagon_alt(SCORES).startswith(
        "Your interests by Holland type, out of 100, strongest first: Social 92,"
    )


def test_a_higher_score_lies_further_from_the_middle() -> None:
    dots = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', hexagon_svg(SCORES))
    far = [((float(x) - 190) ** 2 + (float(y) - 119.6) ** 2) ** 0.5 for x, y in dots]
    assert sorted(range(6), key=lambda n: far[n]) == sorted(range(6), key=lambda n: SCORES[n][1])


def test_a_score_out_of_range_stays_in_the_picture() -> None:
    assert "Realistic 100" in words(hexagon_svg((("R", 7.0), *SCORES[1:])))


def test_the_letters_are_of_the_bundled_font(plan: Plan, way: Way) -> None:
    for svg in (hexagon_svg(SCORES), route_svg(way, plan.destinations[0].path)):
        assert "font-family=\"'Atkinson Hyperlegible Next'" in svg


def test_a_trainees_post_is_given_no_length_of_its_own(way: Way) -> None:
    trainee = replace(way.steps[-1], months=Span(0, 0))
    assert "no training time" not in words(route_svg(replace(way, steps=(trainee,)), ("A", "B")))
