"""What does the seller read first? A brief composed from the facts alone, section by section. PURE.

It says nothing that is not in the facts. What a model has written, and checks have let pass, comes
after what the data say, and is called a model's: its sense cannot be proven.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qualification.brief.facts import BriefFacts, CriterionFact, ProfileFact
from qualification.brief.naming import (
    criteria_names,
    criterion_name,
    datum_of,
    profile_value,
    quote_of,
    reason_in_words,
    score_rule,
    telling,
    tier_of,
    who,
)
from qualification.brief.portrait import portrait
from qualification.brief.private import is_private, public_part
from qualification.brief.sections import Section, text_of
from qualification.brief.wording import counted, knows, named, say
from qualification.values import Language

MOST_QUESTIONS = 10
MOST_ZONES = 2
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
    """Who it is and how they stand, in one line; a customer with a problem stands nowhere."""
    if facts.why == "support":
        return say(language, "headline_support", who=who(facts, language))
    return say(
        language,
        "headline",
        who=who(facts, language),
        outcome=named(language, "outcome", facts.outcome),
        tier=tier_of(facts, language),
        points=counted(language, "points", facts.score),
    )


def compose(
    facts: BriefFacts, language: Language, written: Written = NOTHING
) -> tuple[Section, ...]:
    """The sections of a brief, in the order in which a seller needs them."""
    return (
        Section(say(language, "title.summary"), tuple(_summary(facts, language, written))),
        Section(say(language, "title.next"), tuple(_next(facts, language, written))),
        _contact(facts, language),
        _criteria(facts, language),
        _manner(facts, language, written),
        _open(facts, language),
        _score(facts, language),
    )


def evidence(facts: BriefFacts, language: Language) -> str:
    """What is on record in words: all that another's words about the lead may rest on. How good
    they are is no part of it.
    """
    known = (who(facts, language), datum_of(facts.title), facts.later or "")
    sections = (_contact(facts, language), _criteria(facts, language), _open(facts, language))
    return "\n".join([*filter(None, known), text_of(sections)])


def next_step(facts: BriefFacts, language: Language) -> str:
    """What the seller should do now."""
    if facts.stopped:
        return say(language, "next.stopped")
    step = _step(facts, language)
    later = say(language, "next.later", when=facts.later) if facts.later else ""
    return f"{step} {later}".strip()


def _step(facts: BriefFacts, language: Language) -> str:
    if facts.why in ("support", "wants_human", "nurture"):
        return say(language, f"next.{facts.why}")
    if facts.outcome == "unqualified":
        return say(language, "next.unqualified")
    reach = facts.contact.get("phone") or facts.contact.get("email")
    demo = any(reason.rule == "auto" for reason in facts.reasons)
    if reach is None:
        return say(language, "next.demo_here" if demo else "next.here")
    return say(language, "next.demo" if demo else "next.contact", reach=datum_of(reach))


def _to_clear_up(facts: BriefFacts, language: Language) -> Iterator[str]:
    """What to ask on the way: the criteria that were never clear."""
    if not _is_pursued(facts):
        return
    unclear = [
        one
        for one in facts.criteria
        if one.state == "unknown" and one.rule.partition(":")[0] in ("unclear", "no_rate")
    ]
    if unclear:
        yield say(language, "next.ask", keys=criteria_names(unclear, language, facts.names))


def _is_pursued(facts: BriefFacts) -> bool:
    """Whether sales has anything to find out from them."""
    return not facts.stopped and facts.outcome != "unqualified" and facts.why != "support"


def _next(facts: BriefFacts, language: Language, written: Written) -> Iterator[str]:
    yield next_step(facts, language)
    yield from _to_clear_up(facts, language)
    if written.next_step is not None:
        yield say(language, "model.step", text=written.next_step)


def _summary(facts: BriefFacts, language: Language, written: Written) -> Iterator[str]:
    yield _asked(facts, language)
    if facts.why != "support":
        yield _standing(facts, language)
    yield from _wanted(facts, language)
    if knows(language, f"why.{facts.why}"):
        yield say(language, f"why.{facts.why}")
    yield from _read_by_a_model(written.summary, language)


def _read_by_a_model(told: tuple[str, ...], language: Language) -> Iterator[str]:
    """Each sentence by itself, for a place that shows a part of them."""
    for one in told:
        yield say(language, "model.reads", text=one)


def _asked(facts: BriefFacts, language: Language) -> str:
    channel = f"channel.{facts.channel}"
    return say(
        language,
        "asked_about_from" if facts.source else "asked_about",
        who=who(facts, language),
        title=datum_of(facts.title),
        channel=say(language, channel) if knows(language, channel) else datum_of(facts.channel),
        source=datum_of(facts.source or ""),
    )


def _standing(facts: BriefFacts, language: Language) -> str:
    verdict = say(
        language,
        "verdict",
        outcome=named(language, "outcome", facts.outcome).capitalize(),
        tier=tier_of(facts, language),
        points=counted(language, "points", facts.score),
    )
    reasons = "; ".join(
        reason_in_words(one, language, facts.names, facts.outcome)
        for one in telling(facts.reasons, facts.outcome)
    )
    because = f"because.{facts.outcome}"
    return f"{verdict} {say(language, because, reasons=reasons)}" if reasons else verdict


def _wanted(facts: BriefFacts, language: Language) -> Iterator[str]:
    for one in facts.criteria:
        if one.key in _WANTED and one.quote and (told := public_part(one.quote)) is not None:
            yield say(language, "wants", quote=quote_of(told, language))
            return
    if facts.why == "support":
        yield from _last_words(facts, language)


def _last_words(facts: BriefFacts, language: Language) -> Iterator[str]:
    """What a customer complains of."""
    theirs = [one for one in facts.spoken if one.author == "prospect" and one.text.strip()]
    if theirs and theirs[-1].own == theirs[-1].text and not is_private(theirs[-1].text):
        yield say(language, "last_words", quote=quote_of(theirs[-1].text, language))


def _contact(facts: BriefFacts, language: Language) -> Section:
    title = say(language, "title.contact")
    shown = {*_OF_THE_CONTACT, *facts.contact, *(one.key for one in facts.criteria)}
    points = [
        say(language, "datum", field=named(language, "field", kind), value=datum_of(value))
        for kind, value in facts.contact.items()
    ]
    points += [
        say(
            language,
            "datum" if one.sure else "not_confirmed",
            field=named(language, "field", one.field),
            value=profile_value(one.field, one.value, language),
        )
        for one in facts.profile
        if one.field not in shown and not _says_little(one)
    ]
    if not points:
        return Section(title, (say(language, "no_contact"),))
    return Section(title, points=tuple(points))


def _says_little(datum: ProfileFact) -> bool:
    """A number that may be in any of so many time zones tells of none."""
    return datum.field == "time_zone" and datum.value.count(",") >= MOST_ZONES


def _criteria(facts: BriefFacts, language: Language) -> Section:
    told = (one for one in facts.criteria if one.rule != "unanswered")
    points = tuple(_criterion(one, language, facts.names) for one in told)
    return Section(say(language, "title.criteria"), points=points)


def _criterion(fact: CriterionFact, language: Language, names: Mapping[str, str]) -> str:
    name = criterion_name(fact.key, language, names)
    state = _state(fact, language)
    told = None if fact.quote is None else public_part(fact.quote)
    private = fact.quote is not None and told is None
    shown = say(language, "left_out") if private else None
    if told is not None:
        shown = quote_of(told, language)
    if fact.said is None:
        why = named(language, "rule", fact.rule.partition(":")[0])
        value = why if shown is None or private else f"{why}: {shown}"
    elif is_private(fact.said) or _same(fact.said, fact.quote):
        value = shown or say(language, "left_out")
    else:
        value = fact.said if shown is None else f"{fact.said}: {shown}"
    return say(language, "criterion_value", name=name, state=state, value=value)


def _state(fact: CriterionFact, language: Language) -> str:
    """How a criterion stands; and why not, where there is a value that could not be judged."""
    state, why = named(language, "state", fact.state), f"rule.{fact.rule.partition(':')[0]}"
    judged = fact.state != "unknown" or fact.said is None or not knows(language, why)
    return state if judged else f"{state} ({say(language, why)})"


def _same(said: str, quote: str | None) -> bool:
    """Whether the value is nothing but the quote."""
    return quote is not None and said.strip("«»“” ") == quote.strip()


def _manner(facts: BriefFacts, language: Language, written: Written) -> Section:
    title, ours = say(language, "title.manner"), portrait(facts, language)
    if facts.stopped:
        return Section(title)  # nobody speaks to them
    points = (*ours, *_read_by_a_model(written.manner, language))
    if points:
        return Section(title, points=points)
    messages = sum(one.author == "prospect" for one in facts.spoken)
    if not messages:
        return Section(title, (say(language, "nothing_said"),))
    seen = counted(language, "messages", messages)
    return Section(title, (say(language, "nothing_shown", messages=seen),))


def _open(facts: BriefFacts, language: Language) -> Section:
    points = [
        say(language, "asked_us", quote=quote_of(one, language))
        for one in facts.open_questions[:MOST_QUESTIONS]
        if not is_private(one)
    ]
    unknown = [one for one in facts.criteria if one.said is None]
    if unknown and _is_pursued(facts):
        points.append(
            say(language, "not_known", keys=criteria_names(unknown, language, facts.names))
        )
    title = say(language, "title.open")
    if not points:
        return Section(title, (say(language, "nothing_open"),))
    return Section(title, points=tuple(points))


def _score(facts: BriefFacts, language: Language) -> Section:
    if facts.why == "support":
        return Section(say(language, "title.score"))
    total = say(
        language,
        "score",
        points=counted(language, "points", facts.score),
        fit=facts.fit,
        engagement=facts.engagement,
        tier=tier_of(facts, language),
    )
    lines = [
        say(language, "line", points=f"{points:+d}", what=score_rule(rule, language, facts.names))
        for rule, points in facts.score_lines
    ]
    return Section(say(language, "title.score"), (total,), tuple(lines))
