"""What is said about the message itself, before the next question? PURE: a reading in, acts of
speech out.
"""

from agent.learning import Learned
from agent.reading import Reading
from agent.speech import Act, AnswerFact, Explain, SayText
from qualification.script import Script
from qualification.signals import Signal
from qualification.wording import TextId

DIGRESSIONS = frozenset(
    {
        Signal.QUESTION,
        Signal.WHY,
        Signal.REPEAT,
        Signal.IS_BOT_QUESTION,
        Signal.ABUSIVE,
        Signal.LANGUAGE_SWITCH,
        Signal.CORRECTS,
        Signal.OPT_IN,
        Signal.PLEASANTRY,
        Signal.WANTS_DEMO,
    }
)
"""Messages that answer nothing and are no failed try at the question either: it is simply put
again.
"""

_CLOSINGS: tuple[tuple[Signal, TextId], ...] = (
    (Signal.SUPPORT, "close_support"),
    (Signal.WRONG_PERSON, "close_wrong_person"),
    (Signal.NOT_INTERESTED, "close_not_interested"),
    (Signal.LATER, "close_later"),
)


def closing(reading: Reading, *, qualified: bool) -> TextId | None:
    """How the conversation ends when the message ends it."""
    signals = reading.signals
    if qualified:
        signals -= {Signal.SUPPORT, Signal.WRONG_PERSON}
        if reading.declines:  # "no thanks" to a question about themselves
            signals -= {Signal.NOT_INTERESTED}
    if Signal.WANTS_DEMO in signals:
        signals -= {Signal.LATER}
    return next((text for signal, text in _CLOSINGS if signal in signals), None)


def reactions(script: Script, asked: str | None, learned: Learned, reading: Reading) -> list[Act]:
    """The acts that answer the message, most urgent first; a plain thank-you when there is nothing
    else to say.
    """
    acts: list[Act] = []
    if Signal.ABUSIVE in reading.signals:
        acts.append(SayText("calm"))
    if Signal.IS_BOT_QUESTION in reading.signals:
        acts.append(SayText("tell_bot"))
    acts += [AnswerFact(fact) for fact in reading.facts if script.fact(fact) is not None]
    if reading.question is not None:
        acts.append(SayText("no_fact"))
    if Signal.WHY in reading.signals and asked is not None:
        acts.append(Explain(asked))
    updates = [
        SayText("updated", {"quote": answer.evidence.quote})
        for answer in learned.corrected
        if answer.evidence is not None and answer.key != asked
    ]
    acts += updates[:1]
    return acts or _courtesy(learned, reading)


def _courtesy(learned: Learned, reading: Reading) -> list[Act]:
    """A word of thanks or the like, when there is nothing else to say."""
    texts: tuple[tuple[object, TextId], ...] = (
        (Signal.WANTS_DEMO in reading.signals, "demo_noted"),
        (learned.changed, "thanks"),
        (learned.declined, "no_problem"),
        (Signal.CORRECTS in reading.signals and not reading.answers, "not_understood"),
        (Signal.PLEASANTRY in reading.signals, "my_pleasure"),
    )
    return next(([SayText(text)] for holds, text in texts if holds), [])
