"""Is a company named as the one of whoever writes? The words about it tell. PURE.

"At Globex we have 40 people", "dirijo Viveros Olea", "soy Elena, de Pinturas Roca": theirs. "At
Globex they told me", "mi hermano trabaja en Indra", "we buy from Soylent": somebody else's.
"""

import re
from collections.abc import Iterator

from agent.cues import words
from qualification.normalise import fold, read_contact
from qualification.normalise.employers import is_known_otherwise
from qualification.values import Language

_KIND = (
    r"(?:company|firm|business|agency|startup|start up|shop|store|studio|clinic|restaurant|"
    r"practice|employer|empresa|firma|negocio|tienda|agencia|compania|despacho|taller|estudio|clinica|"
    r"restaurante|constructora|consultora)"
)
_OURS = re.compile(
    r"(?:^| )(?:(?:i m|i am|im|i|us|we) (?:\S+ )?(?:at|with|for)|"
    r"(?:here|over here|over|all of us|us|the team|everyone|all) (?:at|in)|"
    r"(?:i m|i am|im|as|i|we|we re|we are) (?:\S+ ){1,7}?(?:at|of|for|over at)|"
    r"(?:head|director|manager|ceo|cto|coo|cfo|owner|founder|responsable|director[a]?|gerente|"
    r"jef[ea]|duen[oa]|socio|socia|fundador[a]?|encargad[oa]|comercial) (?:\S+ ){0,4}?(?:at|of|de|"
    r"del|en|for)|(?:run|own|founded|manage|lead|represent|started|direct|dirijo|represento|regento|"
    r"administro|llevo|gestiono|fundamos|fundo|monte|abri)(?: (?:a|al|the))?|"
    r"(?:llevo|llevamos|gestiono|hago|coordino) (?:\S+ ){1,4}?(?:de|en|del)|"
    r"(?:on behalf of|en nombre de|de parte de|desde|called|named|llamamos|llama|call ourselves)|"
    r"(?:nosotros|nosotras|aqui|aca|todos) en|^en|^at|los de|"
    r"(?:soy|somos)(?: \S+){0,5}? (?:de|del|en)|(?:trabajo|trabajamos|escribo|llamo) "
    r"(?:en|para|de|desde)|(?:we re(?! at)|we are(?! at)|somos|soy de|i m from|i am from|"
    r"we re from|we are from)|"
    rf"(?:my|our|mi|nuestr[oa]) (?:\S+ )?{_KIND}(?: is| s| es| se llama| called)?)"
    r"(?: (?:the|a|an|la|el|los|las))? $"
)
"""What stands before it, in its clause or just before that."""
_PRESENTED = re.compile(
    r"(?:^| )(?:soy|i m|i am|this is|im|aqui|it s) \S+ (?:de|del|from|of|at|en) $"
)
_AFTER = re.compile(
    r"^(?:here|is (?:our|my)|es (?:nuestr[oa]|mi)|needs|wants|is looking|necesita|quiere|"
    r"busca)(?= |$)"
)
_PLACED = re.compile(r"(?:we re|we are|estamos) (?:at|en) $")
_AT_ALONE = re.compile(r"(?:^|^\S+ )(?:at|en) $")
_WE_DO = re.compile(
    r"^(?:\S+ ){0,2}?(?:we|our|i|everyone|nos|nuestr\w+|somos|tenemos|hacemos|estamos|vamos|"
    r"\w{2,}mos)(?= |$)"
)
"""After "at Globex": what we do there."""
_KIN = (
    r"(?:wife|husband|brother|sister|friend|cousin|son|daughter|mother|father|neighbou?r|boss|"
    r"supplier|vendor|customer|client|competitor|agency|accountant|bank|landlord|mujer|marido|"
    r"hermano|hermana|amigo|amiga|primo|prima|hijo|hija|madre|padre|vecino|vecina|proveedor|"
    r"cliente|competidor|competencia|gestor|gestoria|asesor|asesoria|banco|casero|agencia)"
)
_OTHERS = re.compile(
    r"(?:^| )(?:used to|formerly|previously|left|quit|ex|former|old|antes|antigu[oa]|anterior|deje|"
    r"estuve|trabajaba|trabaje|worked|until|hasta|someone|somebody|alguien|they|ellos|"
    r"(?:my|our|mi|mis|nuestr\w+|un|una|a|an|el|la|los|some|your|su|sus|vuestr\w+) (?:\S+ )?"
    rf"{_KIN}(?:s|es)?|sell|sold|vend\w+|buy|bought|compr(?!as )\w+|compet\w+|compar\w+|use|using|"
    r"usamos|uso|usabamos|utiliz\w+|looked|look|miramos|mirando|tried|probamos|switch\w*|moving|"
    r"move|cambi\w+|venimos|vengo|llegan|get (?:\S+ )?leads|found|encontre|saw|vi|visto|heard|"
    r"recommended|recomend\w+|met|conoci\w*|descuento|discount|do you|trabajan|trabajais|trabajas|"
    r"have you)(?= |$)"
)
"""Before it: it is somebody else's, or what they use, buy, or once had."""
_THEIRS = re.compile(
    r"(?:^| )(?:they|ellos|told (?:me|us)|called me|closed|cerro|hasta|until|"
    r"(?:nos|me) (?:piden|cobran|hacian|ofrec\w+|atendieron|dijeron|dijo|llamo|llamaron|"
    r"recomend\w+))(?= |$)"
)
"""After it: it is somebody else's."""
_SENTENCE = re.compile(r"[!?;:\n()]+|\.(?=\s|$)")
_NEAR = 6
"""Words before and after it that say whose it is."""


def is_their_company(text: str, language: Language, company: str) -> bool:
    """Whether a message names a company as the one of its author."""
    if is_known_otherwise(company):
        return False
    read = read_contact(text, language)
    if any(one.kind == "company" and fold(one.value) == fold(company) for one in read):
        return not any(_is_anothers(before, after) for before, after in _about(text, company))
    return any(_is_theirs(before, after) for before, after in _about(text, company))


def _about(text: str, company: str) -> Iterator[tuple[str, str]]:
    """What stands before and after each mention of it, in its sentence."""
    for sentence in _SENTENCE.split(fold(text)):
        said, wanted = words(sentence).strip(), words(fold(company)).strip()
        before, found, after = f" {said} ".partition(f" {wanted} ")
        if found:
            near = before.split()[-_NEAR:]
            yield "".join(f"{one} " for one in near), " ".join(after.split()[:_NEAR])


def _is_anothers(before: str, after: str) -> bool:
    return bool(_OTHERS.search(before) or _THEIRS.search(after))


def _is_theirs(before: str, after: str) -> bool:
    if _is_anothers(before, after) or _PLACED.search(before):
        return False
    if _AT_ALONE.search(before):
        return _WE_DO.match(after) is not None
    led = _OURS.search(before) or _PRESENTED.search(before)
    return led is not None or _AFTER.match(after) is not None
