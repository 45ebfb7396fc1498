"""Can a stretch of a message be the name asked for? Not where it says something else. PURE."""

import re
from collections.abc import Sequence, Set

from agent.cues import is_a_common_word
from agent.plain.places import asks_where
from agent.plain.utterance import Utterance, mention
from agent.sentences import Sentence
from qualification.normalise import fold, is_a_first_name, read_timeframe
from qualification.normalise.names import WE
from qualification.script import ChoiceQuestion, TextQuestion
from qualification.signals import Signal
from qualification.values import CONTACT_KINDS, Span

_INTRODUCED = re.compile(
    r"\b(?:me (?:ll|y)amo|mi nombre|so[yi]|nombre|name is|name s|my name|i am|i'm|im|this is|it's|"
    r"call me|llamame|llamarme|go by|atiende|aqui)\W*$"
)
"""Right before a name: it is one whatever else the message says."""
_WEAKLY = re.compile(r"\b(?:this is|it's|aqui|im|i'm|i am)\W*$")
"""These say a name, or something about whatever it is: "it's easier for me"."""
_TOLD_OF = re.compile(r"\b(?:this is|it's|its|it is|aqui|im|i'm|i am|soy)\W*$")
"""These also say what somebody is: "soy puro nervio", "i'm dead serious"."""
_DEGREES = frozenset(
    """
    top beyond super totally fully pretty rather somewhat kinda pure sheer deadly down out over
    stuck tired puro pura mitad medio media bastante demasiado totalmente super mega tan algo hecho
    hecha pura de el la un una
    """.split()  # noqa: SIM905
)
"""How much of something they are."""
_AFTER_A_NAME = re.compile(
    r"\W*(?:$|[,.;!|/\n)]|(?:de|del|from|of|at|here|y|and|btw|again|um|uh|er|eh)\b)"
)
_ARTICLE = re.compile(r"\b(?:the|a|an|this|that|our|my)\W*$")
_NEW_NAME = re.compile(r"\b(?:call me|llam[ae]me|my name is actually)\W*$")
_WHOLE_NAME = range(1, 5)
"""Words of a message that is a name and nothing else."""
_PRESENTED = re.compile(
    r"\W*(?:(?:hi|hello|hey|hola|buenas)\W+)?(?:(?:it's|its|it is|this is|i'm|im|i am|soy|aqui|"
    r"te habla|le habla)\s+)?(?P<first>[a-z]+)(?P<rest>(?: (?:de|la|del|[a-z]{2,}))?(?: [a-z]{3,}))"
    r"(?: (?:here|speaking|aqui))?\W*"
)
"""A message that can be somebody's name, with or without capitals."""
_PUT_RIGHT = re.compile(
    r"(?:[^\W\d_]+\W+){1,4}?(?:(?:no|perdon|perdona|sorry|oops|ups|digo|i mean|mean|quiero decir|"
    r"mejor dicho|rectifico|wait|espera)\W+)+(?:(?:it's|it is|es|soy|i'm|me llamo|make that)\W+)?"
    r"(?P<name>[^\W\d_]+(?:[ '-][^\W\d_]+){0,4})\W*"
)
"""A name that takes back the one before it: "Tom Baker. Sorry, Thomas Baker"."""
_OF_ANOTHER = re.compile(r"\b(?:se llama|llamad[oa]|is called|called|named)\W*$")
_NO_NAME = frozenset(
    {
        Signal.CORRECTS,
        Signal.LANGUAGE_SWITCH,
        Signal.LATER,
        Signal.NOT_INTERESTED,
        Signal.OPT_OUT,
        Signal.REFUSES,
        Signal.REPEAT,
        Signal.SUPPORT,
        Signal.WANTS_HUMAN,
        Signal.WHY,
        Signal.WRONG_PERSON,
    }
)


def may_be_a_name(heard: Utterance, signals: Set[Signal], span: Span) -> bool:
    """Whether a name is one: introduced as such, or in a message that says nothing else by which
    it could be explained.
    """
    sentence = heard.sentence_at(span[0])
    if Signal.ABUSIVE in signals or _asks(sentence) or _is_spoken_of(heard, span):
        return False
    before = heard.folded[: span[0]]
    if heard.asked not in ("name", "company") and _OF_ANOTHER.search(before):
        return False  # "a village called Chinchón"
    if heard.asked != "company" and _ARTICLE.search(before):
        return False  # "I run the evaluation"
    small = not heard.text[span[0]].isupper()
    if small and _TOLD_OF.search(before) and _describes(heard.folded[span[0] : span[1]]):
        return False  # "soy todo oídos"
    weakly = _WEAKLY.search(before) and small
    if weakly and heard.folded[span[0] : span[1]].endswith(WE):
        return False  # "aquí seguimos"
    if weakly and _AFTER_A_NAME.match(heard.folded, span[1]) is None:
        return False
    if _INTRODUCED.search(before) is not None:
        return True
    times = read_timeframe(heard.text, heard.language, now=heard.page.now)
    if any(one.span[0] < span[1] and span[0] < one.span[1] for one in times):
        return False
    return not (signals & _NO_NAME or _speaks_of(heard, span))


def _describes(said: str) -> bool:
    """Whether words without a capital say what somebody is, rather than what they are called."""
    first, *rest = said.split()
    if is_a_first_name(first):
        return any(map(is_a_common_word, rest))
    return first in _DEGREES or any(map(is_a_common_word, (first, *rest)))


def _speaks_of(heard: Utterance, span: Span) -> bool:
    """Whether it has the words of a question among its own: "querría empezar"."""
    said, capitalised = heard.folded[span[0] : span[1]], _is_written_as_a_name(heard.text, span)
    return any(
        mention(said, one.says) is not None
        for one in heard.page.script.criteria
        if not (capitalised and isinstance(one, TextQuestion))
    )


def renames(heard: Utterance, span: Span) -> bool:
    """Whether a name takes the place of the one known: "call me Bob"."""
    return _NEW_NAME.search(heard.folded[: span[0]]) is not None


def name_put_right(heard: Utterance) -> Span | None:
    """Where the name stands that takes back the one said before it, when a name was asked for."""
    found = _PUT_RIGHT.fullmatch(heard.folded) if heard.asked == "name" else None
    if found is None or not _is_written_as_a_name(heard.text, found.span("name")):
        return None
    return found.span("name")


def bare_name(heard: Utterance, others: Sequence[Span]) -> Span | None:
    """Where a message holds a name and nothing else beside other contact data, though the name was
    not what was asked for.
    """
    left = list(heard.text)
    for start, end in others:
        left[start:end] = " " * (end - start)
    rest = "".join(left)
    said = rest.strip(" ,.;:-\n")
    start = rest.find(said)
    span = (start, start + len(said))
    enough = len(said.split()) in _WHOLE_NAME and (others or len(said.split()) > 1)
    enough = enough and (heard.asked_contact is not None or is_a_first_name(fold(said).split()[0]))
    return span if enough and _is_written_as_a_name(heard.text, span) else None


def somebodys_name(heard: Utterance) -> Span | None:
    """Where a message holds two words or three that are somebody's name, and nothing else: the
    first is one of many people, and no question is spoken of in them, nor where anything is.
    """
    asked = heard.asked_criterion
    if heard.asked in CONTACT_KINDS or (isinstance(asked, TextQuestion) and asks_where(asked)):
        return None
    found = _PRESENTED.fullmatch(heard.folded)
    if found is None or not is_a_first_name(found["first"]) or _is_spoken_of_in(heard, found[0]):
        return None
    span = (found.start("first"), found.end("rest"))
    led = _INTRODUCED.search(heard.folded[: span[0]]) is not None
    return span if led or _is_written_as_a_name(heard.text, span) else None


def _is_spoken_of_in(heard: Utterance, said: str) -> bool:
    """Whether words are among those of a question, of its options, or of what it has none of."""
    return any(
        mention(said, texts) is not None
        for one in heard.page.script.criteria
        for texts in (
            one.says,
            *(option.says for option in getattr(one, "options", {}).values()),
        )
    )


def _is_written_as_a_name(text: str, span: Span) -> bool:
    said = text[span[0] : span[1]].split()
    return len(said) > 0 and all(w[0].isupper() and w.isalpha() and not w.isupper() for w in said)


def _asks(sentence: Sentence | None) -> bool:
    return sentence is not None and sentence.marked


def _is_spoken_of(heard: Utterance, span: Span) -> bool:
    """Whether the words are those of a question or of one of its options."""
    said = heard.folded[span[0] : span[1]]
    for criterion in heard.page.script.criteria:
        if mention(said, criterion.says) == (0, len(said)):
            return True
        if isinstance(criterion, ChoiceQuestion) and any(
            mention(said, option.says) == (0, len(said)) for option in criterion.options.values()
        ):
            return True
    return False
