"""Which words should the ear expect? Names, what is sold, and the rare words of the options: common
words it knows, and told to expect them it would hear them everywhere.
"""

import re
from collections.abc import Iterable, Iterator

from qualification.script import ChoiceQuestion, Script
from qualification.values import Language

MOST = 80
"""Beside the names."""
SHORTEST_WORD = 6
STEM = 5
"""Letters: the ear knows the other forms of a word."""
_COMMON = frozenset(
    (
        *("alguien", "aunque", "cuando", "cuanta", "cuanto", "cuándo", "cuánta", "cuánto"),
        *("cuántas", "cuántos", "cuáles", "después", "entonces", "llevar", "mientras", "nuestra"),
        *("nuestro", "nuestros", "ninguna", "ninguno", "nosotras", "nosotros", "porque"),
        *("primero", "quiere", "quiero", "siempre", "tampoco", "tenemos", "tengamos", "todavía"),
        *("ustedes", "vosotros"),
        *("about", "already", "another", "anybody", "anyone", "because", "before", "everybody"),
        *("everyone", "having", "herself", "himself", "myself", "nobody", "nothing", "ourselves"),
        *("really", "should", "somebody", "someone", "something", "themselves", "through"),
        *("together", "without", "yourself"),
    )
)


def hints(script: Script, language: Language) -> str:
    """The list, as Twilio takes it: separated by commas."""
    names = (script.persona.company, script.persona.name, script.title)
    words: dict[str, str] = {}
    for word in _words(script, language):
        words.setdefault(word.casefold()[:STEM], word)
    return ", ".join(
        [*dict.fromkeys(one.replace(",", " ") for one in names), *list(words.values())[:MOST]]
    )


def _words(script: Script, language: Language) -> Iterator[str]:
    for criterion in script.criteria:
        if isinstance(criterion, ChoiceQuestion):
            for option in criterion.options.values():
                yield from _rare(option.says[language])
    for fact in script.facts:
        yield from _rare(fact.topics[language])


def _rare(phrases: Iterable[str]) -> Iterator[str]:
    for word in re.findall(r"[^\W\d_]+", " ".join(phrases)):
        if len(word) >= SHORTEST_WORD and word.casefold() not in _COMMON:
            yield word
