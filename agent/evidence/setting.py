"""What do the words around a quote make of it? A value torn out of a denial, a memory, a wish or
somebody else's story is no answer. PURE.

The quote alone says what the value is; its clause says whose it is, and whether it is so. What is
somebody else's counts for nothing; what may not be so is asked about, if it was asked for at all.
"""

import re

from agent.cues import words
from agent.cues.table import phrases
from agent.evidence.clause import Clause, clause_of
from agent.evidence.introducing import is_given
from agent.evidence.likeness import shared_stems
from agent.evidence.quoting import Quoted
from agent.evidence.worth import Unfounded, Unsure, Worth
from agent.plain.lengths import is_a_length
from agent.plain.mood import (
    happened,
    is_excepted,
    is_longed_for,
    is_over,
    is_ruled_out,
    is_supposed,
)
from agent.plain.whose import is_a_strangers, is_anothers_amount, is_hearsay
from agent.reading import Page
from qualification.normalise import fold
from qualification.script import ChoiceQuestion, Criterion, TextQuestion
from qualification.values import Choice, Contact, Money, Number, Text, Timeframe, Value, YesNo

_DENIED = re.compile(
    r"(?:^| )(?:no|not|ni|nunca|never|tampoco|nadie|nobody|sin|without|neither|nor|apenas|hardly|"
    r"(?:can|don|won|couldn|isn|aren|doesn|didn|wasn|haven|hasn|wouldn|shouldn) t|cannot|"
    r"(?:can|do|wo|could|is|are|does|did|was|have|has|would)nt) "
    r"(?!idea|se |lo se|problem|solo |only |just |mas de |mas que |more than |less than |menos de |"
    r"sure |know |sab)(?:\S+ ){0,4}$"
)
"""A denial before a quote, in its clause."""
_SOLD = re.compile(r"\b(?:sold it|la vendi|lo vendi)\b")
_DONE = re.compile(
    r"^(?:ya )?(?:lo |la |los |las )?(?:tengo|tenemos|esta|estan|hice|hicimos) (?:ya )?"
    r"(?:hech\w*(?! (?:polvo|un|una|trizas|cisco|pedazos))|termin\w*|acab\w*|reform\w*)(?= |$)|"
    r"^ya (?:no|lo|la|los|las) \w+|^(?:is|are|was|were) (?:already )?(?:done|finished|sorted)\b"
)
"""After what was done already: it is not what is wanted."""
_COLLEAGUES = re.compile(r"\b(?:boss|jefe|jefa|colleague|companer[oa]|husband|wife|marido|mujer)\b")
_EARNED = re.compile(
    r"\b(?:turn over|turnover|turning over|revenues?|earn\w*|profits?|billed|sold|factur\w+|"
    r"ingres\w+|ventas|ganamos|gano|salary|salaries|wages?|bonus|sueldos?|salarios?|nominas?|"
    r"ow(?:e|es|ed)|debts?|loans?|deb(?:o|emos|iamos)|deudas?|prestamos?|fined?|multas?|"
    r"subvenci\w+|subsid\w+|worth|valuation|raised)\b"
)
"""Amounts that are no budget: earned, owed, given."""
_BILLS = frozenset(
    phrases(
        """
        luz, gas, agua, alquiler, hipoteca, seguro, rent, electricity, mortgage, insurance, water
        """
    )
)
"""What an amount may be paid for that a question about something else does not ask."""
_COUNTED = frozenset(
    phrases(
        """
        customers, clients, phones, years, leads, offices, shops, calls, months, euros, dollars,
        subscribers, followers, visitors, orders, contacts, deals, vans, cars, trucks, rooms,
        tables, clientes, telefonos, anos, sedes, oficinas, tiendas, llamadas, meses, dolares,
        suscriptores, seguidores, visitas, pedidos, contactos, furgonetas, coches, camiones, mesas,
        habitaciones
        """
    )
)
"""What a number counts when its question does not ask for it."""
_GROUP = re.compile(r"\b(?:parent|sister|matriz|holding)\b")
"""Another company than the one that asks."""
_EVENT = re.compile(
    r"\b(?:holidays?|vacations?|birthday|wedding|trip|exam|vacaciones|cumpleanos|boda|viaje|examen|"
    r"juicio) (?:is|are|es|son|starts?|begins?|empiezan?|sera|will be) (?:\S+ )?$"
)
_REACHED = re.compile(
    r"\b(?:(?:call|ring|phone|text|write to|contact|message) (?:me|us)|llam(?:e|a)n?(?:me|nos)|"
    r"(?:me|nos) llam\w+|escrib(?:a|e)n?(?:me|nos)|hablamos) (?:\S+ )?$"
)
"""When to write to them is not when they need it."""
_OR_BEFORE, _OR_AFTER = re.compile(r"\d\S* (?:o|u|or) $"), re.compile(r"^(?:o|u|or) \S*\d")
_FROM = re.compile(r"\b(?:soy de|i m from|i am from|im from|naci en|born in|vengo de|come from) $")
_ELSEWHERE = re.compile(
    r"\b(?:work(?:s|ed)? in|trabaj\w+ en|(?:brother|sister|son|daughter|mother|father|"
    r"herman[oa]|hij[oa]|madre|padre) (?:lives|works|vive|trabaja|live) (?:in|en)) $"
)
"""A place that is not where the work is wanted."""
_ROLE = re.compile(
    r"\b(?:owners?|boss|directors?|managers?|ceo|tenants?|propietari[oa]s?|duen[oa]s?|inquilin[oa]s?|"
    r"jef[ea]s?|gerentes?|director[a]?)\b"
)
_OURSELVES = re.compile(
    r"\b(?:i|i m|im|me|my|we|us|our|soy|somos|yo|mi|mio|mia|nuestr\w+|as|como)\b"
)
_DOES = re.compile(
    r"^(?!is me|s me|soy yo|es mi[oa])(?:\w{2,}s|has|will|can|would|must|es|esta|vive|tiene|decide|"
    r"dice|quiere|firma|era)(?= )"
)
"""What somebody does, after who it is: "the owner lives abroad"."""
_FUNCTION = frozenset(
    phrases(
        """
        i, me, my, we, us, it, he, she, you, and, or, the, a, an, to, of, in, is, am, are, at, on,
        for, that, yo, mi, el, ella, y, o, la, lo, le, de, es, soy, su, nos, se, en, con, un, una,
        que, los, las
        """
    )
)
_YES_NO = frozenset(phrases("yes, no, si, yep, nope"))
_SMALL_TALK = re.compile(
    r"\b(?:dogs?|cats?|perr[oa]s?|gat[oa]s?|rain\w*|snow\w*|llueve|lloviendo|nieva|nevando|"
    r"weather|breakfast|lunch|dinner|desayun\w*|football|futbol|birthday|cumpleanos)\b"
)
_LEAD_IN = 1
"""Words that may stand before a yes of their own: "well yes"."""


def in_setting(page: Page, key: str, quoted: Quoted, worth: Worth) -> Worth:
    """What a quote is worth where it stands."""
    if isinstance(worth, Unsure | Unfounded) or worth in page.offered:
        return worth
    clause, criterion = clause_of(quoted), page.script.criterion(key)
    foreign = _of_something_else(page, key, clause, criterion, worth)
    if foreign is not None:
        return Unfounded(foreign)
    if _is_doubtful(page, key, clause, worth):
        return Unsure("disagrees")
    if _may_not_be_so(clause, criterion, worth):
        return Unsure("disagrees") if key == page.asked else Unfounded("it may not be so")
    return worth


def _of_something_else(
    page: Page, key: str, clause: Clause, criterion: Criterion | None, worth: Value
) -> str | None:
    """Why the words are of somebody or something else."""
    match worth:
        case Choice() | YesNo() if _is_empty(clause) or is_a_strangers(clause.around):
            return "a scrap of a sentence, or somebody else's"
        case Choice(option=option) if _is_told_of_another(clause, criterion, option):
            return "it is somebody else's"
        case Text(text=text) if text and (_is_empty(clause) or _is_small_talk(page, key, clause)):
            return "the words do not show it"
        case Contact() as contact:
            return _of_another_person(clause, contact)
        case Money() | Number() | Timeframe():
            return _of_another_measure(clause, criterion, worth)
    return None


def _of_another_measure(
    clause: Clause, criterion: Criterion | None, worth: Money | Number | Timeframe
) -> str | None:
    """Whose or what else's amount, number or date it is."""
    if is_a_strangers(clause.whole):
        return "it is somebody else's"
    match worth:
        case Money() | Number() if is_anothers_amount(clause.blanked):
            return "it is somebody else's"
        case Money() if _EARNED.search(clause.whole) or _mentions(_BILLS, clause.whole, criterion):
            return "it is another amount"
        case Number() if _GROUP.search(clause.before) or _mentions(
            _COUNTED, " ".join(clause.after.split()[:2]), criterion
        ):
            return "it counts something else"
        case Timeframe() if _EVENT.search(clause.before) or _REACHED.search(clause.before):
            return "it is the date of something else"
        case Timeframe() if is_a_length(clause.before, clause.said, clause.after):
            return "it is a length of time, and no date"
        case Timeframe() if happened(clause.whole, clause.written):
            return "it is past"
    return None


def _of_another_person(clause: Clause, contact: Contact) -> str | None:
    colleague = contact.kind != "job_title" and _COLLEAGUES.search(clause.whole)
    if colleague or is_a_strangers(clause.whole):
        return "it is somebody else's"
    if not is_given(contact, clause):
        return "nothing shows that it is theirs"
    return None


def _is_told_of_another(clause: Clause, criterion: Criterion | None, option: str) -> bool:
    """Whether the words say what somebody does ("the owner decides"), and the option is what the
    prospect is.
    """
    role = _ROLE.search(clause.said)
    if role is None or not isinstance(criterion, ChoiceQuestion):
        return False
    says = criterion.options[option].says
    listed = [words(fold(one)) for several in says.values() for one in several]
    of_themselves = any(_ROLE.search(one) and _OURSELVES.match(one) for one in listed)
    led = f"{clause.before}{clause.said}"
    does = _DOES.match(f"{clause.said[role.end() :].strip()} {clause.after} ".lstrip())
    return of_themselves and does is not None and _OURSELVES.search(led) is None


def _is_doubtful(page: Page, key: str, clause: Clause, worth: Value) -> bool:
    """Whether the clause denies the words, leaves them open or tells of what was."""
    if isinstance(worth, Text):
        return _is_doubtful_text(page, key, clause)
    if isinstance(worth, Contact):
        return False
    if _DENIED.search(clause.before) or is_excepted(clause.before):
        return True
    match worth:
        case Choice() | YesNo():
            return bool(_SOLD.search(clause.around) or _DONE.search(clause.after))
        case _:
            return bool(_OR_BEFORE.search(clause.before) or _OR_AFTER.search(clause.after))


def _is_doubtful_text(page: Page, key: str, clause: Clause) -> bool:
    """Whether words are torn out of what denies them, or name a place for another reason."""
    if _ELSEWHERE.search(clause.before) or _DONE.search(clause.after):
        return True
    if key != page.asked and _FROM.search(clause.before):
        return True
    return _DENIED.search(clause.before) is not None


def _may_not_be_so(clause: Clause, criterion: Criterion | None, worth: Value) -> bool:
    """Whether the words are asked, supposed, told of what was, or taken away by what follows."""
    if isinstance(worth, Contact | Text) or isinstance(criterion, TextQuestion):
        return False
    if is_ruled_out(clause.after or clause.following):
        return True
    if isinstance(worth, Timeframe):
        return False
    return (
        (clause.asks and not isinstance(worth, Choice | YesNo))
        or (clause.asks and bool(clause.before))
        or is_supposed(clause.whole)
        or is_hearsay(clause.before)
        or is_longed_for(f"{clause.before}{clause.said}")
        or is_over(clause.whole)
    )


def _is_empty(clause: Clause) -> bool:
    """Function words torn out of a sentence, or its yes that is said within."""
    said = frozenset(clause.said.split())
    if said <= _YES_NO:
        return len(clause.before.split()) > _LEAD_IN
    return said <= _FUNCTION and bool(clause.before or clause.after)


def _is_small_talk(page: Page, key: str, clause: Clause) -> bool:
    """Pets, meals and the weather, where the script speaks of none."""
    found = _SMALL_TALK.search(clause.said)
    if found is None:
        return False
    script = page.script
    ours = [script.title, *(one for fact in script.facts for one in fact.answer.values())]
    return shared_stems(clause.said, [*ours, *texts_of(script.criterion(key))]) == 0


def _mentions(listed: frozenset[str], said: str, criterion: Criterion | None) -> bool:
    """Whether words hold one of those listed that the question itself does not speak of."""
    found = listed.intersection(said.split())
    return not found <= frozenset(words(fold(" ".join(texts_of(criterion)))).split())


def texts_of(criterion: Criterion | None) -> list[str]:
    """All that a question is put and spoken of with."""
    if criterion is None:
        return []
    texts = (criterion.ask, criterion.says or {}, criterion.why or {})
    return [one for text in texts for listed in text.values() for one in listed]
