"""What does sales receive? The hand-over: the lead, the verdict with the prospect's own words, and
what is open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from qualification.answers import AnswerSheet
from qualification.brief.composing import headline, next_step
from qualification.brief.facts import BriefFacts, ReasonFact
from qualification.brief.naming import criterion_name, own_names, quote_of
from qualification.brief.private import is_private
from qualification.brief.wording import named, say
from qualification.choosing import ChosenBy
from qualification.decision import Reason, Verdict
from qualification.findings import Finding
from qualification.profile.account import Account, account_of
from qualification.profile.gathering import profile_of
from qualification.profile.profile import Profile
from qualification.scoring import Scorecard, ScoreLine
from qualification.script import Script
from qualification.values import (
    CONTACT_KINDS,
    Contact,
    ContactKind,
    Json,
    Language,
    Timeframe,
    to_json,
)

Why = Literal["qualified", "wants_human", "support", "update"]
Cause: TypeAlias = Why | Literal["nurture"]
"""`nurture`: sales does not get it."""
LEAVE_ALONE = say("en", "next.stopped")
"""A stop said to us is one said to sales too (47 CFR 64.1200(a)(10)); so it was said in hand-overs
that have no `stopped`.
"""


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion as sales reads it: how it stands, the value, the words it rests on, and the
    rule.
    """

    key: str
    state: str
    value: Json
    quote: str | None
    message: str | None
    rule: str
    source: str | None = None
    """`prospect`, or where else it is from (qualification/answers.py)."""
    at: str | None = None
    """When it was said, in ISO 8601."""


@dataclass(frozen=True, slots=True)
class OtherDatum:
    """What contradicts a datum of the profile."""

    value: str
    source: str
    at: str
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class ProfileDatum:
    """One datum of the profile, with where it is from."""

    value: str
    source: str
    """`said`, `site`, `form`, `crm`, `provider`, `email_domain`, `phone` or `channel`."""
    at: str
    """When it came to be known, in ISO 8601."""
    confirmed: bool
    """They said it themselves, or said that it is so."""
    guessed: bool
    """Made up by a rule: the company's name from its domain."""
    origin: str | None
    """What it rests on: their words, the domain, the number's prefix, the provider's name."""
    others: tuple[OtherDatum, ...] = ()
    """What else is told: it was not overwritten."""


@dataclass(frozen=True, slots=True)
class Handover:
    """Everything a salesperson needs to pick the lead up. Built from the record alone: no model
    writes here.
    """

    why: Cause
    script: str
    language: Language
    channel: str
    source: str | None
    contact: Mapping[ContactKind, str]
    outcome: str
    reasons: tuple[Reason, ...]
    criteria: tuple[CriterionLine, ...]
    score: int
    fit: int
    engagement: int
    tier: str
    score_lines: tuple[ScoreLine, ...]
    summary: str
    """In the prospect's language, like `next_step`; sellers read a brief in their own."""
    open_questions: tuple[str, ...]
    """What the prospect asked and got no answer to."""
    unknown: tuple[str, ...]
    """Criteria that nothing is known about."""
    next_step: str
    profile: Mapping[str, ProfileDatum]
    """What is known besides the answers, by field (qualification/findings.py)."""
    account: Account
    chosen_by: ChosenBy | None = None
    """What the script was chosen by; None where that was never found out."""
    stopped: bool = False
    """They asked not to be written to."""


def criterion_lines(sheet: AnswerSheet, verdict: Verdict) -> tuple[CriterionLine, ...]:
    """A line per criterion, in the script's order, each answered one with its quote."""
    lines = []
    for judgement in verdict.criteria:
        answer = sheet.answers.get(judgement.key)
        known = answer or sheet.declined.get(judgement.key)
        evidence = known.evidence if known else None
        lines.append(
            CriterionLine(
                key=judgement.key,
                state=judgement.state,
                value=to_json(answer.value) if answer else None,
                quote=evidence.quote if evidence else None,
                message=evidence.message if evidence else None,
                rule=judgement.rule,
                source=answer.source if answer else None,
                at=answer.given.isoformat() if answer else None,
            )
        )
    return tuple(lines)


def contact_of(sheet: AnswerSheet) -> dict[ContactKind, str]:
    """The identifying data known so far."""
    found: dict[ContactKind, str] = {}
    for kind in CONTACT_KINDS:
        answer = sheet.answers.get(kind)
        if answer is not None and isinstance(answer.value, Contact):
            found[kind] = answer.value.value
    return found


def make_handover(
    script: Script,
    sheet: AnswerSheet,
    verdict: Verdict,
    card: Scorecard,
    *,
    why: Cause,
    language: Language,
    channel: str,
    source: str | None,
    open_questions: Sequence[str],
    later: Timeframe | None = None,
    stopped: bool = False,
    chosen_by: ChosenBy | None = None,
) -> Handover:
    """The hand-over of a lead as it stands now; `stopped`: they asked not to be written to."""
    lines = criterion_lines(sheet, verdict)
    contact = contact_of(sheet)
    profile = profile_of(script, sheet, language)
    facts = BriefFacts(
        why=why,
        title=script.title,
        language=language,
        channel=channel,
        source=source,
        outcome=verdict.outcome,
        tier=card.tier,
        score=card.total,
        fit=card.fit,
        engagement=card.engagement,
        contact=contact,
        reasons=tuple(ReasonFact(one.rule, one.keys) for one in verdict.reasons),
        stopped=stopped,
        later=_when(later, language),
        names=own_names(script, language),
    )
    return Handover(
        why=why,
        script=script.script,
        language=language,
        channel=channel,
        source=source,
        contact=contact,
        outcome=verdict.outcome,
        reasons=verdict.reasons,
        criteria=lines,
        score=card.total,
        fit=card.fit,
        engagement=card.engagement,
        tier=card.tier,
        score_lines=card.lines,
        summary=_summary(facts, lines, language),
        open_questions=tuple(open_questions),
        unknown=tuple(line.key for line in lines if line.value is None),
        next_step=next_step(facts, language),
        profile=profile_data(profile),
        account=account_of(script, profile),
        chosen_by=chosen_by,
        stopped=stopped,
    )


def profile_data(profile: Profile) -> dict[str, ProfileDatum]:
    """A profile as places take it: plain values."""
    return {field: _datum(entry.best, entry.others) for field, entry in profile.items()}


def _datum(best: Finding, others: Sequence[Finding]) -> ProfileDatum:
    return ProfileDatum(
        value=best.value,
        source=best.source,
        at=best.at.isoformat(),
        confirmed=best.confirmed,
        guessed=best.guessed,
        origin=best.origin,
        others=tuple(
            OtherDatum(one.value, one.source, one.at.isoformat(), one.origin) for one in others
        ),
    )


def _summary(facts: BriefFacts, lines: Sequence[CriterionLine], language: Language) -> str:
    answered = (line for line in lines if line.value is not None)
    said = "; ".join(_answered(line, language, facts.names) for line in answered)
    return f"{headline(facts, language)}. {said or say(language, 'no_answers')}."


def _answered(line: CriterionLine, language: Language, names: Mapping[str, str]) -> str:
    name = criterion_name(line.key, language, names)
    state = named(language, "state", line.state)
    told = say(language, "criterion", name=name, state=state.lower())
    if not line.quote or is_private(line.quote):
        return told
    return f"{told} {quote_of(line.quote, language)}"


def _when(later: Timeframe | None, language: Language) -> str | None:
    """When the prospect would rather be written to, for whoever does."""
    if later is None or (later.start or later.end) is None:
        return None
    known = {"from": later.start, "before": later.end}
    said = [say(language, f"when.{word}", date=date) for word, date in known.items() if date]
    return say(language, "when", when=" ".join(said))
