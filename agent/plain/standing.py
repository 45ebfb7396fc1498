"""Which of several figures stands, where the last one settles it or none does alone? PURE.

"25 to 30k… so 25" means the last, in thousands; "10,000 each and I another 10,000" is a sum that
nobody said, and "we are 5 but 3 moved out" a difference: neither figure is the answer.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.cues import words
from agent.plain.likely import Measured, in_thousands, last_said
from agent.sentences import Sentence
from qualification.normalise import read_money
from qualification.values import Language, Money

_SETTLES = re.compile(
    r"[\s,;:.…)-]*(?:(?:y|and|o|or|bueno|pues|well|ok|vale)\b[\s,]*)?"
    r"(?:so|asi que|entonces|pongamos|pon|ponga|digamos|dejemoslo en|dejalo en|vamos a decir|"
    r"let'?s say|let'?s go with|let'?s make it|say|call it|make it|make that|more like|rather|"
    r"mas bien|sino|seria mas bien|seria|serian|it'?s more like|probably|seguramente)\b[\s,:]*"
    r"(?:(?:de|en|about|around|unos|unas|como|que|el|los|the)\b\s*)*"
)
"""Between two figures: the second one is the last word ("so 25", "más bien 2")."""
_BUT = re.compile(
    r"(?:[\s,]*(?:before|antes|at first|first|al principio|primero))?[\s,.]*(?:but|pero)\s+"
    r"(?:(?:in|en|por|on|el|la|around|sobre|hacia)\s+)*"
)
_BETTER = re.compile(r"\W*(?:\w+\s+){0,3}?(?:better|mejor|best)\b")
"""After a figure that stands against another: "January, but March is better"."""
_IDEAL = re.compile(
    r"\b(?:lo ideal|ideal|idealmente|ideally|lo suyo|lo mejor|preferably|preferiblemente|perfecto|"
    r"best)(?: (?:es|seria|sera|would|is|be|para|en|in|to|start|por|hacia|around|a|el|la)){0,4} $"
)
"""Right before a figure: that one is wanted, whatever was told before."""
_EACH = re.compile(
    r"# (?:\S+ ){0,2}?(?:cada un[oa]|cada|por cabeza|por barba|each|apiece|per person|"
    r"per head|from each)(?= )|"
    r"(?:cada uno|cada una|each of us|each) (?:\S+ ){0,2}?#"
)
_ANOTHER = re.compile(
    r"# (?:\S+ ){0,6}?(?:otr[oa]s|another|further|additional|extra de|plus|\+|adicionales) "
    r"(?:\S+ ){0,1}?#|"
    r"# (?:\S+ ){0,4}?(?:y|and) (?:\S+ ){0,4}?# (?:mas|more|extra)(?= )|# (?:mas|plus) #"
)
"""About the figures (#) of a sentence: they are to be added up."""
_FEWER = re.compile(
    r"# (?:\S+ ){0,4}?(?:but|pero|aunque|minus|menos|except|salvo|less) (?:\S+ ){0,3}?#"
    r"(?: \S+){0,4}? (?:left|leave|leaving|leaves|moved|quit|gone|go|going|resigned|retired|"
    r"retiring|fired|fueron|ido|van|va|fue|marcharon|marchan|marchado|dejaron|dejan|dejado|baja|"
    r"bajas|jubilan|jubila|jubilado|jubilaron|despedimos|despedido|mudaron|mudado)(?= )"
)
"""How many there were, and how many of them are gone."""


def standing(folded: str, values: Sequence[Measured]) -> Measured:
    """The value that is meant among several: the first, unless a later one takes its place."""
    ideal = (one for one in values[1:] if _IDEAL.search(f"{words(folded[: one.span[0]])} "))
    if (wanted := next(ideal, None)) is not None:
        return wanted
    last = values[-1]
    between = folded[values[-2].span[1] : last.span[0]] if len(values) > 1 else ""
    better = _BETTER.match(folded, last.span[1]) and _BUT.fullmatch(between)
    settled = len(values) > 1 and (better or _SETTLES.fullmatch(between))
    return last if settled else last_said(folded, values)


def settled_on(
    text: str, folded: str, language: Language, amounts: Sequence[Money]
) -> tuple[Money, ...]:
    """The bare figure that the last amount is settled on, in the thousands of that one: "not 5k,
    more like 2".
    """
    if not amounts:
        return ()
    found = _SETTLES.match(folded, amounts[-1].span[1])
    if found is None or not text[found.end() : found.end() + 1].isdigit():
        return ()
    rest = read_money(text[found.end() :], language, asked=True)
    return tuple(
        in_thousands(amounts[-1], replace(one, span=_moved(one, found.end())))
        for one in rest
        if one.span[0] == 0
    )


def _moved(amount: Money, by: int) -> tuple[int, int]:
    return amount.span[0] + by, amount.span[1] + by


def are_to_be_added(sentence: Sentence, amounts: Sequence[Money]) -> bool:
    """Whether the amounts of a sentence make up the answer together, or once for each of them."""
    told = _with_marks(sentence, amounts)
    return told is not None and bool(_EACH.search(told) or _ANOTHER.search(told))


def has_become_fewer(sentence: Sentence, counts: Sequence[Measured]) -> bool:
    """Whether a sentence says of how many it tells that some are gone."""
    told = _with_marks(sentence, counts)
    return told is not None and _FEWER.search(told) is not None


def _with_marks(sentence: Sentence, values: Sequence[Measured]) -> str | None:
    """The words of a sentence with a # for each of the values in it; None if it has none."""
    inside = [one.span for one in values if sentence.start <= one.span[0] < sentence.end]
    if not inside:
        return None
    parts, last = [], 0
    for start, end in inside:
        parts += [words(sentence.folded[last : start - sentence.start]), "#"]
        last = end - sentence.start
    parts.append(words(sentence.folded[last:]))
    return f"{' '.join(' '.join(parts).split())} "
