"""Does a "now" say how things are, rather than when something is wanted? PURE.

"Right now we pay 200" and "ahora mismo usamos Excel" are no wish to begin today.
"""

import re

from agent.cues import words
from agent.sentences import Sentence, around
from qualification.values import Span

_NOW = re.compile(
    r"(?:right now|just now|now|at the moment|currently|at present|today|nowadays|these days|"
    r"ahora|ahora mismo|hoy|hoy en dia|actualmente|en este momento|a dia de hoy|de momento)"
)
_STATE_AFTER = re.compile(
    r" ?(?:(?:we|i|it|they|there|our|my|everything|nobody|no one|lo|la|los|las|nos|me|se|le|no|"
    r"todo|nadie|solo|only|just) (?:\S+ )?)?(?:are|am|is|re|m|s|have|ve|use|using|pay|paying|spend|"
    r"work|working|do|don|run|track|keep|manage|rent|live|lose|got|\w+mos|tengo|uso|pago|estoy|soy|vivo|"
    r"llevo|hago|gasto|es|esta|hay|va|van|lleva|pierdo|trabajo)(?= |$)"
)
"""Right after it: how things are now."""
_WISH = re.compile(r" (?:like|want|need|start|begin|ready|quer\w+|necesit\w+|empez\w+|urge\w*) ")
_FEW = 4
"""Words of a message in which a "now" stands for itself."""


_HAPPENS = re.compile(
    r"(?:(?:nos|se|siempre|ya) )?(?!quer|necesit|empez|pod|tendr|arranc|comenz|vamos|pens|esper|"
    r"gustar)\w+[aei]mos(?= |$)|"
    r"(?:we|i|it) (?:always |usually |all )?(?:close|hire|take|have|get|go|open|stop|shut|double)"
    r"(?= |$)(?! to | it | this )"
)
"""Right after a time: what happens then ("en verano cogemos a tres más")."""


def tells_what_happens_then(sentence: Sentence, span: Span) -> bool:
    """Whether a time that nobody asked about only says when something is usual."""
    _, after = around(sentence, span)
    return _HAPPENS.match(" ".join(after)) is not None


def tells_of_the_present(sentence: Sentence, span: Span, *, asked: bool) -> bool:
    """Whether a time of a sentence only says when something is as it is."""
    start, end = span[0] - sentence.start, span[1] - sentence.start
    if _NOW.fullmatch(words(sentence.folded[start:end])) is None:
        return False
    after = words(sentence.folded[end:])
    if _WISH.search(f" {' '.join(after.split()[:_FEW])} ") is not None:
        return False
    if _STATE_AFTER.match(after) is not None:
        return True
    said = f" {words(sentence.folded)} "
    return not asked and len(said.split()) > _FEW and _WISH.search(said) is None
