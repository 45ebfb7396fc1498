"""Does anything vouch for this sentence? The allow rule for the model's own words. PURE.

A sentence may be a courtesy, one fact told again, or an echo of what the prospect stated; nothing
else. A fact told again keeps what the fact denies and the whole of what limits it, and says every
figure of what the fact says it of: half a condition is another offer. An echo claims, permits
and agrees to nothing, judges nobody and speaks of neither us nor them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.approval.claims import numbers, off_limits
from agent.approval.courtesies import BARE_VERBS, COURTESIES, FAMILIES, Courtesies
from agent.cues import CUES, words
from qualification.normalise import fold
from qualification.signals import Signal
from qualification.values import Language

_WORD = re.compile(r"\w+(?:['’.,/@-]\w+)*")
_CLAUSE = re.compile(r"[,;:.!?…]+(?:\s|$)|\s(?:y|and|but|pero)\s")
_OPENS = r"(?:^|[,;:.!?¡…–—-]|\b(?:y|and|so|pues|pero|but)\s)[\s\W]*"
"""A courtesy begins a sentence or a part of it; "the price is great" holds none."""
_PART = re.compile(r"[,;:.!?…]+(?:\s|$)")
_ENDS = re.compile(r"(?<=[.!?…])\s+|\n")
_SHORTEST, _ENDING = 4, 3
"""Letters that two forms of a word share at least, and letters of the shorter that may differ."""
_DENIED = 3
"""How many words a denial reaches."""
_NEAR_BEGINNING = 3
_APPOINTMENT = re.compile(
    r"\b(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|hoy|manana|a las? \d+|horas?|"
    r"\w+days?|today|tomorrow|tonight|at \d+|\d+ ?(?:am|pm|h)|o'?clock|hours?)\b|\d:\d\d"
)
"""A day or an hour: said back, it would be agreed to."""
_DEMAND = re.compile(
    r"\b(?:venid|vengan?|ven|veng[ao]\w*|pas(?:ad|en)|mand(?:ad|en|enme)|come (?:to|by|over|round)|"
    r"meet (?:us|me)|visit us|i demand|we demand|exij\w+)\b"
)


_ROOTS = {word: min(family) for family in FAMILIES for word in family}


_COSTS = frozenset(_ROOTS[word] for word in ("cuesta", "cost"))
"""A price may be told with another verb."""


def _root(word: str) -> str:
    return _ROOTS.get(word, word)


def roots_of(text: str) -> Mapping[str, str]:
    """Each word of a text, folded, with the form by which it is compared."""
    return {word: _root(word) for word in _WORD.findall(fold(text).replace("’", "'"))}


def known_word(word: str, roots: Iterable[str]) -> bool:
    """Whether a word, or another form of it, is among some roots."""
    return _known(word, roots)


def _known(word: str, roots: Iterable[str]) -> bool:
    """Whether a word, or another form of it as far as its beginning shows, is among some roots."""
    root = _root(word)
    return any(one[:_SHORTEST] == root[:_SHORTEST] and _kin(root, one) for one in roots) or (
        len(root) < _SHORTEST and any(_kin(root, one) for one in roots)
    )


def _kin(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) < _SHORTEST:
        return longer.removeprefix(shorter) in ("", "s", "es", "'s")
    shared = max(_SHORTEST, len(shorter) - _ENDING)
    return shorter[:shared] == longer[:shared]


@lru_cache(maxsize=8)
def _patterns(language: Language) -> "_Patterns":
    table = COURTESIES[language]
    return _Patterns(
        polite=re.compile(_OPENS + _any_of(table.polite)),
        affirming=re.compile(_OPENS + _any_of(table.affirming)),
        harsh=re.compile(_any_of(table.harsh)),
        sympathy=re.compile(_any_of(table.sympathy)),
        claims=re.compile(_any_of(table.claims)),
    )


@dataclass(frozen=True, slots=True)
class _Patterns:
    polite: re.Pattern[str]
    affirming: re.Pattern[str]
    harsh: re.Pattern[str]
    sympathy: re.Pattern[str]
    claims: re.Pattern[str]


def _any_of(listed: Iterable[str]) -> str:
    longest_first = sorted(listed, key=len, reverse=True)
    either = "|".join(re.escape(one).replace(r"\*", r"\w*") for one in longest_first)
    return rf"(?<![\w'-])(?P<said>{either})(?![\w'-])"


@dataclass(frozen=True, slots=True)
class Vouched:
    """A fact, as the words that it vouches for."""

    words: frozenset[str]
    clauses: tuple[frozenset[str], ...]
    denied: frozenset[str]
    figures: tuple[frozenset[str], ...]
    """The parts of its sentences that have a figure."""
    limited: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """The words of each sentence that says under what condition, and its words that limit."""


def vouched(answer: str, language: Language) -> Vouched:
    """What a fact's answer vouches for."""
    table, folded = COURTESIES[language], fold(answer)
    clauses = (_roots(_content(clause, table)) for clause in _CLAUSE.split(folded))
    parts = (_roots(_content(part, table)) for part in _PART.split(folded))
    sentences = (
        (one, table.limits.intersection(_WORD.findall(one))) for one in _ENDS.split(folded)
    )
    return Vouched(
        words=_roots(_WORD.findall(folded)),
        clauses=tuple(clause for clause in clauses if clause),
        denied=_roots(_denied(folded, table)),
        figures=tuple(part for part in parts if any(map(_is_figure, part))),
        limited=tuple(
            (_roots(_content(one, table)), limits) for one, limits in sentences if limits
        ),
    )


def _is_figure(word: str) -> bool:
    return word[0].isdigit()


def _roots(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_root, listed))


@dataclass(frozen=True, slots=True)
class _Theirs:
    """What the prospect stated, whether they asked what a yes would answer, and whether they want
    something that an agreement would grant.
    """

    stated: frozenset[str]
    yes_or_no: bool
    demanding: bool


@lru_cache(maxsize=128)
def _theirs(said: str, language: Language) -> _Theirs:
    stated: set[str] = set()
    yes_or_no = False
    for sentence in _ENDS.split(fold(said)):
        spoken = words(sentence)
        if "?" not in sentence and "¿" not in sentence and not CUES[language].asks(spoken):
            stated.update(_WORD.findall(sentence))
            continue
        before, _, question = sentence.rpartition("¿")
        stated.update(_WORD.findall(before))
        first = _WORD.findall(question)[:_NEAR_BEGINNING]
        yes_or_no = yes_or_no or not COURTESIES[language].asking.intersection(first)
    folded = fold(said)
    demanding = bool(off_limits(said) or _DEMAND.search(folded) or _APPOINTMENT.search(folded))
    return _Theirs(_roots(stated), yes_or_no, demanding)


def is_harsh(text: str, language: Language) -> bool:
    """Whether a text says what is said of nobody, though they say it themselves."""
    return _patterns(language).harsh.search(fold(text).replace("’", "'")) is not None


def unvouched(
    sentence: str, language: Language, facts: Iterable[Vouched], said: str, ours: frozenset[str]
) -> str | None:
    """Why nothing vouches for a sentence; None when something does. `ours` are our own names."""
    pattern, folded = _patterns(language), fold(sentence).replace("’", "'")
    theirs = _theirs(said, language)
    rest = pattern.polite.sub(" , ", folded)
    unsaid = pattern.polite.sub(" , ", pattern.affirming.sub(" , ", rest))
    if any(_retells(fact, unsaid, language, ours) for fact in facts):
        return None
    affirmed = pattern.affirming.search(rest) is not None
    if theirs.yes_or_no and affirmed:
        return "a yes that no fact gives"
    agreeing = COURTESIES[language].agreeing
    agreed = affirmed or any(one["said"] in agreeing for one in pattern.polite.finditer(folded))
    echoes = _WORD.search(unsaid) is not None
    if agreed and (echoes or theirs.demanding):
        return "an agreement that no fact gives"
    if not echoes:
        return None
    return _ungranted(unsaid, language, theirs) or _no_echo(
        unsaid, language, theirs.stated, courteous=unsaid != folded
    )


def _ungranted(text: str, language: Language, theirs: _Theirs) -> str | None:
    """Why an echo would grant, arrange or judge something."""
    if off_limits(text):
        return "a promise that no fact makes"
    if _APPOINTMENT.search(text) or (theirs.demanding and numbers(text, language)):
        return "an agreement that no fact gives"
    spoken = words(text)
    rude = any(Signal.ABUSIVE in table.signals(spoken) for table in CUES.values())
    if rude or _patterns(language).harsh.search(text):
        return "a judgement"
    if not COURTESIES[language].persons.isdisjoint(_WORD.findall(text)):
        return "a sentence about them or us"
    return None


def _retells(fact: Vouched, text: str, language: Language, ours: frozenset[str]) -> bool:
    table = COURTESIES[language]
    content = [word for word in _content(text, table) if word not in ours]
    if not content or not all(_known(word, fact.words) for word in content):
        return False
    denied = _roots(_denied(text, table))
    if not all(_known(word, fact.denied) for word in denied):
        return False
    if any(_known(word, fact.denied) and not _known(word, denied) for word in content):
        return False
    told = _roots(content)
    whole = [
        clause
        for clause in fact.clauses
        if 2 * sum(_known(word, told) for word in clause) > len(clause)
    ]
    kept = frozenset().union(*whole)
    if 2 * sum(_known(word, kept) for word in content) < len(content):
        return False
    return _figures_stay(fact, content, told) and _limits_stay(fact, text, told, kept, table)


def _figures_stay(fact: Vouched, content: Sequence[str], told: frozenset[str]) -> bool:
    """Whether each figure is said with all that the fact says it of, and beside the same words."""
    for place, word in enumerate(content):
        if not _is_figure(word):
            continue
        beside = [*content[max(0, place - 1) : place], *content[place + 1 : place + 2]]
        if not any(
            word in part
            and all(_known(one, part) for one in beside)
            and all(_known(one, told) or one in _COSTS for one in part)
            for part in fact.figures
        ):
            return False
    return True


def _limits_stay(
    fact: Vouched, text: str, told: frozenset[str], kept: frozenset[str], table: Courtesies
) -> bool:
    """Whether a sentence that says under what condition is told whole, or not at all."""
    limits = table.limits.intersection(_WORD.findall(text))
    due: set[str] = set()
    for sentence, limiting in fact.limited:
        if not sentence & kept:
            continue
        due |= limiting
        if not all(_known(word, told) or word in _COSTS for word in sentence):
            return False
    return limits == due


def _no_echo(
    text: str, language: Language, stated: frozenset[str], *, courteous: bool
) -> str | None:
    table, pattern = COURTESIES[language], _patterns(language)
    spoken = _WORD.findall(text)
    if table.denials.intersection(spoken):
        return "a denial that no fact gives"
    if pattern.claims.search(text):
        return "a claim that no fact makes"
    after_copula = False
    echoed = courteous
    for word in spoken:
        if word in table.copulas:
            after_copula = True
        elif pattern.sympathy.fullmatch(word):
            echoed = True
        elif word not in table.linking and not word[0].isdigit():
            if after_copula:
                return "a claim that no fact makes"
            if not _known(word, stated):
                return f"“{word}”, which neither a fact nor the prospect says"
    return None if echoed else "nothing in particular"


def _content(text: str, table: Courtesies) -> Iterator[str]:
    for word in _WORD.findall(text):
        if word not in table.linking and word not in BARE_VERBS and word not in table.denials:
            yield word


def _denied(text: str, table: Courtesies) -> Iterator[str]:
    """The words that a denial in a text reaches, up to the end of its clause."""
    for clause in _CLAUSE.split(text):
        found = _WORD.findall(clause)
        for place, word in enumerate(found):
            if word in table.denials:
                yield from list(_content(" ".join(found[place + 1 :]), table))[:_DENIED]
