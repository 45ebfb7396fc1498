from datetime import date
from decimal import Decimal

import pytest

from agent.evidence.valuing import value_of
from agent.evidence.worth import Unfounded, Unsure, Worth
from agent.reading import Page
from qualification.values import Choice, Contact, Language, Money, Number, Text, Timeframe, YesNo
from tests.agent.pages import SCRIPT, make_page, make_script


def worth(
    key: str, quote: str, claimed: str, *, asked: str = "need", language: Language = "es"
) -> Worth:
    page: Page = make_page(quote, asked=asked, language=language)
    return value_of(page, language, key, quote, claimed)


def euros(low: int, high: int | None = None) -> Money:
    return Money(Decimal(low), Decimal(high or low), "EUR")


def is_unclear(worth: Worth) -> bool:
    return isinstance(worth, Unsure) and worth.why == "disagrees"


class TestMeasures:
    def test_an_amount_is_the_normalisers(self) -> None:
        assert worth("budget", "entre 3.000 y 5.000 €", "4000 EUR") == euros(3000, 5000)

    def test_an_amount_that_the_model_leaves_out_is_taken_from_the_quote(self) -> None:
        assert worth("budget", "5.000 €", "") == euros(5000)

    def test_another_amount_than_the_quotes_is_asked_about_with_both_in_hand(self) -> None:
        both = (euros(5000), euros(50000))
        assert worth("budget", "5.000 €", "50000 EUR") == Unsure("disagrees", both)

    def test_another_currency_than_the_quotes_is_asked_about(self) -> None:
        assert is_unclear(worth("budget", "5.000 €", "5000 USD"))

    def test_another_period_than_the_quotes_is_asked_about(self) -> None:
        for claimed in ("500 EUR per year", "500 EUR year"):
            assert is_unclear(worth("budget", "500 € al mes", claimed))

    def test_of_two_amounts_the_one_that_the_model_means_counts(self) -> None:
        assert worth("budget", "no 5.000 €, sino 8.000 €", "8000 EUR") == euros(8000)

    def test_of_two_amounts_without_a_hint_neither_is_guessed(self) -> None:
        assert is_unclear(worth("budget", "5.000 € o quizá 8.000 €", ""))
        both = "5.000 € o quizá 8.000 €"
        assert is_unclear(worth("budget", both, both))

    def test_a_bare_figure_is_an_amount_when_it_was_asked_for(self) -> None:
        assert worth("budget", "80k", "", asked="budget") == Money(Decimal(80000), Decimal(80000))

    def test_a_bare_figure_not_asked_for_counts_when_the_model_read_the_same(self) -> None:
        assert worth("budget", "80k", "80000 EUR") == Money(Decimal(80000), Decimal(80000))
        assert is_unclear(worth("budget", "80k", "8000 EUR"))

    def test_an_amount_is_never_taken_from_the_model_alone(self) -> None:
        assert isinstance(worth("budget", "bastante dinero", "100000 EUR"), Unfounded)
        assert isinstance(worth("budget", "hola", "100000 EUR", asked="budget"), Unfounded)

    def test_figures_that_cannot_be_read_are_asked_about(self) -> None:
        assert is_unclear(worth("timeline", "para el X-27", "2027"))

    def test_a_number_is_the_normalisers(self) -> None:
        assert worth("company_size", "somos 40 personas", "40") == Number(Decimal(40), Decimal(40))
        assert is_unclear(worth("company_size", "somos 40 personas", "400"))

    def test_a_date_is_the_normalisers(self) -> None:
        read = worth("timeline", "en abril", "en abril")
        assert isinstance(read, Timeframe)
        assert (read.start, read.end) == (date(2026, 4, 1), date(2026, 5, 1))

    def test_another_date_than_the_quotes_is_asked_about(self) -> None:
        assert is_unclear(worth("timeline", "en abril", "2026-09-01"))

    def test_haste_is_no_disagreement_with_haste(self) -> None:
        read = worth("timeline", "cuanto antes", "lo antes posible")
        assert isinstance(read, Timeframe)
        assert read.kind == "asap"

    def test_haste_against_a_date_is_asked_about(self) -> None:
        assert is_unclear(worth("timeline", "cuanto antes", "en octubre"))

    def test_the_quote_itself_is_as_good_a_value(self) -> None:
        assert worth("budget", "80k", "80K") == Money(Decimal(80000), Decimal(80000))


class TestNothing:
    def test_the_scripts_words_for_none_are_a_zero(self) -> None:
        assert worth("budget", "no tenemos presupuesto", "none") == Money(Decimal(0), Decimal(0))
        assert worth("company_size", "estoy solo", "1") == Number(Decimal(0), Decimal(0))

    def test_the_scripts_words_for_none_are_no_words(self) -> None:
        assert worth("need", "no necesitamos nada", "none") == Text("")

    def test_what_may_still_come_is_not_nothing(self) -> None:
        read = worth("budget", "todavía no tenemos presupuesto", "none")
        assert isinstance(read, Unfounded)

    def test_the_models_none_over_a_denial_is_asked_about(self) -> None:
        assert is_unclear(worth("need", "no nos hace falta", "none"))

    def test_the_models_none_over_anything_else_counts_for_nothing(self) -> None:
        assert worth("need", "perdemos llamadas", "none") == Text("perdemos llamadas")


class TestUnderstanding:
    def test_an_option_said_in_the_scripts_words_counts(self) -> None:
        assert worth("authority", "decido yo", "decides") == Choice("decides")

    def test_an_option_said_in_other_words_is_the_models_to_tell(self) -> None:
        quote = "la dirección la llevo en persona"
        assert worth("authority", quote, "decides", asked="authority") == Choice("decides")

    def test_a_misspelt_option_counts_unasked(self) -> None:
        assert worth("authority", "soy la dyrectora", "decides") == Choice("decides")

    def test_another_option_than_the_words_say_is_asked_about(self) -> None:
        both = (Choice("decides"), Choice("influences"))
        assert worth("authority", "decido yo", "influences") == Unsure("disagrees", both)

    def test_an_unknown_option_gives_way_to_the_words(self) -> None:
        assert worth("authority", "decido yo", "boss") == Choice("decides")

    def test_an_unknown_option_alone_is_nothing(self) -> None:
        assert isinstance(worth("authority", "lo firmo en persona", "boss"), Unfounded)

    @pytest.mark.parametrize("courtesy", ["hola", "Gracias", "buenos días"])
    def test_a_courtesy_is_no_answer(self, courtesy: str) -> None:
        for key, claimed in (("authority", "decides"), ("need", ""), ("has_crm", "yes")):
            assert isinstance(worth(key, courtesy, claimed, asked=key), Unfounded)

    @pytest.mark.parametrize(
        "quote",
        [
            *("la directora soy yo", "mi jefe es quien propone", "decidimos aquí"),
            *("the owner, that's me", "signing is up to me"),
        ],
    )
    def test_words_like_an_option_tell_it_unasked(self, quote: str) -> None:
        claimed = "influences" if "jefe" in quote else "decides"
        assert worth("authority", quote, claimed) == Choice(claimed)

    @pytest.mark.parametrize(
        ("quote", "language"),
        [
            *((quote, "es") for quote in ("aquí mando yo", "lo llevo yo solo", "es cosa mía")),
            *((quote, "en") for quote in ("that's up to me", "it's my call", "me alone")),
        ],
    )
    def test_words_like_no_option_are_asked_about_when_one_was_asked_for(
        self, quote: str, language: Language
    ) -> None:
        both = (Choice("decides"), Choice("influences"))
        read = worth("authority", quote, "decides", asked="authority", language=language)
        assert read == Unsure("disagrees", both)

    @pytest.mark.parametrize(
        "quote", ["no sé", "depende", "¿y a usted qué?", "ni idea", "I don't know", "why?"]
    )
    def test_words_that_evade_a_question_are_no_answer_of_any_kind(self, quote: str) -> None:
        for key, claimed in (("authority", "decides"), ("need", ""), ("has_crm", "yes")):
            assert isinstance(worth(key, quote, claimed, asked=key), Unfounded)

    @pytest.mark.parametrize("quote", ["jajaja", "asdf", "hmm", "5", "bla bla"])
    def test_words_of_no_substance_are_no_answer_in_words(self, quote: str) -> None:
        for key, claimed in (("need", ""), ("has_crm", "yes")):
            assert isinstance(worth(key, quote, claimed, asked=key), Unfounded)

    @pytest.mark.parametrize("quote", ["Perdemos oportunidades", "vivo de alquiler", "80 people"])
    def test_an_option_is_not_had_for_words_about_something_else(self, quote: str) -> None:
        assert worth("authority", quote, "decides") == Unfounded("the words do not show it")

    @pytest.mark.parametrize("asked", ["need", "authority"])
    @pytest.mark.parametrize(
        "quote",
        ["el que decide es mi jefe, yo no pinto nada", "eso se lo propone a mi jefe la directiva"],
    )
    def test_the_option_most_like_the_words_is_not_another(self, quote: str, asked: str) -> None:
        assert is_unclear(worth("authority", quote, "decides", asked=asked))

    def test_a_pronoun_among_the_phrases_tells_no_option(self) -> None:
        authority = SCRIPT.criterion("authority")
        assert authority is not None
        changed = authority.model_dump(mode="json")
        changed["options"]["decides"]["says"]["es"] += ["yo", "yo soy quien decide"]
        changed["options"]["influences"]["says"]["es"] += ["mi jefe decide"]
        quote = "el que decide es mi jefe, yo no pinto nada"
        page = make_page(
            quote,
            asked="authority",
            script=make_script(criteria=[changed], qualify={"all_of": ["authority"]}),
        )
        assert is_unclear(value_of(page, "es", "authority", quote, "decides"))

    def test_an_option_of_another_question_is_no_paraphrase_of_this_one(self) -> None:
        other = {
            "key": "tenure",
            "kind": "choice",
            "ask": {"es": ["¿Es suya?"], "en": ["Is it yours?"]},
            "options": {
                "owner": {"says": {"es": ["es mía"], "en": ["it's mine"]}},
                "tenant": {"says": {"es": ["de alquiler"], "en": ["I rent"]}},
            },
        }
        criteria = [*(one.model_dump(mode="json") for one in SCRIPT.criteria), other]
        script = make_script(criteria=criteria)
        page = make_page("vivo de alquiler", asked="authority", script=script)
        read = value_of(page, "es", "authority", "vivo de alquiler", "decides")
        assert read == Unfounded("the words do not show it")

    def test_yes_and_no(self) -> None:
        assert worth("has_crm", "sí, claro", "yes") == YesNo(yes=True)
        assert worth("has_crm", "no", "no") == YesNo(yes=False)
        assert worth("has_crm", "tenemos un CRM de hace años", "yes") == YesNo(yes=True)
        both = (YesNo(True), YesNo(False))
        assert worth("has_crm", "vamos tirando con uno", "yes", asked="has_crm") == Unsure(
            "disagrees", both
        )
        assert isinstance(worth("has_crm", "vamos tirando con uno", "yes"), Unfounded)
        assert is_unclear(worth("has_crm", "no hay CRM que valga", "yes", asked="has_crm"))
        assert worth("has_crm", "sí", "no") == Unsure("disagrees", both)
        assert isinstance(worth("has_crm", "trabajamos con uno", "maybe"), Unfounded)

    def test_own_words_are_the_value(self) -> None:
        assert worth("need", "perdemos llamadas", "loses calls") == Text("perdemos llamadas")

    def test_an_unknown_question_has_no_answers(self) -> None:
        assert isinstance(worth("score", "100 puntos", "100"), Unfounded)


class TestContact:
    def test_an_email_is_read_from_the_quote(self) -> None:
        assert worth("email", "Ana@Acme.com", "other@acme.com") == Contact("email", "ana@acme.com")

    def test_half_an_email_is_invalid(self) -> None:
        assert worth("email", "ana@acme", "ana@acme.com") == Unsure("invalid")
        assert isinstance(worth("email", "el de siempre", "ana@acme.com"), Unfounded)

    def test_a_phone_is_read_from_the_quote(self) -> None:
        assert worth("phone", "612 345 678", "") == Contact("phone", "+34612345678")

    def test_half_a_phone_is_invalid(self) -> None:
        assert worth("phone", "612 34", "61234") == Unsure("invalid")
        assert isinstance(worth("phone", "el 5", "5"), Unfounded)

    def test_a_name_is_read_from_the_quote(self) -> None:
        assert worth("name", "Me llamo Ana López", "Ana") == Contact("name", "Ana López")

    def test_a_title_is_the_models_to_tell_when_it_is_among_the_words(self) -> None:
        quote = "llevo lo de compras, vaya: responsable de compras"
        assert worth("job_title", quote, "Responsable de compras") == Contact(
            "job_title", "responsable de compras"
        )

    def test_a_name_that_is_not_among_the_words_is_none(self) -> None:
        assert isinstance(worth("name", "¿para qué lo quiere?", "Ana"), Unfounded)

    @pytest.mark.parametrize("asked", ["need", "email", "budget"])
    @pytest.mark.parametrize("quote", ["Perdemos oportunidades", "Lose deals", "Reformar Cocina"])
    def test_any_two_words_are_no_name(self, quote: str, asked: str) -> None:
        assert isinstance(worth("name", quote, quote, asked=asked), Unfounded)

    @pytest.mark.parametrize(
        ("message", "quote"),
        [
            ("Hola, me llamo ana lópez", "ana lópez"),
            ("Soy Ana López, de Acme", "Ana López"),
            ("My name is Ana López", "Ana López"),
            ("Ana López, ana@acme.com", "Ana López"),
            ("Ana de la Torre y mi teléfono es 612 345 678", "Ana de la Torre"),
        ],
    )
    def test_a_name_not_asked_for_is_led_in_or_stands_beside_an_address(
        self, message: str, quote: str
    ) -> None:
        read = value_of(make_page(message), "es", "name", quote, quote)
        assert isinstance(read, Contact)
        assert read.value.casefold() == quote.casefold()

    @pytest.mark.parametrize("quote", ["Perdemos oportunidades", "perdemos llamadas"])
    def test_an_address_makes_no_name_of_small_letters(self, quote: str) -> None:
        page = make_page(f"{quote}, ana@acme.com")
        assert isinstance(value_of(page, "es", "name", quote, quote), Unfounded)

    @pytest.mark.parametrize("quote", ["Ana López", "ana lópez", "soy ana"])
    def test_to_the_question_a_bare_name_answers(self, quote: str) -> None:
        assert isinstance(worth("name", quote, quote, asked="name"), Contact)
