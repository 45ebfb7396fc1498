"""Which signals does a message give, read without a model? This file decides them. PURE.

The words that show each signal are in agent/cues; here is what else they depend on: the question
pending and the rest of the message.
"""

import re

from agent.cues import may_wish_for_silence, signals_in
from agent.plain.utterance import Utterance
from qualification.script import ChoiceQuestion, TextQuestion, TimeframeQuestion, YesNoQuestion
from qualification.signals import Signal
from qualification.values import CONTACT_KINDS

FEW = 4
"""Words: a no with more to it is about something else."""
_WRITING = (
    "escrib", "contact", "llam", "avis", "write", "text", "call", "reach", "ping",
)  # fmt: skip
"""How the verbs begin by which they ask to be written to."""


def signals_of(heard: Utterance) -> frozenset[Signal]:
    """The signals in either language: people mix them, and a stop counts in any."""
    found = set(signals_in(heard.text))
    if Signal.DOES_NOT_KNOW in found and _REFLEXIVE.search(heard.said):
        found &= set(signals_in(_REFLEXIVE.sub(" ", heard.said))) | (found - {Signal.DOES_NOT_KNOW})
    if Signal.IS_BOT_QUESTION in found and Signal.WANTS_HUMAN in found and heard.asks:
        found -= {Signal.WANTS_HUMAN}
    asked = heard.asked_criterion
    if isinstance(asked, TimeframeQuestion) and not _write_to_me(heard):
        found -= {Signal.LATER}
    if isinstance(asked, YesNoQuestion) or heard.asked in CONTACT_KINDS:
        found -= {Signal.NOT_INTERESTED} if bare_no(heard) else set()
    if isinstance(asked, ChoiceQuestion) and _NOT_ME.fullmatch(heard.said):
        found -= {Signal.WRONG_PERSON}  # "it isn't me", of whoever decides
    if isinstance(asked, TextQuestion) and heard.mentions(asked.says):
        found -= {Signal.WRONG_PERSON}  # "we sell insurance and lose renewals": what they need
    if Signal.WANTS_HUMAN in found and heard.asked is None and _AT_ANOTHER_TIME.search(heard.said):
        found.add(Signal.LATER)  # when to call, of one who is to be called
    if not found and may_wish_for_silence(heard.text):
        found.add(Signal.MAY_OPT_OUT)
    if not heard.said or (Signal.NOT_INTERESTED in found and _has_said_all(heard)):
        found = found - {Signal.NOT_INTERESTED} | {Signal.PLEASANTRY}  # "no, thank you"
    return frozenset(found)


_AT_ANOTHER_TIME = re.compile(
    r"(?:^| )(?:llam\w+|telefone\w+|contact\w+|call|ring|phone|reach)(?: \S+){0,5}? (?:"
    r"(?:por|en|a) la (?:tarde|manana|noche)|a partir de|despues de|antes de|entre las|a las|"
    r"al mediodia|el (?:lunes|martes|miercoles|jueves|viernes|sabado)|manana|"
    r"(?:in|during) the (?:morning|afternoon|evening)|mornings|afternoons|evenings|after|before|"
    r"between|at (?:noon|lunch|\d)|on (?:mon|tues|wednes|thurs|fri|satur)day|tomorrow)(?= |$)"
)
"""Who says when to be called: "¿me pueden llamar por la tarde mejor?"."""
_REFLEXIVE = re.compile(
    r"\b(?:que|q|k) no se(?: (?:me|nos|le|les|te|os))? (?=\w+(?:a|e|an|en)\b)(?!que\b|de\b|donde\b|"
    r"exactamente\b|bastante\b|la\b|me\b|nada\b|mucha\b)"
)
"""The "se" of "que no se pierdan" is no "sé"."""
_NOT_ME = re.compile(
    r"(?:pues |bueno |well |ah )?(?:yo no(?: soy)?|no(?: soy)? yo|(?:no )?(?:not|it s not|it isn t|"
    r"that s not|that isn t) me)"
)


def bare_no(heard: Utterance) -> bool:
    """A no and hardly anything else."""
    few = heard.is_short(FEW) and not any(c.isdigit() for c in heard.said)
    return few and "interes" not in heard.said and heard.says_no


def _has_said_all(heard: Utterance) -> bool:
    """A no to nothing that was asked, of one who has answered."""
    return heard.asked is None and bool(heard.page.sheet.answers) and bare_no(heard)


def _write_to_me(heard: Utterance) -> bool:
    return any(word.startswith(_WRITING) for word in heard.said.split())
