import pytest

from guidance.domain.catalogue import Catalogue
from guidance.matching.naming import Naming
from guidance.matching.words import Titles


@pytest.fixture(scope="module")
def naming(real: Catalogue) -> Naming:
    """Naming with the roles of the real catalogue."""
    return Naming(real.roles, Titles(real))


@pytest.mark.parametrize(
    "phrase",
    [
        "helping children talk",
        "I'd rather be with the patients",
        "chatting with patients on the ward",
        "diabetes clinics and long-term conditions",
        "to be the one who plans the rehab",
        "talking to people on the way to theatre",
        "coaching my team",
        "having it all",
    ],
)
def test_words_about_the_work_name_no_profession(naming: Naming, phrase: str) -> None:
    assert naming.named(phrase) == {}


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("I want to be an ODP", "operating-department-practitioner"),
        ("physiotherapy helped me", "physiotherapist"),
        ("one day a midwife", "midwife"),
        ("I would like to be a speech therapist", "speech-and-language-therapist"),
        ("to train as a nurse", "adult-nurse"),
    ],
)
def test_a_title_or_profession_in_a_phrase_is_named(naming: Naming, phrase: str, role: str) -> None:
    assert naming.named(phrase)[role] >= 0.7


def test_the_parts_of_a_title_known_as_a_whole_name_nothing_else(naming: Naming) -> None:
    assert "general-practitioner" not in naming.aimed("GP practice pharmacist")
