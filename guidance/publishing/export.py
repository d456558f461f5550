"""A plan as the bytes of a file, by the file's ending."""

from collections.abc import Callable

from guidance.domain.errors import KnownError
from guidance.domain.plan import Plan
from guidance.domain.plan_form import write_plan
from guidance.publishing.calendar import render_calendar
from guidance.publishing.compose import compose
from guidance.publishing.html import render_html
from guidance.publishing.pdf import render_pdf
from guidance.publishing.text import render_text
from guidance.publishing.word import render_word

FORMATS: dict[str, Callable[[Plan, str], bytes]] = {
    "pdf": lambda plan, edition: render_pdf(compose(plan, edition)),
    "html": lambda plan, edition: render_html(compose(plan, edition)).encode("utf-8"),
    "docx": lambda plan, edition: render_word(compose(plan, edition)),
    "ics": lambda plan, _edition: render_calendar(plan).encode("utf-8"),
    # Half a letter, which UTF-8 cannot carry, becomes an escape that JSON reads back as it was.
    "json": lambda plan, _edition: write_plan(plan).encode("utf-8", "backslashreplace"),
    "txt": lambda plan, edition: render_text(compose(plan, edition)).encode("utf-8"),
}


def export(plan: Plan, suffix: str, edition: str = "standard") -> bytes:
    """The plan as a file of a kind: pdf, html, docx, ics, json or txt, with or without its dot.

    KnownError for any other kind or an unknown edition. Nothing is written: the caller does that.
    """
    kind = suffix.lower().lstrip(".")
    make = FORMATS.get(kind)
    if make is None:
        raise KnownError(
            f"Waymark cannot write a plan as '{suffix}'.",
            f"Choose a name that ends in one of: {', '.join('.' + one for one in FORMATS)}.",
        )
    return make(plan, edition)
