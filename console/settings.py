"""What can be set from outside? Everything that .env.example explains; nothing else reads the
environment.
"""

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from channels.calls.twiml import Input
from channels.calls.voicing import Voice, Voicing
from channels.twilio import TWILIO
from console.constant_contact_settings import ConstantContactSettings
from console.enriching import Enrich, mistake_in
from console.following_settings import FollowingSettings
from console.ga4_settings import Ga4Settings
from console.hubspot_settings import HubSpotSettings
from console.mailchimp_settings import MailchimpSettings
from console.oidc_settings import OidcSettings
from console.salesforce_settings import SalesforceSettings
from console.slack_settings import SlackSettings
from console.smtp_settings import SmtpSettings
from console.sugarcrm_settings import SugarCrmSettings
from console.wiring import Trouble
from console.zoho_settings import ZohoSettings
from storage.retention import Terms

SHORTEST_SECRET = 32
SIMULATED_ACCOUNT = f"AC{0:032}"
SIMULATED_API = "http://127.0.0.1:8900"
"""Where `app.py simulate --channel sms` waits for the demo's texts."""
OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Account:
    """Our account at Twilio, and where its API is."""

    sid: str
    token: str
    base_url: str


class Settings(
    HubSpotSettings,
    SalesforceSettings,
    ZohoSettings,
    SugarCrmSettings,
    SlackSettings,
    SmtpSettings,
    MailchimpSettings,
    ConstantContactSettings,
    Ga4Settings,
    FollowingSettings,
    OidcSettings,
    BaseSettings,
):
    """Everything that can be set from outside; .env.example explains each."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    host: str = "127.0.0.1"
    port: int = 8000
    public_base_url: str = ""
    database_url: str = "sqlite:///banter.db"
    secret_key: SecretStr = SecretStr("")
    api_token: SecretStr = SecretStr("")
    demo: bool = False
    chat_sites: str = ""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    openai_api_key: SecretStr = SecretStr("")
    openai_base_url: str = OPENAI
    openai_model: str = "gpt-5.4-mini"
    retain_conversations: int = Field(730, ge=0)
    retain_readings: int = Field(90, ge=0)
    retain_recordings: int = Field(30, ge=0)
    twilio_account_sid: str = ""
    twilio_auth_token: SecretStr = SecretStr("")
    twilio_shared_keys: SecretStr = SecretStr("")
    twilio_from: str = ""
    twilio_messaging_service_sid: str = ""
    twilio_base_url: str = TWILIO
    sms_alerts: bool = False
    default_script: str = ""
    texts_per_day: int = Field(30, ge=1)
    recontacts_per_day: int = Field(200, ge=0)
    voice_mode: Literal["relay", "gather"] = "relay"
    voice_tts_provider: Literal["Amazon", "Google", "ElevenLabs"] = "Amazon"
    voice_es: str = "es-ES/Lucia-Neural"
    voice_en: str = "en-US/Joanna-Neural"
    voice_transcription_provider: Literal["Deepgram", "Google"] = "Deepgram"
    voice_speech_model: str = "nova-3-general"
    voice_speech_timeout: str = Field("auto", pattern=r"^(auto|[1-9][0-9]{2,3})$")
    voice_greeting_interruptible: Input = "none"
    voice_interruptible: Input = "any"
    voice_interrupt_sensitivity: Literal["low", "medium", "high"] = "medium"
    voice_ignore_backchannel: bool = True
    voice_report_input: Input = "any"
    voice_preemptible: bool = False
    voice_partial_prompts: bool = True
    voice_profanity_filter: bool = False
    voice_smart_format: bool = True
    voice_partial_on_hangup: bool = True
    voice_echo_filtering: bool = False
    voice_reconnect: bool = False
    voice_events: str = "speaker-events tokens-played"
    voice_longest_minutes: float = Field(15, gt=0, le=240)
    voice_most_turns: int = Field(80, ge=1)
    voice_most_characters: int = Field(40_000, ge=1)
    enrich: Enrich = "own"
    enrichment_url: str = ""
    enrichment_token: SecretStr = SecretStr("")
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")

    @model_validator(mode="after")
    def _complete(self) -> "Settings":
        if self.webhook_url and not self.webhook_secret.get_secret_value():
            raise ValueError("WEBHOOK_URL is set but WEBHOOK_SECRET is not: set both, or neither")
        if self.twilio_account_sid:
            if not self.twilio_auth_token.get_secret_value():
                raise ValueError(
                    "TWILIO_ACCOUNT_SID is set but TWILIO_AUTH_TOKEN is not: set both, or neither"
                )
            if not self.public_base_url:
                raise ValueError(
                    "TWILIO_ACCOUNT_SID is set but PUBLIC_BASE_URL is not: Twilio signs its "
                    "requests for the address it knows us by, so set it to that (https://...)"
                )
        if self.sms_alerts and not (self.sms_sender and (self.twilio_account_sid or self.demo)):
            raise ValueError(
                "SMS_ALERTS is set: texts need TWILIO_ACCOUNT_SID and TWILIO_FROM (or "
                "TWILIO_MESSAGING_SERVICE_SID)"
            )
        token = self.enrichment_token.get_secret_value()
        if mistake := mistake_in(self.enrich, self.enrichment_url, token):
            raise ValueError(mistake)
        self.shared_keys()
        self.voicing()
        return self

    def account(self) -> Account | None:
        """The account that calls and texts come by. The demo has one of its own, which only
        `app.py simulate --channel` on this machine can use: its token comes from the demo's secret.
        """
        if self.twilio_account_sid:
            token = self.twilio_auth_token.get_secret_value()
            return Account(self.twilio_account_sid, token, self.twilio_base_url)
        if not self.demo:
            return None
        token = hmac.new(self.secret().encode(), b"simulated telephone", hashlib.sha256).hexdigest()
        return Account(SIMULATED_ACCOUNT, token, SIMULATED_API)

    @property
    def sms_sender(self) -> str:
        """What texts come from: a messaging service or a number; empty where neither is set."""
        return self.twilio_messaging_service_sid or self.twilio_from

    def shared_keys(self) -> dict[str, str]:
        """The secrets of Twilio's SharedKey signatures, by name."""
        written = self.twilio_shared_keys.get_secret_value()
        pairs = [one.partition("=") for one in written.split(",") if one.strip()]
        if not all(name.strip() and secret for name, _, secret in pairs):
            raise ValueError("TWILIO_SHARED_KEYS is written name=secret,name=secret")
        return {name.strip(): secret.strip() for name, _, secret in pairs}

    def voicing(self) -> Voicing:
        """How calls are spoken and heard."""
        return Voicing(
            mode=self.voice_mode,
            voices={
                "es": _voice("VOICE_ES", self.voice_es),
                "en": _voice("VOICE_EN", self.voice_en),
            },
            tts_provider=self.voice_tts_provider,
            transcription_provider=self.voice_transcription_provider,
            speech_model=self.voice_speech_model,
            speech_timeout=self.voice_speech_timeout,
            greeting_interruptible=self.voice_greeting_interruptible,
            interruptible=self.voice_interruptible,
            interrupt_sensitivity=self.voice_interrupt_sensitivity,
            ignore_backchannel=self.voice_ignore_backchannel,
            report_input=self.voice_report_input,
            preemptible=self.voice_preemptible,
            partial_prompts=self.voice_partial_prompts,
            profanity_filter=self.voice_profanity_filter,
            smart_format=self.voice_smart_format,
            partial_on_hangup=self.voice_partial_on_hangup,
            echo_filtering=self.voice_echo_filtering,
            reconnect=self.voice_reconnect,
            events=self.voice_events,
        )

    @property
    def has_model(self) -> bool:
        """Whether a language model is configured; without one everything is read plainly."""
        return bool(self.openai_api_key.get_secret_value()) or self.openai_base_url != OPENAI

    @property
    def retention(self) -> Terms:
        """How long each class of data is kept; 0 days is for ever."""
        days = (self.retain_conversations, self.retain_readings, self.retain_recordings)
        return Terms(*(timedelta(days=one) if one else None for one in days))

    @property
    def address(self) -> str:
        """Where browsers find us."""
        return self.public_base_url.rstrip("/") or f"http://{self.host}:{self.port}"

    def secret(self) -> str:
        """The key that signs sessions. The demo keeps one beside its database; otherwise it must be
        set.
        """
        given = self.secret_key.get_secret_value()
        if len(given) >= SHORTEST_SECRET:
            return given
        if given or not self.demo or not self.database_url.startswith("sqlite:///"):
            raise Trouble(
                f"SECRET_KEY must be set to at least {SHORTEST_SECRET} random characters; "
                "python3 -c 'import secrets; print(secrets.token_hex(32))' makes one.\n"
                "Or set DEMO=1 to try Banter without one."
            )
        return kept_secret(Path(self.database_url.removeprefix("sqlite:///") + ".secret"))


def _voice(setting: str, written: str) -> Voice:
    locale, slash, name = written.partition("/")
    if not (locale and slash and name):
        raise ValueError(f"{setting} is written locale/voice, like es-ES/Lucia-Neural")
    return Voice(locale, name)


def kept_secret(file: Path) -> str:
    """The secret in a file, made when there is none; of several processes one makes it."""
    if not file.exists():
        made = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
        made.touch(mode=0o600)
        made.write_text(secrets.token_hex(SHORTEST_SECRET))
        with suppress(FileExistsError):
            os.link(made, file)
        made.unlink()
    kept = file.read_text().strip()
    if len(kept) < SHORTEST_SECRET:
        raise Trouble(f"{file} does not hold a secret: delete it, and a new one is made")
    return kept


def load_settings() -> Settings:
    """The settings of the environment and .env; Trouble names each that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [
            f"{'.'.join(map(str, one['loc'])).upper() or 'settings'}: {one['msg']}"
            for one in error.errors(include_url=False)
        ]
        raise Trouble("The settings cannot be used:\n" + "\n".join(lines)) from error
