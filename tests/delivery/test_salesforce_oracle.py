"""Laid beside simple-salesforce, a client that others wrote: the same requests as ours."""

from typing import Any

import pytest

from delivery.salesforce import Salesforce
from tests.delivery.oracle import Recorder, ours, recorder
from tests.delivery.walking import Walk, lead
from tests.fakes.salesforce import FakeSalesforce

simple = pytest.importorskip("simple_salesforce")
VERSION = "62.0"


def client(record: Recorder) -> Any:
    """Their client, sent to the recorder."""
    made = simple.Salesforce(instance="example", session_id="token", version=VERSION)
    made.base_url = f"{record.url}/services/data/v{VERSION}/"
    return made


def kind(record: Recorder, name: str) -> Any:
    made = simple.SFType(name, "token", "example", sf_version=VERSION)
    made.base_url = f"{record.url}/services/data/v{VERSION}/sobjects/{name}/"
    return made


def test_the_same_upsert_note_task_and_query() -> None:
    system = Salesforce("http://127.0.0.1", "client", "secret", assign="01Q000000000001")
    walk = Walk(system, FakeSalesforce()).deliver(lead(id="h/1"))
    calls = {call.step: call for call in walk.calls}
    with recorder() as record:
        record.answer = {"id": "1", "success": True, "records": []}
        upserted = calls["person"]
        assert isinstance(upserted.body, dict)
        headers = {"Sforce-Auto-Assign": "01Q000000000001"}
        kind(record, "Lead").upsert("Banter_Id__c/h%2F1", upserted.body, headers=headers)
        kind(record, "Note").create(calls["note"].body)
        kind(record, "Task").create(calls["task"].body)
        client(record).query(calls["existing"].params["q"])
        theirs = record.seen
    named = ("authorization", "sforce-auto-assign")
    for step, one in zip(("person", "note", "task", "existing"), theirs, strict=True):
        assert ours(system, calls[step], "token").beside(*named) == one.beside(*named)
