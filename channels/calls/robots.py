"""Is there a person on the line? Answering machines, menus and recordings give themselves away."""

import re
from collections.abc import Mapping

from qualification.normalise import fold
from qualification.values import Language

SAME_AT_MOST = 4
"""A recording says the same again and again; a person does not, so often."""
FEWEST_WORDS = 5
"""A person may say "hello? hello? hello?"."""
_MACHINES: Mapping[Language, tuple[str, ...]] = {
    "es": (
        r"(?:despues de|tras|al oir) (?:la|el) (?:senal|tono|bip|pitido)",
        r"dej[ea](?:nos|me)? (?:su|tu|un) (?:mensaje|recado)",
        r"buzon de voz",
        r"(?:el|la) (?:numero|linea|abonado)\b.*\b(?:no (?:esta|se encuentra) disponible|"
        r"apagado|fuera de (?:cobertura|servicio)|no existe)",
        r"(?:pulse|marque|oprima) (?:el )?(?:\w+ )?(?:para|si) ",
        r"(?:esta|este) (?:es una|es un)? ?(?:llamada|mensaje|grabacion) (?:automatic|grabad)",
        r"su llamada es (?:muy )?importante para nosotros",
    ),
    "en": (
        r"(?:after|at) the (?:tone|beep)",
        r"leave (?:me |us )?(?:a |your )(?:\w+ )?message",
        r"(?:reached|welcome to) the voice ?mail",
        r"(?:the )?(?:number|person|subscriber|customer) you (?:have dialed|are (?:trying to reach|"
        r"calling)|called)",
        r"press (?:\w+ )(?:to|for|if) ",
        r"this is an? (?:automated|recorded|prerecorded) (?:call|message|announcement)",
        r"your call is (?:very )?important to us",
    ),
}
_MACHINE = re.compile("|".join(one for words in _MACHINES.values() for one in words))


class RobotEar:
    """Listens for machines through one call."""

    def __init__(self) -> None:
        self._last = ""
        self._times = 0

    def is_machine(self, text: str) -> bool:
        """Whether what was said just now shows that nobody is there."""
        said = " ".join(re.findall(r"\w+", fold(text)))
        self._times = self._times + 1 if said == self._last else 1
        self._last = said
        if _MACHINE.search(said):
            return True
        return self._times >= SAME_AT_MOST and len(said.split()) >= FEWEST_WORDS
