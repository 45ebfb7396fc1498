"""How does a simulated prospect say what is true? Truths in words, with what they mean. PURE."""

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from agent.simulation.personas.amounts import say_count, say_money
from agent.simulation.personas.table import PeopleWords, Words
from agent.simulation.personas.times import say_when
from agent.simulation.personas.truths import Truth, When
from qualification.normalise import fold
from qualification.script import ChoiceQuestion, Criterion, NumberQuestion, Script
from qualification.values import (
    Choice,
    Contact,
    Language,
    Money,
    Number,
    Text,
    Timeframe,
    Value,
    YesNo,
)


@dataclass(frozen=True, slots=True)
class Saying:
    """Words for the answer to one question, and the value that somebody who understands them
    takes from them.
    """

    key: str
    text: str
    value: Value
    slack: int = 0
    """Days by which a time may be understood differently."""
    letter_by_letter: bool = False
    """An address or a name: nobody misspells their own."""


def say(
    script: Script,
    key: str,
    truth: Truth,
    words: Words,
    today: date,
    rng: Random,
    *,
    unasked: bool = False,
    again: bool = False,
) -> Saying | None:
    """An answer; None where there is no natural way to bring it up unasked. Given `again`, it
    leaves nothing unsaid.
    """
    criterion = script.criterion(key)
    saying = _said(script, key, truth, words, today, rng, criterion, unasked=unasked, again=again)
    if saying is None or unasked or isinstance(truth, Contact | YesNo):
        return saying
    return replace(saying, text=rng.choice(words.answer_frames).format(x=saying.text))


def _said(
    script: Script,
    key: str,
    truth: Truth,
    words: Words,
    today: date,
    rng: Random,
    criterion: Criterion | None,
    *,
    unasked: bool,
    again: bool,
) -> Saying | None:
    match truth:
        case Money():
            text, amount = say_money(truth, script, words, rng, in_full=again)
            framed = (
                _beside_cue(criterion, text, words, rng)
                if unasked
                else rng.choice(words.money_frames).format(x=text)
            )
            return Saying(key, framed, amount) if framed else None
        case Number():
            text = say_count(truth, words, rng)
            framed = (
                _beside_cue(criterion, text, words, rng)
                if unasked
                else rng.choice(words.number_frames).format(x=text)
            )
            return Saying(key, framed, truth) if framed else None
        case When():
            text, time, slack = say_when(truth, words.times, today, rng)
            framed = rng.choice(words.time_clauses).format(x=text) if unasked else text
            return None if unasked and not _begins_alike(time) else Saying(key, framed, time, slack)
        case Choice(option=option):
            phrase = _phrase(criterion, option, words.language, rng)
            return Saying(key, phrase, truth) if phrase else None
        case YesNo(yes=yes):
            return (
                None if unasked else Saying(key, rng.choice(words.yes if yes else words.no), truth)
            )
        case Text(text=told):
            return None if unasked else Saying(key, told, truth)
        case Contact():
            text = _spelled(truth, words.people, rng)
            framed = rng.choice(words.people.frames[truth.kind]).format(x=text)
            return Saying(key, framed, truth, letter_by_letter=True)


def _begins_alike(time: Timeframe) -> bool:
    """Whether a time can follow "we'd like to start …"."""
    return time.kind in ("date", "range")


def _beside_cue(criterion: Criterion | None, figure: str, words: Words, rng: Random) -> str | None:
    """A figure beside one of the words that the script knows the question by."""
    if criterion is None or criterion.says is None:
        return None
    cues = [
        cue
        for cue in criterion.says.get(words.language, ())
        if not words.amounts.limits.intersection(fold(cue).split())
    ]
    if not cues:
        return None
    cue = rng.choice(cues)
    ends = cue.replace("'", " ").split()[-1]
    if ends in words.amounts.leading:
        return f"{cue} {figure}"
    return f"{figure} {cue}" if isinstance(criterion, NumberQuestion) else f"{cue}: {figure}"


def _phrase(
    criterion: Criterion | None, option: str, language: Language, rng: Random
) -> str | None:
    """One of the script's phrases for an option that stands for no other option as well."""
    if not isinstance(criterion, ChoiceQuestion):
        return None
    taken = {
        fold(phrase)
        for key, one in criterion.options.items()
        if key != option
        for phrase in one.says.get(language, ())
    }
    phrases = [
        phrase
        for phrase in criterion.options[option].says.get(language, ())
        if fold(phrase) not in taken
    ]
    return rng.choice(phrases) if phrases else None


def _spelled(contact: Contact, people: PeopleWords, rng: Random) -> str:
    """As people write their data: an e-mail in other letters or as it is said, a telephone with
    and without its country.
    """
    match contact.kind:
        case "email":
            user, domain = contact.value.split("@")
            at = rng.choice(people.at)
            dots = "." if at == "@" else people.dot
            written = f"{user}{at}{domain}".replace(".", dots)
            return written.title() if at == "@" and rng.random() < 0.15 else written
        case "phone":
            return _dialled(contact.value, rng)
        case _:
            return contact.value


def _dialled(number: str, rng: Random) -> str:
    """A telephone number in groups or in one piece, always with its country: it is read in any."""
    country, rest = number[:3], number[3:]
    match rng.randrange(4):
        case 0:
            return number
        case 1:
            return f"{country} {rest[:3]} {rest[3:6]} {rest[6:]}"
        case 2:
            return f"{country} {rest[:3]} {rest[3:5]} {rest[5:7]} {rest[7:]}"
        case _:
            return f"00{country[1:]} {rest}"
