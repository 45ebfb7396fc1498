"""Is a length of time an amount of work, a habit or a term, rather than when something is wanted?
PURE.

"15 hours a week", "cada presupuesto nos lleva dos días", "we answer within 48 hours", "payment
terms are 60 days": the normaliser reads a time in each, and none of them says when.
"""

import re

from agent.cues import words
from agent.plain.utterance import every_phrase
from agent.sentences import Sentence, around
from qualification.normalise import fold
from qualification.script import NumberQuestion
from qualification.values import Money, Number, Span

_UNIT = (
    r"(?:hours?|hrs?|h|days?|weeks?|months?|years?|minutes?|mins?|horas?|h|dias?|semanas?|mes(?:es)?|"
    r"anos?|minutos?|quincenas?|jornadas?|"
    r"mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mornings?|"
    r"lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|mananas?|tardes?)"
)
_COUNT = (
    r"(?:\d+(?:[.,]\d+)? ?|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"fifteen|twenty|thirty|forty|sixty|ninety|half|couple|few|several|un|una|dos|tres|cuatro|cinco|"
    r"seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|sesenta|noventa|medi[oa]|"
    r"par|varios|varias|unos|unas|pocos|pocas) (?:of |an? |de |y media )?)"
)
_LENGTH = re.compile(rf"(?:^| ){_COUNT}{_UNIT}(?= |$)")
_DATED = re.compile(r"(?:^| )(?:next|this|coming|que viene|proxim\w+|est[ae]|from now)(?= |$)")
_COUNTED = re.compile(
    r"(?:hours?|hrs?|days?|weeks?|months?|years?|minutes?|mins?|horas?|dias?|semanas?|mes(?:es)?|"
    r"anos?|minutos?)\b"
)
_HOURLY = re.compile(r"(?:^| |\d)(?:hours?|hrs?|h|minutes?|mins?|horas?|minutos?|days|dias)(?= |$)")
_TIME = re.compile(
    r"\b(?:hours?|days|weeks|months|years|minutes|horas?|dias|semanas|meses|anos|minutos)\b"
)
_EACH = rf"(?:a|an|per|each|every|al|a la|por|cada|of each|of every) (?:\S+ )?{_UNIT}"
_RATE = re.compile(
    rf"^(?:\S+ ){{0,4}}?(?:{_EACH}|"
    r"(?:each|every|per|cada|por) (?!(?:favor|lo|eso|ahora|si|la|el|las|los)\b)\S+|"
    r"daily|weekly|monthly|yearly|diari[oa]s?|seman(?:al|ales)|mensual(?:es)?|anuales|"
    r"(?:on|in) average|average|de media|de promedio)(?= |$)"
)
"""After a length: how often, or for how many."""
_RATED = re.compile(rf"\S+ {_UNIT} (?:{_EACH}|weekly|daily|semanal\w*|diari\w+)(?= |$)")
"""The length itself says so: "10 hours a week"."""
_OF = re.compile(
    r"^(?:(?:of|de) (?:\S+ )?(?:work|stock|warranty|experience|training|delay|notice|holidays?|"
    r"admin|free trial|trial|data|paperwork|trabajo|existencias|garantia|permanencia|prueba|"
    r"experiencia|formacion|retraso|carencia|preaviso|vacaciones|papeleo|datos|antiguedad|gestion)|"
    r"(?:long )?(?:meetings?|calls?|shifts?|trial|trials|contracts?|delay|delays|warranty|wait|"
    r"queue|backlog|old|on the|copying|typing|chasing|doing|copiando|tecleando|persiguiendo|"
    r"haciendo|cuadrando|contestando|buscando|metiendo|pasando|late|tarde|de retraso))(?= |$)"
)
"""After a length: what it is one of."""
_NOUN = re.compile(
    r"(?:^| )(?:trials?|meetings?|contracts?|warrant(?:y|ies)|cycles?|shifts?|delays?|terms|"
    r"(?:reply|response|answer|lead|waiting|wait|turnaround|average|delivery) times?|"
    r"prueba|pruebas|reunion|reuniones|contrato|garantia|permanencia|ciclo|ciclos|turnos?|jornadas?|"
    r"retraso|pago|cobro|tiempo (?:de (?:respuesta|espera|entrega)|medio)|media|ciclo de ventas?) "
    r"(?:\S+ ){0,2}?(?:(?:is|was|are|were|of|takes?|lasts?|es|era|fue|son|eran|de|dura\w*|a|en) )*"
    r"(?:(?:about|around|only|unas|unos|casi|nearly|at|de) )*$"
)
_EVERY = re.compile(r"(?:^| )(?:every|each|cada|jornadas? de|turnos? de|once a|una vez)(?: \S+)? $")
_HABIT = re.compile(
    r"(?:^| )(?:tak(?:e|es|ing|en)|took|spend\w*|spent|wast\w+|los(?:e|es|ing|t)|eats?(?: up)?|"
    r"burn\w*|cost|costs|lasts?|wait|waits|waiting|waited|travel\w*|answer|answers|answered|repl\w+|"
    r"respond\w*|get back|follow up|go cold|goes cold|due|invoice\w*|bill\w*|"
    r"tard(?:o|a|as|an|amos|aba|aban|abamos|aron|amos)|llev(?:a|an|aba|amos)|ech(?:o|a|an|amos)|"
    r"dedic(?:o|a|an|amos)|perd(?:emos|ia|iamos)|pierd(?:o|e|en)|gast(?:o|a|an|amos)|"
    r"invert(?:imos|ia)|inviert(?:o|e|en)|(?:nos|me|se) van?|consume\w*|ocupa\w*|duran?|"
    r"pag(?:o|a|an|amos)|cobr(?:o|a|an|amos)|contest(?:o|a|an|amos)|respond(?:o|e|en|emos)|"
    r"atend(?:emos|ia)|atiend(?:o|e|en)|esper(?:a|an|aban)|enfri(?:a|an)|viaj(?:o|a|an|amos)) "
    r"(?:\S+ ){0,5}$"
)
"""What they do for so long, or so soon, as a rule."""
_WISHED = re.compile(
    r"(?:^| )(?:want\w*|need\w*|should\w*|must\w*|can|cannot|could\w*|would|d|ll|will|hop\w+|"
    r"like|give|gonna|going to|max|launch\w*|start\w*|live|ready|running|"
    r"quer\w+|quier\w+|necesit\w+|pued\w+|pod\w+|deb\w+|gustar\w+|tendr\w+|tiene que|hay que|"
    r"que no|listo|lista|marcha|empez\w+|urge\w*|esperamos|espero|empiez\w+|arranc\w+|como mucho|"
    r"como maximo)(?= |$)"
)
"""A wish in the clause: it may say when after all."""
_LED = re.compile(r"^(?:in|within|en|dentro|de aqui|before|antes|less|menos|next|proxim\w+)(?= )")
_HOURS = re.compile(r"(?:^| |\d)(?:hours?|hrs?|h|horas?)(?= |$)")
_FIGURE = re.compile(r"\d+")
_DAY = 24


def tells_how_long(sentence: Sentence, span: Span) -> bool:
    """Whether a time of a sentence is a length and no date."""
    before, after = around(sentence, span)
    said = words(sentence.folded[span[0] - sentence.start : span[1] - sentence.start]).strip()
    return is_a_length(" ".join(before), said, " ".join(after))


def counts_time(folded: str, value: Money | Number) -> bool:
    """Whether a bare figure of a message is one of time: "10 hours a week" is neither a price by
    the week nor a head count, nor is "half of them".
    """
    if isinstance(value, Money) and value.currency is not None:
        return False
    if isinstance(value, Number) and value.max is not None and 0 < value.max < 1:
        return True  # "half of them"
    said = words(folded[slice(*value.span)])
    counted = _COUNTED.match(folded[value.span[1] :].lstrip())
    return counted is not None or _HOURLY.search(said) is not None


def asks_for_time(question: NumberQuestion) -> bool:
    """Whether it is hours or days that a question wants to be counted."""
    asked = (*every_phrase(question.ask), *every_phrase(question.says or {}))
    return any(_TIME.search(words(fold(one))) for one in asked)


def is_a_length(before: str, said: str, after: str) -> bool:
    """Whether a time, given as the folded words of its clause, is a length and no date."""
    if _LENGTH.search(said) is None or _DATED.search(said):
        return False
    lead = f"{before.strip()} " if before.strip() else ""
    if _RATED.search(said) or _RATE.match(after) or _OF.match(after) or _EVERY.search(lead):
        return True
    if _is_an_amount_of_hours(said):
        return True
    if _WISHED.search(f"{lead}# {after}"):
        return False
    return bool(_NOUN.search(lead) or _HABIT.search(lead))


def _is_an_amount_of_hours(said: str) -> bool:
    """ "10 horas" is work; "48 horas" are two days, and "in 10 hours" is when."""
    if _HOURS.search(said) is None or _LED.match(said):
        return False
    figure = _FIGURE.search(said)
    return figure is None or int(figure[0]) % _DAY != 0
