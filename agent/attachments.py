"""What of a message is not words? Its media: noted in the transcript, never read as an answer."""

import re
from collections.abc import Sequence

_SIGNS = {"image": "📷", "video": "🎬", "audio": "🎧", "text/vcard": "👤", "place": "📍"}
_OTHER = "📎"
_NOTES = re.compile(rf"(?:\A|\n)(?:(?:{'|'.join([*_SIGNS.values(), _OTHER])}) [\w.+/-]+(?:\n|\Z))+")
PLACE = "place"
"""The kind of a position on the map."""


def with_notes(text: str, kinds: Sequence[str]) -> str:
    """A message and what came with it, by media type: each on a line of its own, below the
    words.
    """
    return "\n".join(part for part in (text, *map(_note, kinds)) if part)


def words_of(text: str) -> str:
    """A message without the notes of its media."""
    return _NOTES.sub("\n", text).strip("\n")


def _note(kind: str) -> str:
    sign = _SIGNS.get(kind) or _SIGNS.get(kind.partition("/")[0], _OTHER)
    return f"{sign} {kind}"
