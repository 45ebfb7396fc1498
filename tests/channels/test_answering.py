"""channels.answering: the script of a number, and the language of a country."""

import logging

import pytest

from agent.errors import UnknownScript
from agent.messages import Channel
from channels.answering import Answering, Placed, language_of
from qualification.script import Script
from tests.channels.conftest import Published

OFFICE, SHOP = "+34911222333", "+34911222444"


def named(script: Script, key: str, *answers: str) -> Script:
    """The script under another name, with the numbers that it answers."""
    return script.model_copy(update={"script": key, "answers": answers})


class TestWhichScript:
    async def test_the_one_that_names_the_number(self, script: Script) -> None:
        scripts = Published(named(script, "a", SHOP), named(script, "b", OFFICE))
        answering = Answering(scripts, "a")
        channels: tuple[Channel, ...] = ("sms", "voice", "whatsapp")
        for channel in channels:
            assert await answering.script_for(channel, OFFICE) == Placed("b", "address")

    async def test_on_whatsapp_the_one_that_names_it_for_whatsapp(self, script: Script) -> None:
        scripts = Published(named(script, "a", OFFICE), named(script, "b", f"whatsapp:{OFFICE}"))
        answering = Answering(scripts)
        assert (await answering.script_for("whatsapp", OFFICE)).script == "b"
        assert (await answering.script_for("sms", OFFICE)).script == "a"

    async def test_a_number_for_whatsapp_only_is_not_answered_elsewhere(
        self, script: Script
    ) -> None:
        scripts = Published(named(script, "a"), named(script, "b", f"whatsapp:{OFFICE}"))
        assert await Answering(scripts).script_for("sms", OFFICE) == Placed("reception")

    @pytest.mark.parametrize("default", ["", "b", "gone"])
    async def test_the_reception_for_a_number_that_none_names(
        self, script: Script, default: str
    ) -> None:
        scripts = Published(named(script, "b"), named(script, "a"))
        assert await Answering(scripts, default).script_for("sms", OFFICE) == Placed("reception")

    async def test_the_reception_for_a_number_that_two_name(self, script: Script) -> None:
        scripts = Published(named(script, "a", OFFICE), named(script, "b", OFFICE))
        assert await Answering(scripts).script_for("sms", OFFICE) == Placed("reception")

    async def test_the_only_one_there_is(self, script: Script) -> None:
        scripts = Published(named(script, "a"))
        assert await Answering(scripts).script_for("voice", OFFICE) == Placed("a", "default")

    async def test_with_no_script_at_all_it_says_so(self) -> None:
        with pytest.raises(UnknownScript):
            await Answering(Published()).script_for("sms", OFFICE)


class TestWhatAnAdminIsTold:
    async def test_that_a_person_answers_whom_asking_does_not_place(
        self, script: Script, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO, "channels.answering")
        await Answering(Published(named(script, "b"), named(script, "a"))).check()
        assert "DEFAULT_SCRIPT is not set" in caplog.text

    async def test_that_the_default_does_not_exist(
        self, script: Script, caplog: pytest.LogCaptureFixture
    ) -> None:
        await Answering(Published(script), "gone").check()
        assert [record.levelno for record in caplog.records] == [logging.ERROR]

    async def test_that_two_scripts_claim_a_number(
        self, script: Script, caplog: pytest.LogCaptureFixture
    ) -> None:
        scripts = Published(named(script, "a", OFFICE), named(script, "b", OFFICE))
        await Answering(scripts, "a").check()
        (message,) = caplog.messages
        assert message.startswith(f"{OFFICE} is answered by a and by b")

    async def test_nothing_when_all_is_well(
        self, script: Script, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO, "channels.answering")
        await Answering(Published(named(script, "a", OFFICE))).check()
        assert caplog.messages == []


@pytest.mark.parametrize(
    ("number", "language"),
    [
        ("+34600111222", "es"),
        ("+5215512345678", "es"),
        ("+5491123456789", "es"),
        ("+17875550123", "es"),
        ("+14155550123", "en"),
        ("+447700900123", "en"),
        ("+34711", "es"),
        ("+99912345678", None),
        ("anonymous:CA1", None),
    ],
)
def test_a_country_suggests_a_language(number: str, language: str | None) -> None:
    assert language_of(number) == language
