"""What is said on the telephone, where a stock sentence speaks of writing? A script's own text goes
before both.
"""

from collections.abc import Mapping

from qualification.values import Language
from qualification.wording import TextId

CALLED: Mapping[TextId, Mapping[Language, tuple[str, ...]]] = {
    "help": {
        "es": (
            "Soy {name}, asistente virtual de {company}. Si prefiere hablar con una persona, dígalo o pulse cero.",
        ),
        "en": (
            "I'm {name}, {company}'s AI assistant. If you'd rather talk to a person, say so or press zero.",
        ),
    },
    "close_later_promised": {
        "es": ("De acuerdo, lo dejamos aquí. Entonces le mando un mensaje: {when}.",),
        "en": ("Of course, let's leave it here. You'll get a message from me then: {when}.",),
    },
    "farewell": {
        "es": ("Que tenga un buen día.",),
        "en": ("Have a good day.",),
    },
    "invalid_email": {
        "es": ("Ese correo no parece completo. ¿Me lo puede repetir, más despacio?",),
        "en": ("That e-mail address doesn't sound complete. Could you say it again, slowly?",),
    },
    "invalid_phone": {
        "es": ("Ese teléfono no parece completo. ¿Me lo repite, con el prefijo?",),
        "en": (
            "That phone number doesn't sound complete. Could you say it again, with the country code?",
        ),
    },
    "ask_email": {
        "es": (
            "¿Qué correo electrónico le podemos apuntar?",
            "¿Cuál es su correo electrónico? Puede deletreármelo.",
        ),
        "en": (
            "What e-mail address may I note down?",
            "What's your e-mail address? You can spell it for me.",
        ),
    },
    "close_abusive": {
        "es": ("Prefiero dejar aquí la conversación. Si quiere retomarla otro día, llámenos.",),
        "en": ("I'd rather leave it here. If you want to pick this up another day, call us.",),
    },
    "close_qualified_here": {
        "es": ("Muchas gracias, ya tengo lo necesario. Una persona del equipo le llamará.",),
        "en": ("Thank you, that's what I need. Someone from the team will call you.",),
    },
    "close_undecided": {
        "es": (
            "Gracias por la conversación. Con lo que tengo todavía no puedo decirle si encajamos; si quiere retomarlo o hablar con una persona, llámenos.",
        ),
        "en": (
            "Thank you for the conversation. With what I have, I can't yet tell you whether we're a fit; if you'd like to go on or talk to a person, call us.",
        ),
    },
    "close_later": {
        "es": ("De acuerdo, lo dejamos aquí. Llámenos cuando le venga bien.",),
        "en": ("Of course, let's leave it here. Call us whenever it suits you.",),
    },
    "close_support": {
        "es": ("Esto lo lleva el equipo de atención al cliente; les paso lo que me ha contado.",),
        "en": ("Our customer support team handles that; I'll pass on what you've told me.",),
    },
    "hold_for_human": {
        "es": ("Claro, le busco a una persona del equipo.",),
        "en": ("Of course, let me find a person for you.",),
    },
    "still_held": {
        "es": ("Ya he avisado al equipo; en cuanto puedan le atienden.",),
        "en": ("The team has been told; they'll be with you as soon as they can.",),
    },
    "no_line": {
        "es": ("Prefiero que le atienda una persona del equipo.",),
        "en": ("I'd rather have a person on the team help you.",),
    },
    "opted_out": {
        "es": ("Hecho: no le molestaremos más.",),
        "en": ("Done: we won't contact you again.",),
    },
    "how_to_stop": {
        "es": ("Si prefiere que no le llamemos más, diga: no me llamen más.",),
        "en": ("If you'd rather we didn't call you again, say: don't call me again.",),
    },
    "too_long": {
        "es": ("Me he quedado solo con el principio de lo que me ha dicho.",),
        "en": ("I only caught the beginning of what you said.",),
    },
}
