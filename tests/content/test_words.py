"""The words of the content: our own, plain, and the same for everyone."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from reading.runs import mark, read_marks, runs

from guidance.content.survey import KINDS
from guidance.domain.catalogue import Catalogue
from guidance.domain.plain import to_plain

SOURCE = Path(__file__).parent.parent.parent / "db" / "source"
NAMES = {"title", "name", "publisher", "organisation", "published_in"}
NOT_PROSE = {
    "id",
    "titles",
    "typed",
    "phrases",
    "words",
    "holland",
    "when",
    "asks",
    "sources",
    "qualification",
    "grants",
    "from_roles",
    "roles",
}
TYPED = {"word_groups", "unlisted_titles"}  # what people type, not what we say
GENDERED = re.compile(
    r"\b(he|she|him|his|her|hers|himself|herself|he/she|s/he|chairman|chairwoman|craftsman|foreman|"
    r"handyman|layman|manmade|man-made|manpower|manning|businessman|spokesman|salesman|tradesman|"
    r"workman|workmen|housewife|ladies|gentlemen|girls|boys|male nurse|lady doctor|mankind|"
    r"motherly|fatherly|maternal instinct|wives|husbands)\b",
    re.IGNORECASE,
)


def _texts(item: object, names: bool, key: str = "") -> Iterator[str]:
    """The texts under a plain form of a noun: its names, or else its prose."""
    if isinstance(item, dict):
        for inner, held in item.items():
            if inner not in NOT_PROSE:
                yield from _texts(held, names, inner)
    elif isinstance(item, list | tuple):
        for held in item:
            yield from _texts(held, names, key)
    elif isinstance(item, str) and (key in NAMES) is names:
        yield item


def _records(catalogue: Catalogue, names: bool) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        if kind in TYPED or (kind == "sources" and not names):
            continue
        held = getattr(catalogue, kind)
        for item in held.values() if isinstance(held, Mapping) else held:
            plain = to_plain(item)
            yield from ((f"{kind} {plain.get('id', '')}", text) for text in _texts(plain, names))


def test_no_run_of_eight_words_is_shared_with_a_source_document(catalogue: Catalogue) -> None:
    marks = read_marks()
    named = {run for _, text in _records(catalogue, names=True) for run in runs(text)}
    shared = {
        (name, run)
        for name, text in _records(catalogue, names=False)
        for run in runs(text)
        if run not in named and mark(run) in marks
    }
    assert shared == set()


def test_a_run_of_a_source_document_is_recognised() -> None:
    # a public name of a strategy that one of the documents is about
    run = next(runs("Allied Health Professions Careers Awareness Strategy 2021 22"))
    assert mark(run) in read_marks()
    assert mark("one two three four five six seven eight") not in read_marks()


def test_no_job_is_given_to_one_sex(catalogue: Catalogue) -> None:
    found = {
        (name, hit.group())
        for name, text in _records(catalogue, names=False)
        for hit in GENDERED.finditer(text)
    }
    assert found == set()


@pytest.mark.parametrize("text", ["Ask her to sign.", "A chairman leads it.", "He decides."])
def test_a_gendered_word_is_noticed(text: str) -> None:
    assert GENDERED.search(text)
