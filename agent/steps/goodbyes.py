"""How does a conversation end, and what is said after that? PURE.

Nothing is promised that nobody will do: who left neither telephone nor address is not told that
somebody will call.
"""

from collections.abc import Mapping
from dataclasses import replace

from agent.aloud import say_value
from agent.moves import Dialogue, Effect, HandOver, Step
from agent.reading import Reading
from agent.speech import Act, AnswerFact, Say, SayText
from agent.steps.agenda import sales_awaits, verdict_on
from qualification.answers import AnswerSheet
from qualification.decision import Outcome
from qualification.script import Script
from qualification.signals import Signal
from qualification.wording import TextId

ABUSE_AT_MOST = 2
"""Messages of insults that are met with patience; the next one ends the conversation."""
_BY_OUTCOME: Mapping[Outcome, TextId] = {
    "qualified": "close_qualified",
    "unqualified": "close_unqualified",
    "undecided": "close_undecided",
}
_REACHED_BY = frozenset({"phone", "email"})
_EMPTY: frozenset[TextId] = frozenset({"my_pleasure", "hello"})
"""Said only where a conversation is under way."""


def goodbye(script: Script, sheet: AnswerSheet, outcome: Outcome) -> TextId:
    """The goodbye of an outcome, as far as the contact known lets it be kept."""
    asked = script.contact.ask if script.contact.when != "never" else ()
    wanted = _REACHED_BY.intersection(asked)
    if outcome == "qualified" and wanted and wanted.isdisjoint(sheet.answers):
        return "close_qualified_here"
    return _BY_OUTCOME[outcome]


def parting(
    script: Script, known: Dialogue, text: TextId, *, sales_knows: bool, promised: bool
) -> Act:
    """The goodbye to one who ends it; who names a better time hears that sales is told, or that we
    write then, if so.
    """
    if text != "close_later" or known.later is None or not (sales_knows or promised):
        return SayText(text)
    when = {"when": say_value(script, "", known.later, known.language)}
    return SayText("close_later_noted" if sales_knows else "close_later_promised", when)


def after_a_person(script: Script, back: Dialogue, say: Say) -> Step:
    """The end of what a person has given back with nothing left to ask: sales gets who qualifies,
    and they hear it; whom the person has seen off hears no verdict, but a farewell, once. A call
    ends with its own words.
    """
    closed = replace(back, phase="closed", asked=None)
    handed: tuple[Effect, ...] = ()
    last: TextId | None = None if back.parted else "farewell"
    if sales_awaits(script, closed):
        closed, handed = replace(closed, handed_over="qualified"), (HandOver("qualified"),)
        last = goodbye(script, closed.sheet, verdict_on(script, closed).outcome)
    if last is not None and not back.spoken:
        closed = replace(closed, parted=back.parted or last == "farewell")
        say = replace(say, acts=(*say.acts, SayText(last)))
    elif not any(isinstance(act, AnswerFact) for act in say.acts):
        return Step(closed, handed)
    return Step(replace(closed, introduced=True), (say, *handed))


def after_the_close(
    before: Dialogue, known: Dialogue, say: Say, reading: Reading, effects: tuple[Effect, ...]
) -> Step:
    """An answer to what was asked; else a word, an offer, and then silence: it was a goodbye."""
    acts = tuple(a for a in say.acts if not (isinstance(a, SayText) and a.text in _EMPTY))
    if acts and Signal.ABUSIVE not in reading.signals:
        return Step(replace(known, courtesies=0, parted=False), (replace(say, acts=acts), *effects))
    text = _courtesy(before, reading)
    parted = before.parted or text == "farewell"
    known = replace(known, courtesies=before.courtesies + 1, parted=parted)
    said = () if text is None else (replace(say, acts=(SayText(text),)),)
    return Step(known, (*said, *effects))


def _courtesy(before: Dialogue, reading: Reading) -> TextId | None:
    """Who thanks or takes their leave hears a farewell, once; others a word, then an offer. On the
    telephone the call's own goodbye follows a farewell.
    """
    if Signal.PLEASANTRY in reading.signals:
        if not before.parted:
            return "farewell"
        if before.spoken:
            return None
    words: tuple[TextId, ...] = ("after_close", "still_here")
    return words[before.courtesies] if before.courtesies < len(words) else None
