"""docs/profile.md tells the truth: every field and source, the documents that go out, the keys of
a script.
"""

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import get_args

import pytest
from ruamel.yaml import YAML

from qualification.answers import AnswerSheet
from qualification.findings import PROFILE_FIELDS, FindingSource
from qualification.handover import profile_data
from qualification.profile.account import account_of
from qualification.profile.gathering import profile_of
from qualification.values import Contact
from tests.builders import NOW, answer, make_script

PAGE = (Path(__file__).parents[3] / "docs" / "profile.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*PROFILE_FIELDS, *get_args(FindingSource)])
def test_every_field_and_every_source_is_explained(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_the_documents_are_those_that_go_out() -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    email = answer("email", Contact("email", "ana@acme-tools.es"))
    company = answer("company", Contact("company", "Borealis"), "trabajo en Borealis")
    script = make_script(account="b2b")
    profile = profile_of(script, AnswerSheet().with_answer(email).with_answer(company))
    ours = {
        "profile": {"company": asdict(profile_data(profile)["company"])},
        "account": asdict(account_of(script, profile)),
    }
    shown = re.sub(r"2026-11-22T08:16:57\+00:00", NOW.isoformat(), shown)
    assert json.loads(shown) == json.loads(json.dumps(ours))


def test_the_keys_of_a_script_are_taken() -> None:
    (written,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    script = make_script(**YAML(typ="safe", pure=True).load(written))
    assert script.account == "b2b"
    assert script.prefill == ("company",)
    assert [one.points for one in script.score.fit.profile] == [10, -20, 15, 15]
