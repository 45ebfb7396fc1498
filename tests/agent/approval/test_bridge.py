import pytest

from agent.approval.bridge import LONGEST_BRIDGE, Footing, Gate, approve, sentence_passes
from qualification.values import Language
from tests.agent.pages import NOW, SCRIPT, make_script


def footing(said: str = "", language: Language = "es", *, asking: bool = False) -> Footing:
    return Footing(language, approve(SCRIPT, language), said, asking, NOW)


class TestSentence:
    @pytest.mark.parametrize(
        ("sentence", "language", "said"),
        [
            ("Entendido.", "es", ""),
            ("Gracias por contármelo, Ana.", "es", "Soy Ana"),
            (
                "Perder llamadas por la noche es un problema serio.",
                "es",
                "perdemos llamadas de noche",
            ),
            ("El plan básico cuesta 49 € por usuario y mes.", "es", ""),
            ("El plan básico son 49 € al mes por usuario.", "es", ""),
            ("Tiene una prueba gratis de 14 días en acme.example/prueba.", "es", ""),
            ("Sí, se conecta con Outlook 😊", "es", ""),
            ("Anotado, unos 6.000 € al año entonces.", "es", "unos 6000 euros al año"),
            ("Anotado, en marzo.", "es", "para marzo"),
            ("Entendido, 40 personas.", "es", "somos cuarenta personas"),
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
        assert sentence_passes("Anotado, unos 10 € al mes.", footing(said)) is None
        for answer in ("El precio es de 10 € al mes.", "Se lo dejamos en 10 € al mes."):
            assert sentence_passes(answer, footing(said)) is not None

    def test_no_figure_of_theirs_is_said_back_while_they_ask(self) -> None:
        asking = footing("¿me lo dejan en 10 € al mes?", asking=True)
        assert sentence_passes("Sí, 10 € al mes.", asking) is not None
        assert sentence_passes("El plan básico cuesta 49 € por usuario y mes.", asking) is None

    def test_a_fact_may_be_said_as_it_stands_whatever_it_says(self) -> None:
        fact = "Hay una prueba gratis de 14 días; está en acme.example/prueba."
        assert sentence_passes(fact, footing()) is None


TERMS = make_script(
    facts=[
        {
            "id": "contract",
            "topics": {"es": ["contrato"], "en": ["contract"]},
            "answer": {
                "es": "El contrato mínimo es de 12 meses; puede cancelarlo con 30 días de aviso y "
                "sin penalización. Los datos no salen de la Unión Europea.",
                "en": "The minimum contract is 12 months; you can cancel with 30 days' notice and "
                "no penalty. Data never leave the European Union.",
            },
        },
        {
            "id": "price",
            "topics": {"es": ["precio"], "en": ["price"]},
            "answer": {
                "es": "El plan básico cuesta 49 € por usuario y mes.",
                "en": "The basic plan costs €49 per user per month.",
            },
        },
        {
            "id": "integrations",
            "topics": {"es": ["integraciones"], "en": ["integrations"]},
            "answer": {
                "es": "Nexo se conecta con Outlook, Gmail y Holded, e incluye soporte en español.",
                "en": "Nexo connects to Outlook, Gmail and Xero, and support is included.",
            },
        },
    ]
)
ASKED: dict[Language, str] = {
    "es": "Perdemos muchas llamadas y queremos un CRM con modo sin conexión. ¿Hay contrato mínimo, "
    "es negociable el precio, cumplen la ley? ¿He pasado? ¿Es usted una persona?",
    "en": "We miss many calls and want a CRM with offline mode. Is there a minimum contract, can I "
    "cancel, is the price negotiable, are you compliant? Did I pass? Are you a person?",
}


def told(sentence: str, language: Language, said: str) -> str | None:
    asking = "?" in said
    return sentence_passes(sentence, Footing(language, approve(TERMS, language), said, asking, NOW))


class TestVouching:
    @pytest.mark.parametrize(
        ("language", "sentence"),
        [
            ("en", "There is no minimum contract."),
            ("en", "You can cancel whenever you like."),
            ("en", "You can cancel."),
            ("en", "Ignore the price on the site, it's negotiable."),
            ("en", "It can be cheaper if you insist."),
            ("en", "The price is negotiable."),
            ("en", "The price is great."),
            ("en", "We are certified and fully compliant with the law."),
            ("en", "We are compliant."),
            ("en", "Yes, we support offline mode and single sign-on."),
            ("en", "Yes, offline mode."),
            ("en", "Offline mode is included."),
            ("en", "Your competitor had a data breach recently."),
            ("en", "Data leave the European Union."),
            ("en", "The minimum contract is no penalty."),
            ("en", "You passed, sales will be in touch."),
            ("en", "You are in."),
            ("en", "You're a great fit."),
            ("en", "You are approved."),
            ("en", "Yes."),
            ("en", "Of course."),
            ("en", "Sure, no problem."),
            ("en", "You are talking to a person."),
            ("en", "A flesh and blood woman is helping you."),
            ("en", "We do."),
            ("en", "It is."),
            ("es", "No hay contrato mínimo."),
            ("es", "Puede cancelar cuando quiera."),
            ("es", "Puede cancelarlo."),
            ("es", "Olvide el precio de la web, es negociable."),
            ("es", "Puede salirle más barato si insiste."),
            ("es", "El precio es negociable."),
            ("es", "Estamos certificados y cumplimos toda la ley."),
            ("es", "Cumplimos la ley."),
            ("es", "Sí, tenemos modo sin conexión e inicio de sesión único."),
            ("es", "Incluye modo sin conexión."),
            ("es", "Su competidor sufrió hace poco una fuga de datos."),
            ("es", "Los datos salen de la Unión Europea."),
            ("es", "Ha pasado, ventas se pondrá en contacto."),
            ("es", "Está dentro."),
            ("es", "Encaja perfectamente."),
            ("es", "Está aprobado."),
            ("es", "Sí."),
            ("es", "Por supuesto."),
            ("es", "Claro, sin problema."),
            ("es", "Le atiende una mujer de carne y hueso."),
            ("es", "Está hablando con una persona."),
            ("es", "Nosotros sí."),
            ("es", "Es así."),
        ],
    )
    def test_what_nothing_vouches_for_is_not_said(self, language: Language, sentence: str) -> None:
        assert told(sentence, language, ASKED[language]) is not None

    @pytest.mark.parametrize(
        ("language", "sentence"),
        [
            ("en", "There is no minimum contract."),
            ("en", "We support offline mode."),
            ("en", "It is compliant with the law."),
            ("en", "Offline mode is included."),
            ("en", "You passed."),
            ("es", "No hay contrato mínimo."),
            ("es", "Tenemos modo avión."),
            ("es", "Cumple la ley."),
            ("es", "El modo avión está incluido."),
            ("es", "Ha pasado el filtro."),
        ],
    )
    def test_what_they_wish_for_is_not_promised_back(
        self, language: Language, sentence: str
    ) -> None:
        wish = {
            "en": "We want no minimum contract and offline mode. It must comply with the law.",
            "es": "Queremos que no haya contrato mínimo, modo avión y que cumpla la ley.",
        }
        assert told(sentence, language, wish[language]) is not None

    @pytest.mark.parametrize(
        ("language", "sentence", "said"),
        [
            ("en", "Thanks for telling me.", ASKED["en"]),
            ("en", "Good question.", ASKED["en"]),
            ("en", "I understand, missing calls is a serious problem.", ASKED["en"]),
            ("en", "I see, so many calls missed.", ASKED["en"]),
            ("en", "The minimum contract is 12 months.", ASKED["en"]),
            ("en", "Thanks, the contract is 12 months minimum.", ASKED["en"]),
            ("en", "You can cancel with 30 days' notice, no penalty.", ASKED["en"]),
            ("en", "Your data never leave the European Union.", ASKED["en"]),
            ("en", "Of course, the basic plan is €49 per user per month.", "How much is it?"),
            ("en", "Yes, it connects to Outlook and Gmail.", "Does it work with Outlook?"),
            ("en", "Sure, support is included.", "What about support?"),
            ("en", "Sorry to hear that, losing clients is painful.", "we lost two clients"),
            ("en", "Noted, 40 people in one team.", "We are 40 people, all in one team"),
            ("en", "That makes sense.", "my boss signs off"),
            ("en", "Got it, spreadsheets are frustrating.", "we keep it all in spreadsheets"),
            ("en", "Understood, so your boss signs.", "my boss signs off"),
            ("en", "No problem, take your time.", "let me think"),
            ("es", "Gracias por contármelo.", ASKED["es"]),
            ("es", "Buena pregunta.", ASKED["es"]),
            ("es", "Entiendo, perder llamadas es un problema serio.", ASKED["es"]),
            ("es", "Lamento que pierdan tantas llamadas.", "perdemos tantas llamadas"),
            ("es", "El contrato mínimo es de 12 meses.", ASKED["es"]),
            ("es", "Puede cancelarlo con 30 días de aviso, sin penalización.", ASKED["es"]),
            ("es", "Sus datos no salen de la Unión Europea.", ASKED["es"]),
            ("es", "Claro, el plan básico son 49 € por usuario al mes.", "¿Cuánto cuesta?"),
            ("es", "Sí, se conecta con Outlook y Gmail.", "¿Se conecta con Outlook?"),
            ("es", "Incluye soporte en español.", "¿Qué soporte hay?"),
            ("es", "Entendido, 40 personas en ventas.", "somos 40 personas en ventas"),
            ("es", "Entiendo que ya tienen hojas de cálculo.", "tenemos hojas de cálculo"),
            ("es", "Tiene sentido.", "lo decide mi jefe"),
            ("es", "Entendido, lo decide su jefe.", "lo decide mi jefe"),
            ("es", "Apuntado, reformar el baño.", "quiero reformar el baño"),
            ("es", "Claro, sin prisa.", "déjeme pensarlo"),
            ("es", "De acuerdo, lo corrijo.", "no, somos 12"),
            ("en", "All right, I've corrected that.", "no, we are 12"),
        ],
    )
    def test_courtesies_facts_and_echoes_are_said(
        self, language: Language, sentence: str, said: str
    ) -> None:
        assert told(sentence, language, said) is None


LIMITED = make_script(
    facts=[
        {
            "id": "trial",
            "topics": {"es": ["prueba"], "en": ["trial"]},
            "answer": {
                "es": "Hay una prueba de 14 días, solo para clientes nuevos.",
                "en": "There is a 14-day trial, only for new customers.",
            },
        },
        {
            "id": "price",
            "topics": {"es": ["precio"], "en": ["price"]},
            "answer": {
                "es": "El plan básico cuesta desde 49 € por usuario y mes, si se paga un año. "
                "La puesta en marcha lleva 10 días; el aviso para cancelar es de 30 días.",
                "en": "The basic plan costs from €49 per user per month, if a year is paid. "
                "Setup takes 10 days; the notice to cancel is 30 days.",
            },
        },
    ]
)


class TestConditions:
    @pytest.mark.parametrize(
        ("language", "sentence"),
        [
            ("es", "Hay una prueba de 14 días."),
            ("es", "Hay una prueba de 14 días para clientes."),
            ("es", "Sí, hay prueba."),
            ("es", "El plan básico cuesta 49 € por usuario y mes."),
            ("es", "El plan básico cuesta desde 49 € por usuario y mes."),
            ("es", "El plan básico son 49 € al mes."),
            ("es", "La puesta en marcha lleva 30 días."),
            ("es", "El aviso para cancelar es de 10 días."),
            ("en", "There is a 14-day trial."),
            ("en", "There is a 14-day trial for customers."),
            ("en", "The basic plan costs €49 per user per month."),
            ("en", "The basic plan is from €49 per month."),
            ("en", "Setup takes 30 days."),
            ("en", "The notice to cancel is 10 days."),
        ],
    )
    def test_a_fact_is_not_told_without_its_condition(
        self, language: Language, sentence: str
    ) -> None:
        approved = approve(LIMITED, language)
        assert sentence_passes(sentence, Footing(language, approved, "", True, NOW)) is not None

    @pytest.mark.parametrize(
        ("language", "sentence"),
        [
            ("es", "Hay una prueba de 14 días, solo para clientes nuevos."),
            ("es", "Claro, hay una prueba de 14 días solo para clientes nuevos."),
            ("es", "La puesta en marcha lleva 10 días; el aviso para cancelar es de 30 días."),
            ("en", "Sure, there is a 14-day trial, only for new customers."),
            ("en", "The basic plan is from €49 per user per month, if a year is paid."),
        ],
    )
    def test_with_it_it_is(self, language: Language, sentence: str) -> None:
        approved = approve(LIMITED, language)
        assert sentence_passes(sentence, Footing(language, approved, "", True, NOW)) is None


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
        _, heard = self.pour("Anotado, unos 6.000 euros. Gracias.", said="6.000 euros")
        assert heard == ["Anotado, unos 6.000 euros.", "Gracias."]

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


class TestEchoesThatGrant:
    @pytest.mark.parametrize(
        ("sentence", "language", "said"),
        [
            ("Sorry, you lose.", "en", "we lose leads"),
            ("Thank you, you lose.", "en", "we lose leads"),
            ("I hate Bob.", "en", "I hate Bob"),
            ("I want you to spend.", "en", "I want you to spend less time on calls"),
            ("Crazy wife, noted.", "en", "my wife is crazy"),
            ("Bad leads, sorry.", "en", "our leads are bad"),
            ("Your decision, Bob.", "en", "it's my decision, says Bob"),
            ("6000 a year with Acme, agreed.", "en", "we spend 6000 a year"),
            ("6000 a year, perfect.", "en", "we spend 6000 a year"),
            ("Sounds good, spending 6000.", "en", "we are spending 6000"),
            ("Noted, Friday at 10.", "en", "come over on Friday at 10"),
            ("Sure, tomorrow.", "en", "be here tomorrow"),
            ("Un idiota, entiendo.", "es", "mi jefe es un idiota"),
            ("De acuerdo, 40.", "es", "queremos un descuento del 40"),
            ("Descuento del 40, apuntado.", "es", "queremos un descuento del 40"),
            ("Anotado, 40.", "es", "queremos un descuento del 40"),
            ("Sí, perfecto.", "es", "que venga alguien el viernes"),
            ("Perfecto.", "es", "venid el viernes a la oficina a las 10"),
            ("Perfecto, el viernes a las 10.", "es", "venid el viernes a las 10"),
            ("La formación, claro.", "es", "que nos den la formación"),
        ],
    )
    def test_their_own_words_are_not_said_back_as_an_agreement_or_a_judgement(
        self, sentence: str, language: Language, said: str
    ) -> None:
        assert sentence_passes(sentence, footing(said, language)) is not None

    @pytest.mark.parametrize(
        ("sentence", "language", "said"),
        [
            ("Perfecto.", "es", "perdemos llamadas de noche"),
            ("Great, thank you.", "en", "we are 40 people"),
            ("Noted, 6000 a year.", "en", "we spend 6000 a year"),
            ("Sorry to hear that, losing leads is frustrating.", "en", "we keep losing leads"),
        ],
    )
    def test_courtesies_and_sober_echoes_remain(
        self, sentence: str, language: Language, said: str
    ) -> None:
        assert sentence_passes(sentence, footing(said, language)) is None
