"""A person at a terminal is a caller."""

import io
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr
from rich.console import Console

from channels.simulators.telephone import Utterance
from console.settings import SIMULATED_API, Settings
from console.telephone import AtTerminal, call, text
from console.wiring import Trouble


async def lines_of(*lines: str) -> AsyncIterator[str]:
    for line in lines:
        yield line


def screen() -> Console:
    return Console(file=io.StringIO(), force_terminal=True, width=200)


async def test_lines_are_words_keys_and_interruptions() -> None:
    caller = AtTerminal(lines_of("hello\n", "#0\n", "! wait, no\n", "\n"), screen())
    said = [await caller.speak() for _ in range(4)]
    assert said == [
        Utterance("hello"),
        Utterance("0", "keys"),
        Utterance("wait, no", "cut_in"),
        Utterance(""),
    ]


async def test_the_end_of_the_lines_hangs_up_once_the_last_was_answered() -> None:
    caller = AtTerminal(lines_of("hello\n"), screen())
    await caller.speak()
    caller.hear("Hi, what would you like to improve?")
    assert await caller.speak() is None


async def test_what_is_said_is_shown_as_it_is() -> None:
    shown = Console(file=io.StringIO(), width=200)
    AtTerminal(lines_of(), shown).hear("Is it [red]yours[/]?")
    assert isinstance(shown.file, io.StringIO)
    assert shown.file.getvalue() == "agent: Is it [red]yours[/]?\n"


@pytest.mark.parametrize(("answer", "accepted"), [("y\n", True), ("sí\n", True), ("n\n", False)])
async def test_the_terminal_answers_for_the_colleague(answer: str, accepted: bool) -> None:
    caller = AtTerminal(lines_of(answer), screen())
    assert await caller.accepts("+34600999888", "A hot lead. Press 1.") is accepted


async def test_a_server_without_an_account_cannot_be_called() -> None:
    settings = Settings(_env_file=None)
    with pytest.raises(Trouble, match="TWILIO_ACCOUNT_SID=AC"):
        await call(settings, "http://127.0.0.1:9", "+1", "+2", lines_of(), screen())
    with pytest.raises(Trouble, match=f"TWILIO_BASE_URL={SIMULATED_API}"):
        await text(settings, "http://127.0.0.1:9", "+1", "+2", lines_of(), screen())


async def test_a_server_that_does_not_run_is_told() -> None:
    settings = Settings(
        _env_file=None,
        twilio_account_sid="AC" + "a1" * 16,
        twilio_auth_token=SecretStr("secret"),
        public_base_url="https://banter.example",
    )
    with pytest.raises(Trouble, match="Nobody answers at"):
        await call(settings, "http://127.0.0.1:9", "+1", "+2", lines_of(), screen())
