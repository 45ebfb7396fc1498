"""What does an admin write? A Script: its questions, its rules, its words. One file a product line.

The models here are the whole format: `python app.py scripts schema` prints their JSON Schema,
docs/scripts.md
explains them. They are frozen and used as they are by the pure core: a script is data that does not
change.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, JsonValue, model_validator

from qualification.conditions import (
    ChoiceCondition,
    MoneyCondition,
    NumberCondition,
    Part,
    Rates,
    Terms,
    TextCondition,
    TimeframeCondition,
    YesNoCondition,
)
from qualification.durations import Duration
from qualification.fields import Key, Names, Prefilled, Sentence, Slug, Worth
from qualification.fields import Texts as Texts
from qualification.pages import PagePattern
from qualification.reaching import (
    ApprovedTemplate,
    BookingLink,
    OurNumber,
    QuietHours,
    RecordingPlan,
    RequalifyPlan,
    TemplateId,
    TransferPlan,
)
from qualification.saying import Said
from qualification.score_plan import TIERS as TIERS
from qualification.score_plan import FitLine as FitLine
from qualification.score_plan import ScorePlan
from qualification.shares import Share
from qualification.signals import LASTING, Signal
from qualification.values import ContactKind, Language, Period
from qualification.wording import TextId

RECEPTION = "reception"
"""The name of the script that is made of the others: it finds out which of them is meant."""
CONSENT = "marketing_consent"
"""The key of the question whether they would like to hear more (docs/nurture.md)."""


def _lasts(signal: Signal) -> Signal:
    if signal not in LASTING:
        known = ", ".join(sorted(LASTING))
        raise ValueError(
            Said(
                "`%(signal)s` passes with its message: use one of %(known)s",
                signal=signal,
                known=known,
            )
        )
    return signal


LastingSignal = Annotated[Signal, AfterValidator(_lasts)]


class Persona(Part):
    """Who speaks."""

    name: Sentence
    company: Sentence
    tone: Sentence = "warm and brief"


class Fact(Part):
    """Something the prospect may ask, and the only answer that may be given."""

    id: Key
    topics: Texts
    answer: Mapping[Language, Sentence]


class Points(Part):
    """What a state is worth in the fit score."""

    positive: Worth = 0
    acceptable: Worth = 0
    negative: Worth = 0


class Question(Part):
    """What every criterion has: its words, and how much it matters."""

    key: Key
    name: Names | None = None
    ask: Texts
    ask_again: Texts | None = None
    why: Texts | None = None
    says: Texts | None = None
    """How people bring it up unasked: words near which a value of this kind is an answer to this
    question.
    """
    lacking: Texts | None = None
    """How people say that there is none ("we have no budget", "we don't need anything"): a zero, or
    no words.
    """
    required: bool = False
    """Asked (and answered or declined) before anybody is qualified, even if nothing hangs on it."""
    knock_out: bool = False
    """A negative answer ends it, whatever else is good."""
    points: Points = Points()


class MoneyQuestion(Question):
    """How much?"""

    kind: Literal["money"]
    per: Period | None = None
    positive: MoneyCondition | None = None
    acceptable: MoneyCondition | None = None


class TimeframeQuestion(Question):
    """When?"""

    kind: Literal["timeframe"]
    positive: TimeframeCondition | None = None
    acceptable: TimeframeCondition | None = None


class NumberQuestion(Question):
    """How many?"""

    kind: Literal["number"]
    positive: NumberCondition | None = None
    acceptable: NumberCondition | None = None


class Option(Part):
    """One answer to a choice question."""

    says: Texts
    """How people say it."""
    name: Names | None = None
    points: Worth = 0


class ChoiceQuestion(Question):
    """Which of these?"""

    kind: Literal["choice"]
    options: Mapping[Key, Option] = Field(min_length=2)
    positive: ChoiceCondition | None = None
    acceptable: ChoiceCondition | None = None


class YesNoQuestion(Question):
    """Yes or no?"""

    kind: Literal["yes_no"]
    positive: YesNoCondition | None = None
    acceptable: YesNoCondition | None = None


class TextQuestion(Question):
    """In their own words."""

    kind: Literal["text"]
    positive: TextCondition | None = None
    acceptable: TextCondition | None = None


Criterion = Annotated[
    MoneyQuestion
    | TimeframeQuestion
    | NumberQuestion
    | ChoiceQuestion
    | YesNoQuestion
    | TextQuestion,
    Field(discriminator="kind"),
]


class ContactPlan(Part):
    """Which data identify the lead, and when they are asked for."""

    ask: tuple[ContactKind, ...] = ("name", "email")
    when: Literal["qualified", "first", "never"] = "qualified"
    region: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] = "ES"
    """The country whose phone numbers are written without a prefix."""


class AtLeast(Part):
    """So many of these must be positive or acceptable."""

    count: int = Field(ge=1)
    of: tuple[Key, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _reachable(self) -> "AtLeast":
        if self.count > len(set(self.of)):
            raise ValueError(
                Said(
                    "`count` %(count)s can never be met by %(number)s criteria",
                    count=self.count,
                    number=len(set(self.of)),
                )
            )
        return self


class QualifyRule(Part):
    """When is a lead qualified? All of these parts must hold."""

    all_of: tuple[Key, ...] = ()
    at_least: AtLeast | None = None
    tier: Key | None = None
    """The points of their answers must reach this tier."""
    auto: tuple[LastingSignal, ...] = ()
    """Signals that qualify at once: a decided buyer is not questioned."""
    disqualify: tuple[LastingSignal, ...] = ()


class NudgePlan(Part):
    """A word after silence: after so long, and then again; never in the quiet hours."""

    after: tuple[Duration, ...] = Field(min_length=1, max_length=5)
    quiet_hours: QuietHours | None = None


class Limits(Part):
    """Where the conversation ends of itself."""

    turns: int = Field(default=30, ge=1, le=200)
    asks_per_question: int = Field(default=2, ge=1, le=5)


class Script(Part):
    """One product line: its questions, rules and words."""

    script: Slug
    title: Sentence
    framework: Literal["bant", "champ", "meddic", "scoring", "none"] = "bant"
    languages: tuple[Language, ...] = Field(min_length=1)
    persona: Persona
    wording: Literal["adapted", "exact"] = "adapted"
    order: Literal["qualify_then_score", "score_then_qualify"] = "qualify_then_score"
    disclosure: Mapping[Language, Sentence]
    facts: tuple[Fact, ...] = ()
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    contact: ContactPlan = ContactPlan()
    profile: bool = True
    """What can be known without asking may be inferred and looked up."""
    prefill: tuple[Prefilled, ...] = ()
    """What is not asked where the profile tells it: contact data, or criteria of these names."""
    account: Literal["b2b", "b2c", "either"] = "either"
    """A lead is a company with a contact in it, or a person; `either`: by whether a company is
    known.
    """
    qualify: QualifyRule
    score: ScorePlan = ScorePlan()
    rates: Rates | None = None
    texts: Mapping[TextId, Texts] = Field(default_factory=dict)
    routing: Mapping[str, JsonValue] | None = None
    answers: tuple[OurNumber, ...] = ()
    """The numbers of ours that it answers; with `whatsapp:` before it, on WhatsApp only."""
    pages: tuple[PagePattern, ...] = ()
    """Pages of ours whose chat is about it; of several that fit, the most exact one counts."""
    forms: tuple[Slug, ...] = ()
    """The ids of forms whose leads are its own."""
    topics: Texts | None = None
    """How people say that it is about this; the first is what we call it when we ask."""
    templates: Mapping[TemplateId, Mapping[Language, ApprovedTemplate]] = Field(
        default_factory=dict
    )
    transfer: TransferPlan | None = None
    booking: BookingLink | None = None
    """Where who qualified may pick a time; it is shown with the goodbye, not read out."""
    recording: RecordingPlan | None = None
    nudge: NudgePlan | None = None
    requalify: RequalifyPlan | None = None
    holdout: Share | None = None
    """This share of those who nearly qualified is left for people to look at."""
    limits: Limits = Limits()

    def criterion(self, key: str) -> Criterion | None:
        """The question with this key."""
        return next((one for one in self.criteria if one.key == key), None)

    def fact(self, fact: str) -> Fact | None:
        """The fact with this id."""
        return next((one for one in self.facts if one.id == fact), None)

    def terms(self, criterion: Criterion) -> Terms:
        """What this criterion's amounts are compared in."""
        per = criterion.per if isinstance(criterion, MoneyQuestion) else None
        return Terms(per=per, rates=self.rates)

    @property
    def tier_to_reach(self) -> str | None:
        """The tier that the points of the answers must reach: the rule's, or the highest one where
        the score comes first.
        """
        if self.qualify.tier is None and self.order == "score_then_qualify":
            return next(iter(self.score.tiers))
        return self.qualify.tier

    @property
    def default_language(self) -> Language:
        """The one spoken until the prospect shows another."""
        return self.languages[0]
