"""Sales receives the lead with the prospect's own words."""

from datetime import date
from typing import Any

import pytest

from qualification.answers import AnswerSheet
from qualification.decision import Reason, decide
from qualification.handover import (
    LEAVE_ALONE,
    Cause,
    CriterionLine,
    Handover,
    OtherDatum,
    ProfileDatum,
    Why,
    contact_of,
    make_handover,
)
from qualification.profile.account import Account
from qualification.scoring import ScoreLine, score
from qualification.signals import Signal
from qualification.values import Contact, Text, Timeframe
from tests.builders import NOW, answer, make_sheet, money, sample

SCRIPT = sample("crm-suite")


def hand_over(
    sheet: AnswerSheet, *signals: Signal, why: Cause = "qualified", **parts: Any
) -> Handover:
    return make_handover(
        SCRIPT,
        sheet,
        decide(SCRIPT, sheet, frozenset(signals)),
        score(SCRIPT, sheet, NOW),
        why=why,
        language=parts.get("language", "es"),
        channel="chat",
        source="/precios",
        open_questions=parts.get("open_questions", ()),
        later=parts.get("later"),
        stopped=parts.get("stopped", False),
    )


def test_each_criterion_has_a_line_with_the_words_it_rests_on() -> None:
    need = answer("need", Text("perdemos oportunidades"), "perdemos oportunidades")
    budget = answer("budget", money(5000), "unos 5.000 al año")
    sheet = make_sheet(declined={"timeline": "does_not_know"})
    sheet = sheet.with_answer(need).with_answer(budget)
    found = hand_over(sheet)
    by_key = {line.key: line for line in found.criteria}
    assert list(by_key) == [one.key for one in SCRIPT.criteria]
    assert by_key["need"] == CriterionLine(
        "need",
        "positive",
        "perdemos oportunidades",
        "perdemos oportunidades",
        "m1",
        "positive",
        "prospect",
        need.given.isoformat(),
    )
    assert by_key["budget"].quote == "unos 5.000 al año"
    assert by_key["timeline"] == CriterionLine(
        "timeline", "unknown", None, "rather not", "m2", "does_not_know"
    )
    assert by_key["authority"] == CriterionLine(
        "authority", "unknown", None, None, None, "unanswered"
    )
    assert found.unknown == ("company_size", "authority", "timeline", "competitors")
    assert found.reasons == (Reason("at_least", "open", ("authority", "timeline")),)


def test_it_says_where_the_lead_stands_and_where_it_came_from() -> None:
    sheet = make_sheet({"budget": money(5000)})
    found = hand_over(sheet, open_questions=["¿Hablan catalán?"])
    assert (found.script, found.language, found.channel, found.source) == (
        "crm-suite",
        "es",
        "chat",
        "/precios",
    )
    assert (found.outcome, found.score, found.fit, found.engagement, found.tier) == (
        "undecided",
        25,
        25,
        0,
        "nurture",
    )
    assert found.score_lines == (ScoreLine("budget:positive", 25),)
    assert found.open_questions == ("¿Hablan catalán?",)


def test_the_contact_is_what_identifies_the_lead() -> None:
    sheet = make_sheet(
        {
            "email": Contact("email", "ana@acme.es"),
            "name": Contact("name", "Ana"),
            "need": Text("x"),
        }
    )
    assert contact_of(sheet) == {"email": "ana@acme.es", "name": "Ana"}


def test_the_summary_quotes_and_never_makes_a_quote_up() -> None:
    sheet = make_sheet({"name": Contact("name", "Ana")})
    sheet = sheet.with_answer(answer("budget", money(5000), "unos 5.000 al año"))
    sheet = sheet.with_answer(answer("need", Text("CRM"), None))
    assert hand_over(sheet, language="en").summary == (
        "Ana: undecided, warm, 45 points. Need: good; Budget: good “unos 5.000 al año”."
    )
    nobody = hand_over(AnswerSheet(), language="en").summary
    assert nobody == "Unnamed lead: undecided, to nurture, 0 points. No answers yet."


def test_it_is_written_in_the_language_of_the_lead() -> None:
    sheet = EMAIL.with_answer(answer("budget", money(5000), "unos 5.000 al año"))
    later = Timeframe("range", date(2027, 6, 1), date(2027, 7, 1))
    found = hand_over(sheet, later=later)
    assert found.summary == (
        "ana@acme.es: sin decidir, por madurar, 25 puntos. Presupuesto: bien «unos 5.000 al año»."
    )
    assert found.next_step == (
        "Ponerse en contacto: ana@acme.es. "
        "Ahora no: ha pedido que sea a partir del 2027-06-01 antes del 2027-07-01."
    )
    assert hand_over(AnswerSheet()).summary.endswith("Aún no ha respondido nada.")


def test_what_is_private_is_not_told_in_the_summary() -> None:
    said = "estoy de baja por depresión, unos 5.000 al año"
    found = hand_over(make_sheet().with_answer(answer("budget", money(5000), said)))
    assert "Presupuesto: bien." in found.summary
    assert "depresión" not in found.summary


EMAIL = make_sheet({"email": Contact("email", "ana@acme.es")})
BOTH = make_sheet(
    {"email": Contact("email", "ana@acme.es"), "phone": Contact("phone", "+34600111222")}
)


@pytest.mark.parametrize(
    ("why", "sheet", "signals", "step"),
    [
        ("qualified", EMAIL, [], "Get in touch: ana@acme.es."),
        ("qualified", BOTH, [], "Get in touch: +34600111222."),
        ("qualified", AnswerSheet(), [], "Answer in the conversation: they left no contact."),
        ("qualified", BOTH, [Signal.WANTS_DEMO], "Arrange the demonstration: +34600111222."),
        (
            "qualified",
            AnswerSheet(),
            [Signal.WANTS_DEMO],
            "Arrange the demonstration in the conversation.",
        ),
        ("support", BOTH, [], "Pass to customer support."),
        (
            "wants_human",
            BOTH,
            [Signal.WANTS_DEMO],
            "Answer in the conversation: they asked for a person and are waiting.",
        ),
        ("nurture", BOTH, [], "Nothing for sales to do: they get what they agreed to be sent."),
    ],
)
def test_the_next_step_fits_why_it_was_handed_over(
    why: Cause, sheet: AnswerSheet, signals: list[Signal], step: str
) -> None:
    assert hand_over(sheet, *signals, why=why, language="en").next_step == step


@pytest.mark.parametrize(
    ("later", "note"),
    [
        (None, ""),
        (Timeframe("asap"), ""),
        (
            Timeframe("range", date(2027, 6, 1), date(2027, 7, 1)),
            " Not now: they asked for a time from 2027-06-01 before 2027-07-01.",
        ),
        (
            Timeframe("open", date(2027, 6, 1)),
            " Not now: they asked for a time from 2027-06-01.",
        ),
        (
            Timeframe("open", None, date(2027, 7, 1)),
            " Not now: they asked for a time before 2027-07-01.",
        ),
    ],
)
def test_sales_learns_when_they_would_rather_be_written_to(
    later: Timeframe | None, note: str
) -> None:
    plain = hand_over(make_sheet(), language="en").next_step
    assert hand_over(make_sheet(), later=later, language="en").next_step == plain + note


def test_nobody_is_sent_to_a_lead_whose_verdict_has_fallen() -> None:
    sheet = EMAIL.with_answer(answer("need", Text(""), "nada"))
    found = hand_over(sheet, why="update")
    assert found.outcome == "unqualified"
    assert found.next_step.startswith("Dejarlo:")


@pytest.mark.parametrize("why", ["qualified", "wants_human", "support", "update"])
def test_nobody_is_sent_to_who_asked_to_be_left_alone(why: Why) -> None:
    later = Timeframe("open", date(2027, 6, 1))
    found = hand_over(BOTH, why=why, later=later, stopped=True, language="en")
    assert found.next_step == LEAVE_ALONE
    assert found.stopped
    assert not hand_over(BOTH, why=why).stopped
    spanish = hand_over(BOTH, why=why, stopped=True).next_step
    assert spanish.startswith("No contactar por ningún canal")


def test_it_has_the_profile_with_where_each_datum_is_from() -> None:
    email = answer("email", Contact("email", "ana@acme-tools.es"), "ana@acme-tools.es")
    company = answer("company", Contact("company", "Borealis"), "somos Borealis")
    found = hand_over(AnswerSheet().with_answer(email).with_answer(company))
    assert found.profile["company"] == ProfileDatum(
        value="Borealis",
        source="said",
        at=NOW.isoformat(),
        confirmed=True,
        guessed=False,
        origin="somos Borealis",
        others=(OtherDatum("Acme Tools", "email_domain", NOW.isoformat(), "acme-tools.es"),),
    )
    assert found.profile["language"].value == "es"
    assert found.account == Account("b2b", "Borealis", domain="acme-tools.es", country="ES")


def test_a_private_address_names_no_company() -> None:
    email = answer("email", Contact("email", "ana@gmail.com"), "ana@gmail.com")
    assert hand_over(AnswerSheet().with_answer(email)).account == Account("b2b")
