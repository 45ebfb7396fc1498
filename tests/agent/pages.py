"""A small script with every kind of question in both languages, and pages of it to be read."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from agent.messages import Message
from agent.reading import Page
from qualification.answers import Answer, AnswerSheet, Evidence
from qualification.script import Script
from qualification.values import Language, Value

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_PARTS: Mapping[str, Any] = {
    "script": "crm-suite",
    "title": "CRM Suite",
    "languages": ["es", "en"],
    "persona": {"name": "Lucía", "company": "Acme", "tone": "warm and brief"},
    "disclosure": {
        "es": "Soy Lucía, la asistente virtual de Acme.",
        "en": "I'm Lucía, Acme's AI assistant.",
    },
    "facts": [
        {
            "id": "price",
            "topics": {"es": ["precio", "cuánto cuesta"], "en": ["price", "how much"]},
            "answer": {
                "es": "El plan básico cuesta 49 € por usuario y mes.",
                "en": "The basic plan costs €49 per user per month.",
            },
        },
        {
            "id": "trial",
            "topics": {"es": ["prueba"], "en": ["trial"]},
            "answer": {
                "es": "Hay una prueba gratis de 14 días; está en acme.example/prueba.",
                "en": "There is a free 14-day trial; it is at acme.example/trial.",
            },
        },
        {
            "id": "integrations",
            "topics": {"es": ["integraciones"], "en": ["integrations"]},
            "answer": {
                "es": "Se conecta con Outlook y Gmail.",
                "en": "It connects to Outlook and Gmail.",
            },
        },
    ],
    "criteria": [
        {
            "key": "need",
            "kind": "text",
            "ask": {
                "es": ["¿Qué les gustaría mejorar?"],
                "en": ["What would you like to improve?"],
            },
            "lacking": {"es": ["no necesitamos nada"], "en": ["we don't need anything"]},
            "knock_out": True,
        },
        {
            "key": "budget",
            "kind": "money",
            "per": "year",
            "ask": {
                "es": ["¿Qué presupuesto tienen previsto para esto?"],
                "en": ["What budget have you set aside for this?"],
            },
            "lacking": {"es": ["no tenemos presupuesto"], "en": ["we have no budget"]},
            "positive": {"overlaps": {"min": 3000, "currency": "EUR"}},
        },
        {
            "key": "authority",
            "kind": "choice",
            "ask": {"es": ["¿Quién toma la decisión?"], "en": ["Who makes the decision?"]},
            "options": {
                "decides": {
                    "says": {
                        "es": ["decido yo", "soy la directora"],
                        "en": ["I sign off", "I'm the owner"],
                    }
                },
                "influences": {
                    "says": {"es": ["se lo propongo a mi jefe"], "en": ["my boss signs off"]}
                },
            },
        },
        {
            "key": "timeline",
            "kind": "timeframe",
            "ask": {"es": ["¿Para cuándo lo necesitan?"], "en": ["When do you need it?"]},
        },
        {
            "key": "company_size",
            "kind": "number",
            "ask": {"es": ["¿Cuántas personas son?"], "en": ["How many people are you?"]},
            "says": {"es": ["personas"], "en": ["people"]},
            "lacking": {"es": ["estoy solo"], "en": ["just me"]},
        },
        {
            "key": "has_crm",
            "kind": "yes_no",
            "ask": {"es": ["¿Usan ya un CRM?"], "en": ["Do you use a CRM already?"]},
        },
    ],
    "contact": {"ask": ["name", "email"]},
    "qualify": {"all_of": ["need"], "auto": ["wants_demo"]},
}


def make_script(**parts: Any) -> Script:
    """The script, with some parts replaced."""
    return Script.model_validate({**_PARTS, **parts})


SCRIPT = make_script()


def messages(*texts: str, first: int = 2) -> tuple[Message, ...]:
    """What the prospect wrote, as m2, m3..."""
    return tuple(
        Message(f"m{seq}", seq, "prospect", text, NOW) for seq, text in enumerate(texts, first)
    )


def make_page(
    *texts: str,
    asked: str | None = "need",
    language: Language = "es",
    script: Script = SCRIPT,
    known: Mapping[str, tuple[Value, str]] | None = None,
    transcript: Sequence[Message] = (),
    expected: tuple[str, ...] = ("need", "budget", "authority"),
) -> Page:
    """A page with these new messages; `known` answers are given as value and quote."""
    answers = {
        key: Answer(key, value, NOW, Evidence("m1", quote))
        for key, (value, quote) in (known or {}).items()
    }
    return Page(
        script=script,
        sheet=AnswerSheet(answers),
        language=language,
        asked=asked,
        expected=expected,
        unread=messages(*texts),
        transcript=tuple(transcript),
        now=NOW,
    )
