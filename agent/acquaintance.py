"""What may an earlier conversation of the same person bring into a new one? PURE rules, and the
port that looks for it.

A number that somebody wrote from is proven: the carrier vouches for it. A caller's number is not,
unless the carrier has signed it: it can be forged with any telephone system. An unproven caller
gets the number itself and the language from us and nothing else, because what the agent does not
know it cannot be made to say: not by a question, not by a correction, not by a model.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from agent.conductor import Known
from agent.dialogue import Dialogue
from qualification.answers import Answer, AnswerSheet, Declined
from qualification.script import ChoiceQuestion, Script
from qualification.values import CONTACT_KINDS, Choice, Contact, Language

STANDS = timedelta(days=90)
"""What somebody needs, can pay and decides is asked anew after that; who they are is not."""
ATTESTED = "TN-Validation-Passed-A"
"""Twilio's StirVerstat of a call whose number the caller's own carrier has signed as theirs
(docs/voice/trusted-calling-with-shakenstir).
"""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A conversation held with the same number, or in which the number was given."""

    script: str
    dialogue: Dialogue
    handover: str | None
    at: datetime
    """When something was last said in it."""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What a new conversation begins with: what is known, and the language they spoke last."""

    known: Known
    language: Language | None = None


class Acquaintances(Protocol):
    """Finds what is known about somebody who writes or calls."""

    async def meet(self, number: str, script_key: str, *, proven: bool) -> Acquaintance:
        """`number`: E.164, or `anonymous:…` when none was shown. `proven`: they wrote from it, or
        the call is ATTESTED. Call it before Conductor.open.
        """
        ...


def recall(
    script: Script, number: str, earlier: Sequence[Earlier], now: datetime, *, proven: bool
) -> Acquaintance:
    """What a conversation with this number begins with; `earlier` in any order."""
    newest_first = sorted(earlier, key=lambda one: one.at, reverse=True)
    spoken = [one.dialogue.language for one in newest_first]
    language = next((one for one in spoken if one in script.languages), None)
    if not proven:
        return Acquaintance(Known(_with_number(AnswerSheet(), number, now)), language)
    recent = [one for one in newest_first if one.script == script.script and one.at > now - STANDS]
    answers = {one.key: one for one in _answers(script, newest_first, recent, now)}
    declined = {one.key: one for one in _declined(script, recent) if one.key not in answers}
    found = tuple(finding for one in newest_first[::-1] for finding in one.dialogue.sheet.found)
    sheet = _with_number(AnswerSheet(answers, declined).with_findings(found), number, now)
    for one in recent:
        if one.handover is not None:
            return Acquaintance(Known(sheet, one.dialogue.handed_over, one.handover), language)
    return Acquaintance(Known(sheet), language)


def _answers(
    script: Script, everywhere: Sequence[Earlier], recent: Sequence[Earlier], now: datetime
) -> Iterator[Answer]:
    """Oldest first, so that the newest of a key is the one that stays."""
    who = (
        answer
        for one in everywhere
        for key, answer in one.dialogue.sheet.answers.items()
        if key in CONTACT_KINDS and answer.source != "inferred"
    )
    what = (
        answer
        for one in recent
        for answer in one.dialogue.sheet.answers.values()
        if answer.given > now - STANDS and answer.source != "inferred" and _fits(script, answer)
    )
    yield from sorted((*who, *what), key=lambda answer: answer.given)


def _fits(script: Script, answer: Answer) -> bool:
    """Whether the script, as it is now, still asks for such an answer."""
    criterion = script.criterion(answer.key)
    if criterion is None or criterion.kind != answer.value.type:
        return False
    if isinstance(criterion, ChoiceQuestion) and isinstance(answer.value, Choice):
        return answer.value.option in criterion.options
    return True


def _declined(script: Script, recent: Sequence[Earlier]) -> Iterator[Declined]:
    """What they would not or could not say; what was only not understood is asked again."""
    for one in reversed(recent):
        for declined in one.dialogue.sheet.declined.values():
            if declined.reason != "unclear" and script.criterion(declined.key) is not None:
                yield declined


def _with_number(sheet: AnswerSheet, number: str, now: datetime) -> AnswerSheet:
    """The number they write or call from need not be asked for; another that they gave stays."""
    if not number.startswith("+") or "phone" in sheet.answers:
        return sheet
    return sheet.with_answer(Answer("phone", Contact("phone", number), now, None, "prefill"))
