"""What would be sent is printed as it would be sent, and holds no secret."""

import json

from agent.ledger import Record
from delivery.calls import Call
from delivery.dry_run import rehearse, shown
from delivery.hubspot import HubSpot
from delivery.signing_in import OAuth, StaticToken
from tests.delivery.pairs import HOST, PAIRS
from tests.delivery.walking import EVA, Walk, lead
from tests.fakes.hubspot import FakeHubSpot


def test_the_requests_are_those_of_a_delivery() -> None:
    fake = FakeHubSpot(owners={"eva@acme.example": "77"})
    system = HubSpot(StaticToken("token-1"), pipeline="default", deal_stage="new")
    sent = Walk(system, fake).deliver(lead(owner=EVA)).calls
    printed = list(rehearse(system, lead(owner=EVA), Record()))
    assert [(one.step, one.method) for one in printed] == [(one.step, one.method) for one in sent]
    notes = [one.body for one in printed if one.step == "note"]
    assert notes == [
        json.loads(
            json.dumps(call.body)
            .replace('"101"', '"<contact id>"')
            .replace('"102"', '"<company id>"')
        )
        for call in sent
        if call.step == "note"
    ]


def test_every_system_can_be_rehearsed() -> None:
    for pair in PAIRS:
        printed = list(rehearse(pair.system(HOST), lead(owner=EVA), Record()))
        assert any(one.changes for one in printed), pair.name
        assert all(one.text() for one in printed)


def test_secrets_are_masked() -> None:
    system = HubSpot(StaticToken("t0p-s3cret"))
    for one in rehearse(system, lead(owner=EVA), Record()):
        assert "t0p-s3cret" not in one.text()
        assert one.headers["authorization"] == "***"
    oauth = OAuth("https://x.test/token", "client", "s3cret", refresh_token="r3fresh")
    request = oauth.request(None, lead().created_at)
    printed = shown(request, "", {"X-Api-Key": "k3y"}).text()
    assert not [word for word in ("s3cret", "r3fresh", "k3y") if word in printed]
    link = "eva|https://b.test/accept/h1~eva.t0k3n"
    assert (
        "t0k3n" not in shown(Call("message", "POST", "https://x.test", body=[link]), "", {}).text()
    )
    query = Call("collect", "POST", "https://x.test/mp", params={"api_secret": "s3cret", "v": "2"})
    assert "v=2" in shown(query, "", {}).url
    assert "s3cret" not in shown(query, "", {}).url


def test_it_reads_like_a_request() -> None:
    printed = [one.text() for one in rehearse(HubSpot(StaticToken("x")), lead(), Record())]
    note = next(one for one in printed if one.startswith("note:"))
    assert note.startswith("note: POST https://api.hubapi.com/crm/objects/2026-03/notes\n")
    assert '"hs_note_body"' in note
