"""Where are the sentences of what was dictated without a full stop? Cuts a run-on into clauses.

Whoever dictates says forty words and no comma: "we lose leads and we're 12 and I decide so". As one
sentence a figure in it would stand beside everything, and one "what" would make it all a question.
PURE.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from agent.cues import words
from agent.sentences import Sentence, sentences_of

LONG = 30
"""Words from which on a sentence is cut where its clauses begin."""
_CLAUSE = re.compile(
    r" (?=(?:(?:y|and|pero|but) (?:(?:que|then|luego|entonces|so|also|tambien) )?)?(?:"
    r"(?:i|we|i'm|i've|i'd|i'll|we're|we've|we'd|we'll|there (?:are|is)|there's) |"
    r"somos |tenemos |decido |quien (?:decide|manda|firma) |(?:el|la) que (?:decide|manda|firma) |"
    r"de presupuesto |el presupuesto |the budget |our budget |(?:yo )?soy |queremos |quiero |"
    r"podemos |podriamos |habiamos |nos gustaria |empezamos |estamos ))|"
    r" (?=(?:asi que|so that|so|porque|because|pero|but) )"
)
"""A new clause says who does what, or why; a comma or an "and" alone may only list things."""
_JOINED = re.compile(
    r"(?:^| )(?:(?:that|what|which|who|where|when|if|think|guess|said|say|know|hope|how|than|as|"
    r"like|que|como|donde|cuando|si|quien|no|ya|lo|la|se|y|and|or|o|but|pero|so|because|porque|"
    r"also|tambien|not|the|a|my|our|yo|tell you|asi)) ?$"
)
"""Before what looks like a new clause: it goes on."""
_SHORTEST = 3
"""Words that a clause has at least."""
_TELLING = re.compile(
    r"\W*(?:(?:y|and|pues|bueno|well|mira|hola|hi|so) )*(?:"
    r"what (?:happens|happened|we (?:need|want|have)|i (?:need|want))|lo que (?:nos )?pasa|"
    r"que pasa que|when |cuando |how we |como |donde |where |que |"
    r"quien (?:decide|manda|firma)|who decides is)"
)
"""How a clause begins that asks nothing, in the middle of a story without question marks."""


_ANNOUNCED = re.compile(
    r"\W*(?:(?:hola|buenas|hi|hello|hey|oye|oiga|perdona|perdone|sorry|ok|vale|si|yes|pero|but|y|"
    r"and|just|solo|well|bueno)\b[\s,.]*)*"
    r"(?P<what>(?:una? |otra |la |a |an |one |another |my |mi )?(?:quick |rapid[ao] |small |"
    r"simple |last |ultima |primera |first )?(?:question|duda|pregunta|consulta|q|one|"
    r"thing|cosa|cosita)(?: rapida| mas| antes| first| though| before that| before we start)?|"
    r"primero|first|antes de (?:nada|seguir)|before (?:that|anything|we start|i answer))"
    r"\s*(?:[:,.-]|\.{2,})+\s*"
)
"""Somebody says that a question comes: "quick one: does it work with Gmail"."""
_IS_A_QUESTION = re.compile(r"question|duda|pregunta|consulta")
_OF_IT = re.compile(
    r"\W*(?:(?:oye|oiga|hola|pero|y|hey|and|but|si|vale|ok)\b[\s,]*)*(?:eso|esto|(?:la|el) (?:app|"
    r"programa|aplicacion|herramienta|crm)) (?:se (?:puede|integra|conecta|paga|instala)|funciona|"
    r"vale (?:para|con)|sirve|incluye|tiene|lleva|trae|cuesta|va con)\b"
)
"""Spanish asks whether without a word for it: "y eso se integra con Gmail"."""


def clauses_of(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences, each run-on in its clauses, each question as one."""
    for sentence in sentences:
        if not sentence.asks and _OF_IT.match(sentence.folded):
            yield replace(sentence, asks=True)
            continue
        asked = _announced(sentence)
        if asked is not None:
            yield asked
            continue
        if len(words(sentence.folded).split()) < LONG or sentence.marked:
            yield sentence
        else:
            yield from _cut(sentence)


def _announced(sentence: Sentence) -> Sentence | None:
    """The question that a sentence announces before it puts it."""
    found = None if sentence.marked else _ANNOUNCED.match(sentence.folded)
    if found is None or not words(sentence.folded[found.end() :]):
        return None
    text, folded = sentence.text[found.end() :], sentence.folded[found.end() :]
    begins = any(one.asks for one in sentences_of(text, folded))
    if not begins and _IS_A_QUESTION.search(found["what"]) is None:
        return None
    start = sentence.start + found.end()
    return replace(sentence, start=start, text=text, folded=folded, asks=True)


def _cut(sentence: Sentence) -> Iterator[Sentence]:
    edges = [0, *_edges(sentence.folded), len(sentence.folded)]
    for start, end in pairwise(edges):
        text, folded = sentence.text[start:end], sentence.folded[start:end]
        asks = any(one.asks for one in sentences_of(text, folded))
        yield replace(
            sentence,
            start=sentence.start + start,
            end=sentence.start + end,
            text=text,
            folded=folded,
            asks=asks and _TELLING.match(folded) is None,
        )


def _edges(folded: str) -> Iterator[int]:
    """Where a clause begins, each some words after the one before."""
    last = 0
    for found in _CLAUSE.finditer(folded):
        before = folded[last : found.start()]
        enough = len(words(before).split()) >= _SHORTEST
        left = len(words(folded[found.start() :]).split()) >= _SHORTEST
        if enough and left and _JOINED.search(f" {before} ".rstrip()) is None:
            yield found.end()
            last = found.end()
