"""When is a text sent? When its turn has come and may_send allows it; one whose fate is unknown is
looked for before it is sent again.
"""

from datetime import datetime

from agent.errors import Unavailable
from agent.ports import Clock
from agent.texting import Lost, Missing, Refused, SendOutcome, Text, Texter, Texts, Unclear


class TextSender:
    """Sends texts; the handler of jobs of the kind `text`."""

    def __init__(self, texts: Texts, texter: Texter | None, clock: Clock) -> None:
        """`texter`: None while no account is configured that could send."""
        self._texts = texts
        self._texter = texter
        self._clock = clock

    async def send(self, text: str) -> datetime | None:
        """Make one attempt; when to come back, if there is more to be done."""
        match await self._texts.take(text, self._clock.now()):
            case Text() as taken:
                outcome = await self._sent(taken)
                return await self._texts.record(taken, outcome, self._clock.now())
            case Lost(text=lost, since=since):
                found = await self._found(lost, since)
                return await self._texts.record(lost, found, self._clock.now())
            case later:
                return later

    async def _sent(self, text: Text) -> SendOutcome:
        if self._texter is None:
            return Refused(0, "no account is configured to send with: set TWILIO_ACCOUNT_SID")
        return await self._texter.send(text)

    async def _found(self, text: Text, since: datetime) -> SendOutcome | Missing:
        if self._texter is None:
            return Unclear("no account is configured to look for it: set TWILIO_ACCOUNT_SID")
        try:
            return await self._texter.find(text, since) or Missing()
        except Unavailable as error:
            return Unclear(str(error))
