"""Does a figure answer the question that it was read for? What stands around it tells. PURE.

"Not 5,000, more like 500", "we are 35", "we turn over 3 million": the normalisers read a value in
each, and none of them is a budget.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from agent.cues import words
from agent.plain.mood import is_excepted, is_longed_for, is_over, is_ruled_out, is_supposed
from agent.plain.utterance import mention
from agent.plain.whose import (
    is_a_strangers,
    is_anothers_amount,
    is_asked_of_us,
    is_hearsay,
)
from agent.sentences import Sentence, around
from qualification.conditions import MoneyCondition
from qualification.script import MoneyQuestion, Texts
from qualification.values import Money, Number, Span, Timeframe

Measured = TypeVar("Measured", Money, Timeframe, Number)

_DENIED = re.compile(
    r"(?:^| )(?:no|not|isnt|ni|nunca|never|tampoco) "
    r"(?!se |lo se|idea|know|sure|mas |menos |more |less |least|problem|wait |hold |sorry |perdon|"
    r"espera|mejor |disculpa|make |it s |it is |its |tard|pase |exced|take |exceed|"
    r"p(?:od|ued)\w+ (?:esperar|tardar) )(?:\S+ ){0,2}$"
)
"""A denial at most two words before a value, in its clause."""
_INSTEAD = re.compile(
    r" (?:bueno|pues|well|actually|wait|espera|ay|uy|oh|sorry|perdon|perdona|mean) no $"
)
"""Right before a value: a no that takes back what stands before it ("300, well no 500")."""
_TAKEN_BACK = re.compile(
    r"[,;.:]* *(?:(?:o|u|y|ay|uy|ah|oh|eh|bueno|pues|well|or|but|pero) )*"
    r"(?:no|not|perdon|sorry|mejor|rather|better|actually|digo|quiero decir|i mean|wait|espera)\b"
)
"""Between two values: the second one stands."""
_PAUSE = re.compile(r"[,;:.!?()]")
_CLAUSE = re.compile(r"[,;:.!?()]\s| (?:y|and|pero|but) ")
_PEOPLE = frozenset(
    """
    somos eramos trabajamos personas empleados trabajadores gente plantilla comerciales gatos ppl
    people employees staff headcount workers reps team seats users usuarios
    """.split()  # noqa: SIM905
)
_TOGETHER = 10
"""People who are counted as "los tres"."""
_HOURS = 24
_CLOCK = frozenset(["before", "after", "at", "las", "la"])
"""Right before an hour."""
_OTHER_MONEY = frozenset(
    """
    facturamos facturo facturacion ingresamos ingresos vendemos ventas pagamos pago cobran cuesta
    cuestan gastamos vendimos facturo ganamos sold made earned billed
    pagan pagaron
    debo debemos debe deuda prestamo sueldo salario nomina multa subvencionaron subvencion
    owe owes owed debt loan salary wage wages fine grant
    revenue revenues turnover invoice sales earn paying pay paid costs cost charge pague
    quoted
    """.split()  # noqa: SIM905
)
"""What is earned, or paid for something else."""
_OF_OTHERS = re.compile(
    r" (?:(?:mi|un|el|mis|unos|los) (?:vecin|amig|cunad|prim|conocid)\w*|"
    r"(?:my|a|the|our) (?:neighbou?rs?|friends?|cousins?|in laws)|"
    r"next door|across the street|down the road|al lado|de enfrente) (?:\S+ ){0,3}?"
    r"(?:they|pagan?|pagaron|pago|cobran?|se|gasto|gastaron|tienen?|compro|spent|spends?|pays?|paid|"
    r"charges?|bought|has|have|got) |"
    r" (?:mi (?:padre|madre|abuel[oa])|my (?:grand)?(?:father|mother|dad|mum|mom)) "
    r"(?:abrio|fundo|empezo|monto|opened|founded|started|set) "
)
"""Somebody else, and what they pay or did: no answer of ours."""
_COULD = re.compile(r" (?:could|can|would|d|podemos|podriamos|puedo|podria) (?:pay|pagar) ")
"""It is what they could pay, not what they pay."""
_NOT_OURS = re.compile(
    r" (?:turn(?:s|ed|ing)?(?: over)?|lost an?|lose an?|(?:made|took) in) (?:\S+ ){0,3}?#|"
    r"# (?:order|deal|sale|client|customer|pedido) |"
    r" (?:nos|me) (?:pid\w+|ofrec\w+|presupuest\w+) (?:\S+ ){0,3}?#|"
    r" no (?:tenemos|tengo|llegamos a|llego a) (?:\S+ )?# (?:\S+ )?ni (?:de|por|en) "
)
"""About a figure (#): what is earned or lost, what somebody else asks, what they have not."""
_SOLD = frozenset(
    ("vendimos", "facturamos", "facturo", "ganamos", "ingresamos", "sold", "earned", "billed")
)
_SAME_SIZE = 4
"""So many times more or less: a corrected figure is still of the same size."""
_NEXT = 3
"""Words before and after a figure that say what it counts."""
_LED_BY = 8
"""Words before a figure that can say what it is: "for this we have set aside about"."""
_YEARS = range(1950, 2100)
_BEFORE_A_YEAR = frozenset(
    """
    in since en ano year principios finales mediados q1 q2 q3 q4 early late mid
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
    diciembre january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic
    """.split()  # noqa: SIM905
)
TOO_SMALL = 20
"""A bare amount this many times under the script's lowest is a count, or meant in thousands."""


def denied(sentence: Sentence, span: Span) -> bool:
    """ "Not 5,000": the value is what it is not."""
    before = _PAUSE.split(sentence.folded[: span[0] - sentence.start])[-1]
    said = f" {words(before)} "
    takes_back = _INSTEAD.search(said) is not None and any(one.isdigit() for one in said)
    return _DENIED.search(said) is not None and not takes_back


def after_taking_back(folded: str, position: int) -> int:
    """Where the words end that take back what stands before a position; there, if there are
    none.
    """
    while taken_back := _TAKEN_BACK.match(folded, position):
        position = taken_back.end()
        position += len(folded[position:]) - len(folded[position:].lstrip(" ,.;:"))
    return position


def last_said(folded: str, values: Sequence[Measured]) -> Measured:
    """The first of several values, or the one that takes it back: "at most 9.500... no, 7.500"."""
    standing = values[0]
    for value in values[1:]:
        if _TAKEN_BACK.match(folded[standing.span[1] : value.span[0]].lstrip(" .€$£")):
            standing = value
    return standing


def in_thousands(old: Money, new: Money) -> Money:
    """ "12k. No wait, 11": a bare figure of the size that the thousands had."""
    before, figure = old.max or old.min, new.max or new.min
    if before is None or figure is None or new.currency or new.period or before % 1000:
        return new
    if not before / _SAME_SIZE <= figure * 1000 <= before * _SAME_SIZE:
        return new
    least, most = (None if one is None else one * 1000 for one in (new.min, new.max))
    return replace(new, min=least, max=most)


def rescaled(folded: str, amounts: Sequence[Money]) -> list[Money]:
    """The amounts, each that takes one back in the thousands of that one: "15k, no wait, 12"."""
    found = list(amounts[:1])
    for one in amounts[1:]:
        taken_back = _TAKEN_BACK.match(folded[found[-1].span[1] : one.span[0]].lstrip(" .€$£"))
        found.append(in_thousands(found[-1], one) if taken_back else one)
    return found


def counts_people(sentence: Sentence, amount: Money) -> bool:
    """Whether a bare number in a sentence is how many they are."""
    if amount.currency is not None or amount.period is not None:
        return False
    before, after = around(sentence, amount.span)
    if before[-2:] in (["we", "are"], ["we", "re"]) or after[:2] == ["of", "us"]:
        return True
    if before[-1:] in (["los"], ["las"]) and (amount.max or 0) <= _TOGETHER:
        return True  # "decidimos las dos"
    return not _PEOPLE.isdisjoint((*before[-_NEXT:], *after[:_NEXT]))


def is_an_hour(sentence: Sentence, amount: Money) -> bool:
    """Whether a bare number in a sentence is one of the clock: "before 9", "a las 8"."""
    before, _ = around(sentence, amount.span)
    return (amount.max or 0) <= _HOURS and not _CLOCK.isdisjoint(before[-1:])


def corrects_a_count(sentence: Sentence, amount: Money, counts: Sequence[Number]) -> bool:
    """Whether a bare number takes back how many they are: "we're 150, no sorry 120"."""
    if amount.currency is not None or amount.period is not None:
        return False
    for count in counts:
        between = sentence.folded[count.span[1] - sentence.start : amount.span[0] - sentence.start]
        counted = Money(count.min, count.max, span=count.span)
        if between and _TAKEN_BACK.match(between) and counts_people(sentence, counted):
            return True
    return False


def is_of_something_else(sentence: Sentence, span: Span) -> bool:
    """Whether an amount is earned, or paid for something else: its clause says so before it."""
    if is_excepted(f"{words(sentence.folded[: span[0] - sentence.start])} "):
        return True
    before, after = around(sentence, span)
    percent = sentence.folded[span[1] - sentence.start :].lstrip().startswith("%")
    share = after[:1] in (["percent"], ["ciento"]) or after[:2] == ["por", "ciento"]
    share = share or before[-1:] == ["por"]
    if percent or share or is_of_others(sentence, span):
        return True
    if _COULD.search(f" {' '.join(before)} ") is not None:
        return False
    told = f" {' '.join((*before, '#', *after))} "
    clause = told.strip()
    if sentence.marked and is_asked_of_us(clause):
        return True
    if is_anothers_amount(clause) or is_hearsay(clause) or _may_not_be_so(before, clause, after):
        return True
    return not _OTHER_MONEY.isdisjoint(before) or _NOT_OURS.search(told) is not None


def _may_not_be_so(before: Sequence[str], clause: str, after: Sequence[str]) -> bool:
    """Whether an amount (#) is only supposed, remembered, wished for or ruled out."""
    unreal = is_supposed(clause) or is_over(clause) or is_longed_for(" ".join(before))
    return unreal or is_ruled_out(" ".join(after))


def is_of_others(sentence: Sentence, span: Span) -> bool:
    """Whether the clause of a stretch tells of somebody else: "my neighbour paid 20,000"."""
    clause = _CLAUSE.split(sentence.folded[: span[1] - sentence.start])[-1]
    said = f" {words(clause)} "
    return _OF_OTHERS.search(said) is not None or is_a_strangers(said)


def is_a_story(sentence: Sentence) -> bool:
    """Whether a sentence tells of others, or of what was sold, rather than of what is wanted."""
    said = words(sentence.folded)
    sold = any(c.isdigit() for c in said) and not _SOLD.isdisjoint(said.split())
    return sold or _OF_OTHERS.search(f" {said} ") is not None


def suspiciously_small(question: MoneyQuestion, amount: Money) -> bool:
    """Whether a bare amount is so far under the script's own that it must be asked about."""
    limits = [
        condition.overlaps.min
        for condition in (question.positive, question.acceptable)
        if isinstance(condition, MoneyCondition) and condition.overlaps.min is not None
    ]
    most = amount.max if amount.max is not None else amount.min
    if amount.currency is not None or amount.period is not None or not limits or most is None:
        return False
    return Decimal(0) < most * TOO_SMALL < min(limits)


def is_year(folded: str, amount: Money) -> bool:
    """ "Since March 2021": part of a date."""
    if amount.currency or amount.period or amount.max not in _YEARS:
        return False
    before = words(folded[: amount.span[0]]).split()
    last = before[-2:-1] if before[-1:] in (["de"], ["del"]) else before[-1:]
    return not _BEFORE_A_YEAR.isdisjoint(last)


def is_spoken_of(sentence: Sentence, span: Span, says: Texts) -> bool:
    """Whether the words a question is spoken of in stand about a value: "a team of 20"."""
    before, after = around(sentence, span)
    lead = words(sentence.folded[: span[0] - sentence.start]).split()
    sides = (before[-_LED_BY:], after[:_NEXT], lead[-_NEXT:])
    return any(mention(" ".join(side), says) is not None for side in sides)


def is_within(span: Span, others: Sequence[Span]) -> bool:
    """ "Q2 2028": a figure that is a part of something longer."""
    return any(
        start <= span[0] and span[1] <= end and (start, end) != span for start, end in others
    )
