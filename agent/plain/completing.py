"""What does a message add to an answer given before: a period, a currency, one thing more? PURE."""

import re
from collections.abc import Iterator
from dataclasses import replace

from agent.cues import words
from agent.plain.earlier import Amendment, newest_first, option_in
from agent.plain.substance import has_substance
from agent.plain.utterance import Utterance, mention
from qualification.answers import Answer
from qualification.normalise import fold, read_money
from qualification.normalise.text import word_set
from qualification.script import ChoiceQuestion, MoneyQuestion, TextQuestion, TimeframeQuestion
from qualification.values import Choice, Money, Span, Text

_ADDS = re.compile(
    r"(?:^|.*? )(?:y|e|and|plus|mas|tb|tmb|tbn|tambien|ademas|also|oh and|ah y)(?= ).*?(?: |^)?"
    r"(?:tb|tmb|tbn|tambien|ademas|too|also|as well|encima)(?= |$)|"
    r"^(?:y|and|plus|tb|tmb|tbn|tambien|ademas|also) "
)
_ALSO = re.compile(r"(?:y |e |and )?(?:tb|tmb|tbn|tambien|ademas|also|plus) ")
_ENOUGH = 4
"""Words of an addition that names nothing that it adds to."""
_UNIT_ALONE = 5
"""Words of a message that only adds the period or the currency of an amount."""
_ABOUT_UNITS = word_set(
    """
    es eso son sea seria serian quiero decir digo perdon i mean that s it its is thats sorry me
    refiero a de en por al cada per a an in the y and claro vale ok hablo
    """
)


def completed(heard: Utterance) -> Iterator[Amendment]:
    """ "A month", "dollars": what was left out of the amount given before."""
    if not heard.is_short(_UNIT_ALONE) or any(c.isdigit() for c in heard.text):
        return
    if isinstance(heard.asked_criterion, TimeframeQuestion):
        return
    for criterion, answer in newest_first(heard):
        value = answer.value
        if not isinstance(criterion, MoneyQuestion) or not isinstance(value, Money):
            continue
        figure = value.max if value.max is not None else value.min
        if not figure:
            return
        lead = f"{figure:f} "
        for amount in read_money(lead + heard.text.strip(" .,!"), heard.language, asked=True):
            rest = heard.folded.strip(" .,!")[max(0, amount.span[1] - len(lead)) :]
            new = (amount.currency or amount.period) and amount.max == figure
            if new and _ABOUT_UNITS.issuperset(words(rest).split()):
                yield Amendment(
                    criterion.key,
                    replace(
                        value,
                        currency=amount.currency or value.currency,
                        period=amount.period or value.period,
                    ),
                    (0, len(heard.text)),
                )
        return


def _both(heard: Utterance, criterion: ChoiceQuestion, answer: Answer, added: Choice) -> Choice:
    """The option whose phrases hold both ("the kitchen and the bathroom"), else the first."""
    said = heard.text[added.span[0] : added.span[1]]
    before = answer.evidence.quote if answer.evidence else ""
    for joint in ("y", "and"):
        phrase = words(fold(f"{before} {joint} {said}"))
        for key, option in criterion.options.items():
            listed = (one for phrases in option.says.values() for one in phrases)
            if any(words(fold(one)) == phrase for one in listed):
                return Choice(key)
    return answer.value if isinstance(answer.value, Choice) else added


def added(heard: Utterance) -> Iterator[Amendment]:
    """ "And the bathroom too": more of an answer in words, or the option that holds both."""
    if _ADDS.match(heard.said) is None:
        return
    for criterion, answer in newest_first(heard):
        if criterion.key == heard.asked:
            continue
        match criterion, answer.value:
            case ChoiceQuestion(), Choice(option=before):
                for one in option_in(criterion, heard.text):
                    if one.option != before:
                        yield Amendment(
                            criterion.key, _both(heard, criterion, answer, one), one.span
                        )
                        return
            case TextQuestion(), Text(text=before) if before:
                span = _more_words(heard, criterion, before)
                if span is not None:
                    said = heard.text[span[0] : span[1]]
                    yield Amendment(criterion.key, Text(f"{before}; {said}"), span)
                    return
            case _:
                continue


def _more_words(heard: Utterance, criterion: TextQuestion, before: str) -> Span | None:
    """What is added to an answer in words: the sentence that has the question's own, or a message
    that begins by saying so and answers nothing else.
    """
    found = mention(heard.folded, criterion.says)
    sentence = heard.sentence_at(found[0]) if found is not None else None
    if sentence is None and _ALSO.match(heard.said) and len(heard.sentences) == 1:
        others = heard.page.script.criteria
        if not any(mention(heard.folded, one.says) for one in others) and _is_new(heard):
            sentence = heard.sentences[0]
    if sentence is None or sentence.asks or fold(before) in heard.folded:
        return None
    return sentence.first, sentence.start + len(sentence.text.rstrip(" .,;!\n"))


def _is_new(heard: Utterance) -> bool:
    """Whether it says something, in words alone."""
    said = heard.said.split()
    return (
        not isinstance(heard.asked_criterion, TextQuestion)
        and len(said) >= _ENOUGH
        and has_substance(said)
        and not any(c.isdigit() for c in heard.text)
    )
