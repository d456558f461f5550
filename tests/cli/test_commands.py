"""Commands that answer: results on standard output, problems in one sentence, exit 2."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guidance import __version__
from guidance.app.paths import Paths
from guidance.cli.commands import COMMANDS

HEAD = '{"format": "waymark-profile/1"'
MATCH_KEYS = {
    "role_id",
    "title",
    "lane",
    "band",
    "score",
    "contributions",
    "gaps",
    "routes",
    "journeys",
    "case_studies",
    "sources",
}
HCA = {"title": "HCA"}
ROLES = ("support-worker", "therapy-assistant", "therapist")


def _refused(done: Any) -> str:  # noqa: ANN401  # the record that the fixture gives
    assert done.status == 2
    assert done.out == ""
    assert done.err.startswith("waymark: ")
    assert done.err.count("\n") == 1
    return done.err


# Asking wrongly


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["mach"], "There is no command 'mach'. Did you mean 'match'?"),
        (["match"], "Something is missing: profile."),
        (["why", "x.json"], "Something is missing: ROLE-ID."),
        (["plan", "x.json"], "Something is missing: --out."),
        (["match", "x.json", "--tops", "3"], "There is something it does not know: --tops"),
        (["match", "x.json", "--top", "0"], "'0' is not a number from 1 to 1000"),
        (["match", "x.json", "--top", "x"], "'x' is not a number from 1 to 1000"),
        (["match", "x.json", "--as-of", "2199-01-01"], "is not a day such as 2026-11-21"),
        (["content", "bake"], "invalid choice: 'bake'"),
        (["match", "none.json"], "There is no file 'none.json'."),
        (["match", "."], "'.' is a folder, not a file."),
        (["match", "x\0y"], "could not be read"),
        (["evaluate", "--cases", "none"], "There is no folder 'none'."),
    ],
)
def test_a_wrong_command_is_refused_in_one_sentence(
    run: Callable[..., Any], arguments: list[str], words: str
) -> None:
    assert words in _refused(run(*arguments))


def test_help_names_every_command(run: Callable[..., Any]) -> None:
    done = run("--help")
    assert done.status == 0
    assert all(name in done.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Callable[..., Any], name: str) -> None:
    done = run(name, "--help")
    assert done.status == 0
    assert COMMANDS[name].lower() in " ".join(done.out.lower().split())


def test_the_version_is_told(run: Callable[..., Any]) -> None:
    assert run("--version").out == f"Waymark {__version__}\n"


# Titles


def test_a_title_is_resolved_for_people(run: Callable[..., Any]) -> None:
    assert run("resolve", "HCA").out.startswith("Support worker  [support-worker]")


def test_a_title_is_resolved_for_programs(run: Callable[..., Any]) -> None:
    held = json.loads(run("resolve", "HCA", "--json").out)
    assert (held["typed"], held["role_id"], held["sure"]) == ("HCA", "support-worker", True)


def test_titles_are_resolved_line_by_line_in_order(run: Callable[..., Any]) -> None:
    done = run("resolve", "-", stdin="ot\n\nHCA\nzzzz qqqq\n")
    assert [line["role_id"] for line in done.lines] == ["therapist", None, "support-worker", None]
    assert done.status == 0


def test_an_unknown_title_is_not_guessed_at(run: Callable[..., Any]) -> None:
    assert run("resolve", "zzzz qqqq").out.startswith("We do not know that title.")


@pytest.mark.parametrize("title", ["", " ", "\U0001f984", "مساعد", "x" * 10_000, "<b>#let</b>"])
def test_any_title_gets_an_answer(run: Callable[..., Any], title: str) -> None:
    assert run("resolve", title, "--json").status == 0


# Matches


def test_matches_come_in_the_shape_that_programs_rely_on(
    run: Callable[..., Any], profile: Callable[..., str]
) -> None:
    held = json.loads(run("match", profile(roles=[HCA]), "--json").out)
    assert {"as_of", "understood", "matches", "outside_field", "prices"} <= set(held)
    assert held["matches"]
    for match in held["matches"]:
        assert set(match) >= MATCH_KEYS
        for line in match["contributions"]:
            assert set(line) == {"signal", "value", "weight", "points", "reason"}
        for route in match["routes"]:
            assert {"kind", "months", "keeps_earning", "steps", "basis"} <= set(route)
            assert len(route["months"]) == 2


def test_the_points_of_a_match_add_up_to_its_score(
    run: Callable[..., Any], profile: Callable[..., str]
) -> None:
    held = json.loads(run("match", profile(roles=[HCA]), "--json").out)
    for match in held["matches"]:
        assert sum(line["points"] for line in match["contributions"]) == match["score"]


def test_top_says_how_many_matches(run: Callable[..., Any], profile: Callable[..., str]) -> None:
    held = json.loads(run("match", profile(roles=[HCA]), "--json", "--top", "1").out)
    assert len(held["matches"]) == 1


def test_the_day_asked_for_wins_over_the_day_of_the_profile(
    run: Callable[..., Any], profile: Callable[..., str]
) -> None:
    path = profile(as_of="2026-01-31")
    assert json.loads(run("match", path, "--json").out)["as_of"] == "2026-01-31"
    asked = run("match", path, "--json", "--as-of", "2026-10-01")
    assert json.loads(asked.out)["as_of"] == "2026-10-01"


def test_a_date_that_is_ahead_of_the_day_asked_for_is_refused(
    run: Callable[..., Any], profile: Callable[..., str]
) -> None:
    path = profile(registrations=[{"register": "nmc", "left_on": "2020-03"}])
    assert "still to come on 2019-01-01" in _refused(run("match", path, "--as-of", "2019-01-01"))


def test_matches_for_people_name_the_role_and_its_id(
    run: Callable[..., Any], profile: Callable[..., str]
) -> None:
    out = run("match", profile(roles=[HCA])).out
    assert "Therapy assistant" in out
    assert "[therapy-assistant]" in out


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"rolls": []}, "unknown key 'rolls'. Did you mean 'roles'?"),
        ({"roles": [{"role_id": "therapyst"}]}, "Did you mean 'therapist'?"),
        ({"as_of": "2199-01-01"}, "'as_of' cannot be 2199-01-01"),
        ({"roles": [{"title": "x" * 100_000}]}, "has 100,000 characters and may have 200"),
        ({"roles": [{"title": "a\u0000b"}]}, "cannot be shown (U+0000)"),
    ],
)
def test_a_bad_profile_is_refused_in_one_sentence(
    run: Callable[..., Any],
    profile: Callable[..., str],
    parts: dict[str, object],
    words: str,
) -> None:
    assert words in _refused(run("match", profile(**parts)))


def test_a_batch_answers_every_line_in_order_and_a_bad_one_in_its_place(
    run: Callable[..., Any],
) -> None:
    lines = [
        HEAD + ', "as_of": "2026-01-01"}',
        "not json",
        "",
        HEAD + ', "as_of": "2026-01-03"}',
        HEAD + ', "rolls": []}',
    ]
    done = run("match", "-", stdin="\n".join(lines))
    assert [line.get("as_of") for line in done.lines] == ["2026-01-01", None, "2026-01-03", None]
    assert [line.get("line") for line in done.lines] == [None, 2, None, 5]
    assert "not valid JSON" in str(done.lines[1]["error"])
    assert done.status == 2


def test_a_batch_with_no_bad_line_ends_well(run: Callable[..., Any]) -> None:
    assert run("match", "-", stdin=(HEAD + "}\n") * 3).status == 0


def test_an_empty_batch_gives_nothing_and_ends_well(run: Callable[..., Any]) -> None:
    done = run("match", "-")
    assert (done.status, done.out) == (0, "")


def test_a_line_that_is_no_text_is_answered_in_its_place(run: Callable[..., Any]) -> None:
    done = run("match", "-", stdin=b"\xff\xfa\n" + (HEAD + "}\n").encode())
    assert "not text in UTF-8" in str(done.lines[0]["error"])
    assert len(done.lines) == 2


# Why, and ways


def test_why_tells_the_place_and_what_stands_in_the_way(
    run: Callable[..., Any], profile: Callable[..., str]
) -> None:
    held = json.loads(run("why", profile(roles=[HCA]), "therapist", "--json").out)
    assert {"role_id", "listed", "rank", "law", "missing", "unknown", "changes", "routes"} <= set(
        held
    )


def test_ways_are_told_with_their_steps(
    run: Callable[..., Any], profile: Callable[..., str]
) -> None:
    held = json.loads(run("routes", profile(roles=[HCA]), "therapist", "--json").out)
    assert held["title"] == "Therapist"
    assert held["routes"][0]["steps"][-1]["to_role"] == "therapist"


@pytest.mark.parametrize("command", ["why", "routes"])
def test_a_role_id_that_is_not_there_is_refused_with_the_nearest(
    run: Callable[..., Any], profile: Callable[..., str], command: str
) -> None:
    said = _refused(run(command, profile(), "therapyst"))
    assert "There is no role with the id 'therapyst'. Did you mean therapist" in said


def test_a_profile_may_be_piped_in(run: Callable[..., Any]) -> None:
    done = run("why", "-", "therapist", stdin=HEAD + "}")
    assert done.out.startswith("Therapist  [therapist]")


# Coming back


def test_a_profile_with_no_register_is_told_so(
    run: Callable[..., Any], profile: Callable[..., str]
) -> None:
    assert run("returning", profile()).out.startswith("The profile names no register")


def test_each_registration_of_a_profile_is_answered(
    run: Callable[..., Any], profile: Callable[..., str]
) -> None:
    path = profile(registrations=[{"register": "nmc", "status": "lapsed", "left_on": "2019-01"}])
    held = json.loads(run("returning", path, "--json").out)
    assert [answer["register"] for answer in held["answers"]] == ["nmc"]


def test_a_line_that_is_neither_profile_nor_case_is_told_so(run: Callable[..., Any]) -> None:
    done = run("returning", "-", stdin='{"x": 1}\n')
    assert "neither a profile" in str(done.lines[0]["error"])
    assert done.status == 2


def test_a_case_and_a_profile_may_be_piped_in_together(run: Callable[..., Any]) -> None:
    done = run("returning", "-", stdin='{"register": "nmc"}\n' + HEAD + "}\n")
    assert done.lines[0]["register"] == "nmc"
    assert done.lines[1]["answers"] == []


# The catalogue


def test_stats_counts_each_kind(run: Callable[..., Any]) -> None:
    held = json.loads(run("content", "stats", "--json").out)
    assert held["counts"]["roles"] == 3
    assert {"what": "Roles without a source", "records": list(ROLES)} in held["holes"]


def test_stats_for_people_names_groups_shares_and_holes(run: Callable[..., Any]) -> None:
    told = run("content", "stats").out
    for heading in ("For each staff group", "Roles shown with each band", "What is missing"):
        assert heading in told
    assert "Facts past their shelf life: none." in told


def test_due_says_when_nothing_is_past_its_shelf_life(run: Callable[..., Any]) -> None:
    assert run("content", "due", "--as-of", "2030-01-01").out == (
        "No facts past shelf life on 2030-01-01.\n"
    )


def test_check_names_every_mistake_where_nothing_was_ever_built(
    run: Callable[..., Any], paths: Paths, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "source" / "values"
    folder.mkdir(parents=True)
    wrong = "- {id: one, title: One}\n- {id: two, meaning: Two}\n"
    (folder / "values.yaml").write_text(wrong, encoding="utf-8")
    here = replace(paths, source=tmp_path / "source", catalogue=tmp_path / "none.sqlite")
    monkeypatch.setattr("guidance.cli.commands.find_paths", lambda _=None: here)
    done = run("content", "check")
    assert done.status == 2
    assert "values.yaml:1: one meaning: The key 'meaning' is missing" in done.out
    assert "values.yaml:2: two title: The key 'title' is missing" in done.out
    assert "2 errors and no warnings." in done.out


@pytest.mark.parametrize("what", ["check", "build"])
def test_an_installed_copy_has_no_sources_to_check_or_build(
    run: Callable[..., Any], what: str
) -> None:
    assert "has no sources" in _refused(run("content", what))


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 500])
def test_a_damaged_catalogue_is_told_in_one_sentence(
    run: Callable[..., Any],
    profile: Callable[..., str],
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
) -> None:
    broken = tmp_path / "catalogue.sqlite"
    broken.write_bytes(content)
    monkeypatch.setattr(
        "guidance.cli.commands.find_paths", lambda _=None: replace(paths, catalogue=broken)
    )
    assert str(broken) in _refused(run("match", profile()))


def test_a_missing_catalogue_is_told_in_one_sentence(
    run: Callable[..., Any],
    profile: Callable[..., str],
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = replace(paths, catalogue=tmp_path / "none.sqlite")
    monkeypatch.setattr("guidance.cli.commands.find_paths", lambda _=None: gone)
    assert "none.sqlite" in _refused(run("resolve", "HCA"))
