"""How are ways of saying something written down, and found in a text? PURE.

A row is a way of saying it: words in their order, each one of several (`a|b`), perhaps missing
(`a?`), a class of words (`{family}`), so many words of any kind at most (`~3`), or so many that
begin nothing new, such as "and" or "my" (`-3`, the class `breaks`); `_` joins words, `*` stands
for letters. Rows are composed of classes: a list of whole sentences would find only those in it.
"""

import re
from collections.abc import Iterable, Mapping

from qualification.normalise import fold

NO_CLASSES: Mapping[str, str] = {}
_TOKEN = re.compile(r"(?P<gap>[~-])(?P<most>\d)|(?P<word>\S+?)(?P<optional>\?)?(?=\s|$)")
_CLASS = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[^\W_]+")


def spoken(text: str) -> str:
    """A text as its folded words, each with a space before it: what patterns are searched in."""
    return "".join(f" {word}" for word in _WORD.findall(fold(text)))


def pattern(rows: str, classes: Mapping[str, str] = NO_CLASSES) -> re.Pattern[str]:
    """Finds any of these rows, one a line, in spoken words."""
    listed = [_row(row, classes) for row in rows.splitlines() if row.strip()]
    return re.compile(f"(?:{'|'.join(listed)})(?= |$)")


def _row(row: str, classes: Mapping[str, str]) -> str:
    return "".join(_token(one, classes) for one in _TOKEN.finditer(row.strip()))


def _token(token: re.Match[str], classes: Mapping[str, str]) -> str:
    if token["gap"]:
        kept_out = rf"(?!(?:{_listed('breaks', classes)}) )" if token["gap"] == "-" else ""
        return rf"(?: {kept_out}\w+){{0,{token['most']}}}"
    either = [_either(one, classes) for one in token["word"].split("|")]
    return f"(?: (?:{'|'.join(either)})){token['optional'] or ''}"


def _either(word: str, classes: Mapping[str, str]) -> str:
    named = _CLASS.fullmatch(word)
    return _listed(named[1], classes) if named else _plain(word)


def _listed(name: str, classes: Mapping[str, str]) -> str:
    return "|".join(map(_plain, _phrases(classes[name])))


def _phrases(listed: str) -> Iterable[str]:
    """Comma-separated phrases, the longest first, written over as many lines as they need."""
    return sorted((" ".join(one.split()) for one in listed.split(",") if one.strip()), key=_longest)


def _longest(phrase: str) -> int:
    return -len(phrase)


def _plain(word: str) -> str:
    return re.escape(word.replace("_", " ")).replace(r"\*", r"\w*").replace(r"\ ", " ")
