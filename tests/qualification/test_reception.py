"""qualification.reception: the script that is made of the others."""

from qualification.reaching import RecordingPlan
from qualification.reception import joined, make_reception, option_of
from qualification.script import ChoiceQuestion, Script
from tests.agent.reception import sales, works


def question(reception: Script) -> ChoiceQuestion:
    (one,) = reception.criteria
    assert isinstance(one, ChoiceQuestion)
    return one


def test_it_asks_for_the_lines_in_both_languages() -> None:
    asked = question(make_reception([sales(), works()]))
    assert asked.ask == {
        "es": ("¿Es sobre el CRM o una reforma?",),
        "en": ("Is it about the CRM or a renovation?",),
    }


def test_a_script_without_topics_is_known_by_its_title() -> None:
    asked = question(make_reception([sales(topics=None), works()]))
    assert asked.options["crm"].says["es"] == ("CRM Suite",)


def test_it_speaks_in_the_voice_of_the_default_or_of_the_first() -> None:
    assert make_reception([sales(), works()]).persona.name == "Lucía"
    assert make_reception([sales(), works()], "home-works").persona.name == "Marta"
    assert make_reception([sales(), works()], "gone").persona.name == "Lucía"


def test_it_takes_the_texts_of_that_script_that_speak_of_no_product() -> None:
    own = {
        "which_line": {"es": ("¿{lines}?",), "en": ("{lines}, {name}?",)},
        "greeting": {"en": ("x",), "es": ("x",)},
    }
    reception = make_reception([sales(texts=own), works()])
    assert question(reception).ask["en"] == ("the CRM or a renovation, Lucía?",)
    assert "greeting" not in reception.texts


def test_it_speaks_every_language_that_one_of_them_speaks() -> None:
    spanish = works(
        languages=["es"],
        disclosure={"es": "Soy Marta."},
        topics={"es": ["una reforma"]},
        facts=[],
        criteria=[{"key": "town", "kind": "text", "ask": {"es": "¿Dónde?"}}],
        qualify={"all_of": ["town"]},
    )
    recorded = spanish.model_copy(update={"recording": RecordingPlan(notice={"es": "Se graba."})})
    reception = make_reception([recorded, sales()])
    assert reception.languages == ("es", "en")
    assert reception.disclosure["en"] == sales().disclosure["en"]
    assert question(reception).options["home_works"].says["en"] == ("una reforma", "Encina")
    assert reception.recording is not None
    assert reception.recording.notice == {"es": "Se graba.", "en": "Se graba."}


def test_it_is_the_same_after_it_was_stored() -> None:
    reception = make_reception([sales(), works()])
    assert Script.model_validate_json(reception.model_dump_json(by_alias=True)) == reception


def test_every_name_has_an_option_of_its_own() -> None:
    assert option_of("crm-suite") == "crm_suite"
    long, longer = option_of("a" * 45), option_of("a" * 46)
    assert len(long) == len(longer) == 40
    assert long != longer


def test_names_are_joined_as_people_say_them() -> None:
    assert joined(["one", "two", "three"], "en") == "one, two or three"
    assert joined(["el curso", "otra cosa"], "es") == "el curso u otra cosa"
    assert joined(["one"], "en") == "one"
