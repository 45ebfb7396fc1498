"""Whose are some words, the prospect's or somebody else's? The clause they stand in tells. PURE.

Clauses are given as their folded words. Who speaks for the prospect's own side (a boss, a partner,
the board) is nobody else.
"""

import re

_OUR_SIDE = re.compile(
    r"\b(?:boss|bosses|partners?|board|managers?|directors?|director[ae]s?|finance|management|"
    r"head office|headquarters|accountant|wife|husband|parents|team|department|company|"
    r"jef[ea]s?|soci[oa]s?|junta|consejo|finanzas|direccion|gerente|gerencia|central|gestor[ia]*|"
    r"contable|mujer|marido|padres|equipo|departamento|empresa)\b"
)
_STRANGERS = re.compile(
    r"\b(?:cousins?|neighbou?rs?|friends?|rivals?|competitors?|competition|landlord|landlady|"
    r"strangers?|somebody else|someone else|everyone else|other (?:people|companies|firms)|"
    r"your competit\w+|next door|across the street|down the road|the average|most (?:people|firms)|"
    r"vecin[oa]s?|prim[oa]s?|amig[oa]s?|cunad[oa]s?|caser[oa]s?|competencia|competidor\w*|"
    r"conocid[oa]s?|otras? (?:personas?|empresas?|gente)|otros|los demas|al lado|de enfrente|"
    r"la mayoria|la gente|cualquiera)\b"
)
_HEARSAY = re.compile(
    r"\b(?:(?:they|people|everyone|everybody|some|you) (?:all )?(?:say|says|think|thinks|tell|"
    r"believe|reckon)|i (?:read|heard|saw)\b(?! you)|i ve (?:read|heard|seen)|supposedly|"
    r"apparently|rumou?r\w*|it is said|according to (?!my|our|the boss)|"
    r"dicen que|se dice|se comenta|he (?:leido|oido|visto)|lei (?:que|en)|oi que|vi que|"
    r"por lo visto|al parecer|cuentan que|la gente (?:dice|cree|piensa)|creen que|piensan que)\b"
)
_ASKS_OF_US = re.compile(
    r"(?:^| )(?:(?:(?:nos|me|os|les?) )?(?:pid(?:e|en|io|ieron)|cobra(?:n|ron)?|cobro|"
    r"cuesta(?:n)?|costaria|costo|(?<=\S )vale(?:n)?|ofrec(?:e|en|io|ieron)|factura(?:n|ron)?|"
    r"charge[sd]?|quote[sd]|costs?|offer(?:s|ed)|asks?|asked|bills|wanted|wants(?! to| us| it))|"
    r"(?:nos|me|os|les?) presupuest(?:o|aron)) "  # without a pronoun it is the noun, the budget
    r"(?:\S+ ){0,4}?#"
)
"""Somebody names a price: #, the amount, is theirs."""
_ASKED_OF_US = re.compile(
    r"^(?:(?:so|and|but|y|o|pero|entonces|ok|vale|hola|hi|wait) )*(?:"
    r"(?:do|does|did|are|is|was|would|will|can|could) (?:you|u|it|that|this|they|your) |"
    r"(?:(?:me |nos |se )?(?:necesit(?:a|an|as|ais)|cuest(?:a|an)|cobr(?:a|an|as|ais)|"
    r"pid(?:e|en|es)|pedis|exig\w+|val(?:e|en)|hacen? falta)|son|es|serian|seria) "
    r"(?!mucho|poco)).*#"
)
"""Whether they are to pay an amount (#) is asked, not offered: "do you need 5,000 a year?"."""
_KEEPS_CALLING = re.compile(
    r"(?:^| )(?:(?:that|which|who|he|she|it|they) )?(?:keeps?|kept|has been|have been|won t stop|"
    r"doesn t stop|never stops) (?:on )?"
    r"(?:calling|ringing|texting|bothering|phoning|harassing)(?= |$)|"
    r"(?:^| )(?:no (?:para|paran|deja|dejan) de (?:llamar|escribir|molestar)\w*|"
    r"(?:me|nos) (?:llama|llaman|esta llamando|estan llamando|molesta|molestan) "
    r"(?:todo el rato|sin parar|a todas horas|cada dia|todos los dias|constantemente))(?= |$)"
)
"""Said of a telephone: it is that of somebody who rings them."""
_SPEND = re.compile(
    r"(?P<who>(?:^|\S+ ))(?:spends?|spent|pays?|paid|invests?|invested|employs?|employed|earns?|"
    r"makes|gasta(?:n|ron)?|paga(?:n|ron)?|invierten?|emplea(?:n)?|ganan?) (?:\S+ ){0,4}?#"
)
_WE = frozenset(
    """
    i we to can could would will d ll ve have had might should may must happily usually currently
    already only just and also or nos me se lo la le puede pueden
    """.split()  # noqa: SIM905
)
"""Right before a verb of spending: it is ours."""


def is_a_strangers(clause: str) -> bool:
    """Whether a clause tells of people who have nothing to do with the prospect's side."""
    return _STRANGERS.search(clause) is not None


def is_hearsay(clause: str) -> bool:
    """Whether a clause tells what is said or read: "they say a CRM costs 6,000"."""
    return _HEARSAY.search(clause) is not None


def is_asked_of_us(clause: str) -> bool:
    """Whether a question asks if the amount (#) in it is what we want."""
    return _ASKED_OF_US.search(clause) is not None


def is_a_callers_number(said: str) -> bool:
    """Whether a sentence tells of a telephone that rings them."""
    return _KEEPS_CALLING.search(said) is not None


def is_anothers_amount(clause: str) -> bool:
    """Whether the amount (#) of a clause is what somebody else asks, spends or earns."""
    if _OUR_SIDE.search(clause):
        return False
    if _ASKS_OF_US.search(clause):
        return True
    spent = _SPEND.search(clause)
    return spent is not None and not _WE.intersection(spent["who"].split()[-1:])
