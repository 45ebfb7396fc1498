import json
from typing import Any

import pytest

from agent.errors import ModelNonsense
from agent.evidence.extract import (
    MOST_FACTS,
    MOST_ITEMS,
    MOST_SIGNALS,
    Extract,
    extract_schema,
    parse_extract,
)
from tests.agent.pages import SCRIPT, make_script

COMPLETE = {
    "bridge": "Gracias.",
    "signals": [{"signal": "wants_demo", "quote": "una demo"}],
    "facts": ["price"],
    "question": "",
    "answers": [{"key": "need", "quote": "perdemos llamadas", "value": "", "corrects": False}],
    "declines": [{"key": "budget", "reason": "refused", "quote": "no lo digo"}],
    "later": "",
    "language": "es",
    "asks": {"key": "authority", "text": "¿Quién decide?"},
}


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every object in a schema, the outermost first."""
    if isinstance(schema, list):
        return [found for one in schema for found in objects(one)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if schema.get("type") == "object" else []
    return own + [found for one in schema.values() for found in objects(one)]


def test_the_bridge_is_the_first_field_and_the_wording_the_last() -> None:
    fields = list(extract_schema(SCRIPT)["properties"])  # type: ignore[arg-type]
    assert fields[0] == "bridge"
    assert fields[-1] == "asks"
    assert fields == [name for name in Extract.model_fields if name in fields]


def test_only_the_scripts_own_keys_can_be_named() -> None:
    schema: Any = extract_schema(SCRIPT)
    keys = schema["properties"]["answers"]["items"]["properties"]["key"]["enum"]
    assert keys[:6] == ["need", "budget", "authority", "timeline", "company_size", "has_crm"]
    assert set(keys[6:]) == {"email", "phone", "name", "company", "job_title"}
    assert schema["properties"]["facts"]["items"]["enum"] == ["price", "trial", "integrations"]
    assert schema["properties"]["asks"]["properties"]["key"]["enum"][-3:] == [
        "name",
        "email",
        "none",
    ]


def test_no_field_can_carry_a_score_or_a_verdict() -> None:
    text = json.dumps(extract_schema(SCRIPT))
    assert not any(word in text for word in ("score", "qualified", "verdict", "points", "tier"))


def test_the_schema_keeps_to_what_strict_servers_accept() -> None:
    schema = extract_schema(SCRIPT)
    for one in objects(schema):
        assert one["required"] == list(one["properties"])
        assert one["additionalProperties"] is False
    text = json.dumps(schema)
    assert not any(word in text for word in ("maxLength", "pattern", "default", "$ref", "null"))


def test_a_script_without_facts_or_own_wording_asks_for_none() -> None:
    schema = extract_schema(make_script(facts=[], wording="exact"))
    assert not {"facts", "asks"} & set(schema["properties"])  # type: ignore[arg-type]


def test_a_complete_object_is_read() -> None:
    extract = parse_extract(json.dumps(COMPLETE))
    assert extract.model_dump(mode="json") == COMPLETE


@pytest.mark.parametrize("wrapped", ["```json\n{}\n```", "Here it is: {} Anything else?", " {} "])
def test_an_object_among_other_words_is_read(wrapped: str) -> None:
    text = wrapped.replace("{}", json.dumps(COMPLETE))
    assert parse_extract(text).bridge == "Gracias."


def test_what_is_left_out_is_empty() -> None:
    extract = parse_extract('{"bridge": ""}')
    assert extract == Extract(bridge="")


def test_servers_that_enforce_no_types_are_understood() -> None:
    text = """{"bridge": null, "extra": 1, "signals": null, "answers": [
        {"key": "company_size", "quote": "40", "value": 40},
        {"key": "has_crm", "quote": "sí", "value": true},
        {"key": "budget", "quote": "nada", "value": null}]}"""
    extract = parse_extract(text)
    assert extract.bridge == ""
    assert [answer.value for answer in extract.answers] == ["40", "yes", ""]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("", "no_json"),
        ("I cannot do that.", "no_json"),
        ("}{", "no_json"),
        ('{"bridge": "Hola', "no_json"),
        ('{"bridge": "Hola}', "broken_json"),
        ('{"bridge": "\\ud83d"}', "broken_json"),
        ("{}", "wrong_shape"),
        ('{"bridge": "Hola", "answers": "none"}', "wrong_shape"),
        ('{"bridge": "Hola", "answers": [{"quote": "x"}]}', "wrong_shape"),
        ('{"bridge": ["Hola"]}', "wrong_shape"),
    ],
)
def test_anything_else_is_nonsense(text: str, outcome: str) -> None:
    with pytest.raises(ModelNonsense) as caught:
        parse_extract(text)
    assert caught.value.outcome == outcome


def test_lists_are_bounded() -> None:
    schema: Any = extract_schema(SCRIPT)
    bounded = [one for one in schema["properties"].values() if one.get("type") == "array"]
    assert [one["maxItems"] for one in bounded] == [
        MOST_SIGNALS,
        MOST_FACTS,
        MOST_ITEMS,
        MOST_ITEMS,
    ]
