"""console.widget_form and widget_page: what a form says becomes how a chat is set up."""

import pytest

from agent.widget import COLOUR, FormField, Widget
from console.translations import FOLDER, read_catalogue
from console.widget_form import LONGEST_LABEL, MOST_SITES, changes, read_form
from console.widget_page import draft_config, snippet, swatches

FORM = {
    "name": "  The   shop ",
    "sites": "https://Shop.example/\nhttps://*.shop.example https://shop.example",
    "script": "crm-suite",
    "language": "es",
    "colour": "#AA2200",
    "side": "left",
    "theme": "dark",
    "launcher_es": "¿Hablamos?",
    "launcher_en": "",
    "away_en": "Back on Monday.",
    "hours": "team",
    "reply_minutes": " 15 ",
    "field_email": "required",
    "field_name": "optional",
    "field_phone": "no",
    "consent_es": "Acepto.",
    "consent_en": "I agree.",
    "identified_only": "1",
}


def test_a_whole_form_is_a_whole_chat() -> None:
    read = read_form(FORM, "shop", ["crm-suite"])
    assert read.wrong == {}
    assert read.widget == Widget(
        key="shop",
        name="The shop",
        sites=("https://shop.example", "https://*.shop.example"),
        script="crm-suite",
        language="es",
        colour="#aa2200",
        side="left",
        theme="dark",
        launcher={"es": "¿Hablamos?"},
        away={"en": "Back on Monday."},
        hours="team",
        reply_minutes=15,
        fields=(FormField("email", required=True), FormField("name")),
        consent={"es": "Acepto.", "en": "I agree."},
        identified_only=True,
    )


def test_what_is_left_out_is_as_it_is_by_default() -> None:
    read = read_form({"name": "Shop", "colour": COLOUR}, "shop", [])
    assert read.wrong == {}
    assert read.widget == Widget(key="shop", name="Shop")


@pytest.mark.parametrize(
    ("field", "written", "named"),
    [
        ("name", " ", "name"),
        ("name", "x" * 81, "name"),
        ("sites", "shop.example", "sites"),
        ("sites", "https://shop.example; script-src *", "sites"),
        ("sites", " ".join(f"https://s{one}.example" for one in range(MOST_SITES + 1)), "sites"),
        ("script", "nope", "script"),
        ("colour", "red", "colour"),
        ("colour", "#fff", "colour"),
        ("launcher_es", "x" * (LONGEST_LABEL + 1), "launcher"),
        ("away_en", "x" * 501, "away"),
        ("reply_minutes", "soon", "reply_minutes"),
        ("reply_minutes", "0", "reply_minutes"),
        ("reply_minutes", "²", "reply_minutes"),
        ("consent_en", "", "consent"),
    ],
)
def test_what_is_wrong_is_named_by_its_field(field: str, written: str, named: str) -> None:
    read = read_form({**FORM, field: written}, "shop", ["crm-suite"])
    assert list(read.wrong) == [named]


def test_a_choice_that_there_is_not_is_the_usual_one() -> None:
    hostile = {"side": "<b>", "theme": "x", "hours": "x", "language": "xx", "field_email": "x"}
    read = read_form({**FORM, **hostile}, "shop", ["crm-suite"])
    widget = read.widget
    assert (widget.side, widget.theme, widget.hours) == ("right", "auto", "always")
    assert (widget.language, widget.fields) == (None, (FormField("name"),))


def test_the_log_names_what_was_changed_and_not_how() -> None:
    before, after = Widget(), Widget(colour="#000000", consent={"en": "A", "es": "B"})
    assert changes(before, after) == ["colour", "consent"]
    assert changes(before, before) == []


def test_the_swatches_can_be_read_and_say_how_well() -> None:
    for colour in ("#ffd400", "#0b6355", "#000000", "#ffffff"):
        assert all(one.ratio >= 4.5 for one in swatches(colour))
    assert [one.given for one in swatches("#0b6355")] == [True, True, False]


def test_the_preview_is_told_the_draft() -> None:
    widget = read_form(FORM, "shop", ["crm-suite"]).widget
    config = draft_config(widget, "es", form=True)
    assert config["form"] is True
    assert config["label"] == "¿Hablamos?"
    assert draft_config(Widget(), "en", form=True)["form"] is False


def test_the_snippet_names_the_chat() -> None:
    assert snippet("https://chat.example", "shop") == (
        '<script async src="https://chat.example/widget.js?widget=shop"></script>'
    )


def test_each_text_of_the_page_has_its_spanish() -> None:
    catalogue = read_catalogue(FOLDER / "es" / "widget.po")
    spanish = {one.id for one in catalogue if one.id and one.string}
    for field in FORM:
        for written in ("", "x" * 600, "ñ"):
            read = read_form({**FORM, field: written}, "shop", ["crm-suite"])
            assert all(text in spanish for text in read.wrong.values())
