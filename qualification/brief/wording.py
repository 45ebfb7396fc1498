"""In what words is a brief written when no model writes it? Every one in both languages.

`{…}` are gaps; what counts has its singular before a bar: `1 mensaje|{n} mensajes`.
"""

from collections.abc import Mapping

from qualification.brief.words_en import WORDS as _ENGLISH
from qualification.brief.words_es import WORDS as _SPANISH
from qualification.values import Language

WORDS: Mapping[Language, Mapping[str, str]] = {"es": _SPANISH, "en": _ENGLISH}


def say(language: Language, word: str, **gaps: object) -> str:
    """A wording with its gaps filled."""
    return WORDS[language][word].format(**gaps)


def counted(language: Language, word: str, n: int) -> str:
    """So many of something."""
    one, _, more = WORDS[language][word].partition("|")
    return one if n == 1 else more.format(n=n)


def quoted(language: Language, quote: str) -> str:
    """Their own words, marked as such."""
    return f"«{quote}»" if language == "es" else f"“{quote}”"


def named(language: Language, family: str, key: str) -> str:
    """The name of a key of a family (`criterion`, `tier`…): ours, or the key made legible."""
    ours = WORDS[language].get(f"{family}.{key}")
    return ours if ours is not None else key.replace("_", " ").strip().capitalize()


def knows(language: Language, word: str) -> bool:
    """Whether there is such a wording."""
    return word in WORDS[language]
