import pytest

from agent.evidence.plausible import DECISIVE, shows
from agent.evidence.quoting import find_quote
from qualification.signals import Signal
from tests.agent.pages import messages

ENDING = (
    Signal.WANTS_DEMO,
    Signal.OPT_OUT,
    Signal.WANTS_HUMAN,
    Signal.SUPPORT,
    Signal.WRONG_PERSON,
    Signal.NOT_INTERESTED,
    Signal.LATER,
    Signal.OPT_IN,
)
INNOCENT = {
    "es": (
        "perdemos muchas oportunidades de venta",
        "somos 40 personas",
        "unos 5.000 euros al año",
        "lo decide mi jefe",
        "vivo de alquiler",
        "se nos escapan llamadas porque nadie contesta",
        "quiero reformar la cocina",
        "lo necesitamos antes de abril",
        "nuestros comerciales se olvidan de los seguimientos",
        "perdemos clientes por no tener orden",
        "no les devolvemos las llamadas a los clientes",
        "me llamo Ana López",
        "ana@acme.com",
        "sí, claro",
        "queremos mejorar las ventas",
        "no comprendemos los informes",
        "la calidad es baja",
    ),
    "en": (
        "we lose a lot of deals",
        "there are 40 people here",
        "around 5,000 a year",
        "my boss decides",
        "I rent my flat",
        "calls go unanswered",
        "I want to renovate the kitchen",
        "we need it before April",
        "our reps forget half of the callbacks",
        "we lose customers because nothing is in order",
        "we want to stop losing deals",
        "my name is Ana Lopez",
        "ana@acme.com",
        "yes, sure",
        "our support team is slow",
        "we quote the wrong prices",
        "sales are low",
    ),
}
HONEST = {
    "es": (
        (Signal.WANTS_DEMO, "¿me lo podríais enseñar en pantalla?"),
        (Signal.WANTS_DEMO, "me encantaría probarlo"),
        (Signal.WANTS_DEMO, "decidido, ¿cómo lo compramos?"),
        (Signal.OPT_OUT, "haga el favor de borrar mis datos"),
        (Signal.OPT_OUT, "dejen ya de mandarme cosas"),
        (Signal.OPT_OUT, "que no me escribáis, por favor"),
        (Signal.WANTS_HUMAN, "¿me lo podría contar alguien de su equipo?"),
        (Signal.WANTS_HUMAN, "preferiría que me atendiera un comercial"),
        (Signal.WANTS_HUMAN, "no quiero hablar con un robot, páseme con alguien"),
        (Signal.SUPPORT, "llevo años siendo cliente y soy de los vuestros"),
        (Signal.SUPPORT, "tengo un problema con mi última factura"),
        (Signal.SUPPORT, "quiero que me devuelvan el dinero"),
        (Signal.WRONG_PERSON, "creo que os habéis confundido"),
        (Signal.WRONG_PERSON, "os ofrezco un servicio de limpieza"),
        (Signal.WRONG_PERSON, "es para un trabajo de la universidad"),
        (Signal.NOT_INTERESTED, "la verdad es que me interesa poco"),
        (Signal.NOT_INTERESTED, "ya tenemos otro proveedor"),
        (Signal.NOT_INTERESTED, "no, muchas gracias, así estamos bien"),
        (Signal.LATER, "hábleme después del verano"),
        (Signal.LATER, "ahora voy conduciendo, estoy ocupado"),
        (Signal.LATER, "¿lo vemos el mes que viene?"),
        (Signal.REFUSES, "eso prefiero guardármelo"),
        (Signal.DOES_NOT_KNOW, "habría que preguntarlo en casa"),
        (Signal.OPT_IN, "ya podéis escribirme"),
    ),
    "en": (
        (Signal.WANTS_DEMO, "could you show me how it works?"),
        (Signal.WANTS_DEMO, "we'd love to try the tool"),
        (Signal.WANTS_DEMO, "I'm sold, where can I purchase it?"),
        (Signal.OPT_OUT, "please delete my number"),
        (Signal.OPT_OUT, "I don't want you texting me"),
        (Signal.OPT_OUT, "enough, no more of these texts please"),
        (Signal.WANTS_HUMAN, "could somebody explain it by phone?"),
        (Signal.WANTS_HUMAN, "I'd rather deal with a rep over the phone"),
        (Signal.WANTS_HUMAN, "I don't want to talk to a robot, get me somebody"),
        (Signal.SUPPORT, "I've been a client of yours for years"),
        (Signal.SUPPORT, "there is an issue with my last bill"),
        (Signal.SUPPORT, "the app you sold us keeps crashing"),
        (Signal.WRONG_PERSON, "I think you've reached the wrong guy"),
        (Signal.WRONG_PERSON, "we could offer you cleaning services"),
        (Signal.WRONG_PERSON, "it's research for my college paper"),
        (Signal.NOT_INTERESTED, "honestly this isn't for us"),
        (Signal.NOT_INTERESTED, "we've already picked another provider"),
        (Signal.NOT_INTERESTED, "I think we'll pass"),
        (Signal.LATER, "let's chat after the summer"),
        (Signal.LATER, "driving at the moment, I'm busy"),
        (Signal.LATER, "could you try me next month?"),
        (Signal.REFUSES, "I'd prefer to keep that private"),
        (Signal.DOES_NOT_KNOW, "I'd have to look into it"),
        (Signal.OPT_IN, "you can message me again"),
    ),
}


def shown(signal: Signal, quote: str, *texts: str) -> bool:
    quoted = find_quote(messages(*(texts or (quote,))), quote)
    assert quoted is not None
    return shows(signal, quoted)


@pytest.mark.parametrize("quote", [*INNOCENT["es"], *INNOCENT["en"]])
def test_words_about_something_else_show_nothing_that_decides(quote: str) -> None:
    assert [signal for signal in ENDING if shown(signal, quote)] == []


@pytest.mark.parametrize(("signal", "quote"), [*HONEST["es"], *HONEST["en"]])
def test_a_paraphrase_shows_what_it_means(signal: Signal, quote: str) -> None:
    assert shown(signal, quote)


@pytest.mark.parametrize(
    ("signal", "quote"),
    [
        (Signal.WANTS_DEMO, "no quiero ninguna demo"),
        (Signal.WANTS_DEMO, "we don't need a walkthrough"),
        (Signal.WANTS_HUMAN, "no necesito hablar con nadie, ni persona ni robot"),
        (Signal.WANTS_HUMAN, "I don't want to speak to a rep"),
        (Signal.WANTS_DEMO, "we saw the demo of a competitor and it was slow"),
        (Signal.WANTS_HUMAN, "because no salesperson answers the calls"),
        (Signal.NOT_INTERESTED, "not interested in the phone app, only in the reports"),
        (Signal.NOT_INTERESTED, "no me interesa la app, sino los informes"),
        (Signal.WRONG_PERSON, "we train students and lose their files"),
        (Signal.LANGUAGE_SWITCH, "we run Spanish courses"),
    ],
)
def test_what_is_said_of_others_or_not_to_be_wanted_is_not(signal: Signal, quote: str) -> None:
    assert not shown(signal, quote)


def test_the_sentence_around_the_quote_counts_and_no_other() -> None:
    text = "¿Me lo podría contar alguien? Somos 40 personas"
    assert shown(Signal.WANTS_HUMAN, "podría", text)
    assert not shown(Signal.WANTS_HUMAN, "Somos 40 personas", text)


@pytest.mark.parametrize("signal", sorted(set(Signal) - DECISIVE))
def test_what_decides_nothing_needs_no_more_than_its_quote(signal: Signal) -> None:
    assert shown(signal, "somos 40 personas")
