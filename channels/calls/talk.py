"""How does a telephone talk go? One event after the other: what the caller does, what we have to
say, and time that passes.

The conductor takes the turns; here is only what a telephone adds: cutting in, silence, keys, robots
and an end. One task handles every event, so nothing is said after the caller has cut in.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias, assert_never
from uuid import uuid4

from agent.calling import Call, TalkEnd
from agent.conductor import Answered
from agent.errors import Unavailable
from agent.happenings import (
    Happening,
    Lagged,
    Listener,
    Offered,
    Partial,
    PhaseChanged,
    Said,
    Typing,
    Writing,
)
from agent.messages import InboundMessage, Message
from channels.calls.caller_words import CallerWords
from channels.calls.phone import Phone
from channels.calls.relay_frames import (
    Dtmf,
    End,
    Failure,
    FrameIn,
    FrameOut,
    Info,
    Interrupt,
    Prompt,
    Setup,
    Unknown,
)
from channels.calls.robots import RobotEar
from channels.calls.talk_texts import TALK_TEXTS, TalkText, is_barge_in
from channels.calls.timers import Later, Timers
from channels.calls.utterances import Sentence
from channels.calls.voice_out import VoiceOut
from channels.incoming import NotTaken, clean

log = logging.getLogger(__name__)

PERSON_KEY = "0"
SILENCES = 2
"""So often we ask whether they are there before we hang up."""
TalkEvent: TypeAlias = FrameIn | Happening | Later


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where the conversation stands when its talk begins."""

    last: Message | None
    """The last message on record."""
    told: bool
    """The TwiML's greeting says it."""


class Talk:
    """One talk with a caller, from its setup to its end."""

    def __init__(
        self,
        phone: Phone,
        call: Call,
        standing: Answered,
        send: Callable[[FrameOut], Awaitable[None]],
    ) -> None:
        self._phone = phone
        self._call = call
        self._of = call.conversation
        self._pace = phone.pace
        self._send = send
        self._events: asyncio.Queue[TalkEvent] = asyncio.Queue()
        self._timers = Timers(self.put)
        self._voice = VoiceOut(phone, standing.script, standing.dialogue.language, send)
        self._robots = RobotEar()
        self._known = 0
        """The last message, by seq, before this talk."""
        self._seen: set[int] = set()
        """Those after it that were handled: the feed shows ours a second time."""
        self._quiet = False
        """The caller has cut in and has not spoken yet: nothing is said."""
        self._unheard: tuple[Sentence, ...] = ()
        self._waiting = False
        """The caller has spoken and waits for our answer."""
        self._words = CallerWords()
        self._digits = ""
        self._silences = 0
        self._turns = 0
        self._ending: TalkEnd | None = None
        """How the talk ends once our last word was said."""
        self._over = False

    def put(self, event: TalkEvent) -> None:
        """Something happened."""
        self._events.put_nowait(event)

    def hang_up(self) -> None:
        """The caller is gone; what they have said until now is taken."""
        self.put(self._hang_up)

    async def run(self, listener: Listener, begin: Beginning) -> None:
        """Talk until one of us ends it."""
        listening = asyncio.create_task(self._listen(listener))
        try:
            self._timers.arm("longest", self._pace.longest, self._end_long)
            await self._begin(begin)
            while not self._over:
                await self._handle(await self._events.get())
        finally:
            listening.cancel()
            self._timers.cancel_all()
            if self._waiting or self._quiet:  # what they said is read, although they are gone
                self._phone.conversations.expect_turn(self._of, 0.0)

    async def _begin(self, begin: Beginning) -> None:
        last = begin.last
        if last is None:
            return
        self._known = last.seq
        if last.author == "prospect":  # their last words wait for an answer
            await self._expect_answer()
            self._phone.conversations.expect_turn(self._of, 0.0)
            return
        if begin.told:
            self._voice.says_elsewhere(last.id, last.text)
        else:
            await self._voice.say_rest(last.id, last.text)
        self._arm_silence()

    async def _listen(self, listener: Listener) -> None:
        async for happening in listener:
            self.put(happening)

    async def _handle(self, event: TalkEvent) -> None:
        match event:
            case Prompt():
                await self._hear(event)
            case Interrupt(utterance_until_interrupt=until):
                await self._cut_in(until or "")
            case Dtmf(digit=digit):
                await self._press(digit)
            case Info(name=name, value=value):
                self._note(name, value)
            case Failure(description=description):
                log.warning("Twilio reports for %s: %s", self._call.sid, description)
            case Setup() | Unknown():
                log.debug("Nothing to do for %s of %s", event.type, self._call.sid)
            case Said() | Typing() | Writing() | Partial() | PhaseChanged() | Offered() | Lagged():
                await self._happened(event)
            case _:
                await event()

    async def _happened(self, event: Happening) -> None:
        match event:
            case Said(message=message, elsewhere=elsewhere):
                new = await self._say(message)
                if elsewhere and new:
                    await self._after_turn()
            case Lagged():
                await self._catch_up()
            case PhaseChanged() | Offered() | Writing():
                pass  # the end of the turn tells, and what may be chosen is said
            case Partial() | Typing() if self._quiet:
                pass  # of a reading that was dropped
            case Partial(message=identity, text=text):
                self._timers.cancel("filler", "silence")
                await self._voice.say_part(identity, text)
            case Typing(on=on):
                await (self._expect_answer() if on else self._after_turn())
            case _ as never:
                assert_never(never)

    # ---- the caller

    async def _hear(self, prompt: Prompt) -> None:
        """The caller speaks: first as much as is known, then all of it."""
        self._they_are_there()
        text = self._words.hear(prompt, asyncio.get_running_loop().time())
        if text is None:
            return
        if self._robots.is_machine(text):
            return await self._end("robot")
        await self._take(text)

    async def _take(self, text: str) -> None:
        """Words of the caller: on record, and answered."""
        try:
            text = clean(text)
        except NotTaken:
            return  # a noise
        if is_barge_in(text):
            await self._fall_silent()
            return self._timers.arm("resume", self._pace.silence, self._resume)
        await self._voice.end_cycle()
        self._voice.caller_spoke()
        self._quiet, self._unheard = False, ()
        self._turns += 1
        try:
            await self._phone.conversations.receive(
                InboundMessage("voice", uuid4().hex, self._of, text, self._phone.clock.now())
            )
        except Unavailable as error:
            log.error("%s: a caller's words cannot be kept: %s", self._call.sid, error)
            return await self._end("broken")
        if self._turns > self._pace.turns or self._voice.characters > self._pace.characters:
            return await self._end_long()
        await self._expect_answer()
        self._phone.conversations.expect_turn(self._of, 0.0)

    async def _hang_up(self) -> None:
        """They are gone: what they did not finish, words or keys, counts as far as it came."""
        self._over = True
        if words := self._words.unfinished():
            await self._take(words)
        await self._dialled()

    async def _cut_in(self, until: str) -> None:
        """The caller speaks into our words: silence at once, then what they had heard."""
        cut, saying = self._voice.cut(until), self._voice.saying
        late = cut.late and self._waiting
        if not late:
            self._unheard = cut.unheard
            if not self._quiet:
                await self._fall_silent(cut.heard.get(saying or ""))
        for message, heard in cut.heard.items():
            if message != saying or late:
                await self._keep_heard(message, heard)

    async def _fall_silent(self, heard: str | None = None) -> None:
        """Nothing more until they have spoken; a reading under way is dropped."""
        self._they_are_there()
        self._quiet = True
        self._timers.cancel("filler", "broken")
        await self._voice.silence()
        self._phone.conversations.hush(self._of, heard)

    async def _resume(self) -> None:
        """They were there and no words came: the last ones got lost, or it was a cough."""
        if words := self._words.unfinished():
            await self._take(words)
        elif self._quiet and self._waiting:
            self._quiet = False
            await self._expect_answer()
            self._phone.conversations.expect_turn(self._of, 0.0)
        elif not self._waiting:
            self._quiet = False
            unheard, self._unheard = self._unheard, ()
            for message in {one.message for one in unheard if one.message is not None}:
                await self._keep_heard(message, None)
            await self._voice.say_again(unheard)
            await self._after_turn()

    async def _press(self, digit: str) -> None:
        """A key: zero alone asks for a person, others make a number, `#` ends it."""
        self._they_are_there()
        if digit == "#":
            return await self._dialled()
        self._digits = "" if digit == "*" else self._digits + digit
        self._timers.arm("digits", self._pace.digits, self._dialled)

    async def _dialled(self) -> None:
        self._timers.cancel("digits")
        digits, self._digits = self._digits, ""
        if digits == PERSON_KEY:
            await self._take(TALK_TEXTS["person"][self._voice.language])
        elif digits:
            await self._take(digits)

    def _note(self, name: str, value: object) -> None:
        """The line tells who is speaking."""
        match name, value:
            case "agentSpeaking", "on":
                self._voice.has_begun()
                self._arm_end()
            case "agentSpeaking", "off":
                self._voice.has_ended()
                self._arm_end()
                self._arm_silence()
            case "clientSpeaking", "on":
                self._they_are_there()

    def _they_are_there(self) -> None:
        """A sign of life: words should follow."""
        self._silences = 0
        self._ending = None
        self._timers.cancel("silence", "end")
        self._timers.arm("resume", self._pace.resume, self._resume)

    # ---- our words

    async def _say(self, message: Message) -> bool:
        """A message that is on record: what has not been said of it; whether it was new."""
        old = message.seq <= self._known or message.seq in self._seen
        if message.author == "prospect" or old:
            return False
        self._seen.add(message.seq)
        if self._quiet:
            if message.heard is None:
                await self._keep_heard(message.id, "")
            return True
        self._waiting = False
        self._timers.cancel("filler", "broken", "silence", "resume")
        spelled = await self._phone.spells(self._of, message.text)
        await self._voice.say_rest(message.id, message.text, spelled=spelled)
        return True

    async def _say_text(self, text: TalkText) -> None:
        await self._voice.say_aside(TALK_TEXTS[text][self._voice.language])

    async def _catch_up(self) -> None:
        """More happened than we could follow: the record has it."""
        last = max(self._seen, default=self._known)
        for message in await self._phone.record.transcript_after(self._of, last):
            await self._say(message)
        await self._after_turn()

    async def _keep_heard(self, message: str, heard: str | None) -> None:
        try:
            await self._phone.hearing.cut_short(message, heard)
        except Unavailable as error:
            log.warning("%s: what was heard is not on record: %s", self._call.sid, error)

    # ---- time

    async def _expect_answer(self) -> None:
        """They wait for us: a short word when it takes longer, another way when it takes long."""
        self._waiting = True
        self._timers.cancel("silence", "resume")
        self._timers.arm("filler", self._pace.filler, self._fill)
        self._timers.arm("broken", self._pace.broken, self._give_up)

    async def _fill(self) -> None:
        if self._waiting and not self._quiet:
            await self._say_text("filler")

    async def _give_up(self) -> None:
        if self._waiting and not self._quiet:
            log.error("%s: no answer for %s seconds", self._call.sid, self._pace.broken)
            await self._end("broken")

    async def _after_turn(self) -> None:
        """The turn is over: does the talk go on?"""
        try:
            standing = await self._phone.conversations.standing(self._of)
            ending = await self._phone.ends_by(self._call, standing)
        except Unavailable as error:
            log.warning("%s: it is not known how the call stands: %s", self._call.sid, error)
            return
        await self._voice.speak_in(standing.dialogue.language)
        if standing.dialogue.phase == "open":
            return self._arm_silence()
        self._waiting = False  # there may be nothing to say
        self._timers.cancel("filler", "broken")
        self._ending = ending
        self._arm_end()

    def _arm_silence(self) -> None:
        if not self._quiet and not self._waiting and self._ending is None:
            seconds = self._voice.seconds_left() + self._pace.silence
            self._timers.arm("silence", seconds, self._break_silence)

    async def _break_silence(self) -> None:
        """Twilio tells of no silence: we notice it ourselves."""
        self._silences += 1
        if self._silences > SILENCES:
            await self._say_text("goodbye_unheard")
            self._ending = "silence"
            return self._arm_end()
        await self._say_text("still_there")
        self._arm_silence()

    def _arm_end(self) -> None:
        if self._ending is not None:
            finished = self._ending == "finished"
            pause = self._pace.objection if finished else self._pace.breath
            seconds = self._voice.seconds_left() + pause
            self._timers.arm("end", seconds, self._end_planned)

    async def _end_planned(self) -> None:
        if self._ending is not None:
            await self._end(self._ending)

    async def _end_long(self) -> None:
        """They have talked for longer than anybody may: a goodbye, whatever they say."""
        await self._voice.end_cycle()
        await self._say_text("too_long")
        await asyncio.sleep(self._voice.seconds_left())
        await self._end("too_long")

    async def _end(self, reason: TalkEnd) -> None:
        """Give the call back to Twilio: what comes next is decided by Connect's action."""
        self._over = True
        await self._send(End(handoff_data=json.dumps({"reason": reason})))
