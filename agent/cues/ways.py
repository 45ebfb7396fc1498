"""Which words of a message refuse only one way of being reached or spoken to? PURE.

"Don't call me, text me", "deme cifras, no me llame", "no me llame antes de las seis": whoever says
so goes on talking and says how. Without a word of what they would rather have, "don't call me" is a
stop (FCC 24-24: any reasonable means; what is in doubt counts as one).
"""

import re
from collections.abc import Iterator

from agent.cues.table import words

_REFUSES = (
    r"(?:do not|don t|dont|dnt|never|no need (?:to|for)|you needn t|not|stop|quit|skip|no|without|"
    r"avoid|rather you didn t|rather you don t|rather not|prefer not to|prefer no|prefer you not|"
    r"hate|can t take|cannot take|can t do|don t do|"
    r"(?:prefiero|preferiria|preferimos|mejor|hace falta|es necesario|quiero|queremos) que no|"
    r"no|nunca|sin|nada de|ni|evite|evita|eviten|evitad|dej[ae]\w*(?: ya)? de|"
    r"ahorr(?:ese|ate)|paso de|odio|tampoco)"
)
_CALLS = (
    r"(?:(?:voice |phone |video |cold |telephone )?call(?:s|ing)?|ring(?:ing)?|phon(?:e|es|ing)|"
    r"telephon(?:e|ing)|llam(?:e|en|es|eis|ar|arme|arnos|ando|ada|adas)|telefon\w+|por telefono)"
)
_LATER_OR_THERE = (
    r"(?:antes de|despues de|a partir de|hasta|a las|a la hora|al mediodia|de noche|de madrugada|"
    r"(?:por|de) (?:la|las) (?:manana|mananas|tarde|tardes|noche|noches)|entre|mientras|durante|"
    r"en horario|en hora|(?:el|los|este|este|al) (?:lunes|martes|miercoles|jueves|viernes|sabado|"
    r"sabados|domingo|domingos|finde|fin de semana|fines de semana|fijo|trabajo|despacho|movil)|"
    r"al (?:fijo|trabajo|movil|despacho)|a la (?:oficina|tienda|consulta|obra|casa)|a casa|"
    r"(?:en|hoy|ahora|todavia|aun|manana)(?= |$)|before|after|until|till|between|during|while|"
    r"when i|at work|at home|at the office|at night|at lunch|at weekends|this early|this late|"
    r"so (?:early|late)|in the (?:morning|mornings|evening|evenings|afternoon|afternoons|office)|"
    r"on (?:my|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends|sunday|"
    r"saturday|the landline)|my (?:office|work|home|landline|desk|shop)|the (?:office|landline|"
    r"shop|house)|today|tonight|tomorrow|yet|right now|mornings|evenings|weekends)"
)
_NAMED = (
    r"(?:llam\w+ (?:de )?(?:usted|tu|vos|senor|senora|senorita|don|dona|caballero|jefe|majo|guapo|"
    r"guapa|carino|tio)|habl\w+ (?:de )?(?:usted|tu|vos)|trat\w+ de (?:usted|tu|vos)|"
    r"call me (?:sir|madam|ma am|mr|mrs|miss|ms|mate|bro|dude|dear|darling|love|honey|buddy|boss))"
)
_KIND = (
    r"(?:essays?|novels?|walls? of text|long (?:texts?|messages?|e ?mails?|replies|answers)|"
    r"brochures?|leaflets?|catalog(?:ue)?s?|pdfs?|links?|attachments?|slides|decks?|"
    r"voice (?:notes?|messages?)|audios?|jargon|fluff|waffle|speeches|"
    r"parrafadas?|parrafos?|novelas?|biblias?|testamentos?|tochos?|ladrillos?|discursos?|rollos?|"
    r"folletos?|catalogos?|enlaces|adjuntos|dosieres?|presentaciones|"
    r"(?:mensajes|textos|correos) (?:largos|eternos|kilometricos))"
)
_GIVING = r"(?:send|sending|write|writing|give|giving|text|email|mand\w+|envi\w+|escrib\w+|pas\w+)"
_ONE_WAY = re.compile(rf"^(?:\S+ ){{0,5}}?{_REFUSES} (?:\S+ ){{0,4}}?{_CALLS}(?= |$)")
"""A clause that wants no call."""
_LIMITED = re.compile(
    rf"^(?:\S+ ){{0,3}}?{_REFUSES} (?:\S+ ){{0,3}}?(?:{_CALLS}(?: (?:me|us|por favor|please))? "
    rf"{_LATER_OR_THERE}|{_NAMED}(?= |$))"
)
"""A clause that only says when, where or by what name not to be called."""
_OF_A_KIND = re.compile(
    rf"^(?:\S+ ){{0,3}}?{_REFUSES} (?:\S+ ){{0,2}}?{_GIVING} (?:\S+ ){{0,2}}?{_KIND}(?= |$)"
)
"""A clause that wants nothing long, or nothing attached."""
_TAIL = re.compile(r"(?:^| )(?:llamadas?|calls?|telefono|phone) (?:no|not|never|nunca)(?: |$)")
"""The no may come last: "llamadas no"."""
_WRITTEN = re.compile(
    r"\b(?:texts?|texting|e ?mails?|emailing|messag\w+|writ\w+|contact\w*|bother\w*|sms|spam\w*|"
    r"escrib\w*|mensajes?|correos?|whatsapps?|contact\w*|molest\w*|insist\w*|publicidad|list|lista|"
    r"numero|number)\b"
)
"""Words of being reached in writing, or of any reaching."""
_FOR_GOOD = re.compile(
    r"\b(?:again|any ?more|ever|no more|any longer|for good|nunca mas|jamas|mas|otra vez|de nuevo|"
    r"vuelv\w+|volv\w+|sig\w+ (?:llam|insist)\w*|keep|basta|hart[oa]s?|sick|tired|fed up|enough)\b"
)
_RATHER = re.compile(
    r"\b(?:(?:just |please |so |and |but |better |rather |only )*(?:text|email|e mail|message|"
    r"whatsapp|dm) (?:me|us)\b|(?:write|reply|answer) (?:to )?(?:me|us|here|back|by|on)\b|"
    r"(?:call|ring|phone|try|use) (?:me on|my (?:mobile|cell)|the mobile)|"
    r"(?:send|give|tell|show|quote) (?:me|us|over)\b(?! (?:a )?(?:break|rest|peace|space|proof|"
    r"confirmation))|"
    r"(?:send|give) (?:the|a|an|your|some|it)\b|just (?:answer|tell|say|write|type|text|send|give|"
    r"email|chat|message|numbers|facts|the)\b|keep it (?:short|brief|simple|here|in writing)|"
    r"(?:text|texts|email|emails|e mail|e mails|mail|whatsapp|chat|messages|here|writing|sms) "
    r"(?:is|are|works?|s|will do|would be|instead|only|please|suits?|preferred)\b|"
    r"(?:by|via|over|on|through|in|prefer|rather|only|use) (?:an? |the )?"
    r"(?:e ?mail|text|texts|whatsapp|chat|here|sms|writing|messages?)\b|"
    r"(?:talk|chat|type|do this|do it|deal) (?:here|by)\b|"
    r"(?:text|email|write|chat|message|type|do it here|have it in writing)(?: \w+)? instead|"
    r"(?:i d|i would|i) (?:rather|prefer to) (?:text|email|write|chat|type|do)|"
    r"what (?:does it|s the|is the|do you) |how much|"
    r"(?:numbers|figures|facts|data|prices?|costs?|a quote|quotes?|the price)(?= |$)|"
    r"(?:escrib|mand|envi|pas|dig|contest|respond|cuent|expli[cq]|hag|llam|pong|wasape)\w*"
    r"(?:me|nos|melo|mela|noslo|nosla)(?= |$)|(?:da|de|den|dad|di|decid|haz)(?:me|nos)(?:l[oa]s?)?"
    r"(?= |$)|"
    r"(?:me|nos) (?:escrib|mand|envi|lo mand|lo envi|lo dig|lo cuent)\w+|"
    r"(?:prefiero|preferimos|mejor|solo|solamente|con|por|basta con|al|un|via|en) (?:(?:el|un|mi|"
    r"por|un|los) )*(?:whatsapp|wasap|correo|mail|e ?mail|mensajes?|escrito|chat|aqui|texto|sms|"
    r"movil|mensajito)\b|(?:whatsapp|correo|mensajes?|chat|e ?mail|escrito) (?:si|mejor|me vale|"
    r"esta bien|va bien|basta|perfecto)\b|escrit[oa]|al grano|sea breve|sea? conciso|"
    r"cuanto (?:cuesta|vale|es|sale)|que (?:cuesta|vale|precio)|"
    r"(?:cifras|numeros|datos|precios?|presupuesto)(?= |$))"
)
"""What somebody would rather have: another way, an answer, a price."""
_NEGATED = re.compile(
    rf"^(?:(?:and|y|or|o|ni|nor|but|pero|just|also|please|por favor) )*"
    rf"(?:{_REFUSES}|not|neither|nor|ni)(?= |$)"
)
_LISTED = re.compile(
    r"^(?:(?:or|nor|and) )?(?:text|e ?mail|message|write|contact|whatsapp|bother|dm)(?: me| us)? "
    r"(?:or|nor|and) (?!.*\b(?:instead|rather|better)\b)|^(?:or|nor|ni|neither)\b"
)
"""The rest of a list of what is refused: "don't call, text or email me"."""
_REACH = (
    r"(?:call|ring|phone|text|e-?mail|message|write|contact|whatsapp|bother)(?:ing)?(?: me| us)?"
)
_EVERY = re.compile(
    rf"(?:^|[.,;:!?] *|\n)(?:(?:please|and|so|but|just|ok|hey) )*"
    rf"(?:do not|don'?t|dont|never|stop|quit) {_REACH}(?: *, *{_REACH})*,? "
    rf"(?:or|nor|and) {_REACH}(?= *(?:$|[.,;:!?\n]|please|again|ever|any ?more|at all))"
)
"""One way after the other, until none is left."""
_CLAUSE = re.compile(
    r"[.,;:!?…\n()]+|\s[-–—]+\s|\b(?:but|pero|just|instead|sino|mejor|"
    r"and(?= (?:send|text|give|tell|write|email|just|answer|message) )|"
    r"y(?= (?:mand|envi|escrib|d[ei]|dig|pas|contest|vay)\w*))\b"
)


_ADDRESSED = re.compile(
    rf"^(?:(?:please|por favor|and|but|so|y|pero|mejor|ok|hey|oye|oiga|mire) )*{_REFUSES}"
    rf"(?: (?:que|me|nos|please|need to|hace falta))* {_CALLS}(?= |$)"
)
"""Said to whoever might call; "we don't call them back" is said of oneself."""
_FILLING = frozenset(
    ("", "mejor", "por favor", "gracias", "vale", "ok", "please", "instead", "rather", "just")
)


def is_only_a_wish(folded: str) -> bool:
    """Whether a folded sentence says no more than how they want to be reached: "no me llame,
    escríbame".
    """
    said = [one for one, _ in _clauses(folded) if one not in _FILLING]
    refused = [one for one in said if _refuses(one) and _ADDRESSED.match(one)]
    others = [one for one in said if one not in refused]
    return bool(refused) and all(map(_RATHER.search, others))


def without_refused_ways(folded: str) -> str:
    """A folded message without the clauses that refuse no more than a way of being reached, a time,
    or a manner.
    """
    clauses = list(_clauses(folded))
    left = [said for said, _ in clauses]
    rest = [said for said in left if not _refuses(said) and not _NEGATED.match(said)]
    rather = "@" in folded or any(_RATHER.search(said) for said in rest)
    wishes = rather and not any(map(_LISTED.match, left))
    kept: list[str] = []
    for said, written in clauses:
        refused = _is_limited(said) or (wishes and _refuses(said))
        kept.append(" " if refused else written)
    return "".join(kept)


def refuses_every_way(folded: str) -> bool:
    """Whether a folded message lists ways of being reached, and wants none of them."""
    return _EVERY.search(folded) is not None


def _clauses(folded: str) -> Iterator[tuple[str, str]]:
    """The words of each clause, and the clause with the mark or word that leads to it."""
    start = 0
    for found in _CLAUSE.finditer(folded):
        yield words(folded[start : found.start()]).strip(), folded[start : found.start()]
        start = found.start()
    yield words(folded[start:]).strip(), folded[start:]


def _refuses(said: str) -> bool:
    """Whether a clause refuses calls and nothing else, or what is long or attached."""
    if _FOR_GOOD.search(said):
        return False
    calls = _ONE_WAY.match(said) or _TAIL.search(said)
    return bool(_OF_A_KIND.match(said) or (calls and _WRITTEN.search(said) is None))


def _is_limited(said: str) -> bool:
    return _FOR_GOOD.search(said) is None and _LIMITED.match(said) is not None
