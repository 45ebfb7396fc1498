"""Which script goes on, once the reception has heard what it is about? PURE rules.

What was said at the reception is read again by the chosen script, in the same turn: nothing is
asked twice, and the conversation stays one. docs/choosing.md tells the whole of it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from agent.cues import signals_in
from agent.messages import Message
from agent.moves import Dialogue, HandOver, Step
from agent.offering import offer
from agent.reading import Reading
from agent.sentences import denies, sentences_of
from agent.speech import Introduce, Say, SayText
from qualification.choosing import ChosenBy
from qualification.normalise import fold
from qualification.normalise.choice import read_choice
from qualification.reception import LINE
from qualification.script import RECEPTION, ChoiceQuestion, Script
from qualification.signals import LASTING, Signal
from qualification.values import Choice, Language

_CLAUSES = re.compile(r"[,.;:!?\n]+|\b(?:but|pero|sino)\b")
_UNWANTED = frozenset({Signal.NOT_INTERESTED})
LEAVING = LASTING - {Signal.WANTS_DEMO}
"""Who shows one of these is not asked what it is about."""


def is_reception(script: Script) -> bool:
    """Whether it is still to be found out which script is meant."""
    return script.script == RECEPTION


def choices(script: Script, dialogue: Dialogue) -> tuple[str, ...]:
    """What a visitor may choose from now, in the words to say it with; none where nothing is to be
    chosen, or more than can be looked over.
    """
    if dialogue.phase != "open":
        return ()
    if is_reception(script):
        return _phrases(_question(script), dialogue.language)
    if dialogue.asked is None or dialogue.offered:
        return ()
    question = script.criterion(dialogue.asked)
    return () if question is None else offer(script, question, dialogue.language)


def _phrases(question: ChoiceQuestion, language: Language) -> tuple[str, ...]:
    return tuple(one.says[language][0] for one in question.options.values())


def meant(script: Script, dialogue: Dialogue, messages: Sequence[Message]) -> tuple[str, ...]:
    """The options of the reception that the words of messages clearly mean, each once."""
    options = _options(script)
    asked = dialogue.asked == LINE
    found = [
        one.option
        for message in messages
        for one in read_choice(message.text, options, asked=asked)
    ]
    away = refused(script, messages)
    return tuple(one for one in dict.fromkeys(found) if one not in away)


def refused(script: Script, messages: Sequence[Message]) -> frozenset[str]:
    """The options that they say they do not want: a clause that turns one down chooses none."""
    return _refused(_options(script), [message.text for message in messages])


def interested_elsewhere(
    reading: Reading, options: Mapping[str, Sequence[str]], texts: Sequence[str]
) -> Reading:
    """The reading of one who turns down another line of ours and goes on: they have not turned us
    down. `options`: the phrases of those lines.
    """
    goes_on = any(len(_CLAUSES.split(text)) > 1 for text in texts)
    if not goes_on or not _UNWANTED & reading.signals or not _refused(options, texts):
        return reading
    return replace(reading, signals=reading.signals - _UNWANTED)


def _refused(options: Mapping[str, Sequence[str]], texts: Sequence[str]) -> frozenset[str]:
    return frozenset(
        one.option
        for text in texts
        for clause in _CLAUSES.split(text)
        if _UNWANTED & signals_in(clause) or any(map(denies, sentences_of(clause, fold(clause))))
        for one in read_choice(clause, options)
    )


def chosen_by_words(
    script: Script, dialogue: Dialogue, messages: Sequence[Message]
) -> tuple[str, ChosenBy] | None:
    """The one option that the words mean, if it is one; nobody who stops us is asked further."""
    if dialogue.phase not in ("open", "closed"):
        return None
    if any(Signal.OPT_OUT in signals_in(message.text) for message in messages):
        return None
    found = meant(script, dialogue, messages)
    if len(found) != 1:
        return None
    return found[0], "asked" if _picked(script, dialogue, messages) else "first_message"


def without_a_guess(
    script: Script, dialogue: Dialogue, reading: Reading, messages: Sequence[Message]
) -> Reading:
    """The reading, without a line chosen by the reader where the words name several, or turn that
    one down; who turns down one of our lines and goes on has not turned us down.
    """
    away = refused(script, messages)
    reading = interested_elsewhere(reading, _options(script), [one.text for one in messages])
    if not away and len(meant(script, dialogue, messages)) < 2:
        return reading
    return replace(
        reading,
        answers=tuple(one for one in reading.answers if one.key != LINE),
        doubts=tuple(one for one in reading.doubts if one.key != LINE),
    )


def option_read(dialogue: Dialogue) -> str | None:
    """The line that a reading has found."""
    answer = dialogue.sheet.answers.get(LINE)
    return answer.value.option if answer and isinstance(answer.value, Choice) else None


def gave_up(dialogue: Dialogue, reading: Reading) -> bool:
    """Whether asking has not helped, and they have not left."""
    return LINE in dialogue.sheet.declined and not LEAVING & reading.signals


def carried_over(
    reception: Script, script: Script, dialogue: Dialogue, chosen_by: ChosenBy
) -> Dialogue:
    """The dialogue as the chosen script goes on with it: who they are is known, what they said is
    read again, and who we are is said once more only if somebody else speaks now.
    """
    spoken = dialogue.language
    language = spoken if spoken in script.languages else script.default_language
    same = reception.disclosure.get(language) == script.disclosure[language]
    sheet = dialogue.sheet
    return replace(
        dialogue,
        language=language,
        phase="open",
        sheet=replace(
            sheet,
            answers={key: one for key, one in sheet.answers.items() if key != LINE},
            declined={key: one for key, one in sheet.declined.items() if key != LINE},
        ),
        asked=None,
        tries={},
        turns=0,
        offered=(),
        idle=0,
        open_questions=(),
        introduced=dialogue.introduced and same,
        chosen_by=chosen_by,
    )


def said_at_the_reception(messages: Sequence[Message]) -> tuple[Message, ...]:
    """Of what was said before, what the chosen script reads again: not what a person has answered
    since, nor what was acted on already.
    """
    last = max((one.seq for one in messages if one.author == "person"), default=0)
    return tuple(
        one
        for one in messages
        if one.author == "prospect" and one.seq > last and not LEAVING & signals_in(one.text)
    )


def to_a_person(before: Dialogue, after: Dialogue, at: datetime) -> Step:
    """Nobody could make out what it is about: a person does."""
    held = replace(
        after,
        phase="held",
        asked=None,
        introduced=True,
        held_since=at,
        handed_over=after.handed_over or "wants_human",
    )
    introduction = () if before.introduced else (Introduce(),)
    say = Say((*introduction, SayText("no_line")), turn=after.turns)
    return Step(held, (say, HandOver("wants_human")))


def _options(script: Script) -> dict[str, list[str]]:
    """The phrases of each line, in all languages."""
    return {
        key: [phrase for some in option.says.values() for phrase in some]
        for key, option in _question(script).options.items()
    }


def _question(script: Script) -> ChoiceQuestion:
    return cast(ChoiceQuestion, script.criteria[0])


def _picked(script: Script, dialogue: Dialogue, messages: Sequence[Message]) -> bool:
    """Whether they chose among the lines that we named, or said of themselves what it is about."""
    return dialogue.asked == LINE or any(
        message.text in choices(script, dialogue) for message in messages
    )
