"""Is an amount meant by the month or by the year? Asked where the verdict rests on it. PURE.

"500" where budgets are compared by the year would be too little; by the month it is plenty: nobody
should lose a lead over two words.
"""

from collections.abc import Mapping
from dataclasses import replace

from agent.reading import Page
from qualification.answers import Answer
from qualification.decision import State, judge
from qualification.script import MoneyQuestion
from qualification.values import Money, Period

_OTHER: Mapping[Period, Period] = {"year": "month", "month": "year"}
_GOOD: tuple[State, ...] = ("positive", "acceptable")


def readings_by_period(page: Page, question: MoneyQuestion, amount: Money) -> tuple[Money, ...]:
    """The two readings of an amount without a period, when only the unexpected one would do."""
    other = _OTHER.get(question.per) if question.per else None
    if other is None or amount.period is not None or not (amount.max or amount.min):
        return ()
    meant, unexpected = replace(amount, period=question.per), replace(amount, period=other)
    if _state(page, question, meant) in _GOOD or _state(page, question, unexpected) not in _GOOD:
        return ()
    return unexpected, meant


def _state(page: Page, question: MoneyQuestion, amount: Money) -> State:
    sheet = page.sheet.with_answer(Answer(question.key, amount, page.now))
    return judge(page.script, question, sheet).state


def as_asked(page: Page) -> Money | None:
    """The amount by the period that the question asks for, when the offer of both was answered with
    the amount again.
    """
    question = page.script.criterion(page.asked or "")
    if not isinstance(question, MoneyQuestion):
        return None
    amounts = [one for one in page.offered if isinstance(one, Money)]
    if len({replace(one, period=None) for one in amounts}) != 1:
        return None
    return next((one for one in amounts if one.period == question.per), None)
