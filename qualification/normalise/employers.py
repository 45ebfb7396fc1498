"""Where in a sentence does somebody name their own company? "At Globex we lose leads", "dirijo
Globex", "my firm, Globex,": never a place, a season, a tool or somebody else's employer.
"""

from qualification.normalise.names import FIRST, Words, common_words
from qualification.normalise.tables.people import DEPARTMENTS, OPENINGS
from qualification.normalise.tables.places import (
    COUNTRIES,
    OCCASIONS,
    PEOPLES,
    REGIONS,
    TOOLS,
    TOWNS,
)
from qualification.normalise.text import Phrases, fold, phrase_set, tokenise, word_set

MOST_BETWEEN = 6
"""Words between what they do and where: "I manage all of the sales at Globex"."""
ELSEWHERE = phrase_set(COUNTRIES, REGIONS, TOWNS, OCCASIONS)
NO_EMPLOYER = phrase_set(PEOPLES, TOOLS)
_GROUPS = phrase_set("we at, us at, here at, over here at, over at, soy de, yo soy de")
"""Right before the company of whoever says it."""
_OURS = phrase_set("""
    at, los de, las de, los del, the team at, everyone at, all of us at, el equipo de
""")
"""Before the company, where "we" comes after: "at Globex we lose leads"."""
_IN = phrase_set("en, nosotros en, nosotras en, aquí en, acá en, todos en")
"""Before a company as before any town: what "we" do after it is business."""
_DOING = phrase_set("""
    i run, i own, i co-own, i founded, i co-founded, i cofounded, i started, i set up, i lead,
    i manage, i head, i head up, i direct, i oversee, i handle, i look after, i buy for, i sell for,
    we run, we own, we founded, i've run, i have run, i've been running, i've been at,
    responsible for, in charge of, dirijo, llevo, gestiono, fundé, monté, abrí, regento, administro,
    coordino, superviso, me encargo de, me ocupo de, responsable de, encargado de, encargada de,
    al cargo de, a cargo de, al frente de, compro para, vendo para, escribo desde, llamo desde
""")
"""What they do, and then for whom."""
_STRONG = phrase_set("""
    i run, i own, i co-own, i founded, i co-founded, i cofounded, i direct, we run, we own,
    we founded, i've run, i have run, i've been running, i've been at, i buy for, i sell for,
    responsible for,
    in charge of, dirijo, fundé, regento, me encargo de, me ocupo de, responsable de, encargado de,
    encargada de, al cargo de, a cargo de, al frente de, compro para, vendo para, escribo desde,
    llamo desde
""")
"""What one does to a company more than to anything else: one word may be its name."""
_OF_ME = word_set("i m am im soy estoy yo")
"""Before "responsible for"; any other doing has its own "I"."""
_ALONE = phrase_set(
    "responsible for, in charge of, responsable de, encargado de, encargada de, al cargo de,"
    " a cargo de, al frente de"
)
_BUSINESS = word_set("""
    firm company business shop store agency startup restaurant clinic practice studio bakery empresa
    negocio tienda agencia despacho taller firma compañía restaurante clínica estudio consultora
    constructora bufete academia
""")
_POSSESSIVE = word_set("my our mi nuestra nuestro")
_WHERE = word_set("at for of de en para from")
_WE = word_set("we our us i everyone nos nuestro nuestra nuestros nuestras nosotros nosotras")
_WE_DO = "mos"
"""How Spanish verbs end that "we" do."""
_BUSY = word_set("""
    perdemos usamos utilizamos vendemos necesitamos facturamos gestionamos recibimos fabricamos
    trabajamos buscamos atendemos ofrecemos manejamos exportamos distribuimos servimos producimos
    seguimos llevamos organizamos contratamos instalamos
""")
_SINCE = word_set("since together alone myself desde junto junta sola")
_MARKS = frozenset(".,;:!?¡¿-–(")
_OPENINGS, _DEPARTMENTS = word_set(OPENINGS), word_set(DEPARTMENTS)


def is_no_company(words: Words, first: int, after: int, *, elsewhere: bool = True) -> bool:
    """Whether these words are known as something else; `elsewhere`: places and seasons, too."""
    said = {words.word(index) for index in range(first, after)}
    if said <= _DEPARTMENTS:
        return True
    tables = (ELSEWHERE, NO_EMPLOYER) if elsewhere else (NO_EMPLOYER,)
    return any(_is_all(table, words, first, after) for table in tables)


def employer_at(words: Words, index: int) -> int:
    """The index at which a company may begin that these words lead to; 0 where they lead to none.
    Whether it is one, `stands` says once it is known where it ends.
    """
    tokens = words.tokens
    if (lead := _GROUPS.at(tokens, index)) and words.capital(lead[1]):
        return lead[1]
    if (lead := _DOING.at(tokens, index)) and _is_of_me(words, index):
        return _object(words, lead[1])
    lead = _OURS.at(tokens, index) or _IN.at(tokens, index)
    if lead and _opens(words, index) and words.capital(lead[1]):
        return lead[1]
    if words.word(index) in _POSSESSIVE and words.word(index + 1) in _BUSINESS:
        first = index + 2 + (words.word(index + 2) == ",")
        return first if words.capital(first) else 0
    return 0


def stands(words: Words, index: int, first: int, after: int) -> bool:
    """Whether what stands from `first` to `after`, led to from `index`, is their company."""
    if after == first or words.word(after) == "'" or is_no_company(words, first, after):
        return False
    tokens = words.tokens
    if _GROUPS.at(tokens, index):
        return words.word(after) not in ("de", "del")  # "soy de Villanueva del Pardillo"
    if lead := _DOING.at(tokens, index):
        weak = lead[1] == first and _STRONG.at(tokens, index) is None
        person = after == first + 1 and words.word(first) in FIRST
        return _ends(words, after) and not person and not (weak and after == first + 1)
    next_word = words.word(after + (words.word(after) == ","))
    if _OURS.at(tokens, index):
        return next_word in _WE or (len(next_word) > len(_WE_DO) and next_word.endswith(_WE_DO))
    if _IN.at(tokens, index):
        return next_word in _BUSY
    return words.word(first - 1) != "," or words.word(after) in _MARKS


def _is_all(table: Phrases[bool], words: Words, first: int, after: int) -> bool:
    found = table.at(words.tokens, first)
    return found is not None and found[1] >= after


def _is_of_me(words: Words, index: int) -> bool:
    if _ALONE.at(words.tokens, index) is None:
        return words.word(index - 1) not in ("no", "who", "que", "quien")
    return words.word(index - 1) in _OF_ME or words.word(index - 2) in _OF_ME


def _object(words: Words, start: int) -> int:
    """What they run, or what they work for: "globex", "the sales of Globex"."""
    if words.capital(start) and not is_no_company(words, start, start + 1):
        return start
    for index in range(start, min(start + MOST_BETWEEN, len(words.tokens))):
        if words.word(index) in _MARKS:
            return 0
        named = words.word(index) in _WHERE and words.capital(index + 1)
        if named and not is_no_company(words, index + 1, index + 2):
            return index + 1
    return 0


def _opens(words: Words, index: int) -> bool:
    """Whether a clause begins here."""
    before = words.word(index - 1)
    return index == 0 or before in _MARKS or before in _OPENINGS


def _ends(words: Words, after: int) -> bool:
    """Whether no noun follows that the words before would only describe: "Facebook ads"."""
    following = words.word(after)
    return not following.isalpha() or following in common_words() or following in _SINCE


def is_known_otherwise(name: str) -> bool:
    """Whether a name is that of a place, a season, a people, a tool or a department."""
    tokens = tokenise(fold(name))
    return is_no_company(Words(name, tokens), 0, len(tokens))
