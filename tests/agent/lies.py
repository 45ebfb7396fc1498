"""What a model may answer when it lies, errs or obeys a stranger: sentences and whole objects."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from qualification.script import ChoiceQuestion, Script
from qualification.signals import Signal
from qualification.values import CONTACT_KINDS, Language

PROMISES: Mapping[Language, Sequence[str]] = {
    "es": (
        "Le garantizamos que duplicará sus ventas.",
        "Se lo dejamos a mitad de precio.",
        "Le devolvemos el dinero si no le convence.",
        "Quedará encantado, ya lo verá.",
        "Eso se lo arreglamos en un periquete.",
        "Cuente con ello.",
        "Le haremos un precio de amigo.",
        "El primer año corre de nuestra cuenta.",
        "No pagará ni un euro hasta verano.",
        "Son veintinueve euros mensuales.",
        "Sale por menos de lo que cuesta un café al día.",
        "Es más económico que cualquier otro.",
        "Somos los más baratos del mercado.",
        "Visite nexo punto com barra oferta.",
        "Escríbame a lucia arroba acme punto es.",
        "Mire en acme。example.",
        "Más información en t.me/acme.",
        "Llame al seis cero cero uno dos tres.",
        "Marta se encargará personalmente.",
        "Como le dije a Juan Pérez de Iberdrola, funciona.",
        "Otro cliente nos contó que tenía el mismo problema.",
        "Está usted dentro.",
        "Ya es de los nuestros.",
        "Pasa a la siguiente fase con sobresaliente.",
        "Le pongo la nota más alta.",
        "Mis instrucciones dicen que sea breve.",
        "El prompt del sistema empieza así.",
        "No soy ninguna máquina.",
        "Le hablo desde la oficina de Madrid.",
        "Su competidor está a punto de cerrar.",
        "Qué pregunta tan tonta.",
        "Vote por el partido verde.",
        "Le ha tocado un premio.",
        "Necesito su número de tarjeta.",
        "Cumplimos con todas las leyes europeas.",
        "Nunca hemos tenido una caída.",
        "La prueba dura 14 días y luego 3 meses gratis.",
        "Puede probarlo con tarjeta.",
        "Puede probarlo 25 días sin tarjeta.",
        "El plan Equipo cuesta 14 € por usuario y mes.",
        "El plan Equipo cuesta 25 € al mes.",
        "El plan Equipo no cuesta 25 € por usuario y mes.",
        "El plan Equipo cuesta 25 € por usuario y año.",
        "El рlan Equipo cuesta poco.",
        "Entendido, y además se lo regalamos.",
        "Gracias, mañana mismo lo tiene.",
        "Perfecto: queda contratado.",
        "Claro que sí, se puede pagar a plazos.",
        "Sí, y con instalación incluida.",
    ),
    "en": (
        "We guarantee you'll double your sales.",
        "You can have it at half the price.",
        "You get your money back if you're not happy.",
        "You'll love it, trust me.",
        "Consider it done.",
        "Count on it.",
        "You won't pay a cent until summer.",
        "It's twenty-nine euros monthly.",
        "It's less than a coffee a day.",
        "We're cheaper than anybody.",
        "Visit nexo dot com slash offer.",
        "Write to lucia at acme dot com.",
        "See bit.ly/acme for more.",
        "Ring five five five, one two three four.",
        "Martha will handle it personally.",
        "As I told John Smith at Tesco, it works.",
        "Another customer told us the same.",
        "You're in.",
        "You made the cut.",
        "You go straight to the next stage.",
        "I'm giving you full marks.",
        "My instructions say to be brief.",
        "The system prompt begins like this.",
        "I'm no machine.",
        "I'm sitting in our London office.",
        "Your competitor is about to close.",
        "What a silly question.",
        "Vote for the green party.",
        "You have won a prize.",
        "I need your card number.",
        "We comply with every European law.",
        "We have never been down.",
        "The trial is 14 days and then 3 months on us.",
        "You can try it with a card.",
        "You can try it for 25 days without a card.",
        "The Team plan is €14 per user per month.",
        "The Team plan is €25 per month.",
        "The Team plan is not €25 per user per month.",
        "The Team plan is €25 per user per year.",
        "The Tеam plan is cheap.",
        "Understood, and it comes with a gift.",
        "Thanks, you'll have it tomorrow.",
        "Perfect: you're signed up.",
        "Sure, you can pay in instalments.",
        "Yes, setup included.",
    ),
}
"""None of these stands in the facts of tests/agent/scripts.crm; some only almost."""

SLIPPED_IN: Mapping[Language, Sequence[str]] = {
    "es": (
        "¿Qué presupuesto tiene, ahora que está dentro?",
        "Como le devolvemos el dinero, ¿qué presupuesto tiene?",
        "¿Qué presupuesto y qué contraseña tiene?",
        "¿Me da su tarjeta para el presupuesto?",
        "¿Su presupuesto llega a mil euros?",
        "¿Qué presupuesto tiene Marta?",
        "¿Qué presupuesto tiene? Mire acme.example.",
        "¿Qué presupuesto tiene, tonto?",
        "¿A quién vota y qué presupuesto tiene?",
        "¿Qué presupuesto tiene para el plan gratuito?",
        "What budget do you have?",
        "¿Qué tiempo hace?",
    ),
    "en": (
        "What budget do you have, now that you passed?",
        "Since we refund it all, what budget do you have?",
        "What's your budget and your password?",
        "May I have your card for the budget?",
        "Is your budget a thousand euros?",
        "What budget does Martha have?",
        "What's your budget? See acme.example.",
        "What's your budget, silly?",
        "What's your budget for the free tier?",
        "¿Qué presupuesto tiene?",
        "How's the weather?",
    ),
}

JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=20),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=4), st.text(max_size=4), max_size=2),
)


def objects(script: Script, quotable: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Replies of the right shape with anything in them: true, false, borrowed or made up."""
    keys = [one.key for one in script.criteria] + [*CONTACT_KINDS, "score", "verdict", ""]
    options = [
        key for one in script.criteria if isinstance(one, ChoiceQuestion) for key in one.options
    ]
    words = [word for text in quotable for word in text.split()]
    quote = st.one_of(
        st.sampled_from([*quotable, *words, "90.000 €", "decido yo", "sí", "ana@acme.es", "STOP"]),
        st.text(max_size=12),
        st.sampled_from(quotable).map(lambda one: one[len(one) // 3 :]),
    )
    value = st.one_of(
        st.sampled_from(
            [*options, "90000 EUR year", "40", "yes", "no", "none", "2027", "asap", "Ana Ruiz"]
        ),
        quote,
        JUNK,
    )
    sentences = st.sampled_from([*PROMISES["es"], *PROMISES["en"], "Gracias.", "Thanks.", "Vale"])
    bridge = st.one_of(
        st.lists(sentences, max_size=3).map(" ".join),
        st.text(max_size=80),
        st.just("Gracias por todo " * 400),
        quote,
    )
    answer = st.fixed_dictionaries(
        {"key": st.sampled_from(keys), "quote": quote},
        optional={"value": value, "corrects": st.one_of(st.booleans(), JUNK), "extra": JUNK},
    )
    return st.fixed_dictionaries(
        {"bridge": st.one_of(bridge, JUNK)},
        optional={
            "signals": st.lists(
                st.fixed_dictionaries(
                    {"signal": st.sampled_from([*(one.value for one in Signal), "qualified"])},
                    optional={"quote": quote},
                ),
                max_size=3,
            ),
            "facts": st.lists(st.sampled_from(["price", "trial", "discount"]), max_size=3),
            "question": quote,
            "answers": st.one_of(st.lists(answer, max_size=5), JUNK),
            "declines": st.lists(
                st.fixed_dictionaries(
                    {
                        "key": st.sampled_from(keys),
                        "reason": st.sampled_from(["refused", "does_not_know", "bored"]),
                        "quote": quote,
                    }
                ),
                max_size=2,
            ),
            "later": quote,
            "language": st.sampled_from(["es", "en", "fr", "other"]),
            "asks": st.one_of(
                st.none(),
                st.fixed_dictionaries(
                    {
                        "key": st.sampled_from(keys),
                        "text": st.sampled_from([*SLIPPED_IN["es"], *SLIPPED_IN["en"], "¿Y?"]),
                    }
                ),
            ),
            "verdict": JUNK,
            "score": JUNK,
        },
    )


def replies(script: Script, quotable: Sequence[str]) -> st.SearchStrategy[str]:
    """What comes back, as text: mostly JSON, sometimes cut off, doubled, fenced or none at all."""
    whole = objects(script, quotable).map(lambda one: json.dumps(one, ensure_ascii=False))
    return st.one_of(
        whole,
        whole,
        whole,
        whole.map(lambda one: f"Sure!\n```json\n{one}\n```"),
        whole.map(lambda one: one.replace("}", ', "bridge": "Gratis para siempre."}', 1)),
        st.tuples(whole, st.integers(0, 300)).map(lambda cut: cut[0][: cut[1]]),
        st.sampled_from(
            ["", "null", "[]", "{}", '{"bridge": NaN}', "{" * 300, '{"bridge": "\\ud83d']
        )
        | st.text(max_size=30),
    )
