"""Who and what is searched for? Words of messages, and people by name, e-mail or number.

SQLite's FTS5 and PostgreSQL's text search each have an index of words (migration 0018). Both fold
case and accents and take every word to be its letters and digits; the last word may be unfinished.
"""

# ruff: noqa: S608 - what these statements are put together of is written here

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import partial

from sqlalchemy import Connection, TextClause, text

from storage.database import Database

MOST = 300
"""People and messages, the newest of those with the words: nobody reads a longer list to its end.
"""
SAMPLE, OFTEN = 120, {"people": 24, "messages": 10}
"""Words that so many of the newest have are looked for among the newest first; of people there are
fewer, so that the index gives all of them sooner.
"""
NEWEST = 5000
"""Farther back PostgreSQL's index is quicker, whose matches come in no order."""
MOST_WORDS = 8
SHORTEST_BEGINNING = 3
"""Shorter unfinished words would be almost any word."""
MERGED_AT_ONCE = 500
"""Pages of an index that one transaction rewrites."""

_SQLITE = {
    "messages": text(
        "SELECT messages.conversation FROM words_messages"
        " JOIN messages ON messages.position = words_messages.rowid"
        " WHERE words_messages MATCH :words ORDER BY words_messages.rowid DESC LIMIT :most"
    ),
    "people": text(
        "SELECT inbox_lines.conversation FROM words_people"
        " JOIN inbox_lines ON inbox_lines.position = words_people.rowid"
        " WHERE words_people MATCH :words ORDER BY words_people.rowid DESC LIMIT :most"
    ),
}
_MATCHES = "inbox_words({column}) @@ to_tsquery('simple', :words)"
_NEWEST = "(SELECT conversation, {column} FROM {table} ORDER BY position DESC LIMIT :among) newest"
_COLUMNS = {"people": ("inbox_lines", "people"), "messages": ("messages", "text")}


def _over(statement: str) -> Mapping[str, TextClause]:
    return {
        name: text(statement.format(table=table, column=column))
        for name, (table, column) in _COLUMNS.items()
    }


_OFTEN = _over(f"SELECT count(*) FROM {_NEWEST} WHERE {_MATCHES}")
_AMONG_NEWEST = _over(f"SELECT conversation FROM {_NEWEST} WHERE {_MATCHES} LIMIT :most")
_BY_INDEX = _over(
    f"SELECT conversation FROM {{table}} WHERE {_MATCHES} ORDER BY position + 0 DESC LIMIT :most"
)
"""`+ 0`, so that it cannot go through all messages from the newest on and hope for matches soon:
where there are none, and it knows nothing of beginnings of words, that takes half a minute.
"""
_MERGE = "INSERT INTO {words}({words}, rank) VALUES ('merge', {pages})"


def words_of(sought: str) -> tuple[str, ...]:
    """The words that somebody typed, folded as the indexes fold them."""
    plain = unicodedata.normalize("NFKD", sought.casefold())
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return tuple(re.findall(r"[^\W_]+", letters)[:MOST_WORDS])


def conversations_with(connection: Connection, sought: str) -> Sequence[str]:
    """The conversations of people with these words in their name or address, then those with a
    message that has them all, newest first. Empty where nothing was sought.
    """
    words = words_of(sought)
    if not words:
        return ()
    find = _in_postgres if connection.dialect.name == "postgresql" else _in_sqlite
    return tuple(dict.fromkeys(one for where in _COLUMNS for one in find(connection, where, words)))


def _in_sqlite(connection: Connection, where: str, words: Sequence[str]) -> Sequence[str]:
    """FTS5 goes through its matches from the newest on."""
    wanted = {"words": _query(words, postgres=False), "most": MOST}
    return connection.execute(_SQLITE[where], wanted).scalars().all()


def _in_postgres(connection: Connection, where: str, words: Sequence[str]) -> Sequence[str]:
    """GIN gives all matches at once: of a word that is everywhere that is too much."""
    wanted = {"words": _query(words, postgres=True), "most": MOST}
    if connection.execute(_OFTEN[where], {**wanted, "among": SAMPLE}).scalar_one() >= OFTEN[where]:
        newest = connection.execute(_AMONG_NEWEST[where], {**wanted, "among": NEWEST})
        found: Sequence[str] = newest.scalars().all()
        if len(found) == MOST:
            return found
    return connection.execute(_BY_INDEX[where], wanted).scalars().all()


def _query(words: Sequence[str], *, postgres: bool) -> str:
    """The words are letters and digits alone: nothing of a query's own language can be in them."""
    *whole, last = words
    begins = len(last) >= SHORTEST_BEGINNING
    if postgres:
        return " & ".join([*whole, f"{last}:*" if begins else last])
    quoted = [f'"{one}"' for one in words]
    return " ".join(quoted) + (" *" if begins else "")


async def forget_words(database: Database) -> None:
    """Rewrite SQLite's indexes of words without what was deleted: until then a deleted message's
    words stand in them, marked as gone. (FTS5's `merge`, a part at a time: turns must not wait.)
    """
    if database.dialect != "sqlite":
        return
    for words in ("words_messages", "words_people"):
        pages = -MERGED_AT_ONCE
        while await database.write(partial(_merge, words=words, pages=pages)):
            pages = MERGED_AT_ONCE


def _merge(connection: Connection, *, words: str, pages: int) -> bool:
    """Whether there was something to do: by the documentation, fewer than two changes say no."""
    changes = text("SELECT total_changes()")
    before = connection.execute(changes).scalar_one()
    connection.exec_driver_sql(_MERGE.format(words=words, pages=pages))
    after = connection.execute(changes).scalar_one()
    return bool(after - before >= 2)
