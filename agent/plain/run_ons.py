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


def clauses_of(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences, each run-on in its clauses."""
    for sentence in sentences:
        if len(words(sentence.folded).split()) < LONG or sentence.marked:
            yield sentence
        else:
            yield from _cut(sentence)


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
