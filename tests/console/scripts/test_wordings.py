"""console.scripts.wordings: texts change where they stand, and every other byte stays."""

from pathlib import Path

import pytest

from console.scripts.wordings import Field, NotRewordable, reworded, sections
from qualification.scriptfile import parse_script

SAMPLES = sorted((Path(__file__).parents[3] / "prompts" / "scripts").glob("*.yaml"))
SCRIPT = """\
# Our gym.
script: gym   # never changes
title: Gym
framework: none
languages: [es, en]
persona: {name: Iris, company: Gym}
disclosure:
  es: 'Hola, soy Iris, la ''asistente''.'
  en: "Hi, I'm Iris."     # approved by Marta

criteria:
  # the first question
  - key: goal
    kind: text
    ask:
      es:
        - ¿Qué le gustaría conseguir?
        - "¿Qué le anima?"   # friendlier
      en: ["What would you like?", 'What makes you join?']
    says: {es: [perder peso, ganar fuerza], en: [lose weight]}
  - {key: budget, kind: money, ask: {es: "¿Cuánto?", en: "How much?"}}

qualify: {all_of: [goal]}

facts:
  - id: price
    topics: {es: [precio], en: [price]}
    answer:
      es: >-
        La cuota es
        de 39 €.
      en: It is €39.
# the end
"""


def field_of(text: str, name: str) -> Field:
    return next(one for s in sections(text) for one in s.fields if one.name == name)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_changed_wording_is_the_only_thing_that_changes(sample: Path) -> None:
    """Each text of each sample, one after the other, byte by byte."""
    text = sample.read_text(encoding="utf-8")
    count = 0
    for section in sections(text):
        for field in section.fields:
            if not field.written:
                continue
            for one in field.wordings[:1]:
                changed = "\n".join([one.text.split("\n")[0] + " zzz", *one.text.split("\n")[1:]])
                new = reworded(text, {f"{field.name}.{one.language}": changed})
                assert new.replace(" zzz", "", 1) == text, field.name
                count += 1
    assert count > 20


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_what_is_sent_back_as_it_was_shown_changes_nothing(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    shown = {
        f"{field.name}.{one.language}": one.text.replace("\n", "\r\n")
        for section in sections(text)
        for field in section.fields
        for one in field.wordings
    }
    assert reworded(text, shown) == text


@pytest.mark.parametrize(
    ("name", "new", "before", "after"),
    [
        ("disclosure.es", "Soy 'Iris'", "'Hola, soy Iris, la ''asistente''.'", "'Soy ''Iris'''"),
        ("disclosure.en", 'Say "hi"', '"Hi, I\'m Iris."', '"Say \\"hi\\""'),
        ("criteria.0.ask.es", "¿Qué?\n¿Qué le anima?", "- ¿Qué le gustaría conseguir?", "- ¿Qué?"),
        ("criteria.0.ask.es", "¿Una: dos?\n¿Qué le anima?", "- ¿Qué le gustaría conseguir?",
         '- "¿Una: dos?"'),
        ("criteria.0.ask.es", "¿Qué le gustaría conseguir?",
         '        - "¿Qué le anima?"   # friendlier\n', ""),
        ("criteria.0.ask.es", "¿Qué le anima?", "        - ¿Qué le gustaría conseguir?\n", ""),
        ("criteria.0.ask.es", "¿Qué le gustaría conseguir?\n¿Qué le anima?\n¿Por qué?",
         "  # friendlier\n", '  # friendlier\n        - "¿Por qué?"\n'),
        ("criteria.0.ask.es", "¿Hola?\n¿Qué le gustaría conseguir?\n¿Qué le anima?",
         "      es:\n        - ¿Qué le", '      es:\n        - "¿Hola?"\n        - ¿Qué le'),
        ("criteria.0.ask.en", "What makes you join?", '"What would you like?", ', ""),
        ("criteria.0.ask.en", "What would you like?", ", 'What makes you join?'", ""),
        ("criteria.0.ask.en", "Hi?\nWhat would you like?\nWhat makes you join?",
         '["What would', "['Hi?', \"What would"),
        ("criteria.0.says.es", "perder peso\nganar fuerza\ncorrer, saltar", "ganar fuerza]",
         'ganar fuerza, "correr, saltar"]'),
        ("criteria.0.says.es", "null\nganar fuerza", "perder peso,", '"null",'),
        ("criteria.1.ask.es", "¿Cuánto?\n¿Qué gasto?", '"¿Cuánto?"', '["¿Cuánto?", "¿Qué gasto?"]'),
        ("facts.0.answer.es", "Son 39 €.", ">-\n        La cuota es\n        de 39 €.",
         '"Son 39 €."'),
        ("facts.0.answer.en", "It is €45, all in: yes", "It is €39.", '"It is €45, all in: yes"'),
    ],
)  # fmt: skip
def test_a_text_is_written_in_the_style_of_its_place(
    name: str, new: str, before: str, after: str
) -> None:
    assert SCRIPT.count(before) == 1
    written = reworded(SCRIPT, {name: new})
    assert written == SCRIPT.replace(before, after)
    parse_script(written)


def test_many_changes_at_once() -> None:
    written = reworded(
        SCRIPT,
        {
            "disclosure.es": "Uno",
            "criteria.0.ask.en": "Two\nThree\nFour",
            "criteria.1.ask.en": "Five",
            "facts.0.topics.es": "precio\ncuota",
        },
    )
    script = parse_script(written)
    assert script.disclosure["es"] == "Uno"
    assert script.criteria[0].ask["en"] == ("Two", "Three", "Four")
    assert script.criteria[1].ask["en"] == ("Five",)
    assert script.facts[0].topics["es"] == ("precio", "cuota")
    assert [part for part in written.split() if part == "#"] == ["#"] * SCRIPT.count("# ")


def test_a_part_that_was_missing_is_put_after_the_key_of_its_question() -> None:
    new = {"criteria.0.why.es": "Para ayudarle.", "criteria.0.why.en": "To help you."}
    assert reworded(SCRIPT, new) == SCRIPT.replace(
        "  - key: goal\n",
        '  - key: goal\n    why:\n      es: "Para ayudarle."\n      en: "To help you."\n',
    )


def test_a_part_that_was_missing_in_a_question_on_one_line() -> None:
    new = {"criteria.1.why.es": "Uno", "criteria.1.why.en": "Two\nThree"}
    assert reworded(SCRIPT, new) == SCRIPT.replace(
        'en: "How much?"}}', 'en: "How much?"}, why: {es: "Uno", en: ["Two", "Three"]}}'
    )


def test_the_first_sentence_of_ones_own_begins_a_group_at_the_end() -> None:
    written = reworded(SCRIPT, {"texts.greeting.es": "¡Hola!", "texts.greeting.en": "Hello!"})
    assert written == SCRIPT + 'texts:\n  greeting:\n    es: "¡Hola!"\n    en: "Hello!"\n'


def test_another_sentence_joins_those_that_there_are() -> None:
    texts = SCRIPT + "\ntexts:\n  # ours\n  greeting:\n    es: Hola\n    en: Hello\n"
    new = {"texts.close_qualified.es": "Adiós", "texts.close_qualified.en": "Bye"}
    assert reworded(texts, new) == texts.replace(
        "  greeting:\n",
        '  close_qualified:\n    es: "Adiós"\n    en: "Bye"\n  greeting:\n',
    )


def test_windows_line_ends_stay() -> None:
    script = SCRIPT.replace("\n", "\r\n")
    new = {"criteria.0.why.es": "Uno", "criteria.0.why.en": "Two", "disclosure.en": "Hello"}
    written = reworded(script, new)
    assert "\n" not in written.replace("\r\n", "")
    assert parse_script(written).criteria[0].why == {"es": ("Uno",), "en": ("Two",)}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"criteria.0.ask.es": "  \n"}, "no text in `es`"),
        ({"disclosure.es": "Uno\nDos"}, "one text in each language"),
        ({"criteria.0.why.es": "Uno"}, "needs a text in `en` too"),
    ],
)
def test_what_the_form_cannot_do_is_said(changes: dict[str, str], why: str) -> None:
    with pytest.raises(NotRewordable, match=why):
        reworded(SCRIPT, changes)


def test_the_form_shows_what_is_said_where_the_script_is_silent() -> None:
    silent = field_of(SCRIPT, "texts.close_qualified")
    assert not silent.written
    assert all(one.text == "" and one.stands for one in silent.wordings)
    bant = (SAMPLES[0].parent / "curso-datos.yaml").read_text(encoding="utf-8")
    why = next(f for s in sections(bant) if s.name == "budget" for f in s.fields if f.part == "why")
    assert not why.written
    assert why.wordings[0].stands


def test_hostile_words_stay_words() -> None:
    hostile = '"]\\x00: - &a *b !c |  # <script>%7*7%'
    written = reworded(SCRIPT, {"criteria.0.ask.en": hostile, "facts.0.answer.en": "# " + hostile})
    script = parse_script(written)
    assert script.criteria[0].ask["en"] == (" ".join(hostile.split()),)
    assert script.facts[0].answer["en"] == "# " + " ".join(hostile.split())


OPTIONAL = ("ask_again", "why", "says")


def emptied(text: str, *names: str) -> str:
    """A script out of which these are taken."""
    changes = {
        f"{name}.{one.language}": " " for name in names for one in field_of(text, name).wordings
    }
    return reworded(text, changes)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_text_is_taken_out_and_only_its_lines_go(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    names = [
        field.name
        for section in sections(text)
        for field in section.fields
        if field.written and (field.part in OPTIONAL or section.about == "sentence")
    ]
    assert names
    for name in names:
        new = emptied(text, name)
        assert name not in _written(new)
        lines, left = text.splitlines(), new.splitlines()
        rest = iter(lines)
        assert all(line in rest for line in left), name  # in their order, none changed
        assert len(left) < len(lines)
    parse_script(emptied(text, *names))


def _written(text: str) -> set[str]:
    return {one.name for section in sections(text) for one in section.fields if one.written}


def test_a_fact_goes_with_the_last_of_its_texts_and_its_comments_stay() -> None:
    two = SCRIPT.replace("facts:\n", "facts:\n  # asked a lot\n").replace(
        "# the end",
        "  # and this\n  - {id: hours, topics: {es: [horario], en: [hours]},"
        " answer: {es: A las 9., en: At 9.}}\n# the end",
    )
    new = emptied(two, "facts.0.answer", "facts.0.topics")
    assert [one.id for one in parse_script(new).facts] == ["hours"]
    for comment in ("# asked a lot", "# and this", "# the end", "# never changes"):
        assert comment in new
    none = emptied(two, *(f"facts.{n}.{part}" for n in (0, 1) for part in ("answer", "topics")))
    assert parse_script(none).facts == ()
    assert "facts:" not in none


def test_a_text_on_one_line_with_others_is_taken_out_of_it() -> None:
    text = SCRIPT.replace('en: "How much?"}}', 'en: "How much?"}, why: {es: Sí., en: So.}}')
    assert emptied(text, "criteria.1.why") == SCRIPT


def test_the_last_sentence_of_ones_own_takes_the_group_with_it() -> None:
    own = reworded(SCRIPT, {"texts.greeting.es": "¡Bienvenido!", "texts.greeting.en": "Welcome!"})
    assert own != SCRIPT
    assert emptied(own, "texts.greeting") == SCRIPT


def test_others_are_changed_and_taken_out_at_once() -> None:
    text = SCRIPT.replace("    says:", "    why: {es: Sí., en: So.}  # short\n    says:")
    changes = {"criteria.0.why.es": "", "criteria.0.why.en": "", "facts.0.answer.en": "It is free."}
    assert reworded(text, changes) == SCRIPT.replace("It is €39.", "It is free.")
