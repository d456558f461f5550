"""Whatever stands in a source file, reading gives problems and never raises."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidance.content.files import SourceFile, source_files
from guidance.content.kinds import FOLDERS
from guidance.content.read import read_files

GOOD = source_files(Path(__file__).parent.parent / "fixtures" / "content" / "good")
FOLDER = st.sampled_from(sorted(FOLDERS))
LEAF = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["helper", "nurse", "example-careers", "2026-11", "level:6", "nhs"])
)
KEYS = st.sampled_from(
    (
        *("id", "title", "text", "source", "sources", "basis", "from", "until", "role", "role_id"),
        *("ways_in", "ways_on", "needs", "holds", "level", "months", "low", "high", "to", "names"),
        *("bands", "band", "entry", "top", "nation", "year", "levels", "rules", "when", "asks"),
        *("steps", "what", "results", "figure", "meaning", "topic", "words", "any_of", "test"),
        *("confirm", "says", "experience", "roles", "titles", "holland", "hours", "previews"),
    )
)
TREES = st.recursive(
    LEAF,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=8), inner, max_size=6)
    ),
    max_leaves=30,
)
EASY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@EASY
@given(FOLDER, st.binary(max_size=400))
def test_any_bytes_give_problems_or_records(folder: str, data: bytes) -> None:
    _, problems = read_files((SourceFile(f"{folder}/x.yaml", data),))
    assert all(problem.found and problem.do for problem in problems)


@EASY
@given(FOLDER, TREES)
def test_any_tree_gives_problems_or_records(folder: str, tree: object) -> None:
    data = json.dumps(tree).encode()
    catalogue, problems = read_files((*GOOD, SourceFile(f"{folder}/x.yaml", data)))
    assert (catalogue is None) == any(problem.severity == "error" for problem in problems)


@EASY
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 900), st.text(max_size=12))
def test_a_good_file_with_a_slip_of_the_hand_gives_problems_or_records(
    number: int, place: int, slip: str
) -> None:
    file = GOOD[number]
    text = (file.data or b"").decode()
    spoiled = SourceFile(file.name, (text[:place] + slip + text[place + 3 :]).encode())
    catalogue, problems = read_files((*GOOD[:number], spoiled, *GOOD[number + 1 :]))
    assert (catalogue is None) == any(problem.severity == "error" for problem in problems)
    assert all("\n" not in str(problem) for problem in problems)
