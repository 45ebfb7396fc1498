"""How does a call get to a person? One telephone after the other rings until somebody presses 1;
when nobody does, we ask when to call back, and then there is the voicemail.

Twilio counts a voicemail that answers as answered: only who presses 1 has the call.
"""

from contextlib import suppress
from dataclasses import dataclass, replace

from agent.calling import Call, RingAnswer
from agent.errors import NotHeld, OptedOut
from agent.messages import InboundMessage
from agent.texting import Note
from channels.calls.lines import Line, Switchboard
from channels.calls.pages import Page
from channels.calls.talks import Talks
from channels.calls.texts import CALL_ME, NOTES, CallText, NoteText
from channels.calls.twiml import Hangup, Say
from channels.incoming import Empty, clean

_ASKED_AGAIN: tuple[CallText, ...] = ("not_heard", "when")
LONGEST_WORDS = 300
"""Characters of what is said about when to call back: it goes into a text to sales."""
QUOTES = 4
"""So many of the lead's answers are told to a colleague before they take the call."""


@dataclass(frozen=True, slots=True)
class Transfers:
    """Puts callers through, and sees to those who could not be."""

    board: Switchboard
    talks: Talks

    async def begin(self, line: Line, said: tuple[Say, ...] = ()) -> Page:
        """Ring the next colleague; if there is none, ask when to call back; who was asked that
        already and still wants a person may leave a message. `said`: what is spoken first.
        """
        pages, call, language = self.board.pages, line.call, line.language
        if call.state == "ended":
            return (Hangup(),)
        person, plan = await self.board.next_person(line), line.script.transfer
        if person is not None and plan is not None:
            ringing = replace(call, state="transferring", place=person.place)
            if not await self._moved(call, ringing):
                return await self._again(call, said)
            rung = await self.board.roster.ring(ringing, person, self.board.clock.now())
            return (*said, *pages.ring(ringing, rung, language, plan.ring_seconds))
        if call.callback is not None:
            if line.why == "wants_human":
                return await self.take_message(line, said)
            return (*said, *pages.goodbye(language))
        if not await self._moved(call, replace(call, state="talking")):
            return await self._again(call, said)
        open_now = plan is None or plan.hours.contain(self.board.clock.now())
        why = pages.text("nobody_free" if open_now else "after_hours", language)
        return pages.call_back(language, (*said, why, pages.text("when", language)), silent=0)

    async def dialled(self, line: Line, place: int, *, over: bool) -> Page:
        """A colleague's telephone has stopped ringing, or the talk with them is over."""
        call = line.call
        if call.state in ("transferred", "ended"):
            return (Hangup(),)
        if over:
            await self.missed(line)
            return (Hangup(),)
        if place == call.place and call.state == "transferring":
            await self._answered(call, place, "missed")
            after = replace(call, place=place + 1)
            if not await self.board.calls.change(call, after):
                again = await self.board.line(call.sid)
                return await self.dialled(again, place, over=over) if again else (Hangup(),)
            line = replace(line, call=after)
        return await self.begin(line)

    def whisper(self, line: Line, place: int) -> Page:
        """What the colleague hears before they take the call."""
        pages, language = self.board.pages, line.language
        if not self._rings(line, place):
            return (pages.text("gone", language), Hangup())
        who = pages.text(
            "on_the_line", language, company=line.script.persona.company, lead=line.lead
        )
        told = [pages.say(f"{quote}.", language) for quote in line.quotes[:QUOTES]]
        return pages.whisper(line.call.sid, place, language, (who, *told))

    async def take(self, line: Line, place: int, digits: str) -> Page:
        """The colleague pressed a key: 1 connects the two."""
        call, pages = line.call, self.board.pages
        if digits != "1":
            await self._answered(call, place, "declined")
            return (Hangup(),)
        plan = line.script.transfer
        colleague = await self.board.roster.colleague(call, plan, place)
        if colleague is not None and call.accepted_by == colleague.name and call.place == place:
            return ()  # the same key again: they are connected
        if colleague is None or not self._rings(line, place):
            return (pages.text("gone", line.language), Hangup())
        taken = replace(call, state="transferred", accepted_by=colleague.name)
        if not await self.board.calls.change(call, taken):
            again = await self.board.line(call.sid)
            return await self.take(again, place, digits) if again else (Hangup(),)
        await self._answered(taken, place, "accepted")
        with suppress(OptedOut):
            await self.board.conversations.take_over(call.conversation, colleague.name)
        return ()

    async def called_back(self, line: Line, words: str, *, silent: int) -> Page:
        """When they want to be called: sales is told in their words, and the talk goes on if there
        is more to say.
        """
        board, pages, call = self.board, self.board.pages, line.call
        try:
            text = clean(words[:LONGEST_WORDS])
        except Empty:
            if silent:
                return await self.take_message(line)
            again = (pages.text(one, line.language) for one in _ASKED_AGAIN)
            return pages.call_back(line.language, tuple(again), silent=1)
        message = InboundMessage(
            "voice",
            f"{call.sid}:callback",
            call.conversation,
            CALL_ME[line.language].format(words=text),
            board.clock.now(),
        )
        answered = await board.answer(await board.conversations.receive(message))
        await self.note(call, callback=text)
        after = 0
        with suppress(NotHeld):
            if line.standing.dialogue.answered_by is None:
                await board.conversations.give_back(call.conversation)
                after = max((one.seq for one in answered.messages), default=0) if answered else 0
        line = await board.line(call.sid) or line
        phase = line.standing.dialogue.phase
        if phase != "stopped":
            await self.tell(line, "wants_call", words=text)
        if phase != "open" and (await board.last_words(line, after)).spoken:
            return await self.talks.go_on(line, after=after)
        noted = (pages.text("noted", line.language),)
        return await self.talks.go_on(line, said=noted, after=after)

    async def take_message(self, line: Line, said: tuple[Say, ...] = ()) -> Page:
        """A message after the tone."""
        if line.call.state == "ended":
            return (Hangup(),)
        await self._moved(line.call, replace(line.call, state="voicemail"))
        return (*said, *self.board.pages.voicemail(line.language))

    async def message_left(self, line: Line, recording: str, seconds: str) -> Page:
        """The message is kept at Twilio, and sales is told."""
        pages, language = self.board.pages, line.language
        if not recording:
            return pages.goodbye(language)
        await self.note(line.call, recording=recording)
        await self.tell(line, "left_message", seconds=seconds or "?")
        return (pages.text("message_taken", language), Hangup())

    async def note(
        self, call: Call, *, recording: str | None = None, callback: str | None = None
    ) -> None:
        """Put on record what is known of a call now, whatever else happens to it meanwhile."""
        before: Call | None = call
        while before is not None:
            after = replace(
                before,
                recording=recording or before.recording,
                callback=callback or before.callback,
            )
            if await self._moved(before, after):
                return
            before = await self.board.calls.of(call.sid)

    async def missed(self, line: Line) -> None:
        """They hung up: sales is told if they were waiting for a person; silence waits for
        nobody.
        """
        call = line.call
        left_word = call.callback or (call.state == "voicemail" and call.recording)
        put_through = call.state in ("transferring", "voicemail") and line.why is not None
        waited = put_through or line.why == "wants_human"
        if waited and not left_word and call.accepted_by is None:
            await self.tell(line, "missed")

    async def tell(self, line: Line, note: NoteText, **gaps: str) -> None:
        """An SMS to the colleagues who could have taken the call."""
        board, plan, call = self.board, line.script.transfer, line.call
        if plan is None:
            return
        body = NOTES[note][line.language].format(lead=line.lead, **gaps)
        link = f"{board.pages.address.rstrip('/')}/console/leads/{call.conversation}"
        for one in await board.roster.everybody(plan, line.language):
            key = f"{call.sid}:{note}:{one.phone}"
            sender = board.sender or call.ours
            text = Note(key, one.phone, sender, f"{body} {link}", call.conversation)
            await board.notes.tell(text, board.clock.now())

    async def _answered(self, call: Call, place: int, answer: RingAnswer) -> None:
        await self.board.roster.answered(call, place, answer, self.board.clock.now())

    def _rings(self, line: Line, place: int) -> bool:
        """Whether this colleague's telephone rings for the caller now."""
        call = line.call
        return call.state == "transferring" and call.place == place

    async def _moved(self, before: Call, after: Call) -> bool:
        return before == after or await self.board.calls.change(before, after)

    async def _again(self, call: Call, said: tuple[Say, ...] = ()) -> Page:
        """Something else happened to the call at this moment: see how it stands now."""
        line = await self.board.line(call.sid)
        if line is None or line.call.state in ("transferred", "ended"):
            return (Hangup(),)
        return await self.begin(line, said)
