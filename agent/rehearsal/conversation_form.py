"""What is a conversation test? Its form: what is said, what happens, and what must hold after it.

docs/scripts.md explains it to admins.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, model_validator

from agent.dialogue import Phase
from agent.messages import Channel
from qualification.decision import Outcome, State
from qualification.durations import Duration
from qualification.handover import Why
from qualification.signals import Signal
from qualification.values import Language

Trouble = Literal["timeout", "unreachable", "refused", "nonsense"]


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Sayings = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectedAnswer(_Form):
    """What is known about one question: any part may be left out."""

    state: State | None = None
    value: JsonValue = None
    """Equal to the value; of an object, the keys given."""
    quote: str | None = None


class Expectation(_Form):
    """What must hold after a turn; what is not mentioned may be anything."""

    asked: str | None = None
    """The question pending; `nothing` when there is none."""
    answers: Mapping[str, ExpectedAnswer] = Field(default_factory=dict)
    unanswered: tuple[str, ...] = ()
    declined: Mapping[str, str] = Field(default_factory=dict)
    signals: tuple[Signal, ...] | None = None
    """Of this message: all of them, in any order."""
    phase: Phase | None = None
    verdict: Outcome | None = None
    tier: str | None = None
    score: int | None = None
    language: Language | None = None
    says: Sayings = ()
    """Each stands somewhere in the reply, whatever the case and accents."""
    never_says: Sayings = ()
    silent: bool | None = None
    handed_over: tuple[Why, ...] | None = None
    """All hand-overs of the conversation so far, oldest first."""


class Scene(_Form):
    """One thing that happens, and what must hold after it."""

    arrives: bool = False
    """Somebody opens a new conversation: the turns from here on are of that one."""
    publish: Mapping[str, Mapping[str, JsonValue]] = Field(default_factory=dict)
    """A new version of the script: by question, the parts of it that change."""
    say: Sayings = ()
    """What the prospect writes; several at once are a burst."""
    meanwhile: Sayings = ()
    """What the prospect goes on writing while the model reads."""
    wait: Duration | None = None
    """Time that passes before anything else happens in this turn."""
    take_over: str | None = None
    person_says: str | None = None
    give_back: bool = False
    reading: JsonValue = None
    """What the model answers (an object, or a text for broken ones)."""
    model: Trouble | None = None
    """How the model fails instead."""
    expect: Expectation = Expectation()

    @model_validator(mode="after")
    def _something_happens(self) -> "Scene":
        happenings = (
            self.arrives,
            self.publish,
            self.say,
            self.wait,
            self.take_over,
            self.person_says,
            self.give_back,
        )
        if not any(happenings):
            raise ValueError(
                "nothing happens in this turn: give `say`, `wait`, `take_over`, `person_says`,"
                " `give_back`, `publish` or `arrives`"
            )
        if self.meanwhile and not self.say:
            raise ValueError("`meanwhile` needs a `say` that is being read")
        return self


class ConversationTest(_Form):
    """A conversation with what must hold in it."""

    name: str
    language: Language
    covers: Sayings = ()
    """The conversation patterns that it shows."""
    channel: Channel = "chat"
    """By SMS or WhatsApp, they may be written to after long."""
    now: datetime = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    greeting: Expectation = Expectation()
    turns: tuple[Scene, ...] = Field(min_length=1)

    @property
    def scripted(self) -> bool:
        """Whether a turn says what the model reads, how it fails, or what comes while it does."""
        return any(
            turn.reading is not None or turn.model is not None or turn.meanwhile
            for turn in self.turns
        )


class ConversationFile(_Form):
    """A file of conversation tests of one script."""

    script: str
    conversations: tuple[ConversationTest, ...] = Field(min_length=1)
