"""console.saying: whatever the core says of a script or a plan is said in Spanish too."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.simulation.rules import RULES
from console.saying import in_words
from console.scripts.findings import findings
from console.translations import Words, read_texts
from qualification.saying import Said
from tests.console.conftest import SCRIPT

SPANISH = Words("es")
FOLDERS = ("qualification", "console", "agent/rehearsal")
MEANT_FOR_ENGINEERS = ("qualification/analytics", "qualification/normalise")


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for folder in FOLDERS:
        for path in sorted(Path(folder).rglob("*.py")):
            text = path.read_text()
            if "from qualification.saying import Said" in text or "ValueError" in text:
                yield path, ast.parse(text)


def made(module: ast.Module, name: str) -> Iterator[ast.Call]:
    """What is made of a class of this name in a module, with something in it."""
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == name and call.args:
            yield call


def forms() -> Iterator[Said]:
    """Every form of a sentence in the code; what a validator says comes in two."""
    for _, module in modules():
        told = {id(inner) for call in made(module, "ValueError") for inner in ast.walk(call)}
        for call in made(module, "Said"):
            if isinstance(call.args[0], ast.Constant):
                form = Said(str(call.args[0].value))
                yield from form.parted() if id(call) in told else (form,)


def test_every_form_has_its_spanish() -> None:
    known = read_texts("es").single
    found = {form.template for form in forms()} | set(RULES.values())
    assert len(found) > 200
    made_of_gaps_alone = {"", "%(pydantic)s", "`%(value)s`"}
    assert sorted(found - set(known) - made_of_gaps_alone) == []


def test_a_sentence_is_only_made_of_a_form_that_can_be_found() -> None:
    """A form that is put together at run time would have no Spanish."""
    for path, module in modules():
        for call in made(module, "Said") if path != Path("console/saying.py") else ():
            assert isinstance(call.args[0], ast.Constant), f"{path}:{call.lineno}"


def test_validators_say_what_is_wrong_in_a_form() -> None:
    for path, module in modules():
        if path.parts[0] == "qualification" and not str(path).startswith(MEANT_FOR_ENGINEERS):
            for error in made(module, "ValueError"):
                assert "Said(" in ast.unparse(error), f"{path}:{error.lineno}"


@pytest.mark.parametrize(
    ("wrong", "right", "message", "hint"),
    [
        (
            "kind: money",
            "kind: mony",
            "`mony` no es un tipo de pregunta",
            "¿querías decir `money`?",
        ),
        ("title: CRM", "titel: CRM", "clave desconocida: `titel`", "¿querías decir `title`?"),
        ("title: CRM Suite", "title:", "aquí no hay nada escrito, se espera un texto", "rellénalo"),
    ],
)
def test_what_is_wrong_with_a_script_is_told_in_spanish(
    wrong: str, right: str, message: str, hint: str
) -> None:
    assert wrong in SCRIPT
    found = findings("crm-suite", SCRIPT.replace(wrong, right, 1)).told(SPANISH).all[0]
    assert (found.message, found.hint) == (message, hint)


def test_a_sentence_in_a_gap_is_translated_with_the_one_around_it() -> None:
    said = Said("nothing is written here, %(needed)s", needed=Said("a day is expected"))
    assert in_words(said, SPANISH) == "aquí no hay nada escrito, se espera un día"
    assert in_words(said, Words("en")) == said
