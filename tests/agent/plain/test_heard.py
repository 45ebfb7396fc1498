"""What a message asks of us, and what it only seems to."""

import pytest

from agent.plain.plain_reader import read_plainly
from qualification.signals import Signal
from tests.agent.pages import make_page


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("I don't want to answer that", Signal.REFUSES),
        ("¿eso para qué es?", Signal.WHY),
        ("what's that got to do with it?", Signal.WHY),
        ("joder otra máquina", Signal.IS_BOT_QUESTION),
        ("ugh another bot", Signal.IS_BOT_QUESTION),
        ("report a fault", Signal.SUPPORT),
        ("quiero reportar un fallo", Signal.SUPPORT),
    ],
)
def test_no_answer_is_read_out_of_a_signal(text: str, signal: Signal) -> None:
    reading = read_plainly(make_page(text, asked="need"))
    assert signal in reading.signals
    assert not reading.answers


def test_answering_the_phone_is_no_refusal_to_answer() -> None:
    reading = read_plainly(make_page("we need to answer the phone faster", asked="need"))
    assert Signal.REFUSES not in reading.signals
    assert [one.key for one in reading.answers] == ["need"]


@pytest.mark.parametrize(
    "text",
    ["¿me pueden llamar por la tarde mejor?", "can you call me in the afternoon?"],
)
def test_who_is_to_be_called_may_say_when(text: str) -> None:
    reading = read_plainly(make_page(text, asked=None))
    assert {Signal.WANTS_HUMAN, Signal.LATER} <= reading.signals
    assert reading.question == text


@pytest.mark.parametrize("text", ["no, thank you", "no gracias", "no, that's all, bye", "adiós"])
def test_who_has_said_all_takes_their_leave(text: str) -> None:
    (count,) = read_plainly(make_page("somos 11 personas", asked="company_size")).answers
    known = {"company_size": (count.value, "somos 11 personas")}
    reading = read_plainly(make_page(text, asked=None, known=known))
    assert reading.signals == {Signal.PLEASANTRY}
    assert not reading.answers


def test_a_no_to_what_is_offered_is_no_farewell() -> None:
    reading = read_plainly(make_page("no, thank you", asked="need"))
    assert Signal.NOT_INTERESTED in reading.signals


def test_what_is_to_be_forgotten_is_no_need() -> None:
    known = make_page("somos 11 personas", asked="company_size")
    (count,) = read_plainly(known).answers
    page = make_page(
        "olvida lo de los 11", known={"company_size": (count.value, "somos 11 personas")}
    )
    reading = read_plainly(page)
    assert not reading.answers
    assert [(one.key, one.why) for one in reading.doubts] == [("company_size", "withdrawn")]
