"""A script is read, or every mistake in it is shown where it stands."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualification.conditions import MoneyCondition
from qualification.scriptfile import PROMPT, Problem, ScriptError, parse_script, schema, warnings
from qualification.wording import STOCK
from tests.builders import SAMPLES, sample, sample_text

SCRIPT = """\
script: demo
title: Demo
languages: [es, en]
persona: {name: Ana, company: Acme}
disclosure: {es: Soy una IA., en: I'm an AI.}
facts:
  - id: price
    topics: {es: precio, en: [price, cost]}
    answer: {es: Son 10 €., en: It's €10.}
criteria:
  - key: need
  - key: budget
    per: year
    positive: {overlaps: {min: 3000, currency: EUR}}
  - key: size
    kind: number
    ask:
      es: ¿Cuántos son?
      en: How many are you?
    positive: {at_least: 10}
  - key: authority
qualify:
  all_of: [need]
  at_least: {count: 1, of: [budget, authority]}
score:
  fit:
    lines:
      - when: {size: {at_least: 50}}
        points: 10
nudge: {after: [4 h], quiet_hours: {from: 21:00, to: 8:00, timezone: Europe/Madrid}}
texts:
  greeting: {es: Hola de {company}., en: Hello.}
"""
SCRIPT = SCRIPT.replace("es: Hola de {company}.", 'es: "Hola de {company}."')


def mistakes(text: str) -> list[str]:
    with pytest.raises(ScriptError) as caught:
        parse_script(text)
    return [str(problem) for problem in caught.value.problems]


def problems_in(text: str) -> tuple[Problem, ...]:
    """The mistakes in a text; none when it is a script."""
    try:
        parse_script(text)
    except ScriptError as error:
        return error.problems
    return ()


def test_a_script_is_read_with_what_its_framework_brings_along() -> None:
    script = parse_script(SCRIPT)
    assert [one.key for one in script.criteria] == ["need", "budget", "size", "authority"]
    budget = script.criterion("budget")
    assert budget is not None
    assert isinstance(budget.positive, MoneyCondition)
    assert budget.ask["en"][0] == "What budget have you set aside for this?"
    assert script.facts[0].topics["es"] == ("precio",)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Demo\n", "", "1:1: `title` is missing: add a line `title: …`"),
        ("title:", "titel:", "2:1: unknown key `titel`: did you mean `title`?"),
        (
            "company: Acme",
            "companie: Acme",
            "4:22: unknown key `companie`: did you mean `company`?",
        ),
        (
            "{name: Ana, company: Acme}",
            "{name: Ana}",
            "4:1: `company` is missing in `persona`: add `company: …`",
        ),
        (
            "persona: {name: Ana, company: Acme}",
            "persona: Ana",
            "4:10: a group of `key: value` lines is expected here, not `Ana`: "
            "begin each line under the key with two more spaces",
        ),
        (
            "title: Demo",
            "title: [Demo]",
            "2:8: a text is expected here, not a list: "
            "write it behind the key; quote a text that begins with `{` or `[`",
        ),
        (
            "title: Demo",
            "title: {Demo}",
            "2:8: a text is expected here, not a group of keys: "
            "write it behind the key; quote a text that begins with `{` or `[`",
        ),
        ("title: Demo", "title:", "2:1: nothing is written here, a text is expected: fill it in"),
        ("title: Demo", 'title: "  "', "2:8: this text is empty: write it, or delete the line"),
        (
            "title: Demo",
            f"title: {'x' * 1001}",
            "2:8: this text is longer than 1000 characters: shorten it",
        ),
        (
            "script: demo",
            "script: My Demo",
            "1:9: `My Demo` does not fit: use small letters, figures and `-`, like `crm-suite`",
        ),
        (
            "title: Demo",
            "title: Demo\nframework: bunt",
            "3:12: `bunt` is not known here: did you mean `bant`?",
        ),
        (
            "[es, en]",
            "[es, fr]",
            "3:17: `fr` is not known here: known here: es, en",
        ),
        (
            "[es, en]",
            "es",
            "3:12: a list is expected here, not `es`: "
            "write `[one, two]`, or a line with `- ` for each",
        ),
        ("[es, en]", "[]", "3:12: at least 1 must stand here: add what is missing"),
        (
            "    positive: {at_least: 10}",
            "    positive: {at_least: ten}",
            "20:26: a number is expected here, not `ten`: "
            "write it in figures without separators, like `3000`",
        ),
        (
            "min: 3000",
            "min: 3.000",
            "14:32: `3.000` can be read in two ways: write `3000`, without separators",
        ),
        (
            "min: 3000, currency: EUR",
            "min: 3000, currency: euros",
            "14:48: `euros` does not fit: "
            "write the three capital letters of the currency, like `EUR`",
        ),
        (
            "min: 3000, currency",
            "min: -5, currency",
            "14:32: this number is too small: write 0 or more",
        ),
        ("{min: 3000, currency: EUR}", "{currency: EUR}", "14:26: give `min`, `max` or both"),
        (
            "min: 3000,",
            "min: 3000, max: 20,",
            "14:26: `min` 3000 is over `max` 20: swap them",
        ),
        (
            "{at_least: 10}",
            "{at_least: 10, at_most: 5}",
            "20:15: `at_least` 10 is over `at_most` 5: swap them",
        ),
        ("{at_least: 10}", "{}", "20:15: give `at_least`, `at_most` or both"),
        (
            "{at_least: 10}",
            "{at_last: 10}",
            "20:16: unknown key `at_last`: did you mean `at_least`?",
        ),
        (
            "kind: number",
            "kind: nummer",
            "16:11: `nummer` is no kind of question: did you mean `number`?",
        ),
        (
            "    kind: number\n",
            "",
            "15:5: `kind` is missing in this criterion: "
            "add `kind:` with one of money, timeframe, number, choice, yes_no, text",
        ),
        (
            "key: authority",
            "key: autority",
            "21:5: `kind` is missing in this criterion: "
            "add `kind:` with one of money, timeframe, number, choice, yes_no, text; "
            "or did you mean the framework's `authority`?",
        ),
        (
            "  - key: authority",
            "  - authority",
            "21:5: a group of `key: value` lines is expected here, not `authority`: "
            "begin each line under the key with two more spaces",
        ),
        (
            "per: year",
            "per: yeer",
            "13:10: `yeer` is not known here: did you mean `year`?",
        ),
        (
            "    per: year",
            "    required: perhaps",
            "13:15: `yes` or `no` is expected here, not `perhaps`",
        ),
        (
            "    per: year",
            "    points: {positive: lots}",
            "13:24: a whole number is expected here, not `lots`: write it in figures, like `25`",
        ),
        (
            "    per: year",
            "    points: {positive: 2000}",
            "13:24: this number is too large: write 1000 or less",
        ),
        (
            "[4 h]",
            "[4 hs]",
            "30:17: `4 hs` is no length of time: write it like `4 h`, `90 days` or `3 months`",
        ),
        ("[4 h]", "[0 h]", "30:17: `0 h` is no time at all: write at least `1 h`"),
        (
            "[4 h]",
            "[[4 h]]",
            "30:17: this is no length of time: write it like `4 h`, `90 days` or `3 months`",
        ),
        (
            "[4 h]",
            "[1 h, 2 h, 3 h, 4 h, 5 h, 6 h]",
            "30:16: at most 5 may stand here: take some away",
        ),
        (
            "from: 21:00",
            "from: 21",
            "30:43: `21` is no time of day: write it like `21:00`",
        ),
        (
            "from: 21:00",
            "from: 8:00",
            "30:36: `from` and `to` are the same: leave the quiet hours out, or part them",
        ),
        (
            "Europe/Madrid",
            "Europe/Madird",
            "30:70: `Europe/Madird` is no time zone: write it like `Europe/Madrid`",
        ),
        (
            "all_of: [need]",
            "all_of: [need, autority]",
            "23:18: there is no criterion `autority`: did you mean `authority`?",
        ),
        (
            "of: [budget, authority]",
            "of: [budget, zzz]",
            "24:37: there is no criterion `zzz`: known here: need, budget, size, authority",
        ),
        (
            "count: 1",
            "count: 3",
            "24:13: `count` 3 can never be met by 2 criteria",
        ),
        (
            "of: [budget, authority]",
            "of: [budget, budget]",
            "24:37: `budget` stands here a second time, after line 24: name each of them once",
        ),
        (
            "all_of: [need]",
            "auto: [question]",
            "23:10: `question` passes with its message: use one of later, not_interested, "
            "opt_out, support, wants_demo, wants_human, wrong_person",
        ),
        (
            "when: {size:",
            "when: {sise:",
            "28:16: there is no criterion `sise`: did you mean `size`?",
        ),
        (
            "{size: {at_least: 50}}",
            "{size: {within: 3 months}}",
            "28:22: `size` is a number question, this condition is not for one: "
            "write it like `{at_least: 50}`",
        ),
        (
            "{size: {at_least: 50}}",
            "{authority: {any_of: [decides, decide]}}",
            "28:46: there is no option `decide`: did you mean `decides`?",
        ),
        (
            "{size: {at_least: 50}}",
            "{size: {more_than: 50}}",
            "28:22: this is no condition: write one of `{overlaps: {min: 3000, currency: EUR}}`, "
            "`{within: 3 months}`, `{at_least: 50}`, `{any_of: [decides]}`, `{answer: yes}`, "
            "`{given: yes}`, `{mentions: [madrid]}`",
        ),
        (
            "{size: {at_least: 50}}",
            "{size: big}",
            "28:22: this is no condition: write one of `{overlaps: {min: 3000, currency: EUR}}`, "
            "`{within: 3 months}`, `{at_least: 50}`, `{any_of: [decides]}`, `{answer: yes}`, "
            "`{given: yes}`, `{mentions: [madrid]}`",
        ),
        (
            "key: authority",
            "key: authority\n    positive: {any_of: [decider]}",
            "22:25: there is no option `decider`: did you mean `decides`?",
        ),
        (
            "key: size",
            "key: email",
            "15:10: `email` is kept for the contact data: "
            "list it under `contact: {ask: [email]}`, or choose another key",
        ),
        (
            "key: size",
            "key: marketing_consent",
            "15:10: `marketing_consent` is kept for the question whether they would like to hear "
            "more: make it `kind: yes_no`, or choose another key",
        ),
        (
            "key: size",
            "key: need",
            "15:10: `need` stands here a second time, after line 11: name each of them once",
        ),
        (
            "criteria:\n",
            "  - {id: price, topics: {es: a, en: b}, answer: {es: a, en: b}}\ncriteria:\n",
            "10:10: `price` stands here a second time, after line 7: name each of them once",
        ),
        (
            "      en: How many are you?\n",
            "",
            "17:5: `ask` has no text in `en`: add `en: …` (the script's languages are es, en)",
        ),
        (
            ", en: I'm an AI.",
            "",
            "5:1: `disclosure` has no text in `en`: "
            "add `en: …` (the script's languages are es, en)",
        ),
        (
            "languages: [es, en]",
            "languages: [en]",
            "5:14: `es` is not one of the script's languages: "
            "add it to `languages: [en]`, or delete this text",
        ),
        (
            "{company}",
            "{quote}",
            "32:18: nothing fills `{quote}` in this text: use `{company}`, `{name}`, or no braces",
        ),
        (
            "en: Hello.",
            "en: 'Hello }.'",
            "32:44: nothing fills `}` in this text: use `{company}`, `{name}`, or no braces",
        ),
        (
            "en: How many are you?",
            "en: 'How many are you, {name}?'",
            "19:11: `{name}` would be said as it stands: write the words themselves",
        ),
        (
            "all_of: [need]",
            "all_of: [[need]]",
            "23:12: a text is expected here, not a list: "
            "write it behind the key; quote a text that begins with `{` or `[`",
        ),
        (
            "  greeting:",
            "  greting:",
            "32:3: `greting` is not known here: did you mean `greeting`?",
        ),
        (
            "title: Demo",
            "title: Demo\ntitle: Other",
            "3:1: `title` stands here a second time, after line 2: keep one of the two",
        ),
        (
            "title: Demo",
            "title: Demo\nrates: {base: EUR, on: soon, per_unit: {USD: 0.9}}",
            "3:24: a day is expected here, not `soon`: write it like `2026-03-31`",
        ),
    ],
)
def test_each_mistake_is_shown_in_its_place_with_what_to_write_instead(
    old: str, new: str, expected: str
) -> None:
    assert SCRIPT.count(old) >= 1
    assert expected in mistakes(SCRIPT.replace(old, new, 1))


def test_several_mistakes_are_shown_at_once_in_the_order_of_the_lines() -> None:
    text = SCRIPT.replace("title: Demo", "titel: Demo").replace("[need]", "[ned]")
    text = text.replace("{at_least: 10}", "{at_least: ten}").replace("  - key: need\n", "")
    found = mistakes(text)
    assert [line.split(":")[0] for line in found] == ["2", "19", "22"]


def test_one_mistake_is_shown_once() -> None:
    assert len(mistakes(SCRIPT.replace("currency: EUR", "currency: EURO"))) == 1
    assert len(mistakes(SCRIPT.replace("kind: number", "kind: nummer"))) == 1
    assert len(mistakes(SCRIPT.replace("[4 h]", "[4]"))) == 1
    assert len(mistakes(SCRIPT.replace("title:", "titel:"))) == 1


def test_the_error_reads_like_a_compilers_with_the_files_name() -> None:
    with pytest.raises(ScriptError) as caught:
        parse_script(SCRIPT.replace("title:", "titel:"), "demo.yaml")
    assert str(caught.value).splitlines() == [
        "demo.yaml:2:1: unknown key `titel`: did you mean `title`?",
    ]


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words", "---\n", "~"])
def test_yaml_that_is_no_script_says_how_one_begins(text: str) -> None:
    (found,) = mistakes(text)
    assert "this is not a script: begin with `script: name-of-the-script`" in found


def test_a_mistake_in_a_part_that_the_framework_wrote_is_shown_where_the_author_can_mend_it() -> (
    None
):
    text = SCRIPT.replace(
        "  - key: authority", "  - key: authority\n    options: {decides: {says: {es: yo}}}"
    )
    assert mistakes(text) == [
        "22:25: `says` has no text in `en`: add `en: …` (the script's languages are es, en)"
    ]
    text = SCRIPT.replace(
        "  - key: authority", "  - key: authority\n    options: {neither: , influences: }"
    )
    assert mistakes(text) == [
        "21:5: there is no option `influences`: known here: decides",
        "22:14: at least 2 must stand here: add what is missing",
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_have_no_mistakes_and_nothing_to_warn_of(name: str) -> None:
    assert warnings(sample(name), sample_text(name)) == ()


WARNED = """
routing: {owners: [a, b]}
"""


def test_parts_that_nothing_acts_on_yet_are_warned_of() -> None:
    text = SCRIPT + WARNED
    found = [str(one) for one in warnings(parse_script(text), text)]
    assert found == [
        "34:1: `routing` is read and kept, but not acted on yet: leave it, it does no harm",
    ]


def test_a_knock_out_that_cannot_fall_is_warned_of() -> None:
    text = SCRIPT.replace("    positive: {at_least: 10}", "    knock_out: yes")
    (found,) = warnings(parse_script(text), text)
    assert (found.line, found.column) == (20, 5)
    assert "no answer to `size` is negative" in found.message


def test_a_rule_that_asks_for_nothing_is_warned_of() -> None:
    text = SCRIPT.replace(
        "  all_of: [need]\n  at_least: {count: 1, of: [budget, authority]}", "  auto: []"
    )
    text = text.replace("  - key: need\n", "")
    (found,) = warnings(parse_script(text), text)
    assert str(found).startswith("21:1: this rule asks for nothing: everybody is qualified")


def test_a_rule_that_only_a_knock_out_makes_asks_for_something() -> None:
    text = SCRIPT.replace(
        "  all_of: [need]\n  at_least: {count: 1, of: [budget, authority]}", "  auto: []"
    )
    text = text.replace(
        "    positive: {at_least: 10}", "    knock_out: yes\n    positive: {at_least: 10}"
    )
    assert warnings(parse_script(text), text) == ()


def test_a_topic_of_two_facts_is_warned_of() -> None:
    other = (
        "  - {id: fees, topics: {es: tasas, en: Cost}, answer: {es: No hay., en: None.}}\ncriteria:"
    )
    text = SCRIPT.replace("criteria:", other)
    (found,) = warnings(parse_script(text), text)
    assert str(found).startswith("10:36: `Cost` also asks for the fact `price`")


def test_without_the_text_warnings_have_no_place() -> None:
    (found, *_) = warnings(parse_script(SCRIPT + WARNED))
    assert (found.line, found.column) == (1, 1)


def test_the_schema_lets_an_author_leave_out_what_the_framework_supplies() -> None:
    whole = schema()
    assert whole["required"] == ["script", "title", "languages", "persona", "disclosure"]
    preset = whole["$defs"]["bant_budget"]
    assert preset["required"] == ["key"]
    assert preset["properties"]["key"] == {"const": "budget"}
    assert preset["properties"]["kind"]["const"] == "money"
    items = whole["properties"]["criteria"]["items"]["anyOf"]
    assert {"$ref": "#/$defs/bant_need"} in items


@settings(max_examples=200)
@given(st.text())
def test_any_text_is_a_script_or_a_list_of_mistakes(text: str) -> None:
    with pytest.raises(ScriptError) as caught:
        parse_script(text)
    assert all(one.line >= 1 and one.column >= 1 for one in caught.value.problems)


PIECES = (
    *("a", "script", "criteria", "key", ": ", ":", "\n", "  ", "- ", "{", "}", "[", "]", ",", "'"),
    *('"', "#", "|", ">", "&x ", "*x", "!", "%", "@", "`", "\t", "---", "...", "? ", "\\", "~"),
    *("é", "\u2028", "\x85", "\r\n", "\ufeff", "\U0001f600", "<<", "3.000", "null", "\\u0000"),
)
YAMLISH = st.lists(
    st.sampled_from(PIECES),
    max_size=40,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(YAMLISH)
def test_hostile_yaml_is_a_list_of_mistakes(text: str) -> None:
    with pytest.raises(ScriptError):
        parse_script(text)


@pytest.mark.no_cover
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_script_with_a_line_or_value_changed_is_read_or_its_mistakes_are_shown(
    data: st.DataObject,
) -> None:
    lines = SCRIPT.splitlines()
    index = data.draw(st.integers(0, len(lines) - 1))
    start = data.draw(st.integers(0, len(lines[index])))
    end = data.draw(st.integers(start, len(lines[index])))
    lines[index] = lines[index][:start] + data.draw(YAMLISH) + lines[index][end:]
    text = "\n".join(lines)
    height = len(text.splitlines()) + 1
    assert all(1 <= one.line <= height and one.column >= 1 for one in problems_in(text))


@pytest.mark.no_cover
def test_each_third_deletion_of_one_character_is_read_or_its_mistakes_are_shown() -> None:
    text = SCRIPT[: SCRIPT.index("score:")]
    found = [
        len(problems_in(text[:position] + text[position + 1 :]))
        for position in range(0, len(text), 3)
    ]
    assert 0 in found
    assert max(found) > 1


REACHING = """
answers: ["whatsapp:+34911222333", "+34911222333"]
templates:
  nudge:
    es: {content_sid: HX0123456789abcdef0123456789abcdef, variables: {"1": "{text}"}}
    en: {content_sid: HX0123456789abcdef0123456789abcdef}
recording: {notice: {es: Se graba., en: It is recorded.}}
"""


def test_numbers_templates_and_recording_are_read() -> None:
    script = parse_script(SCRIPT + REACHING)
    assert script.answers == ("whatsapp:+34911222333", "+34911222333")
    assert script.templates["nudge"]["es"].variables == {"1": "{text}"}
    assert script.recording is not None
    assert warnings(script, SCRIPT + REACHING) == ()


def test_a_notice_or_template_that_lacks_a_language_is_a_mistake() -> None:
    (first,) = mistakes(SCRIPT + REACHING.replace(", en: It is recorded.", ""))
    assert "`notice` has no text in `en`" in first
    (second,) = mistakes(SCRIPT + REACHING.replace("{text}", "{quote}"))
    assert "nothing fills `{quote}`" in second


def test_a_question_of_more_than_two_sms_is_a_warning() -> None:
    long = SCRIPT.replace("¿Cuántos son?", "¿Cuántos son? " + "Dígamelo así, sin más. " * 6)
    (warning,) = warnings(parse_script(long), long)
    assert "takes 3 SMS" in warning.message
    assert warning.line == long.splitlines().index("    ask:") + 2


@pytest.mark.parametrize(
    ("text", "word"), [("Reply YES to go on.", "YES"), ("Text “cancel” to cancel.", "cancel")]
)
def test_a_prompt_for_a_word_that_carriers_take_is_a_warning(text: str, word: str) -> None:
    prompting = SCRIPT.replace("en: Hello.", f"en: '{text}'")
    (warning,) = warnings(parse_script(prompting), prompting)
    assert f"`{word}` is a word that carriers take" in warning.message


def test_no_stock_text_prompts_for_a_carrier_s_word() -> None:
    said = [one for texts in STOCK.values() for wordings in texts.values() for one in wordings]
    assert not [one for one in said if PROMPT.search(one)]


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2026-11-23", ["the rates are of 2026-11-23, which lies ahead"]),
        ("2026-11-22", []),
        ("2025-11-22", []),
        ("2025-11-21", ["the rates are of 2025-11-21: more than a year old"]),
    ],
)
def test_rates_ahead_of_their_day_or_long_gone_are_told(on: str, told: list[str]) -> None:
    text = SCRIPT + f"rates: {{base: EUR, on: {on}, per_unit: {{USD: 0.9}}}}\n"
    found = warnings(parse_script(text), text, date(2026, 11, 22))
    assert [one.message for one in found] == told
    assert all(one.line == text.splitlines().index(text.splitlines()[-1]) + 1 for one in found)
    assert warnings(parse_script(text), text) == ()


def test_what_cannot_be_read_at_all_is_told_with_its_place() -> None:
    with pytest.raises(ScriptError) as caught:
        parse_script("[" * 200, "deep.yaml")
    assert str(caught.value).startswith("deep.yaml:1:")
    assert "too many levels" in str(caught.value)
