"""agent.texting.Texter, which answers as it is told and lists what it accepted."""

from datetime import datetime

from agent.errors import Unavailable
from agent.texting import Accepted, SendOutcome, Text, Unclear


class FakeTexter:
    """Answers in turn, then accepts; what went out is listed under its sid."""

    def __init__(self, *answers: SendOutcome) -> None:
        self.answers = list(answers)
        self.sent: list[Text] = []
        """What it was asked to send, whatever it answered."""
        self.went_out: dict[str, Text] = {}
        """By sid."""
        self.away = False
        """Whether its list cannot be had."""
        self.accepts_unclear = False
        """Whether what it answers unclearly has gone out all the same."""
        self.looked_since: list[datetime] = []

    async def send(self, text: Text) -> SendOutcome:
        self.sent.append(text)
        answer = self.answers.pop(0) if self.answers else None
        if answer is None or (self.accepts_unclear and isinstance(answer, Unclear)):
            sid = f"SM{len(self.went_out):032x}"
            self.went_out[sid] = text
            return answer or Accepted(sid, "queued")
        return answer

    async def find(self, text: Text, since: datetime) -> Accepted | None:
        self.looked_since.append(since)
        if self.away:
            raise Unavailable("the list cannot be had now")
        found = (sid for sid, one in self.went_out.items() if one.id == text.id)
        sid = next(found, None)
        return None if sid is None else Accepted(sid, "sent")
