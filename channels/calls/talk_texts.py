"""What does the telephone say of its own accord? Short words, in every language."""

import re
from collections.abc import Mapping
from typing import Literal

from qualification.normalise import fold
from qualification.values import Language

TalkText = Literal["filler", "still_there", "goodbye_unheard", "too_long", "person"]

TALK_TEXTS: Mapping[TalkText, Mapping[Language, str]] = {
    "filler": {"es": "Un momento, por favor.", "en": "One moment, please."},
    "still_there": {"es": "¿Sigue ahí?", "en": "Are you still there?"},
    "goodbye_unheard": {
        "es": "No le oigo. Llámenos cuando quiera. Adiós.",
        "en": "I can't hear you. Call us again whenever you like. Goodbye.",
    },
    "too_long": {
        "es": "Tengo que terminar la llamada aquí. Gracias por su tiempo. Adiós.",
        "en": "I have to end the call here. Thank you for your time. Goodbye.",
    },
    "person": {
        "es": "Quiero hablar con una persona.",
        "en": "I want to talk to a person.",
    },
}
"""`person` is what pressing zero says for the caller."""

BARGE_IN: frozenset[str] = frozenset(
    {
        *("para", "pare", "para para", "alto", "espera", "espere", "un momento", "un segundo"),
        *("espera un momento", "espere un momento", "callate", "callese", "basta"),
        *("stop", "stop stop", "wait", "wait a minute", "hold on", "hang on", "one moment"),
        *("one second", "shut up", "be quiet"),
    }
)
"""Said alone they mean: let me speak. By voice a bare "stop" is no opt-out (it takes "do not call
me again").
"""


def is_barge_in(text: str) -> bool:
    """Whether the caller only wants us to be quiet for a moment."""
    return " ".join(re.findall(r"\w+", fold(text))) in BARGE_IN
