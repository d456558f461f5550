"""The reader knows a closed set of elements and refuses the rest by name and line."""

import pytest

from guidance.domain.errors import KnownError
from guidance.publishing.reader import read_html

PAGE = (
    '<html lang="en-GB"><head><title>T</title></head>'
    '<body class="standard"><main>{}</main></body></html>'
)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x</script>",
        "<p>open",
        "<p>a</div></p>",
        "loose words",
        '<img src="https://example.org/x.png" alt="far away">',
        '<figure><img src="file:///etc/passwd" alt="a file"></figure>',
        '<figure><img src="data:image/svg+xml;base64,!!!" alt="damaged"></figure>',
        "<td>alone</td>",
        '<figure data-width="wide"><img src="data:image/svg+xml;base64,PHN2Zy8+" alt="x"></figure>',
    ],
)
def test_what_cannot_be_printed_is_refused(inside: str) -> None:
    with pytest.raises(KnownError, match="cannot be printed"):
        read_html(PAGE.format(inside))


def test_the_line_is_named() -> None:
    with pytest.raises(KnownError, match="on line 3: <blink>"):
        read_html(PAGE.format("\n<p>one</p>\n<blink>two</blink>"))


def test_a_section_of_a_trusts_own_is_let_through() -> None:
    page = PAGE.format("<section><h2>Ours</h2><p>Words.</p></section>")
    assert len(read_html(page).blocks) == 2
