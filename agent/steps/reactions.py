"""What is said about the message itself, before the next question? PURE: a reading in, acts of
speech out.
"""

from agent.moves import Dialogue
from agent.reading import Reading
from agent.speech import Act, AnswerFact, Explain, SayText
from agent.steps.learning import Learned
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Contact, Language
from qualification.wording import LANGUAGES, TextId

FEWEST_DIGITS = 6
"""Of a number that somebody wrote in figures."""

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
        Signal.SMALL_TALK,
        Signal.MAY_OPT_OUT,
        Signal.HELP,
    }
)
"""Messages that answer nothing and are no failed try at the question either: it is simply put
again.
"""

IDLE = frozenset(
    {
        Signal.PLEASANTRY,
        Signal.REPEAT,
        Signal.SMALL_TALK,
        Signal.LANGUAGE_SWITCH,
        Signal.MAY_OPT_OUT,
        Signal.HELP,
    }
)
"""Of these, those that would go on for ever if they were always answered with the same question."""

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


def reactions(script: Script, before: Dialogue, learned: Learned, reading: Reading) -> list[Act]:
    """The acts that answer the message, most urgent first; a plain thank-you when there is nothing
    else to say.
    """
    acts: list[Act] = []
    asked, signals = before.asked, reading.signals
    if Signal.ABUSIVE in signals:
        acts.append(SayText("calm"))
    if Signal.MAY_OPT_OUT in signals and not (learned.changed or learned.declined):
        acts.append(SayText("how_to_stop"))
    if Signal.HELP in signals:
        acts += [SayText("help")] if before.introduced else []  # who we are says it all
    elif Signal.IS_BOT_QUESTION in signals:
        acts.append(SayText("tell_bot"))
    elif Signal.SMALL_TALK in signals:
        acts.append(SayText("small_talk"))
    if Signal.LANGUAGE_SWITCH in signals and reading.language in (None, before.language):
        acts.append(SayText("languages", {"languages": _languages(script, before.language)}))
    acts += [AnswerFact(fact) for fact in reading.facts if script.fact(fact) is not None]
    if reading.question is not None and SayText("how_to_stop") not in acts:
        acts.append(SayText("no_fact" if before.handed_over else "no_fact_noted"))
    if reading.aside is not None:
        acts.append(SayText("other_line_noted", {"line": reading.aside.lines}))
    if Signal.WHY in signals and asked is not None:
        acts.append(Explain(asked))
    dictated = _dictated(before, learned)
    updates = [
        SayText("updated", {"quote": answer.evidence.quote})
        for answer in learned.corrected
        if answer.evidence is not None and answer.key not in (asked, *dictated)
    ]
    acts += updates[:1]
    acts += [SayText("read_back", {"value": value}) for value in dictated.values()]
    return acts or _courtesy(before, learned, reading)


def _languages(script: Script, language: Language) -> str:
    """The languages that we speak, in words."""
    *others, last = (LANGUAGES[language][one] for one in script.languages)
    joined = {"es": " o en ", "en": " or "}[language]
    return f"{', '.join(others)}{joined}{last}" if others else last


def _dictated(before: Dialogue, learned: Learned) -> dict[str, str]:
    """The e-mail address and the number that were dictated: they are said back, for they are easily
    misheard; on the telephone also one that the machine that listens has written out.
    """
    return {
        answer.key: answer.value.value
        for answer in learned.changed
        if isinstance(answer.value, Contact)
        and answer.value.kind in ("email", "phone")
        and answer.evidence is not None
        and (before.spoken or not _written_out(answer.value, answer.evidence.quote))
    }


def _written_out(contact: Contact, quote: str) -> bool:
    """Whether the words hold the value as it is kept, but for spaces and a number's prefix."""
    if contact.kind == "email":
        return contact.value in "".join(quote.lower().split())
    digits = "".join(filter(str.isdigit, quote))
    return len(digits) >= FEWEST_DIGITS and contact.value.endswith(digits[-FEWEST_DIGITS:])


def _courtesy(before: Dialogue, learned: Learned, reading: Reading) -> list[Act]:
    """A word of thanks or the like, when there is nothing else to say."""
    texts: tuple[tuple[object, TextId], ...] = (
        (Signal.WANTS_DEMO in reading.signals, "demo_noted"),
        (learned.changed or learned.withdrawn, "thanks"),
        (learned.declined, "no_problem"),
        (Signal.CORRECTS in reading.signals and not reading.answers, "not_understood"),
        (Signal.PLEASANTRY in reading.signals, "my_pleasure" if before.turns else "hello"),
    )
    said = next((text for holds, text in texts if holds), None)
    if said is None or (said == "hello" and not before.introduced):
        return []  # who we are begins with a greeting of its own
    return [SayText(said)]
