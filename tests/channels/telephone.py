"""A telephone for tests: it calls our webhooks as Twilio does, signed, and reads the answers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from xml.etree import ElementTree

import httpx
from fastapi import FastAPI

from agent.acquaintance import Acquaintance, recall
from agent.conductor import Conductor
from agent.messages import Message
from agent.rehearsal.rehearsal import Rehearsal
from agent.texting import Note
from channels.answering import Answering
from channels.calls.arrivals import CallArrivals
from channels.calls.lines import Switchboard
from channels.calls.pages import CallPages
from channels.calls.voice import VoiceDesk, static_router, voice_router
from channels.calls.voicing import Voicing
from channels.problems import answer_with_problems
from channels.twilio import TwilioSignatures, sign
from qualification.script import Script
from tests.channels.conftest import Published
from tests.fakes.calls_record import FakeCalls
from tests.fakes.clock import FakeClock

ACCOUNT, TOKEN = "AC" + "a1" * 16, "the secret of our account"
ADDRESS = "https://banter.example"
WEBHOOKS = f"{ADDRESS}/webhooks/twilio"
OURS, THEIRS = "+34911222333", "+34600111222"
ANA, LUIS = "+34911000001", "+34911000002"
SID = "CA" + "1" * 32
LEG = "CA" + "2" * 32


class Document:
    """The TwiML of an answer."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = ElementTree.fromstring(text)  # noqa: S314 - our own

    @property
    def verbs(self) -> list[str]:
        """The names of its verbs, in order."""
        return [one.tag for one in self.root]

    @property
    def said(self) -> str:
        """Everything that is spoken."""
        spoken = [one.text or "" for one in self.root.iter("Say")]
        greetings = [one.get("welcomeGreeting", "") for one in self.root.iter("ConversationRelay")]
        return " ".join([*spoken, *greetings])

    def of(self, verb: str) -> dict[str, str]:
        """The attributes of the one verb of this name."""
        (found,) = self.root.iter(verb)
        return dict(found.attrib)


class Telephone:
    """Everything that a call needs, in memory."""

    def __init__(self, script: Script, clock: FakeClock, client: httpx.AsyncClient) -> None:
        self.clock = clock
        self.client = client
        self.calls = FakeCalls()
        self.notes: dict[str, Note] = {}
        self.proven: list[bool] = []
        self.rehearsal = Rehearsal(script)
        self.script = script
        self.conductor = Conductor(
            inbox=self.rehearsal,
            workspace=self.rehearsal,
            replies=self.rehearsal,
            catalogue=self.rehearsal,
            readers={},
            clock=clock,
        )

    async def tell(self, note: Note, _now: object) -> None:
        """channels.calls.lines.Notes."""
        self.notes.setdefault(note.id, note)

    async def transcript_after(self, conversation: str, seq: int) -> tuple[Message, ...]:
        """channels.chat.ports.Record: two messages a page."""
        return tuple(self.rehearsal.messages_after(conversation, seq)[:2])

    async def meet(self, number: str, _script: str, *, proven: bool) -> Acquaintance:
        """agent.acquaintance.Acquaintances: nobody was met before."""
        self.proven.append(proven)
        return recall(self.script, number, (), self.clock.now(), proven=proven)

    @property
    def conversations(self) -> set[str]:
        """Those that calls have led to."""
        return {call.conversation for call in self.calls.kept.values()}

    def transcript(self, sid: str = SID) -> list[Message]:
        """What was said in a call."""
        return self.rehearsal.messages_after(self.calls.kept[sid].conversation, 0)

    async def phase(self) -> str:
        """Where the conversation of the call stands."""
        standing = await self.rehearsal.standing(self.calls.kept[SID].conversation)
        return standing.dialogue.phase

    async def post(self, address: str, **params: Any) -> httpx.Response:
        """A webhook, signed for its address."""
        address = address if address.startswith("http") else f"{WEBHOOKS}/{address}"
        given = {
            "AccountSid": ACCOUNT,
            "CallSid": SID,
            "From": THEIRS,
            "To": OURS,
            "CallStatus": "in-progress",
            "Direction": "inbound",
            "CallerName": "",
            **params,
        }
        signature = {"X-Twilio-Signature": sign(TOKEN, address, given)}
        return await self.client.post(address.removeprefix(ADDRESS), data=given, headers=signature)

    async def page(self, address: str, **params: Any) -> Document:
        """The TwiML that a webhook answers."""
        response = await self.post(address, **params)
        assert response.status_code == 200, response.text
        assert response.headers["content-type"].startswith("text/xml")
        return Document(response.text)

    async def talk(self, *words: str) -> Document:
        """A whole call in the simple mode, up to the answer to these words."""
        page = await self.page("voice", CallStatus="ringing")
        for said in words:
            page = await self.page(page.of("Gather")["action"], SpeechResult=said)
        return page


@asynccontextmanager
async def telephone(
    script: Script, clock: FakeClock, voicing: Voicing | None = None, patience: float = 8.0
) -> AsyncIterator[Telephone]:
    """A telephone that reaches our webhooks in this process."""
    app = FastAPI()
    answer_with_problems(app)
    voicing = voicing or Voicing(mode="gather")
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://10.0.0.7:8000") as client:
        line = Telephone(script, clock, client)
        board = Switchboard(
            conversations=line.conductor,
            record=line,
            calls=line.calls,
            notes=line,
            pages=CallPages(ADDRESS, voicing),
            clock=clock,
            patience=patience,
        )
        arrivals = CallArrivals(
            line.conductor, Answering(Published(script)), line, line.calls, clock, voicing.mode
        )
        signatures = TwilioSignatures(ACCOUNT, TOKEN, ADDRESS)
        app.include_router(voice_router(VoiceDesk(signatures, arrivals, board)))
        app.include_router(static_router())
        yield line
        await line.conductor.aclose()
