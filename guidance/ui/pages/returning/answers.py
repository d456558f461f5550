"""What the rules say of one registration: the options, the sums, the open questions, the money."""

from guidance.domain.returning import LogSum, ReturnAnswer, ReturnOption, RuleUsed
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.days import shown_day
from guidance.ui.widgets.field import Disclosure
from guidance.ui.widgets.layouts import Card
from guidance.ui.widgets.words import Heading, Rule, Words

OPEN = {True: "This seems open to you", False: "Not open to you", None: "It depends: see below"}


class AnswerCard(Card):
    """Everything that the dated rules say for one registration."""

    def __init__(self, found: ReturnAnswer, title: str) -> None:
        super().__init__(spacing=12)
        self._title = title
        self.add(Heading(title, 2))
        self.add(Words(found.headline, "lead"))
        if found.questions:
            self._points("Tell us, or find out", found.questions, kind="caution")
        if found.flags:
            self._points("Where the wording leaves room", found.flags, kind="caution")
        for option in found.options:
            self.add(Rule())
            self._option(option)
        if found.log is not None:
            self.add(Rule())
            self._log(found.log)
        if found.supervisor:
            title = "What is asked of your supervisor"
            self.add(Rule())
            self.add(Heading(title, 3))
            self.add(Bullets(title, found.supervisor))
        for name, points in (
            ("What you will need to show", found.evidence),
            ("Fees", found.fees),
            ("Support and money", found.support),
            ("What this does not cover", found.limits),
        ):
            if points:
                self._more(name, name, points)
        if found.contact:
            self.add(Words(f"Whom to ask: {found.contact}"))
        if found.rules:
            lines = tuple(rule_line(rule) for rule in found.rules)
            self._more(f"The rules we used ({len(found.rules)})", "The rules we used", lines)

    def _more(self, title: str, name: str, points: tuple[str, ...]) -> None:
        named = f"{name}: {self._title}"
        self.add(Disclosure(title, Bullets(name, points), name=named))

    def _points(self, name: str, points: tuple[str, ...], kind: str) -> None:
        self.add(Card(Words(name, "strong"), Bullets(name, points), kind=kind, pad=14))

    def _option(self, option: ReturnOption) -> None:
        self.add(Words(OPEN[option.open_to_you], "kicker"))
        self.add(Heading(option.title, 3))
        if option.why:
            self.add(Words(option.why))
        if option.asks:
            self.add(Bullets("What it asks", option.asks))
        if option.sums:
            self.add(
                Card(Words("The sum", "strong"), *map(Words, option.sums), kind="sunk", pad=14)
            )

    def _log(self, total: LogSum) -> None:
        self.add(Heading("Your log so far", 3))
        for line in total.says:
            self.add(Words(line))
        if total.not_counted:
            lines = [
                f"{', '.join(part for part in (shown_day(entry.on), entry.what) if part)}: {why}"
                for entry, why in total.not_counted
            ]
            self.add(Words("Not counted", "strong"))
            self.add(Bullets("Not counted", lines))


def rule_line(rule: RuleUsed) -> str:
    """A rule as applied, with its dates and how sure the reading is."""
    dates = [f"in force from {rule.valid_from}" if rule.valid_from else ""]
    dates.append(f"read {rule.read}" if rule.read else "")
    held = ", ".join(item for item in (*dates, rule.confidence) if item)
    return f"{rule.says} ({rule.id}; {held})"
