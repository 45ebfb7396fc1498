"""The console and the API see every lead, page by page, newest first."""

import pytest

from agent.errors import UnknownConversation
from storage.leads import PAGE, BadCursor
from tests.storage.conftest import Store
from tests.storage.records import BUDGET, handover, turn


async def hand_over(store: Store, times: int = 1) -> str:
    """A conversation that was handed over, so many times."""
    conversation = await store.open()
    for _ in range(times):
        claim = await store.claim(conversation, steal=True)
        await store.workspace.commit(
            claim,
            turn(claim, "Thank you.", answers=[BUDGET], handover=handover()),
            seen=claim.inbound_seq,
        )
    return conversation


async def test_hand_overs_come_newest_first_page_by_page(store: Store) -> None:
    conversations = [await hand_over(store) for _ in range(5)]
    seen: list[str] = []
    cursor = None
    for _ in range(3):
        page = await store.leads.handovers(2, cursor)
        seen += [one.conversation for one in page.items]
        cursor = page.next
    assert seen == conversations[::-1]
    assert cursor is None


async def test_a_hand_over_is_listed_once_in_its_newest_revision(store: Store) -> None:
    await hand_over(store, times=3)
    page = await store.leads.handovers()
    assert [one.revision for one in page.items] == [3]
    assert [one.state for one in page.items[0].deliveries] == ["queued"]


async def test_conversations_come_newest_first_page_by_page(store: Store) -> None:
    opened = []
    for place in range(5):
        store.clock.pass_by(microseconds=place % 2)
        opened.append(await store.open())
    seen: list[str] = []
    cursor = None
    for _ in range(3):
        page = await store.leads.conversations(2, cursor)
        seen += [one.conversation for one in page.items]
        cursor = page.next
    assert cursor is None
    assert sorted(seen) == sorted(opened)
    assert seen[0] in opened[3:]


async def test_conversations_can_be_told_apart_by_whether_sales_has_them(store: Store) -> None:
    unfinished, handed = await store.open(), await hand_over(store)
    lines = (await store.leads.conversations(handed_over=False)).items
    assert [one.conversation for one in lines] == [unfinished]
    lines = (await store.leads.conversations(handed_over=True)).items
    assert [one.conversation for one in lines] == [handed]
    assert (lines[0].script, lines[0].script_version) == ("crm-suite", "crm-suite@1")
    assert (lines[0].outcome, lines[0].tier, lines[0].score) == ("qualified", "warm", 30)


@pytest.mark.parametrize("cursor", ["", "x", "-1", "1e9", "' OR 1=1", "9" * 30])
async def test_a_cursor_that_no_page_gave_is_refused(store: Store, cursor: str) -> None:
    with pytest.raises(BadCursor):
        await store.leads.handovers(10, cursor)
    with pytest.raises(BadCursor):
        await store.leads.conversations(10, cursor)


async def test_one_lead_has_its_whole_history(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "about 3,000.50 a year")
    claim = await store.claim(conversation)
    await store.workspace.commit(
        claim, turn(claim, "Thanks.", answers=[BUDGET]), seen=claim.inbound_seq
    )
    lead = await store.leads.lead(conversation)
    assert lead.line.conversation == conversation
    assert lead.dialogue.sheet.answers["budget"] == BUDGET
    assert [one.author for one in lead.messages] == ["agent", "prospect", "agent"]
    assert [(one.key, one.given) for one in lead.answers] == [("budget", BUDGET.given)]
    assert [one.read_up_to for one in lead.turns] == [2]
    assert lead.handovers == ()
    with pytest.raises(UnknownConversation):
        await store.leads.lead("no-such-conversation")


async def test_somebody_who_was_away_gets_what_was_said_meanwhile(store: Store) -> None:
    conversation, other = await store.open(), await store.open()
    await store.hear(conversation, "one", "two")
    await store.hear(other, "elsewhere")
    texts = [one.text for one in await store.leads.transcript_after(conversation, 2)]
    assert texts == ["two"]
    assert await store.leads.transcript_after("no-such-conversation", 0) == ()


async def test_a_long_transcript_comes_in_pages(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, *(f"{number}" for number in range(PAGE + 3)))
    first = await store.leads.transcript_after(conversation, 0)
    rest = await store.leads.transcript_after(conversation, first[-1].seq)
    assert len(first) == PAGE
    assert [one.seq for one in (*first, *rest)] == list(range(1, PAGE + 5))
