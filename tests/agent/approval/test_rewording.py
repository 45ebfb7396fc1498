from collections.abc import Sequence

import pytest

from agent.approval.rewording import wording_passes
from qualification.values import Language

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
            ("¿Ese presupuesto es el que tienen?", BUDGET, "es", "yes or no"),
            ("Do you want to make the decision?", SIGNER, "en", "yes or no"),
            ("Who should I make the decision with?", SIGNER, "en", "we would do it"),
            ("Who would you want me to make the decision with?", SIGNER, "en", "we would do it"),
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
