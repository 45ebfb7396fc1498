"""Scripts for the tests of the agent: small, and each with something of its own."""

from collections.abc import Mapping
from typing import Any

from qualification.script import Script

CRM: Mapping[str, Any] = {
    "script": "crm",
    "title": "CRM Suite",
    "framework": "none",
    "languages": ["es", "en"],
    "persona": {"name": "Lucía", "company": "Acme"},
    "disclosure": {
        "es": "Soy Lucía, la asistente virtual de Acme.",
        "en": "I'm Lucía, Acme's AI assistant.",
    },
    "facts": [
        {
            "id": "price",
            "topics": {"es": ["precio", "cuesta", "vale"], "en": ["price", "how much", "cost"]},
            "answer": {
                "es": "El plan Equipo cuesta 25 € por usuario y mes.",
                "en": "The Team plan is €25 per user per month.",
            },
        },
        {
            "id": "trial",
            "topics": {"es": ["prueba", "probar"], "en": ["trial", "try it"]},
            "answer": {
                "es": "Puede probarlo 14 días sin tarjeta.",
                "en": "You can try it for 14 days without a card.",
            },
        },
    ],
    "criteria": [
        {
            "key": "need",
            "kind": "text",
            "knock_out": True,
            "ask": {
                "es": ["¿Qué les gustaría mejorar?", "¿Qué querría resolver primero?"],
                "en": ["What would you like to improve?"],
            },
            "why": {
                "es": "Así le hablo solo de lo que le sirve.",
                "en": "So that I only tell you what is of use to you.",
            },
            "says": {
                "es": ["perdemos", "necesitamos", "queremos", "problema", "buscamos"],
                "en": ["we lose", "we need", "struggle", "problem", "looking for"],
            },
            "lacking": {"es": ["no necesitamos nada"], "en": ["don't need anything"]},
            "points": {"positive": 20},
        },
        {
            "key": "budget",
            "kind": "money",
            "per": "year",
            "ask": {
                "es": "¿Qué presupuesto anual tienen previsto?",
                "en": "What yearly budget have you set aside?",
            },
            "ask_again": {
                "es": "¿Más o menos cuánto podrían invertir al año?",
                "en": "Roughly how much could you invest a year?",
            },
            "lacking": {
                "es": ["no tenemos presupuesto", "no hay presupuesto", "sin presupuesto"],
                "en": ["no budget"],
            },
            "positive": {"overlaps": {"min": 3000, "currency": "EUR"}},
            "acceptable": {"overlaps": {"min": 2000, "currency": "EUR"}},
            "points": {"positive": 25, "acceptable": 10, "negative": -15},
        },
        {
            "key": "authority",
            "kind": "choice",
            "ask": {"es": "¿Quién decide la compra?", "en": "Who makes the decision?"},
            "options": {
                "decides": {
                    "says": {
                        "es": ["decido yo", "yo decido", "soy la directora", "soy el dueño"],
                        "en": ["I sign off", "I decide", "I'm the owner"],
                    }
                },
                "influences": {
                    "says": {
                        "es": ["lo decide mi jefe", "lo propongo"],
                        "en": ["my boss decides", "I recommend"],
                    }
                },
            },
            "positive": {"any_of": ["decides"]},
            "acceptable": {"any_of": ["influences"]},
        },
        {
            "key": "timeline",
            "kind": "timeframe",
            "ask": {"es": "¿Para cuándo lo quieren?", "en": "When do you want it running?"},
            "says": {"es": ["empezar", "arrancar", "en marcha"], "en": ["start", "running"]},
            "positive": {"within": "3 months"},
            "acceptable": {"within": "9 months"},
            "points": {"positive": 15},
        },
    ],
    "qualify": {
        "all_of": ["need"],
        "at_least": {"count": 2, "of": ["budget", "authority", "timeline"]},
        "auto": ["wants_demo"],
        "disqualify": ["support", "wrong_person"],
    },
    "contact": {"ask": ["name", "email"], "when": "qualified"},
    "nudge": {
        "after": ["4 h", "24 h"],
        "quiet_hours": {"from": "21:00", "to": "08:00", "timezone": "Europe/Madrid"},
    },
}

PATIENT: Mapping[str, Any] = {
    **CRM,
    "requalify": {"after": "90 days", "at_most": 2, "stale": "180 days"},
}
"""Asks the not yet qualified again."""

HOME: Mapping[str, Any] = {
    "script": "home",
    "title": "Reformas",
    "framework": "none",
    "languages": ["es"],
    "wording": "exact",
    "persona": {"name": "Marta", "company": "Obra"},
    "disclosure": {"es": "Soy Marta, la asistente virtual de Obra."},
    "criteria": [
        {
            "key": "tenure",
            "kind": "choice",
            "required": True,
            "ask": {"es": "¿La vivienda es suya o de alquiler?"},
            "options": {
                "owner": {"says": {"es": ["es mía", "soy propietario", "en propiedad"]}},
                "tenant": {"says": {"es": ["de alquiler", "soy inquilino"]}},
            },
            "positive": {"any_of": ["owner"]},
        },
        {
            "key": "rooms",
            "kind": "number",
            "ask": {"es": "¿Cuántas habitaciones son?"},
            "says": {"es": ["habitaciones", "cuartos"]},
            "lacking": {"es": ["ninguna habitación"]},
            "positive": {"at_least": 2},
        },
        {
            "key": "permit",
            "kind": "yes_no",
            "ask": {"es": "¿Tiene ya la licencia de obra?"},
            "says": {"es": ["licencia"]},
            "positive": {"answer": True},
        },
        {
            "key": "deposit",
            "kind": "money",
            "ask": {"es": "¿Cuánto puede adelantar?"},
            "says": {"es": ["adelantar", "adelanto", "señal"]},
            "positive": {"overlaps": {"min": 1000, "currency": "EUR"}},
        },
        {
            "key": "total",
            "kind": "money",
            "ask": {"es": "¿Qué presupuesto tiene en total?"},
            "says": {"es": ["presupuesto", "en total"]},
            "positive": {"overlaps": {"min": 10000, "currency": "EUR"}},
        },
    ],
    "qualify": {"all_of": ["tenure"], "at_least": {"count": 2, "of": ["rooms", "permit", "total"]}},
    "contact": {"ask": ["phone"], "when": "first"},
    "limits": {"turns": 6, "asks_per_question": 1},
}

POLL: Mapping[str, Any] = {
    **CRM,
    "script": "poll",
    "qualify": {"all_of": ["need", "budget"]},
    "contact": {"ask": ["email"], "when": "never"},
    "nudge": {"after": ["1 h"]},
    "limits": {"turns": 12, "asks_per_question": 3},
    "rates": {"base": "EUR", "on": "2026-11-01", "per_unit": {"USD": "0.9"}},
}


def crm(**parts: Any) -> Script:
    """B2B, two languages, contact when qualified, nudges with quiet hours."""
    return Script.model_validate({**CRM, **parts})


def home(**parts: Any) -> Script:
    """B2C, Spanish only, exact wording, the phone first, short limits, no nudges."""
    return Script.model_validate({**HOME, **parts})


def poll(**parts: Any) -> Script:
    """No contact asked for, rates, nudges at any hour, more tries."""
    return Script.model_validate({**POLL, **parts})
