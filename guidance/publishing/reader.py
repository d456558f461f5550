"""Reads our HTML back to a document. The vocabulary is closed: any other element is refused."""

import base64
import binascii
from dataclasses import dataclass, field
from html.parser import HTMLParser

from guidance.domain.document import (
    Block,
    Document,
    Figure,
    Heading,
    Inline,
    ListBlock,
    PageBreak,
    Paragraph,
    Run,
    Table,
    WriteSpace,
)
from guidance.domain.errors import KnownError
from guidance.publishing.normal import normal_form

_SVG = "data:image/svg+xml;base64,"
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_INLINE = {"a", "strong", "em"}
_TEXT = {"p", "li", "th", "td", "caption", "figcaption", "title", *_HEADINGS}
_KNOWN = (
    {"html", "head", "meta", "style", "body", "main", "footer", "section", "ul", "ol", "hr"}
    | {"table", "thead", "tbody", "tr", "figure", "img"}
    | _TEXT
    | _INLINE
)
_ALONE = {"meta", "img", "hr"}
Attributes = dict[str, str]


def read_html(page: str) -> Document:
    """The document that a page of our HTML holds, in normal form.

    KnownError where the page has an element outside the vocabulary or a broken nesting.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.finished()


@dataclass(slots=True)
class _Open:
    """An element being read: its text so far, its cells and its items."""

    tag: str
    attributes: Attributes
    runs: list[Run] = field(default_factory=list[Run])
    items: list[Inline] = field(default_factory=list[Inline])
    rows: list[list[Inline]] = field(default_factory=list[list[Inline]])
    caption: str = ""
    header: list[Inline] = field(default_factory=list[Inline])
    row_headers: bool = False
    picture: Attributes = field(default_factory=dict[str, str])
    label: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[_Open] = []
        self.blocks: list[Block] = []
        self.meta: dict[str, str] = {}
        self.language = ""
        self.edition = ""
        self.title = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _KNOWN:
            raise _refused(f"<{tag}>", self.getpos()[0])
        found = _Open(tag, {name: value or "" for name, value in attrs})
        if tag in _ALONE:
            self._alone(found)
            return
        if tag == "html":
            self.language = found.attributes.get("lang", "")
        if tag == "body":
            self.edition = found.attributes.get("class", "")
        if tag == "tr" and (table := self._nearest("table")):
            table.rows.append([])
        self.stack.append(found)

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack[-1].tag != tag:
            raise _refused(f"</{tag}>", self.getpos()[0])
        element = self.stack.pop()
        if tag in _TEXT:
            self._text_ended(element)
        elif tag in {"ul", "ol", "table", "figure"}:
            self.blocks.append(_BUILD[tag](element))
        elif tag == "section" and element.attributes.get("class") == "write":
            lines = _number(element.attributes.get("data-lines", "3"))
            self.blocks.append(WriteSpace(element.label, int(lines)))

    def handle_data(self, data: str) -> None:
        target = next((one for one in reversed(self.stack) if one.tag in _TEXT), None)
        if target is None:
            if data.strip(" \t\r\n") and not self._nearest("style"):
                raise _refused(f"loose text '{data.strip()[:20]}'", self.getpos()[0])
            return
        inside = {one.tag: one for one in self.stack if one.tag in _INLINE}
        link = inside["a"].attributes.get("href") if "a" in inside else None
        target.runs.append(Run(data, "strong" in inside, "em" in inside, link))

    def _nearest(self, *tags: str) -> _Open | None:
        return next((one for one in reversed(self.stack) if one.tag in tags), None)

    def _alone(self, element: _Open) -> None:
        if element.tag == "meta":
            name = element.attributes.get("name", "")
            self.meta[name] = element.attributes.get("content", "")
        elif element.tag == "hr":
            self.blocks.append(PageBreak())
        elif figure := self._nearest("figure"):
            figure.picture = element.attributes
        else:
            raise _refused("<img> outside a figure", self.getpos()[0])

    def _text_ended(self, element: _Open) -> None:
        runs = tuple(element.runs)
        text = "".join(run.text for run in runs)
        if element.tag in _HEADINGS:
            anchor = element.attributes.get("id", "")
            self.blocks.append(Heading(_HEADINGS[element.tag], text, anchor))
        elif element.tag == "p":
            self._paragraph(element, runs, text)
        elif element.tag == "title":
            self.title = text
        elif element.tag == "li" and (parent := self._nearest("ul", "ol")):
            parent.items.append(runs)
        elif element.tag in {"th", "td"}:
            self._cell(element, runs)
        elif parent := self._nearest("table", "figure"):
            parent.caption = text

    def _paragraph(self, element: _Open, runs: Inline, text: str) -> None:
        write = self._nearest("section")
        if write and write.attributes.get("class") == "write":
            write.label = text
            return
        if not self._nearest("footer"):
            self.blocks.append(Paragraph(runs, element.attributes.get("class", "body")))

    def _cell(self, element: _Open, runs: Inline) -> None:
        table = self._nearest("table")
        if table is None or not table.rows:
            raise _refused(f"<{element.tag}> outside a table", self.getpos()[0])
        if self._nearest("thead"):
            table.header.append(runs)
            return
        if element.tag == "th":
            table.row_headers = True
        table.rows[-1].append(runs)

    def finished(self) -> Document:
        """The document read, once every element has been closed."""
        if self.stack:
            raise _refused(f"<{self.stack[-1].tag}> without its end", self.getpos()[0])
        return normal_form(
            Document(
                title=self.title,
                subject=self.meta.get("description", ""),
                language=self.language,
                date=self.meta.get("date", ""),
                edition=self.edition,
                blocks=tuple(self.blocks),
                footer=self.meta.get("footer", ""),
                author=self.meta.get("author", ""),
            )
        )


def _list(element: _Open) -> Block:
    return ListBlock(
        tuple(element.items),
        ordered=element.tag == "ol",
        role=element.attributes.get("class", "plain"),
        anchor=element.attributes.get("id", ""),
    )


def _table(element: _Open) -> Block:
    widths = element.attributes.get("data-widths", "").split()
    return Table(
        element.caption,
        tuple(element.header),
        tuple(tuple(row) for row in element.rows if row),
        row_headers=element.row_headers,
        widths=tuple(_number(width) for width in widths),
        role=element.attributes.get("class", "plain"),
    )


def _figure(element: _Open) -> Block:
    address = element.picture.get("src", "")
    try:
        svg = base64.b64decode(address.removeprefix(_SVG), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        svg = ""
    if not address.startswith(_SVG) or not svg:
        raise _refused("a picture that is not drawn inside the page", 0)
    width = _number(element.attributes.get("data-width", "160"))
    return Figure(svg, element.picture.get("alt", ""), element.caption, width)


_BUILD = {"ul": _list, "ol": _list, "table": _table, "figure": _figure}


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise _refused(f"'{text[:20]}' where a number belongs", 0) from None


def _refused(what: str, line: int) -> KnownError:
    where = f" on line {line}" if line else ""
    return KnownError(
        f"The document template wrote something that cannot be printed{where}: {what}.",
        "Use only the elements listed in the template guide.",
    )
