"""Which words of a message are somebody else's? PURE.

What a customer may write some day, what we asked of another company, and what is repeated to wonder
at it: none of it is a wish of whoever writes.
"""

import re

_OTHERS = (
    r"(?:customers?|clients?|leads?|prospects?|patients?|guests?|subscribers?|users?|people|they|"
    r"someone|somebody|anyone|anybody|contacts?|tenants?|students?|buyers?|"
    r"clientes?|pacientes?|usuarios?|suscriptores|contactos?|alguien|gente|alumnos?|huespedes|"
    r"interesados?|inquilinos?)"
)
_SAYS = (
    r"(?:says?|said|saying|tells?|told|asks?|asked|reply|replies|replied|writes?|wrote|types?|"
    r"typed|texts?|texted|sends?|answers?|"
    r"dicen?|diga|digan|dijo|dijeron|responden?|responda|contestan?|conteste|escriben?|escriba|"
    r"manda|mande|piden?|pida|pone|ponga|pidio|pidieron)"
)
_REST = r"[^.!?;\n]*"
_SAID = re.compile(
    rf"\b{_OTHERS} (?:[a-z]+ )?{_SAYS}\b(?! (?:you|u)\b){_REST}"
    r"|\b(?:he|she|they|we|i) (?:told|asked|begged) (?:them|him|it)\b"
    rf"{_REST}"
    r"|\b(?:i|we) (?:already |have |had |once )*(?:asked|told|begged|emailed|wrote to) "
    rf"(?!you\b|u\b|ya\b|y all\b|for\b|to\b|that\b|not\b|again\b|nicely\b|already\b){_REST}"
    r"|\b(?:les? )?(?:dije|dijimos|pedi|pedimos|he dicho|hemos dicho|he pedido|hemos pedido|"
    rf"solicite|escribi) a (?:los|las|la|el|mi|un|una|[a-z]+) {_REST}"
)
_ECHOED = re.compile(
    r"^[^\w]*(?:stop|quit|baja|para|parar)(?: it| that| this)? ?\? *(?:why|what|who|how|when|"
    r"stop|[^\w]*(?:por que|que|quien|como|para que|a que))\b[^.!]*"
)


def without_others(folded: str) -> str:
    """A folded message without what others say in it."""
    return _SAID.sub(" ", _ECHOED.sub(" ", folded))
