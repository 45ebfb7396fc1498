"""What does the seller read first? A brief composed from the facts alone, section by section. PURE.

It says nothing that is not in the facts. Where a model has written a part that was checked, that
part stands instead of ours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualification.brief.facts import BriefFacts, CriterionFact, ReasonFact
from qualification.brief.portrait import portrait
from qualification.brief.private import is_private
from qualification.brief.sections import Section, one_line
from qualification.brief.wording import counted, knows, named, quoted, say
from qualification.values import Language

LONGEST_QUOTE = 200
MOST_QUESTIONS = 10
_WANTED = ("need", "challenge", "pain", "interest")
"""The criteria that say what it is about, whichever framework."""
_OF_THE_CONTACT = frozenset({"name", "first_name", "last_name", "language", "email_kind"})
"""Fields of a profile that the contact shows already, or that tell a seller nothing."""


@dataclass(frozen=True, slots=True)
class Written:
    """The parts that were written by a model and have passed the checks."""

    summary: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    next_step: str | None = None


NOTHING = Written()


def headline(facts: BriefFacts, language: Language) -> str:
    """Who it is and how they stand, in one line."""
    return say(
        language,
        "headline",
        who=who(facts, language),
        outcome=named(language, "outcome", facts.outcome),
        tier=_tier(facts, language),
        points=counted(language, "points", facts.score),
    )


def compose(
    facts: BriefFacts, language: Language, written: Written = NOTHING
) -> tuple[Section, ...]:
    """The sections of a brief, in the order in which a seller needs them."""
    return (
        Section(
            say(language, "title.summary"), written.summary or tuple(_summary(facts, language))
        ),
        Section(
            say(language, "title.next"),
            (written.next_step or next_step(facts, language), *_to_clear_up(facts, language)),
        ),
        _contact(facts, language),
        Section(
            say(language, "title.criteria"),
            points=tuple(_criterion(one, language) for one in facts.criteria),
        ),
        _manner(facts, language, written),
        _open(facts, language),
        _score(facts, language),
    )


def who(facts: BriefFacts, language: Language) -> str:
    """The lead by name and company, or by whatever is known."""
    contact = facts.contact
    name, company = contact.get("name"), contact.get("company") or _company(facts)
    if name and company:
        return say(language, "of_company", name=_datum(name), company=_datum(company))
    known = name or company or contact.get("email") or contact.get("phone")
    return _datum(known) if known else say(language, "nobody")


def next_step(facts: BriefFacts, language: Language) -> str:
    """What the seller should do now."""
    if facts.stopped:
        return say(language, "next.stopped")
    step = _step(facts, language)
    later = say(language, "next.later", when=facts.later) if facts.later else ""
    return f"{step} {later}".strip()


def _step(facts: BriefFacts, language: Language) -> str:
    if facts.why in ("support", "wants_human"):
        return say(language, f"next.{facts.why}")
    if facts.outcome == "unqualified":
        return say(language, "next.unqualified")
    reach = facts.contact.get("phone") or facts.contact.get("email")
    demo = any(reason.rule == "auto" for reason in facts.reasons)
    if reach is None:
        return say(language, "next.demo_here" if demo else "next.here")
    return say(language, "next.demo" if demo else "next.contact", reach=_datum(reach))


def _to_clear_up(facts: BriefFacts, language: Language) -> Iterator[str]:
    """What to ask on the way: the criteria that were never clear."""
    if facts.stopped or facts.outcome == "unqualified" or facts.why == "support":
        return
    unclear = [
        one
        for one in facts.criteria
        if one.state == "unknown" and one.rule in ("unclear", "no_rate")
    ]
    if unclear:
        yield say(language, "next.ask", keys=_criteria_names(unclear, language))


def _summary(facts: BriefFacts, language: Language) -> Iterator[str]:
    channel = (
        say(language, f"channel.{facts.channel}")
        if knows(language, f"channel.{facts.channel}")
        else one_line(facts.channel)
    )
    asked = "asked_about_from" if facts.source else "asked_about"
    yield say(
        language,
        asked,
        who=who(facts, language),
        title=_datum(facts.title),
        channel=channel,
        source=_datum(facts.source or ""),
    )
    verdict = say(
        language,
        "verdict",
        outcome=named(language, "outcome", facts.outcome).capitalize(),
        tier=_tier(facts, language),
        points=counted(language, "points", facts.score),
    )
    reasons = "; ".join(_reason(one, language) for one in _telling(facts.reasons))
    yield f"{verdict} {say(language, 'because', reasons=reasons)}" if reasons else verdict
    yield from _wanted(facts, language)
    if knows(language, f"why.{facts.why}"):
        yield say(language, f"why.{facts.why}")


def _wanted(facts: BriefFacts, language: Language) -> Iterator[str]:
    for one in facts.criteria:
        if one.key in _WANTED and one.quote and not is_private(one.quote):
            yield say(language, "wants", quote=_quote(one.quote, language))
            return


def _contact(facts: BriefFacts, language: Language) -> Section:
    title = say(language, "title.contact")
    shown = {*_OF_THE_CONTACT, *facts.contact, *(one.key for one in facts.criteria)}
    points = [
        say(language, "datum", field=named(language, "field", kind), value=_datum(value))
        for kind, value in facts.contact.items()
    ]
    points += [
        say(
            language,
            "datum" if one.sure else "not_confirmed",
            field=named(language, "field", one.field),
            value=_datum(one.value),
        )
        for one in facts.profile
        if one.field not in shown
    ]
    if not points:
        return Section(title, (say(language, "no_contact"),))
    return Section(title, points=tuple(points))


def _criterion(fact: CriterionFact, language: Language) -> str:
    name, state = named(language, "criterion", fact.key), named(language, "state", fact.state)
    private = fact.quote is not None and is_private(fact.quote)
    if private or fact.quote is None:
        shown = say(language, "left_out") if private else None
    else:
        shown = _quote(fact.quote, language)
    if fact.said is None:
        why = named(language, "rule", fact.rule.partition(":")[0])
        value = why if shown is None or private else f"{why}: {shown}"
    elif is_private(fact.said) or _same(fact.said, fact.quote):
        value = shown or say(language, "left_out")
    else:
        value = fact.said if shown is None else f"{fact.said}: {shown}"
    return say(language, "criterion_value", name=name, state=state, value=value)


def _same(said: str, quote: str | None) -> bool:
    """Whether the value is nothing but the quote."""
    return quote is not None and said.strip("«»“” ") == quote.strip()


def _manner(facts: BriefFacts, language: Language, written: Written) -> Section:
    title, ours = say(language, "title.manner"), portrait(facts, language)
    points = (*written.manner, *ours)
    if points:
        return Section(title, points=points)
    messages = sum(one.author == "prospect" for one in facts.spoken)
    if not messages:
        return Section(title, (say(language, "nothing_said"),))
    seen = counted(language, "messages", messages)
    return Section(title, (say(language, "nothing_shown", messages=seen),))


def _open(facts: BriefFacts, language: Language) -> Section:
    points = [
        say(language, "asked_us", quote=_quote(one, language))
        for one in facts.open_questions[:MOST_QUESTIONS]
        if not is_private(one)
    ]
    unknown = [one for one in facts.criteria if one.said is None]
    if unknown:
        points.append(say(language, "not_known", keys=_criteria_names(unknown, language)))
    title = say(language, "title.open")
    if not points:
        return Section(title, (say(language, "nothing_open"),))
    return Section(title, points=tuple(points))


def _score(facts: BriefFacts, language: Language) -> Section:
    total = say(
        language,
        "score",
        points=counted(language, "points", facts.score),
        fit=facts.fit,
        engagement=facts.engagement,
        tier=_tier(facts, language),
    )
    lines = [
        say(language, "line", points=f"{points:+d}", what=_rule(rule, facts, language))
        for rule, points in facts.score_lines
    ]
    return Section(say(language, "title.score"), (total,), tuple(lines))


def _rule(rule: str, facts: BriefFacts, language: Language) -> str:
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


def _telling(reasons: Sequence[ReasonFact]) -> Iterator[ReasonFact]:
    """Each set of criteria once, though several rules name it."""
    seen: set[tuple[str, ...]] = set()
    for one in reasons:
        if one.keys not in seen:
            seen.add(one.keys)
            yield one


def _reason(reason: ReasonFact, language: Language) -> str:
    keys = _keys(reason.keys, language)
    return (
        say(language, f"reason.{reason.rule}", keys=keys)
        if knows(language, f"reason.{reason.rule}")
        else keys
    )


def _keys(keys: Sequence[str], language: Language) -> str:
    """Criteria, signals or fields by name."""
    return ", ".join(_key(one, language) for one in keys)


def _key(key: str, language: Language) -> str:
    for family in ("criterion", "signal", "field"):
        if knows(language, f"{family}.{key}"):
            return named(language, family, key).lower()
    return named(language, "criterion", key).lower()


def _criteria_names(criteria: Sequence[CriterionFact], language: Language) -> str:
    return ", ".join(_key(one.key, language) for one in criteria)


def _tier(facts: BriefFacts, language: Language) -> str:
    return named(language, "tier", facts.tier).lower()


def _company(facts: BriefFacts) -> str | None:
    """The company, where it is more than a guess."""
    sure = (one.value for one in facts.profile if one.field == "company" and one.sure)
    return next(sure, None)


def _quote(quote: str, language: Language) -> str:
    return quoted(language, one_line(quote, LONGEST_QUOTE))


def _datum(value: str) -> str:
    return one_line(value, LONGEST_QUOTE)
