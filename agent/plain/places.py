"""Where is it? The name of a place in what answers a question that asks for one. PURE.

"In Leganés", "we live in Leeds, by the way", "un pueblo que se llama Chinchón": the name is the
answer, and the rest is how people talk.
"""

import re
from collections.abc import Iterator

from agent.cues import words
from agent.plain.substance import has_substance
from qualification.normalise import fold
from qualification.normalise.text import word_set
from qualification.script import TextQuestion
from qualification.values import Span

_ASKING = word_set(
    """
    donde where localidad municipio ciudad barrio pueblo provincia poblacion ubicacion town city
    village neighbourhood neighborhood location county
    """
)
_CALLED = re.compile(r"\b(?:se llama|llamado|llamada|que es|called|named)\s+")
_IN = re.compile(r"\b(?:en|in|at)\s+")
_OF = re.compile(
    r"\b(?:soy|somos|zona|from|es|esta|it's|its|it is|por|hacia)\s+(?:la zona\s+)?(?:de\s+)?"
)
_STOP = re.compile(
    r"\s*(?:[,.;:()!?\n]|\b(?:con|y|pero|porque|pq|xq|que|cerca|desde|hasta|para|por|donde|al lado|"
    r"junto|actualmente|ahora|gracias|vale|aunque|si|no|with|and|but|because|near|since|until|for|where|"
    r"next|close|right|now|not|by|which|please|thanks|btw|though|just|currently|so|is|es|esta|"
    r"actually|en (?:piso|casa|un|una))\b|$)"
)
_HEAD = re.compile(
    r"(?:(?:el|la|los|las|un|una|mi|the|a|an|my|our|pleno)\s+)?(?:pueblo|ciudad|zona|barrio|municipio|"
    r"localidad|urbanizacion|centro|casco|afueras|town|city|village|area|neighbourhood|neighborhood|"
    r"region|centre|center|outskirts|middle|heart|edge)(?:\s+(?:antiguo|historico))?\s+"
    r"(?:de|del|of)\s+"
)
_HOME = re.compile(
    r"(?:(?:el|la|las|un|una|mi|the|a|an|my|our|este|esta|pleno)\s+)?(?:piso|casa|chalet|centro|"
    r"casco (?:antiguo|historico)|afueras|centre|center|(?:city|town) (?:centre|center)|downtown|"
    r"outskirts|suburbs|countryside|campo|costa|coast|mountains|sierra|"
    r"atico|vivienda|apartamento|duplex|adosado|bloque|edificio|pueblo|ciudad|barrio|sitio|flat|house|home|apartment|"
    r"building|place|town|city|village|neighbourhood|neighborhood|general|total|serio|realidad|efecto|fact|principio|alquiler)\b"
)
_LEAD = re.compile(
    r"(?:(?:pues|bueno|mira|hola|si|claro|a ver|es|seria|esta|estamos|estoy|vivo|vivimos|it's|its|"
    r"it is|that's|that would be|honestly|to be honest|la verdad|la verdad es que|creo que|i think|"
    r"i guess|perdon|sorry|thanks|gracias|hi|hello|we're|we are|i'm|i am|well|so|"
    r"yes|yeah|ok|sure|uh|um|eh|the|in|en|"
    r"at)\b[\s,]*)+"
)
_BUT = re.compile(r"\b(?:pero|but|aunque|though|bueno|mejor dicho|actually|rather)\b")
"""Between two places: the second one is meant."""
_FIRST = re.compile(r"\w+")
_LONGEST_NAME = 6
_TALK = word_set(
    """
    i you he she we they me us him them your don dont didn doesn isn am been was were have has had
    do does did can will would want need yo tu usted ustedes nos os les sois eres somos han hemos
    he has tengo tenemos quiero puedo this that olvida olvide olvidalo eso forget scrap mejor
    """
)
"""Words of talk: no place is called so."""
_DENIED = re.compile(r"\b(?:no|not|isn't)\s+(?:\S+\s+){0,2}$")


def asks_where(question: TextQuestion) -> bool:
    """Whether a question is about a place, by its own words."""
    asked = (one for listed in question.ask.values() for one in listed)
    return any(not _ASKING.isdisjoint(words(fold(one)).split()) for one in asked)


def place_in(folded: str, span: Span) -> Span | None:
    """The name of a place in a stretch of a message."""
    stretch = folded[span[0] : span[1]]
    for pattern in (_CALLED, _IN, _OF):
        found = list(_after(pattern, stretch))
        if found:
            start, end = found[0]
            if len(found) > 1 and _BUT.search(stretch, end, found[-1][0]):
                start, end = found[-1]
            return span[0] + start, span[0] + end
    return next(_alone(stretch, span[0]), None)


def _alone(stretch: str, offset: int) -> Iterator[Span]:
    """The parts of a stretch that can be a name by themselves: "downtown, Leganés"."""
    begin = 0
    for part in stretch.split(","):
        lead = _LEAD.match(stretch, begin)
        first = min(lead.end(), begin + len(part)) if lead else begin
        head = _HEAD.match(stretch, first)
        first = head.end() if head else first
        start, end = _until_stop(
            stretch, first + len(stretch[first:]) - len(stretch[first:].lstrip())
        )
        name = words(stretch[start:end]).split()
        fits = len(name) <= _LONGEST_NAME and _TALK.isdisjoint(name) and has_substance(name)
        if fits and _HOME.match(stretch, start) is None:
            yield offset + start, offset + end
        begin += len(part) + 1


def _after(pattern: re.Pattern[str], stretch: str) -> Iterator[Span]:
    for found in pattern.finditer(stretch):
        head = _HEAD.match(stretch, found.end())
        only_home = head is None and _HOME.match(stretch, found.end()) is not None
        if only_home or _DENIED.search(stretch[: found.start()]):
            continue
        start, end = _until_stop(stretch, head.end() if head else found.end())
        if has_substance(words(stretch[start:end]).split()):
            yield start, end


def _until_stop(stretch: str, start: int) -> Span:
    first = _FIRST.match(stretch, start)
    found = _STOP.search(stretch, first.end() if first else start)
    end = found.start() if found else len(stretch)
    return start, start + len(stretch[start:end].rstrip())
