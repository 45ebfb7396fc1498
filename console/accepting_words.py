"""What does the page say on which somebody of ours accepts a lead? In both languages."""

from collections.abc import Mapping
from typing import Literal

from qualification.values import Language

WordId = Literal[
    "title",
    "accept",
    "reject",
    "pass_on",
    "reason_reject",
    "reason_pass_on",
    "who",
    "lead",
    "tier",
    "until",
    "open",
    "offered",
    "accepted",
    "rejected",
    "other",
    "queue",
    "bad_link",
    "reason_missing",
]
WORDS: Mapping[Language, Mapping[WordId, str]] = {
    "es": {
        "title": "Un lead para ti",
        "accept": "Lo acepto",
        "reject": "No es un lead",
        "pass_on": "No puedo atenderlo",
        "reason_reject": "¿Por qué no lo es?",
        "reason_pass_on": "¿Por qué no puedes?",
        "who": "¿Quién eres?",
        "lead": "Lead",
        "tier": "Nivel",
        "until": "Hay que aceptarlo antes de",
        "open": "Abrir la conversación",
        "offered": "Todavía nadie lo ha aceptado.",
        "accepted": "Lo has aceptado: es tuyo.",
        "rejected": "Has dicho que no es un lead. Gracias: así aprende el cuestionario.",
        "other": "Ahora es de otra persona: {name}.",
        "queue": "Ahora está en una cola: {name}.",
        "bad_link": "Este enlace no es válido o ha caducado. Abre el lead en la consola.",
        "reason_missing": "Escribe el motivo, por favor.",
    },
    "en": {
        "title": "A lead for you",
        "accept": "I accept it",
        "reject": "This is no lead",
        "pass_on": "I cannot see to it",
        "reason_reject": "Why is it none?",
        "reason_pass_on": "Why not?",
        "who": "Who are you?",
        "lead": "Lead",
        "tier": "Tier",
        "until": "To be accepted by",
        "open": "Open the conversation",
        "offered": "Nobody has accepted it yet.",
        "accepted": "You have accepted it: it is yours.",
        "rejected": "You said that it is no lead. Thank you: the script learns from it.",
        "other": "Somebody else has it now: {name}.",
        "queue": "It lies in a queue now: {name}.",
        "bad_link": "This link is not valid, or too old. Open the lead in the console.",
        "reason_missing": "Write why, please.",
    },
}
