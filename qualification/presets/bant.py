"""BANT: need, budget, authority, timeline, and interest and competitors if they come up."""

from qualification.presets.phrases import phrases
from qualification.presets.preset import Preset
from qualification.presets.sayings import (
    DECIDES,
    INFLUENCES,
    NEITHER,
    SPENDING,
    WANTING,
    WANTING_NOTHING,
    WITHOUT_MONEY,
)
from qualification.source import Data

NEED: dict[str, Data] = {
    "key": "need",
    "kind": "text",
    "knock_out": True,
    "ask": {
        "es": [
            "¿Qué le gustaría resolver o mejorar?",
            "Cuénteme, ¿qué les ha llevado a buscar una solución ahora?",
        ],
        "en": [
            "What would you like to solve or improve?",
            "Tell me, what made you start looking for a solution now?",
        ],
    },
    "ask_again": {
        "es": ["Con una frase me basta: ¿qué es lo que más les preocupa hoy?"],
        "en": ["One sentence is enough: what bothers you most today?"],
    },
    "why": {
        "es": "Así le cuento solo lo que le sirve y no le hago perder el tiempo.",
        "en": "That way I only tell you what is useful to you and don't waste your time.",
    },
    "says": WANTING,
    "lacking": WANTING_NOTHING,
    "points": {"positive": 20, "acceptable": 0, "negative": -20},
}

BUDGET: dict[str, Data] = {
    "key": "budget",
    "kind": "money",
    "ask": {
        "es": [
            "¿Qué presupuesto tienen previsto para esto?",
            "¿Entre qué cifras se quieren mover, más o menos?",
        ],
        "en": [
            "What budget have you set aside for this?",
            "Roughly what range would you like to stay within?",
        ],
    },
    "ask_again": {
        "es": ["No hace falta una cifra exacta: ¿de cuánto hablamos, aproximadamente?"],
        "en": ["It needn't be exact: roughly how much are we talking about?"],
    },
    "why": {
        "es": "Es para proponerle algo que encaje con lo que quieren gastar, ni más ni menos.",
        "en": "So that what we propose fits what you want to spend, no more and no less.",
    },
    "says": SPENDING,
    "lacking": WITHOUT_MONEY,
    "points": {"positive": 25, "acceptable": 10, "negative": -15},
}

AUTHORITY: dict[str, Data] = {
    "key": "authority",
    "kind": "choice",
    "ask": {
        "es": [
            "¿Quién toma la decisión: usted, junto con alguien más, u otra persona?",
            "Cuando llegue el momento, ¿decide usted o lo decide otra persona?",
        ],
        "en": [
            "Who makes the decision: you, you together with someone, or somebody else?",
            "When the time comes, do you decide or does somebody else?",
        ],
    },
    "ask_again": {
        "es": ["¿La última palabra la tiene usted, la comparte o la tiene otra persona?"],
        "en": ["Is the final say yours, shared, or somebody else's?"],
    },
    "why": {
        "es": "Para saber con quién conviene contar y no repetirle las cosas dos veces.",
        "en": "So that the right people are involved and you don't have to repeat anything.",
    },
    "options": {
        "decides": {
            "says": DECIDES,
            "points": 20,
        },
        "influences": {
            "says": INFLUENCES,
            "points": 10,
        },
        "neither": {
            "says": NEITHER,
            "points": -10,
        },
    },
    "positive": {"any_of": ["decides"]},
    "acceptable": {"any_of": ["influences"]},
}

TIMELINE: dict[str, Data] = {
    "key": "timeline",
    "kind": "timeframe",
    "ask": {
        "es": ["¿Para cuándo lo quieren tener en marcha?", "¿Cuándo les gustaría empezar?"],
        "en": ["When do you want to have it up and running?", "When would you like to start?"],
    },
    "ask_again": {
        "es": ["Basta con una idea aproximada: ¿este mes, este trimestre, más adelante?"],
        "en": ["A rough idea is enough: this month, this quarter, later on?"],
    },
    "why": {
        "es": "Para que el equipo le proponga fechas realistas.",
        "en": "So that the team can propose realistic dates.",
    },
    "says": {
        "es": phrases(
            """
            empezar, arrancar, poner en marcha, en marcha, tenerlo, tenerlo listo, listo para,
            implantar, implantarlo, para cuándo, plazo, lo queremos para, lo necesitamos para,
            lo antes posible, cuanto antes, urgente, corre prisa, sin prisa, no hay prisa,
            decidir en, a partir de
            """
        ),
        "en": phrases(
            """
            start, starting, go live, going live, up and running, roll out, launch, in place,
            ready by, implement, deadline, timeline, we need it by, we want it by, as soon as
            possible, asap, urgent, in a hurry, no rush, no hurry, decide in, from
            """
        ),
    },
    "positive": {"within": "3 months"},
    "acceptable": {"within": "9 months"},
    "points": {"positive": 20, "acceptable": 10, "negative": -5},
}

INTEREST: dict[str, Data] = {
    "key": "interest",
    "kind": "choice",
    "ask": {
        "es": [
            "¿En qué punto están: decididos, comparando opciones o echando un primer vistazo?",
            "¿Lo tienen ya decidido, están comparando o es un primer vistazo?",
        ],
        "en": [
            "Where are you at: decided, comparing options, or taking a first look?",
            "Have you made up your mind, are you comparing, or is this a first look?",
        ],
    },
    "ask_again": {
        "es": ["¿Decididos, comparando o un primer vistazo?"],
        "en": ["Decided, comparing, or a first look?"],
    },
    "why": {
        "es": "Para contarle lo que le sirve en este momento, ni más ni menos.",
        "en": "So that you hear what helps you at this point, no more and no less.",
    },
    "options": {
        "decided": {
            "says": {
                "es": phrases(
                    """
                    decidido, decidida, decididos, decididas, lo tengo decidido, lo tenemos decidido,
                    está decidido, lo tengo claro, lo tenemos claro, quiero contratarlo, queremos
                    contratarlo, quiero contratar, queremos contratar, quiero comprarlo, queremos
                    comprarlo, quiero comprar, queremos comprar, lo quiero ya, lo queremos ya, quiero
                    apuntarme, quiero inscribirme, quiero darme de alta, listos para empezar, lista para
                    empezar, listo para empezar, vamos a por ello
                    """
                ),
                "en": phrases(
                    """
                    decided, we have decided, we've decided, i've decided, i have decided, already decided,
                    made up our minds, made up my mind, our minds are made up, my mind is made up, ready to
                    buy, ready to sign, ready to start, ready to go ahead, we want to buy, i want to buy, we want
                    to sign up, i want to sign up, i want to enrol, want to go ahead, let's go ahead
                    """
                ),
            },
            "points": 15,
        },
        "comparing": {
            "says": {
                "es": phrases(
                    """
                    comparando, comparando opciones, estoy comparando, estamos comparando, mirando
                    opciones, mirando varias opciones, valorando opciones, valorando alternativas, pidiendo
                    presupuestos, pidiendo varias ofertas, viendo alternativas, entre varias opciones,
                    dudando entre, tengo varias ofertas, tenemos varias ofertas
                    """
                ),
                "en": phrases(
                    """
                    comparing, comparing options, i'm comparing, we're comparing, shopping around, weighing
                    options, weighing up, looking at several, looking at a few options, getting quotes,
                    collecting quotes, evaluating options, evaluating alternatives, torn between, on our shortlist
                    """
                ),
            },
            "points": 5,
        },
        "looking": {
            "says": {
                "es": phrases(
                    """
                    un primer vistazo, primer vistazo, echando un vistazo, echar un vistazo, solo por
                    curiosidad, por curiosidad, curioseando, solo estoy mirando, solo estamos mirando, estamos
                    muy verdes, está muy verde, estoy muy verde, todavía muy pronto, es muy pronto, solo una idea,
                    es solo una idea
                    """
                ),
                "en": phrases(
                    """
                    a first look, first look, taking a look, having a look, just looking, just looking around,
                    just browsing, just curious, out of curiosity, early days, it's very early, too early to say,
                    just an idea, only an idea
                    """
                ),
            },
            "points": -10,
        },
    },
    "positive": {"any_of": ["decided"]},
    "acceptable": {"any_of": ["comparing"]},
}

COMPETITORS: dict[str, Data] = {
    "key": "competitors",
    "kind": "text",
    "ask": {
        "es": [
            "¿Están mirando también otras opciones, o les ha hecho ya alguien una oferta?",
            "¿Usan ya algo parecido, o tienen otra oferta?",
        ],
        "en": [
            "Are you looking at other options as well, or has anyone made you an offer yet?",
            "Do you already use something similar, or have another offer?",
        ],
    },
    "why": {
        "es": "Para no contarle lo que ya conoce y explicarle bien las diferencias.",
        "en": "So that I don't tell you what you already know and the differences are clear.",
    },
    "says": {
        "es": phrases(
            """
            comparando con, comparamos con, también miramos, estamos mirando, usamos,
            utilizamos, venimos de, otra oferta, otro presupuesto, otras opciones, la
            competencia, cambiar de
            """
        ),
        "en": phrases(
            """
            comparing with, compared to, also looking at, we use, we're using, moving from,
            switching from, another offer, another quote, other options, competitor, competitors
            """
        ),
    },
    "points": {"positive": 5, "acceptable": 0, "negative": 0},
}

PRESET = Preset(
    criteria=(NEED, BUDGET, AUTHORITY, TIMELINE, INTEREST, COMPETITORS),
    all_of=("need",),
    at_least=2,
    of=("budget", "authority", "timeline"),
    auto=("wants_demo",),
    disqualify=("support", "wrong_person"),
)
