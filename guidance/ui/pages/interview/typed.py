"""Reads lengths of time, months of the year and numbers as people write them."""

import re

NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS = tuple(name[:3].casefold() for name in NAMES)
LONGEST_MONTHS = 840


class NotUnderstoodError(ValueError):
    """A text that cannot be read as what was asked for."""


def months_of(text: str) -> int | None:
    """Whole months in a text such as *2 years*, *18 months*, *2.5* (years) or *1y 6m*.

    None for an empty text. Raises NotUnderstoodError when it cannot be read.
    """
    words = text.casefold().replace(",", ".").strip()
    if not words:
        return None
    parts = re.findall(r"(\d+(?:\.\d+)?)\s*([a-z]*)", words)
    if not parts or re.sub(r"(\d+(?:\.\d+)?)\s*([a-z]*)|and|\s", "", words):
        raise NotUnderstoodError(text)
    total = 0.0
    for number, unit in parts:
        total += float(number) * _months_in(unit)
    if not 0 <= total <= LONGEST_MONTHS:
        raise NotUnderstoodError(text)
    return round(total)


def _months_in(unit: str) -> float:
    if not unit or unit.startswith("y"):
        return 12
    if unit.startswith("m"):
        return 1
    if unit.startswith("w"):
        return 12 / 52
    raise NotUnderstoodError(unit)


def months_words(months: int | None) -> str:
    """Months as a person would write them: *2 years 6 months*."""
    if months is None:
        return ""
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'' if years == 1 else 's'}"] if years else []
    if rest or not years:
        parts.append(f"{rest} month{'' if rest == 1 else 's'}")
    return " ".join(parts)


def month_of(text: str) -> str | None:
    """``YYYY-MM`` (or ``YYYY-MM-DD`` where a day is given) of a typed date; None when empty.

    Reads *March 2020*, *3/2020*, *03-2020*, *2020-03*, *31/3/2020* and *2020-03-31*.
    Raises NotUnderstoodError when it cannot be read.
    """
    words = text.strip().casefold()
    if not words:
        return None
    if iso := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", words):
        return _date(iso[1], iso[2], iso[3])
    if british := re.fullmatch(r"(?:(\d{1,2})[/. -])?(\d{1,2})[/. -](\d{4})", words):
        return _date(british[3], british[2], british[1])
    named = re.fullmatch(r"(?:(\d{1,2})\s+)?([a-z]{3,9})\.?,?\s+(\d{4})", words)
    if named and named[2][:3] in MONTHS:
        return _date(named[3], str(MONTHS.index(named[2][:3]) + 1), named[1])
    raise NotUnderstoodError(text)


def _date(year: str, month: str, day: str | None) -> str:
    if not 1 <= int(month) <= 12 or (day is not None and not 1 <= int(day) <= 31):
        raise NotUnderstoodError(month)
    start = f"{int(year):04d}-{int(month):02d}"
    return start if day is None else f"{start}-{int(day):02d}"


def month_words(date: str | None) -> str:
    """An ISO month or day as a person would write it: *March 2020*, *31 March 2020*."""
    if not date:
        return ""
    parts = date.split("-")
    if len(parts) < 2:
        return date
    day = f"{int(parts[2])} " if len(parts) > 2 else ""
    return f"{day}{NAMES[int(parts[1]) - 1]} {parts[0]}"


def number_of(text: str) -> float | None:
    """A number typed with or without commas or a pound sign; None when empty.

    Raises NotUnderstoodError when it cannot be read.
    """
    words = text.strip().replace(",", "").lstrip("\u00a3")
    if not words:
        return None
    if not re.fullmatch(r"\d{1,7}(\.\d{1,2})?", words):
        raise NotUnderstoodError(text)
    return float(words)
