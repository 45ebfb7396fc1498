"""What a lead's parts are called in a brief: in the script's own words where it has them."""

from pathlib import Path

import pytest

from qualification.brief.facts import ReasonFact
from qualification.brief.naming import (
    criterion_name,
    in_sentence,
    key_name,
    option_name,
    own_names,
    profile_value,
    reason_in_words,
    score_rule,
)
from qualification.brief.wording import knows
from qualification.frameworks import PRESETS, preset_criteria
from qualification.script import ChoiceQuestion, Script
from qualification.scriptfile import parse_script
from qualification.values import LANGUAGES, Language

SAMPLES = sorted((Path(__file__).parents[3] / "prompts" / "scripts").glob("*.yaml"))
NAMES = {"tenure": "Propiedad", "tenure=owner": "en propiedad", "crm": "CRM de ahora"}


def read(sample: Path) -> Script:
    return parse_script(sample.read_text(encoding="utf-8"), sample.name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.stem)
def test_nothing_of_a_sample_is_told_by_its_key(sample: Path, language: Language) -> None:
    script = read(sample)
    names = own_names(script, language)
    for one in script.criteria:
        assert one.key in names or knows(language, f"criterion.{one.key}"), one.key
        for option in one.options if isinstance(one, ChoiceQuestion) else ():
            assert f"{one.key}={option}" in names or knows(language, f"option.{option}"), option
    for line in script.score.engagement.lines:
        assert knows(language, f"event.{line.event}"), line.event


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("framework", [one for one in PRESETS if one != "none"])
def test_nothing_of_a_framework_is_told_by_its_key(framework: str, language: Language) -> None:
    for key, criterion in preset_criteria(framework).items():
        assert knows(language, f"criterion.{key}")
        options = criterion.get("options", {})
        assert isinstance(options, dict)
        assert all(knows(language, f"option.{one}") for one in options)


def test_a_script_names_its_questions_and_options() -> None:
    script = read(next(one for one in SAMPLES if one.stem == "reformas"))
    spanish, english = own_names(script, "es"), own_names(script, "en")
    assert (spanish["tenure"], english["tenure"]) == ("Propiedad", "Tenure")
    assert (spanish["tenure=owner"], english["tenure=owner"]) == ("en propiedad", "owner")
    assert "budget" not in spanish


def test_a_name_in_another_language_is_none_in_this_one() -> None:
    script = read(next(one for one in SAMPLES if one.stem == "reformas"))
    one = script.criteria[0]
    assert isinstance(one, ChoiceQuestion)
    options = {
        key: option.model_copy(update={"name": {"es": "sí"}}) for key, option in one.options.items()
    }
    told = one.model_copy(update={"name": {"es": "Obra"}, "options": options})
    assert own_names(script.model_copy(update={"criteria": (told,)}), "en") == {}


def test_the_scripts_own_name_goes_before_ours() -> None:
    assert criterion_name("tenure", "es", NAMES) == "Propiedad"
    assert criterion_name("budget", "es", NAMES) == "Presupuesto"
    assert criterion_name("square_metres", "es", NAMES) == "Square metres"
    assert option_name("tenure", "owner", "es", NAMES) == "en propiedad"
    assert option_name("authority", "decides", "es", NAMES) == "decide"
    assert option_name("plan", "very_large", "es", NAMES) == "very large"


def test_within_a_sentence_a_name_loses_its_capital() -> None:
    assert key_name("tenure", "es", NAMES) == "propiedad"
    assert key_name("crm", "es", NAMES) == "CRM de ahora"
    assert key_name("wants_demo", "es") == "quiere una demostración o comprar"
    assert key_name("job_title", "es") == "cargo"
    assert key_name("square_metres", "en") == "square metres"
    assert in_sentence("") == ""


def test_reasons_and_points_are_told_by_these_names() -> None:
    reason = ReasonFact("all_of", ("tenure", "budget"))
    assert reason_in_words(reason, "es", NAMES) == "propiedad, presupuesto (obligatorio)"
    assert score_rule("tenure=owner", "es", NAMES) == "Propiedad (en propiedad)"
    assert score_rule("tenure:positive", "es", NAMES) == "Propiedad (bien)"
    assert score_rule("fit:tenure+budget", "es", NAMES) == "encaja por propiedad, presupuesto"


@pytest.mark.parametrize(
    ("field", "value", "language", "shown"),
    [
        ("country", "GB", "es", "Reino Unido"),
        ("company_country", "ES", "en", "Spain"),
        ("country", "XX", "en", "XX"),
        ("time_zone", "Europe/Madrid, Atlantic/Canary", "es", "Europe/Madrid o Atlantic/Canary"),
        ("time_zone", "Europe/Madrid", "en", "Europe/Madrid"),
        ("industry", "Bakeries", "en", "Bakeries"),
    ],
)
def test_a_datum_of_a_profile_is_told_in_words(
    field: str, value: str, language: Language, shown: str
) -> None:
    assert profile_value(field, value, language) == shown
