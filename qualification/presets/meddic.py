"""MEDDIC: metrics, economic buyer, decision criteria, decision process, pain, champion.

For long sales to companies. The pain is asked first and the metrics right after it: a figure that
must improve is easier to name once the trouble has been.
"""

from qualification.presets.bant import NEED
from qualification.presets.phrases import phrases
from qualification.presets.preset import Preset
from qualification.presets.sayings import DECIDES
from qualification.source import Data

PAIN: dict[str, Data] = {
    **NEED,
    "key": "pain",
    "ask": {
        "es": [
            "¿Qué problema les ha hecho empezar a buscar, y qué les cuesta?",
            "¿Qué es lo que más les está frenando hoy?",
        ],
        "en": [
            "Which problem made you start looking, and what does it cost you?",
            "What is holding you back the most today?",
        ],
    },
    "points": {"positive": 20, "acceptable": 0, "negative": -20},
}

METRICS: dict[str, Data] = {
    "key": "metrics",
    "kind": "text",
    "ask": {
        "es": [
            "¿Qué cifra tendría que mejorar para que haya valido la pena?",
            "¿En qué número lo notarían: tiempo, coste, paradas, ventas?",
        ],
        "en": [
            "Which figure would have to improve for it to be worth it?",
            "Where would you see it in numbers: time, cost, downtime, sales?",
        ],
    },
    "ask_again": {
        "es": ["Aunque sea aproximado: ¿qué quieren que suba o que baje?"],
        "en": ["Even roughly: what should go up, or come down?"],
    },
    "why": {
        "es": "Así podremos decirle si el resultado compensa, con sus números y no con los nuestros.",
        "en": "That way we can tell whether it pays off, in your numbers rather than ours.",
    },
    "says": {
        "es": phrases(
            """
            reducir las, reducir los, reducir el, reducir la, bajar las, bajar los,
            bajar el, bajar la, subir las, subir los, aumentar las, aumentar los, aumentar la, recortar,
            el objetivo es, nuestro objetivo, nuestra meta, nos ahorraría, el indicador, nuestro kpi
            """
        ),
        "en": phrases(
            """
            reduce the, reduce our, cut the, cut our, bring down, lower the, lower our,
            increase the, increase our, raise the, raise our, our target, the target is, our goal is, the
            goal is, would save us, the metric, our kpi
            """
        ),
    },
    "lacking": {
        "es": phrases(
            """
            no medimos nada, no lo medimos, no medimos, no llevamos números, no tenemos cifras, ninguna
            cifra, ninguna en concreto, ningún objetivo, no hay objetivo
            """
        ),
        "en": phrases(
            """
            we don't measure, we don't measure it, we measure nothing, we don't track it, we have no
            figures, no figures, no figure, none in particular, no target, there is no target
            """
        ),
    },
    "points": {"positive": 15, "acceptable": 0, "negative": -5},
}

ECONOMIC_BUYER: dict[str, Data] = {
    "key": "economic_buyer",
    "kind": "choice",
    "ask": {
        "es": [
            "¿Quién aprueba el gasto: usted, alguien a quien puede llegar o alguien que le queda lejos?",
            "¿El presupuesto lo firma usted, alguien cercano o alguien a quien no llega?",
        ],
        "en": [
            "Who approves the spending: you, someone you can reach, or someone out of your reach?",
            "Is the budget signed by you, by someone close to you, or by someone you can't reach?",
        ],
    },
    "ask_again": {
        "es": ["¿Usted, alguien a quien puede llegar o alguien que le queda lejos?"],
        "en": ["You, someone you can reach, or someone out of reach?"],
    },
    "why": {
        "es": "Para preparar lo que esa persona querrá ver antes de dar el sí.",
        "en": "So that we prepare what that person will want to see before saying yes.",
    },
    "options": {
        "self": {
            "says": DECIDES,
            "points": 20,
        },
        "reachable": {
            "says": {
                "es": phrases(
                    """
                    alguien cercano, alguien a quien puedo llegar, puedo llegar, llego a ella, llego a él,
                    puedo presentárselo, se lo puedo presentar, os lo puedo presentar, la conozco bien, lo
                    conozco bien, hablo con ella, hablo con él, despacho con ella, despacho con él, tengo
                    acceso, tengo contacto directo, mi jefe, mi jefa, mi jefe directo, mi jefa directa, mi
                    director, mi directora, el director financiero, la directora financiera, nuestro director
                    financiero, nuestra directora financiera, el director general, la directora general,
                    nuestro director general, nuestra directora general, el director de operaciones, la directora
                    de operaciones, el director de planta, la directora de planta, el gerente, la gerente,
                    nuestro gerente, nuestra gerente, el dueño, la dueña, lo aprueba mi jefe, lo aprueba mi
                    jefa, lo firma mi jefe, lo firma mi jefa, el cfo, la cfo, nuestro cfo, el ceo, la ceo
                    """
                ),
                "en": phrases(
                    """
                    someone close, someone i can reach, somebody i can reach, i can reach them, i can reach
                    her, i can reach him, i can introduce you, i can introduce her, i can introduce him, i
                    know her well, i know him well, i report to her, i report to him, i talk to her, i talk to
                    him, i have access, direct contact, my boss, my manager, my director, our cfo, the cfo, our
                    ceo, the ceo, our coo, the coo, our finance director, the finance director, our managing
                    director, the managing director, our plant manager, the plant manager, our operations
                    director, the operations director, the owner, our owner, my boss approves it, my boss signs
                    it off, my boss signs
                    """
                ),
            },
            "points": 10,
        },
        "out_of_reach": {
            "says": {
                "es": phrases(
                    """
                    me queda lejos, nos queda lejos, alguien que me queda lejos, no llego, no llego a esa
                    persona, alguien a quien no llego, no tengo acceso, no tengo contacto, no la conozco, no lo
                    conozco, nadie que yo conozca, no lo tengo identificado, no sé quién lo aprueba, no sé quién
                    lo firma, la central, la matriz, la sede central, lo aprueba la central, en otro país, el grupo, un comité
                    que no conozco
                    """
                ),
                "en": phrases(
                    """
                    out of reach, out of my reach, someone out of reach, far away from me, i can't reach them, i
                    can't reach her, i can't reach him, someone i can't reach, i have no access, no access, i
                    don't know them, nobody i know, i don't know who approves it, i don't know who signs, no idea
                    who signs, headquarters, head office, the parent company, the group, in another country, a
                    committee i don't know
                    """
                ),
            },
            "points": -10,
        },
    },
    "positive": {"any_of": ["self"]},
    "acceptable": {"any_of": ["reachable"]},
}

DECISION_CRITERIA: dict[str, Data] = {
    "key": "decision_criteria",
    "kind": "text",
    "ask": {
        "es": [
            "¿En qué se fijarán para elegir: precio, plazo, integración, otra cosa?",
            "¿Qué tiene que cumplir sí o sí lo que elijan?",
        ],
        "en": [
            "What will you go by when choosing: price, timing, integration, something else?",
            "What must whatever you choose have, no matter what?",
        ],
    },
    "ask_again": {
        "es": ["Dígame lo que más pese: ¿qué no puede faltar?"],
        "en": ["Just what weighs most: what can't be missing?"],
    },
    "why": {
        "es": "Para decirle desde el principio si cumplimos lo que piden.",
        "en": "So that we can say from the start whether we meet what you ask for.",
    },
    "says": {
        "es": phrases(
            """
            lo que más pesa, lo más importante es, lo importante es, nos fijamos en, nos fijaremos en, tiene
            que integrarse, tiene que cumplir, tiene que funcionar, debe cumplir, debe integrarse, imprescindible que, es requisito, un requisito,
            nuestros requisitos, valoramos, valoraremos, elegiremos por
            """
        ),
        "en": phrases(
            """
            what matters most, the most important thing is, what counts is, we will go by, we'll go by, we go
            by, it has to integrate, it has to work with, it must integrate, it must work, must comply, has to comply, it's a
            requirement, a requirement, our requirements, we'll choose by, we will choose by, deal breaker
            """
        ),
    },
    "lacking": {
        "es": phrases("no tenemos criterios, ningún criterio, no lo hemos pensado, sin criterios"),
        "en": phrases("we have no criteria, no criteria, we haven't thought about it"),
    },
    "points": {"positive": 10, "acceptable": 0, "negative": -5},
}

DECISION_PROCESS: dict[str, Data] = {
    "key": "decision_process",
    "kind": "text",
    "ask": {
        "es": [
            "¿Qué pasos quedan hasta decidir, y para cuándo?",
            "¿Cómo se decide en su empresa una compra así?",
        ],
        "en": [
            "Which steps are left until you decide, and by when?",
            "How is a purchase like this decided at your company?",
        ],
    },
    "ask_again": {
        "es": ["A grandes rasgos: ¿prueba, comité, compras, firma?"],
        "en": ["In broad terms: a trial, a committee, procurement, a signature?"],
    },
    "why": {
        "es": "Para llegar a cada paso con lo que necesiten y no retrasarles.",
        "en": "So that we are ready for each step and don't hold you up.",
    },
    "says": {
        "es": phrases(
            """
            primero una prueba, primero un piloto, haremos un piloto, hacemos un piloto, después lo aprueba,
            luego lo aprueba, pasa por compras, pasa por el comité, lo ve el comité, va a comité, sacamos un
            concurso, pedimos tres ofertas, pedimos ofertas, el proceso es, nuestro proceso, los pasos son
            """
        ),
        "en": phrases(
            """
            first a trial, first a pilot, we'll run a pilot, we run a pilot, then it goes to, goes to
            procurement, goes through procurement, goes to the committee, goes to the board, a tender, we ask for
            three quotes, we ask for quotes, the process is, our process, the steps are
            """
        ),
    },
    "lacking": {
        "es": phrases(
            "no hay proceso, ningún proceso, no hay pasos, no está definido, sin definir"
        ),
        "en": phrases(
            "there is no process, no process, no steps, it's not defined, not defined yet"
        ),
    },
    "points": {"positive": 10, "acceptable": 0, "negative": -5},
}

CHAMPION: dict[str, Data] = {
    "key": "champion",
    "kind": "choice",
    "ask": {
        "es": [
            "¿Quién impulsa esto dentro: usted, otra persona o nadie todavía?",
            "¿Hay alguien dentro que lo defienda: usted, otra persona, nadie aún?",
        ],
        "en": [
            "Who is pushing for this inside: you, someone else, or nobody yet?",
            "Is anyone standing up for it inside: you, someone else, nobody so far?",
        ],
    },
    "ask_again": {
        "es": ["¿Lo impulsa usted, otra persona o nadie todavía?"],
        "en": ["Is it you, someone else, or nobody yet?"],
    },
    "why": {
        "es": "Quien lo impulsa necesita argumentos, y se los podemos preparar.",
        "en": "Whoever pushes for it needs arguments, and we can prepare them.",
    },
    "options": {
        "self": {
            "says": {
                "es": phrases(
                    """
                    yo, yo mismo, yo misma, lo impulso yo, lo promuevo yo, lo llevo yo, lo lidero yo, yo lo
                    impulso, yo lo promuevo, yo lo llevo, yo lo lidero, yo lo defiendo, lo defiendo yo, soy yo
                    quien lo impulsa, soy quien lo impulsa, el proyecto es mío, la idea es mía, lo he propuesto
                    yo, lo propuse yo, llevo el proyecto, lidero el proyecto, soy el responsable del proyecto, soy la responsable del
                    proyecto
                    """
                ),
                "en": phrases(
                    """
                    me, i am, i do, it's me, that's me, that would be me, i'm pushing for it, i am pushing for it,
                    i'm pushing it, i'm driving it, i'm driving this, i lead it, i'm leading it, i'm leading this,
                    i stand up for it, i'm the champion, it's my project, it was my idea, i proposed it, i run the
                    project, i lead the project, i'm the project lead
                    """
                ),
            },
            "points": 15,
        },
        "colleague": {
            "says": {
                "es": phrases(
                    """
                    otra persona, una compañera, un compañero, mi compañera, mi compañero, mi equipo lo impulsa, lo
                    impulsa mi jefe, lo impulsa mi jefa, lo impulsa el director, lo impulsa la directora, lo lleva
                    mi compañera, lo lleva mi compañero, lo impulsa operaciones, lo impulsa producción, lo impulsa el
                    equipo, lo impulsa dirección, lo promueve dirección, lo promueve mi jefe, lo promueve mi jefa
                    """
                ),
                "en": phrases(
                    """
                    someone else, somebody else, a colleague, my colleague, a colleague of mine, my boss is pushing
                    for it, my boss is driving it, my team is pushing for it, our director is pushing for it, the
                    plant is pushing for it, operations is pushing for it, management is pushing for it, she's
                    pushing for it, he's pushing for it, they're pushing for it
                    """
                ),
            },
            "points": 10,
        },
        "nobody": {
            "says": {
                "es": phrases(
                    """
                    nadie, no nadie, pues nadie, la verdad es que nadie, nadie todavía, todavía nadie, nadie aún, aún nadie, de momento nadie, nadie en concreto,
                    nadie lo impulsa, no lo impulsa nadie, nadie lo defiende, no hay nadie, ninguno
                    """
                ),
                "en": phrases(
                    """
                    nobody, well nobody, nobody really, nobody yet, no one yet, nobody so far, no one so far, nobody in particular,
                    nobody is pushing for it, no one is pushing for it, there is nobody, there's nobody
                    """
                ),
            },
            "points": -5,
        },
    },
    "positive": {"any_of": ["self"]},
    "acceptable": {"any_of": ["colleague"]},
}

PRESET = Preset(
    criteria=(PAIN, METRICS, ECONOMIC_BUYER, DECISION_CRITERIA, DECISION_PROCESS, CHAMPION),
    all_of=("pain",),
    at_least=3,
    of=("metrics", "economic_buyer", "decision_criteria", "decision_process", "champion"),
    auto=("wants_demo",),
    disqualify=("support", "wrong_person"),
)
