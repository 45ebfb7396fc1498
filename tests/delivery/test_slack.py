"""What Slack gets: one message a lead, whatever goes wrong; its owner is told once."""

import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from agent.outbox import Brief, Failed, Owner, RetryAt
from delivery.calls import Call, Refused, Reply
from delivery.slack import Slack
from storage.database import Database
from tests.delivery.pairs import Pair
from tests.delivery.rig import Rig
from tests.delivery.walking import EVA, NOW, Walk, lead
from tests.fakes.crm import Cut, Down, ErrorInside, Killed, Says, Slow, Trouble
from tests.fakes.links import FakeLinks
from tests.fakes.slack import CHANNEL, FakeSlack, refused

LEO = Owner("leo", "Leo", "leo@acme.example", ids={"slack": "U0LEO"})
ONE = {"message": 1, "reply": 0}


def slack(host: str = "https://slack.test", **more: Any) -> Slack:
    given: dict[str, Any] = {"channel": CHANNEL, **more}
    return Slack("token-1", links=FakeLinks(), base_url=f"{host}/api", **given)


def buttons(message: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """By what they do."""
    (actions,) = [one for one in message["blocks"] if one["type"] == "actions"]
    return {one["action_id"]: one for one in actions["elements"]}


@pytest.fixture
async def rig(tmp_path: Path, sqlite_template: Path) -> AsyncIterator[Rig]:
    path = tmp_path / "banter.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    yield Rig(database, Pair("slack", FakeSlack, slack))
    await database.close()


def test_a_lead_is_one_message_that_mentions_its_owner() -> None:
    fake = FakeSlack(users={EVA.email: "U0EVA"})
    brief = Brief("en", "Ana <!channel>", "Needs:\n- seats & <@U1>")
    walk = Walk(slack(), fake).deliver(lead(owner=EVA, brief=brief))
    (message,) = fake.posted()
    assert walk.said == f"message {CHANNEL} {message['ts']}"
    assert message["text"] == "Ana &lt;!channel&gt;"
    shown = json.dumps(message["blocks"], ensure_ascii=False)
    assert "seats &amp; &lt;@U1&gt;" in shown
    assert "<@U0EVA>" in shown
    assert buttons(message)["accept"]["value"] == "U0EVA|https://banter.example/accept/h1~eva"
    assert buttons(message)["open"]["url"] == "https://banter.example/console/leads/c1"


def test_who_cannot_be_found_there_is_named() -> None:
    for fake in (FakeSlack(), FakeSlack(users_lookupByEmail="missing_scope")):
        Walk(slack(), fake).deliver(lead(owner=EVA))
        (message,) = fake.posted()
        assert "Eva Ríos" in json.dumps(message["blocks"], ensure_ascii=False)
        assert buttons(message)["reject"]["value"].startswith("|https://")


def test_a_lead_that_nobody_has_can_only_be_opened() -> None:
    fake = FakeSlack()
    Walk(slack(), fake).deliver(lead())
    assert buttons(fake.posted()[0]).keys() == {"open"}


def test_a_better_brief_rewrites_the_message_and_says_whose_it_is() -> None:
    fake = FakeSlack()
    brief = Brief("en", "Ana", "Needs:\n- seats", by="data")
    walk = Walk(slack(), fake).deliver(lead(owner=EVA, brief=brief))
    assert "composed from the record" in json.dumps(fake.posted())
    brief = Brief("en", "Ana", "Needs:\n- forty seats", by="model")
    walk.deliver(lead(owner=EVA, revision=2, event="lead.updated", brief=brief))
    shown = json.dumps(fake.posted())
    assert "forty seats" in shown
    assert "With what a model says" in shown
    assert "composed from the record" not in shown
    assert fake.records() == ONE


def test_a_new_owner_reads_in_the_thread_who_is_away() -> None:
    fake = FakeSlack(users={EVA.email: "U0EVA"})
    walk = Walk(slack(), fake).deliver(lead(owner=EVA))
    owner = replace(LEO, language="en", came="<!channel> Eva is away.")
    walk.deliver(lead(owner=owner, revision=2, event="lead.updated"))
    (reply,) = fake.posted(reply=True)
    assert reply["text"] == ("<@U0LEO>, this lead is yours now. &lt;!channel&gt; Eva is away.")


def test_changes_rewrite_the_message_and_tell_a_new_owner_in_the_thread() -> None:
    fake = FakeSlack(users={EVA.email: "U0EVA"})
    walk = Walk(slack(), fake).deliver(lead(owner=EVA))
    brief = Brief("en", "Ana, later", "")
    walk.deliver(lead(owner=EVA, revision=2, event="lead.updated", brief=brief))
    assert fake.records() == ONE
    assert fake.posted()[0]["text"] == "Ana, later"
    for revision in (3, 4):
        walk.deliver(lead(owner=LEO, revision=revision, event="lead.updated"))
    (reply,) = fake.posted(reply=True)
    assert "<@U0LEO>" in reply["text"]
    walk.deliver(lead(owner=LEO, revision=5, event="lead.needs_person"))
    assert fake.records() == {"message": 1, "reply": 2}


def test_a_reply_that_may_be_there_is_looked_for() -> None:
    fake = FakeSlack()
    walk = Walk(slack(), fake).deliver(lead(owner=EVA))
    later = lead(owner=LEO, revision=2, event="lead.updated")
    fake.fails_halfway = True
    with pytest.raises(Refused):
        walk.deliver(later)
    fake.fails_halfway = False
    walk.deliver(later, "reply")
    assert fake.records() == {"message": 1, "reply": 1}


def test_a_message_that_may_be_there_is_looked_for_and_its_owner_not_told_twice() -> None:
    fake = FakeSlack()
    fake.fails_halfway = True
    walk = Walk(slack(), fake)
    with pytest.raises(Refused):
        walk.deliver(lead(owner=EVA))
    fake.fails_halfway = False
    walk.deliver(lead(owner=EVA), "message")
    assert fake.records() == ONE


def test_a_message_that_was_deleted_is_left_alone() -> None:
    fake = FakeSlack()
    walk = Walk(slack(), fake).deliver(lead(owner=LEO))
    fake.messages.clear()
    walk.deliver(lead(owner=LEO, revision=2, event="lead.updated"))
    assert "left alone" in walk.said
    assert fake.messages == {}


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        ("invalid_auth", "sign_in"),
        ("channel_not_found", "fix_configuration"),
        ("not_in_channel", "fix_configuration"),
        ("something_new", "fix_configuration"),
        ("invalid_blocks", "fix_data"),
        ("fatal_error", RetryAt),
        ("service_unavailable", RetryAt),
    ],
)
def test_their_errors_say_what_comes_next(error: str, expected: object) -> None:
    with pytest.raises(Refused) as told:
        Walk(slack(), FakeSlack(chat_postMessage=error)).deliver(lead())
    outcome = told.value.outcome
    assert error in outcome.why
    assert (outcome.remedy if isinstance(outcome, Failed) else type(outcome)) == expected


def test_a_pause_that_is_asked_for_inside_a_success_is_kept() -> None:
    answer = refused("ratelimited", **{"retry-after": "30"})
    reply = Reply(200, dict(answer.headers), answer.content, NOW)
    fault = slack().fault(Call("message", "POST", "/chat.postMessage"), reply)
    assert isinstance(fault, RetryAt)
    assert fault.busy
    assert fault.at is not None
    assert (fault.at - NOW).total_seconds() == 30


@pytest.mark.parametrize(
    "trouble", [Slow(), Cut(), Says(502, done=True), Says(503), Down(), ErrorInside()], ids=repr
)
async def test_whatever_goes_wrong_there_is_one_message(rig: Rig, trouble: Trouble) -> None:
    rig.fake.troubles.append(trouble)
    for _ in range(4):  # more of ours in the channel: the right one is found among them
        other = await rig.hand_over()
        await rig.deliver(other)
    assert await rig.state() == "delivered"
    assert rig.fake.records() == {"message": 4, "reply": 0}


async def test_a_process_may_die_between_any_two_steps(rig: Rig) -> None:
    nth = 0
    while True:
        other, left = Rig(rig.store.database, rig.pair), nth

        def kill(where: str) -> None:
            nonlocal left
            if left == 0:
                left = -1
                raise Killed(where)
            left -= 1

        other.fake.kill = kill
        await other.deliver_though_killed(await other.hand_over())
        assert await other.state() == "delivered", nth
        assert other.fake.records() == ONE, nth
        if left >= 0:
            break
        nth += 1
    assert nth > 6, "every place to die was met"


async def test_a_second_revision_and_an_older_one_make_no_second_message(rig: Rig) -> None:
    conversation = await rig.store.open()
    older = await rig.hand_over_again(conversation, "qualified")
    newer = await rig.hand_over_again(conversation, "update")
    rig.store.clock.pass_by(minutes=1)
    await rig.deliver(newer)
    await rig.deliver(older)
    await rig.revise(conversation, "update")
    assert rig.fake.records() == ONE


RENOVATION, SOLAR = "C0WORKS", "C0SOLAR"


def of(channel: str, owner: Owner = EVA) -> Owner:
    """Somebody whose team has a channel of its own."""
    return replace(owner, channels={"slack": channel})


def workspace() -> FakeSlack:
    fake = FakeSlack(users={EVA.email: "U0EVA"})
    fake.channels |= {RENOVATION, SOLAR}
    return fake


def shown(fake: FakeSlack) -> list[tuple[str, bool]]:
    """In which channels there is a message, and whether it shows that Leo has the lead."""
    return [(one["channel"], "<@U0LEO>" in json.dumps(one["blocks"])) for one in fake.posted()]


def test_a_team_with_a_channel_of_its_own_is_told_there() -> None:
    fake = workspace()
    walk = Walk(slack(), fake).deliver(lead(owner=of(RENOVATION)))
    walk.deliver(lead(owner=of(RENOVATION), event="lead.needs_person", revision=2))
    assert shown(fake) == [(RENOVATION, False)]
    assert [one["channel"] for one in fake.posted(reply=True)] == [RENOVATION]


def test_a_lead_that_goes_to_another_team_is_told_there_and_the_first_message_says_so() -> None:
    fake = workspace()
    walk = Walk(slack(), fake).deliver(lead(owner=EVA))
    walk.deliver(lead(owner=of(SOLAR, LEO), revision=2))
    assert shown(fake) == [(CHANNEL, True), (SOLAR, True)]
    assert fake.posted(reply=True) == []
    walk.deliver(lead(owner=of(SOLAR, LEO), revision=3))
    assert len(fake.posted()) == 2
    walk.deliver(lead(owner=of(RENOVATION), revision=4))
    assert shown(fake) == [(CHANNEL, True), (SOLAR, False), (RENOVATION, False)]


def test_a_lead_stays_where_it_was_told_if_its_team_has_no_channel() -> None:
    fake = workspace()
    walk = Walk(slack(), fake).deliver(lead(owner=of(SOLAR)))
    walk.deliver(lead(owner=LEO, revision=2))
    walk.deliver(lead(owner=None, revision=3))
    assert shown(fake) == [(SOLAR, False)]
    assert len(fake.posted(reply=True)) == 1


def test_a_message_that_may_be_in_the_other_channel_is_looked_for_there() -> None:
    fake = workspace()
    walk = Walk(slack(), fake).deliver(lead(owner=EVA))
    fake.fails_halfway = True
    with pytest.raises(Refused):
        walk.deliver(lead(owner=of(SOLAR, LEO), revision=2))
    fake.fails_halfway = False
    walk.deliver(lead(owner=of(SOLAR, LEO), revision=2), f"message in {SOLAR}")
    assert shown(fake) == [(CHANNEL, True), (SOLAR, True)]
