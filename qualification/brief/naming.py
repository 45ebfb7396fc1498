"""How are the parts of a lead named in a brief? The person, the rules, the points, their words.
PURE.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from babel import Locale

from qualification.brief.facts import NO_NAMES, BriefFacts, CriterionFact, ReasonFact
from qualification.brief.sections import one_line
from qualification.brief.wording import knows, named, quoted, say
from qualification.script import ChoiceQuestion, Script
from qualification.values import Language

LONGEST_QUOTE = 200


def who(facts: BriefFacts, language: Language) -> str:
    """The lead by name and company, or by whatever is known."""
    contact = facts.contact
    name, company = contact.get("name"), contact.get("company") or _company(facts)
    if name and company:
        return say(language, "of_company", name=datum_of(name), company=datum_of(company))
    known = name or company or contact.get("email") or contact.get("phone")
    return datum_of(known) if known else say(language, "nobody")


def tier_of(facts: BriefFacts, language: Language) -> str:
    return named(language, "tier", facts.tier).lower()


def telling(reasons: Sequence[ReasonFact], outcome: str = "") -> Iterator[ReasonFact]:
    """Each set of criteria once, though several rules name it; what is only always asked decides
    nothing in favour of anybody.
    """
    seen: set[tuple[str, ...]] = set()
    for one in reasons:
        if one.keys not in seen and not (outcome == "qualified" and one.rule == "required"):
            seen.add(one.keys)
            yield one


def reason_in_words(
    reason: ReasonFact,
    language: Language,
    names: Mapping[str, str] = NO_NAMES,
    outcome: str = "",
) -> str:
    """A rule of the verdict: `all_of` need is "necesidad (obligatorio)". By the `outcome` it speaks
    for it, against it, or is still open.
    """
    keys = ", ".join(key_name(one, language, names) for one in reason.keys)
    words = (f"reason.{outcome}.{reason.rule}", f"reason.{reason.rule}")
    known = (say(language, one, keys=keys) for one in words if knows(language, one))
    return next(known, keys)


def own_names(script: Script, language: Language) -> Mapping[str, str]:
    """What a script itself calls its criteria (`budget`) and their options (`plan=basic`)."""
    found = {}
    for one in script.criteria:
        if one.name and language in one.name:
            found[one.key] = one.name[language]
        options = one.options if isinstance(one, ChoiceQuestion) else {}
        for key, option in options.items():
            if option.name and language in option.name:
                found[f"{one.key}={key}"] = option.name[language]
    return found


def criterion_name(key: str, language: Language, names: Mapping[str, str] = NO_NAMES) -> str:
    """A criterion as a heading: the script's own name, ours, or the key made legible."""
    return names.get(key) or named(language, "criterion", key)


def option_name(
    criterion: str, option: str, language: Language, names: Mapping[str, str] = NO_NAMES
) -> str:
    """An option of a choice, within a sentence."""
    own = names.get(f"{criterion}={option}")
    return own if own is not None else in_sentence(named(language, "option", option))


def key_name(key: str, language: Language, names: Mapping[str, str] = NO_NAMES) -> str:
    """A criterion, a signal or a field, within a sentence."""
    if key not in names and not knows(language, f"criterion.{key}"):
        for family in ("signal", "field"):
            if knows(language, f"{family}.{key}"):
                return in_sentence(named(language, family, key))
    return in_sentence(criterion_name(key, language, names))


def in_sentence(name: str) -> str:
    """A name without the capital of its beginning; what is all capitals stays ("CRM")."""
    head = name.split(" ")[0]
    return name if len(head) > 1 and head.isupper() else name[:1].lower() + name[1:]


def score_rule(rule: str, language: Language, names: Mapping[str, str] = NO_NAMES) -> str:
    """What gave the points of a line: the rules of qualification/scoring.py in words."""
    family, _, rest = rule.partition(":")
    if family in ("cap", "floor"):
        return say(language, f"line.{family}")
    if family == "event":
        event, _, seconds = rest.partition(">=")
        word = "line.event_long" if seconds else "line.event"
        did = in_sentence(named(language, "event", event))
        return say(language, word, event=did, seconds=seconds.removesuffix("s"))
    if family in ("fit", "profile"):
        keys = ", ".join(key_name(one, language, names) for one in rest.split("+"))
        return say(language, "line.fit", keys=keys)
    key, _, option = rule.partition("=")
    if option:
        criterion = criterion_name(key, language, names)
        said = option_name(key, option, language, names)
        return say(language, "line.option", criterion=criterion, option=said)
    state = named(language, "state", rest)
    criterion = criterion_name(family, language, names)
    return say(language, "line.state", criterion=criterion, state=state)


def criteria_names(
    criteria: Sequence[CriterionFact], language: Language, names: Mapping[str, str] = NO_NAMES
) -> str:
    """Criteria, within a sentence."""
    return ", ".join(key_name(one.key, language, names) for one in criteria)


def _company(facts: BriefFacts) -> str | None:
    """The company, where it is more than a guess."""
    sure = (one.value for one in facts.profile if one.field == "company" and one.sure)
    return next(sure, None)


def profile_value(field: str, value: str, language: Language) -> str:
    """A datum of a profile as a seller reads it: countries by name, one time zone or another."""
    if field in ("country", "company_country"):
        return _countries(language).get(value, value)
    if field == "time_zone":
        return say(language, "either").join(value.split(", "))
    return datum_of(value)


@lru_cache(maxsize=2)
def _countries(language: Language) -> Mapping[str, str]:
    """Names of countries by their ISO code (Unicode CLDR)."""
    return Locale(language).territories


def quote_of(quote: str, language: Language) -> str:
    return quoted(language, one_line(quote, LONGEST_QUOTE))


def datum_of(value: str) -> str:
    return one_line(value, LONGEST_QUOTE)
