"""Which of the two readings that we offered did they mean? PURE.

"Do you mean €3,000 a month or €3,000 a year?" is answered by "the first", "a month", "al año" or
the amount again. What fits both or neither settles nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from agent.agreement import alike
from agent.cues import words
from agent.cues.table import phrases
from agent.reading import Page
from qualification.normalise import fold, read_choice, read_money, read_number, read_timeframe
from qualification.script import ChoiceQuestion
from qualification.values import Choice, Language, Money, Number, Span, Timeframe, Value

FEW = 8
"""Words of a reply that only points at a reading or names what tells it from the other."""
_PLACES: Mapping[str, int] = {
    **dict.fromkeys(phrases("primero, primera, primer, first, 1st, 1o, 1a, former"), 0),
    **dict.fromkeys(phrases("segundo, segunda, second, 2nd, 2o, 2a, latter"), 1),
    **dict.fromkeys(phrases("ultimo, ultima, last"), -1),
}
_ALONE: Mapping[str, int] = {
    **dict.fromkeys(phrases("1, uno, una, one"), 0),
    **dict.fromkeys(phrases("2, dos, two"), 1),
}
"""These point only with nothing beside them but the words of _POINTING."""
_POINTING = frozenset(
    phrases(
        """
        el, la, lo, las, los, al, a, de, del, the, one, of, opcion, option, numero, number, si, yes,
        yeah, pues, es, seria, era, it, its, it s, s, that, that s, i, mean, meant, me, refiero,
        referia, quiero, quise, decir, digo, creo, que, ha, has, dicho, dijo, you, said, cantidad,
        cifra, fecha, amount, figure, date, thing, cosa, por, favor, please, gracias, thanks, ok,
        vale, mejor, claro, eso, esa, ese, would, be, think, m, perdon, sorry
        """
    )
)
_NOT_POINTING = re.compile(r"(?:^| )(?:un|one|a|dame un|deme un|wait) (?:segundo|second)(?= |$)")
"""Somebody asks for a moment."""
_DENIAL = re.compile(
    r"(?:^| )(?:no|not|ni|ningun\w*|tampoco|neither|none|nor|both|ambos|ambas|don|isn)(?= |$)"
)
_NO_FIRST = re.compile(r"^\s*(?:no|nope)\s*[,.;:!]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a reply to the offer comes to: `value` None when it fits both readings."""

    value: Value | None
    span: Span


def settle(page: Page, language: Language, text: str) -> Settled | None:
    """The reading that a reply chooses; None when it is no reply to the offer."""
    if page.asked is None or len(page.offered) < 2 or "?" in text:
        return None
    opening = _NO_FIRST.match(text)
    start = opening.end() if opening else 0
    reply = text[start:]
    said = words(fold(reply))
    span = (start + len(reply) - len(reply.lstrip()), len(text.rstrip()))
    if not said or _DENIAL.search(said):
        return None
    place = _place(said, len(page.offered))
    named = list(_named(page, language, reply))
    if place is not None and not any(_fitting(page.offered, one) for one in named):
        return Settled(page.offered[place], span)
    settled = _by_value(page.offered, named, start)
    if settled is not None or len(said.split()) > FEW or any(one.isdigit() for one in said):
        return settled
    completed = _completed(page, language, reply)
    return Settled(completed, span) if completed is not None else None


def _place(said: str, offered: int) -> int | None:
    """Where in the offer a reply points, when pointing is all that it does."""
    spoken = said.split()
    if len(spoken) > FEW or _NOT_POINTING.search(f" {said}"):
        return None
    places = {_PLACES[one] for one in spoken if one in _PLACES}
    others = [one for one in spoken if one not in _PLACES]
    if not places:
        alone = [one for one in spoken if one in _ALONE and one not in _POINTING]
        alone = alone or [one for one in spoken if one in _ALONE and len(spoken) == 1]
        places = {_ALONE[one] for one in alone}
        others = [one for one in others if one not in alone]
    if len(places) != 1 or not _POINTING.issuperset(others):
        return None
    place = places.pop()
    return place % offered if place < offered else None


def _named(page: Page, language: Language, reply: str) -> Iterator[Value]:
    """The values of the kind in question that a reply names by itself."""
    match page.offered[0]:
        case Money():
            yield from read_money(reply, language, asked=True)
        case Number():
            yield from read_number(reply, language, asked=True)
        case Timeframe():
            yield from read_timeframe(reply, language, now=page.now, asked=True)
        case Choice():
            question = page.script.criterion(page.asked or "")
            if isinstance(question, ChoiceQuestion):
                yield from read_choice(reply, _phrases(question))
        case _:
            return


def _phrases(question: ChoiceQuestion) -> Mapping[str, Sequence[str]]:
    return {
        key: [phrase for listed in option.says.values() for phrase in listed]
        for key, option in question.options.items()
    }


def _fitting(offered: Sequence[Value], value: Value) -> list[Value]:
    return [one for one in offered if alike(one, value)]


def _by_value(offered: Sequence[Value], named: Sequence[Value], start: int) -> Settled | None:
    """The one reading that a named value fits; a value that fits none is a new answer."""
    if len(named) != 1:
        return None
    value = named[0]
    fitting = _fitting(offered, value)
    if not fitting:
        return None
    span = (start + value.span[0], start + value.span[1])
    if len(fitting) > 1:
        return Settled(None, span)
    chosen = fitting[0]
    if isinstance(chosen, Money) and isinstance(value, Money):
        chosen = replace(
            value,
            currency=value.currency or chosen.currency,
            period=value.period or chosen.period,
        )
    return Settled(chosen, span)


def _completed(page: Page, language: Language, reply: str) -> Value | None:
    """The one reading that is meant by what a reply adds: "a month", "dollars", "thousand"."""
    found: set[Value] = set()
    for offered in page.offered:
        if not isinstance(offered, Money):
            return None
        figure = offered.max if offered.max is not None else offered.min
        for amount in read_money(f"{figure:f} {reply}", language, asked=True):
            if amount.currency or amount.period or amount.max != figure:
                found.update(_fitting(page.offered, amount))
    return found.pop() if len(found) == 1 else None
