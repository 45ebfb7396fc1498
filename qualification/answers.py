"""What has the prospect told us? Answers with their evidence, and what they declined to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from qualification.values import Value

Source = Literal["prospect", "prefill", "reread", "profile"]
"""`reread`: the prospect's words, which were read plainly at first and by a model later; `profile`:
what they call themselves elsewhere, still to be asked for.
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

    def settled(self, key: str) -> bool:
        """Nothing more is to be asked about this key: it was answered or declined."""
        return self.given(key) is not None or key in self.declined

    def given(self, key: str) -> Answer | None:
        """The answer, unless it is only what a profile says."""
        answer = self.answers.get(key)
        return None if answer is None or answer.source == "profile" else answer

    def with_answer(self, answer: Answer) -> "AnswerSheet":
        """The sheet after an answer: it replaces an older one and lifts a refusal."""
        before = self.given(answer.key)
        if before is not None and before.value == answer.value:
            return self
        declined = {key: item for key, item in self.declined.items() if key != answer.key}
        return AnswerSheet(
            answers={**self.answers, answer.key: answer},
            declined=declined,
            replaced=self.replaced if before is None else (*self.replaced, before),
        )

    def without_answer(self, key: str) -> "AnswerSheet":
        """The sheet after an answer was taken back: the trail keeps it."""
        before = self.answers.get(key)
        if before is None:
            return self
        left = {one: answer for one, answer in self.answers.items() if one != key}
        return replace(self, answers=left, replaced=(*self.replaced, before))

    def with_declined(self, declined: Declined) -> "AnswerSheet":
        """The sheet after a refusal; an answer already given stands."""
        if self.given(declined.key) is not None:
            return self
        return replace(self, declined={**self.declined, declined.key: declined})
