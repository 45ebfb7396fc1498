"""Is a name, an address or a number given as one's own? The words before and after it tell. PURE.

A name may only follow words that introduce somebody; an address or number is theirs unless it was
seen somewhere, belongs to somebody else or is no longer used.
"""

import re

from agent.cues.table import phrases
from agent.evidence.clause import Clause
from qualification.values import Contact

_INTRODUCING = frozenset(
    phrases(
        """
        i, m, im, am, my, me, name, s, is, it, its, this, that, the, a, call, called, calls, put,
        down, just, write, as, under, say, you, can, may, could, by, everyone, everybody, friends,
        people, they, full, first, last, here, speaking, of, course, yes, yep, sure, ok, okay, well,
        hi, hello, hey, good, morning, afternoon, evening, mr, mrs, ms, miss, dr, for, now,
        actually, no, sorry, not, and, so, contact, who, in, to, with, from, mine, ours, be,
        will, one, best, please, use, new, right, real, told, email, mail, phone, number,
        me, llamo, llama, llaman, llame, llamen, llamar, llamarme, llamame, llamadme, soy, somos,
        mi, nombre, nombres, completo, es, el, la, los, se, a, al, de, del, le, les, habla, con,
        don, dona, sr, sra, senor, senora, aqui, al, aparato, puede, pueden, podeis, puedes, decir,
        decirme, dime, ponga, pon, pongan, apunte, apunta, anote, anota, todos, todo, mundo, gente,
        dicen, dice, amigos, que, y, si, claro, vale, pues, bueno, hola, buenas, buenos, dias,
        tardes, encantado, encantada, ah, perdon, no, ahora, en, realidad, contacto, correo,
        telefono
        """
    )
)
"""All that may stand before a name of one's own, in its clause."""
_NOT_ME = re.compile(
    r"\b(?:not|isn t|no (?:soy|somos|me llamo|es|se llama)|ni|nunca|never)(?: \w+)?$"
)
_SEEN = re.compile(
    r"\b(?:saw|seen|vi|visto|fachada|cartel\w*|anuncio|enfrente|advert\w*|posters?|billboards?|"
    r"walls?|pared\w*|muro|letrero|flyer|folleto|valla|google|internet|online|"
    r"(?:website|web|pagina|web page|tarjeta|card|sign|cartel) (?:pone|dice|aparece|sale|says|"
    r"shows|reads|lists)|pone|aparece|says so|listed)\b|"
    r"\b(?:mail|email|correo|message|mensaje) (?:from|de|del) $"
)
_NO_LONGER = re.compile(
    r"\b(?:ex|old|former|previous|belongs? to|antigu[oa]|anterior|viej[oa])\b|"
    r"\b(?:was|era) (?:mine|mi[oa])?\b"
)
_WHAT_IT_DOES = re.compile(
    r"^(?:is |s |it |ya |no |me |nos |keeps |always )*(?:called|calls|calling|llama\w*|spam\w*|"
    r"dead|no longer|not mine|isn t|wrong|old|belongs|no (?:es|existe|funciona|va)|"
    r"no (?:lo )?(?:uso|usamos)|bounces|was)\b"
)
"""After a number or address: it is a caller's, or nobody's any more."""


def is_given(contact: Contact, clause: Clause) -> bool:
    """Whether a datum is given as one's own."""
    before, after = clause.before, clause.after
    if _NOT_ME.search(before.strip()):
        return False
    match contact.kind:
        case "name":
            return _INTRODUCING.issuperset(before.split())
        case "email" | "phone":
            seen = any(
                map(_SEEN.search, (before, clause.around, "" if before else clause.preceding))
            )
            return not (seen or _NO_LONGER.search(before) or _WHAT_IT_DOES.search(after))
        case _:
            return True
