"""Dossiers for the tests of the brief: a conversation and what was made of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import cast

from agent.briefing import Dossier
from agent.dialogue import Dialogue, verdict_on
from agent.messages import Author, Message
from qualification.answers import Answer, AnswerSheet, Evidence
from qualification.handover import Why, make_handover
from qualification.scoring import score
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import (
    Choice,
    Contact,
    Json,
    Language,
    Money,
    Number,
    Text,
    Timeframe,
    Value,
)
from tests.builders import NOW, sample

PAUSE = timedelta(seconds=40)


def talk(*said: str, at: datetime = NOW) -> tuple[Message, ...]:
    """A conversation: what begins with "> " we said, the rest the prospect."""
    messages = []
    for seq, text in enumerate(said, 1):
        author: Author = "agent" if text.startswith("> ") else "prospect"
        moment = at + seq * PAUSE
        messages.append(Message(f"m{seq}", seq, author, text.removeprefix("> "), moment))
    return tuple(messages)


def quoted(key: str, value: Value, quote: str, message: str = "m1") -> Answer:
    """An answer in the prospect's words."""
    return Answer(key, value, NOW, Evidence(message, quote))


def dossier(
    transcript: Sequence[Message],
    answers: Sequence[Answer] = (),
    *,
    script: Script | None = None,
    language: Language = "es",
    why: Why = "qualified",
    channel: str = "chat",
    source: str | None = None,
    signals: frozenset[Signal] = frozenset(),
    open_questions: tuple[str, ...] = (),
    changes: Mapping[str, Json] | None = None,
    **dialogue_parts: object,
) -> Dossier:
    """All that is on record about a lead with these answers; `changes` to the document."""
    script = script or sample("crm-suite")
    sheet = AnswerSheet(answers={one.key: one for one in answers})
    dialogue = Dialogue(
        sheet=sheet, language=language, signals=signals, open_questions=open_questions
    )
    dialogue = replace(dialogue, **dialogue_parts)  # type: ignore[arg-type]
    handover = make_handover(
        script,
        sheet,
        verdict_on(script, dialogue),
        score(script, sheet, NOW),
        why=why,
        language=language,
        channel=channel,
        source=source,
        open_questions=open_questions,
        later=dialogue.later,
        stopped=dialogue.phase == "stopped",
    )
    document = cast(dict[str, Json], json.loads(json.dumps(asdict(handover))))
    return Dossier(
        conversation="c1",
        document={**document, **(changes or {})},
        written=NOW,
        script=script,
        dialogue=dialogue,
        transcript=tuple(transcript),
    )


def ana() -> Dossier:
    """A director who writes Spanish: the example of docs/handover.md."""
    transcript = talk(
        "> Hola, soy Lucía, la asistente virtual de Nexo. ¿Qué les gustaría resolver?",
        "Buenas tardes, perdemos pedidos porque todo está en hojas de Excel.",
        "> Entiendo. ¿Cuántas personas trabajan en su empresa?",
        "Somos 14 personas. ¿Me puede decir si se integra con Holded?",
        "> Sí, se conecta con Holded. ¿Qué presupuesto al año tienen previsto?",
        "Unos 6.000 € al año, como mucho 8.000. ¿Cuánto cuesta?",
        "> Cuesta 29 € por usuario y mes. ¿Quién decide?",
        "Lo decido yo. ¿Firman ustedes un acuerdo de nivel de servicio?",
        "> Lo apunto para mi compañera. ¿Para cuándo lo querrían?",
        "Cuanto antes, en enero a más tardar.",
        "> ¿A qué nombre y correo le escribimos?",
        "Ana Ruiz, ana.ruiz@talleresruiz.es. Prefiero que me llamen por la tarde.",
    )
    answers = (
        quoted(
            "need",
            Text("perdemos pedidos porque todo está en hojas de Excel"),
            "perdemos pedidos porque todo está en hojas de Excel",
            "m2",
        ),
        quoted("company_size", Number(Decimal(14), Decimal(14)), "14 personas", "m4"),
        quoted(
            "budget",
            Money(Decimal(6000), Decimal(8000), "EUR", "year"),
            "Unos 6.000 € al año, como mucho 8.000",
            "m6",
        ),
        quoted("authority", Choice("decides"), "Lo decido yo", "m8"),
        quoted(
            "timeline",
            Timeframe("range", date(2026, 3, 10), date(2027, 2, 1)),
            "Cuanto antes, en enero a más tardar",
            "m10",
        ),
        quoted("name", Contact("name", "Ana Ruiz"), "Ana Ruiz", "m12"),
        quoted(
            "email", Contact("email", "ana.ruiz@talleresruiz.es"), "ana.ruiz@talleresruiz.es", "m12"
        ),
    )
    return dossier(
        transcript,
        answers,
        source="https://nexo.example/precios",
        open_questions=("¿Firman ustedes un acuerdo de nivel de servicio?",),
    )
