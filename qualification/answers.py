"""What has the prospect told us? Answers with their evidence, and what they declined to answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from qualification.findings import Finding
from qualification.values import Contact, Value

Source = Literal["prospect", "prefill", "reread", "profile", "inferred"]
"""`prefill`: known beforehand (a form field, the number they write from); `reread`: the prospect's
words, which were read plainly at first and by a model later; `profile`: what they call themselves
elsewhere, still to be asked for; `inferred`: what their profile tells where the script does not
ask, which gives way to whatever they say.
"""
DeclineReason = Literal["refused", "does_not_know", "unclear"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words an answer rests on, and the message they stand in."""

    message: str
    quote: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One typed answer. `given` (aware) is when it was said: "in three months" counts from
    there.
    """

    key: str
    value: Value
    given: datetime
    evidence: Evidence | None = None
    """None only for what was known beforehand (a form field, the caller's number)."""
    source: Source = "prospect"


@dataclass(frozen=True, slots=True)
class Declined:
    """A question that was put and got no answer: refused, not known, or never clear within the
    tries.
    """

    key: str
    reason: DeclineReason
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """Everything known about a lead: the newest answer a key, what was declined, and what was
    replaced.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    declined: Mapping[str, Declined] = field(default_factory=dict)
    replaced: tuple[Answer, ...] = ()
    """Oldest first: the trail of corrections."""
    found: tuple[Finding, ...] = ()
    """What nobody said: what others told of them, and what they call themselves elsewhere."""

    def settled(self, key: str) -> bool:
        """Nothing more is to be asked about this key: it was answered or declined."""
        return self.given(key) is not None or key in self.declined

    def given(self, key: str) -> Answer | None:
        """The answer, unless it is only what a profile says."""
        answer = self.answers.get(key)
        return None if answer is None or answer.source == "profile" else answer

    def stated(self, key: str) -> Answer | None:
        """The answer, if somebody gave it: a form or the prospect, not a profile or a rule."""
        answer = self.given(key)
        return None if answer is None or answer.source == "inferred" else answer

    def without_inferences(self) -> "AnswerSheet":
        """The sheet as readers see it: what nobody said is not known."""
        inferred = any(one.source == "inferred" for one in self.answers.values())
        own = {key: one for key, one in self.answers.items() if one.source != "inferred"}
        return replace(self, answers=own) if inferred else self

    def with_answer(self, answer: Answer) -> "AnswerSheet":
        """The sheet after an answer: it replaces an older one and lifts a refusal."""
        before = self.stated(answer.key)
        if before is not None and before.value == answer.value:
            return self
        declined = {key: item for key, item in self.declined.items() if key != answer.key}
        return replace(
            self,
            answers={**self.answers, answer.key: answer},
            declined=declined,
            replaced=self.replaced if before is None else (*self.replaced, before),
            found=self._found_besides(answer),
        )

    def without_answer(self, key: str) -> "AnswerSheet":
        """The sheet after an answer was taken back: the trail keeps it."""
        before = self.answers.get(key)
        if before is None:
            return self
        left = {one: answer for one, answer in self.answers.items() if one != key}
        trail = self.replaced if before.source == "inferred" else (*self.replaced, before)
        return replace(self, answers=left, replaced=trail)

    def with_findings(self, findings: Iterable[Finding]) -> "AnswerSheet":
        """The sheet with what others tell; of one field and teller the newest stays."""
        told = {_teller(one): one for one in (*self.found, *findings)}
        found = tuple(told.values())
        return self if found == self.found else replace(self, found=found)

    def _found_besides(self, answer: Answer) -> tuple[Finding, ...]:
        """What they call themselves elsewhere stays on record beside another name they give."""
        before = self.answers.get(answer.key)
        if before is None or before.source != "profile" or before.value == answer.value:
            return self.found
        match before.value:
            case Contact(kind="name", value=name):
                return (*self.found, Finding("name", name, "channel", before.given))
            case _:
                return self.found

    def with_declined(self, declined: Declined) -> "AnswerSheet":
        """The sheet after a refusal; an answer already given stands."""
        if self.given(declined.key) is not None:
            return self
        return replace(self, declined={**self.declined, declined.key: declined})


def _teller(finding: Finding) -> tuple[str | None, ...]:
    return finding.field, finding.source, finding.origin, finding.about
