"""How does a whole call go? A simulated telephone: webhooks, TwiML verb by verb, the relay.

The caller is whoever answers `Caller`: a person at a terminal, or a test.
"""

import asyncio
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as Xml

import httpx

from channels.simulators.relay import Line, relay_line
from channels.twilio import SIGNATURE, sign

VOICE = "/webhooks/twilio/voice"
STATUS = "/webhooks/twilio/voice/status"
MOST_DOCUMENTS = 60
"""A call that goes round in circles is a mistake."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a caller does next: `keys` presses keys, `cut_in` speaks into our last words."""

    text: str
    how: Literal["say", "keys", "cut_in"] = "say"


class Caller(Protocol):
    """Who holds the telephone."""

    def hear(self, text: str, by: str = "agent") -> None:
        """Something is said on the line."""
        ...

    async def speak(self) -> Utterance | None:
        """What they do next; None when they hang up."""
        ...

    async def accepts(self, number: str, whisper: str) -> bool:
        """Whether the colleague who is rung takes the call and presses 1."""
        ...


@dataclass
class Telephone:
    """A telephone, and all of Twilio that lies between it and a server."""

    server: httpx.AsyncClient
    """Its base_url is where the server listens."""
    address: str
    """The address that the server is known under: what is signed."""
    account: str
    token: str
    caller: Caller
    theirs: str = "+34600111222"
    ours: str = "+34911222333"
    sid: str = field(default_factory=lambda: f"CA{secrets.token_hex(16)}")
    documents: list[str] = field(default_factory=list)
    """The TwiML of the call, oldest first."""
    handed_over: list[Mapping[str, str]] = field(default_factory=list)
    """How each talk over the relay ended: the parameters of Connect's action."""

    async def call(self) -> None:
        """From the first ring until somebody hangs up."""
        following: str | None = await self.post(VOICE, CallStatus="ringing")
        while following and len(self.documents) < MOST_DOCUMENTS:
            following = await self._follow(following)
        await self.post(STATUS, CallStatus="completed", CallDuration="60")

    async def post(self, target: str, /, **more: str) -> str:
        """A signed webhook; the TwiML that answers it."""
        params = call_params(self.sid, self.account, self.theirs, self.ours) | more
        document = await post_signed(self.server, self.address, self.token, target, params)
        self.documents.append(document)
        return document

    async def _follow(self, document: str) -> str | None:
        """Do what the TwiML says; what comes next, nothing at the end of the call."""
        for verb in Xml.fromstring(document):  # noqa: S314 - our own server's
            match verb.tag:
                case "Say":
                    self.caller.hear(verb.text or "")
                case "Gather":
                    answer = await self._gather(verb)
                    if answer is not None:
                        return answer
                case "Connect" | "Dial" | "Record" | "Redirect" | "Hangup":
                    return await self._leave_by(verb)
        return None

    async def _leave_by(self, verb: Xml.Element) -> str | None:
        match verb.tag:
            case "Connect":
                return await self._connect(verb)
            case "Dial":
                return await self._dial(verb)
            case "Record":
                return await self._record(verb)
            case "Redirect":
                return await self.post((verb.text or "").strip())
        return None

    async def _gather(self, verb: Xml.Element) -> str | None:
        for one in verb.iter("Say"):
            self.caller.hear(one.text or "")
        said = await self.caller.speak()
        if said is None:
            return ""
        if not said.text and verb.get("actionOnEmptyResult") != "true":
            return None
        given = {"Digits": said.text} if said.how == "keys" else {"SpeechResult": said.text}
        return await self.post(verb.get("action", ""), **given, Confidence="0.9")

    async def _record(self, verb: Xml.Element) -> str:
        said = await self.caller.speak()
        recording = f"RE{secrets.token_hex(16)}"
        url = f"https://api.twilio.com/2010-04-01/Accounts/{self.account}/Recordings/{recording}"
        seconds = str(len(said.text) // 10 + 1) if said else "0"
        return await self.post(
            verb.get("action", ""),
            RecordingSid=recording,
            RecordingUrl=url,
            RecordingDuration=seconds,
        )

    async def _dial(self, verb: Xml.Element) -> str:
        """Colleagues are rung; one who does not press 1 has answered all the same."""
        status = "no-answer"
        for number in verb.iter("Number"):
            whisper = Xml.fromstring(await self.post(number.get("url", "")))  # noqa: S314
            told = " ".join(one.text or "" for one in whisper.iter("Say"))
            gather = whisper.find("Gather")
            accepted = await self.caller.accepts(number.text or "", told)
            if accepted and gather is not None:
                await self.post(gather.get("action", ""), Digits="1")
            status = "completed"
        return await self.post(verb.get("action", ""), DialCallStatus=status, DialCallDuration="9")

    async def _connect(self, verb: Xml.Element) -> str:
        relay = verb.find("ConversationRelay")
        if relay is None:
            raise ValueError("Connect without ConversationRelay")
        greeting = relay.get("welcomeGreeting")
        if greeting:
            self.caller.hear(greeting)
        given = {one.get("name", ""): one.get("value", "") for one in relay.iter("Parameter")}
        async with relay_line(
            str(self.server.base_url),
            self.address,
            self.token,
            call=self.sid,
            path=urlsplit(relay.get("url", "")).path,
        ) as line:
            await line.setup(self.account, self.theirs, self.ours, **given)
            hung_up = await self._talk(line)
        session = {"SessionId": f"VX{secrets.token_hex(16)}", "SessionDuration": "60"}
        if hung_up:
            session |= {"SessionStatus": "completed", "CallStatus": "completed"}
        elif line.ended is None:
            session |= {"SessionStatus": "failed", "ErrorCode": "64105"}
        else:
            session |= {"SessionStatus": "ended", "HandoffData": line.ended["handoffData"]}
        self.handed_over.append(session)
        following = await self.post(verb.get("action", ""), **session)
        return "" if hung_up else following

    async def _talk(self, line: Line) -> bool:
        """Until one side ends it; whether it was the caller."""
        hearing = asyncio.create_task(self._hear(line))
        speaking = asyncio.create_task(self._speak(line))
        try:
            await asyncio.wait({hearing, speaking}, return_when=asyncio.FIRST_COMPLETED)
            return speaking.done() and not hearing.done()
        finally:
            for task in (hearing, speaking):
                task.cancel()
            await asyncio.gather(hearing, speaking, return_exceptions=True)

    async def _hear(self, line: Line) -> None:
        while True:
            try:
                spoken = await line.hear(seconds=3600)
            except ConnectionError:
                return
            if spoken.text:
                await line.note("agentSpeaking", "on")
                self.caller.hear(spoken.text)
                await line.note("agentSpeaking", "off")

    async def _speak(self, line: Line) -> None:
        while (said := await self.caller.speak()) is not None:
            if said.how == "keys":
                await line.press(said.text)
                continue
            if said.how == "cut_in":
                await line.cut_in(line.last_words(half=True))
            await line.say(said.text, partials=1)


def call_params(sid: str, account: str, theirs: str, ours: str) -> dict[str, str]:
    """What every webhook of a call says."""
    return {
        "CallSid": sid,
        "AccountSid": account,
        "From": theirs,
        "To": ours,
        "Caller": theirs,
        "Called": ours,
        "Direction": "inbound",
        "ApiVersion": "2010-04-01",
        "CallStatus": "in-progress",
        "FromCity": "",
    }


async def post_signed(
    server: httpx.AsyncClient, address: str, token: str, target: str, params: Mapping[str, str]
) -> str:
    """A signed webhook to a server that is known as `address`; what it answers."""
    signed = urljoin(f"{address}{VOICE}", target)
    parts = urlsplit(signed)
    response = await server.post(
        f"{parts.path}?{parts.query}" if parts.query else parts.path,
        data=dict(params),
        headers={SIGNATURE: sign(token, signed, params)},
    )
    response.raise_for_status()
    return response.text


def reason_of(session: Mapping[str, str]) -> str | None:
    """Why the agent ended a talk, by the parameters of Connect's action."""
    reason: str | None = json.loads(session.get("HandoffData", "{}")).get("reason")
    return reason
