"""What `doctor` looks for in Salesforce, beside the description of an org's objects (v59.0) that
the package @opensdks/sdk-salesforce carries: every standard field that it names is one of theirs.
"""

import json

import pytest

from delivery.salesforce_checks import WRITTEN
from tests.contracts.node import SALESFORCE, need_node


@pytest.mark.parametrize("kind", sorted(WRITTEN))
def test_the_fields_that_doctor_names_are_theirs(kind: str) -> None:
    need_node(SALESFORCE)
    schemas = json.loads(SALESFORCE.read_text())["components"]["schemas"]
    assert set(WRITTEN[kind]) <= set(schemas[f"{kind}SObject"]["properties"])


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("AssignmentRule", {"Active", "SobjectType", "CreatedDate"}),
        ("Campaign", {"Name", "IsActive"}),
    ],
)
def test_what_doctor_asks_of_others_is_theirs(kind: str, names: set[str]) -> None:
    need_node(SALESFORCE)
    schemas = json.loads(SALESFORCE.read_text())["components"]["schemas"]
    if f"{kind}SObject" not in schemas:
        pytest.skip(f"the description has no {kind}")
    assert names <= set(schemas[f"{kind}SObject"]["properties"])
