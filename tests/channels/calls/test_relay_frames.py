"""Frames of ConversationRelay are read as far as they make sense, and written in its words."""

import json

import pytest

from channels.calls.relay_frames import (
    Dtmf,
    End,
    Info,
    Interrupt,
    NotAFrame,
    Prompt,
    Say,
    Setup,
    SpeakIn,
    Unknown,
    read_frame,
    write_frame,
)


def read(**frame: object) -> object:
    return read_frame(json.dumps(frame))


def test_the_frames_of_twilio() -> None:
    prompt = read(type="prompt", voicePrompt="hello", lang="en-US", last=False, confidence=0.9)
    assert prompt == Prompt(type="prompt", voice_prompt="hello", lang="en-US", last=False)
    assert read(type="dtmf", digit="#") == Dtmf(type="dtmf", digit="#")
    assert read(type="interrupt", utteranceUntilInterrupt="I", durationUntilInterruptMs="7") == (
        Interrupt(type="interrupt", utterance_until_interrupt="I")
    )
    assert read(type="info", name="tokensPlayed", value={"a": 1}) == (
        Info(type="info", name="tokensPlayed", value={"a": 1})
    )
    assert read(type="connected", protocol=3) == Unknown(type="connected")


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        (None, None),
        ({}, None),
        ({"said": "3"}, 3),
        ({"said": 4}, 4),
        ({"said": "-1"}, None),
        ({"said": "9" * 30}, None),
        ({"said": None, "other": ["x"]}, None),
    ],
)
def test_a_setup_may_tell_what_its_greeting_says(parameters: object, said: int | None) -> None:
    setup = read(type="setup", callSid="CA1", accountSid="AC1", customParameters=parameters)
    assert isinstance(setup, Setup)
    assert (setup.call_sid, setup.theirs, setup.said) == ("CA1", None, said)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        b"\xff",
        "[]",
        "null",
        '{"type": null}',
        '{"type": "setup"}',
        '{"type": "setup", "callSid": ""}',
        '{"type": "dtmf", "digit": "x"}',
        '{"type": "prompt", "voicePrompt": 7}',
        json.dumps({"type": "prompt", "voicePrompt": "a" * 20_001}),
    ],
)
def test_what_is_no_frame_is_refused(text: str | bytes) -> None:
    with pytest.raises(NotAFrame):
        read_frame(text)


def test_our_frames_have_twilios_names() -> None:
    assert json.loads(write_frame(Say(token="Hi ", last=False))) == {
        "type": "text",
        "token": "Hi ",
        "last": False,
    }
    assert json.loads(
        write_frame(SpeakIn(tts_language="es-ES", transcription_language="es-ES"))
    ) == {
        "type": "language",
        "ttsLanguage": "es-ES",
        "transcriptionLanguage": "es-ES",
    }
    assert json.loads(write_frame(End(handoff_data='{"reason": "finished"}'))) == {
        "type": "end",
        "handoffData": '{"reason": "finished"}',
    }
