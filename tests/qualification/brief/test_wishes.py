"""A wish is seen in many words of both languages, and only where it is put to us."""

import pytest

from qualification.brief.manners import manners_in
from qualification.brief.wishes import WISHES, Wish

PUT_TO_US: dict[Wish, str] = {
    "point": """
        be quick, give me numbers
        no me enrolle, vaya al grano
        please get to the point
        short answers please
        I only have five minutes
        cut to the chase
        keep it brief
        no small talk, thanks
        bottom line please
        just be brief
        skip the preamble
        in two words, what is it?
        spare me the long story
        mensajes cortos, por favor
        ve directo al tema
        sea breve
        sin rodeos, ¿qué hace?
        resúmamelo en dos frases
        tengo cinco minutos
        no tengo tiempo para rollos
        no te enrolles
        short and sweet please
        I don't have all day
        can you summarise it in three lines
        make it snappy
        I hate long emails
        dígame lo importante y ya
        no me cuente su vida
        voy con prisa, sea conciso
        hazme un resumen corto
    """,
    "numbers": """
        be quick, give me numbers
        show me the figures first
        I want hard numbers, not adjectives
        just the facts please
        let's talk numbers
        deme cifras concretas
        quiero números, no palabras
        hábleme con números
        páseme números reales
        what are the numbers? I only care about figures
        give us figures, please, not slogans
        me gustan los números claros
        dígame cifras, por favor
    """,
    "explain": """
        explain it slowly, I am new to this
        can you explain it in plain English
        no jargon please, I'm not technical
        walk me through it step by step
        I'm a complete beginner
        one question at a time please
        slow down, I'm lost
        talk to me like I'm five
        I don't understand technology
        explíquemelo despacio, que soy nuevo en esto
        sin tecnicismos, que no soy informática
        no entiendo de ordenadores
        más despacio, por favor
        en cristiano, por favor
        una pregunta cada vez
        es la primera vez, ¿me lo explica con calma?
        soy novata en esto
        I'm not good with computers, go slowly
        explain everything to me as if I were a child
        could you explain that again, more simply?
        what does that mean in normal words?
        soy un poco torpe con la tecnología, explíquemelo bien
        no soy muy de ordenadores, vaya despacio
        hábleme sin palabras técnicas
        me lo explicas paso a paso?
    """,
    "no_calls": """
        don't call me, write to me
        please don't phone me at work
        no phone calls, just email
        I hate the phone
        I'd rather text than talk
        everything in writing please
        no me llame, escríbame
        nada de llamadas
        prefiero por escrito
        no cojo el teléfono
        odio hablar por teléfono
        mejor no me llamen, un correo
        I'd prefer not to be called
        text only, please
        I can't take calls at work
        solo por correo, gracias
        en el trabajo no puedo coger el teléfono
    """,
    "wants_informal": """
        háblame de tú
        puedes tutearme
        no me trate de usted
        no hace falta que me hables de usted
        deja el usted
        tratémonos de tú
        no need to be so formal
        don't call me sir
        first names are fine, no need for formalities
        de tú, por favor
        tutéame
        you can call me by my first name
    """,
    "technical": """
        skip the basics, give me the technical detail
        send me the specs
        sáltese lo básico
        deme la ficha técnica
        I'm an engineer, you can get technical
        puede hablarme en términos técnicos
    """,
    "no_pitch": """
        no sales pitch please
        don't try to sell me anything
        just be honest with me
        give it to me straight
        no me venda la moto
        sin rollo comercial
        sea sincero conmigo
        no me presionen
        I don't want a sales pitch
        please don't pressure me
        be straight with me
        sin presiones, por favor
        no intente venderme nada
    """,
    "wants_formal": """
        trátame de usted
        no me tutee
        prefiero que me traten de usted
        please call me Dr Ruiz
        no me hables de tú
        hábleme de usted, por favor
        I'd prefer to keep things formal
    """,
    "wants_spanish": """
        can we speak in Spanish?
        mejor en español, por favor
        could you write to me in Spanish?
    """,
    "wants_english": """
        can we do this in English please
        ¿podemos hablar en inglés?
        prefiero que me escriban en inglés
    """,
}
SAID_OF_OTHERS = """
    our customers ask for numbers
    we need to be quick to market
    the invoice numbers don't match
    we call our leads twice
    we don't call leads on Sundays
    we have no calls logged anywhere
    we lose calls every day
    perdemos llamadas
    no nos llaman los clientes
    usted dirá
    no, usted primero
    ¿tú qué tal?
    soy nueva en la empresa
    I'm new to the company
    we explain our product slowly
    tengo 5 comerciales
    we want to grow fast and be direct
    our pitch is bad
    sin publicidad no vendemos
    to be honest we are small
    el marketing no funciona
    vendemos cursos de inglés
    our customers write in Spanish
    atendemos en español e inglés
    necesito números de teléfono
    give me a price
    deme precio
    hacemos informes con cifras de ventas
    queremos un resumen de cada llamada
    la centralita no contesta las llamadas
    our phones ring all day
    nobody answers the phone here
    el primer paso es el CRM
    I'm a technical director
    soy director técnico
    call me tomorrow
    llámame mañana
    escríbeme por WhatsApp
    necesitamos mensajes automáticos
    our emails are too long
    we want short reports
    one salesperson at a time uses it
    the first time a lead writes, nobody answers
    quiero datos de mis clientes
    we need training step by step for new reps
    no necesitamos presión fiscal
    don't call me before 9, ok?
    no me llamen por la mañana
    perdemos ventas por no llamar
    nuestro comercial suele no llamar
    ¿cómo de rápido va?
    no tengo CRM
    we never call them back
    our sales pitch needs work
    explain the price
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("wish", "sentence"), [(wish, one) for wish, text in PUT_TO_US.items() for one in lines(text)]
)
def test_what_they_ask_of_us_is_seen(wish: Wish, sentence: str) -> None:
    assert wish in manners_in(sentence)


@pytest.mark.parametrize("sentence", lines(SAID_OF_OTHERS))
def test_what_is_said_of_others_is_no_wish(sentence: str) -> None:
    assert not manners_in(sentence).intersection(WISHES)


@pytest.mark.parametrize(
    ("sentence", "wish", "contrary"),
    [
        ("no me trate de usted", "wants_informal", "wants_formal"),
        ("no me hables de tú", "wants_formal", "wants_informal"),
        ("don't call me sir", "wants_informal", "no_calls"),
    ],
)
def test_a_no_is_not_read_as_its_contrary(sentence: str, wish: Wish, contrary: Wish) -> None:
    assert wish in manners_in(sentence)
    assert contrary not in manners_in(sentence)


def test_every_wish_has_its_sentences() -> None:
    assert set(PUT_TO_US) == set(WISHES)
