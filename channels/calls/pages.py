"""What does Twilio do next with a call? The TwiML of each step, from words and the settings."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from agent.calling import Call, Turn
from agent.spoken import speak
from channels.calls.hints import hints
from channels.calls.texts import CallText, call_text
from channels.calls.twiml import (
    Connect,
    ConversationRelay,
    Dial,
    Gather,
    Hangup,
    Number,
    Parameter,
    Recording,
    RecordVoicemail,
    Redirect,
    Say,
    Spoken,
    Start,
    Verb,
)
from channels.calls.voicing import Voicing
from qualification.script import Script
from qualification.values import Language

Page = tuple[Verb, ...]
GATHER_TIMEOUT = 6
"""Seconds until the first sound."""
LAST_TIMEOUT = 3
"""Seconds in which they may object to our last words."""
KEY_TIMEOUT = 6
"""Seconds in which a colleague takes the call."""
NOTICE_TIMEOUT = 2
"""Seconds in which a caller may say that they are not to be recorded."""
NOT_RECORDED = "9"


@dataclass(frozen=True, slots=True)
class CallPages:
    """The pages of calls, at our address."""

    address: str
    voicing: Voicing

    def say(self, text: str, language: Language, *, spelled: bool = False) -> Say:
        """Words of ours, in their spoken form."""
        return Say(
            text=speak(text, language, spelled=spelled),
            language=self.voicing.voices[language].locale,
            voice=self.voicing.voice(language),
        )

    def text(self, text: CallText, language: Language, **gaps: str) -> Say:
        """One of the telephone's own texts."""
        return self.say(call_text(text, language, **gaps), language)

    def notice(self, script: Script, language: Language) -> Page:
        """The caller is told that the call is recorded, and a key leaves that out; nothing where it
        is not recorded.
        """
        if script.recording is None:
            return ()
        notice = self.say(script.recording.notice[language], language)
        gather = Gather(
            action=self._url("unrecorded"),
            input="dtmf",
            timeout=NOTICE_TIMEOUT,
            numDigits=1,
            actionOnEmptyResult=False,
            children=(notice, self.text("not_recorded", language)),
        )
        return (gather, *self.recording(script))

    def recording(self, script: Script) -> Page:
        """The call is recorded from here on, if the script says so."""
        if script.recording is None:
            return ()
        return (Start(children=(Recording(recordingStatusCallback=self._url("recording")),)),)

    def relay(self, script: Script, language: Language, words: tuple[Say, ...], said: int) -> Page:
        """The talk goes on over ConversationRelay, and begins with these words; by them the record
        is said up to this message.
        """
        voicing, voice = self.voicing, self.voicing.voices[language]
        languages = (
            Spoken(
                code=voicing.voices[one].locale,
                ttsProvider=voicing.tts_provider,
                voice=voicing.voices[one].voice,
                transcriptionProvider=voicing.transcription_provider,
                speechModel=voicing.speech_model,
            )
            for one in script.languages
        )
        relay = ConversationRelay(
            url=self._url("relay").replace("http", "ws", 1),
            welcomeGreeting=" ".join(one.text for one in words),
            welcomeGreetingInterruptible=voicing.greeting_interruptible,
            language=voice.locale,
            ttsLanguage=voice.locale,
            ttsProvider=voicing.tts_provider,
            voice=voice.voice,
            transcriptionLanguage=voice.locale,
            transcriptionProvider=voicing.transcription_provider,
            speechModel=voicing.speech_model,
            speechTimeout=voicing.speech_timeout,
            interruptible=voicing.interruptible,
            interruptSensitivity=voicing.interrupt_sensitivity,
            ignoreBackchannel=voicing.ignore_backchannel,
            reportInputDuringAgentSpeech=voicing.report_input,
            preemptible=voicing.preemptible,
            dtmfDetection=True,
            partialPrompts=voicing.partial_prompts,
            profanityFilter=voicing.profanity_filter,
            deepgramSmartFormat=voicing.smart_format,
            partialPromptOnHangup=voicing.partial_on_hangup,
            echoPromptFiltering=voicing.echo_filtering,
            applicationReconnect=voicing.reconnect,
            hints=hints(script, language),
            events=voicing.events,
            children=(*languages, Parameter(name="said", value=str(said))),
        )
        return (Connect(action=self._url("relay-end"), children=(relay,)),)

    def listen(
        self,
        script: Script,
        language: Language,
        words: tuple[Say, ...],
        *,
        turn: int,
        silent: int = 0,
        interruptible: bool = True,
    ) -> Page:
        """The simple mode: say this, and send what the caller says to the next turn."""
        action = self._url("gather", turn=turn, silent=silent)
        gather = self._gather(action, language, hints(script, language))
        return (replace(gather, children=words, bargeIn=interruptible),)

    def part(
        self, script: Script, language: Language, words: tuple[Say, ...], *, turn: int
    ) -> Page:
        """The last words: whoever still has something to say is heard, then goodbye."""
        action = self._url("gather", turn=turn, silent=0)
        gather = self._gather(action, language, hints(script, language))
        last = replace(gather, children=words, timeout=LAST_TIMEOUT, actionOnEmptyResult=False)
        return (last, *self.goodbye(language))

    def goodbye(self, language: Language) -> Page:
        """The end."""
        return (self.text("goodbye", language), Hangup())

    def call_back(self, language: Language, words: tuple[Say, ...], *, silent: int) -> Page:
        """Ask when they want to be called."""
        gather = self._gather(self._url("callback", silent=silent), language, None)
        return (replace(gather, children=words),)

    def wait(self, language: Language, *, seq: int, waited: int) -> Page:
        """The answer is not there yet: a word, and look again."""
        again = self._url("gather", seq=seq, waited=waited)
        return (self.text("wait", language), Redirect(text=again))

    def ring(self, call: Call, turn: Turn, language: Language, seconds: int) -> Page:
        """Ring a colleague; what comes after tells /dial for whom it was."""
        colleague = turn.colleague
        whisper = self._url("whisper", call=call.sid, place=turn.place)
        return (
            self.text("connecting", language, person=colleague.name),
            Dial(
                action=self._url("dial", place=turn.place),
                timeout=seconds,
                callerId=call.ours if call.ours.startswith("+") else None,
                children=(Number(text=colleague.phone, url=whisper),),
            ),
        )

    def whisper(self, call: str, place: int, language: Language, words: tuple[Say, ...]) -> Page:
        """What a colleague hears before the caller: one key takes the call, anything else does
        not, also the silence of their voicemail.
        """
        gather = Gather(
            action=self._url("whisper-answer", call=call, place=place),
            input="dtmf",
            timeout=KEY_TIMEOUT,
            numDigits=1,
            children=(*words, self.text("press_one", language)),
        )
        return (gather, Hangup())

    def voicemail(self, language: Language) -> Page:
        """Leave a message; who says nothing goes with a goodbye."""
        record = RecordVoicemail(
            action=self._url("voicemail"), recordingStatusCallback=self._url("recording")
        )
        return (
            self.text("leave_message", language),
            record,
            *self.goodbye(language),
        )

    def _gather(self, action: str, language: Language, hints: str | None) -> Gather:
        return Gather(
            action=action,
            input="dtmf speech",
            timeout=GATHER_TIMEOUT,
            speechTimeout="auto",
            language=self.voicing.voices[language].locale,
            hints=hints,
            profanityFilter=self.voicing.profanity_filter,
            finishOnKey="#",
        )

    def _url(self, route: str, **query: str | int) -> str:
        address = f"{self.address.rstrip('/')}/webhooks/twilio/{route}"
        return f"{address}?{urlencode(query)}" if query else address
