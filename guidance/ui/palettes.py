"""The colours of the three themes, as data, and the sums that prove they can be read.

A palette names what a colour is *for*, never what it looks like, so a page cannot pick a colour
that fails in another theme. Contrast is computed as WCAG 2.2 defines it.
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme as ``#rrggbb`` texts.

    ``page`` is the ground behind everything, ``card`` raised surfaces, ``sunk`` quiet fills.
    ``ink`` is text, ``soft`` second-rank text, ``line`` thin decoration, ``edge`` the outline of
    things to press or fill in. ``accent`` carries identity; ``on_accent`` is text on it.
    ``rail`` is the navigation's ground. ``focus`` is the ring round the focused thing.
    """

    page: str
    card: str
    sunk: str
    ink: str
    soft: str
    line: str
    edge: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    link: str
    rail: str
    rail_ink: str
    rail_soft: str
    rail_chosen: str
    rail_chosen_ink: str
    focus: str
    rail_focus: str
    danger: str
    danger_soft: str
    good: str
    good_soft: str
    caution: str
    caution_soft: str

    def tokens(self) -> dict[str, str]:
        """The colours by name, for the style sheet."""
        return {item.name: getattr(self, item.name) for item in fields(self)}


LIGHT = Palette(
    page="#f6f2ea",
    card="#fffdf9",
    sunk="#efe9dd",
    ink="#1c2423",
    soft="#48534f",
    line="#ddd4c4",
    edge="#7b7466",
    accent="#0b5c5c",
    accent_strong="#084747",
    accent_soft="#dcecea",
    on_accent="#ffffff",
    link="#0b5c5c",
    rail="#0d3f41",
    rail_ink="#f4efe4",
    rail_soft="#bcd3d0",
    rail_chosen="#f6f2ea",
    rail_chosen_ink="#0d3f41",
    focus="#b4440c",
    rail_focus="#ffc66b",
    danger="#a3211f",
    danger_soft="#fbe9e6",
    good="#1d6338",
    good_soft="#e2f0e4",
    caution="#7a4a00",
    caution_soft="#fbeed2",
)

DARK = Palette(
    page="#141a1b",
    card="#1d2526",
    sunk="#263031",
    ink="#f1ede4",
    soft="#c3c9c4",
    line="#3a4647",
    edge="#8b9896",
    accent="#7fd1c7",
    accent_strong="#a6e3db",
    accent_soft="#1f4041",
    on_accent="#0b2526",
    link="#8edad0",
    rail="#0e1314",
    rail_ink="#f1ede4",
    rail_soft="#b4c2bf",
    rail_chosen="#1f4041",
    rail_chosen_ink="#eafaf7",
    focus="#ffb454",
    rail_focus="#ffb454",
    danger="#ffa79b",
    danger_soft="#43201d",
    good="#93d9a5",
    good_soft="#1c3a27",
    caution="#ffcf7d",
    caution_soft="#40300f",
)

CONTRAST = Palette(
    page="#000000",
    card="#000000",
    sunk="#1a1a1a",
    ink="#ffffff",
    soft="#ffffff",
    line="#ffffff",
    edge="#ffffff",
    accent="#7ff0e4",
    accent_strong="#b4fff7",
    accent_soft="#003b38",
    on_accent="#000000",
    link="#7ff0e4",
    rail="#000000",
    rail_ink="#ffffff",
    rail_soft="#ffffff",
    rail_chosen="#7ff0e4",
    rail_chosen_ink="#000000",
    focus="#ffe600",
    rail_focus="#ffe600",
    danger="#ffb3a7",
    danger_soft="#330000",
    good="#9dffb5",
    good_soft="#002b0e",
    caution="#ffe08a",
    caution_soft="#2b2000",
)

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

# Every pair of text and ground that the style sheet or a page may put together.
TEXT_PAIRS = (
    ("ink", "page"),
    ("ink", "card"),
    ("ink", "sunk"),
    ("soft", "page"),
    ("soft", "card"),
    ("soft", "sunk"),
    ("ink", "accent_soft"),
    ("accent", "page"),
    ("accent", "card"),
    ("accent", "sunk"),
    ("accent_strong", "accent_soft"),
    ("link", "page"),
    ("link", "card"),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("rail_ink", "rail"),
    ("rail_soft", "rail"),
    ("rail_chosen_ink", "rail_chosen"),
    ("danger", "page"),
    ("danger", "card"),
    ("danger", "danger_soft"),
    ("ink", "danger_soft"),
    ("good", "card"),
    ("good", "good_soft"),
    ("ink", "good_soft"),
    ("caution", "card"),
    ("caution", "caution_soft"),
    ("ink", "caution_soft"),
)

# What must be seen to use a control: outlines, the focus ring, the fill that marks a choice.
SHAPE_PAIRS = (
    ("edge", "page"),
    ("edge", "card"),
    ("accent", "card"),
    ("accent", "page"),
    ("focus", "page"),
    ("focus", "card"),
    ("focus", "sunk"),
    ("rail_focus", "rail"),
    ("danger", "card"),
)


def luminance(colour: str) -> float:
    """Relative luminance (0-1) of a ``#rrggbb`` colour, as WCAG 2.2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (1-21) of two ``#rrggbb`` colours, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
