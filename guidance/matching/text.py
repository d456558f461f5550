"""Words: splitting, stemming and folding of what people type, with no language model behind it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from guidance.domain.catalogue import WordGroup

LONGEST_TEXT = 2000
_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHE = re.compile(r"(?<=[a-z])['\u2019](?=[a-z])")

_STOP_WORDS_TEXT = """
    a about after again all also am an and any are as at be because been being both but by can
    cannot could did do does doing don dont each etc even every few for from get gets getting
    give go going got had has have having he her here hers him his how i if im in into is it its
    itself ive just like likes liked loves love enjoy enjoys enjoyed keen let lot lots make
    makes making many may me might mine more most much must my myself no nor not now of off on
    once one only or other our out over own per quite rather really same she should since so
    some something such than that the their theirs them then there these they thing things this
    those through to too under until up us use using very want wants wanted was wasnt we well
    were what when where which while who whom why will with within without would you your yours
    work works working job jobs role roles people person others someone everyone
"""
STOP_WORDS = frozenset(_STOP_WORDS_TEXT.split())

_ENDINGS: tuple[tuple[str, str], ...] = tuple(
    sorted(
        {
            "ologists": "olog", "ologist": "olog", "ological": "olog", "ology": "olog",
            "therapists": "therap", "therapist": "therap", "therapies": "therap",
            "therapy": "therap", "therapeutic": "therap", "therapeutics": "therap",
            "iatrists": "iatr", "iatrist": "iatr", "iatry": "iatr", "iatric": "iatr",
            "iatrics": "iatr", "graphers": "graph", "grapher": "graph", "graphy": "graph",
            "graphic": "graph", "graphics": "graph", "icians": "ic", "ician": "ic", "ics": "ic",
            "ical": "ic", "ically": "ic", "ists": "", "ist": "", "isms": "", "ism": "",
            "ations": "", "ation": "", "ating": "", "ates": "", "ated": "", "ate": "",
            "ators": "", "ator": "", "ative": "", "ements": "", "ement": "", "ments": "",
            "ment": "", "ings": "", "ing": "", "ers": "", "er": "", "ors": "", "or": "", "ed": "",
            "es": "", "s": "", "e": "", "ies": "", "y": "", "ly": "", "ness": "", "ives": "",
            "ive": "", "ions": "", "ion": "", "ance": "", "ence": "", "ances": "", "ences": "",
            "al": "", "als": "", "ies ": "", "ied": "", "eries": "", "ery": "", "ability": "",
            "able": "", "ities": "", "ity": "", "ically ": "ic", "ants": "", "ant": "",
        }.items(),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
)  # fmt: skip

_IRREGULAR = {
    "children": "child", "childrens": "child", "childhood": "child", "kids": "child",
    "men": "man", "women": "woman", "womens": "woman", "mens": "man", "feet": "foot",
    "teeth": "tooth", "lives": "life", "better": "better", "never": "never", "paper": "paper",
    "computer": "comput", "computers": "comput", "dietitian": "diet", "dietitians": "diet",
    "dietician": "diet", "dietetics": "diet", "dietetic": "diet", "diet": "diet", "diets": "diet",
    "medicines": "medicines", "medication": "medicines", "medications": "medicines",
    "medicine": "medicine", "medical": "medical", "medic": "medicine", "medics": "medicine",
    "physical": "physical", "physics": "physics", "physician": "physician",
    "physicians": "physician", "operating": "operating", "operations": "operations",
    "operational": "operations", "operation": "operation", "health": "health",
    "nursery": "nursery", "nurseries": "nursery", "care": "care", "carer": "carer",
    "carers": "carer", "caring": "care", "cares": "care", "cared": "care", "careful": "careful",
    "career": "career", "careers": "career", "history": "history", "other": "other",
    "matter": "matter", "general": "general", "generally": "general", "mother": "mother",
    "father": "father", "social": "social", "society": "society", "hospital": "hospital",
    "hospitals": "hospital", "hospitality": "hospitality", "mental": "mental", "dental": "dental",
    "dentist": "dentist", "dentistry": "dentist", "rental": "rental", "animal": "animal",
    "animals": "animal", "number": "number", "numbers": "number", "order": "order",
    "national": "national", "nation": "nation", "nations": "nation", "policy": "policy",
    "police": "police", "community": "community", "communities": "community",
    "community's": "community", "communication": "communicat", "communicating": "communicat",
    "communicate": "communicat", "communicator": "communicat", "university": "university",
    "universe": "universe", "porter": "porter", "porters": "porter", "portering": "porter",
    "report": "report", "reporting": "report", "reporter": "reporter", "station": "station",
    "patient": "patient", "patients": "patient", "patience": "patience", "theatre": "theatre",
    "theatres": "theatre", "theater": "theatre", "midwifery": "midwif", "midwife": "midwif",
    "midwives": "midwif", "assistant": "assistant", "assistants": "assistant",
    "assist": "assist", "assisting": "assist", "consultant": "consultant",
    "consultants": "consultant", "consultation": "consult", "director": "director",
    "directors": "director", "direct": "direct", "officer": "officer", "officers": "officer",
    "office": "office", "offices": "office", "secretary": "secretar", "secretaries": "secretar",
    "secretarial": "secretar", "trainer": "trainer", "trainers": "trainer", "trainee": "trainee",
    "trainees": "trainee", "practice": "practice", "practices": "practice",
    "practitioner": "practitioner", "practitioners": "practitioner", "records": "record",
    "emergency": "emergenc", "emergencies": "emergenc", "student": "student",
    "students": "student", "early": "early", "family": "famil", "families": "famil",
    "business": "business", "businesses": "business", "busy": "busy", "during": "during",
    "news": "news", "new": "new", "doctor": "doctor", "doctors": "doctor", "doctoral": "doctoral",
    "counsellor": "counsel", "counsellors": "counsel", "counselling": "counsel",
    "counseling": "counsel", "orthotics": "orthot", "prosthetics": "prosthet",
    "leaver": "leaver", "leader": "leader", "leaders": "leader", "leadership": "leader",
    "lead": "lead", "leads": "lead", "leading": "lead", "service": "service",
    "services": "service", "servicing": "servicing", "scientist": "scien", "scientists": "scien",
    "science": "scien", "sciences": "scien", "scientific": "scien", "data": "data",
    "laboratory": "laborator", "laboratories": "laborator", "analyst": "analys",
    "analysts": "analys", "analysis": "analys", "analysing": "analys", "analyse": "analys",
    "analytics": "analys", "analytical": "analys", "psychiatrist": "psychiatr",
    "technology": "technolog", "technologies": "technolog", "technologist": "technolog",
    "technologists": "technolog", "technical": "technic", "technician": "technician",
    "technicians": "technician", "tech": "technician", "techs": "technician",
    "information": "information", "informatics": "informatic", "informatician": "informatic",
    "form": "form", "forms": "form", "ward": "ward", "wards": "ward", "apprentice": "apprentice",
    "apprentices": "apprentice", "apprenticeship": "apprentice", "apprenticeships": "apprentice",
    "supporting": "support", "supports": "support", "supported": "support",
    "supporter": "support",
}  # fmt: skip


def plain(text: str) -> str:
    """Lower-case text without accents, markup or control characters, cut to a safe length."""
    kept = text[:LONGEST_TEXT].lower()
    if not kept.isascii():
        short = unicodedata.normalize("NFKD", text[:LONGEST_TEXT]).lower()
        kept = "".join(c for c in short if not unicodedata.combining(c))
    return _APOSTROPHE.sub("", kept).replace("&", " and ").replace("+", " plus ")


_WHO_TEXT = """
    woman man male female lady girl boy mum mother dad father wife husband parent grandmother
    grandfather gay lesbian bisexual trans transgender straight black white asian african caribbean
    chinese indian pakistani bangladeshi british irish polish filipino muslim christian hindu sikh
    jewish catholic atheist religious disabled married single divorced widowed pregnant autistic
    dyslexic dyspraxic aged age years old over under forties fifties sixties thirties twenties early
    late mid
"""
_WHO = frozenset(_WHO_TEXT.split())
_SELF = re.compile(
    r"\b(?:i am|im|i was|as|being|aged?|in my)\b(?:\s+(?:an?|the|now|also|and|in|my|"
    + "|".join(sorted(_WHO))
    + r"|\d+s?)\b)+"
)


def without_who(text: str) -> str:
    """A phrase without what it says of the person's age, sex, origin, belief, family or health.

    Those never count in matching. "Helping disabled children" keeps its words, because they are
    about the work; "disabled" alone and "as a woman aged 52" do not.
    """
    rest = _SELF.sub(" ", plain(text))
    telling = [word for word in words(rest) if word not in STOP_WORDS and not word[0].isdigit()]
    return rest if any(word not in _WHO for word in telling) else ""


def words(text: str) -> list[str]:
    """The plain words of a text in order."""
    return _WORD.findall(plain(text))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The part of a word that its relatives share (physiotherapy, physiotherapist)."""
    found = _IRREGULAR.get(word)
    if found is not None:
        return found
    if len(word) < 5 or word.isdigit():
        return word[:-1] if len(word) == 4 and word.endswith("s") and word[-2] != "s" else word
    for ending, kept in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(kept) >= 4:
            if ending == "s" and word[-2] in "su":
                return word
            base = word[: -len(ending)] + kept
            return _undouble(base)
    return word


def _undouble(base: str) -> str:
    return base[:-1] if len(base) > 4 and base[-1] == base[-2] and base[-1] not in "ls" else base


class Folder:
    """Turns phrases into topics: stems, with words that mean the same folded to one."""

    def __init__(self, groups: Iterable[WordGroup] = ()) -> None:
        """Learn the word groups; a later group never overrides an earlier one."""
        self._phrases: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}  # of the phrases that begin with a stem
        for group in groups:
            target = "~" + "-".join(words(group.topic))
            for typed in (group.topic, *group.words):
                key = tuple(stem(word) for word in words(typed))
                if key:
                    self._phrases.setdefault(key, target)
                    self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def topics(self, text: str) -> tuple[str, ...]:
        """Topics of a text in order, without words that carry nothing.

        A folded word is followed by its own stem, so exact words still count for more.
        """
        typed = words(text)
        stems = [stem(word) for word in typed]
        found: list[str] = []
        place = 0
        while place < len(stems):
            size = 1
            if stems[place] in self._longest:
                size, topic = self._fold_at(stems, place)
                if topic:
                    found.append(topic)
            for offset in range(size):
                word, root = typed[place + offset], stems[place + offset]
                if word not in STOP_WORDS and len(root) > 1:
                    found.append(root)
            place += size
        return tuple(found)

    def topics_of(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Topics of several texts, one after another."""
        return tuple(topic for text in texts for topic in self.topics(text))

    def _fold_at(self, stems: Sequence[str], place: int) -> tuple[int, str]:
        longest = self._longest.get(stems[place], 0)
        for size in range(min(longest, len(stems) - place), 0, -1):
            topic = self._phrases.get(tuple(stems[place : place + size]))
            if topic:
                return size, topic
        return 1, ""
