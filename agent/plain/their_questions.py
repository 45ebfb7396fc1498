"""What does the prospect ask: which facts, and what that no fact answers? PURE."""

import re
from collections.abc import Container, Sequence, Set

from agent.cues import words
from agent.plain.free_text import names_a_topic
from agent.plain.utterance import Utterance, every_phrase
from agent.sentences import Sentence, is_bare
from qualification.normalise import find_phrase, fold
from qualification.signals import Signal
from qualification.values import Span

_QUESTIONS_OF_THEIR_OWN = frozenset(
    {
        Signal.WHY,
        Signal.REPEAT,
        Signal.IS_BOT_QUESTION,
        Signal.WANTS_HUMAN,
        Signal.WANTS_DEMO,
        Signal.LANGUAGE_SWITCH,
        Signal.SMALL_TALK,
        Signal.HELP,
    }
)
"""Questions that the dialogue answers itself: no fact is looked for."""
_CLITIC = re.compile(
    r"\b(?P<ask>(?:cuanto|cuanta|que) )(?:mas o menos )?(?:me|nos|te|os|le|les) (?=\w)"
)
"""For whom it is: "cuánto nos cuesta" asks what "cuánto cuesta" does."""
_RHETORICAL = re.compile(
    r"(?:(?:y|pues|and|well|so|pero|but|ok|vale) )*(?:"
    r"(?:who|what) (?:else|do you think|did you think)(?: it is| decides| pays)?|"
    r"(?:are you )?(?:happy|satisfied)(?: now)?|who knows|why not|how should i know|"
    r"(?:what|who) (?:would|could|else could) it be|what do i know|"
    r"quien (?:va a ser|sino|si no|mas|iba a ser)|"
    r"que (?:va a ser|se yo|mas da|mas le da|mas te da|iba a ser|quiere que le diga|"
    r"quieres que te diga|le voy a decir|te voy a decir)|"
    r"(?:esta |estas )?content[oa]s?(?: ya| ahora)?|como que (?:quien|que|cuando|cuanto)|"
    r"yo que se|por que no|quien sabe|a usted que le parece|no)"
)
"""Questions that want no answer: "who do you think? me", "¿contento?"."""
_UNSURE = 2
"""Words beside an answer that has a question mark."""
_PERHAPS = frozenset(
    """
    podria podriamos puede ser seria posible estaria bien en para con could would it we be do ok
    possible okay is that for in llega llegamos basta bastaria
    """.split()  # noqa: SIM905
)
"""Words by which an answer is put as a question: "¿podría ser en enero?"."""
_HOW_MUCH = ("cuanto", "cuanta", "how much", "how long", "how many")
"""Topics that ask wherever they stand: "I'd need to know how much it is"."""


def read_questions(
    heard: Utterance, signals: Set[Signal], taken: Sequence[Span], answered: Container[str]
) -> tuple[tuple[str, ...], str | None]:
    """The facts asked about, and the first question that no fact answers."""
    facts: list[str] = []
    unanswered = None
    for sentence in heard.sentences:
        if is_bare(sentence) or _RHETORICAL.fullmatch(words(sentence.folded).strip()):
            continue
        asks = sentence.marked or (sentence.asks and _is_free(sentence.first, taken))
        topics = _topics(heard, sentence, asks)
        facts += topics
        asks = asks and not _is_unsure_of_itself(heard, sentence, taken, answered)
        if asks and not topics and not signals & _QUESTIONS_OF_THEIR_OWN:
            unanswered = unanswered or sentence.text.strip()
    if not facts and heard.asked not in answered and names_a_topic(heard):
        named = (one.id for one in heard.page.script.facts if heard.mentions(one.topics))
        facts += [next(named)]
        unanswered = None
    return tuple(dict.fromkeys(facts)), unanswered


def _topics(heard: Utterance, sentence: Sentence, asks: bool) -> list[str]:
    asked = (sentence.folded, _CLITIC.sub(r"\g<ask>", sentence.folded))
    return [
        fact.id
        for fact in heard.page.script.facts
        if any(
            any(find_phrase(one, topic) is not None for one in asked)
            for topic in every_phrase(fact.topics)
            if asks or fold(topic).startswith(_HOW_MUCH)
        )
    ]


def _is_unsure_of_itself(
    heard: Utterance, sentence: Sentence, taken: Sequence[Span], answered: Container[str]
) -> bool:
    """Whether a sentence with a question mark only answers ours: "budget like 5k?"."""
    if heard.asked not in answered:
        return False
    left = list(heard.folded[sentence.start : sentence.end])
    for start, end in taken:
        inner = slice(max(0, start - sentence.start), max(0, end - sentence.start))
        left[inner] = " " * len(left[inner])
    rest = [one for one in words("".join(left)).split() if one not in _PERHAPS]
    return len(rest) <= _UNSURE and rest != words(sentence.folded).split()


def _is_free(position: int, taken: Sequence[Span]) -> bool:
    """Whether a position is part of no answer."""
    return not any(start <= position < end for start, end in taken)
