"""What must a language say about time? Phrases by meaning; grammar.py knows how the meanings combine.

Each table maps a meaning to its phrases, separated by commas. Case and accents never matter.
"""

from collections.abc import Mapping
from dataclasses import dataclass

PhrasesBy = Mapping[str, str]
NumbersBy = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """How times are said."""

    months: NumbersBy
    weekdays: NumbersBy
    """0 is Monday."""
    units: PhrasesBy
    seasons: PhrasesBy
    days_away: NumbersBy
    """Days from today: "tomorrow" is 1."""
    ordinals: NumbersBy
    ordinal_endings: str
    ends: PhrasesBy
    """What means a part of the current unit in one word; the keys are part and unit: "end month"."""
    roles: PhrasesBy
    """Words that join times or turn them; the keys are the roles that grammar.py names."""
    parts: PhrasesBy
    """Said of a longer stretch: its beginning, middle or end."""
    clock: str
    """Parts of a day: no other day than the one beside them."""
    ignored: str
    """Phrases that hold time words and mean no time."""
    weak: str
    """Words above that are also ordinary words: they count beside other time words, or alone."""
    alone: str
    """Words above that count only as the whole message."""
    homographs: str
    """Words above that are ordinary words of the other language."""
