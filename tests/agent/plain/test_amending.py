"""What a message changes of the answers given before, with and without words that say so."""

from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from agent.messages import Message
from agent.plain.plain_reader import read_plainly
from agent.reading import Page, Reading
from qualification.answers import Answer, AnswerSheet, Evidence
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.signals import Signal
from qualification.values import Language, Value, to_json
from tests.agent.readings import NOON

SCRIPTS = Path(__file__).parents[3] / "prompts" / "scripts"


@cache
def crm() -> Script:
    return parse_script((SCRIPTS / "crm-suite.yaml").read_text(encoding="utf-8"))


@cache
def home() -> Script:
    return parse_script((SCRIPTS / "reformas.yaml").read_text(encoding="utf-8"))


def page(
    text: str, asked: str | None, language: Language, sheet: AnswerSheet, script: Script
) -> Page:
    message = Message("m2", 2, "prospect", text, NOON)
    return Page(script, sheet, language, asked, (), (message,), (), NOON)


def known(script: Script, language: Language, **said: str) -> AnswerSheet:
    """What is known after these words answered these questions, one a minute."""
    sheet = AnswerSheet()
    for minute, (key, text) in enumerate(said.items()):
        reading = read_plainly(page(text, key, language, sheet, script))
        answer = next(one for one in reading.answers if one.key == key)
        given = NOON + timedelta(minutes=minute)
        sheet = sheet.with_answer(Answer(key, answer.value, given, answer.evidence))
    return sheet


def after(
    text: str,
    *,
    asked: str | None = "authority",
    language: Language = "es",
    script: Script | None = None,
    **said: str,
) -> Reading:
    """The reading of a message, after other words answered other questions."""
    script = script or crm()
    return read_plainly(page(text, asked, language, known(script, language, **said), script))


def corrected(reading: Reading) -> dict[str, object]:
    return {one.key: to_json(one.value) for one in reading.answers if one.corrects}


def amount(value: int, currency: str | None = None, period: str | None = None) -> object:
    return {
        "min": value,
        "max": value,
        "currency": currency,
        "period": period,
        "approximate": False,
    }


class TestAFigureThatReplacesAnother:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("somos 150, no 120", "es"),
            ("150 no 120", "es"),
            ("150 not 120", "en"),
            ("perdón, somos 150", "es"),
            ("*150", "es"),
            ("oops, 150 people", "en"),
            ("150 en realidad", "es"),
        ],
    )
    def test_takes_its_place_whatever_was_asked_since(self, text: str, language: Language) -> None:
        reading = after(text, language=language, company_size="120")
        assert corrected(reading) == {"company_size": {"min": 150, "max": 150}}
        assert Signal.CORRECTS in reading.signals

    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("perdón, eran 3.000", "es"),
            ("uy no, 3000", "es"),
            ("de presupuesto puse 2000 pero son 3000", "es"),
            ("sorry, it was 3,000", "en"),
            ("at least make it 3k", "en"),
            ("rather 3k", "en"),
        ],
    )
    def test_an_amount_too(self, text: str, language: Language) -> None:
        reading = after(text, language=language, company_size="40", budget="2000")
        assert corrected(reading) == {"budget": amount(3000)}

    @pytest.mark.parametrize(
        ("before", "text", "language", "after_it"),
        [
            ("12k", "no wait 11", "en", 11000),
            ("12.000", "no, espera, 11", "es", 11000),
            ("12.000", "perdón, 8.000", "es", 8000),
            ("12.000", "perdón, 900", "es", 900),
            ("12.500", "perdón, 11", "es", 11),
            ("12.000", "perdón, 11 euros", "es", 11),
        ],
    )
    def test_a_bare_figure_is_of_the_thousands_that_it_corrects(
        self, before: str, text: str, language: Language, after_it: int
    ) -> None:
        given = corrected(after(text, language=language, budget=before))["budget"]
        assert isinstance(given, dict)
        assert (given["min"], given["max"]) == (after_it, after_it)

    def test_keeps_the_currency_and_period_of_the_old_one(self) -> None:
        reading = after("perdón, eran 300", budget="200 euros al mes")
        assert corrected(reading) == {"budget": amount(300, "EUR", "month")}

    def test_the_question_pending_comes_first_unless_they_speak_of_before(self) -> None:
        assert not corrected(after("perdón, 3000", asked="budget", company_size="30"))
        late = after("perdón, eran 35", asked="budget", company_size="30")
        assert corrected(late) == {"company_size": {"min": 35, "max": 35}}

    def test_the_year_of_a_date_is_no_amount(self) -> None:
        reading = after("actually we have had it since March 2021", budget="3000")
        assert not corrected(reading)

    def test_one_that_only_differs_is_no_correction_but_is_read(self) -> None:
        """The dialogue asks which of the two holds."""
        reading = after("el presupuesto son 4000", budget="2000")
        assert [(one.key, one.corrects) for one in reading.answers] == [("budget", False)]

    @pytest.mark.parametrize(
        "text",
        ["¿y si fueran 3000?", "pagamos 200 al mes a otro", "no, ninguno", "perdón", "no, no"],
    )
    def test_nothing_is_changed_by_anything_else(self, text: str) -> None:
        assert not corrected(after(text, asked="competitors", budget="2000", company_size="30"))


class TestATimeThatReplacesAnother:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("mejor en mayo", "es"),
            ("bueno, mejor en mayo", "es"),
            ("not in January, in May", "en"),
            ("make it in May", "en"),
        ],
    )
    def test_takes_its_place(self, text: str, language: Language) -> None:
        reading = after(
            text,
            language=language,
            timeline="in January" if language == "en" else "en enero",
            budget="3000",
        )
        new = {one.key: to_json(one.value) for one in reading.answers if one.corrects}
        assert new["timeline"] == {
            "kind": "range",
            "start": "2027-05-01",
            "end": "2027-06-01",
            "approximate": False,
        }

    @pytest.mark.parametrize("text", ["mejor llámame mañana", "mejor escríbeme en junio"])
    def test_when_to_write_to_them_is_none(self, text: str) -> None:
        assert not after(text, timeline="en mayo").answers


class TestAnOptionThatReplacesAnother:
    @pytest.mark.parametrize(
        "text",
        ["ah no, decide mi jefe", "mejor dicho, decide mi jefe", "no decido yo, decide mi jefe"],
    )
    def test_takes_its_place(self, text: str) -> None:
        reading = after(text, asked="budget", authority="decido yo")
        assert corrected(reading) == {"authority": "neither"}


class TestContactData:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("use my work email instead: ana@work.es", "en"),
            ("no, it is ana at work dot es", "en"),
            ("No: ana@work.es", "es"),
            ("mejor a ana@work.es", "es"),
            ("ese no, ana@work.es", "es"),
            ("cambia el correo: ana@work.es", "es"),
        ],
    )
    def test_another_address_takes_the_place_of_the_first(
        self, text: str, language: Language
    ) -> None:
        reading = after(text, asked=None, language=language, email="ana@home.es")
        assert corrected(reading) == {"email": "ana@work.es"}

    def test_another_number_too_and_it_is_no_amount(self) -> None:
        reading = after("ese no, el 600 456 789", asked="need", phone="600123123")
        assert corrected(reading) == {"phone": "+34600456789"}
        assert [one.key for one in reading.answers] == ["phone"]

    def test_somebody_elses_address_changes_nothing_and_is_nothing_else(self) -> None:
        reading = after(
            "mi jefe es jefe@acme.es, 600 456 789",
            asked=None,
            email="ana@home.es",
            phone="600123123",
        )
        assert not reading.answers


class TestTakingBack:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("olvida lo que te dije del presupuesto", "es"),
            ("scrap the budget I said", "en"),
            ("olvida lo de los 2000", "es"),
        ],
    )
    def test_an_answer_taken_back_is_asked_again(self, text: str, language: Language) -> None:
        reading = after(text, language=language, company_size="40", budget="2000")
        assert [one.key for one in reading.doubts] == ["budget"]
        assert not reading.answers

    def test_what_is_taken_back_is_no_longer_known(self) -> None:
        sheet = known(crm(), "es", timeline="para octubre")
        [doubt] = read_plainly(page("olvida lo de octubre", "budget", "es", sheet, crm())).doubts
        assert (doubt.key, doubt.why) == ("timeline", "withdrawn")

    @pytest.mark.parametrize("text", ["olvídalo", "forget it", "ignore that", "olvida mi número"])
    def test_nothing_is_asked_where_nothing_is_named(self, text: str) -> None:
        assert not after(text, company_size="40", budget="2000").doubts

    @pytest.mark.parametrize(
        ("text", "language"),
        [("no, déjalo como estaba", "es"), ("leave it as it was", "en"), ("lo de antes", "es")],
    )
    def test_a_correction_taken_back_restores_the_value_before(
        self, text: str, language: Language
    ) -> None:
        script = crm()
        sheet = known(script, language, budget="2000")
        evidence = Evidence("m1", "9000")
        new = read_plainly(page("9000", "budget", language, AnswerSheet(), script)).answers[0]
        sheet = sheet.with_answer(Answer("budget", new.value, NOON, evidence))
        reading = read_plainly(page(text, "authority", language, sheet, script))
        assert corrected(reading) == {"budget": amount(2000)}

    def test_a_correction_still_in_question_is_dropped(self) -> None:
        script = crm()
        sheet = known(script, "es", budget="2000")
        old: Value = sheet.answers["budget"].value
        new = read_plainly(page("9000", "budget", "es", AnswerSheet(), script)).answers[0].value
        plain = page("déjalo como estaba", "budget", "es", sheet, script)
        offered = Page(**{**{f: getattr(plain, f) for f in plain.__slots__}, "offered": (old, new)})
        assert corrected(read_plainly(offered)) == {"budget": amount(2000)}

    def test_nothing_is_restored_where_nothing_was_corrected(self) -> None:
        assert not after("lo de antes", budget="2000").answers


class TestWhatIsAdded:
    @pytest.mark.parametrize(
        ("text", "language", "new"),
        [
            ("al mes", "es", amount(9000, None, "month")),
            ("son al mes, perdón", "es", amount(9000, None, "month")),
            ("per month", "en", amount(9000, None, "month")),
            ("euros", "es", amount(9000, "EUR")),
            ("dollars", "en", amount(9000, "USD")),
        ],
    )
    def test_a_period_or_currency_joins_the_amount_given_before(
        self, text: str, language: Language, new: object
    ) -> None:
        reading = after(text, asked="authority", language=language, budget="9000")
        assert corrected(reading) == {"budget": new}

    def test_a_month_is_a_time_where_a_time_was_asked(self) -> None:
        reading = after("a month", asked="timeline", language="en", budget="5000")
        assert [one.key for one in reading.answers] == ["timeline"]

    def test_one_more_thing_makes_the_option_that_holds_both(self) -> None:
        reading = after("y el baño también", asked="tenure", script=home(), work="la cocina")
        assert corrected(reading) == {"work": "whole_home"}

    def test_one_more_need_joins_the_first(self) -> None:
        reading = after(
            "y también necesitamos una agenda",
            asked="budget",
            need="necesitamos una base de clientes",
        )
        text = corrected(reading)["need"]
        assert text == "necesitamos una base de clientes; y también necesitamos una agenda"

    def test_one_more_thing_said_in_passing_joins_the_need_too(self) -> None:
        reading = after("tb queremos mandar whatsapps", asked="budget", need="todo en papel")
        assert corrected(reading) == {"need": "todo en papel; tb queremos mandar whatsapps"}

    def test_what_was_known_and_is_said_again_answers_nothing_else(self) -> None:
        assert not after("la cocina", asked="town", script=home(), work="la cocina").answers


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("scrap that, the kitchen is fine, it's the bathrooms", "en"),
        ("olvida eso, mejor el baño", "es"),
    ],
)
def test_who_scraps_what_they_said_says_another_thing(text: str, language: Language) -> None:
    said = {"work": {"es": "la cocina", "en": "the kitchen"}[language]}
    reading = after(text, script=home(), asked="town", language=language, **said)
    assert [one.key for one in reading.answers] == ["work"]
    assert corrected(reading) == {"work": "bathroom"}
