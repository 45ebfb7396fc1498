"""Whatever a prospect writes stays words where sales reads it: in e-mail, in Slack, in the notes of
a CRM and in a text. The console has tests/console/test_hostile.py, the chat tests/browser.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

import pytest

from agent.brief_checking import Matter, of_the_data
from agent.outbox import Owner, Parcel
from agent.texting import Note
from delivery.email import Email, MailServer
from delivery.lead import Account, Contact, Criterion, Lead
from delivery.notes import note_html, task_title
from delivery.slack import Slack
from delivery.text_alert import TextAlert
from qualification.brief.facts import BriefFacts, CriterionFact, ProfileFact, Spoken
from qualification.brief.sections import one_line
from storage.documents import object_text
from tests.delivery.walking import LINKS, NOW, Walk, lead
from tests.fakes.clock import FakeClock
from tests.fakes.links import FakeLinks
from tests.fakes.slack import CHANNEL, FakeSlack
from tests.hostile import Skeleton, hostile_texts
from tests.storage.records import handover

HARMLESS = "sellmore is what we would like"
BRIEFS = pytest.mark.parametrize("briefed", [True, False], ids=["with a brief", "without"])
EMAIL = Email(MailServer("127.0.0.1", 25, "banter@acme.example", "sales@acme.example"), FakeLinks())


class Unsent:
    """agent.reminding.Notes of nobody: only what would be sent is looked at."""

    async def tell(self, note: Note, now: datetime) -> None:
        raise AssertionError(f"{note.id} is not to be sent at {now}")


def told(says: str, *, briefed: bool) -> Lead:
    """A lead that says this wherever a prospect can say anything; its owner is called so."""
    owner = Owner("eva", says, "eva@acme.example", "+34600000001", "en")
    contact = {"name": says, "company": says, "job_title": says, "email": "ana@example.com"}
    facts = BriefFacts(
        why="qualified",
        title=says,
        language="en",
        channel="chat",
        source=says,
        outcome="qualified",
        tier="hot",
        score=80,
        fit=60,
        engagement=20,
        contact={"name": says, "company": says},
        profile=(ProfileFact("industry", says, True),),
        criteria=(CriterionFact("need", "positive", "any_answer", says, says),),
        open_questions=(says,),
        spoken=(Spoken("prospect", says, says, NOW),),
    )
    made = lead(
        contact=contact,
        owner=owner,
        criteria=(Criterion(key="need", state="positive", quote=says),),
        open_questions=(says,),
        next_step=says,
    )
    brief = of_the_data(Matter("c1", facts, "en", NOW)) if briefed else None
    return replace(made, brief=brief, account=Account(kind="b2b"), contact=Contact(**contact))


def parcel(of: Lead) -> Parcel:
    body = object_text(handover(), id="h1", revision=1, links=LINKS, conversation="c1")
    return Parcel("h1.1.x", "x", "lead.qualified", body, 1, 1, owner=of.owner, brief=of.brief)


def written(message: EmailMessage) -> EmailMessage:
    """As whoever receives it reads it."""
    read = message_from_bytes(message.as_bytes(), policy=SMTP)
    assert isinstance(read, EmailMessage)
    return read


def html_of(message: EmailMessage) -> str:
    part = message.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def texts_in(part: Any) -> Iterator[Mapping[str, Any]]:
    """The texts of blocks, wherever they stand."""
    if isinstance(part, dict):
        if part.get("type") in ("mrkdwn", "plain_text"):
            yield part
        for inner in part.values():
            yield from texts_in(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from texts_in(inner)


def beginning(text: str) -> str:
    """So much of it as stands in a heading, too."""
    return one_line(text)[:40]


@BRIEFS
@pytest.mark.parametrize("text", hostile_texts())
def test_an_email_has_the_elements_and_headers_of_a_harmless_one(text: str, briefed: bool) -> None:
    bad, good = told(text, briefed=briefed), told(HARMLESS, briefed=briefed)
    mail, harmless = (written(EMAIL.message(parcel(one), one)) for one in (bad, good))
    assert mail.keys() == harmless.keys()
    assert [one.addr_spec for one in mail["To"].addresses] == ["eva@acme.example"]
    shown, like = Skeleton(html_of(mail)), Skeleton(html_of(harmless))
    assert set(shown.parts) == set(like.parts)
    assert beginning(text) in " ".join(" ".join(shown.text).split())


@BRIEFS
@pytest.mark.parametrize("text", hostile_texts())
def test_a_note_has_the_elements_of_a_harmless_one(text: str, briefed: bool) -> None:
    shown = Skeleton(note_html(told(text, briefed=briefed)))
    like = Skeleton(note_html(told(HARMLESS, briefed=briefed)))
    assert set(shown.parts) == set(like.parts)
    assert beginning(text) in " ".join(" ".join(shown.text).split())
    assert task_title(told(text, briefed=briefed)).splitlines() == [
        f"Get in touch with {one_line(text)}"
    ]


@BRIEFS
@pytest.mark.parametrize("text", hostile_texts())
def test_in_slack_nobody_is_mentioned_and_nothing_linked_but_by_us(
    text: str, briefed: bool
) -> None:
    bad, good = FakeSlack(users={"eva@acme.example": "U0EVA"}), FakeSlack()
    place = Slack("token-1", CHANNEL, FakeLinks(), base_url="https://slack.test/api")
    Walk(place, bad).deliver(told(text, briefed=briefed))
    Walk(place, good).deliver(told(HARMLESS, briefed=briefed))
    (message,), (harmless,) = bad.posted(), good.posted()
    assert message.keys() == harmless.keys()
    assert {one["type"] for one in message["blocks"]} == {one["type"] for one in harmless["blocks"]}
    for part in texts_in(message["blocks"]):
        if part["type"] == "mrkdwn":
            ours = part["text"].startswith("It belongs to <@U0EVA>")
            assert re.findall("<[^>]*>?", part["text"]) == (["<@U0EVA>"] if ours else [])
            assert ours or part["verbatim"] is True
    assert "<" not in message["text"]
    assert [one for one in _addresses(message["blocks"]) if "evil" in one] == []


@pytest.mark.parametrize("text", hostile_texts())
def test_a_text_is_one_line_of_letters_with_our_link(text: str) -> None:
    alert = TextAlert(Unsent(), FakeLinks(), "+34911222333", FakeClock())
    of = told(text, briefed=True)
    body = alert.note(parcel(of), of).body
    assert FakeLinks().link("h1", "eva") in body
    assert not [one for one in body if unicodedata.category(one) == "Cc" and one != "\n"]


def _addresses(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (str(value) for name, value in part.items() if name == "url")
        for inner in part.values():
            yield from _addresses(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _addresses(inner)
