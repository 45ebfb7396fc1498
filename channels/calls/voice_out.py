"""How are our words said? By sentences in their spoken form, in the language that they are in."""

import asyncio
from collections.abc import Awaitable, Callable

from agent.spoken import speak
from channels.calls.phone import Phone
from channels.calls.relay_frames import FrameOut, Say, SpeakIn
from channels.calls.utterances import Cut, Sentence, Utterances, sentences_of
from qualification.normalise import detect_language
from qualification.script import Script
from qualification.values import Language

SWITCHING_WORDS = 4
"""A shorter sentence of ours does not change the voice."""
LONGEST_SPEECH = 60.0
"""Seconds; the word that it has ended may get lost."""


class VoiceOut:
    """Our side of the line: what it says, and until when."""

    def __init__(
        self,
        phone: Phone,
        script: Script,
        language: Language,
        send: Callable[[FrameOut], Awaitable[None]],
    ) -> None:
        self._phone = phone
        self._languages = script.languages
        self._send = send
        self._utterances = Utterances()
        self._partials: dict[str, list[str]] = {}
        """What was said of each message while it was made."""
        self._until = 0.0
        self.language = language
        self.saying: str | None = None
        """The message whose last token has not been sent."""
        self.characters = 0

    async def say_part(self, message: str, text: str) -> None:
        """A sentence of a message that is still being made."""
        self._partials.setdefault(message, []).append(text)
        await self._say(message, text)
        self.saying = message

    async def say_rest(self, message: str, text: str, *, spelled: bool = False) -> None:
        """A whole message, but for what was said of it while it was made."""
        said = " ".join(self._partials.pop(message, ()))
        rest = text.replace(said, "", 1).strip() if said else text
        if rest:
            await self._say(message, rest, ends=True, spelled=spelled)
            self.saying = None
        elif self.saying == message:
            await self.end_cycle()

    async def say_again(self, sentences: tuple[Sentence, ...]) -> None:
        """Sentences that were not heard."""
        for place, one in enumerate(sentences, 1):
            await self._say(one.message, one.text, ends=place == len(sentences))

    async def say_aside(self, text: str) -> None:
        """Words that are no part of the conversation."""
        await self._say(None, text, ends=True)

    async def end_cycle(self) -> None:
        """No more tokens of the message that is being said."""
        if self.saying is not None:
            await self.silence()

    async def silence(self) -> None:
        """Close what Twilio calls the talk cycle, whatever is being said."""
        self.saying = None
        await self._send(Say(token="", last=True))

    async def speak_in(self, language: Language) -> None:
        """Another language of the script, for the voice and the ear."""
        if language != self.language and language in self._languages:
            self.language = language
            locale = self._phone.locales[language]
            await self._send(SpeakIn(tts_language=locale, transcription_language=locale))

    def cut(self, until: str) -> Cut:
        """The caller cut in after these words."""
        self._until = 0.0
        return self._utterances.cut(until)

    def caller_spoke(self) -> None:
        """What comes next answers them; they have waited for our last word, or cut it off."""
        self._until = 0.0
        self._utterances.caller_spoke()

    def says_elsewhere(self, message: str, text: str) -> None:
        """The TwiML's greeting says a message."""
        for one in sentences_of(text):
            self._spoken(Sentence(message, one, speak(one, self.language)))

    def has_begun(self) -> None:
        """The line tells that something is being said: it will tell when it has ended."""
        self._until = asyncio.get_running_loop().time() + LONGEST_SPEECH

    def has_ended(self) -> None:
        """The line tells that nothing is being said any more."""
        self._until = 0.0

    def seconds_left(self) -> float:
        """Until our last word will have been said, as far as we know."""
        return max(0.0, self._until - asyncio.get_running_loop().time())

    async def _say(
        self, message: str | None, text: str, *, ends: bool = False, spelled: bool = False
    ) -> None:
        if len(text.split()) >= SWITCHING_WORDS:
            await self.speak_in(detect_language(text) or self.language)
        spoken = [(one, speak(one, self.language, spelled=spelled)) for one in sentences_of(text)]
        for place, (one, aloud) in enumerate(spoken, 1):
            last = ends and place == len(spoken)
            await self._send(Say(token=aloud if last else f"{aloud} ", last=last))
            self._spoken(Sentence(message, one, aloud))

    def _spoken(self, sentence: Sentence) -> None:
        self._utterances.add(sentence)
        self.characters += len(sentence.spoken)
        seconds = len(sentence.spoken) / self._phone.pace.characters_a_second
        self._until = asyncio.get_running_loop().time() + self.seconds_left() + seconds
