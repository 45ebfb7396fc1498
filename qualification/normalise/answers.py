"""Yes or no? Reads the answer to a closed question."""

from functools import cache
from typing import Literal

from qualification.normalise.tables.talk import NO, UNSURE, YES, YES_THAT_WAIT
from qualification.normalise.text import Phrases, Token, fold, listed, tokenise, word_set
from qualification.values import LANGUAGES, Language, YesNo

Answer = Literal["yes", "no", "unsure"]

LEAD_IN = word_set(
    """
    bueno pues ah eh oh um uh hm hmm mmm mm well so y and entonces ay uy hombre mira look hola
    hi hello gracias thanks perdon sorry la verdad es honestly actually creo que ok
    """
)
LONGEST_LEAD_IN = 5


@cache
def _phrases(language: Language) -> Phrases[Answer]:
    languages = sorted(LANGUAGES, key=lambda one: one != language)
    tables: list[dict[str, Answer]] = [
        dict.fromkeys(listed(UNSURE), "unsure"),
        dict.fromkeys(listed(YES_THAT_WAIT), "yes"),
    ]
    for one in languages:
        tables.append(dict.fromkeys(listed(NO[one]), "no"))
        tables.append(dict.fromkeys(listed(YES[one]), "yes"))
    return Phrases(*tables)


def read_yes_no(text: str, language: Language) -> YesNo | None:
    """The answer that a message opens with, past a word or two of courtesy; a doubt is none."""
    tokens = tokenise(fold(text))
    phrases = _phrases(language)
    index = steps = 0
    while index < len(tokens) and steps <= LONGEST_LEAD_IN:
        found = phrases.at(tokens, index)
        if found is None or _only_leads_in(tokens, index, found, phrases):
            word = tokens[index].text
            if word[0].isalnum() and word not in LEAD_IN:
                return None
            steps += word[0].isalnum()
            index += 1
            continue
        answer, after = found
        if answer == "unsure":
            return None
        span = tokens[index].start, tokens[after - 1].end
        return YesNo(answer == "yes", span)
    return None


def _only_leads_in(
    tokens: list[Token], index: int, found: tuple[Answer, int], phrases: Phrases[Answer]
) -> bool:
    """Whether a yes is a filler before the answer: "bueno, no"."""
    answer, after = found
    if answer != "yes" or tokens[index].text not in LEAD_IN:
        return False
    while after < len(tokens) and tokens[after].text in ",.;:!¡…":
        after += 1
    return phrases.at(tokens, after) is not None
