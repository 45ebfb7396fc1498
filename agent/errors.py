"""What went wrong, named by what to do next.

AgentError
├── LeaseLost          another process holds the conversation: drop this turn's work
├── MoreArrived        the prospect wrote meanwhile: read again, with both
├── UnknownConversation  nothing with this id: answer 404
├── UnknownScript      no script of this name is published: answer 404
├── AlreadyOpen        their thread has a conversation: go on with that one
├── EnoughToday        as many were asked again as may be in a day: those left wait for tomorrow
├── NotHeld            no person has this conversation: take it over first
├── NotTheHolder       a colleague answers, or nobody of ours: take it over first
├── OptedOut           the prospect asked not to be written to: nobody may
├── Unavailable        the database cannot take it now: answer 503, nothing was acknowledged
└── ModelError         the model cannot be used for this turn: the plain reader answers
    ├── ModelTimeout     too slow
    ├── ModelUnreachable connection refused or broken, 5xx, 429
    ├── ModelRefused     4xx: key, model or schema not accepted; an admin must look
    └── ModelNonsense    answered, but not with the object asked for
"""

from agent.reading import CallRecord


class AgentError(Exception):
    """Anything this package raises on purpose."""


class LeaseLost(AgentError):
    """Another process holds the conversation: drop this turn's work."""


class MoreArrived(AgentError):
    """The prospect wrote meanwhile: read again, with both."""


class UnknownConversation(AgentError):
    """There is no conversation with this id."""


class UnknownScript(AgentError):
    """No script of this name is published."""


class AlreadyOpen(AgentError):
    """Their thread has a conversation, opened at this very moment: go on with that one."""

    def __init__(self, conversation: str) -> None:
        super().__init__(conversation)
        self.conversation = conversation


class EnoughToday(AgentError):
    """As many were asked again as may be in a day: those left wait for tomorrow."""


class NotHeld(AgentError):
    """No person has this conversation: there is nothing to give back."""


class NotTheHolder(AgentError):
    """Somebody else answers in this conversation: take it over first. `by`: who, None for nobody of
    ours.
    """

    def __init__(self, conversation: str, by: str | None) -> None:
        super().__init__(conversation)
        self.by = by


class OptedOut(AgentError):
    """The prospect asked not to be written to: nobody may, until they ask for it again."""


class Unavailable(AgentError):
    """The database cannot take it now; nothing was acknowledged, the sender may try again."""


class ModelError(AgentError):
    """The model cannot be used for this turn: the plain reader answers.

    A reader that raises it adds what must not be lost: the calls made, and what was said.
    """

    outcome = "failed"

    def __init__(self, message: str, *, outcome: str | None = None) -> None:
        super().__init__(message)
        self.outcome = outcome or self.outcome
        self.calls: tuple[CallRecord, ...] = ()
        self.heard = ""
        """The sentences of the bridge that had gone out before it failed."""


class ModelTimeout(ModelError):
    """Too slow for the channel's time limit."""

    outcome = "timeout"


class ModelUnreachable(ModelError):
    """Connection refused or broken, 5xx, 429: worth another try while there is time."""

    outcome = "unreachable"


class ModelRefused(ModelError):
    """Not accepted (key, model name, schema): an admin must look; do not try again."""

    outcome = "refused"


class ModelNonsense(ModelError):
    """It answered, but not with the object asked for."""

    outcome = "nonsense"
