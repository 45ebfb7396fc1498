"""What do the words around a quote make of it? A value torn out of a denial, a memory or somebody
else's story is no answer. PURE.

The quote alone says what the value is; its clause says whose it is, and whether it is so.
"""

import re
from dataclasses import dataclass

from agent.cues import words
from agent.cues.table import phrases
from agent.evidence.likeness import shared_stems
from agent.evidence.quoting import Quoted
from agent.evidence.worth import Unfounded, Unsure, Worth
from agent.reading import Page
from qualification.normalise import fold
from qualification.script import Criterion
from qualification.values import Choice, Contact, Money, Number, Text, Timeframe, YesNo

_BREAK = re.compile(
    r"[,;:.!?()]+(?=\s|$)|\n| (?:and|but|so|because|y|e|pero|sino|porque|aunque|although|though) "
)
_DENIED = re.compile(
    r"(?:^| )(?:no|not|ni|nunca|never|tampoco|nadie|nobody|sin|without|neither|nor|apenas|hardly|"
    r"(?:can|don|won|couldn|isn|aren|doesn|didn|wasn|haven|hasn|wouldn|shouldn) t|cannot|"
    r"(?:can|do|wo|could|is|are|does|did|was|have|has|would)nt) "
    r"(?!idea|se |lo se|problem|solo |only |just |mas de |mas que |more than |less than |menos de |"
    r"sure |know )(?:\S+ ){0,4}$"
)
"""A denial before a quote, in its clause."""
_OVER = re.compile(
    r"\b(?:used to|formerly|previously|once (?:was|were)|antes (?:era|tenia)|solia|era|fui|"
    r"sold it|la vendi|lo vendi)\b"
)
_DONE = re.compile(
    r"^(?:ya )?(?:lo |la |los |las )?(?:tengo|tenemos|esta|estan|hice|hicimos) (?:ya )?"
    r"(?:hech|termin|acab|reform)\w*|^ya (?:lo|la|los|las) (?:tengo|tenemos|hice|hicimos)\b|"
    r"^(?:is|are|was|were) (?:already )?(?:done|finished|sorted)\b"
)
"""After what was done already: it is not what is wanted."""
_OTHERS = re.compile(
    r"\b(?:cousins?|neighbou?rs?|friends?|rivals?|competitors?|competition|landlord|landlady|"
    r"vecin[oa]s?|prim[oa]s?|amig[oa]s?|cunad[oa]s?|caser[oa]s?|competencia|conocid[oa]s?)\b"
)
_COLLEAGUES = re.compile(r"\b(?:boss|jefe|jefa|colleague|companer[oa]|husband|wife|marido|mujer)\b")
_QUOTED_TO_US = re.compile(r"\b(?:quoted|charged|charges?|cobro|cobraron|cobran) (?:us|me|my|a)\b")
_EARNED = re.compile(
    r"\b(?:turn over|turnover|turning over|revenues?|earn\w*|profits?|billed|sold|factur\w+|"
    r"ingres\w+|ventas|ganamos|gano)\b"
)
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
        clientes, telefonos, anos, sedes, oficinas, tiendas, llamadas, meses, dolares
        """
    )
)
"""What a number counts when its question does not ask for it."""
_PAST = re.compile(
    r"\b(?:last (?:year|month|week)|ago|opened|founded|since|started|hace(?! falta)|abrimos|"
    r"fundamos|empezamos|(?:ano|mes) pasado|semana pasada)\b"
)
_SEEN = re.compile(
    r"\b(?:saw|seen|vi|visto|fachada|cartel|anuncio|enfrente|says so|advert|poster)\b|"
    r"\b(?:mail|email|correo|message|mensaje) (?:from|de|del) $"
)
"""An address or number that was seen somewhere."""
_OR_BEFORE, _OR_AFTER = re.compile(r"\d\S* (?:o|u|or) $"), re.compile(r"^(?:o|u|or) \S*\d")
_FROM = re.compile(r"\b(?:soy de|i m from|i am from|im from|naci en|born in|vengo de|come from) $")
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


@dataclass(frozen=True, slots=True)
class _Clause:
    """A quote, and what stands before and after it in its clause: folded, one space a gap."""

    before: str
    said: str
    after: str

    @property
    def around(self) -> str:
        """All but the quote."""
        return f"{self.before} | {self.after}"

    @property
    def whole(self) -> str:
        """All of it."""
        return f"{self.before}{self.said} {self.after}"


def in_setting(page: Page, key: str, quoted: Quoted, worth: Worth) -> Worth:
    """What a quote is worth where it stands."""
    if isinstance(worth, Unsure | Unfounded) or worth in page.offered:
        return worth
    clause, criterion = _clause_of(quoted), page.script.criterion(key)
    foreign = _of_something_else(page, key, clause, criterion, worth)
    if foreign is not None:
        return Unfounded(foreign)
    return Unsure("disagrees") if _is_doubtful(page, key, clause, worth) else worth


def _clause_of(quoted: Quoted) -> _Clause:
    folded = fold(quoted.message.text)
    before = _BREAK.split(folded[: quoted.start])[-1]
    after = _BREAK.split(folded[quoted.end :])[0]
    lead = words(before).strip()
    said = words(folded[quoted.start : quoted.end]).strip()
    return _Clause(f"{lead} " if lead else "", said, words(after).strip())


def _of_something_else(
    page: Page, key: str, clause: _Clause, criterion: Criterion | None, worth: Worth
) -> str | None:
    """Why the words are of somebody or something else."""
    match worth:
        case Choice() | YesNo() if _is_empty(clause) or _OTHERS.search(clause.around):
            return "a scrap of a sentence, or somebody else's"
        case Text(text=text) if text and (_is_empty(clause) or _is_small_talk(page, key, clause)):
            return "the words do not show it"
        case Contact(kind=kind) if _OTHERS.search(clause.whole) or (
            kind != "job_title" and _COLLEAGUES.search(clause.whole)
        ):
            return "it is somebody else's"
        case Contact(kind="email" | "phone") if _SEEN.search(clause.around) or _SEEN.search(
            clause.before
        ):
            return "it was seen somewhere"
        case Money() | Number() | Timeframe() if _OTHERS.search(clause.whole):
            return "it is somebody else's"
        case Money() if _EARNED.search(clause.whole) or _QUOTED_TO_US.search(clause.whole):
            return "it is another amount"
        case Money() if _mentions(_BILLS, clause.whole, criterion):
            return "it is another amount"
        case Number() if _mentions(_COUNTED, " ".join(clause.after.split()[:2]), criterion):
            return "it counts something else"
        case Timeframe() if _PAST.search(clause.whole):
            return "it is past"
    return None


def _is_doubtful(page: Page, key: str, clause: _Clause, worth: Worth) -> bool:
    """Whether the clause denies the words, leaves them open or tells of what was."""
    if isinstance(worth, Text):
        return key != page.asked and _FROM.search(clause.before) is not None
    if _DENIED.search(clause.before) and not isinstance(worth, Contact):
        return True
    match worth:
        case Choice() | YesNo():
            return bool(_OVER.search(clause.around) or _DONE.search(clause.after))
        case Money() | Number() | Timeframe():
            return bool(_OR_BEFORE.search(clause.before) or _OR_AFTER.search(clause.after))
        case _:
            return False


def _is_empty(clause: _Clause) -> bool:
    """Function words torn out of a sentence, or its yes that is said within."""
    said = frozenset(clause.said.split())
    if said <= _YES_NO:
        return len(clause.before.split()) > _LEAD_IN
    return said <= _FUNCTION and bool(clause.before or clause.after)


def _is_small_talk(page: Page, key: str, clause: _Clause) -> bool:
    """Pets, meals and the weather, where the script speaks of none."""
    found = _SMALL_TALK.search(clause.said)
    if found is None:
        return False
    script = page.script
    ours = [script.title, *(one for fact in script.facts for one in fact.answer.values())]
    return shared_stems(clause.said, [*ours, *_texts(script.criterion(key))]) == 0


def _mentions(listed: frozenset[str], said: str, criterion: Criterion | None) -> bool:
    """Whether words hold one of those listed that the question itself does not speak of."""
    found = listed.intersection(said.split())
    return not found <= frozenset(words(fold(" ".join(_texts(criterion)))).split())


def _texts(criterion: Criterion | None) -> list[str]:
    """All that a question is put and spoken of with."""
    if criterion is None:
        return []
    texts = (criterion.ask, criterion.says or {}, criterion.why or {})
    return [one for text in texts for listed in text.values() for one in listed]
