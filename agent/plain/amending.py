"""Does a message change what was said before, though no word says "I correct"? PURE.

"150, not 120", "sorry, it was 3,000", "make that May", "a month" after an amount, "and the
bathroom too", "leave it as it was": each says of which earlier answer it speaks, by its kind, by
the words that the question is spoken of in, or by coming right after it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from agent.agreement import alike
from agent.cues import words
from agent.plain.completing import added, completed
from agent.plain.earlier import Amendment, newest_first, values_of
from agent.plain.likely import counts_people, denied, in_thousands
from agent.plain.substance import has_substance
from agent.plain.taking_back import restored
from agent.plain.utterance import Utterance, mention
from agent.sentences import around
from qualification.script import (
    ChoiceQuestion,
    Criterion,
    MoneyQuestion,
    NumberQuestion,
    TextQuestion,
)
from qualification.values import Choice, Money, Span, Text, Value

_INSTEAD = re.compile(
    r"(?:[^\w*]|(?:ay|uy|ah|oh|eh|bueno|no|pues|vale|ok|hey|well|ahora) )*?"
    r"(?P<cue>\*(?=\S)|(?:perdon[ae]?|disculp[ae]|sorry|oops|whoops|ups|huy|typo|errata|espera|wait|"
    r"digo|corrijo|mejor|better|rather|let s say|lets say|make it|ponga?|quise decir|queria decir|"
    r"at least make it|me refiero a|i meant|change it to|cambialo a|cambielo a|dejalo en|"
    r"dejemoslo en|(?:scrap|forget|strike|scratch|ignore|cancel) (?:that|it|what i said)|"
    r"(?:olvid|borr|ignor|descart|quit|tach)\w+ (?:eso|lo de antes|lo anterior|"
    r"lo que (?:he dicho|dije))|olvid[ae]l[oa]|al final|finalmente|pensandolo bien)(?= |$)|"
    r"(?:ah|uy|oh|bueno|no) no(?= |$)|"
    r"no (?:it|that|its|is|we|needs|make|i need|son|es|era|eran|somos|seria|serian)(?= ))"
)
"""How a message begins that puts something else in the place of what was said."""
_WAS = re.compile(r"(?:^| )(?:eran?|fueron|puse|dije|quise|meant|i put|i said|it was|they were) ")
"""It speaks of what was said before, whatever was asked since."""
_CONTRAST = re.compile(r" (?:no|not|pero|but|sino|instead|vez|lugar|rather) ")
_ANOTHER = re.compile(
    r"(?:^| )(?:instead|mejor|better|rather|otro|otra|another|other|es[ea] no|not that|no that|"
    r"nuevo|nueva|new|cambi\w+|change|now it s|ahora es|correct\w*|el bueno|la buena|use|usa|use "
    r"my|the right one|equivoc\w+|wrong|mal)(?= |$)"
)
"""Beside a second address or number: it is to be used in place of the first."""


def amendments(heard: Utterance, *, corrects: bool) -> tuple[Amendment, ...]:
    """What a message changes of the answers known; `corrects`: some words say that it does."""
    known = heard.page.sheet.answers
    if not known or any(one.marked for one in heard.sentences):
        return ()
    for read in (restored, completed, partial(_replaced, corrects=corrects), added):
        found = tuple(read(heard))
        if found:
            return found
    return ()


def replaces_contact(heard: Utterance) -> bool:
    """Whether an address or number in a message takes the place of the one known."""
    if heard.says_no or _INSTEAD.match(_line(heard.folded)) is not None:
        return True
    return _ANOTHER.search(f" {heard.said}") is not None


def _replaced(heard: Utterance, *, corrects: bool) -> Iterator[Amendment]:
    """ "150, not 120", "sorry, 3,000", "better in May"."""
    instead = corrects or _INSTEAD.match(_line(heard.folded)) is not None
    of_before = _WAS.search(f" {heard.said} ") is not None
    contrast = _CONTRAST.search(f" {heard.said} ") is not None
    taken: list[Span] = []
    for criterion, answer in newest_first(heard):
        if criterion.key == heard.asked or isinstance(answer.value, Text):
            continue
        values = values_of(heard, criterion)
        new = [
            one
            for one in values
            if not (
                _is_denied(heard, one.span)
                or _overlaps(one.span, taken)
                or alike(answer.value, one)
            )
        ]
        if len(new) != 1:
            continue
        old = contrast and _holds_old(heard, criterion, answer.value, values)
        value, latest = new[0], not taken
        fits = instead and _fits(heard, criterion, value, latest=latest, of_before=of_before)
        about = _is_about(heard, criterion, value)
        sure = old or fits or (about and of_before)
        if sure or about:
            taken.append(value.span)
            yield Amendment(criterion.key, _kept_units(answer.value, value), value.span, sure)


def _is_about(heard: Utterance, criterion: Criterion, value: Value) -> bool:
    """Whether a value is for a question though nothing says that it replaces the one known: by its
    words, or, of an option, because nothing else is said.
    """
    if not isinstance(value, Choice):
        return _spoken_of(heard, criterion, value.span)
    rest = heard.folded[: value.span[0]] + " " + heard.folded[value.span[1] :]
    return not has_substance(words(rest).split())


def _holds_old(
    heard: Utterance, criterion: Criterion, value: Value, values: Sequence[Value]
) -> bool:
    """Whether the earlier value is named beside the new one."""
    if isinstance(criterion, ChoiceQuestion) and isinstance(value, Choice):
        option = criterion.options.get(value.option)
        return option is not None and mention(heard.folded, option.says) is not None
    return len(values) > 1 and any(alike(value, one) for one in values)


def _line(folded: str) -> str:
    """The text with its marks as spaces, but for the asterisk of a correction."""
    marks = "".join(c if c.isalnum() or c == "*" else " " for c in folded)
    return " ".join(marks.split())


def _fits(
    heard: Utterance, criterion: Criterion, value: Value, *, latest: bool, of_before: bool
) -> bool:
    """Whether a value put in place of another one is for this question: by its own words, or
    because no other question could want it.
    """
    asked = heard.asked_criterion
    if isinstance(value, Choice):
        return not isinstance(asked, ChoiceQuestion)
    sentence = heard.sentence_at(value.span[0])
    if isinstance(value, Money) and sentence is not None and counts_people(sentence, value):
        return False
    if _spoken_of(heard, criterion, value.span):
        return True
    if _spoken_of_another(heard, criterion, value.span):
        return False
    counted = (MoneyQuestion, NumberQuestion)
    wanted = isinstance(asked, counted if isinstance(criterion, counted) else type(criterion))
    if wanted or heard.asked == "phone":
        return of_before
    return latest


def _spoken_of(heard: Utterance, criterion: Criterion, span: Span) -> bool:
    """Whether the clause that a value stands in has the words of a question."""
    sentence = heard.sentence_at(span[0])
    if sentence is None or criterion.says is None:
        return False
    before, after = around(sentence, span)
    clause = " ".join((*before, *after))
    return mention(clause, criterion.says) is not None


def _spoken_of_another(heard: Utterance, criterion: Criterion, span: Span) -> bool:
    return any(
        _spoken_of(heard, other, span)
        for other in heard.page.script.criteria
        if other.key != criterion.key and not isinstance(other, TextQuestion)
    )


def _kept_units(old: Value, new: Value) -> Value:
    """A corrected figure keeps the currency and the period of the one it replaces."""
    if isinstance(old, Money) and isinstance(new, Money):
        new = in_thousands(old, new)
        return replace(new, currency=new.currency or old.currency, period=new.period or old.period)
    return new


def _is_denied(heard: Utterance, span: Span) -> bool:
    sentence = heard.sentence_at(span[0])
    return sentence is not None and denied(sentence, span)


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
