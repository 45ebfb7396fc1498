"""How is it typed on a telephone, in a hurry? PURE: a text in, the same with slips of the thumb."""

import unicodedata
from collections.abc import Set
from random import Random

_LONG = 5
"""Letters: shorter words are hardly ever misspelled, and mean too much."""


def misspelled(text: str, kept: Set[str], rng: Random) -> str:
    """One letter of one longer word swapped, doubled or left out; figures, names and the `kept`
    words stand.
    """
    parts = text.split(" ")
    places = [
        index
        for index, part in enumerate(parts)
        if len(part) >= _LONG and part.isalpha() and part.islower() and part not in kept
    ]
    if not places:
        return text
    index = rng.choice(places)
    word = parts[index]
    at = rng.randrange(1, len(word) - 2)
    slips = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1 :],
    )
    parts[index] = rng.choice(slips)
    return " ".join(parts)


def unaccented(text: str) -> str:
    """Without accents and opening marks; the ñ stays, for it is a letter of its own."""
    kept = text.replace("¿", "").replace("¡", "")
    return "".join(c if c in "ñÑ" else _bare(c) for c in kept)


def _bare(character: str) -> str:
    plain = unicodedata.normalize("NFD", character)
    return "".join(c for c in plain if not unicodedata.combining(c))


def lowered(text: str) -> str:
    """Without capitals or a full stop."""
    return text.lower().rstrip(".")
