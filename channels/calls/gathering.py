"""How does a call go without the relay? One webhook a turn: what they said in, what we say out."""

from dataclasses import dataclass, replace

from agent.messages import InboundMessage, Receipt
from channels.calls.frames import Gathered
from channels.calls.lines import Line, Switchboard
from channels.calls.pages import Page
from channels.calls.talk_texts import TALK_TEXTS
from channels.calls.talks import Talks
from channels.calls.transfers import Transfers
from channels.calls.twiml import Hangup, Say
from channels.incoming import LONGEST_MESSAGE, Empty, TooLong, clean

OFFER_KEYS = 2
"""After so many silences in a row keys are offered; after one more there is the voicemail."""
WAITED_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Gathering:
    """The turns of the simple mode."""

    board: Switchboard
    talks: Talks
    transfers: Transfers

    async def turn(self, line: Line, frame: Gathered, *, turn: int, silent: int) -> Page:
        """What they said or keyed in, or that they said nothing. `turn` names it; 0 is the next."""
        if self.board.clock.now() > line.call.started_at + self.board.longest:
            goodbye = TALK_TEXTS["too_long"][line.language]
            return (self.board.pages.say(goodbye, line.language), Hangup())
        if silent >= OFFER_KEYS and frame.digits == "1":
            pages = self.board.pages
            return pages.call_back(line.language, (pages.text("when", line.language),), silent=0)
        try:
            words = clean(self._words(line, frame))
        except Empty:
            return await self._silence(line, turn=turn, silent=silent + 1)
        except TooLong:
            words = clean(frame.speech[:LONGEST_MESSAGE])
        turn = turn or (await self.board.last_words(line)).seq
        call = line.call
        message = InboundMessage(
            "voice", f"{call.sid}:gather:{turn}", call.conversation, words, self.board.clock.now()
        )
        return await self._answer(line, await self.board.conversations.receive(message), waited=0)

    async def look_again(self, line: Line, seq: int, *, waited: int) -> Page:
        """The answer that was not there yet."""
        return await self._answer(
            line, Receipt("", line.call.conversation, seq, repeat=True), waited=waited
        )

    async def _answer(self, line: Line, receipt: Receipt, *, waited: int) -> Page:
        answered = await self.board.answer(receipt)
        if answered is None:
            if waited >= WAITED_AT_MOST:
                return await self.transfers.take_message(line)
            return self.board.pages.wait(line.language, seq=receipt.seq, waited=waited + 1)
        line = replace(line, standing=answered)
        if line.why is not None:
            last = await self.board.last_words(line)
            return await self.transfers.begin(line, last.spoken)
        if answered.messages or answered.dialogue.phase == "open":
            return await self.talks.go_on(line)
        pages, language = self.board.pages, line.language
        held = answered.dialogue.phase == "held"  # a person has the conversation
        words = pages.text("wait" if held else "goodbye", language)
        return await self.talks.go_on(line, said=(words,))

    async def _silence(self, line: Line, *, turn: int, silent: int) -> Page:
        """Say it again, then offer keys, then the voicemail."""
        pages, language = self.board.pages, line.language
        if silent > OFFER_KEYS:
            return await self.transfers.take_message(line)
        words: tuple[Say, ...]
        if silent == OFFER_KEYS:
            words = (pages.text("press_keys", language),)
        else:
            last = await self.board.last_words(line)
            words = (pages.text("not_heard", language), *last.spoken)
        return pages.listen(line.script, language, words, turn=turn, silent=silent)

    def _words(self, line: Line, frame: Gathered) -> str:
        """Zero asks for a person; other keys are what they are (a telephone number)."""
        if frame.digits == "0":
            return TALK_TEXTS["person"][line.language]
        return frame.speech or frame.digits
