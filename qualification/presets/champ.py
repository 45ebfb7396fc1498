"""CHAMP: challenge, authority, money and priority. The trouble comes first, the money later."""

from qualification.presets.bant import AUTHORITY, BUDGET, NEED
from qualification.presets.phrases import phrases
from qualification.presets.preset import Preset
from qualification.source import Data

CHALLENGE: dict[str, Data] = {
    **NEED,
    "key": "challenge",
    "ask": {
        "es": [
            "¿Qué es lo que más quebraderos de cabeza les da hoy?",
            "¿Qué problema les gustaría quitarse de encima?",
        ],
        "en": [
            "What gives you the most trouble today?",
            "Which problem would you like to get rid of?",
        ],
    },
    "ask_again": {
        "es": ["Con una frase me basta: ¿qué es lo que no funciona como quisieran?"],
        "en": ["One sentence is enough: what doesn't work the way you'd like?"],
    },
    "why": {
        "es": "Si sé dónde está el problema, le digo con franqueza si podemos resolverlo.",
        "en": "Once I know where the problem lies, I can tell you frankly whether we can solve it.",
    },
    "points": {"positive": 25, "acceptable": 0, "negative": -20},
}

MONEY: dict[str, Data] = {
    **BUDGET,
    "key": "money",
    "ask": {
        "es": [
            "¿Cuánto podrían dedicar a resolverlo?",
            "¿Qué dinero han pensado destinar a esto, más o menos?",
        ],
        "en": [
            "How much could you put into solving it?",
            "Roughly how much have you thought of spending on this?",
        ],
    },
    "points": {"positive": 20, "acceptable": 10, "negative": -15},
}

PRIORITY: dict[str, Data] = {
    "key": "priority",
    "kind": "choice",
    "ask": {
        "es": [
            "¿Qué prioridad tiene: es de lo primero, va detrás de otras cosas o puede esperar?",
            "¿Dónde está en su lista: lo primero, después de otras cosas o para más adelante?",
        ],
        "en": [
            "How high a priority is it: at the top, after other things, or can it wait?",
            "Where is it on your list: first, behind other things, or for later?",
        ],
    },
    "ask_again": {
        "es": ["¿Es urgente, va después de otras cosas o puede esperar?"],
        "en": ["Is it urgent, does it come after other things, or can it wait?"],
    },
    "why": {
        "es": "Para ir a su ritmo: si corre prisa, lo movemos hoy; si no, no le insistimos.",
        "en": "To keep to your pace: if it's urgent we move today, and if not we won't push.",
    },
    "options": {
        "top": {
            "says": {
                "es": phrases(
                    """
                    es de lo primero, de lo primero, lo primero, es lo primero, es prioritario, prioritario,
                    prioritaria, máxima prioridad, es la prioridad, prioridad alta, alta prioridad, la más
                    alta, muy alta, es urgente, urgente, urge, nos urge, me urge, corre prisa, nos corre
                    prisa, cuanto antes, lo antes posible, es para ya, para ayer, no puede esperar, no
                    podemos esperar, no puedo esperar, no podemos seguir así, imprescindible, crítico, es
                    crítico, lo más importante, muy importante, este mes, esta semana, este trimestre, el
                    número uno, la número uno, arriba del todo
                    """
                ),
                "en": phrases(
                    """
                    at the top, top of the list, top of our list, top of my list, top priority, our top
                    priority, number one, high priority, a high priority, very high, highest, it's first,
                    comes first, first on the list, first thing, it's urgent, urgent, urgently, asap, as soon
                    as possible, right away, can't wait, cannot wait, it can't wait, we can't wait, we can't
                    go on like this, critical, it's critical, mission critical, a must, most important, very
                    important, this week, this month, this quarter, yesterday
                    """
                ),
            },
            "points": 20,
        },
        "planned": {
            "says": {
                "es": phrases(
                    """
                    va detrás de otras cosas, detrás de otras cosas, después de otras cosas, después de otro
                    proyecto, hay otras cosas antes, tenemos otras cosas antes, prioridad media, media,
                    intermedia, importante pero no urgente, no es lo primero, no es urgente, no corre prisa,
                    sin prisa pero, está previsto, lo tenemos previsto, está en el plan, está planificado,
                    este año, antes de fin de año, el próximo trimestre, en unos meses, a medio plazo
                    """
                ),
                "en": phrases(
                    """
                    after other things, behind other things, behind a few things, other things first, other
                    things come first, we have other things first, after another project, medium, medium
                    priority, in the middle, somewhere in the middle, important but not urgent, not urgent,
                    it's not urgent, no rush, not first, not at the top, it's planned, we have it planned, on
                    the roadmap, in the plan, this year, before the end of the year, next quarter, in a few
                    months
                    """
                ),
            },
            "points": 10,
        },
        "low": {
            "says": {
                "es": phrases(
                    """
                    puede esperar, puede esperar perfectamente, para más adelante, más adelante, prioridad
                    baja, baja prioridad, muy baja, poca prioridad, no es prioritario, no es una prioridad,
                    no es prioridad, ninguna prioridad, al final de la lista, lo último, no tenemos prisa,
                    no tengo prisa, ninguna prisa, algún día, quizá algún día, el año que viene, el próximo
                    año, no este año, si sobra tiempo, cuando podamos, no nos preocupa
                    """
                ),
                "en": phrases(
                    """
                    it can wait, can wait, for later, later on, low, low priority, a low priority, very low,
                    not a priority, it's not a priority, no priority, bottom of the list, at the bottom, last
                    thing, some day, someday, one day maybe, next year, not this year, nice to have, a nice
                    to have, when we have time, when we get round to it, no hurry at all, not worried
                    """
                ),
            },
            "points": -10,
        },
    },
    "positive": {"any_of": ["top"]},
    "acceptable": {"any_of": ["planned"]},
}

PRESET = Preset(
    criteria=(CHALLENGE, AUTHORITY, MONEY, PRIORITY),
    all_of=("challenge",),
    at_least=2,
    of=("authority", "money", "priority"),
    auto=("wants_demo",),
    disqualify=("support", "wrong_person"),
)
