import pytest

from agent.approval.framing import strange_word
from qualification.values import Language

BUDGET: dict[Language, str] = {
    "es": "¿Qué presupuesto al año tienen previsto para esto?",
    "en": "What budget have you set aside for this per year?",
}
SAID: dict[Language, str] = {
    "es": "perdemos llamadas por la noche y queremos un CRM",
    "en": "we miss calls at night and want a CRM",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Y para esas llamadas, ¿qué presupuesto han previsto?"),
        ("es", "¿Cuánto tenían pensado para el CRM, más o menos, al año?"),
        ("es", "Entendido, ¿de qué presupuesto anual estaríamos hablando?"),
        ("en", "And what budget did you have in mind for the missed calls?"),
        ("en", "Roughly what yearly budget would you set aside for a CRM?"),
        ("en", "Thanks. What's your budget for fixing that?"),
    ],
)
def test_a_question_is_put_with_what_was_approved_and_what_they_said(
    language: Language, text: str
) -> None:
    known = (BUDGET[language], SAID[language])
    assert strange_word(text, language, known) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿Qué presupuesto tiene, sabiendo que le devolvemos el dinero?"),
        ("es", "Ya que está dentro del programa, ¿qué presupuesto tiene?"),
        ("es", "¿Qué presupuesto tiene, idiota?"),
        ("es", "¿Me da su tarjeta y su presupuesto?"),
        ("es", "¿Qué presupuesto tiene para la versión premium ilimitada?"),
        ("es", "Como le dijo Marta, ¿qué presupuesto tiene?"),
        ("es", "¿Sabe que el presupuesto de sus vecinos es mayor?"),
        ("es", "¿Qué presupuesto tiene su partido político?"),
        ("es", "Se lo instalamos nosotros, ¿qué presupuesto tiene?"),
        ("es", "¿Qué presupuesto tiene, visto en acme punto com?"),
        ("en", "Since we refund everything, what budget do you have?"),
        ("en", "Now that you passed, what budget do you have?"),
        ("en", "What budget and salary do you have?"),
        ("en", "What budget do you have for the unlimited tier?"),
        ("en", "As Robert promised, what budget do you have?"),
        ("en", "What's your budget for our certified, secure service?"),
        ("en", "Would you pay cash, whatever your budget?"),
        ("en", "What budget did you have, moron?"),
    ],
)
def test_whatever_could_be_slipped_in_is_strange(language: Language, text: str) -> None:
    assert strange_word(text, language, (BUDGET[language], SAID[language])) is not None
