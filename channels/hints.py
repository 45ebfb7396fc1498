"""Which words should the ear expect? Names, what is sold, and the rare words of the options: common
words it knows, and told to expect them it would hear them everywhere.
"""

import re
from collections.abc import Iterable, Iterator

from qualification.script import ChoiceQuestion, Script
from qualification.values import Language

MOST = 100
SHORTEST_WORD = 6
_COMMON = frozenset(
    (
        *(
            "alguien",
            "aunque",
            "cuando",
            "cuanta",
            "cuanto",
            "cuándo",
            "cuánta",
            "cuántas",
            "cuánto",
        ),
        *("cuántos", "cuáles", "después", "entonces", "llevar", "mientras", "nuestra", "nuestro"),
        *("ninguna", "ninguno", "nosotras", "nosotros", "porque", "primero", "quiere", "quiero"),
        *("siempre", "tampoco", "tenemos", "tengamos", "todavía", "ustedes", "vosotros"),
        *("about", "already", "another", "anybody", "anyone", "because", "before", "everybody"),
        *("everyone", "having", "herself", "himself", "myself", "nobody", "nothing", "ourselves"),
        *("really", "should", "somebody", "someone", "something", "themselves", "through"),
        *("together", "without", "yourself"),
    )
)


def hints(script: Script, language: Language) -> str:
    """The list, as Twilio takes it: separated by commas."""
    seen: dict[str, str] = {}
    for words in _hints(script, language):
        seen.setdefault(words.casefold(), words)
    return ", ".join(list(seen.values())[:MOST])


def _hints(script: Script, language: Language) -> Iterator[str]:
    yield from (script.persona.company, script.persona.name, script.title)
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
