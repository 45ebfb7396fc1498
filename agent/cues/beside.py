"""Which signals does the rest of a message take back? PURE.

Who tells of a need is no seller; who asks for something and wants no advertising goes on talking.
"""

import re
from collections.abc import Callable, Iterator

from qualification.signals import Signal

_EXCLAIMED = re.compile(
    r"^(?:(?:oh|wow|ha|haha|lol|omg|no|hey|ay|uy|anda|hala|jaja|vaya) )*"
    r"(?:stop(?: it| right there)?|para|quita|quieto|calla|basta) "
    r"(?:(?:that|this|it|you|what|those|these|eso|esto|es|que|me|menudo|vaya|pedazo|un|una|s|is|re|"
    r"are|sounds?|looks?|seems?|a|an|so|such|really|actually|parece|suena|muy|tan|super) )+"
    r"(?:(?:\w+ ){0,2})?"
    r"(?:great|amazing|awesome|brilliant|fantastic|incredible|perfect|unbelievable|lovely|wonderful|"
    r"excellent|bargain|steal|superb|genial|increible|fantastico|precioso|perfecto|ganga|chollo|"
    r"buenisimo|buenisima|estupendo|maravilla|preciazo|pasada)(?= |$)"
)
"""A stop in delight: "stop! that is a great price"."""
_AFTER_ALL = frozenset(
    """
    stop but pero no not para though aunque leave deja dejad way
    """.split()  # noqa: SIM905
)
"""Words after a delight that may yet turn it round."""
SignalsOf = Callable[[str], frozenset[Signal]]

_NEED = re.compile(
    r"\b(?:(?:se|que) (?:nos|me) (?:\w+ )?(?:pierd|escap|olvid|acumul|amonton|traspapel|cae|qued|"
    r"van)\w*|no (?:damos|doy|dan) abasto|no llegamos a|"
    r"(?:perdemos|pierdo|perdiendo) (?!el tiempo)|no (?:contestamos|respondemos|seguimos)\b|"
    r"tardamos|vamos (?:fatal|muy mal|desbordad)|"
    r"(?:estamos|estoy) (?:desbordad|saturad)|"
    r"(?:necesit|busc)(?:amos|o|abamos|aba) (?!trabajo|empleo|practicas)|"
    r"(?:we|i)(?: are|re| m| am)? (?:\w+ )?(?:los[et]|losing|forget|miss|missing|struggl|swamp|"
    r"overwhelm|drown|need)\w*|(?:can t|cannot|can not) keep up|"
    r"falls? through the cracks|falling through|slip(?:s|ping)? (?:away|through))"
)
"""What goes wrong with those who sell, told of themselves."""
_PITCH = re.compile(
    r"\b(?:(?:os|les?|te) (?:ofre|vend|propo|present|ayud|pued)\w*|"
    r"(?:ofrece|vende|presenta|propone|ayuda|manda|envia)r(?:les?|os|te)\b|"
    r"(?:su|sus|vuestr[ao]s?|tu) (?:empresa|web|pagina|negocio|ventas|marca)|"
    r"(?:offer|sell|pitch|show|help|introduce|send) (?:it |this )?(?:to )?you\b|"
    r"companies like yours|partnership|guest post|"
    r"your (?:company|business|website|site|traffic|sales|brand|team|google))"
)
"""What is offered to us all the same."""
_ADVERTISING = re.compile(
    r"\b(?:(?:y|pero|and|but) )?(?:(?:por favor|please|eso si) )?(?:"
    r"no (?:me|nos) (?:mand|envi|llen)\w+ (?:mas )?(?:de )?|"
    r"(?:pero )?no (?:quiero|queremos) (?:recibir )?|sin (?:que me (?:mand|envi)\w+ )?|"
    r"(?:don t|do not) (?:send|sign) (?:me|us) (?:up for )?(?:any )?|"
    r"(?:i |we )?(?:don t|do not) want (?:any )?|no )"
    r"(?:publicidad|propaganda|publi|spam|promociones|newsletters?|boletines|ads|advertising|"
    r"promotions|marketing(?: e ?mails)?)\b(?: por favor| please)?"
)
_WISH = re.compile(
    r"\b(?:(?:quiero|queremos|quisiera|querria|necesito|necesitamos|busco|buscamos) (?!que\b|no\b|"
    r"dar\w*|dej\w+|desuscrib\w+|hablar|saber|la baja|una baja|baja|mi baja|nada)\w+|"
    r"(?:i|we) (?:\w+ )?(?:want|need|d like|would like)(?: to)? (?!be\b|stop|unsubscribe|opt|"
    r"speak|talk|out|no\b|you\b|nothing)\w+|(?:looking|look) (?:for|to))"
)


def taken_back(said: str, signals: frozenset[Signal], signals_of: SignalsOf) -> Iterator[Signal]:
    """Of the signals of a message given as its words, those that the rest of it takes back."""
    if Signal.WRONG_PERSON in signals and _NEED.search(said) and not _PITCH.search(said):
        yield Signal.WRONG_PERSON
    delight = _EXCLAIMED.match(said) if Signal.OPT_OUT in signals else None
    if delight is not None and _AFTER_ALL.isdisjoint(said[delight.end() :].split()):
        yield Signal.OPT_OUT
    if Signal.OPT_OUT in signals and _ADVERTISING.search(said):
        rest = _ADVERTISING.sub(" ", said)
        if _WISH.search(rest) and Signal.OPT_OUT not in signals_of(rest):
            yield Signal.OPT_OUT
