from collections.abc import Sequence

import pytest

from agent.bridge import LONGEST_BRIDGE, Footing, Gate, approve, sentence_passes, wording_passes
from qualification.values import Language
from tests.agent.pages import NOW, SCRIPT


def footing(said: str = "", language: Language = "es", *, asking: bool = False) -> Footing:
    return Footing(language, approve(SCRIPT, language), said, asking, NOW)


class TestSentence:
    @pytest.mark.parametrize(
        ("sentence", "language", "said"),
        [
            ("Entendido.", "es", ""),
            ("Gracias por contármelo, Ana.", "es", "Soy Ana"),
            ("Perder llamadas por la noche es un problema serio.", "es", "perdemos llamadas"),
            ("El plan básico cuesta 49 € por usuario y mes.", "es", ""),
            ("El plan básico son 49 € al mes por usuario.", "es", ""),
            ("Tiene una prueba gratis de 14 días en acme.example/prueba.", "es", ""),
            ("Sí, se conecta con Outlook 😊", "es", ""),
            ("Perfecto, unos 6.000 € al año entonces.", "es", "unos 6000 euros al año"),
            ("Anotado, en marzo.", "es", "para marzo"),
            ("Muy bien, 40 personas.", "es", "somos cuarenta personas"),
            ("Thanks, that helps.", "en", ""),
            ("Yes, I see, it connects to Outlook and Gmail.", "en", ""),
            ("The basic plan costs €49 per user per month.", "en", ""),
            ("Feel free to tell me more.", "en", ""),
            ("Good to meet you, Dana.", "en", "I'm Dana from Acme"),
        ],
    )
    def test_what_rests_on_facts_or_on_their_own_words_may_be_said(
        self, sentence: str, language: Language, said: str
    ) -> None:
        assert sentence_passes(sentence, footing(said, language)) is None

    @pytest.mark.parametrize(
        ("sentence", "language", "reason"),
        [
            ("El plan básico cuesta 39 € por usuario y mes.", "es", "figure"),
            ("El plan básico cuesta 49 € por usuario y año.", "es", "figure"),
            ("El plan básico cuesta 49 dólares por usuario y mes.", "es", "figure"),
            ("Le sale por veinte euros al mes.", "es", "figure"),
            ("El 49 % de los clientes repite.", "es", "figure"),
            ("Nosotros tenemos tres planes.", "es", "figure"),
            ("The basic plan is $20.", "en", "figure"),
            ("Prices start at twenty euros.", "en", "figure"),
            ("Lo tendrá en marzo.", "es", "date"),
            ("Estará en marcha la semana que viene.", "es", "date"),
            ("It will be live next month.", "en", "date"),
            ("¿Le parece bien?", "es", "question"),
            ("Does that work for you?", "en", "question"),
            ("Le garantizo que funciona.", "es", "promise"),
            ("Le hacemos un descuento.", "es", "promise"),
            ("La instalación es sin coste.", "es", "promise"),
            ("We guarantee that it works.", "en", "promise"),
            ("You get a discount.", "en", "promise"),
            ("Enhorabuena, está cualificado.", "es", "promise"),
            ("You are qualified.", "en", "promise"),
            ("Le llamaremos enseguida.", "es", "promise"),
            ("I've booked your demo.", "en", "promise"),
            ("Soy una persona, claro.", "es", "promise"),
            ("I'm a real human being.", "en", "promise"),
            ("Mire en www.otra.example/oferta.", "es", "address"),
            ("Write to sales@other.example.", "en", "address"),
            ("Es mejor que Salesforce.", "es", "name"),
            ("My colleague Robert knows more.", "en", "name"),
            ("Thanks, that is very helpful.", "es", "language"),
            ("Gracias, eso nos ayuda mucho.", "en", "language"),
            ("Merci beaucoup, c'est noté.", "es", "language"),
            ("Vielen Dank für die Information.", "en", "language"),
            ("Спасибо.", "en", "language"),
            ("**Gracias.**", "es", "formatting"),
            ("- Gracias.", "es", "formatting"),
            ("<b>Gracias.</b>", "es", "formatting"),
            ("Gracias 🎉🎉🎉", "es", "formatting"),
            ("Gracias\x07.", "es", "formatting"),
            ("Gracias \ud83d.", "es", "formatting"),
        ],
    )
    def test_anything_else_may_not(self, sentence: str, language: Language, reason: str) -> None:
        refused = sentence_passes(sentence, footing("hola", language))
        assert refused is not None
        assert reason in refused

    def test_their_own_figure_said_back_may_not_pass_for_our_price(self) -> None:
        said = "mi presupuesto es de 10 € al mes"
        assert sentence_passes("De acuerdo, unos 10 € al mes.", footing(said)) is None
        for answer in ("El precio es de 10 € al mes.", "Se lo dejamos en 10 € al mes."):
            assert sentence_passes(answer, footing(said)) is not None

    def test_no_figure_of_theirs_is_said_back_while_they_ask(self) -> None:
        asking = footing("¿me lo dejan en 10 € al mes?", asking=True)
        assert sentence_passes("Sí, 10 € al mes.", asking) is not None
        assert sentence_passes("El plan básico cuesta 49 € por usuario y mes.", asking) is None

    def test_a_fact_may_be_said_as_it_stands_whatever_it_says(self) -> None:
        fact = "Hay una prueba gratis de 14 días; está en acme.example/prueba."
        assert sentence_passes(fact, footing()) is None


class TestGate:
    def pour(self, bridge: str, size: int = 7, said: str = "") -> tuple[Gate, list[str]]:
        heard: list[str] = []
        gate = Gate(footing(said), heard.append)
        for start in range(0, len(bridge), size):
            gate.feed(bridge[start : start + size])
        gate.close()
        return gate, heard

    @pytest.mark.parametrize("size", [1, 3, 1000])
    def test_sentences_are_passed_on_one_by_one(self, size: int) -> None:
        bridge = "Entendido, gracias. Se conecta con Outlook y Gmail.\nMuy bien"
        gate, heard = self.pour(bridge, size)
        assert heard == ["Entendido, gracias.", "Se conecta con Outlook y Gmail.", "Muy bien"]
        assert gate.text == " ".join(heard)
        assert gate.refused is None

    def test_a_sentence_is_passed_on_when_the_next_begins(self) -> None:
        heard: list[str] = []
        gate = Gate(footing(), heard.append)
        gate.feed("Entendido.")
        assert heard == []
        gate.feed(" Se")
        assert heard == ["Entendido."]

    def test_after_the_first_that_fails_nothing_is_said(self) -> None:
        gate, heard = self.pour("Entendido. Le garantizo el éxito. Gracias. Muchas gracias.")
        assert heard == ["Entendido."]
        assert gate.text == "Entendido."
        assert gate.refused is not None
        assert "Le garantizo el éxito." in gate.refused

    def test_a_figure_with_a_point_is_not_the_end_of_a_sentence(self) -> None:
        _, heard = self.pour("De acuerdo, unos 6.000 euros. Gracias.", said="6.000 euros")
        assert heard == ["De acuerdo, unos 6.000 euros.", "Gracias."]

    def test_an_abbreviation_is_not_the_end_of_a_sentence(self) -> None:
        _, heard = self.pour("Gracias, Sra. Gil.", said="Soy la Sra. Gil")
        assert heard == ["Gracias, Sra. Gil."]

    def test_three_sentences_are_enough(self) -> None:
        gate, heard = self.pour("Bien. Vale. Perfecto. Gracias.")
        assert len(heard) == 3
        assert gate.refused is not None

    def test_a_long_bridge_is_not_said(self) -> None:
        gate, heard = self.pour("Gracias por contarlo " * (LONGEST_BRIDGE // 15) + ".")
        assert heard == []
        assert gate.refused is not None

    def test_an_empty_bridge_says_nothing(self) -> None:
        gate, heard = self.pour(" \n ")
        assert heard == []
        assert gate.text == ""
        assert gate.refused is None


BUDGET = ("¿Qué presupuesto tienen previsto para esto?", "¿Cuánto han previsto gastar?")
TENURE = ("¿Es usted propietario o inquilino de la vivienda?",)
SIGNER = ("Who makes the decision?",)


class TestWording:
    @pytest.mark.parametrize(
        ("text", "approved", "language"),
        [
            (BUDGET[0], BUDGET, "es"),
            ("Para orientarnos, ¿qué presupuesto han previsto?", BUDGET, "es"),
            ("Y de presupuesto, ¿cuánto sería más o menos?", BUDGET, "es"),
            ("¿Y es propietario o inquilino?", TENURE, "es"),
            ("And who on your side makes the final decision?", SIGNER, "en"),
        ],
    )
    def test_a_light_rewording_passes(
        self, text: str, approved: Sequence[str], language: Language
    ) -> None:
        assert wording_passes(text, approved, language) is None

    @pytest.mark.parametrize(
        ("text", "approved", "language", "reason"),
        [
            ("Cuénteme su presupuesto.", BUDGET, "es", "question"),
            ("¿Qué presupuesto tienen? ¿Es suyo?", BUDGET, "es", "question"),
            ("¿Qué presupuesto tienen? Gracias.", BUDGET, "es", "question"),
            ("¿Qué presupuesto tienen y para cuándo?", BUDGET, "es", "two questions"),
            ("What budget do you have?", BUDGET, "es", "language"),
            ("¿Llega su presupuesto a 5.000 euros?", BUDGET, "es", "figure"),
            ("¿Tienen presupuesto para marzo?", BUDGET, "es", "date"),
            ("¿Qué presupuesto tiene Iberdrola?", BUDGET, "es", "name"),
            ("Con descuento, ¿qué presupuesto tienen?", BUDGET, "es", "promise"),
            ("¿Qué presupuesto y contraseña tienen?", BUDGET, "es", "secret"),
            ("¿Presupuesto alto o bajo?", BUDGET, "es", "choice"),
            ("¿Qué presupuesto, por ejemplo el anual, tienen?", BUDGET, "es", "example"),
            ("¿Es usted propietario o heredero?", TENURE, "es", "choice"),
            ("¿De qué color es su casa?", BUDGET, "es", "subject"),
            ("¿Qué presupuesto tienen en acme.example?", BUDGET, "es", "address"),
            ("¿Qué *presupuesto* tienen?", BUDGET, "es", "formatting"),
            ("Is it you or your boss who makes the decision?", SIGNER, "en", "choice"),
            ("Bueno, " * 40 + "¿qué presupuesto tienen?", BUDGET, "es", "long"),
        ],
    )
    def test_anything_more_gives_way_to_the_approved_one(
        self, text: str, approved: Sequence[str], language: Language, reason: str
    ) -> None:
        refused = wording_passes(text, approved, language)
        assert refused is not None
        assert reason in refused
