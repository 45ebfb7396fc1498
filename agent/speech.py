"""What is said? PURE: acts of speech in, approved wording out, with the model's own where it may
stand in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from agent.approval.rewording import wording_passes
from agent.messages import TEXTED, Channel
from agent.reading import Wording
from qualification.normalise.text import fold
from qualification.script import RECEPTION, Script, Texts
from qualification.telephone_wording import CALLED
from qualification.values import CONTACT_KINDS, Language
from qualification.wording import STOCK, TextId


@dataclass(frozen=True, slots=True)
class Introduce:
    """Who we are, that this is an AI, and what it is about."""


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Put a question: the first time, or again (`attempt` counts from 1)."""

    key: str
    attempt: int = 1
    called: str = ""
    """What they call themselves elsewhere: it is offered to be confirmed instead of asked for."""


@dataclass(frozen=True, slots=True)
class Explain:
    """Why we ask."""

    key: str


@dataclass(frozen=True, slots=True)
class AnswerFact:
    """The approved answer to something the prospect asked."""

    fact: str


@dataclass(frozen=True, slots=True)
class SayText:
    """One of the stock sentences."""

    text: TextId
    gaps: Mapping[str, str] = field(default_factory=dict)


Act: TypeAlias = Introduce | AskQuestion | Explain | AnswerFact | SayText
COURTESIES: frozenset[TextId] = frozenset(
    {
        "thanks",
        "no_problem",
        "my_pleasure",
        "hello",
        "whenever_ready",
        "moving_on",
        "still_here",
        "demo_noted",
        "not_understood",
        "after_close",
        "farewell",
    }
)
"""Said only when nothing better is: the model's bridge takes their place."""


@dataclass(frozen=True, slots=True)
class Say:
    """A message to the prospect: the bridge, then the acts; `asks` may word the question among
    them.
    """

    acts: tuple[Act, ...]
    bridge: str = ""
    asks: Wording | None = None
    turn: int = 0


REACH_A_PERSON: Mapping[Channel, TextId] = {
    "chat": "reach_person",
    "terminal": "reach_person",
    "sms": "reach_person_by_text",
    "whatsapp": "reach_person_by_text",
    "voice": "reach_person_by_call",
}
"""The first words of every channel say how to get a person (and by SMS, how to stop us)."""


PROMISES: Mapping[TextId, TextId] = {"close_later_promised": "close_later"}
"""What is said only where we can write to them, and what is said elsewhere."""


BOOKED_AFTER: frozenset[TextId] = frozenset({"close_qualified", "close_qualified_here"})
"""Who hears one of these may pick a time, where the script has a link for that."""


def compose(script: Script, language: Language, say: Say, channel: Channel = "chat") -> str:
    """The text of a message, its parts in order; empty when there is nothing to say."""
    parts = []
    acts = say.acts if channel in TEXTED else tuple(map(_without_promise, say.acts))
    if acts and isinstance(acts[0], Introduce):
        reach = SayText(REACH_A_PERSON[channel])
        parts += [word(script, language, one, say.turn, channel) for one in (acts[0], reach)]
        acts = acts[1:]
    if say.bridge:
        parts.append(say.bridge)
        acts = tuple(act for act in acts if not _covered(script, language, act, say))
    for act in acts:
        own = _own_wording(script, language, act, say.asks)
        parts.append(own if own is not None else word(script, language, act, say.turn, channel))
        if isinstance(act, SayText) and act.text in BOOKED_AFTER and channel != "voice":
            parts.append(_booking(script, language))
    return " ".join(part for part in parts if part)


def _booking(script: Script, language: Language) -> str:
    if script.booking is None:
        return ""
    return word(script, language, SayText("book", {"link": script.booking}))


def _without_promise(act: Act) -> Act:
    if isinstance(act, SayText) and act.text in PROMISES:
        return SayText(PROMISES[act.text])
    return act


def word(
    script: Script, language: Language, act: Act, turn: int = 0, channel: Channel = "chat"
) -> str:
    """The approved wording of one act; where there are several, turns take them in order."""
    match act:
        case Introduce() if script.script == RECEPTION:
            return script.disclosure[language]
        case Introduce():
            greeting = word(script, language, SayText("greeting"), turn, channel)
            return f"{script.disclosure[language]} {greeting}".strip()
        case AskQuestion(called=called) if called:
            return word(
                script, language, SayText("confirm_name", {"called": called}), turn, channel
            )
        case AskQuestion(key=key, attempt=attempt):
            variants = _question(script, key, language, channel)
            return variants[min(attempt, len(variants)) - 1]
        case Explain(key=key):
            criterion = script.criterion(key)
            if criterion is not None and criterion.why is not None:
                return _pick(criterion.why, language, turn)
            text: TextId = "why_contact" if key in CONTACT_KINDS else "no_why"
            return word(script, language, SayText(text), turn, channel)
        case AnswerFact(fact=fact_id):
            fact = script.fact(fact_id)
            return fact.answer[language] if fact is not None else ""
        case SayText(text=text, gaps=gaps):
            texts = _texts(script, text, channel)
            known = {"name": script.persona.name, "company": script.persona.company, **gaps}
            return _pick(texts, language, turn).format_map(known)
        case _ as never:
            assert_never(never)


def _pick(texts: Texts, language: Language, turn: int) -> str:
    variants = texts[language]
    return variants[turn % len(variants)]


def _texts(script: Script, text: TextId, channel: Channel) -> Texts:
    """The script's own sentences, else the stock's for the channel."""
    stock = CALLED.get(text, STOCK[text]) if channel == "voice" else STOCK[text]
    return script.texts.get(text) or stock


def _question(
    script: Script, key: str, language: Language, channel: Channel = "chat"
) -> Sequence[str]:
    """The wordings of a question in the order of the attempts: the first one, then those for asking
    again.
    """
    criterion = script.criterion(key)
    if criterion is None:
        return _texts(script, _CONTACT_TEXTS[key], channel)[language]
    first, *others = criterion.ask[language]
    again = criterion.ask_again[language] if criterion.ask_again else ()
    return (first, *again, *others)


_CONTACT_TEXTS: dict[str, TextId] = {
    "name": "ask_name",
    "email": "ask_email",
    "phone": "ask_phone",
    "company": "ask_company",
    "job_title": "ask_job_title",
}


def approved_wordings(script: Script, key: str, language: Language) -> tuple[str, ...]:
    """Every approved wording of one question."""
    criterion = script.criterion(key)
    asked = _question(script, key, language)
    return (*asked, *criterion.ask[language]) if criterion is not None else tuple(asked)


def _own_wording(script: Script, language: Language, act: Act, asks: Wording | None) -> str | None:
    """The model's wording, when it is of the very question that the core picked and passes the
    checks.
    """
    if not isinstance(act, AskQuestion) or asks is None or script.wording == "exact":
        return None
    if asks.key != act.key or act.called:
        return None
    approved = approved_wordings(script, act.key, language)
    return asks.text if wording_passes(asks.text, approved, language) is None else None


def _covered(script: Script, language: Language, act: Act, say: Say) -> bool:
    """Whether the bridge already says what this act would: most of its words stand in it."""
    match act:
        case SayText(text=text) if text in COURTESIES:
            return True
        case (
            AnswerFact()
            | Explain()
            | SayText(text="tell_bot" | "no_fact" | "no_fact_noted" | "small_talk")
        ):
            said = set(_content_words(say.bridge))
            approved = _content_words(word(script, language, act, say.turn))
            return sum(one in said for one in approved) >= COVERED * len(approved)
        case _:
            return False


COVERED = 0.5
"""Share of the approved sentence's longer words that the bridge must contain to stand for it."""


def _content_words(text: str) -> list[str]:
    words = "".join(c if c.isalnum() else " " for c in fold(text)).split()
    return [one for one in words if len(one) > 3 or one.isdigit()]
