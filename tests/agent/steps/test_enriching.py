"""What others tell changes the record and is told to sales; not a word is said of it."""

from dataclasses import replace

from agent.moves import Dialogue, HandOver, Step
from agent.steps.enriching import enrich
from qualification.answers import AnswerSheet
from qualification.findings import Finding
from qualification.signals import Signal
from qualification.values import Contact, Number, Text
from tests.builders import NOW, answer, make_script, number, question

ABOUT = "ana@acme.es"
SHEET = AnswerSheet().with_answer(answer("email", Contact("email", ABOUT)))
TOLD = (Finding("company_size", "51-200", "provider", NOW, origin="data", about=ABOUT),)
SCRIPT = make_script(
    criteria=[{"key": "need"}, question("company_size", "number", positive={"at_least": 50})],
    qualify={"all_of": ["need", "company_size"]},
    prefill=["company_size"],
)
OPEN = Dialogue("es", sheet=SHEET)


def test_the_profile_has_more_and_an_answer_is_prefilled() -> None:
    step = enrich(SCRIPT, OPEN, TOLD)
    assert step.effects == ()
    assert step.dialogue.sheet.found == TOLD
    size = step.dialogue.sheet.answers["company_size"]
    assert (size.value, size.source) == (number(51, 200), "inferred")
    assert enrich(SCRIPT, step.dialogue, TOLD) == Step(step.dialogue)


def test_sales_who_have_the_lead_hear_of_it() -> None:
    handed = replace(OPEN, phase="closed", handed_over="qualified")
    assert enrich(SCRIPT, handed, TOLD).effects == (HandOver("update"),)
    assert enrich(SCRIPT, handed, ()) == Step(handed)


def test_who_qualifies_only_now_is_handed_over_unless_they_want_nothing() -> None:
    need = SHEET.with_answer(answer("need", Text("a CRM")))
    closed = replace(OPEN, phase="closed", sheet=need)
    step = enrich(SCRIPT, closed, TOLD)
    assert step.effects == (HandOver("qualified"),)
    assert step.dialogue.handed_over == "qualified"
    unwilling = replace(closed, signals=frozenset({Signal.NOT_INTERESTED}))
    assert enrich(SCRIPT, unwilling, TOLD).effects == ()
    talking = replace(closed, phase="open")
    assert enrich(SCRIPT, talking, TOLD).effects == ()


def test_of_who_has_opted_out_nothing_more_is_kept() -> None:
    stopped = replace(OPEN, phase="stopped")
    assert enrich(SCRIPT, stopped, TOLD) == Step(stopped)


def test_a_script_without_profile_takes_nothing() -> None:
    script = SCRIPT.model_copy(update={"profile": False})
    assert enrich(script, OPEN, TOLD) == Step(OPEN)


def test_what_they_said_stands() -> None:
    said = answer("company_size", Number(number(12).min, number(12).max))
    step = enrich(SCRIPT, replace(OPEN, sheet=SHEET.with_answer(said)), TOLD)
    assert step.dialogue.sheet.answers["company_size"] == said
    assert step.dialogue.sheet.found == TOLD
