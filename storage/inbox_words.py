"""Who and what is searched for? Words of messages, and people by name, e-mail or number.

SQLite's FTS5 and PostgreSQL's text search each have an index of words (migration 0018). Both fold
case and accents and take every word to be its letters and digits; the last word may be unfinished.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import partial

from sqlalchemy import Connection, text

from storage.database import Database

MOST_MESSAGES = 1000
"""The newest of those with the words: a list of more leads nobody reads to its end."""
MOST_PEOPLE = 500
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
_POSTGRES = {
    "messages": text(
        "SELECT conversation FROM messages"
        " WHERE inbox_words(text) @@ to_tsquery('simple', :words)"
        " ORDER BY position DESC LIMIT :most"
    ),
    "people": text(
        "SELECT conversation FROM inbox_lines"
        " WHERE inbox_words(people) @@ to_tsquery('simple', :words)"
        " ORDER BY position DESC LIMIT :most"
    ),
}
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
    postgres = connection.dialect.name == "postgresql"
    query = _query(words, postgres=postgres)
    statements = _POSTGRES if postgres else _SQLITE
    found = dict[str, None]()
    for where, most in (("people", MOST_PEOPLE), ("messages", MOST_MESSAGES)):
        rows = connection.execute(statements[where], {"words": query, "most": most}).scalars()
        found.update(dict.fromkeys(rows))
    return tuple(found)


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
