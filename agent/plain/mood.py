"""Is it so, or is it only supposed, remembered or ruled out? The clause around a quote tells. PURE.

Clauses are given as their folded words.
"""

import re

_SUPPOSED = re.compile(
    r"\b(?:if (?:only )?(?:\w+ ){1,2}(?:had|were|was|got|could|won|made|earned)|"
    r"(?:i|we) wish|imagine|pretend|"
    r"(?:si|ojala|aunque|como si) (?:\w+ ){0,3}?(?!para |ahora |compara |separa |prepara )"
    r"\w+(?:iera|ieras|ieramos|ieran|iese|iesen|iesemos|uera|ueramos|ueran|ara|aramos|aran|ase)|"
    r"ojala|imagin[ae]\w*)\b"
)
"""A condition that does not hold, a wish: "if we had 50k", "ojalá fuera mía"."""
_LONGED_FOR = re.compile(
    r"\b(?:(?:love|like) to (?:have|be|decide|own)|hop(?:e|ing) to (?:be|have|own|grow)|"
    r"dream\w*|some ?day|one day|gustaria (?:\w+ )?(?:tener|ser|decidir|poder|que)|"
    r"(?:espero|esperamos|queremos) (?:llegar a )?(?:ser|tener)|algun dia|llegar a (?:ser|tener))\b"
)
"""Not so yet."""
_WAS = re.compile(
    r"\b(?:used to|formerly|previously|once (?:was|were|had)|back then|in the past|no longer|"
    r"had|(?:were|was)(?! (?:about )?[#\d])|last (?:year|month|quarter)|"
    r"before (?:covid|the pandemic|that)|"
    r"antes(?! de| del| que)|solia\w*|teniamos|tenia|eramos|era(?! (?:de )?[#\d])|fui(?:mos)?|fue|"
    r"hubo|habia|llegamos a|decidia\w*|(?:ano|mes|trimestre) pasado|en su dia|en su momento)\b"
)
_MEANT = re.compile(
    r"\b(?:in mind|thinking|thought|plann?\w*|set aside|put aside|budgeted|hop(?:ed|ing)|wanted|"
    r"agreed|approved|given|told|talk\w*|aiming|looking|going to|pensad[oa]|pensando|pensabamos|"
    r"pensaba|previst[oa]|hablad[oa]|hablando|reservad[oa]|apartad[oa]|presupuestad[oa]|idea|"
    r"acordad[oa]|aprobad[oa]|dad[oa]|dicho|calculad[oa]|calculabamos)\b"
)
"""Told as past, and still meant: "we had in mind", "teníamos previsto"."""
_RULED_OUT = re.compile(
    r"^(?:(?:is|are|s|it|that|would|be|seems?|sounds?|just|far|a|way|es|son|seria|eso|nos|me|"
    r"parece|resulta|un|una|pues|sorry|lo) )*"
    r"(?:out of the question|impossible|unthinkable|too much|too many|too (?:high|expensive)|"
    r"not (?:possible|happening|an option|needed|necessary|part|included|us|mine|ours|it)|no way|"
    r"(?:isn|aren|wasn) t (?:needed|necessary|part|included|possible|happening|an option|mine)|"
    r"never|forget it|no longer|not any ?more(?! than)|crazy|ridiculous|unaffordable|dead|"
    r"that s gone|gone|stays?\b|imposible|impensable|demasiad[oa]|muchisimo|barbaridad|locura|"
    r"disparate|excesiv\w+|inasumible|ni (?:hablar|loc[oa]|en (?:broma|suenos)|de (?:broma|cona)|"
    r"sonarlo|pensarlo|mucho menos)|nunca|jamas|en absoluto|ya no|no (?:puede ser|es mi[oa]|"
    r"hace(?:n)? falta|nosotros|gracias)|no (?:la|lo|las|los) \w+|se queda\w*)(?= |$)"
)
"""What comes after the words and rules them out."""
_EXCEPT = re.compile(
    r"(?:^| )(?:(?:anything|everything|all|nothing|todo|cualquier cosa) (?:but|except)|"
    r"except(?: for)?|apart from|other than|rather than|instead of|excepto|salvo|quitando|"
    r"en vez de|en lugar de|(?<!o )(?<!al )(?<!lo )menos(?! de| que)) (?:\S+ ){0,2}$"
)
_PRETERITE = re.compile(r"\w{2,}(?:ó|aron|ieron)\b|\b(?:nací|nacimos|abrimos|compré|firmé)\b")
"""Spanish past that only its accent tells: "acabó", in words as they are written."""
_PAST_EN = re.compile(
    r"\b(?:bought|sold|ended|launched|opened|moved|hired|lost|was|were|did|got|came|went|left|"
    r"founded|started|ago|since|expired|last (?:year|month|week)|used to|hace(?! falta)|"
    r"(?:ano|mes) pasado|semana pasada|empezamos|fundamos|abrimos)\b"
)
_AHEAD = re.compile(
    r"\b(?:want\w*|need\w*|like|have (?:it|this|that)|get (?:it|this|that)|by|hop\w+|plan\w*|"
    r"scheduled|aim\w*|looking|will|going to|should|must|ll|d|think\w*|thought|has to|due|deadline|"
    r"quer\w+|quier\w+|necesit\w+|pens\w+|esper\w+|tendr\w+|para|antes de)\b"
)
"""Told as past or not, it lies ahead: "we wanted it in March"."""


def is_supposed(clause: str) -> bool:
    """Whether a clause only supposes or wishes what it says."""
    return _SUPPOSED.search(clause) is not None


def is_longed_for(clause: str) -> bool:
    """Whether a clause tells what one would like to have or be some day."""
    return _LONGED_FOR.search(clause) is not None


def is_over(clause: str) -> bool:
    """Whether a clause tells of what was, and is not still meant."""
    return _WAS.search(clause) is not None and _MEANT.search(clause) is None


def happened(clause: str, written: str) -> bool:
    """Whether a clause tells of something done at a time; `written` has its accents."""
    past = _PAST_EN.search(clause) or _PRETERITE.search(written.lower())
    return past is not None and _AHEAD.search(clause) is None


def is_ruled_out(after: str) -> bool:
    """Whether words are taken away by those that come right after them."""
    return _RULED_OUT.search(after) is not None


def is_excepted(before: str) -> bool:
    """Whether the words before some make them the exception: "anything but the kitchen"."""
    return _EXCEPT.search(before) is not None
