"""Which of the options that a message names is the answer? By contrast, by whose words they are, or
not at all: then it is asked. PURE.

"I propose, but my boss decides" means the second, "I rent but the owner agrees" the first, "the
bathroom and the windows" both, and "the kitchen or the bathroom" neither yet.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from agent.cues import words
from qualification.normalise import fold, read_choice
from qualification.normalise.text import word_set
from qualification.script import ChoiceQuestion
from qualification.values import Choice, Span

_CLAUSE = re.compile(r"[^,.;:!?¿¡\n()]+")
_AFTERTHOUGHT = re.compile(
    r"\W*(?:(?:no|not)\s*(?:$|sino|but|\W*[,.;:!?])|"
    r"(?:ya )?(?:is|are|'s|s|esta|estan|l[oa]s? tengo) (?:already |all |just |muy |ya |perfectly )?"
    r"(?:fine|ok|okay|good|done|perfect|new|great|sorted|finished|bien|hech[oa]s?|nuev[oa]s?|"
    r"perfect[oa]s?|reformad[oa]s?|terminad[oa]s?)\b|"
    r"ya no\b|\s*(?:no hace falta|no la toco|no lo toco|se queda(?:n)? como esta(?:n)?)\b)"
)
"""Right after an option: it is denied ("la cocina no", "the kitchen is fine")."""
_CONTRAST = word_set(
    "pero but aunque although though sino however mejor rather instead actually no not perdon "
    "sorry wait espera digo"
)
_EITHER = word_set("o u or either bien")
_TOGETHER = word_set("con with junto junta juntos together entre")
"""How an option begins that goes on with the one right before it: "I decide, with my partner"."""
_AND = word_set("y e and")
_WANTED = 2
_ALSO = word_set("tambien ademas also too encima")
_BOTH = _ALSO | word_set("y e and plus mas luego then as well tras")
_OPPOSED = re.compile(
    r"(?:^| )(?:en vez de|en lugar de|instead of|rather than)(?: (?:el|la|los|las|the|un|una|a))?$"
)
"""Right before an option: the other one is meant."""
_FIRST_PERSON = word_set(
    """
    i we im ive were my our yo me mi nosotros soy somos estoy estamos vivo vivimos tengo tenemos
    alquilo alquilamos decido decidimos propongo compro compramos
    """
)
_ARTICLES = word_set("the el la los las un una a an")
_NOT_A_VERB = word_set(
    """
    of de del con with y and e o or pero but en in at para for por que who too tambien also as
    here aqui ya now ahora y/o nuevo nueva entero entera completo completa please por gracias
    """
)
_OF_IT = re.compile(r" (?:it|its|this|esta|(?:la|lo) (?:tengo|tenemos|alquilo|alquilamos)) ")
"""After a contrast with what they said of themselves: both may hold, "but it's rented out"."""
SAYS_LITTLE = word_set(
    "i am do we it is s me m the just only yo solo sola el la es lo soy mi my no not"
)
_SOMEBODY = 2
"""Words of somebody named by whose they are: "my boss", "mi socio"."""
_DENIALS = word_set("no not don t ni")
"""In an option's own words: it only says what is not, and another one goes before it."""
_ALONE = word_set("alone own myself solo sola")
"""What is denied with others: "not alone" says who decides."""
_OURS = word_set("mi mis my our nuestro nuestra")
_MINE = word_set("mine ours mio mia nuestro nuestra suyo suya")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a message says of a question's options: one of them, or several that cannot all be
    meant.
    """

    choice: Choice | None
    rivals: tuple[Choice, ...] = ()
    """The two to be asked about, when `choice` is None."""


def choose(
    text: str,
    question: ChoiceQuestion,
    worth: Callable[[str], int],
    keep: Callable[[Span], bool] | None = None,
) -> Chosen:
    """The option that a text names. `worth` tells how good an option is for the script, `keep`
    which stretches may be read: all, if it is None.
    """
    folded = fold(text)
    named = [one for one in _named(text, folded, question) if keep is None or keep(one.span)]
    named = _without_other_subjects(folded, named)
    named = _in_one(text, question, named)
    named = [one for one in named if not _only_denies(folded, one.span)] or named
    if not named:
        return Chosen(None)
    standing = named[0]
    for following in named[1:]:
        joint = _joint(folded, standing.span, following.span)
        if not joint and words(folded[slice(*following.span)]).split()[0] in _TOGETHER:
            standing = following
            continue
        chosen = _of_two(folded, standing, following, joint, worth)
        if chosen is None:
            return Chosen(None, (standing, following))
        standing = chosen
    return Chosen(standing)


def _named(text: str, folded: str, question: ChoiceQuestion) -> list[Choice]:
    """The options that are named and not denied, in the order of the text, each once."""
    phrases = {
        key: tuple(phrase for listed in option.says.values() for phrase in listed)
        for key, option in question.options.items()
    }
    whole = [one for one in read_choice(text, phrases) if not _denied_after(folded, one.span)]
    if whole and "," not in text:
        return whole
    found = {one.option: one for one in _by_clause(text, folded, phrases)}
    for one in whole:
        found.setdefault(one.option, one)
    return sorted(found.values(), key=lambda one: one.span)


def _only_denies(folded: str, span: Span) -> bool:
    said = words(folded[slice(*span)]).split()
    return not _DENIALS.isdisjoint(said) and _ALONE.isdisjoint(said)


def _in_one(text: str, question: ChoiceQuestion, named: list[Choice]) -> list[Choice]:
    """With one option in the place of the two whose words it holds: "the kitchen and the
    bathroom".
    """
    if len(named) < 2:
        return named
    for key, option in question.options.items():
        phrases = tuple(phrase for listed in option.says.values() for phrase in listed)
        for one in read_choice(text, {key: phrases}):
            held = [other for other in named if _overlap(one.span, other.span)]
            if len({other.option for other in held} - {key}) > 1:
                rest = [other for other in named if other not in held]
                return sorted((*rest, one), key=lambda each: each.span)
    return named


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _by_clause(text: str, folded: str, phrases: dict[str, tuple[str, ...]]) -> Iterator[Choice]:
    """A "no" reaches no further than its clause: "no, el baño"."""
    for clause in _CLAUSE.finditer(folded):
        start = clause.start()
        for one in read_choice(text[start : clause.end()], phrases):
            span = (start + one.span[0], start + one.span[1])
            if not _denied_after(folded, span):
                yield Choice(one.option, span)


def _denied_after(folded: str, span: Span) -> bool:
    return _AFTERTHOUGHT.match(folded[span[1] :]) is not None


def _without_other_subjects(folded: str, named: Sequence[Choice]) -> list[Choice]:
    """Without those that only name somebody else who does something, where another one is
    said of themselves: "I rent, but the owner agrees".
    """
    own = [one for one in named if not _is_subject(folded, one.span)]
    return own if any(_first_person(folded, one.span) for one in own) else list(named)


def _is_subject(folded: str, span: Span) -> bool:
    """Whether a noun is what another verb speaks of: an article before it, a verb after it."""
    said = words(folded[span[0] : span[1]]).split()
    before = words(folded[: span[0]]).split()[-1:]
    if len(said) > 1 or not _ARTICLES.intersection(before):
        return False
    clause = _CLAUSE.match(folded[span[1] :])
    after = words(clause[0]).split()[:1] if clause else []
    return bool(after) and not _NOT_A_VERB.issuperset(after) and folded[span[1]] == " "


def _joint(folded: str, first: Span, second: Span) -> str:
    return words(folded[first[1] : second[0]])


def _of_two(
    folded: str, first: Choice, second: Choice, joint: str, worth: Callable[[str], int]
) -> Choice | None:
    """Which of two options stands; None when it cannot be told."""
    between = set(joint.split())
    if _OPPOSED.search(f" {joint}"):
        return first
    if between & _EITHER:
        return None
    if between & _CONTRAST and not between & _ALSO:
        of_it = _OF_IT.search(f" {words(folded[first.span[1] : second.span[1]])} ")
        return None if _first_person(folded, first.span) and of_it else second
    own = [_first_person(folded, one.span) for one in (first, second)]
    theirs = words(folded[slice(*second.span)]).split()[0] in _OURS or not own[1]
    if own[0] and theirs and between and between <= _AND and worth(first.option) < _WANTED:
        return first  # "I propose and she decides": their own part, if they do not claim too much
    if any(own):
        return None
    if between & _BOTH:
        return max(first, second, key=lambda one: (worth(one.option), one is first))
    return first if worth(first.option) == worth(second.option) > 0 else None


def _first_person(folded: str, span: Span) -> bool:
    return not _FIRST_PERSON.isdisjoint(words(folded[span[0] : span[1]]).split())


def tells_by_itself(folded: str, span: Span) -> bool:
    """Whether an option means itself though it was not asked about: "I am" says nothing, nor does
    "my boss", who may do anything, or "mine", which may be anything.
    """
    said = words(folded[span[0] : span[1]]).split()
    if len(said) <= _SOMEBODY and said[0] in _OURS:
        return False
    return not (SAYS_LITTLE.issuperset(said) or (len(said) == 1 and said[0] in _MINE))
