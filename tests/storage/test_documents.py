"""What is stored comes back the same, to the last digit."""

from datetime import UTC, date, timedelta, timezone
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from agent.dialogue import Dialogue
from agent.reading import Aside, Doubt, ReadAnswer, ReadDecline, Reading, Wording
from qualification.answers import Answer, AnswerSheet, Declined, Evidence
from qualification.signals import Signal
from qualification.values import Choice, Contact, Money, Number, Text, Timeframe, Value, YesNo
from storage.documents import (
    dialogue_from,
    dialogue_text,
    object_from,
    object_text,
    reading_from,
    reading_text,
    value_from,
    value_text,
)
from tests.storage.records import BUDGET, handover

decimals = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
days = st.none() | st.dates()
spans = st.tuples(st.integers(0, 20000), st.integers(0, 20000))
texts = st.text(st.characters(codec="utf-8"))
values: st.SearchStrategy[Value] = st.one_of(
    st.builds(Money, decimals, decimals, st.none() | texts, approximate=st.booleans(), span=spans),
    st.builds(Timeframe, st.sampled_from(["date", "asap"]), days, days, st.booleans(), spans),
    st.builds(Number, decimals, decimals, spans),
    st.builds(Choice, texts, spans),
    st.builds(YesNo, st.booleans(), spans),
    st.builds(Text, texts, spans),
    st.builds(Contact, st.sampled_from(["email", "phone", "name"]), texts, spans),
)
moments = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))]))
answers = st.builds(Answer, texts, values, moments, st.none() | st.builds(Evidence, texts, texts))


def exactly(value: Value) -> str:
    """A value with all its digits and its span, which take no part in equality."""
    return repr(value)


@given(values)
def test_every_value_comes_back_with_its_digits_and_its_span(value: Value) -> None:
    assert exactly(value_from(value_text(value))) == exactly(value)


@given(st.dictionaries(texts, answers, max_size=3), st.lists(answers, max_size=2))
def test_every_dialogue_comes_back(known: dict[str, Answer], replaced: list[Answer]) -> None:
    dialogue = Dialogue(
        "es",
        "held",
        AnswerSheet(known, {"need": Declined("need", "refused")}, tuple(replaced)),
        frozenset({Signal.WANTS_DEMO, Signal.LATER}),
        "budget",
        {"budget": 2},
        7,
        ("¿Hacen envíos?",),
        introduced=True,
        handed_over="qualified",
        nudges=1,
        answered_by="ana@example.com",
    )
    back = dialogue_from(dialogue_text(dialogue))
    assert back == dialogue
    assert list(back.sheet.answers) == list(known)
    assert [one.given.utcoffset() for one in back.sheet.answers.values()] == [
        one.given.utcoffset() for one in known.values()
    ]


def test_money_does_not_become_a_float() -> None:
    value = value_from(value_text(Money(Decimal("0.10"), Decimal("12345678901234567890.01"))))
    assert isinstance(value, Money)
    assert str(value.min) == "0.10"
    assert str(value.max) == "12345678901234567890.01"


def test_a_reading_comes_back() -> None:
    reading = Reading(
        "model",
        "en",
        frozenset({Signal.QUESTION}),
        (ReadAnswer("budget", BUDGET.value, Evidence("m", "3,000"), corrects=True),),
        (ReadDecline("need", "does_not_know", Evidence("m", "no idea")),),
        (Doubt("email", Evidence("m", "ana@"), "invalid"),),
        ("price",),
        "Do you ship?",
        Aside("Reformas", "and a kitchen"),
        Timeframe("date", date(2026, 3, 1), date(2026, 3, 2)),
        "Of course.",
        Wording("need", "And what for?"),
        ("authority: no such quote",),
    )
    assert reading_from(reading_text(reading)) == reading


def test_a_hand_over_is_one_json_object_in_its_own_letters() -> None:
    text = object_text(handover(summary="Peña: “ñ”"), id="h1", revision=2)
    assert "Peña: “ñ”" in text
    document = object_from(text)
    assert list(document)[:2] == ["id", "revision"]
    assert document["contact"] == {"email": "ana@example.com"}
    assert document["score_lines"] == [{"rule": "budget:positive", "points": 25}]


def test_equal_texts_are_read_once() -> None:
    text = dialogue_text(Dialogue("en", sheet=AnswerSheet({BUDGET.key: BUDGET})))
    assert dialogue_from(text) is dialogue_from(text)
