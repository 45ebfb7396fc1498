"""Which words answer a question that wants words? Reads one message without a model. PURE."""

from collections.abc import Sequence, Set

from agent.cues import words
from agent.cues.ways import is_only_a_wish
from agent.plain.likely import is_a_story
from agent.plain.options import SAYS_LITTLE
from agent.plain.places import asks_where, place_in
from agent.plain.substance import has_substance, says_none
from agent.plain.utterance import Utterance, mention
from agent.sentences import Sentence, denies, is_bare, own_words
from qualification.script import ChoiceQuestion, TextQuestion
from qualification.signals import Signal
from qualification.values import CONTACT_KINDS, Span, Text

SHORT = 4
"""Words: a topic of the facts in fewer is a question in short."""
ENOUGH_WORDS = 4
"""What must be left of a sentence beside its typed answers to be an answer in words as well."""
ENDED_BY = frozenset({Signal.OPT_OUT, Signal.SUPPORT, Signal.WRONG_PERSON, Signal.NOT_INTERESTED})
"""A message that ends the conversation is not read for free-text answers."""
_NO_ANSWER = frozenset(
    {
        Signal.REFUSES,
        Signal.DOES_NOT_KNOW,
        Signal.WHY,
        Signal.REPEAT,
        Signal.ABUSIVE,
        Signal.IS_BOT_QUESTION,
        Signal.WANTS_HUMAN,
        Signal.WANTS_DEMO,
        Signal.LATER,
        Signal.LANGUAGE_SWITCH,
        Signal.SMALL_TALK,
        Signal.HELP,
        Signal.PLEASANTRY,
    }
)
"""What such a message says is not the answer in the prospect's own words."""


def read_text(
    heard: Utterance, signals: Set[Signal], taken: Sequence[Span], criterion: TextQuestion
) -> tuple[Text, Span] | None:
    """Free text: the sentence with the words it is spoken of in, or what was said when it was
    asked. `taken` are the stretches that answer other questions.
    """
    if signals & ENDED_BY:
        return None
    stated = [one for one in heard.sentences if not one.asks]
    for sentence in stated:
        anchor = mention(sentence.folded, criterion.says)
        if anchor is not None and not denies(sentence):
            place = (sentence.start + anchor[0], sentence.start + anchor[1])
            if any(start <= place[0] and place[1] <= end for start, end in taken):
                continue  # "Carmen Rivas" is no town
            return _text_of(heard, own_words(sentence, taken, place), criterion)
    if criterion.key != heard.asked or signals & _NO_ANSWER or names_a_topic(heard):
        return None
    if says_none(heard.said.split()):
        essential = criterion.knock_out or criterion.key in heard.page.script.qualify.all_of
        return None if essential else (Text(""), (0, len(heard.text)))
    left = [one for one in stated if _may_answer(one, taken) and not _lacks(heard, one)]
    if not left:
        return None
    longest = max(left, key=lambda one: len(one.text))
    return _text_of(heard, own_words(longest, taken, None), criterion)


def _may_answer(sentence: Sentence, taken: Sequence[Span]) -> bool:
    said = words(sentence.folded).split()
    if is_bare(sentence) or denies(sentence) or SAYS_LITTLE.issuperset(said):
        return False
    if is_only_a_wish(sentence.folded):
        return False
    return not is_a_story(sentence) and _says_more(sentence, taken)


def _lacks(heard: Utterance, sentence: Sentence) -> bool:
    """Whether it says that there is none of what another question asks for."""
    return any(
        mention(sentence.folded, one.lacking) is not None
        for one in heard.page.script.criteria
        if one.key != heard.asked
    )


def names_a_topic(heard: Utterance) -> bool:
    """ "Prices", and nothing more: a question in short."""
    facts = heard.page.script.facts
    short = heard.is_short(SHORT - 1) and heard.asked not in CONTACT_KINDS
    return short and any(heard.mentions(fact.topics) is not None for fact in facts)


def _says_more(sentence: Sentence, taken: Sequence[Span]) -> bool:
    """Whether a sentence says something beside the answers already taken out of it."""
    rest = list(sentence.folded)
    for start, end in taken:
        for place in range(max(start, sentence.start), min(end, sentence.end)):
            rest[place - sentence.start] = " "
    untouched = all(a == b for a, b in zip(rest, sentence.folded, strict=True))
    return untouched or len(words("".join(rest)).split()) >= ENOUGH_WORDS


def _text_of(
    heard: Utterance, span: Span | None, criterion: TextQuestion
) -> tuple[Text, Span] | None:
    """The words of a stretch, if they say anything; of a place, its name."""
    if span is None or not has_substance(words(heard.folded[span[0] : span[1]]).split()):
        return None
    if asks_where(criterion):
        span = place_in(heard.folded, span)
        if span is not None and _is_an_option(heard, span):
            return None
    return (Text(heard.text[span[0] : span[1]]), span) if span is not None else None


def _is_an_option(heard: Utterance, span: Span) -> bool:
    """Whether words are those of an option of another question: "in the kitchen" is no town."""
    said = heard.folded[span[0] : span[1]]
    return any(
        mention(said, option.says) is not None
        for one in heard.page.script.criteria
        if isinstance(one, ChoiceQuestion)
        for option in one.options.values()
    )
