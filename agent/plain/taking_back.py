"""What does a prospect take back: an answer without giving another, or a correction? PURE."""

import re
from collections.abc import Iterator

from agent.agreement import alike
from agent.plain.earlier import Amendment, newest_first, values_of
from agent.plain.utterance import Utterance, mention
from qualification.answers import Answer
from qualification.normalise.text import word_set
from qualification.script import Criterion
from qualification.values import Span

_AS_IT_WAS = re.compile(
    r"(?:^| )(?:(?:dejalo|dejelo|dejemoslo|dejadlo|lo dejamos|quedate|quedese con) (?:tal )?como "
    r"(?:estaba|lo tenias?|te dije|le dije|antes)|(?:leave|keep) it (?:as|like|the way) (?:it|i) "
    r"(?:was|is|said|had)|as (?:it was|i said|before)|lo de antes|lo que dije antes|"
    r"(?:mejor )?lo (?:primero|anterior)(?: que dije)?|the first one i said|what i said first|"
    r"what i said before|go back to (?:what i said|the first one))(?= |$)"
)
_FORGET = re.compile(
    r"(?:^| )(?:olvida(?:te|os)? (?:de )?|olvidese de |olvide |olvidad |borra |borre |borrad |"
    r"quita |quite |"
    r"ignor[ae] |descart[ae] |forget |scrap |ignore |disregard |cancel |drop |strike |scratch )"
    r"(?P<rest>.+)"
)
_WHAT_WAS_SAID = word_set("lo eso esa ese that what the dicho dije puse said told")


def restored(heard: Utterance) -> Iterator[Amendment]:
    """ "Leave it as it was": the value before the last correction."""
    if _AS_IT_WAS.search(heard.said) is None:
        return
    page = heard.page
    known = page.sheet.answers.get(page.asked or "")
    if known is not None and known.value in page.offered:
        yield Amendment(known.key, known.value, (0, len(heard.text)))
    elif page.sheet.replaced:
        before = page.sheet.replaced[-1]
        yield Amendment(before.key, before.value, (0, len(heard.text)))


def forgotten(heard: Utterance) -> tuple[tuple[str, Span], ...]:
    """The answers that a message takes back without giving another, and the words."""
    found = _FORGET.search(heard.said)
    if found is None:
        return ()
    rest = found["rest"]
    whole = (0, len(heard.text))
    for criterion, answer in newest_first(heard):
        if not _WHAT_WAS_SAID.isdisjoint(rest.split()) and _names(heard, criterion, answer, rest):
            return ((criterion.key, whole),)
    return ()


def _names(heard: Utterance, criterion: Criterion, answer: Answer, rest: str) -> bool:
    """Whether words speak of an answer: by the question's words or by the value itself."""
    if mention(rest, criterion.says) is not None:
        return True
    if criterion.key.replace("_", " ") in rest:
        return True
    return any(alike(answer.value, one) for one in values_of(heard, criterion))
