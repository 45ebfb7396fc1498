"""With which voices and ears does Twilio talk for us? What the settings VOICE_* say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from channels.calls.twiml import Input
from qualification.values import Language


@dataclass(frozen=True, slots=True)
class Voice:
    """A language as Twilio calls it, and who speaks it."""

    locale: str
    voice: str
    """As the provider names it; it must fit the provider, or there is no session (64101)."""


VOICES: Mapping[Language, Voice] = {
    "es": Voice("es-ES", "Lucia-Neural"),
    "en": Voice("en-US", "Joanna-Neural"),
}
_SAID_BY: Mapping[str, str] = {"Amazon": "Polly.", "Google": "Google."}
"""How `<Say>` names the voices of a provider; it has none of ElevenLabs."""


@dataclass(frozen=True, slots=True)
class Voicing:
    """How calls are spoken and heard. Every attribute has a setting of its name: Twilio's defaults
    have changed and depend on the age of the account.
    """

    mode: Literal["relay", "gather"] = "relay"
    voices: Mapping[Language, Voice] = field(default_factory=lambda: VOICES)
    tts_provider: str = "Amazon"
    transcription_provider: str = "Deepgram"
    speech_model: str = "nova-3-general"
    speech_timeout: str = "auto"
    """Milliseconds of silence that end what a caller says, 600 to 5000, or `auto`."""
    greeting_interruptible: Input = "none"
    """Who we are, that this is an AI, how to reach a person: it is heard to its end."""
    interruptible: Input = "any"
    interrupt_sensitivity: Literal["low", "medium", "high"] = "medium"
    ignore_backchannel: bool = True
    """"Ajá" and "ok" do not cut us short."""
    report_input: Input = "any"
    """What is said while we may not be interrupted is not lost."""
    preemptible: bool = False
    partial_prompts: bool = True
    profanity_filter: bool = False
    """What they said is kept as they said it."""
    smart_format: bool = True
    partial_on_hangup: bool = True
    """Who hangs up in the middle of a word has said the others."""
    echo_filtering: bool = False
    """What seems to be an echo of our own words is dropped; so is who repeats them."""
    reconnect: bool = False
    """A line that dropped is opened anew, instead of going on in the simple mode."""
    events: str = "speaker-events tokens-played"
    """`tokens-played` is the only proof of what was heard."""

    def voice(self, language: Language) -> str | None:
        """Who says a `<Say>`; None for Twilio's own choice."""
        prefix = _SAID_BY.get(self.tts_provider)
        return None if prefix is None else prefix + self.voices[language].voice

    @property
    def locales(self) -> Mapping[Language, str]:
        """What Twilio calls our languages."""
        return {language: voice.locale for language, voice in self.voices.items()}
