"""What holds of every verdict, whatever the rules and the answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from qualification.answers import AnswerSheet
from qualification.decision import Outcome, bounds, decide, next_question, questions
from qualification.script import Script
from qualification.values import Choice
from tests.builders import make_script, make_sheet, question

Said = str
"""`bad`, `refused`, `fair` or `good`, from the worst to the best."""
UNSAID = (None, "refused")
WORST_TO_BEST: tuple[Said, ...] = ("bad", "refused", "fair", "good")
RANK: Mapping[Outcome, int] = {"unqualified": 0, "undecided": 1, "qualified": 2}


unhurried = settings(deadline=None, max_examples=60)


@dataclass(frozen=True)
class Case:
    """Rules, and what was said so far."""

    script: Script
    said: Mapping[str, Said]

    def open(self) -> list[str]:
        return [one.key for one in self.script.criteria if one.key not in self.said]

    def unknown(self) -> list[str]:
        """Not said: never put, or declined and perhaps answered one day."""
        return [one.key for one in self.script.criteria if self.said.get(one.key) in UNSAID]

    def after(self, said: Mapping[str, Said]) -> Outcome:
        return decide(self.script, sheet_of({**self.said, **said}), frozenset()).outcome

    def completions(self, keys: list[str]) -> Iterator[dict[str, Said]]:
        for said in product(WORST_TO_BEST, repeat=len(keys)):
            yield dict(zip(keys, said, strict=True))


def sheet_of(said: Mapping[str, Said]) -> AnswerSheet:
    return make_sheet(
        {key: Choice(one) for key, one in said.items() if one != "refused"},
        {key: "refused" for key, one in said.items() if one == "refused"},
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    keys = [f"c{index}" for index in range(draw(st.integers(1, 4)))]
    options = {one: {"says": {"es": one, "en": one}} for one in ("bad", "fair", "good")}
    criteria = [
        question(
            key,
            "choice",
            options=options,
            positive={"any_of": ["good"]},
            acceptable={"any_of": ["fair"]},
            required=draw(st.booleans()),
            knock_out=draw(st.booleans()),
        )
        for key in keys
    ]
    some = st.lists(st.sampled_from(keys), unique=True)
    rule: dict[str, object] = {"all_of": draw(some)}
    of = draw(some)
    if of:
        rule["at_least"] = {"count": draw(st.integers(1, len(of))), "of": of}
    said = draw(st.dictionaries(st.sampled_from(keys), st.sampled_from(WORST_TO_BEST)))
    return Case(make_script(framework="none", criteria=criteria, qualify=rule), said)


@unhurried
@given(cases(), st.data())
def test_a_better_answer_never_worsens_the_outcome(case: Case, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from([one.key for one in case.script.criteria]))
    outcomes = [RANK[case.after({key: said})] for said in WORST_TO_BEST]
    assert outcomes == sorted(outcomes)


@unhurried
@given(cases())
def test_the_bounds_are_the_worst_and_the_best_of_all_completions(case: Case) -> None:
    outcomes = {RANK[case.after(said)] for said in case.completions(case.unknown())}
    found = bounds(case.script, sheet_of(case.said), frozenset())
    assert (RANK[found.worst], RANK[found.best]) == (min(outcomes), max(outcomes))


@unhurried
@given(cases())
def test_what_was_not_said_fails_nobody(case: Case) -> None:
    if case.after({}) == "unqualified":
        assert case.after(dict.fromkeys(case.unknown(), "good")) == "unqualified"
    silent = dict.fromkeys([one.key for one in case.script.criteria], "refused")
    assert case.after(silent) != "unqualified"


@unhurried
@given(cases())
def test_nothing_is_asked_exactly_when_nothing_can_change_and_nothing_is_required(
    case: Case,
) -> None:
    now = case.after({})
    following = {case.after(completion) for completion in case.completions(case.open())}
    required = any(one.required and one.key in case.open() for one in case.script.criteria)
    asked = next_question(case.script, sheet_of(case.said), frozenset())
    if asked is None:
        assert following == {now}
    else:
        assert now == "undecided"
        assert len(following) > 1 or required


@unhurried
@given(cases())
def test_a_question_that_is_not_asked_could_change_nothing(case: Case) -> None:
    asked = questions(case.script, sheet_of(case.said), frozenset())
    assert not set(asked) & set(case.said)
    idle = [key for key in case.open() if key not in asked]
    for completion in case.completions(case.open()):
        without = {key: said for key, said in completion.items() if key not in idle}
        assert case.after(completion) == case.after(without)


@unhurried
@given(cases(), st.data())
def test_asking_always_ends_with_a_verdict_unless_something_was_declined(
    case: Case, data: st.DataObject
) -> None:
    said = dict(case.said)
    for _ in case.script.criteria:
        key = next_question(case.script, sheet_of(said), frozenset())
        if key is None:
            break
        assert key not in said
        said[key] = data.draw(st.sampled_from(WORST_TO_BEST))
    else:
        assert next_question(case.script, sheet_of(said), frozenset()) is None
    if "refused" not in said.values():
        assert decide(case.script, sheet_of(said), frozenset()).outcome != "undecided"


@unhurried
@given(cases())
def test_every_verdict_names_its_reasons_and_every_criterion(case: Case) -> None:
    found = decide(case.script, sheet_of(case.said), frozenset())
    standings = {"unqualified": {"failed"}, "undecided": {"open"}, "qualified": {"met"}}
    assert {one.standing for one in found.reasons} <= standings[found.outcome]
    assert found.reasons or found.outcome == "qualified"
    assert [one.key for one in found.criteria] == [one.key for one in case.script.criteria]
