"""Searching the catalogue: words in any record, and job titles as they are typed."""

import dataclasses
import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from guidance.domain.catalogue import Catalogue
from guidance.store.connection import damaged, open_catalogue
from guidance.store.decode import noun_of
from guidance.store.facts import records

WORD = re.compile(r"\w+")
MOST_WORDS = 12
MOST_GRAMS = 12
MOST_NEAR = 300
LONGEST = 200
NEAR_ENOUGH = 0.3
NEAR_WORDS = 3  # looked for in place of a word that nothing holds
SHORTEST = 3  # letters of a word that another can be near to
ROLES_FIRST = 2.0  # a role answers a search better than a route that only names it
TABLES = {
    "texts": ("kind", "id", "title"),
    "words": ("word",),
    "typed": ("title", "folded", "role"),
}
# ``texts_words`` keeps no copy of the words it indexes: a record's body has them.
INDEXES = (
    "CREATE VIRTUAL TABLE texts_words USING fts5(title, body, content='', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE words_grams USING fts5(word, content='words', "
    "tokenize='trigram', detail='none')",
    "CREATE VIRTUAL TABLE typed_words USING fts5(title, content='typed', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE typed_grams USING fts5(title, content='typed', "
    "tokenize='trigram', detail='none')",
    "CREATE INDEX typed_folded ON typed (folded)",
)

NOT_WORDS = frozenset(
    {
        "id", "bands", "typical_band", "to", "from_roles", "from_role_id", "to_role_id", "part",
        "value_ids", "strength_ids", "grants", "holland", "provenance", "address", "read",
        "published", "source", "roles",
        "roles_from", "roles_to", "access", "stage", "design", "when", "asks", "hours", "letter",
        "year", "kind", "nation",
        "study", "subject", "tests", "unit", "detail", "life_stage", "register", "test", "where",
    }
)  # fmt: skip
SEARCHED = (
    "roles", "routes", "journeys", "case_studies", "registers", "return_support", "ladders",
    "qualifications", "funding", "mechanisms", "resources", "standards", "prompts",
    "evidence", "comparisons", "guides",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A record that a search found; ``snippet`` is a few of its words, plain text."""

    kind: str
    id: str
    title: str
    snippet: str


def write_search(connection: sqlite3.Connection, catalogue: Catalogue) -> None:
    """Fill the tables that feed the searches, and index them."""
    texts = list(text_rows(catalogue))
    rows: dict[str, list[tuple[str, ...]]] = {
        "texts": [text[:3] for text in texts],
        "words": [(word,) for word in _vocabulary(texts)],
        "typed": list(typed_rows(catalogue)),
    }
    for table, columns in TABLES.items():
        declared = ", ".join(f"{column} TEXT NOT NULL" for column in columns)
        connection.execute(f"CREATE TABLE {table} ({declared}) STRICT")
        marks = ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows[table])  # noqa: S608 (our own names)
    for statement in INDEXES:
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO texts_words(rowid, title, body) VALUES (?, ?, ?)",
        ((number, *text[2:]) for number, text in enumerate(texts, 1)),
    )
    for index in ("words_grams", "typed_words", "typed_grams"):
        connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")  # noqa: S608 (our own names)


def text_rows(catalogue: Catalogue) -> Iterator[tuple[str, str, str, str]]:
    """Kind, id, title and other words of every record that can be searched."""
    for kind in SEARCHED:
        for item in records(getattr(catalogue, kind)):
            title = _title(item)
            yield kind, str(item.id), title, _told(item, title)


def _told(item: Any, title: str) -> str:  # noqa: ANN401 (a noun of any kind)
    """The words of a record besides its title."""
    return " · ".join([part for part in _words(item) if part != title])


def _vocabulary(texts: list[tuple[str, str, str, str]]) -> list[str]:
    """Every word of the records once, folded, in order."""
    found: set[str] = set()
    for _, _, title, words in texts:
        found.update(WORD.findall(title), WORD.findall(words))
    folded = {part for word in found for part in fold(word).split()}
    return sorted(word for word in folded if len(word) >= SHORTEST and not word.isdigit())


def _title(item: Any) -> str:  # noqa: ANN401 (a noun of any kind)
    if hasattr(item, "from_role"):
        return f"{item.from_role} to {item.to_role}"
    for name in ("title", "name", "question"):
        if getattr(item, name, ""):
            return str(getattr(item, name))
    return str(item.id)


def _words(item: Any) -> Iterator[str]:  # noqa: ANN401 (a noun, a sequence or a scalar)
    if type(item) is str:  # not a member of an enum, which is a word of ours
        if item:
            yield item
    elif isinstance(item, tuple):
        for held in cast("tuple[Any, ...]", item):
            yield from _words(held)
    else:
        for name in _parts(cast("type[object]", type(item))):
            yield from _words(getattr(item, name))


@cache
def _parts(noun: type) -> tuple[str, ...]:
    """The fields of a noun whose words are searched; none for anything else."""
    if not dataclasses.is_dataclass(noun):
        return ()
    return tuple(part.name for part in dataclasses.fields(noun) if part.name not in NOT_WORDS)


def typed_rows(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """Every title that people type with its role, shortest first (the order of the answers)."""
    pairs = {
        (title, role.id)
        for role in catalogue.roles.values()
        for title in (role.title, *role.titles)
    }
    ordered = sorted(pairs, key=lambda pair: (len(pair[0]), pair))
    return [(title, fold(title), role) for title, role in ordered]


def fold(text: str) -> str:
    """Small letters without accents or punctuation, single spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(WORD.findall("".join(x for x in letters if not unicodedata.combining(x))))


def grams(text: str) -> tuple[str, ...]:
    """The distinct runs of three characters in a folded text, in order."""
    return tuple(dict.fromkeys(text[i : i + 3] for i in range(len(text) - 2)))


class CatalogueSearch:
    """Searches of one built catalogue. Any text is safe to search for.

    Raises KnownError (on making) where the file is missing, damaged or of another version.
    """

    def __init__(self, path: Path) -> None:
        """Open the catalogue read-only."""
        self._path = path
        self._connection = open_catalogue(path)
        self._counts: dict[str, dict[str, int]] = {}

    def __enter__(self) -> Self:
        """Use as a context that closes the file."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def find(self, text: str, kinds: tuple[str, ...] = (), limit: int = 20) -> tuple[Found, ...]:
        """Records that hold the words, best first; all the words, else any, else nearly.

        ``kinds`` are field names of the Catalogue (``roles``, ``case_studies`` ...); none means
        every kind.
        """
        words = WORD.findall(fold(text[:LONGEST]))[:MOST_WORDS]
        if not words or limit < 1:
            return ()
        every = " ".join(f'"{word}"*' for word in words)
        rows = self._matches(every, kinds, limit) or self._matches(_any_of(words), kinds, limit)
        if not rows and (near := self._near_words(words)):
            words = near
            rows = self._matches(_any_of(near), kinds, limit)
        return tuple(self._found(*row, words) for row in rows)

    def _matches(
        self, query: str, kinds: tuple[str, ...], limit: int
    ) -> list[tuple[str, str, str]]:
        marks = ",".join("?" * len(kinds))
        among = f"AND t.kind IN ({marks}) " if kinds else ""
        return self._rows(
            "SELECT t.kind, t.id, t.title FROM texts_words AS x "  # noqa: S608 (our own names)
            f"JOIN texts AS t ON t.rowid = x.rowid WHERE texts_words MATCH ? {among}"
            "ORDER BY bm25(texts_words, 8.0, 1.0) * (CASE t.kind WHEN 'roles' THEN ? ELSE 1 END), "
            "t.rowid LIMIT ?",
            (query, *kinds, ROLES_FIRST, limit),
        )

    def _found(self, kind: str, name: str, title: str, words: Sequence[str]) -> Found:
        """A record found, with some of the words of its body."""
        if kind not in SEARCHED:
            raise damaged(self._path)
        rows = self._rows(f'SELECT body FROM "{kind}" WHERE id = ?', (name,))  # noqa: S608 (our own names)
        try:
            body = _told(noun_of(kind, json.loads(rows[0][0])), title)
        except (LookupError, ValueError, TypeError, AttributeError) as error:
            raise damaged(self._path) from error
        return Found(kind, name, title, _snippet(body, words))

    def _near_words(self, words: Sequence[str]) -> list[str]:
        """Words of the catalogue that are spelt nearly as these, the nearest first."""
        found: list[str] = []
        for word in words:
            own = grams(word)
            query = _any_of(self._rarest("words_grams", own))
            if not query:
                continue
            rows = self._rows(
                "SELECT w.word FROM words_grams AS x JOIN words AS w ON w.rowid = x.rowid "
                "WHERE words_grams MATCH ?",
                (query,),
            )
            scored = sorted((-_likeness(own, grams(near)), near) for (near,) in rows)
            found += [near for score, near in scored[:NEAR_WORDS] if -score >= NEAR_ENOUGH]
        return found

    def titles(self, prefix: str, limit: int = 8) -> tuple[tuple[str, str], ...]:
        """Titles as people type them, with their role ids, for the letters typed so far.

        First those that begin with the letters, then those with words that do, then near ones.
        """
        folded = fold(prefix[:LONGEST])
        if not folded or limit < 1:
            return ()
        wide = 2 * limit  # since the same title in other letters is shown once
        found = _once(self._beginning(folded, wide))
        if len(found) < limit:
            found = _once([*found, *self._with_words(folded, wide)])
        if not found and len(folded) >= 4:
            found = _once(self._near(folded, wide))
        return tuple(found[:limit])

    def _beginning(self, folded: str, limit: int) -> list[tuple[str, str]]:
        return self._rows(
            "SELECT title, role FROM typed WHERE folded >= ? AND folded < ? "
            "ORDER BY length(folded), folded, role LIMIT ?",
            (folded, folded + "\U0010ffff", limit),
        )

    def _with_words(self, folded: str, limit: int) -> list[tuple[str, str]]:
        query = " ".join(f'"{word}"*' for word in folded.split()[:MOST_WORDS])
        return self._rows(
            "SELECT t.title, t.role FROM typed_words AS x JOIN typed AS t ON t.rowid = x.rowid "
            "WHERE typed_words MATCH ? ORDER BY x.rowid LIMIT ?",
            (query, limit),
        )

    def _near(self, folded: str, limit: int) -> list[tuple[str, str]]:
        own = grams(folded)
        query = _any_of(self._rarest("typed_grams", own))
        if not query:
            return []
        rows = self._rows(
            "SELECT t.title, t.role, t.folded FROM typed_grams AS x "
            "JOIN typed AS t ON t.rowid = x.rowid WHERE typed_grams MATCH ? LIMIT ?",
            (query, MOST_NEAR),
        )
        scored = [(_likeness(own, grams(near)), title, role) for title, role, near in rows]
        close = [item for item in scored if item[0] >= NEAR_ENOUGH]
        close.sort(key=lambda item: (-item[0], len(item[1]), item[1:]))
        return [(title, role) for _, title, role in close[:limit]]

    def _rarest(self, index: str, own: tuple[str, ...]) -> tuple[str, ...]:
        """The runs of three that fewest records hold: at least one, and together not too many.

        Common runs make the search slow and tell little, so they are left out.
        """
        if index not in self._counts:
            self._connection.execute(
                f"CREATE VIRTUAL TABLE temp.{index}_terms USING fts5vocab(main, {index}, row)"
            )
            rows = self._rows(f"SELECT term, doc FROM temp.{index}_terms", ())  # noqa: S608 (our own names)
            self._counts[index] = dict(rows)
        counts = self._counts[index]
        known = sorted((counts[gram], gram) for gram in set(own) if gram in counts)
        chosen: list[str] = []
        held = 0
        for count, gram in known[:MOST_GRAMS]:
            held += count
            if chosen and held > MOST_NEAR:
                break
            chosen.append(gram)
        return tuple(chosen)

    def _rows(self, query: str, values: tuple[str | float, ...]) -> list[Any]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise damaged(self._path) from error


def _once(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs without those that differ only in capitals or punctuation."""
    kept: dict[tuple[str, str], tuple[str, str]] = {}
    for title, role in pairs:
        kept.setdefault((fold(title), role), (title, role))
    return list(kept.values())


def _any_of(words: Sequence[str]) -> str:
    """A query for any of some words, each as plain text."""
    return " OR ".join(f'"{word}"' for word in words)


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Share of runs of three that two titles have in common (Dice)."""
    shared = len(set(one) & set(other))
    return 2 * shared / (len(one) + len(other)) if one or other else 0.0


def _snippet(body: str, words: Sequence[str]) -> str:
    """The part of the text round the first word found, at most 160 characters."""
    small = body.casefold()
    places = [place for word in words if (place := small.find(word)) >= 0]
    start = max(0, min(places, default=0) - 40)
    if start:
        start = body.find(" ", start) + 1
    part = body[start : start + 160]
    if start + 160 < len(body):
        part = part[: part.rfind(" ")] + " ..." if " " in part else part
    return ("... " if start else "") + part.strip(" ·")
