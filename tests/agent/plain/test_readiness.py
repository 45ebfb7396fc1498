"""Does a server compile its expressions before anybody writes?"""

import re

import pytest

from agent.cues import signals_in
from agent.plain.readiness import prepare_reading
from qualification.normalise import read_money


def test_after_the_start_nothing_is_compiled_while_somebody_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prepare_reading()
    monkeypatch.setattr(re, "compile", lambda *_: pytest.fail("compiled too late"))
    signals_in("please stop writing to me, I asked for a person, dejen de escribirme ya")
    signals_in("what is the price of it, and who are you? no quiero más correos")
    assert read_money("3.500 € al mes", "es")
