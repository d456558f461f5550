"""Settings as data: one table says each one's key, default, choices, label and help.

Pages, validation and help are built from :data:`SETTINGS`; :class:`Settings` holds the values.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import cast

from guidance.app.documents import save_bytes
from guidance.domain.errors import KnownError

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. A text has ``choices`` (value and label); a number has ``low`` and ``high``."""

    key: str
    default: Value
    label: str
    help: str
    choices: tuple[tuple[str, str], ...] = ()
    low: int = 0
    high: int = 0
    step: int = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force. A field per row of :data:`SETTINGS`, with the same default."""

    theme: str = "light"
    text_size: int = 100
    calm: bool = False
    depth: str = "client"
    paper: str = "a4"
    edition: str = "standard"
    lock_minutes: int = 10
    keep: str = "ask"


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "theme",
        "light",
        "Colours",
        "Pick the colours that are easiest on your eyes.",
        (("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast")),
    ),
    Setting(
        "text_size",
        100,
        "Text size",
        "Make all words bigger, up to twice the size.",
        low=100,
        high=200,
        step=25,
    ),
    Setting("calm", False, "Keep still", "Turn off things that move or fade on the page."),
    Setting(
        "depth",
        "client",
        "How much to explain",
        "Short reasons, or the whole sum behind each match.",
        (("client", "Short reasons"), ("adviser", "The whole sum")),
    ),
    Setting(
        "paper",
        "a4",
        "Paper",
        "The size of paper in your printer.",
        (("a4", "A4"), ("letter", "US Letter")),
    ),
    Setting(
        "edition",
        "standard",
        "Plan layout",
        "The layout used when you print or save a plan.",
        (("standard", "Standard"), ("large-print", "Large print"), ("summary", "One page")),
    ),
    Setting(
        "lock_minutes",
        10,
        "Lock after",
        "Minutes without a key or a click before a list of clients locks itself.",
        low=1,
        high=60,
    ),
    Setting(
        "keep",
        "ask",
        "Keep my answers",
        "Whether to keep what you tell us on this computer.",
        (("ask", "Ask me"), ("yes", "Keep them"), ("no", "Never keep them")),
    ),
)
_BY_KEY: Mapping[str, Setting] = {setting.key: setting for setting in SETTINGS}


def with_setting(settings: Settings, key: str, value: object) -> Settings:
    """The settings with one changed. Raises KnownError for an unknown key or a wrong value."""
    setting = _BY_KEY.get(key)
    if setting is None:
        raise KnownError(
            f"There is no setting called '{key}'.", f"Use one of: {', '.join(_BY_KEY)}."
        )
    found = problem(setting, value)
    if found:
        raise KnownError(found, "The setting was left as it was.")
    return replace(settings, **{key: value})  # type: ignore[arg-type]  # problem() checked the kind


def problem(setting: Setting, value: object) -> str:
    """What is wrong with a value for a setting; empty when nothing is."""
    if isinstance(setting.default, bool):
        return "" if isinstance(value, bool) else f"'{setting.label}' should be on or off."
    if isinstance(setting.default, int):
        fits = isinstance(value, int) and not isinstance(value, bool)
        if fits and setting.low <= cast("int", value) <= setting.high:
            return ""
        return f"'{setting.label}' should be a number from {setting.low} to {setting.high}."
    known = [choice for choice, _ in setting.choices]
    return "" if value in known else f"'{setting.label}' should be one of: {', '.join(known)}."


def load_settings(path: Path) -> tuple[Settings, str]:
    """The settings kept in a file, and a sentence to show when some could not be read.

    A missing file gives the defaults. A bad file gives as many as can be read, never an error.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError):
        return Settings(), "Your settings could not be read, so the usual ones are in use."
    try:
        held: object = json.loads(text)
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict):
        return Settings(), "Your settings file is damaged, so the usual ones are in use."
    return _taken(cast("dict[str, object]", held))


def _taken(held: dict[str, object]) -> tuple[Settings, str]:
    settings = Settings()
    left: list[str] = []
    for key, value in held.items():
        try:
            settings = with_setting(settings, key, value)
        except KnownError:
            left.append(key)
    if not left:
        return settings, ""
    return settings, f"Some settings could not be used and were left out: {', '.join(left)[:200]}."


def save_settings(path: Path, settings: Settings) -> None:
    """Keep the settings in a file, whole or not at all. Raises KnownError when it cannot be."""
    held = {item.name: getattr(settings, item.name) for item in fields(settings)}
    text = json.dumps(held, indent=2, sort_keys=True) + "\n"
    save_bytes(path, text.encode("utf-8"), make_folder=True)
