"""Could these words mean what the model says they do? Stems tell. PURE.

Wider than the cues, which must never be mistaken and count without a model: here the model has read
the sense, and what is asked is only whether the words bear on it at all, and are said of the
prospect and us. What their customers want, or a rival's demo, is nobody's wish of ours.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from agent.cues import CUES, words
from agent.evidence.clause import clause_of
from agent.evidence.quoting import Quoted
from agent.evidence.stakes import STAKES
from agent.evidence.stems import STEMS
from agent.hostile.ways import Way, ways
from agent.sentences import sentences_of
from qualification.normalise import fold
from qualification.signals import Signal
from qualification.values import Language

DECISIVE = frozenset(STAKES)
"""Signals that are not taken on the model's word alone."""
UNMISSABLE = frozenset({Signal.OPT_OUT})
"""Noticed by their cues even when the model overlooks them, whoever is spoken of."""
_WANTED = frozenset({Signal.WANTS_DEMO, Signal.WANTS_HUMAN})
_UNWANTED = re.compile(
    r"(?:^| )(?:no|ni|tampoco|not|don t|dont|doesn t|never|nor) "
    r"(?:(?:me|nos|lo|la|really|even|to) )*"
    r"(?:quier\w*|quer\w*|necesit\w*|hace falta|hacen falta|gust\w*|interes\w*|apetec\w*|"
    r"want\w*|need\w*|like|care|ready|interested|wish|looking)(?= |$)"
)
_NOT_OURS = re.compile(
    r"(?:^| )(?:saw|seen|had an?|got an?|promised|showed|last (?:week|month|year)|rivals?|"
    r"competitors?|competencia|no se si|not sure (?:if|whether)|don t know (?:if|whether)|"
    r"because no|porque (?:no|nadie)|vi|vimos|hemos visto|he visto|tuvimos|prometieron|ensenaron|"
    r"(?:mes|ano|semana) pasad[oa])(?= |$)"
)
"""A demo of somebody else's, one of the past or one not asked for; a person who is missing there.
"""
_BOUGHT = re.compile(
    r"\b(?:comprar|comprando|compro|compramos|contratar|contrato|contratamos|firmar|buy|buying|"
    r"purchase|purchasing|order|ordering) "
    r"(?:un|una|unos|unas|el|la|los|las|otr[oa]s?|a|an|the|some|more|another|new) "
    r"(?!plan|crm|program|product|herramienta|tool|sistema|system|software|app|licen|suscrip|"
    r"subscr|platform|plataforma|contract|contrato|version|demo|servicio|service)\w+"
)
"""Bought, but not from us: "we're buying a van"."""
_BUT = re.compile(r"(?:^| )(?:only in|only want|but|sino|pero|solo en|solo me|mas bien)(?= |$)")
"""Not this, but that: no goodbye."""
_CLAUSE = re.compile(r"[,;:.!?()]+| (?:pero|sino|but|just|mejor|prefiero|rather) ")
_OF_OURS = re.compile(
    r"\b(?:your|su|sus|tu|tus|vuestr[oa]s?|one of your|"
    r"(?:con|with|for|to) (?:my|our|mi|nuestr[oa])) (?!rival|compet)\w+|"
    r"\w+ of yours\b|\b(?:you know|you see|ya sabe[ns]?|sabes?)\b"
)
"""Our people, and those whom the prospect brings along: no strangers to the talk."""
_THIRD = re.compile(
    r"\b(?:customers|clients|leads|users|visitors|patients|students|pupils|guests|tenants|staff|"
    r"team|employees|salespeople|salesperson|salesm[ae]n|sellers|reps|agents|workers|suppliers|"
    r"rivals?|competitors?|they|them|"
    r"(?:each|every|our|my|the) (?:customer|client|lead|user|agent|rep|employee|supplier)|"
    r"clientes|usuarios|visitantes|pacientes|alumnos|alumnas|estudiantes|huespedes|inquilinos|"
    r"equipo|empleados|vendedores|comerciales|trabajadores|proveedores|competencia|competidores|"
    r"ellos|ellas|(?:cada|nuestr[oa]|mi|el) (?:cliente|clienta|usuari[oa]|emplead[oa]|"
    r"vendedora?|alumn[oa]|proveedora?|paciente))\b"
)
"""Others than the prospect and us: what they want or do is no message to us."""
_TO_US = re.compile(
    r"(?:^| )(?:i|i m|i d|me|us|you|please|let s|por favor|favor|quier[oe]\w*|quisiera|necesito|"
    r"prefiero|gustaria|puedo|puede|podria|podeis|usted|ustedes|\w+(?:me|nos))(?= |$)"
)
"""What is said to us, in one clause of a sentence about others."""
_WE_REACH = re.compile(
    r"(?<!os )(?<!les )(?<!te )(?<!le )\b(?:llamamos|escribimos|contestamos|respondemos|"
    r"contactamos|enviamos)\b|"
    r"\bwe (?:\w+ )?(?:call|write|reply|answer|contact|text|email|follow)\b(?! you)"
)
"""Whom the prospect reaches, or fails to: that is their trade, and no appointment."""
_CLIENT_OF = re.compile(
    r"\b(?:clientes?|clienta|customers?|usuari[oa]s?|users?|abonad[oa]) (?:de|of|at|with|from) "
    r"(?P<whose>[A-ZÁÉÍÓÚÑ]\w+)"
)
"""Somebody's customer: ours only if the name is ours."""


def shows(signal: Signal, quoted: Quoted, ours: frozenset[str] = frozenset()) -> bool:
    """Whether the sentences that a quote stands in could mean a signal, in any language. `ours` are
    our own names, folded.
    """
    if signal not in DECISIVE:
        return True
    if is_of_others(signal, quoted) or (signal is Signal.SUPPORT and _is_anothers(quoted, ours)):
        return False
    if signal is Signal.ABUSIVE:
        return _says(signal, clause_of(quoted).whole)
    return any(_says(signal, sentence) for sentence in _sentences(quoted))


def is_of_others(signal: Signal, quoted: Quoted) -> bool:
    """Whether words that may mean a signal mean it of others, or of something else."""
    said = [words(sentence) for sentence in _sentences(quoted)]
    if signal is Signal.NOT_INTERESTED and any(map(_BUT.search, said)):
        return True
    if signal is Signal.LATER and any(map(_WE_REACH.search, said)):
        return True
    return speaks_of_others(quoted)


def speaks_of_others(quoted: Quoted) -> bool:
    """Whether words tell what third persons want, say or do."""
    clause = _OF_OURS.sub(" ", clause_of(quoted).whole)
    if _THIRD.search(clause):
        return True
    said = (words(sentence) for sentence in _sentences(quoted))
    about_others = any(_THIRD.search(_OF_OURS.sub(" ", one)) for one in said)
    return about_others and _TO_US.search(clause) is None


def _is_anothers(quoted: Quoted, ours: frozenset[str]) -> bool:
    found = _CLIENT_OF.search(quoted.message.text, max(0, quoted.start - _BEFORE))
    return found is not None and bool(ours) and fold(found["whose"]) not in ours


_BEFORE = 20
"""Letters before a quote that may say whose customer they are."""


def _sentences(quoted: Quoted) -> Sequence[str]:
    text = quoted.message.text
    return [
        one.folded
        for one in sentences_of(text, fold(text))
        if one.start < quoted.end and quoted.start < one.end
    ]


def _says(signal: Signal, sentence: str) -> bool:
    if signal in _WANTED:
        sentence = " ".join(_wanted(sentence))
    said = words(sentence)
    if any(_shown_by(signal, language, said) for language in STEMS):
        return True
    return any(signal in table.signals(said) for table in CUES.values())


def _wanted(sentence: str) -> Sequence[str]:
    """The clauses but for those that say what is not wanted, or not of us."""
    found = ((one, words(one)) for one in _CLAUSE.split(sentence))
    return [
        one
        for one, said in found
        if not (_UNWANTED.search(said) or _NOT_OURS.search(said) or _BOUGHT.search(said))
    ]


def _shown_by(signal: Signal, language: Language, said: str) -> bool:
    return any(way.found(said) for way in _ways(signal, language))


@lru_cache(maxsize=64)
def _ways(signal: Signal, language: Language) -> Sequence[Way]:
    return ways(STEMS[language][signal])
