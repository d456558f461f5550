"""Puts a palette, a text size and our style sheet on the application, and draws the icons.

Widgets that paint themselves ask :func:`colour` and so need not know the theme: the palette's names
are laid onto the roles of Qt's own palette, which every widget inherits.
"""

from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from guidance.ui.palettes import PALETTES, Palette

BODY_PX = 17
SIZES = {"display": 36, "title": 30, "heading": 22, "subhead": 19, "body": BODY_PX, "small": 15}
FONT_FILES = "AtkinsonHyperlegibleNext-*.ttf"
FIRST_FONTS = ("AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold")
ROLES = {
    "page": QPalette.ColorRole.Window,
    "card": QPalette.ColorRole.Base,
    "sunk": QPalette.ColorRole.AlternateBase,
    "ink": QPalette.ColorRole.WindowText,
    "soft": QPalette.ColorRole.PlaceholderText,
    "line": QPalette.ColorRole.Midlight,
    "edge": QPalette.ColorRole.Mid,
    "accent": QPalette.ColorRole.Highlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "accent_soft": QPalette.ColorRole.Light,
    "accent_strong": QPalette.ColorRole.Dark,
    "focus": QPalette.ColorRole.BrightText,
    "danger": QPalette.ColorRole.Shadow,
    "link": QPalette.ColorRole.Link,
    "good": QPalette.ColorRole.LinkVisited,
}


def colour(widget: QWidget, name: str) -> QColor:
    """The colour that the theme in force gives a name of ``ROLES``, for a widget's own painting."""
    return QApplication.palette(widget).color(ROLES[name])


class Theme(QObject):
    """The look in force. ``changed`` is told after every change of theme or text size."""

    changed = Signal()

    def __init__(self, application: QApplication, resources: Path) -> None:
        super().__init__(application)
        self._application = application
        self._resources = resources
        self._family: str | None = None
        self.name = ""
        self.text_size = 0
        self.palette: Palette = PALETTES["light"]

    def apply(self, name: str, text_size: int) -> None:
        """Wear a theme (a key of ``PALETTES``) at a text size of 100 to 200 per cent."""
        if (name, text_size) == (self.name, self.text_size):
            return
        self.name, self.text_size = name, max(100, min(200, text_size))
        self.palette = PALETTES[name]
        if self._family is None:
            self._application.setStyle("Fusion")
            self._family = self._bundled_family()
        font = QFont(self._family) if self._family else QFont(self._application.font())
        font.setPixelSize(self.px(BODY_PX))
        self._application.setFont(font)
        self._application.setPalette(_qt_palette(self.palette))
        self._application.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def px(self, size: float) -> int:
        """A length given at 100 % text, as pixels at the text size in force."""
        return round(size * self.text_size / 100)

    def icon(self, name: str, colour_name: str = "ink", size: int = 20) -> QIcon:
        """A bundled icon (file name without ``.svg``) drawn in a colour of the palette."""
        return QIcon(self.picture(name, colour_name, self.px(size)))

    def picture(self, name: str, colour_name: str, pixels: int) -> QPixmap:
        """A bundled drawing as a square picture of a given side, in a colour of the palette."""
        from PySide6.QtSvg import QSvgRenderer  # late: the first paint does without it

        text = (self._resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        shade = self.palette.tokens()[colour_name]
        ratio = self._application.devicePixelRatio()
        picture = QPixmap(QSize(pixels, pixels) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(text.replace("currentColor", shade).encode()).render(painter)
        painter.end()
        return picture

    def load_other_scripts(self) -> None:
        """After the first paint: italics, symbols and the letters of other scripts."""
        for path in sorted((self._resources / "fonts").glob("*.[ot]tf")):
            if path.stem not in FIRST_FONTS:
                QFontDatabase.addApplicationFont(str(path))

    def _bundled_family(self) -> str:
        found: list[str] = []
        for stem in FIRST_FONTS:
            number = QFontDatabase.addApplicationFont(
                str(self._resources / "fonts" / f"{stem}.ttf")
            )
            found.extend(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ())
        return found[0] if found else ""

    def _style_sheet(self) -> str:
        words = self.palette.tokens()
        words |= {f"size_{name}": f"{self.px(size)}px" for name, size in SIZES.items()}
        words |= {f"em{n}": f"{self.px(n)}px" for n in (2, 4, 6, 8, 10, 12, 16, 20, 24, 44)}
        words["icons"] = (self._resources / "icons").as_posix()
        words["tone"] = "light" if self.name == "light" else "dark"
        text = (self._resources / "styles" / "waymark.qss").read_text(encoding="utf-8")
        return Template(text).substitute(words)


def _qt_palette(palette: Palette) -> QPalette:
    tokens = palette.tokens()
    made = QPalette()
    for name, role in ROLES.items():
        made.setColor(role, QColor(tokens[name]))
    ink, card = QColor(palette.ink), QColor(palette.card)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(role, ink)
    made.setColor(QPalette.ColorRole.Button, card)
    made.setColor(QPalette.ColorRole.ToolTipBase, card)
    made.setColor(QPalette.ColorRole.ToolTipText, ink)
    made.setColor(QPalette.ColorRole.Accent, QColor(palette.accent))
    soft = QColor(palette.soft)
    for role in ("WindowText", "Text", "ButtonText"):
        made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], soft)
    return made
