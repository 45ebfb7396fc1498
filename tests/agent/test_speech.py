"""What is said: approved words, the model's own only where it may, nothing twice."""

import pytest

from agent.messages import Channel
from agent.reading import Wording
from agent.speech import (
    Act,
    AnswerFact,
    AskQuestion,
    Explain,
    Introduce,
    Say,
    SayText,
    approved_wordings,
    compose,
    word,
)
from qualification.script import Script
from qualification.values import LANGUAGES, Language
from qualification.wording import GAPS, STOCK, TEXT_IDS, TextId
from tests.agent.scripts import crm, home

OWN = Wording("budget", "¿Y qué presupuesto anual manejan?")
ASKED = "¿Qué presupuesto anual tienen previsto?"


def es(
    *acts: Act, script: Script | None = None, bridge: str = "", asks: Wording | None = None
) -> str:
    """The Spanish words of a message."""
    return compose(script or crm(), "es", Say(acts, bridge, asks))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", TEXT_IDS)
def test_every_stock_text_renders_in_every_language_and_variant(
    text: TextId, language: Language
) -> None:
    gaps = {gap: f"<{gap}>" for gap in GAPS.get(text, ())}
    for turn in range(len(STOCK[text][language])):
        rendered = word(crm(), language, SayText(text, gaps), turn)
        assert rendered
        assert "{" not in rendered
        assert all(f"<{gap}>" in rendered for gap in gaps)


@pytest.mark.parametrize(
    ("channel", "how"),
    [
        ("chat", "dígamelo"),
        ("sms", "Escriba PERSONA"),
        ("whatsapp", "BAJA"),
        ("voice", "pulse cero"),
    ],
)
def test_the_first_words_say_who_we_are_and_how_to_reach_a_person(
    channel: Channel, how: str
) -> None:
    said = compose(crm(), "es", Say((Introduce(), AskQuestion("need"))), channel)
    assert said.startswith("Soy Lucía, la asistente virtual de Acme.")
    assert said.endswith("?")
    assert how in said
    assert how not in compose(crm(), "es", Say((AskQuestion("need"),)), channel)


def test_variants_take_turns() -> None:
    variants = STOCK["thanks"]["es"]
    said = [word(crm(), "es", SayText("thanks"), turn) for turn in range(len(variants) + 1)]
    assert said == [*variants, variants[0]]


def test_a_prospects_words_are_quoted_as_they_are() -> None:
    quote = "{name} 100 % {0} }{"
    assert f"«{quote}»" in es(SayText("updated", {"quote": quote}))


def test_a_script_replaces_a_text_and_may_name_itself_in_it() -> None:
    script = crm(texts={"thanks": {"es": "Gracias de parte de {name}, de {company}.", "en": "Ta."}})
    assert es(SayText("thanks"), script=script) == "Gracias de parte de Lucía, de Acme."


class TestQuestions:
    def test_the_first_time_and_again(self) -> None:
        assert es(AskQuestion("budget")) == ASKED
        assert es(AskQuestion("budget", 2)) == "¿Más o menos cuánto podrían invertir al año?"
        assert es(AskQuestion("budget", 9)) == "¿Más o menos cuánto podrían invertir al año?"

    def test_without_words_for_asking_again_the_other_wordings_serve(self) -> None:
        assert es(AskQuestion("need", 2)) == "¿Qué querría resolver primero?"
        assert es(AskQuestion("authority", 2)) == "¿Quién decide la compra?"

    @pytest.mark.parametrize("kind", ["name", "email", "phone", "company", "job_title"])
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_contact_data_have_stock_questions(self, kind: str, language: Language) -> None:
        first = compose(crm(), language, Say((AskQuestion(kind),)))
        assert first.endswith("?")
        assert compose(crm(), language, Say((AskQuestion(kind, 2),))) != first

    def test_every_approved_wording_is_known(self) -> None:
        assert set(approved_wordings(crm(), "need", "es")) == {
            "¿Qué les gustaría mejorar?",
            "¿Qué querría resolver primero?",
        }
        assert "¿Me dice su nombre?" in approved_wordings(crm(), "name", "es")


class TestExplaining:
    def test_the_scripts_own_reason_else_a_general_one(self) -> None:
        assert es(Explain("need")) == "Así le hablo solo de lo que le sirve."
        assert es(Explain("budget")) == STOCK["no_why"]["es"][0]
        assert es(Explain("email")) == STOCK["why_contact"]["es"][0]


class TestTheModelsOwnWording:
    def test_it_is_said_when_it_is_of_the_question_picked(self) -> None:
        assert es(AskQuestion("budget"), asks=OWN) == OWN.text

    def test_it_is_not_said_for_another_question(self) -> None:
        assert es(AskQuestion("need"), asks=OWN) == "¿Qué les gustaría mejorar?"

    @pytest.mark.parametrize(
        "text",
        [
            "What budget do you have?",
            "¿Qué presupuesto tienen? ¿Y para cuándo?",
            "¿Tienen 5000 € de presupuesto?",
            "Díganme su presupuesto.",
            "¿Qué presupuesto tienen, que les hago un descuento?",
        ],
    )
    def test_it_is_not_said_when_it_fails_the_checks(self, text: str) -> None:
        assert es(AskQuestion("budget"), asks=Wording("budget", text)) == ASKED

    def test_exact_wording_never_uses_it(self) -> None:
        exact = crm(wording="exact")
        assert es(AskQuestion("budget"), script=exact, asks=OWN) == ASKED


class TestTheBridge:
    def test_it_comes_after_the_introduction_and_before_the_rest(self) -> None:
        said = es(Introduce(), AskQuestion("budget"), bridge="Entiendo.")
        assert said.startswith("Soy Lucía, la asistente virtual de Acme.")
        assert said.endswith(f"Entiendo. {ASKED}")

    @pytest.mark.parametrize("text", ["thanks", "my_pleasure", "not_understood", "farewell"])
    def test_it_stands_for_a_courtesy(self, text: TextId) -> None:
        assert es(SayText(text), AskQuestion("budget"), bridge="Claro.") == f"Claro. {ASKED}"

    def test_it_stands_for_a_fact_that_it_tells(self) -> None:
        told = "El plan Equipo son 25 € por usuario al mes."
        assert es(AnswerFact("price"), bridge=told) == told
        vague = "Buena pregunta."
        assert es(AnswerFact("price"), bridge=vague).startswith(f"{vague} El plan Equipo")

    def test_it_stands_for_one_of_two_facts(self) -> None:
        told = "El plan Equipo cuesta 25 € por usuario y mes."
        said = es(AnswerFact("price"), AnswerFact("trial"), bridge=told)
        assert said == f"{told} Puede probarlo 14 días sin tarjeta."

    def test_it_never_stands_for_what_must_be_said(self) -> None:
        for act in (SayText("opted_out"), SayText("hold_for_human"), SayText("close_qualified")):
            approved = es(act)
            assert es(act, bridge=approved) == f"{approved} {approved}"


class TestBooking:
    LINK = "https://calendar.example/acme"

    @pytest.mark.parametrize("text", ["close_qualified", "close_qualified_here"])
    def test_who_qualified_may_pick_a_time(self, text: TextId) -> None:
        script = crm().model_copy(update={"booking": self.LINK})
        assert es(SayText(text), script=script).endswith(f"el día y la hora: {self.LINK}")
        assert self.LINK not in es(SayText(text))

    def test_a_link_is_not_read_out(self) -> None:
        script = crm().model_copy(update={"booking": self.LINK})
        say = Say((SayText("close_qualified"),))
        assert self.LINK in compose(script, "en", say, "whatsapp")
        assert self.LINK not in compose(script, "en", say, "voice")

    @pytest.mark.parametrize("text", ["close_unqualified", "close_support", "close_undecided"])
    def test_others_are_offered_no_time(self, text: TextId) -> None:
        script = crm().model_copy(update={"booking": self.LINK})
        assert self.LINK not in es(SayText(text), script=script)


def test_nothing_to_say_is_no_message() -> None:
    assert es() == ""
    assert es(AnswerFact("unheard_of")) == ""


def test_a_script_of_one_language_speaks_it() -> None:
    assert es(Introduce(), script=home()).startswith("Soy Marta")
