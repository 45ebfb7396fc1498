"""TwiML as it is written: names that Twilio knows, values as XML has them."""

import inspect
import re
from dataclasses import fields
from xml.etree import ElementTree

import pytest
from twilio.twiml.voice_response import (  # type: ignore[import-untyped]
    Connect as TwilioConnect,
)
from twilio.twiml.voice_response import ConversationRelay as TwilioRelay
from twilio.twiml.voice_response import Dial as TwilioDial
from twilio.twiml.voice_response import Start as TwilioStart
from twilio.twiml.voice_response import VoiceResponse

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
    write,
)


def test_a_document_holds_its_verbs_in_order() -> None:
    say = Say(text="¿Sí & no?", language="es-ES", voice="Polly.Lucia-Neural")
    assert write(say, Hangup()) == (
        '<?xml version="1.0" encoding="UTF-8"?><Response>'
        '<Say language="es-ES" voice="Polly.Lucia-Neural">¿Sí &amp; no?</Say><Hangup /></Response>'
    )
    assert write().endswith("<Response />")


def test_what_is_none_is_left_out_and_truth_is_in_small_letters() -> None:
    gather = Gather(action="https://a.b/c?d=1&e=2", input="dtmf", timeout=6, bargeIn=False)
    (element,) = ElementTree.fromstring(write(gather))  # noqa: S314 - our own
    assert element.attrib == {
        "action": "https://a.b/c?d=1&e=2",
        "input": "dtmf",
        "method": "POST",
        "timeout": "6",
        "bargeIn": "false",
        "actionOnEmptyResult": "true",
    }


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (Say, VoiceResponse.say),
        (Gather, VoiceResponse.gather),
        (RecordVoicemail, VoiceResponse.record),
        (Dial, VoiceResponse.dial),
        (Number, TwilioDial.number),
        (Redirect, VoiceResponse.redirect),
        (Connect, VoiceResponse.connect),
        (ConversationRelay, TwilioConnect.conversation_relay),
        (Spoken, TwilioRelay.language),
        (Parameter, TwilioRelay.parameter),
        (Recording, TwilioStart.recording),
    ],
)
def test_twilio_knows_every_attribute(ours: type, theirs: object) -> None:
    named = inspect.signature(theirs).parameters  # type: ignore[arg-type]
    known = {re.sub(r"_([a-z])", lambda found: found[1].upper(), name) for name in named}
    attributes = {one.name for one in fields(ours)} - {"text", "children"}
    assert attributes
    assert attributes <= known
