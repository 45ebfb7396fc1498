"""What simulated prospects say holds the value that they are told to have said."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from agent.simulation.personas import en, es
from agent.simulation.personas.amounts import say_count, say_money
from agent.simulation.personas.sayings import Saying, say
from agent.simulation.personas.table import Words
from agent.simulation.personas.times import say_when
from agent.simulation.personas.truths import Form, Truth, When
from qualification.values import Choice, Contact, Money, Number, Text, Timeframe, YesNo
from tests.agent.scripts import crm, home, poll

TODAY = date(2026, 11, 23)
BOTH = pytest.mark.parametrize("words", [es.WORDS, en.WORDS], ids=["es", "en"])


def sayings(key: str, truth: Truth, words: Words, *, unasked: bool = False) -> list[Saying]:
    script = home() if key == "rooms" else crm()
    found = [
        say(script, key, truth, words, TODAY, Random(seed), unasked=unasked) for seed in range(40)
    ]
    return [one for one in found if one is not None]


def amounts(truth: Money, words: Words, count: int = 200) -> list[tuple[str, Money]]:
    return [say_money(truth, poll(), words, Random(seed)) for seed in range(count)]


@BOTH
def test_an_amount_is_said_in_many_styles_and_means_no_more_than_was_said(words: Words) -> None:
    said = amounts(Money(Decimal(6000), Decimal(6000), "EUR", "year"), words)
    texts = {text for text, _ in said}
    assert len(texts) > 30
    assert any("6k" in text for text in texts)
    assert any(words.amounts.thousand.format(n=words.amounts.numerals[6]) in text for text in texts)
    for text, amount in said:
        euro = any(mark in text.lower() for mark in ("€", "eur"))
        assert (amount.currency == "EUR") is euro
        suffixes = words.amounts.per[amount.period] if amount.period else ("",)
        assert any(suffix in text for suffix in suffixes)
        assert amount.min in (6000, 500)


@BOTH
def test_said_in_full_an_amount_leaves_nothing_open(words: Words) -> None:
    truth = Money(Decimal(6000), Decimal(6000), "EUR", "year")
    for seed in range(40):
        _, amount = say_money(truth, poll(), words, Random(seed), in_full=True)
        assert amount.currency is not None
        assert amount.period is not None


@BOTH
def test_another_currency_is_always_named(words: Words) -> None:
    said = amounts(Money(Decimal(6000), Decimal(6000), "EUR", "year"), words)
    foreign = [text for text, amount in said if amount.currency == "USD"]
    assert foreign
    marks = [frame.replace("{n}", "").strip() for frame in words.amounts.coins["USD"]]
    assert all(any(mark in one for mark in marks) for one in foreign)


@BOTH
@pytest.mark.parametrize(
    ("low", "high", "frames"), [(None, 900, "at_most"), (900, None, "at_least")]
)
def test_an_open_range_is_framed_as_one(
    words: Words, low: int | None, high: int | None, frames: str
) -> None:
    truth = Number(None if low is None else Decimal(low), None if high is None else Decimal(high))
    for seed in range(20):
        text = say_count(truth, words, Random(seed))
        assert "900" in text
        assert any(
            text.startswith(frame.split("{x}")[0]) and text.endswith(frame.split("{x}")[1])
            for frame in getattr(words.amounts, frames)
        )


@BOTH
def test_thousands_are_short_only_where_nothing_is_lost(words: Words) -> None:
    odd = Money(Decimal(30000), Decimal(30000), "EUR")
    short = {text for text, _ in amounts(odd, words) if "k" in text and "30" in text}
    assert short
    assert all("30k" in text for text in short)
    assert not [t for t, _ in amounts(Money(Decimal(1525), Decimal(1525)), words) if "k" in t]


FORMS: tuple[tuple[Form, int, Timeframe], ...] = (
    ("asap", 0, Timeframe("asap")),
    ("whenever", 0, Timeframe("none")),
    ("weeks", 2, Timeframe("date", date(2026, 12, 7), date(2026, 12, 8))),
    ("in_months", 3, Timeframe("date", date(2027, 2, 23), date(2027, 2, 24))),
    ("next_month", 0, Timeframe("range", date(2026, 12, 1), date(2027, 1, 1))),
    ("month", 2, Timeframe("range", date(2027, 1, 1), date(2027, 2, 1))),
    ("month_year", 4, Timeframe("range", date(2027, 3, 1), date(2027, 4, 1))),
    ("quarter", 1, Timeframe("range", date(2027, 1, 1), date(2027, 4, 1))),
    ("year", 1, Timeframe("range", date(2027, 1, 1), date(2028, 1, 1))),
)


@BOTH
@pytest.mark.parametrize(("form", "ahead", "meant"), FORMS, ids=[one[0] for one in FORMS])
def test_a_time_means_the_days_of_its_form(
    words: Words, form: Form, ahead: int, meant: Timeframe
) -> None:
    for seed in range(10):
        text, time, _ = say_when(When(form, ahead), words.times, TODAY, Random(seed))
        assert time == meant
        assert "{" not in text


@BOTH
def test_a_day_is_one_day_of_the_month_that_is_named(words: Words) -> None:
    text, time, slack = say_when(When("day", 1), words.times, TODAY, Random(1))
    assert time.start is not None
    assert time.end == time.start + timedelta(days=1)
    assert (time.start.month, slack) == (12, 0)
    assert str(time.start.day) in text
    assert words.times.months[11] in text


@BOTH
def test_an_option_is_said_in_the_script_s_words(words: Words) -> None:
    said = sayings("authority", Choice("decides"), words)
    option = crm().criterion("authority")
    phrases = option.options["decides"].says[words.language]  # type: ignore[union-attr]
    assert said
    assert all(any(phrase in one.text for phrase in phrases) for one in said)


def test_a_phrase_of_two_options_is_no_answer_to_either() -> None:
    shared = {"es": ["lo mismo"], "en": ["the same"]}
    options = {"one": {"says": shared}, "two": {"says": shared}}
    authority = {**crm().criteria[2].model_dump(), "options": options, "positive": None}
    script = crm(criteria=[authority | {"acceptable": None}], qualify={"all_of": ["authority"]})
    assert say(script, "authority", Choice("one"), en.WORDS, TODAY, Random(1)) is None


@BOTH
def test_unasked_a_time_is_a_clause_and_words_of_ones_own_are_not_volunteered(
    words: Words,
) -> None:
    assert all(" " in one.text for one in sayings("timeline", When("year", 1), words, unasked=True))
    assert not sayings("timeline", When("asap"), words, unasked=True)
    assert not sayings("need", Text("order"), words, unasked=True)
    assert not sayings("permit", YesNo(True), words, unasked=True)


def test_unasked_a_figure_stands_beside_a_word_that_the_script_knows() -> None:
    three = Number(Decimal(3), Decimal(3))
    said = [
        say(home(), "rooms", three, es.WORDS, TODAY, Random(seed), unasked=True)
        for seed in range(10)
    ]
    assert all(
        one is not None and ("habitaciones" in one.text or "cuartos" in one.text) for one in said
    )
    budget = Money(Decimal(3), Decimal(3), "EUR")
    assert say(crm(), "budget", budget, es.WORDS, TODAY, Random(1), unasked=True) is None
    deposit = say(home(), "deposit", budget, es.WORDS, TODAY, Random(1), unasked=True)
    assert deposit is not None
    assert ":" in deposit.text


@BOTH
def test_contact_data_are_written_as_people_write_them(words: Words) -> None:
    email = sayings("email", Contact("email", "ana.perez@acme.es"), words)
    assert all(one.letter_by_letter for one in email)
    assert any("@" not in one.text for one in email)
    assert any("ana.perez@acme.es" in one.text for one in email)
    phone = sayings("phone", Contact("phone", "+34612345678"), words)
    digits = {"".join(c for c in one.text if c.isdigit()) for one in phone}
    assert digits == {"34612345678", "0034612345678"}
