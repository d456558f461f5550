"""A document as HTML: a small semantic set of elements, from the one template."""

import base64
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from guidance.domain.document import Document
from guidance.publishing.normal import normal_form
from guidance.publishing.resources import resource, resource_text

if TYPE_CHECKING:
    import jinja2

TEMPLATE = "document.html.j2"


def render_html(document: Document, *, template: Path | None = None, styled: bool = True) -> str:
    """The whole HTML page of a document, in its normal form.

    ``template`` is a template file that replaces ours. ``styled`` adds the page's own style
    sheet, so that the file stands alone; the window leaves it out and brings its own.
    """
    path = template or resource("templates", TEMPLATE)
    style = resource_text("templates", "document.css") if styled else ""
    page = _environment(path.parent, ours=template is None).get_template(path.name)
    return page.render(document=normal_form(document), style=_markup(style))


@cache
def _environment(folder: Path, *, ours: bool) -> "jinja2.Environment":
    """Where templates are run: a template from outside in a sandbox, which is four times slower."""
    # Late: importing jinja2 takes 76 ms and the first page of the window never needs it.
    import jinja2
    import jinja2.sandbox

    made = jinja2.Environment if ours else jinja2.sandbox.ImmutableSandboxedEnvironment
    environment = made(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        keep_trailing_newline=True,
    )
    environment.filters["base64"] = _base64
    environment.filters["kind"] = _kind
    return environment


def _base64(text: str) -> str:
    return base64.b64encode(text.encode("utf-8")).decode("ascii")


def _kind(block: object) -> str:
    return type(block).__name__


def _markup(style: str) -> object:
    # Late, with jinja2. Our own style sheet is the one text that must not be escaped.
    import markupsafe

    return markupsafe.Markup(style)  # noqa: S704  (a shipped file, never a person's text)
