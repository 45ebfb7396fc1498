"""console.teams.changing: one value is written anew, every other byte stays."""

from difflib import ndiff

import pytest

from console.teams.changing import NotChangeable, changed
from qualification.errors import ScriptError
from qualification.routing.planfile import parse_teams
from tests.console.teams.conftest import PLAN

FLOW = """timezone: Europe/Madrid
people:
  - {id: ana, name: Ana, email: ana@acme.example, weight: 2}  # the first
  - name: Luis
    id: luis
    email: luis@acme.example
    caps:
      per_day: 3  # as agreed
      open: 9
    tell: [email]
queues: [{id: general, name: {en: General}}]
fallback: {queue: general}
"""


def lines(before: str, after: str) -> list[str]:
    """What is gone and what has come."""
    return [
        one.rstrip("\n")
        for one in ndiff(before.splitlines(True), after.splitlines(True))
        if one[0] in "-+"
    ]


def test_a_value_is_written_where_it_stood_and_keeps_its_comment() -> None:
    after = changed(PLAN, "ana", {"weight": "3"})
    assert lines(PLAN, after) == [
        "-     weight: 2                       # two leads for each one of Luis",
        "+     weight: 3                       # two leads for each one of Luis",
    ]


def test_a_new_value_gets_a_line_and_one_that_is_taken_away_loses_its_own() -> None:
    after = changed(PLAN, "luis", {"takes_calls": "no", "phone": None})
    assert lines(PLAN, after) == ["+     takes_calls: no", '-     phone: "+34600111202"']
    again = changed(after, "luis", {"takes_calls": "yes", "phone": '"+34600111202"'})
    luis = parse_teams(again).person("luis")
    assert luis == parse_teams(PLAN).person("luis")


def test_somebody_on_one_line_stays_on_it() -> None:
    after = changed(FLOW, "ana", {"weight": None, "languages": "[es]"})
    assert (
        "  - {id: ana, name: Ana, email: ana@acme.example, languages: [es]}  # the first" in after
    )
    assert len(lines(FLOW, after)) == 2


def test_a_group_in_lines_becomes_one_in_braces() -> None:
    after = changed(FLOW, "luis", {"caps": "{per_day: 5}"})
    luis = parse_teams(after).person("luis")
    assert luis is not None
    assert (luis.caps.per_day, luis.caps.open) == (5, None)
    assert after.endswith(FLOW[FLOW.index("    tell:") :])
    gone = changed(FLOW, "luis", {"caps": None})
    assert "caps" not in gone
    assert gone.endswith(FLOW[FLOW.index("    tell:") :])


def test_line_ends_of_windows_stay() -> None:
    written = FLOW.replace("\n", "\r\n")
    after = changed(written, "luis", {"weight": "4"})
    assert after.count("\r\n") == after.count("\n") == written.count("\n") + 1


def test_what_does_not_fit_is_told_like_any_mistake() -> None:
    with pytest.raises(ScriptError, match="telephone"):
        changed(PLAN, "ana", {"phone": '"12"'})
    with pytest.raises(ScriptError):
        changed(PLAN, "ana", {"email": '"luis@@acme"'})


def test_nothing_else_is_ever_changed() -> None:
    with pytest.raises(NotChangeable):
        changed(FLOW, "luis", {"name": None})  # it holds the dash of the list
    with pytest.raises(NotChangeable):
        changed(PLAN, "ana", {"weight": "2\n    timezone: America/New_York"})
    with pytest.raises(KeyError):
        changed(PLAN, "nobody", {"weight": "2"})
