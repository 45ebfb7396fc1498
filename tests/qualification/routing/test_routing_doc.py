"""docs/routing.md: its plan is one, and the tests that it names are there."""

import re
from pathlib import Path

from qualification.routing.planfile import parse_teams
from qualification.routing.wishes import When

HERE = Path(__file__).parents[3]
TEXT = (HERE / "docs" / "routing.md").read_text(encoding="utf-8")


def test_its_plan_is_one_but_for_the_people_that_it_leaves_out() -> None:
    [written] = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    others = "".join(
        f"  - {{id: {one}, name: {one}, email: {one}@acme.example}}\n" for one in ("luis", "marta")
    )
    plan = parse_teams(written.replace("\nteams:", f"{others}\nteams:", 1))
    assert [one.name for one in plan.rules] == ["Large companies", "Everything else"]


def test_every_line_that_a_rule_may_have_is_explained() -> None:
    table = TEXT.partition("| line |")[2].partition("\n\n")[0]
    rows = (row.split("|")[1] for row in table.splitlines()[2:])
    explained = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert explained == set(When.model_fields)


def test_the_tests_that_it_names_are_there() -> None:
    table = TEXT.partition("## The must-haves")[2]
    for name in re.findall(r"test_\w+\.py", table):
        assert list((HERE / "tests").rglob(name)), name
    for name in re.findall(r"\b(Test[A-Z]\w+)", table):
        found = (path.read_text(encoding="utf-8") for path in (HERE / "tests").rglob("test_*.py"))
        assert any(f"class {name}" in text for text in found), name
