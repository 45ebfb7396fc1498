"""qualification.choosing: which script is meant, and what two scripts both claim."""

import pytest

from qualification.choosing import Arrival, Chosen, Written, between, choose, conflicts, shared
from qualification.script import Script
from qualification.scriptfile import ScriptError, parse_script

SCRIPT = """\
script: {key}
title: {key}
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
NUMBER = "+34911222333"


def script(key: str, **changes: object) -> Script:
    return parse_script(SCRIPT.format(key=key)).model_copy(update=changes)


def written(key: str, *lines: str) -> Written:
    text = SCRIPT.format(key=key) + "\n".join(lines)
    return Written(f"{key}.yaml", text, parse_script(text))


class TestWhichScript:
    def test_a_form_goes_before_a_number_and_a_number_before_a_page(self) -> None:
        scripts = [
            script("a", forms=("demo",)),
            script("b", answers=(NUMBER,)),
            script("c", pages=("/c/**",)),
        ]
        everything = Arrival(form="demo", number=NUMBER, page="/c/d")
        assert choose(scripts, everything) == Chosen("a", "form")
        assert choose(scripts, Arrival(number=NUMBER, page="/c/d")) == Chosen("b", "address")
        assert choose(scripts, Arrival(page="https://acme.example/c/d")) == Chosen("c", "page")

    def test_the_most_exact_page_counts(self) -> None:
        scripts = [script("all", pages=("/**",)), script("crm", pages=("/crm/**",))]
        assert choose(scripts, Arrival(page="/crm/prices")) == Chosen("crm", "page")
        assert choose(scripts, Arrival(page="/about")) == Chosen("all", "page")

    def test_where_nothing_or_too_much_shows_it_none_is_guessed(self) -> None:
        scripts = [script("a", answers=(NUMBER,)), script("b", answers=(NUMBER,))]
        for arrival in (Arrival(), Arrival(number=NUMBER), Arrival(form="x", page="/y")):
            assert choose(scripts, arrival) is None

    def test_the_only_one_needs_no_reason(self) -> None:
        assert choose([script("a")], Arrival()) == Chosen("a", "default")
        assert choose([], Arrival()) is None


class TestWhatTwoScriptsClaim:
    def test_pages_that_are_equally_exact_and_may_be_the_same(self) -> None:
        other = script("other", pages=("/*/prices", "/crm"))
        problems = conflicts(written("mine", 'pages: ["/crm/**", "/crm/*"]'), [other])
        assert problems == ()
        (problem,) = conflicts(
            written("mine", "pages:", '  - "/*/pricesx"', '  - "/crm/"'), [other]
        )
        assert (problem.line, problem.column) == (14, 5)
        assert "`/crm` of the script `other` may be the same page" in str(problem)

    def test_the_same_form(self) -> None:
        (problem,) = conflicts(written("mine", "forms: [a, demo]"), [script("o", forms=("demo",))])
        assert str(problem).startswith("12:12: the script `o` has the form `demo` too")

    def test_numbers_and_topics_may_be_shared_and_it_is_told(self) -> None:
        numbers = f'answers: ["{NUMBER}", "+34911222444"]'
        mine = written("mine", numbers, "topics: {en: [Works, Ships]}")
        other = script("o", answers=(NUMBER,), topics={"en": ("works",)})
        assert conflicts(mine, [other]) == ()
        assert [problem.line for problem in shared(mine, [other])] == [12, 13]

    def test_each_pair_of_several_files_is_looked_at_once(self) -> None:
        files = [written(key, "forms: [demo]") for key in ("a", "b", "c")]
        assert [name for name, _ in between(files)] == ["b.yaml", "c.yaml", "c.yaml"]
        assert between([files[0], files[0]]) == []
        assert between(files, shared) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("pages: [crm]", "`crm` is no page"),
        ("pages: [/crm, /crm]", "`/crm` stands here a second time"),
        ("forms: [demo, demo]", "`demo` stands here a second time"),
        ("forms: [Demo Request]", "`Demo Request` does not fit"),
        ("topics: {es: [obras]}", "`topics` has no text in `en`"),
        ("holdout: 5", "`5` is no share: write it like `5 %`"),
        ("holdout: 60 %", "`60 %` is too much or nothing"),
        ("holdout: [1]", "this is no share"),
        (
            "score: {engagement: {pages: {/pricing: pricepage}}}",
            "no line has the event `pricepage`: did you mean `price_page`?",
        ),
        (
            "score: {engagement: {pages: {/a*: price_page, /*b: download}}}",
            "a page may fit `/a*` as exactly",
        ),
    ],
)
def test_mistakes_are_shown(line: str, said: str) -> None:
    with pytest.raises(ScriptError) as caught:
        parse_script(SCRIPT.format(key="mine") + line)
    assert said in str(caught.value)


def test_the_name_of_the_reception_is_kept() -> None:
    with pytest.raises(ScriptError, match="`reception` is kept for"):
        parse_script(SCRIPT.format(key="reception"))


@pytest.mark.parametrize(("line", "share"), [("holdout: 5 %", 0.05), ("holdout: 2,5%", 0.025)])
def test_a_share_is_read_as_people_write_it(line: str, share: float) -> None:
    assert parse_script(SCRIPT.format(key="mine") + line).holdout == pytest.approx(share)
