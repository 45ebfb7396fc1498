"""Which question is put now: the same again, the next one, or none? PURE.

A question is put as often as the script allows; then it is left, and the next one is put.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from agent.moves import Dialogue, Effect, HandOver, Step
from agent.reading import Reading
from agent.speech import Act, AskQuestion, Say, SayText
from agent.steps.agenda import sales_awaits, upcoming, verdict_on
from agent.steps.clarifying import between, unclear
from agent.steps.goodbyes import goodbye
from agent.steps.learning import Learned
from agent.steps.reactions import DIGRESSIONS, IDLE
from agent.steps.silence import spoken
from qualification.answers import Answer, AnswerSheet, Declined
from qualification.decision import can_qualify
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Contact
from qualification.wording import TextId

IDLE_AT_MOST = 2
"""So many courtesies and the like in a row are a failed try at the question."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message and its turn: how things stood before it, what it brought, and when."""

    script: Script
    before: Dialogue
    learned: Learned
    reading: Reading
    at: datetime
    update: tuple[Effect, ...] = ()
    """What sales is told of it."""


def go_on(heard: Heard, known: Dialogue, say: Say) -> Step:
    """Clear up what was unclear, put again what was not answered, else the next question."""
    script, before, learned = heard.script, heard.before, heard.learned
    limit = script.limits.asks_per_question
    doubtful = unclear(script, known, learned) if known.turns < script.limits.turns else None
    idle = _is_idle(heard)
    known = replace(known, idle=before.idle + 1 if idle else _still_idle(heard))
    missed = before.asked if _missed(heard) or (idle and known.idle >= IDLE_AT_MOST) else None
    once_more = _worth_another_try(heard, known)
    was_offered = bool(before.offered) and missed is not None
    if doubtful is not None and not was_offered and known.tries.get(doubtful.key, 0) < limit:
        tries = _one_more(known.tries, doubtful.key)
        asked = replace(known, phase="open", asked=doubtful.key, tries=tries)
        asked = replace(asked, offered=doubtful.offered)
        say = replace(say, acts=(*say.acts, *doubtful.acts))
        return spoken(script, asked, say, heard.at, heard.update)
    if once_more is not None:
        sheet = undeclined(known.sheet, once_more)
        known = replace(known, sheet=sheet, tries=_one_more(known.tries, once_more))
    elif missed is not None and (was_offered or known.tries.get(missed, 0) >= limit):
        known = replace(known, sheet=known.sheet.with_declined(Declined(missed, "unclear")))
        acts = tuple(act for act in say.acts if act != SayText("my_pleasure"))
        say = replace(say, acts=(*acts, SayText("moving_on")))
    elif missed is not None:
        known = replace(known, tries=_one_more(known.tries, missed))
        say = _before_the_next_try(say, heard.reading, idle=idle)
    elif (again := _offered_again(heard, known)) is not None:
        say = replace(say, acts=(*say.acts, again))
        return spoken(script, replace(known, phase="open"), say, heard.at, heard.update)
    volunteered = missed is None and before.asked is not None and bool(learned.changed)
    return ask_next(script, known, say, heard.at, heard.update, volunteered=volunteered)


def _offered_again(heard: Heard, known: Dialogue) -> Act | None:
    """The two readings of an unclear answer, after a message about something else."""
    key, learned = heard.before.asked, heard.learned
    told = {one.key for one in heard.reading.answers} | {one.key for one in heard.reading.declines}
    elsewhere = learned.changed or (DIGRESSIONS - IDLE) & heard.reading.signals
    if not (heard.before.offered and elsewhere) or key in told or key in learned.withdrawn:
        return None
    return between(heard.script, known) if known.turns < heard.script.limits.turns else None


def _before_the_next_try(say: Say, reading: Reading, *, idle: bool) -> Say:
    """A word before the question is put again."""
    if not idle:
        return replace(say, acts=(*say.acts, SayText("not_understood")))
    lost = Signal.REPEAT in reading.signals
    acts = tuple(act for act in say.acts if act != SayText("my_pleasure"))
    return replace(say, acts=(*acts, SayText("other_words" if lost else "whenever_ready")))


def _is_idle(heard: Heard) -> bool:
    """Whether a message only passes the time of day while a question is pending."""
    asked, reading = heard.before.asked, heard.reading
    if asked is None or heard.learned.sheet.settled(asked) or Signal.QUESTION in reading.signals:
        return False
    if reading.language not in (None, heard.before.language):
        return False  # they asked for their language, and got it
    brought = heard.learned.changed or heard.learned.declined or heard.learned.doubts
    return not brought and bool(IDLE & reading.signals)


def _still_idle(heard: Heard) -> int:
    """What another message leaves of the count: a question to us is no answer to ours."""
    return heard.before.idle if DIGRESSIONS & heard.reading.signals else 0


def _missed(heard: Heard) -> bool:
    """Whether the message was a failed try at the pending question."""
    asked, learned = heard.before.asked, heard.learned
    if asked is None or learned.sheet.settled(asked):
        return False
    brought = learned.changed or learned.declined or learned.withdrawn
    return not (brought or DIGRESSIONS & heard.reading.signals)


def _worth_another_try(heard: Heard, known: Dialogue) -> str | None:
    """The pending question, where "I don't know" alone would keep the lead from qualifying."""
    script, key = heard.script, heard.before.asked
    if key is None or key not in heard.learned.declined:
        return None
    fresh = known.tries.get(key, 0) < script.limits.asks_per_question
    cannot_say = known.sheet.declined[key].reason == "does_not_know"
    without = can_qualify(script, known.sheet, known.signals)
    with_it = can_qualify(script, undeclined(known.sheet, key), known.signals)
    return key if fresh and cannot_say and with_it and not without else None


def undeclined(sheet: AnswerSheet, key: str) -> AnswerSheet:
    """The sheet as if this question had not been declined."""
    declined = {one: why for one, why in sheet.declined.items() if one != key}
    return replace(sheet, declined=declined)


def _one_more(tries: Mapping[str, int], key: str) -> dict[str, int]:
    return {**tries, key: tries.get(key, 0) + 1}


def ask_next(
    script: Script,
    dialogue: Dialogue,
    say: Say,
    at: datetime,
    effects: tuple[Effect, ...] = (),
    *,
    volunteered: bool = False,
) -> Step:
    """Put the pending question again if it still matters, else the first that does; close when none
    is left. Who `volunteered` another answer hears the question in other words.
    """
    keys = upcoming(script, dialogue)
    if not keys or dialogue.turns >= script.limits.turns:
        return _close(script, dialogue, say, effects)
    same = dialogue.asked in keys
    key = dialogue.asked if dialogue.asked in keys else keys[0]
    attempt = max(1, dialogue.tries.get(key, 0))
    asked = replace(
        dialogue,
        phase="open",
        asked=key,
        offered=dialogue.offered if same else (),
        tries={**dialogue.tries, key: attempt},
        introduced=True,
        courtesies=0,
        parted=False,
    )
    varied = attempt + (same and attempt == 1 and SayText("hello") in say.acts)
    if same and volunteered:
        varied = attempt + 1 + dialogue.turns % 2
    called = to_confirm(dialogue.sheet) if key == "name" and attempt == 1 else ""
    say = replace(say, acts=(*say.acts, AskQuestion(key, varied, called)))
    return spoken(script, asked, say, at, effects)


def to_confirm(sheet: AnswerSheet) -> str:
    """The name that they have where they write from, while nobody has said it."""
    match sheet.answers.get("name"):
        case Answer(source="profile", value=Contact(value=name)):
            return name
        case _:
            return ""


def _close(script: Script, dialogue: Dialogue, say: Say, effects: tuple[Effect, ...]) -> Step:
    """Nothing is left to ask: say goodbye by the verdict, and hand the qualified over.

    The goodbye thanks the prospect itself: once is enough.
    """
    needless: tuple[TextId, ...] = ("thanks", "hello", "my_pleasure", "moving_on")
    acts = tuple(act for act in say.acts if not (isinstance(act, SayText) and act.text in needless))
    text = goodbye(script, dialogue.sheet, verdict_on(script, dialogue).outcome)
    say = replace(say, acts=(*acts, SayText(text)))
    closed = replace(dialogue, phase="closed", asked=None)
    if sales_awaits(script, closed):
        return Step(replace(closed, handed_over="qualified"), (say, HandOver("qualified")))
    return Step(closed, (say, *effects))
