"""Reads what was published: a PDF by its tags, HTML by its blocks, a page by its ink."""

import io
import re
from collections.abc import Iterator

import pikepdf
from PySide6.QtGui import QColor, QImage

from guidance.domain.document import (
    Document,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Table,
    WriteSpace,
)
from guidance.publishing.glyphs import on_paper
from guidance.publishing.html import render_html
from guidance.publishing.reader import read_html

Node = pikepdf.Object


class Reader:
    """A tagged PDF read by its tags: the order that a screen reader follows."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.root = self.pdf.Root
        self.text: dict[tuple[object, int], str] = {}
        for page in self.pdf.pages:
            for mark, words in _marked(page).items():
                self.text[page.objgen, mark] = words

    def nodes(self, node: Node | None = None, page: Node | None = None) -> Iterator[Node]:
        """Every structure element, in order."""
        for kid in _kids(self.root.StructTreeRoot if node is None else node):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                yield from self.nodes(kid, page)

    def of(self, *kinds: str) -> list[Node]:
        return [node for node in self.nodes() if str(node.S).lstrip("/") in kinds]

    def words(self, node: Node | None = None) -> str:
        """The text of a node and all under it, in the order of the tags.

        List numbers are left out, and letters inside a picture: its own words stand for it.
        """
        return "".join(self._pieces(self.root.StructTreeRoot if node is None else node, None))

    def _pieces(self, node: Node, page: Node | None) -> Iterator[str]:
        here = node.get("/Pg", page)
        if "/S" in node and str(node.S) == "/Lbl":
            return
        for kid in _kids(node):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from self._pieces(kid, here)
            elif "/S" in node and str(node.S) != "/Figure":
                marked = isinstance(kid, pikepdf.Dictionary)
                if not marked or "/MCID" in kid:
                    at = kid.get("/Pg", here) if marked else here
                    yield self._said(at, kid.MCID if marked else kid)

    def _said(self, page: Node | None, mark: Node) -> str:
        assert page is not None
        return self.text.get((page.objgen, int(mark)), "")


def _kids(node: Node) -> list[Node]:
    kids = node.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked piece of a page, decoded through its fonts' own tables."""
    found: dict[int, str] = {}
    stack: list[int | None] = []
    table: dict[int, str] = {}
    fonts = page.Resources.get("/Font", {})
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            properties = operands[1] if len(operands) > 1 else {}
            mark = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
            stack.append(int(mark) if mark is not None else stack[-1] if stack else None)
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            table = _table(fonts[str(operands[0])])
        elif name in {"Tj", "TJ"} and stack and stack[-1] is not None:
            parts = operands[0] if name == "TJ" else operands
            codes = b"".join(bytes(p) for p in parts if isinstance(p, pikepdf.String))
            pairs = zip(codes[::2], codes[1::2], strict=True)
            text = "".join(table.get(high * 256 + low, "?") for high, low in pairs)
            found[stack[-1]] = found.get(stack[-1], "") + text
    return found


def _table(font: Node) -> dict[int, str]:
    data = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", part):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for low, high, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            first = int.from_bytes(bytes.fromhex(text), "big")
            for at in range(int(low, 16), int(high, 16) + 1):
                found[at] = chr(first + at - int(low, 16))
    return found


def squeezed(text: str) -> str:
    """Text without any spaces or soft breaks: what must agree between two forms."""
    return re.sub(r"[\s\u200b\u00ad\u2010]+", "", text)


def html_order(html: str) -> str:
    """All the words of a page of HTML, in its order, without spaces."""
    said: list[str] = []
    for block in read_html(html).blocks:
        match block:
            case Heading():
                said.append(block.text)
            case Paragraph():
                said += [run.text for run in block.runs]
            case ListBlock():
                said += [run.text for item in block.items for run in item]
            case Table():
                said.append(block.caption)
                rows = (block.header, *block.rows)
                said += [run.text for row in rows for cell in row for run in cell]
            case Figure():
                said.append(block.caption)
            case WriteSpace():
                said.append(block.label)
            case _:
                pass
    return squeezed(on_paper(" ".join(said)))


def page_order(document: Document) -> str:
    """All the words of a document's HTML, in its order, without spaces."""
    return html_order(render_html(document))


def ink(image: QImage, left: float, top: float, right: float, bottom: float) -> int:
    """Dark dots in a part of a page, given as shares of its width and height."""
    columns = range(int(left * image.width()), int(right * image.width()), 2)
    rows = range(int(top * image.height()), int(bottom * image.height()), 2)
    return sum(QColor(image.pixel(x, y)).lightness() < 140 for y in rows for x in columns)
