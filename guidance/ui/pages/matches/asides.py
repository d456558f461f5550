"""Beside the matches: what constraints cost, and why a role is not in the list."""

from PySide6.QtCore import Signal

from guidance.domain.catalogue import Catalogue
from guidance.domain.match import Matches, Move, Price, WhyNot
from guidance.domain.wording import LANES
from guidance.ui.pages.pieces import judged_list, way_title
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words

MANY = 3
MOST_MOVES = 4


class PricesCard(Card):
    """What each of the person's own conditions costs. ``change`` asks to go and change one."""

    change = Signal()

    def __init__(self, prices: tuple[Price, ...], catalogue: Catalogue) -> None:
        super().__init__()
        self.add(Heading("What your conditions cost", 2))
        if not prices:
            self.add(Words("Nothing you asked for is keeping a role out of reach."))
        for price in prices:
            self.add(Words(price.says, "strong"))
            titles = [catalogue.roles[i].title for i in price.opens if i in catalogue.roles]
            if titles:
                more = len(titles) - MANY
                tail = f" and {more} more" if more > 0 else ""
                self.add(Words(f"For example {', '.join(titles[:MANY])}{tail}.", "soft"))
        button = Press("Change what you asked for", "link")
        button.clicked.connect(self._change)
        self.add(Flow(button))

    def _change(self) -> None:
        self.change.emit()


class WhyNotCard(Card):
    """What stands between the person and a role, the law, the unknown and their wishes apart.

    ``opened`` tells the role's id when its page is asked for.
    """

    opened = Signal(str)

    def __init__(self, found: WhyNot) -> None:
        super().__init__(kind="note")
        self.setAccessibleName(f"Why not {found.title}")
        self.add(Heading(found.title, 3))
        self.add(Words(_place(found)))
        if found.law:
            self.add(Words("What the law asks", "strong"))
            self.add(judged_list("What the law asks", found.law))
        if found.missing:
            self.add(Words("What is still needed", "strong"))
            self.add(judged_list("What is still needed", found.missing))
        if found.unknown:
            self.add(Words("What we do not know", "strong"))
            self.add(judged_list("What we do not know", found.unknown))
        if found.preferences:
            self.add(Words("What goes against your wishes", "strong"))
            self.add(Bullets("What goes against your wishes", found.preferences))
        if found.ways:
            self.add(Words("The shortest way past", "strong"))
            self.add(Words(way_title(found.ways[0])))
        if found.changes:
            self.add(Words("What would bring it into your list", "strong"))
            self.add(Bullets("What would bring it into your list", found.changes))
        button = Press("See this role", "small", name=f"See this role: {found.title}")
        button.clicked.connect(lambda: self.opened.emit(found.role_id))
        self.add(Flow(button))


def _place(found: WhyNot) -> str:
    if found.listed:
        return "It is in your list."
    return f"It comes in place {found.rank} of all the roles we know, so it is not in your list."


class UnsureCard(Card):
    """Typed words that we cannot place, and the roles they may mean. ``picked`` tells an id."""

    picked = Signal(str)

    def __init__(self, words: str, meant: tuple[tuple[str, str], ...]) -> None:
        super().__init__(kind="note")
        self.text = f"We are not sure which role \u201c{words}\u201d is."
        self.text += " Did you mean one of these?" if meant else " Try another name for it."
        self.add(Words(self.text))
        for role_id, title in meant:
            button = Press(title, "small", name=f"Why not {title}?")
            button.clicked.connect(lambda _=False, role_id=role_id: self.picked.emit(role_id))
            self.add(Flow(button))


class MovesCard(Card):
    """What a change of answers did to the list, and why."""

    def __init__(self, moves: tuple[Move, ...], catalogue: Catalogue) -> None:
        super().__init__(kind="note", pad=14)
        self.lines = [move_line(move, catalogue) for move in moves[:MOST_MOVES]]
        rest = len(moves) - MOST_MOVES
        if rest > 0:
            self.lines.append("1 more moved." if rest == 1 else f"{rest} more moved.")
        title = "What your last change moved, and why"
        self.add(Heading(title, 3))
        if moves:
            self.add(Bullets(title, self.lines))
        else:
            self.add(Words("Nothing. The same roles come first."))


def move_line(move: Move, catalogue: Catalogue) -> str:
    """One role that moved, in words."""
    role = catalogue.roles.get(move.role_id)
    title = role.title if role else move.role_id
    if move.now is None:
        return f"{title} is no longer in the list. {move.why}"
    if move.was is None:
        return f"{title} is new, in place {move.now}. {move.why}"
    way = "up" if move.now < move.was else "down"
    return f"{title} went {way} from place {move.was} to {move.now}. {move.why}"


def lanes_held(matches: Matches) -> tuple[str, ...]:
    """The lanes that hold a match, in words, for a summary that is read out."""
    return tuple(
        f"{LANES[lane]}: {sum(1 for item in matches.matches if item.lane is lane)}"
        for lane in LANES
        if any(item.lane is lane for item in matches.matches)
    )
