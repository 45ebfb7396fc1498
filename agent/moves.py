"""What can happen in a conversation, and what can be done then? Events in, effects out. PURE."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from agent.reading import Reading
from agent.speech import Say
from qualification.answers import AnswerSheet
from qualification.choosing import ChosenBy
from qualification.handover import Why
from qualification.signals import Signal
from qualification.values import Language, Timeframe, Value

Phase = Literal["open", "held", "closed", "stopped"]
Reason = Literal["handover", "nudge", "requalify", "take_up_again"]
"""Why a conversation is looked at although nobody has written: sales waits for the lead; a word
after silence; the not yet qualified are asked again; they asked to be written to then.
"""
RECONTACTS: tuple[Reason, ...] = ("requalify", "take_up_again")
"""After weeks or months: nobody sits before the screen any more."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where a conversation stands: small, serialisable, and all that the next step depends on."""

    language: Language
    phase: Phase = "open"
    sheet: AnswerSheet = field(default_factory=AnswerSheet)
    signals: frozenset[Signal] = frozenset()
    """The lasting ones seen so far."""
    asked: str | None = None
    """The question pending: a criterion's key or a contact datum."""
    tries: Mapping[str, int] = field(default_factory=dict)
    """How often each question was put without getting an answer."""
    turns: int = 0
    open_questions: tuple[str, ...] = ()
    """What the prospect asked that no fact answers."""
    introduced: bool = False
    """The disclosure was said."""
    handed_over: Why | None = None
    """What for sales has got the lead."""
    nudges: int = 0
    """Words after silence since the prospect last wrote."""
    answered_by: str | None = None
    """The person who took over."""
    offered: tuple[Value, ...] = ()
    """The two readings of an unclear answer that the pending question offers."""
    idle: int = 0
    """Courtesies and the like in a row, while a question is pending."""
    courtesies: int = 0
    """Words said since the close to one who had nothing more to say."""
    parted: bool = False
    """They have been bidden farewell."""
    abuse: int = 0
    """Messages with insults."""
    later: Timeframe | None = None
    """When they would rather be written to."""
    held_since: datetime | None = None
    """When they last heard from a person, or that one would answer."""
    owed: tuple[str, ...] = ()
    """Facts asked about while a person was waited for."""
    spoken: bool = False
    """On the telephone: what was heard may have been misheard."""
    chosen_by: ChosenBy | None = None
    """What the script was chosen by; None while the reception finds it out."""
    requalified: int = 0
    """How often they were asked again after long."""
    left_alone: str | None = None
    """Who has decided that we do not write first any more, until they write: a person of ours, or
    `elsewhere`: they have talked to us since, in another conversation.
    """


@dataclass(frozen=True, slots=True)
class LeadArrived:
    """Somebody opened a conversation and has not written yet."""

    at: datetime


@dataclass(frozen=True, slots=True)
class LeadSpoke:
    """The prospect wrote: what it means is not known yet."""

    at: datetime


@dataclass(frozen=True, slots=True)
class MessageRead:
    """What the prospect wrote has been read."""

    reading: Reading
    at: datetime


@dataclass(frozen=True, slots=True)
class LeadFellSilent:
    """The time of the reminder has come and the prospect has not written."""

    at: datetime
    why: Reason = "nudge"
    opens: datetime | None = None
    """From when on a text may reach them; None: we cannot write to them."""
    elsewhere: bool = False
    """They have talked to us since, or sales has got them, in another conversation."""


@dataclass(frozen=True, slots=True)
class PersonTookOver:
    """A person answers from now on."""

    by: str
    at: datetime
    unread: bool = False
    """The prospect wrote before, and it is not read yet."""


@dataclass(frozen=True, slots=True)
class PersonGaveBack:
    """The person leaves the conversation to us again."""

    at: datetime


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A person has decided that we do not write first any more."""

    by: str
    remind_at: datetime | None
    """What was planned, and why: what waits for sales is none of it."""
    remind_why: Reason | None
    at: datetime


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What a model found in messages that were first read plainly, because it could not be used."""

    reading: Reading
    at: datetime
    """When they were first read: "in three months" counts from there."""
    asked: str | None
    """The question that was pending then."""
    noticed: frozenset[Signal]
    """The signals of the first reading: they were acted on then."""
    messages: frozenset[str]
    """The ids of the messages read again."""
    later: frozenset[str]
    """The ids of what the prospect has written since: it wins."""
    person_since: bool = False
    """A person has spoken to the prospect since."""


@dataclass(frozen=True, slots=True)
class MessagesReread:
    """Messages read plainly were read again by a model, oldest first."""

    readings: tuple[SecondReading, ...]
    remind_at: datetime | None
    """When the silence is looked at: a second reading does not put it off."""
    at: datetime
    remind_why: Reason = "nudge"


Event: TypeAlias = (
    LeadArrived
    | LeadSpoke
    | MessageRead
    | LeadFellSilent
    | PersonTookOver
    | PersonGaveBack
    | LeftAlone
    | MessagesReread
)


@dataclass(frozen=True, slots=True)
class Read:
    """Have the unread messages read; `fully` false: without a model, only for what must be noticed
    always.
    """

    fully: bool


@dataclass(frozen=True, slots=True)
class HandOver:
    """Give the lead to sales, or tell them what changed."""

    why: Why


@dataclass(frozen=True, slots=True)
class Remind:
    """Come back at this time if the prospect has not written. A step without it wants no
    reminder.
    """

    at: datetime
    why: Reason = "nudge"


@dataclass(frozen=True, slots=True)
class Recontact:
    """What is said takes up a conversation after long: it is sent by the rules for that."""

    why: Reason


@dataclass(frozen=True, slots=True)
class LeaveToPerson:
    """They should hear from us, and we cannot write to them: a person may."""

    why: Reason


Effect: TypeAlias = Read | Say | HandOver | Remind | Recontact | LeaveToPerson


@dataclass(frozen=True, slots=True)
class Step:
    """The new state and what is to be done, in order."""

    dialogue: Dialogue
    effects: tuple[Effect, ...] = ()
