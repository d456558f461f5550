"""Results laid out to be read in a terminal."""

import shutil
import textwrap
from collections.abc import Iterable, Sequence

from guidance.domain import wording
from guidance.domain.catalogue import Catalogue
from guidance.domain.dated import Span
from guidance.domain.match import Judged, Match, Matches, TitleGuess, Understood, Way, WhyNot
from guidance.domain.returning import ReturnAnswer, ReturnOption
from guidance.domain.story import Journey
from guidance.domain.vocabulary import Answer, Lane

_OPEN = {True: "open", False: "not open", None: "to be checked"}


def _width() -> int:
    return max(40, min(100, shutil.get_terminal_size((88, 24)).columns))


def wrapped(text: str, indent: int = 0, hang: str = "") -> str:
    """Text in lines that fit, indented; ``hang`` starts the first line."""
    lead = " " * indent
    return textwrap.fill(
        " ".join(text.split()),
        _width(),
        initial_indent=lead + hang,
        subsequent_indent=lead + " " * len(hang),
        break_long_words=True,
        break_on_hyphens=False,
    )


def heading(text: str) -> str:
    """A heading with a line under it."""
    return f"\n{text}\n{'-' * len(text)}"


def guesses(found: tuple[TitleGuess, ...], catalogue: Catalogue) -> str:
    """What a typed title means."""
    best = found[0] if found else None
    if best is None or best.role_id is None:
        return "We do not know that title. Try other words for the same job."
    lines: list[str] = []
    if best.sure:
        lines.append(f"{catalogue.roles[best.role_id].title}  [{best.role_id}]")
    else:
        lines.append("Not sure. Did you mean one of these?")
    named = dict.fromkeys([item.role_id for item in found if item.role_id], True)
    named |= dict.fromkeys(best.alternatives, True)
    others = [name for name in named if not (best.sure and name == best.role_id)]
    if best.sure and others:
        lines.append("It could also be:")
    lines += [f"  {catalogue.roles[name].title}  [{name}]" for name in others]
    told = (("Band", best.band), ("Area", best.area), ("Employer", best.employer))
    lines += [f"{label}: {value}" for label, value in told if value]
    return "\n".join(lines)


def matches(found: Matches, catalogue: Catalogue) -> str:
    """Matches in lanes, each with its reason, the case against and its best way."""
    lines = [f"Worked out for {found.as_of}, with catalogue {catalogue.version}."]
    lines += _understood(found.understood, catalogue)
    lines += [wrapped(note) for note in found.notes]
    number = 0
    for lane in Lane:
        own = [item for item in found.matches if item.lane is lane]
        if own:
            lines.append(heading(wording.LANES[lane]))
        for item in own:
            number += 1
            lines.append(_match(number, item))
    for label, item in (
        ("Deeper where you are", found.deeper),
        ("Outside your field", found.outside_field),
    ):
        if item is not None:
            lines += [heading(label), _match(None, item)]
    if found.prices:
        lines.append(heading("What your limits cost"))
        lines += [wrapped(price.says, 2, "- ") for price in found.prices]
    stories = _stories(found, catalogue)
    if stories:
        lines += [heading("People like you"), *stories]
    return "\n".join(lines)


def why(found: WhyNot, as_of: str, catalogue: Catalogue) -> str:
    """What stands in the way of a role: the law, what is missing, what is not known."""
    place = "in your list" if found.listed else "not in your list"
    lines = [
        f"{found.title}  [{found.role_id}]",
        f"On {as_of} it is number {found.rank} of {len(catalogue.roles)}, and {place}.",
    ]
    lines += _judged("What the law asks", found.law)
    lines += _judged("What is missing", found.missing)
    lines += _judged("What we do not know", found.unknown)
    lines += _bullets("What you asked for that it may not give", found.preferences)
    lines += _bullets("What would bring it into your list", found.changes)
    if found.ways:
        lines += [heading("The shortest way past"), way(found.ways[0], catalogue)]
    return "\n".join(lines)


def routes(role_id: str, ways: tuple[Way, ...], catalogue: Catalogue) -> str:
    """The ways to a role, each with its steps."""
    title = catalogue.roles[role_id].title
    if not ways:
        return f"We know of no way from where you are to {title}."
    lines = [f"Ways to {title}  [{role_id}]"]
    for number, item in enumerate(ways, 1):
        merits = f": {', '.join(item.merits)}" if item.merits else ""
        lines += [heading(f"Way {number}{merits}"), way(item, catalogue)]
    return "\n".join(lines)


def way(item: Way, catalogue: Catalogue) -> str:
    """One way: its sum, then its steps with what each still asks."""
    lines = [wrapped(f"{_sum(item)}.", 2)]
    for number, each in enumerate(item.steps, 1):
        role = catalogue.roles.get(each.to_role)
        goal = role.title if role else each.to_role
        facts = [goal, wording.KINDS[each.kind], *_facts(each.months, each.keeps_earning)]
        lines.append(wrapped(f"{each.name} ({'; '.join(facts)})", 2, f"{number}. "))
        lines += [wrapped(_need(need), 5, "- ") for need in each.needs if need.answer != Answer.YES]
        lines += [wrapped(f"Pay: {text}", 5) for text in each.pay]
        lines += [wrapped(f"Money: {text}", 5) for text in each.funding]
    return "\n".join(lines)


def returns(found: tuple[ReturnAnswer, ...]) -> str:
    """What coming back takes, register by register."""
    if not found:
        return "The profile names no register that we have rules for."
    return "\n\n".join(_return(item) for item in found)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns that line up."""
    every = [list(header), *[list(row) for row in rows]]
    widths = [max(len(row[i]) for row in every) for i in range(len(header))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in every
    ]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def _understood(found: Understood, catalogue: Catalogue) -> list[str]:
    lines: list[str] = []
    for guess in found.titles:
        role = catalogue.roles.get(guess.role_id) if guess.role_id else None
        meaning = role.title if role else "not known"
        sure = "" if guess.sure or role is None else " (not sure)"
        lines.append(wrapped(f"'{guess.typed}': {meaning}{sure}", 2))
    lines += [wrapped(f"'{typed}': {meaning}", 2) for typed, meaning in found.qualifications]
    for typed, codes in found.phrases.items():
        against = [code.partition(":")[2] for code in codes if code.startswith("avoid:")]
        if against:
            what = wording.joined(against)
            lines.append(wrapped(f"'{typed}': to keep away from {what}", 2))
    if found.interest_note:
        lines.append(wrapped(found.interest_note, 2))
    return [heading("What we took you to mean"), *lines] if lines else []


def _match(number: int | None, item: Match) -> str:
    lead = f"{number}. " if number is not None else ""
    lines = [f"{lead}{item.title}  ({wording.FITS[item.band].lower()})  [{item.role_id}]"]
    lines += [wrapped(item.reason, 3)] if item.reason else []
    lines += [wrapped(item.counter, 3, "Against: ")] if item.counter else []
    if item.ways:
        lines.append(wrapped(_sum(item.ways[0]), 3, "Way: "))
    asked = [need for need in item.gaps if need.answer != Answer.YES]
    lines += [wrapped(_need(need), 3, "- ") for need in asked[:3]]
    if len(asked) > 3:
        lines.append(f"   - and {len(asked) - 3} more: see 'why' for all of them.")
    return "\n".join(lines) + "\n"


def _sum(item: Way) -> str:
    count = len(item.steps)
    steps = "one step" if count == 1 else f"{count} steps"
    facts = [
        wording.KINDS[item.kind],
        steps,
        *_facts(item.months, item.keeps_earning),
        wording.SHORT_BASES[item.basis].lower(),
    ]
    text = ", ".join(facts)
    return text[:1].upper() + text[1:]


def _facts(months: Span, keeps_earning: bool | None) -> list[str]:
    found: list[str] = []
    if months.known:
        found.append(wording.span(months))
    if keeps_earning is not None:
        found.append(wording.paid(keeps_earning))
    return found


def _need(need: Judged) -> str:
    law = " (the law asks this)" if need.law else ""
    if need.answer == Answer.UNKNOWN:
        return f"To find out: {need.question or need.says}{law}"
    return f"Still needed: {need.says}{law}"


def _judged(title: str, items: tuple[Judged, ...]) -> list[str]:
    return [heading(title), *[wrapped(_need(item), 2, "- ") for item in items]] if items else []


def _bullets(title: str, items: Sequence[str]) -> list[str]:
    return [heading(title), *[wrapped(item, 2, "- ") for item in items]] if items else []


def _stories(found: Matches, catalogue: Catalogue) -> list[str]:
    lines: list[str] = []
    for name in found.journeys:
        story = catalogue.journeys.get(name)
        if story is not None:
            lines.append(wrapped(_story(story), 2, "- "))
    other = catalogue.journeys.get(found.unlike or "")
    if other is not None:
        lines.append(wrapped("And one who went quite another way:", 2))
        lines.append(wrapped(_story(other), 2, "- "))
    return lines


def _story(story: Journey) -> str:
    return f"{story.from_role} to {story.to_role}: {story.situation}"


def _return(item: ReturnAnswer) -> str:
    part = f", {item.part}" if item.part else ""
    lines = [
        f"{item.register.value.upper()}{part}, worked out for {item.as_of}",
        wrapped(item.headline),
    ]
    for option in item.options:
        lines += _option(option)
    if item.log is not None:
        lines += _bullets("Your log so far", item.log.says)
    lines += _bullets("What is not clear", item.flags)
    lines += _bullets("Questions to answer", item.questions)
    lines += _bullets("Papers to get together", item.evidence)
    lines += _bullets("Fees", item.fees)
    lines += _bullets("Help and money", item.support)
    lines += _bullets("Rules used", [f"{rule.says} [{rule.id}]" for rule in item.rules])
    lines += _bullets("Limits", item.limits)
    lines += [f"\nAsk: {item.contact}"] if item.contact else []
    return "\n".join(lines)


def _option(option: ReturnOption) -> list[str]:
    lines = [heading(f"{option.title} ({_OPEN[option.open_to_you]})"), wrapped(option.why, 2)]
    lines += [wrapped(text, 2, "- ") for text in option.asks]
    lines += [wrapped(text, 2, "= ") for text in option.sums]
    return lines
