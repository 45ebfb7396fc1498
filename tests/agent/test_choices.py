"""agent.reception.choices: what a visitor may answer with a click."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from agent.dialogue import Dialogue
from agent.messages import Message
from agent.offering import MOST_CHOICES
from agent.plain.plain_reader import read_plainly
from agent.reading import Page
from agent.reception import choices
from qualification.answers import AnswerSheet
from qualification.script import ChoiceQuestion, Script
from qualification.scriptfile import parse_script
from qualification.values import Choice, Language, Text, Value, YesNo
from tests.agent.pages import NOW

SAMPLES = sorted((Path(__file__).parents[2] / "prompts" / "scripts").glob("*.yaml"))
SHADES = ", ".join(
    f"o{number}: {{says: {{es: [tono {number}], en: [shade {number}]}}}}"
    for number in range(MOST_CHOICES + 1)
)
SCRIPT = """
script: crm-suite
title: CRM Suite
framework: none
languages: [es, en]
persona: {name: Lucía, company: Acme}
disclosure: {es: Soy Lucía., en: I am Lucía.}
criteria:
  - {key: need, kind: text, ask: {es: "¿Qué necesita?", en: What do you need?}}
  - key: role
    kind: choice
    ask: {es: "¿Quién decide?", en: Who decides?}
    options:
      decides: {says: {es: [decido yo, soy la jefa], en: [I decide, I am the boss]}}
      neither: {says: {es: [no decido yo], en: [I don't decide]}}
  - {key: urgent, kind: yes_no, ask: {es: "¿Es urgente?", en: Is it urgent?}}
  - key: colour
    kind: choice
    ask: {es: "¿Color?", en: Which colour?}
    options: {SHADES}
qualify: {all_of: [need]}
""".replace("SHADES", SHADES)


@pytest.fixture(scope="module")
def script() -> Script:
    return parse_script(SCRIPT)


@pytest.mark.parametrize(
    ("asked", "language", "offered"),
    [
        ("role", "es", ("decido yo", "no decido yo")),
        ("role", "en", ("I decide", "I don't decide")),
        ("urgent", "es", ("Sí", "No")),
        ("urgent", "en", ("Yes", "No")),
        ("need", "es", ()),
        ("colour", "en", ()),
        ("email", "en", ()),
        (None, "en", ()),
    ],
)
def test_choice_questions_offer_their_options_in_the_prospects_language(
    script: Script, asked: str | None, language: Language, offered: tuple[str, ...]
) -> None:
    assert choices(script, Dialogue(language, asked=asked)) == offered


def test_nothing_is_offered_while_a_person_answers_or_another_question_is_open(
    script: Script,
) -> None:
    asked = Dialogue("es", asked="role")
    assert choices(script, replace(asked, phase="held")) == ()
    assert choices(script, replace(asked, offered=(Text("one"), Text("two")))) == ()


def offered_and_meant(script: Script, language: Language) -> Iterator[tuple[str, str, Value]]:
    """Each question, what it offers, and what that is to be."""
    for question in script.criteria:
        said = choices(script, Dialogue(language, asked=question.key))
        match question:
            case ChoiceQuestion(options=options):
                meant: list[Value] = [Choice(option) for option in options]
            case _:
                meant = [YesNo(True), YesNo(False)]
        for one, value in zip(said, meant, strict=False):
            yield question.key, one, value


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("path", [None, *SAMPLES], ids=lambda path: path.stem if path else "ours")
def test_what_is_offered_is_read_as_the_answer(path: Path | None, language: Language) -> None:
    script = parse_script(path.read_text(encoding="utf-8") if path else SCRIPT)
    found = list(offered_and_meant(script, language))
    assert found or path
    for asked, said, value in found:
        message = Message("m", 1, "prospect", said, NOW)
        page = Page(script, AnswerSheet(), language, asked, (asked,), (message,), (), NOW)
        read = {one.key: one.value for one in read_plainly(page).answers}
        assert read.get(asked) == value, said


def test_words_that_may_mean_something_else_are_not_offered() -> None:
    text = (SAMPLES[0].parent / "pulso-industrial.yaml").read_text(encoding="utf-8")
    script = parse_script(text)
    said = choices(script, Dialogue("en", asked="champion"))
    assert said == ("me", "a colleague", "nobody")  # "someone else" comes first, and calls a person
