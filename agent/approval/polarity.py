"""Does a sentence say the contrary of the words that it rests on, or bring somebody in? PURE.

What another language's sentence says cannot be proven; that it denies what its quote affirms, or
names a boss or a husband whom nobody named, can.
"""

import re
from collections.abc import Mapping

from qualification.normalise import fold

_HARMLESS = re.compile(
    r"^\s*no\b\s*[,.;:!]|[,;]?\s*[¿(]?\b(?:no|verdad)\s*\?|\bno later than\b|\bno more than\b"
    r"|\bnot? (?:only|just)\b|\bno solo\b|\bno mas (?:de|tarde)\b|\bnada mas\b|\bsin embargo\b"
    r"|\bsin (?:duda|problema)s?\b|\bno (?:problem|doubt|wonder)\b|\bnothing but\b"
)
"""An answer that begins with "no", a tag, and what has the word of a denial without being one."""
_DENYING = re.compile(
    r"\b(?:no|not|never|without|cannot|neither|nor|none|nobody|nothing|hardly|rarely|unhappy"
    r"|unable|unwilling|dissatisfied|deny|denies|denied"
    r"|(?:refus|reject|lack|fail)\w*"
    r"|nunca|jamas|sin|ni|nadie|nada|ningun[oa]?s?|tampoco|apenas|descontent\w*|insatisfech\w*"
    r"|(?:rechaz|nieg|carec)\w*|neg(?:o|ar|aron|ado)|dej(?:a|an|o|aron) de)\b|n't\b"
)
_NAMED: Mapping[str, str] = {
    "boss": "boss|bosses|superiors?|jef[ea]s?",
    "board": "(?<!on )board|shareholders?|junta|consejo|accionistas?",
    "partner": "(?:business )?partners?|co-?founders?|soci[oa]s?|cofundador\\w*|pareja",
    "investor": "investors?|inversor\\w*|inversionistas?",
    "adviser": "lawyers?|solicitors?|attorneys?|accountants?|advisers?|advisors?|consultants?"
    "|abogad[oa]s?|gestor\\w*|contables?|asesor\\w*|consultor\\w*",
    "spouse": "husband|wife|spouse|fiancee?|marido|mujer|espos[oa]|novi[oa]",
    "child": "(?:her|his|their|my|our) sons?|daughters?|child|children|kids?|hij[oa]s?|nin[oa]s?",
    "sibling": "brothers?|sisters?|siblings?|herman[oa]s?|cunad[oa]s?",
    "parent": "fathers?|mothers?|parents?|dad|mum|mom|padres?|madres?|suegr[oa]s?",
    "relative": "cousins?|uncles?|aunts?|nephews?|nieces?|prim[oa]s?|ti[oa]s?|sobrin[oa]s?",
    "friend": "friends?|neighbou?rs?|amig[oa]s?|vecin[oa]s?",
}
_PEOPLE = {who: re.compile(rf"\b(?:{words})\b") for who, words in _NAMED.items()}


def denies(text: str) -> bool:
    """Whether a text denies anything, in either language."""
    return bool(_DENYING.search(_HARMLESS.sub(" ", _plain(text))))


def others_in(text: str) -> frozenset[str]:
    """Those beside whoever speaks that a text names by what they are to them."""
    plain = _plain(text)
    return frozenset(who for who, words in _PEOPLE.items() if words.search(plain))


def _plain(text: str) -> str:
    return fold(text).replace("’", "'")
