"""How are the parts of a lead named in a brief? The person, the rules, the points, their words.
PURE.
"""

from collections.abc import Iterator, Sequence

from qualification.brief.facts import BriefFacts, CriterionFact, ReasonFact
from qualification.brief.sections import one_line
from qualification.brief.wording import knows, named, quoted, say
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


def telling(reasons: Sequence[ReasonFact]) -> Iterator[ReasonFact]:
    """Each set of criteria once, though several rules name it."""
    seen: set[tuple[str, ...]] = set()
    for one in reasons:
        if one.keys not in seen:
            seen.add(one.keys)
            yield one


def reason_in_words(reason: ReasonFact, language: Language) -> str:
    keys = _keys(reason.keys, language)
    return (
        say(language, f"reason.{reason.rule}", keys=keys)
        if knows(language, f"reason.{reason.rule}")
        else keys
    )


def score_rule(rule: str, facts: BriefFacts, language: Language) -> str:
    """What gave the points of a line: the rules of qualification/scoring.py in words."""
    family, _, rest = rule.partition(":")
    if family in ("cap", "floor"):
        return say(language, f"line.{family}")
    if family == "event":
        event, _, seconds = rest.partition(">=")
        word = "line.event_long" if seconds else "line.event"
        did = named(language, "event", event)
        return say(language, word, event=did, seconds=seconds.removesuffix("s"))
    if family in ("fit", "profile"):
        return say(language, "line.fit", keys=_keys(rest.split("+"), language))
    key, _, option = rule.partition("=")
    if option:
        criterion = named(language, "criterion", key)
        return say(language, "line.option", criterion=criterion, option=_option(key, option, facts))
    state = named(language, "state", rest)
    return say(language, "line.state", criterion=named(language, "criterion", family), state=state)


def _option(key: str, option: str, facts: BriefFacts) -> str:
    """The option in the seller's words, where the criterion still stands at it."""
    said = next((one.said for one in facts.criteria if one.key == key), None)
    return said if said is not None else option.replace("_", " ")


def criteria_names(criteria: Sequence[CriterionFact], language: Language) -> str:
    return ", ".join(_key(one.key, language) for one in criteria)


def _keys(keys: Sequence[str], language: Language) -> str:
    """Criteria, signals or fields by name."""
    return ", ".join(_key(one, language) for one in keys)


def _key(key: str, language: Language) -> str:
    for family in ("criterion", "signal", "field"):
        if knows(language, f"{family}.{key}"):
            return named(language, family, key).lower()
    return named(language, "criterion", key).lower()


def _company(facts: BriefFacts) -> str | None:
    """The company, where it is more than a guess."""
    sure = (one.value for one in facts.profile if one.field == "company" and one.sure)
    return next(sure, None)


def quote_of(quote: str, language: Language) -> str:
    return quoted(language, one_line(quote, LONGEST_QUOTE))


def datum_of(value: str) -> str:
    return one_line(value, LONGEST_QUOTE)
