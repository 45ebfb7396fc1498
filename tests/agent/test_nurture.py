"""Who is left to nurture, and from when on: those whom sales does not get."""

from dataclasses import replace
from typing import Any

import pytest

from agent.dialogue import Dialogue
from agent.nurture import QUIET, Standing, due, is_called_off
from agent.ports import Claim, Scored
from qualification.answers import Answer, AnswerSheet
from qualification.script import RECEPTION
from qualification.scriptfile import parse_script
from qualification.values import Contact, Value, YesNo
from tests.storage.records import NOW, script_text

ENDED = Dialogue("en", phase="closed")
GOES_ON = Dialogue("en")
TURNED_DOWN = Standing("unqualified", learned=False, reminds=False)
UNDECIDED = Standing("undecided", learned=False, reminds=False)


def claim(dialogue: Dialogue = GOES_ON, script: str = "crm-suite", **more: Any) -> Claim:
    """A conversation as a turn finds it."""
    return Claim(
        conversation="c1",
        token=1,
        channel="chat",
        address="a1",
        source=None,
        script=parse_script(script_text()).model_copy(update={"script": script}),
        script_version="v1",
        dialogue=dialogue,
        unread=(),
        transcript=(),
        inbound_seq=1,
        **{"handover": None, **more},
    )


def with_consent(value: Value, dialogue: Dialogue = GOES_ON) -> Dialogue:
    sheet = AnswerSheet({"marketing_consent": Answer("marketing_consent", value, NOW)})
    return replace(dialogue, sheet=sheet)


def test_who_is_turned_down_goes_at_once_and_once() -> None:
    assert due(claim(), ENDED, TURNED_DOWN, NOW) == NOW
    after = claim(ENDED, scored=Scored((), "unqualified", None, ()))
    assert due(after, ENDED, TURNED_DOWN, NOW) is None, "a goodbye changes nothing"
    assert due(after, ENDED, replace(TURNED_DOWN, learned=True), NOW) == NOW
    assert due(after, ENDED, UNDECIDED, NOW) == NOW


def test_who_falls_silent_goes_after_long_if_they_agreed() -> None:
    agreed = with_consent(YesNo(yes=True))
    assert due(claim(), agreed, UNDECIDED, NOW) == NOW + QUIET
    assert due(claim(), agreed, replace(UNDECIDED, reminds=True), NOW) is None
    assert due(claim(), GOES_ON, UNDECIDED, NOW) is None


@pytest.mark.parametrize("value", [YesNo(yes=False), Contact("name", "yes")])
def test_nothing_but_a_yes_is_consent(value: Value) -> None:
    assert due(claim(), with_consent(value), UNDECIDED, NOW) is None


def test_whom_sales_has_is_not_nurtured() -> None:
    handed = replace(ENDED, handed_over="support")
    assert due(claim(), handed, TURNED_DOWN, NOW) is None
    assert due(claim(handover="h1"), ENDED, TURNED_DOWN, NOW) is None
    assert due(claim(), ENDED, replace(TURNED_DOWN, outcome="qualified"), NOW) is None
    assert is_called_off(claim(handover="h1"), ENDED)


def test_who_asked_us_to_stop_or_talks_again_is_called_off() -> None:
    stopped = with_consent(YesNo(yes=True), replace(ENDED, phase="stopped"))
    assert due(claim(), stopped, TURNED_DOWN, NOW) == NOW, "they are taken off the list"
    assert due(claim(stopped), stopped, TURNED_DOWN, NOW) is None
    assert due(claim(), replace(ENDED, phase="stopped"), TURNED_DOWN, NOW) is None
    assert is_called_off(claim(), stopped)
    assert is_called_off(claim(ENDED), GOES_ON)
    assert not is_called_off(claim(ENDED), ENDED)


def test_a_visitor_who_did_not_say_what_they_want_is_nobodys() -> None:
    assert due(claim(script=RECEPTION), ENDED, TURNED_DOWN, NOW) is None
