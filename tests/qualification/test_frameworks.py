"""A framework brings its questions along, and a script replaces what it names."""

from typing import Any

import pytest

from qualification.decision import decide, questions
from qualification.frameworks import PRESETS, preset_criteria, with_preset
from qualification.normalise import read_choice
from qualification.script import Criterion
from qualification.signals import Signal
from qualification.values import LANGUAGES, Choice, Text, Timeframe, Value
from tests.builders import make_script, make_sheet, money


def merged(**script: Any) -> dict[str, Any]:
    return with_preset({"languages": ["es", "en"], **script})


def only(**criterion: Any) -> dict[str, Any]:
    (found,) = merged(criteria=[criterion])["criteria"]
    assert isinstance(found, dict)
    return found


def test_a_script_without_criteria_asks_the_frameworks() -> None:
    script = make_script(criteria=None, qualify=None)
    keys = [one.key for one in script.criteria]
    assert keys == ["need", "budget", "authority", "timeline", "interest", "competitors"]
    assert script.qualify.all_of == ("need",)
    assert script.qualify.at_least is not None
    assert script.qualify.at_least.count == 2


def test_a_script_with_criteria_asks_only_those_in_its_own_order() -> None:
    script = make_script(criteria=[{"key": "timeline"}, {"key": "need"}], qualify=None)
    assert [one.key for one in script.criteria] == ["timeline", "need"]
    assert script.qualify.at_least is not None
    assert (script.qualify.at_least.count, script.qualify.at_least.of) == (1, ("timeline",))


def test_the_frameworks_rule_is_left_out_when_it_would_rest_on_nothing() -> None:
    assert "qualify" not in merged(criteria=[{"key": "competitors"}])
    assert merged(criteria=[{"key": "need"}])["qualify"]["all_of"] == ["need"]
    assert "at_least" not in merged(criteria=[{"key": "need"}])["qualify"]


def test_a_rule_that_was_written_stands_alone() -> None:
    assert merged(qualify={"all_of": ["budget"]})["qualify"] == {"all_of": ["budget"]}


def test_a_text_is_replaced_in_all_languages_together() -> None:
    assert only(key="need", ask={"es": "¿Qué?"})["ask"] == {"es": "¿Qué?"}


def test_a_group_is_replaced_key_by_key() -> None:
    found = only(key="authority", options={"decides": {"points": 50}}, points={"positive": 3})
    assert found["options"]["decides"]["points"] == 50
    assert "decido yo" in found["options"]["decides"]["says"]["es"]
    assert "neither" in found["options"]
    assert found["positive"] == {"any_of": ["decides"]}
    assert only(key="budget", points={"positive": 3})["points"] == {
        "positive": 3,
        "acceptable": 10,
        "negative": -15,
    }


def test_an_empty_value_takes_the_frameworks_away() -> None:
    found = only(key="authority", options={"neither": None}, acceptable=None)
    assert set(found["options"]) == {"decides", "influences"}
    assert "acceptable" not in found


def test_another_kind_is_another_question() -> None:
    assert only(key="budget", kind="yes_no") == {"key": "budget", "kind": "yes_no"}
    assert "ask" in only(key="budget", kind="money")


def test_only_the_scripts_languages_are_brought_along() -> None:
    script = make_script(
        languages=["en"], disclosure={"en": "I'm an AI."}, criteria=None, qualify=None
    )
    for criterion in script.criteria:
        assert set(criterion.ask) == {"en"}
        assert criterion.says is None or set(criterion.says) == {"en"}


def test_no_framework_supplies_nothing() -> None:
    assert merged(framework="none") == {"languages": ["es", "en"], "framework": "none"}
    need = {"key": "need", "kind": "text"}
    assert merged(framework="none", criteria=[need])["criteria"] == [need]


@pytest.mark.parametrize("wrong", ["bunt", ["bant"], None])
def test_an_unknown_framework_is_taken_for_the_usual_one_until_it_is_mended(wrong: object) -> None:
    assert len(merged(framework=wrong)["criteria"]) == 6


def test_mistakes_pass_through_to_where_they_are_found() -> None:
    for criteria in ("need", ["need", 3, {"key": ["need"]}], {"key": "need"}):
        assert merged(criteria=criteria)["criteria"] == criteria
    assert len(with_preset({"languages": "es"})["criteria"]) == 6  # type: ignore[arg-type]


def test_a_script_cannot_change_the_framework_for_others() -> None:
    first = merged(criteria=[{"key": "need"}])
    first["criteria"][0]["ask"]["es"].append("changed")
    first["qualify"]["auto"].append("changed")
    again = merged(criteria=[{"key": "need"}])
    assert "changed" not in again["criteria"][0]["ask"]["es"]
    assert "changed" not in again["qualify"]["auto"]


@pytest.mark.parametrize("framework", PRESETS)
def test_every_question_of_a_framework_is_put_explained_and_repeated_in_every_language(
    framework: str,
) -> None:
    for criterion in preset_criteria(framework).values():
        for part in ("ask", "why"):
            texts = criterion[part]
            assert isinstance(texts, dict)
            assert set(texts) == set(LANGUAGES)
        ask = criterion["ask"]
        assert isinstance(ask, dict)
        for language in LANGUAGES:
            variants = ask[language]
            assert isinstance(variants, list)
            assert len(variants) == 2
            assert all(str(one).count("?") == 1 for one in variants)


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("Decido yo, soy la dueña", "decides"),
        ("la decisión es mía", "decides"),
        ("no, eso no lo decido yo, lo decide mi jefa", "neither"),
        ("lo decidimos juntos mi socia y yo", "influences"),
        ("tengo que consultarlo con dirección", "influences"),
        ("I'm the owner, so it's my call", "decides"),
        ("it's not up to me", "neither"),
        ("we decide together with my partner", "influences"),
        ("my boss makes the decision", "neither"),
    ],
)
def test_the_frameworks_phrases_tell_who_decides(said: str, option: str) -> None:
    options: Any = preset_criteria("bant")["authority"]["options"]
    phrases = {
        key: [phrase for texts in one["says"].values() for phrase in texts]
        for key, one in options.items()
    }
    assert {choice.option for choice in read_choice(said, phrases)} == {option}


FRAMEWORKS = [name for name in PRESETS if name != "none"]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_framework_is_one_line_of_a_script(framework: str) -> None:
    script = make_script(framework=framework, criteria=None, qualify=None)
    assert [one.key for one in script.criteria] == list(preset_criteria(framework))
    assert questions(script, make_sheet(), frozenset())[0] == script.criteria[0].key


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_decided_buyer_is_asked_nothing_in_any_framework_whatever_else_they_say(
    framework: str,
) -> None:
    for order in ("qualify_then_score", "score_then_qualify"):
        script = make_script(framework=framework, order=order, criteria=None, qualify=None)
        worst = make_sheet({one.key: _bad(one) for one in script.criteria})
        for sheet in (make_sheet(), worst):
            assert decide(script, sheet, {Signal.WANTS_DEMO}).outcome == "qualified"
            assert questions(script, sheet, {Signal.WANTS_DEMO}) == ()


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_answers_qualify_and_disqualify_in_every_framework(framework: str) -> None:
    script = make_script(framework=framework, criteria=None, qualify=None)
    good = make_sheet({one.key: _good(one) for one in script.criteria})
    bad = make_sheet({one.key: _bad(one) for one in script.criteria})
    assert decide(script, good, frozenset()).outcome == "qualified"
    assert decide(script, bad, frozenset()).outcome == "unqualified"
    assert decide(script, good, {Signal.SUPPORT}).outcome == "unqualified"


def _good(criterion: Criterion) -> Value:
    match criterion.kind:
        case "choice":
            return Choice(next(iter(criterion.options)))
        case "money":
            return money(9000)
        case "timeframe":
            return Timeframe("asap")
        case _:
            return Text("we lose leads")


def _bad(criterion: Criterion) -> Value:
    match criterion.kind:
        case "choice":
            return Choice(list(criterion.options)[-1])
        case "money":
            return money(0)
        case "timeframe":
            return Timeframe("none")
        case _:
            return Text("")


@pytest.mark.parametrize(
    ("framework", "key", "said", "option"),
    [
        ("champ", "priority", "es urgente, nos urge", "top"),
        ("champ", "priority", "va detrás de otras cosas", "planned"),
        ("champ", "priority", "puede esperar, la verdad", "low"),
        ("champ", "priority", "it's at the top of our list", "top"),
        ("champ", "priority", "it comes after other things", "planned"),
        ("champ", "priority", "not a priority right now", "low"),
        ("meddic", "economic_buyer", "lo firma nuestra directora financiera", "reachable"),
        ("meddic", "economic_buyer", "lo firmo yo", "self"),
        ("meddic", "economic_buyer", "alguien de la central, no tengo acceso", "out_of_reach"),
        ("meddic", "economic_buyer", "our CFO, and I can introduce you", "reachable"),
        ("meddic", "economic_buyer", "I sign off on it", "self"),
        ("meddic", "economic_buyer", "someone out of my reach", "out_of_reach"),
        ("meddic", "champion", "lo impulso yo", "self"),
        ("meddic", "champion", "una compañera de producción", "colleague"),
        ("meddic", "champion", "nadie todavía", "nobody"),
        ("meddic", "champion", "I'm driving it", "self"),
        ("meddic", "champion", "a colleague in operations", "colleague"),
        ("meddic", "champion", "nobody so far", "nobody"),
        ("scoring", "interest", "estamos decididos", "decided"),
        ("scoring", "interest", "estoy comparando opciones", "comparing"),
        ("scoring", "interest", "un primer vistazo", "looking"),
        ("bant", "interest", "we've made up our minds", "decided"),
        ("bant", "interest", "just shopping around", "comparing"),
        ("bant", "interest", "just a first look", "looking"),
    ],
)
def test_the_phrases_of_every_framework_tell_its_options_apart(
    framework: str, key: str, said: str, option: str
) -> None:
    options: Any = preset_criteria(framework)[key]["options"]
    phrases = {
        name: [phrase for texts in one["says"].values() for phrase in texts]
        for name, one in options.items()
    }
    assert {choice.option for choice in read_choice(said, phrases)} == {option}


def test_scoring_alone_asks_for_the_lowest_tier_that_the_script_names() -> None:
    assert merged(framework="scoring")["qualify"]["tier"] == "warm"
    tiers = {"a": 60, "b": 20, "rest": 0}
    assert merged(framework="scoring", score={"tiers": tiers})["qualify"]["tier"] == "b"
    assert "qualify" not in merged(framework="scoring", criteria=[])


def test_scoring_alone_knocks_nobody_out_and_asks_everything() -> None:
    script = make_script(framework="scoring", criteria=None, qualify=None)
    assert not any(one.knock_out for one in script.criteria)
    assert all(one.required for one in script.criteria)
    none_needed = make_sheet({"need": Text("")})
    assert decide(script, none_needed, frozenset()).outcome == "undecided"
