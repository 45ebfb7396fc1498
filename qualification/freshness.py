"""What has time overtaken? PURE: the answers that are asked for again, rather than taken for
granted, when a conversation is taken up after long. This file decides it.

- What is as old as the script's `requalify.stale` (180 days by default) is asked for again.
- A time that is over says nothing about the future.
- "Not now" and "not so much" are what passes: a time or a budget that spoke against the lead is
  asked for again at any age. Who decides, how many they are and what they need does not change with
  the seasons: that stands until it is stale.
- Who did not know may know by now, and what was not understood is put again. Who refused, refused.
Who they are (name, address, number) is never asked for again.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time

from qualification.answers import Answer, AnswerSheet
from qualification.decision import judge
from qualification.durations import Span
from qualification.reaching import STALE
from qualification.script import Criterion, Script
from qualification.values import Money, Timeframe


def overtaken(script: Script, sheet: AnswerSheet, at: datetime) -> tuple[str, ...]:
    """The criteria whose answers do not stand at this moment, in the script's order."""
    return tuple(
        criterion.key
        for criterion in script.criteria
        if (answer := sheet.answers.get(criterion.key)) is not None
        and _is_overtaken(script, criterion, sheet, answer, at)
    )


def refreshed(script: Script, sheet: AnswerSheet, at: datetime) -> AnswerSheet:
    """The sheet without what is to be asked for again; the trail keeps it."""
    for key in overtaken(script, sheet, at):
        sheet = sheet.without_answer(key)
    refused = {key: one for key, one in sheet.declined.items() if one.reason == "refused"}
    return replace(sheet, declined=refused)


def turning_points(script: Script, sheet: AnswerSheet, since: datetime) -> tuple[datetime, ...]:
    """When time overtakes another answer, after `since`, soonest first."""
    return tuple(sorted({one for one in _ends(script, sheet) if one > since}))


def _ends(script: Script, sheet: AnswerSheet) -> Iterator[datetime]:
    for criterion in script.criteria:
        answer = sheet.answers.get(criterion.key)
        if answer is None:
            continue
        yield answer.given + _limit(script).exact()
        if isinstance(answer.value, Timeframe) and answer.value.end is not None:
            yield _midnight(answer.value.end)


def _is_overtaken(
    script: Script, criterion: Criterion, sheet: AnswerSheet, answer: Answer, at: datetime
) -> bool:
    if answer.given + _limit(script).exact() <= at:
        return True
    match answer.value:
        case Timeframe(end=date() as end) if _midnight(end) <= at:
            return True
        case Timeframe() | Money():
            return judge(script, criterion, sheet).state == "negative"
        case _:
            return False


def _limit(script: Script) -> Span:
    return STALE if script.requalify is None else script.requalify.stale


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
