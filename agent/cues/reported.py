"""Which words of a message are somebody else's? PURE.

What a customer may write some day, what we asked of another company, what is repeated to wonder at
it, and what goes wrong in a business ("we lose sales by not calling"): none of it is a wish of
whoever writes.
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
_STAFF = (
    r"comercial(?:es)?|vendedor(?:es|as?)?|equipo|empleados?|asesor(?:es)?|agentes?|reps?|team|"
    r"staff|sales ?(?:people|men|reps?|team)|agents?|employees?"
)
_THEIRS = r"(?:los|las|el|la|mis?|nuestr[oa]s?|muchos|algunos|our|my|the|some|many|most)"
_TOLD = re.compile(
    rf"\b(?:they|{_THEIRS} (?:[a-z]+ )?(?:{_OTHERS}|{_STAFF})) (?:nos |ya |se |just |then |often )*"
    r"(?:deja(?:n|ba|ban|ron)?|dejo|han dejado|ha dejado|suelen?|stop|stops|stopped|never|"
    r"have stopped|keep not) "
    r"(?:de |no )?[a-z]+(?! (?:me|us)\b)\b"
    r"|\b(?<!gracias )(?:por|es|era|suelen?|solemos) no "
    r"(?:llamar|escribir|contactar|contestar|mandar|enviar)\b(?! mas\b)"
    r"|\b(?<!thanks )(?<!thank you )(?:by|for|is|was) not "
    r"(?:calling|texting|writing|emailing|contacting|messaging)\b"
    r"(?! (?:me|us|again|any ?more)\b)"
    r"|\b(?:(?:nos |me )?olvid(?:amos|an|a)(?: de)?|se nos olvide|tiempo (?:para|de)) "
    r"(?:llamar|escribir|contactar|contestar)(?:l[oae]s?)?\b"
    r"|\bse (?:nos|me|les) (?:dan|da|dieron|dio) de baja\b"
    r"|\bwe (?:do not|don'?t|did not|didn'?t|never|forget to|forgot to) "
    r"(?:follow up|call|text|write|email|contact|answer)\b"
    r"|\b(?:nobody|no one) (?:calls?|texts?|writes|emails?|contacts?|follows up|answers?)\b"
    r"(?! (?:me|us)\b)"
    r"|\bse (?:nos|me|les|le) (?:\w+ )?(?:olvid|pierd|escap|pas|traspapel|qued|acumul|amonton|"
    r"junt|cae|va)\w*\b[^,.!?;\n]*"
    r"|\b(?:messages?|leads?|emails?|requests?|calls?|texts?|deals?) (?:often |just )?gets? lost\b"
    r"|\b(?:we|i) had to stop [a-z]+\b"
)
"""Who does not call or write, or why that costs them something, is told and not asked for."""


def without_others(folded: str) -> str:
    """A folded message without what others say or fail to do in it."""
    return _TOLD.sub(" ", _SAID.sub(" ", _ECHOED.sub(" ", folded)))
