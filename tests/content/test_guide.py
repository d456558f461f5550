"""The authors' guide works as written: its examples build, and they show every key."""

import re
from pathlib import Path

import pytest

from guidance.content import guides, kinds, reference, roles, rules, stories
from guidance.content.conditions import EXPERIENCE, HOLDS, READERS, REGISTERED
from guidance.content.read import read_sources
from guidance.content.shape import PROVENANCE_KEYS, Shape

GUIDE = Path(__file__).parent.parent.parent / "db" / "README.md"
EXAMPLE = re.compile(r"```yaml\n# ([a-z/0-9-]+\.yaml)\n(.*?)```", re.DOTALL)
SHAPES: dict[str, tuple[Shape, ...]] = {
    "sources": (roles.SOURCE,),
    "roles": (roles.ROLE, roles.HOLLAND, roles.PREVIEW, roles.SHARED_TITLE),
    "routes": (roles.ROUTE, kinds.WAYS, HOLDS, REGISTERED, EXPERIENCE),
    "journeys": (stories.JOURNEY, stories.JOURNEY_FROM, stories.JOURNEY_TO, stories.STEP),
    "case-studies": (stories.CASE_STUDY, stories.RESULT),
    "registers": (rules.REGISTER, rules.RULE, rules.BOUNDARY, rules.FEE),
    "return-support": (rules.RETURN_SUPPORT,),
    "ladders": (reference.LADDER, reference.LEVEL),
    "interests": (reference.INTEREST,),
    "values": (reference.CHOICE,),
    "strengths": (reference.CHOICE,),
    "constraints": (reference.CONSTRAINT,),
    "qualifications": (reference.QUALIFICATION,),
    "pay": (reference.PAY,),
    "funding": (reference.FUNDING,),
    "mechanisms": (reference.MECHANISM,),
    "resources": (reference.RESOURCE,),
    "standards": (reference.STANDARD,),
    "outside-groups": (reference.OUTSIDE_GROUP,),
    "words": (reference.WORD_GROUP,),
    "unlisted-titles": (),
    "prompts": (reference.PROMPT,),
    "evidence": (guides.EVIDENCE,),
    "comparisons": (guides.COMPARISON, guides.SIDE),
    "guides": (guides.GUIDE, guides.TRANSFER),
}


@pytest.fixture(scope="module")
def examples() -> dict[str, str]:
    """The examples of the guide by the file that each would be."""
    return dict(EXAMPLE.findall(GUIDE.read_text(encoding="utf-8")))


def test_the_examples_make_a_catalogue_without_a_problem(
    examples: dict[str, str], tmp_path: Path
) -> None:
    for name, text in examples.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    catalogue, problems = read_sources(tmp_path)
    assert [str(problem) for problem in problems] == []
    assert catalogue is not None
    assert set(catalogue.roles) == {
        "anytown-tea-maker", "anytown-ward-nurse", "anytown-student-nurse",
    }  # fmt: skip


def test_every_kind_has_its_shapes_in_this_test() -> None:
    assert set(SHAPES) == set(kinds.FOLDERS)


@pytest.mark.parametrize("folder", kinds.FOLDERS)
def test_every_key_of_a_kind_is_shown_in_an_example(folder: str, examples: dict[str, str]) -> None:
    shown = "".join(text for name, text in examples.items() if name.startswith(f"{folder}/"))
    assert shown
    keys = [key for shape in SHAPES[folder] for key in shape.keys]
    if folder == "routes":
        keys += READERS
    missing = [key for key in keys if not re.search(rf"\b{key}:", shown)]
    assert not missing


def test_every_key_of_provenance_is_shown_somewhere(examples: dict[str, str]) -> None:
    shown = "".join(examples.values())
    assert not [key for key in PROVENANCE_KEYS if not re.search(rf"\b{key}:", shown)]
