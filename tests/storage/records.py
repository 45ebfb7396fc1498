"""What the tests of storage write: messages, turns, hand-overs, in as few words as possible."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

from agent.dialogue import Dialogue
from agent.messages import InboundMessage
from agent.ports import Claim, Turn, Utterance
from agent.reading import CallRecord, Reading
from qualification.answers import Answer, AnswerSheet, Evidence
from qualification.decision import Reason, Verdict
from qualification.handover import Cause, CriterionLine, Handover
from qualification.profile.account import Account
from qualification.scoring import Scorecard, ScoreLine
from qualification.values import Contact, ContactKind, Money

NOW = datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)
SCRIPT = """\
script: {key}
title: {title}
framework: none
languages: [en]
persona: {{name: Ana, company: Acme}}
disclosure: {{en: I am an assistant.}}
criteria:
  - key: budget
    kind: money
    ask: {{en: What is your budget?}}
qualify: {{all_of: [budget]}}
"""
BUDGET = Answer(
    "budget",
    Money(Decimal("3000.50"), None, "EUR", "year", approximate=True, span=(6, 12)),
    NOW,
    Evidence("m1", "about 3,000.50 a year"),
)
EMAIL = Answer("email", Contact("email", "ana@example.com"), NOW, Evidence("m2", "ana@example.com"))
CALL = CallRecord("a-model", "a-hash", 900, 850, 60, 420, 180, "ok")


def script_text(key: str = "crm-suite", title: str = "CRM") -> str:
    """A small script."""
    return SCRIPT.format(key=key, title=title)


def inbound(
    conversation: str, text: str = "hello", external_id: str | None = None, at: datetime = NOW
) -> InboundMessage:
    """A message from the prospect."""
    return InboundMessage("chat", external_id or uuid4().hex, conversation, text, at)


def sheet(*answers: Answer) -> AnswerSheet:
    """What is known."""
    return AnswerSheet({one.key: one for one in answers})


def turn(
    claim: Claim,
    *said: str,
    answers: Sequence[Answer] = (),
    handover: Handover | None = None,
    at: datetime = NOW,
    remind_at: datetime | None = None,
    calls: Sequence[CallRecord] = (),
) -> Turn:
    """A turn that answers everything the claim has seen."""
    return Turn(
        dialogue=Dialogue("en", sheet=sheet(*answers), turns=claim.dialogue.turns + 1),
        at=at,
        read_up_to=claim.inbound_seq,
        said=tuple(Utterance(uuid4().hex, text) for text in said),
        answers=tuple(answers),
        verdict=Verdict("qualified" if handover else "undecided", (), ()),
        score=Scorecard(25, 5, "warm", (ScoreLine("budget:positive", 25),)),
        reading=Reading("model", bridge="Understood."),
        calls=tuple(calls),
        handover=handover,
        remind_at=remind_at,
    )


def handover(
    why: Cause = "qualified",
    summary: str = "Ana: qualified, ñandú",
    criteria: Sequence[CriterionLine] = (),
    contact: Mapping[ContactKind, str] | None = None,
) -> Handover:
    """What sales receives."""
    return Handover(
        why=why,
        script="crm-suite",
        language="en",
        channel="chat",
        source="/pricing",
        contact=contact or {"email": "ana@example.com"},
        outcome="qualified",
        reasons=(Reason("all_of", "met", ("budget",)),),
        criteria=(
            CriterionLine(
                "budget",
                "positive",
                {"min": 3000.5, "max": None, "currency": "EUR", "period": "year"},
                "about 3,000.50 a year",
                "m1",
                "positive",
            ),
            *criteria,
        ),
        score=30,
        fit=25,
        engagement=5,
        tier="warm",
        score_lines=(ScoreLine("budget:positive", 25),),
        summary=summary,
        open_questions=("Do you ship to Malta?",),
        unknown=(),
        next_step="Get in touch: ana@example.com.",
        profile={},
        account=Account("b2b", domain="example.com"),
    )
