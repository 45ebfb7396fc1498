"""A person who chats, writes from her phone, then calls: rows of hers in every table there is."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import Connection, insert, select

from agent.dialogue import Dialogue
from agent.messages import Channel, InboundMessage, Opening
from agent.ports import Scored, Utterance
from qualification.answers import Answer, Evidence
from qualification.decision import Verdict
from qualification.scoring import Scorecard, ScoreLine
from qualification.values import Contact
from storage.delivery_tables import (
    AnnouncementRow,
    DeliveryCallRow,
    DeliveryStepRow,
    DeliveryTurnRow,
    PreparationRow,
)
from storage.demo_tables import DemoLeadRow
from storage.holdings import table_of
from storage.inbox_tables import InboxNoteRow, InboxReadRow
from storage.news_tables import NewsRow
from storage.outcome_tables import OutcomeRow
from storage.people import AddressKind
from storage.profile_tables import EnquiryRow
from storage.reach_tables import (
    CallRow,
    ConsentRow,
    PermissionRow,
    TextRow,
    UnreachableRow,
)
from storage.routing_tables import AssignmentRow, RingRow, TeamVersionRow
from storage.score_history import write_score, write_verdict
from storage.score_tables import BehaviourRow
from storage.suppressions import Suppressions
from storage.tables import DeliveryRow, HandoverRow, RereadRow
from storage.visit_tables import VisitConsentRow
from storage.widget_tables import ChatConsentRow, ChatRatingRow, GuestRow
from tests.storage.conftest import Store
from tests.storage.records import BUDGET, CALL, NOW, handover, script_text, sheet, turn

PHONE, EMAIL, OLD_EMAIL = "+34600111222", "ana@example.com", "anna@exampel.com"
OURS = "+34911234567"
INBOUND_SID, SENT_SID = "SM" + "a" * 32, "SM" + "b" * 32
CALL_SID, RECORDING_SID = "CA" + "c" * 32, "RE" + "d" * 32


def ledger(store: Store) -> Suppressions:
    """Who asked not to be written to."""
    return Suppressions(store.database, "a key of the tests")


def contact(key: str, value: str, minute: int = 0) -> Answer:
    """A datum that identifies somebody, as they gave it."""
    kind: AddressKind = "phone" if key == "phone" else "email"
    given = NOW + timedelta(minutes=minute)
    return Answer(key, Contact(kind, value), given, Evidence("m1", value))


async def converse(
    store: Store,
    channel: Channel,
    address: str,
    *answers: Answer,
    text: str = "hello",
    sid: str | None = None,
    script: str = "crm-suite",
    handed_over: bool = False,
) -> str:
    """A conversation of one turn; of two answers to one question the later one stays."""
    version = await store.scripts.publish(script_text(script), origin="file")
    identity = uuid4().hex
    ours = None if channel == "chat" else OURS
    opening = Opening(
        identity, channel, address, version.id, "en", store.clock.now(), "/pricing", ours
    )
    await store.inbox.open(opening, Dialogue("en"), Utterance(uuid4().hex, "Hello!"))
    message = InboundMessage(channel, sid or uuid4().hex, identity, text, store.clock.now())
    await store.inbox.receive(message)
    claim = await store.claim(identity)
    told = turn(
        claim,
        "Thank you.",
        answers=answers,
        handover=handover() if handed_over else None,
        at=store.clock.now(),
        calls=[CALL],
    )
    known = sheet(*answers)
    dialogue = replace(told.dialogue, sheet=known, handed_over="qualified" if handed_over else None)
    await store.workspace.commit(claim, replace(told, dialogue=dialogue), seen=claim.inbound_seq)
    return identity


@dataclass(frozen=True)
class Ana:
    """Her conversations."""

    chat: str
    sms: str
    call: str

    @property
    def all(self) -> list[str]:
        return [self.chat, self.sms, self.call]


async def ana(store: Store) -> Ana:
    """She corrects her e-mail in the chat, where she also gives the number that she writes from."""
    chat = await converse(
        store,
        "chat",
        uuid4().hex,
        BUDGET,
        contact("phone", PHONE),
        contact("email", OLD_EMAIL),
        contact("email", EMAIL, minute=1),
        text=f"I am Ana Quiroga, {PHONE}, {EMAIL}",
        handed_over=True,
    )
    store.clock.pass_by(days=1)
    sms = await converse(store, "sms", PHONE, text="Ana Quiroga again", sid=INBOUND_SID)
    store.clock.pass_by(days=1)
    call = await converse(store, "voice", PHONE, text="this is Ana Quiroga", sid="CA1:1")

    suppressions = ledger(store)

    def rest(connection: Connection) -> None:
        now = store.clock.now()
        connection.execute(insert(DemoLeadRow), {"conversation": chat})
        text = {
            "position": 0,
            "channel": "sms",
            "sender": OURS,
            "created_at": now,
            "updated_at": now,
        }
        connection.execute(
            insert(TextRow),
            [
                {
                    **text,
                    "id": "t1",
                    "conversation": sms,
                    "to_address": PHONE,
                    "body": "Thank you, Ana Quiroga.",
                    "purpose": "reply",
                    "sid": SENT_SID,
                },
                {
                    **text,
                    "id": "t2",
                    "conversation": call,
                    "to_address": "+34699999999",
                    "body": f"Ana Quiroga is waiting: {PHONE}",
                    "purpose": "sales",
                    "sid": None,
                },
            ],
        )
        connection.execute(
            insert(CallRow),
            {
                "sid": CALL_SID,
                "conversation": call,
                "theirs": PHONE,
                "ours": OURS,
                "mode": "relay",
                "state": "ended",
                "recording": RECORDING_SID,
                "started_at": now,
            },
        )
        row = {"address": suppressions.mark(PHONE), "channel": "sms", "at": now}
        connection.execute(
            insert(PermissionRow),
            {**row, "text": "t1", "purpose": "reply", "ruling": "allow", "rule": "answer"},
        )
        suppressions.stop(connection, [PHONE], "sms", "words", now)
        connection.execute(insert(UnreachableRow), {**row, "address": PHONE, "code": 30006})
        connection.execute(
            insert(ConsentRow),
            {
                **row,
                "purpose": "reply",
                "kind": "given",
                "method": "wrote_first",
                "words": "Ana Quiroga again",
            },
        )
        connection.execute(
            insert(RereadRow),
            {
                "id": uuid4().hex,
                "conversation": chat,
                "first_seq": 2,
                "last_seq": 2,
                "language": "en",
                "noticed": "",
                "why": "timeout",
                "at": now,
            },
        )

        connection.execute(
            insert(OutcomeRow),
            {
                "conversation": chat,
                "stage": "acceptance",
                "outcome": "rejected",
                "reason": "Ana Quiroga buys elsewhere",
                "at": now,
                "recorded_at": now,
                "holds": True,
                "script_version": "crm-suite@1",
                "opened_at": now,
            },
        )
        connection.execute(
            insert(BehaviourRow),
            {
                "conversation": chat,
                "client_id": "web-1",
                "kind": "price_page",
                "at": now,
                "received_at": now,
            },
        )
        connection.execute(
            insert(VisitConsentRow), {"conversation": chat, "kind": "given", "at": now}
        )
        connection.execute(
            insert(GuestRow),
            {
                "conversation": chat,
                "widget": "shop",
                "subject": "customer-7",
                "verified": '{"name": "Ana Quiroga"}',
                "at": now,
            },
        )
        connection.execute(
            insert(ChatConsentRow), {"conversation": chat, "words": "I agree.", "at": now}
        )
        connection.execute(
            insert(InboxNoteRow),
            {
                "id": "note-1",
                "conversation": chat,
                "author": "u1",
                "text": "Quiroga is in a hurry",
                "after_seq": 1,
                "at": now,
            },
        )
        connection.execute(insert(InboxReadRow), {"user": "u1", "conversation": chat, "seq": 1})
        connection.execute(
            insert(ChatRatingRow),
            {"conversation": chat, "stars": 5, "comment": "Quiroga was here", "at": now},
        )
        connection.execute(
            insert(EnquiryRow),
            {
                "id": "enquiry-1",
                "conversation": chat,
                "provider": "data.example",
                "email": EMAIL,
                "state": "done",
                "tries": 1,
                "fields": '{"company": "Acme Tools"}',
                "asked_at": now,
                "answered_at": now,
                "ended_at": now,
            },
        )
        _delivered(connection, chat, now)
        _assigned(connection, chat, call, now)
        write_score(
            connection,
            chat,
            Scored(),
            Scorecard(25, 5, "warm", (ScoreLine("budget:positive", 25),)),
            "event",
            now,
        )
        write_verdict(connection, chat, Scored(), Verdict("qualified", (), ()), now)

    await store.database.write(rest)
    return Ana(chat, sms, call)


def _delivered(connection: Connection, conversation: str, now: datetime) -> None:
    """What a system was told of a hand-over, step by step."""
    theirs = HandoverRow.conversation == conversation
    wanted = select(*table_of(DeliveryRow).c).join(DeliveryRow.handover_row).where(theirs)
    parcel = connection.execute(wanted).mappings().one()
    of = {"handover": parcel["handover"], "system": parcel["system"]}
    connection.execute(insert(DeliveryTurnRow), {**of, "attempt": 1, "delivered": 1})
    connection.execute(
        insert(DeliveryStepRow),
        {**of, "step": "contact", "remote": "c-1", "revision": 1, "unsure": False, "at": now},
    )
    connection.execute(
        insert(NewsRow),
        {
            "system": of["system"],
            "step": "contact",
            "remote": "c-1",
            "what": "deal",
            "conversation": conversation,
            "said": "lost: Ana Quiroga buys elsewhere",
            "at": now,
            "heard_at": now,
        },
    )
    connection.execute(
        insert(DeliveryCallRow),
        {
            "parcel": parcel["id"],
            "attempt": 1,
            "step": "contact",
            "method": "POST",
            "path": "crm.example/contacts",
            "status": 409,
            "why": "Ana Quiroga is known already",
            "milliseconds": 7,
            "at": now,
        },
    )
    connection.execute(
        insert(AnnouncementRow),
        {"handover": of["handover"], "number": 2, "why": "taken", "revision": 2, "at": now},
    )
    connection.execute(
        insert(PreparationRow),
        {
            "handover": parcel["handover"],
            "revision": parcel["revision"],
            "brief": '{"language": "es", "headline": "Ana Quiroga", "text": "Ana Quiroga"}',
            "at": now,
        },
    )


def _assigned(connection: Connection, conversation: str, call: str, now: datetime) -> None:
    """Whose lead it is, and who was rung for the call."""
    connection.execute(
        insert(TeamVersionRow),
        {"number": 1, "text": "", "sha256": "", "origin": "file", "published_at": now},
    )
    connection.execute(
        insert(AssignmentRow),
        {
            "id": uuid4().hex,
            "handover": "h1",
            "number": 1,
            "conversation": conversation,
            "plan": 1,
            "cause": "routed",
            "state": "passed_on",
            "person": "luis",
            "rule": "everything",
            "tier": "hot",
            "domain": "example.com",
            "handed_over_at": now,
            "at": now,
            "reason": "Ana Quiroga is my cousin",
            "routed": '{"lead": {"domain": "quiroga.example"}}',
        },
    )
    connection.execute(
        insert(RingRow),
        {
            "call": CALL_SID,
            "place": 0,
            "conversation": call,
            "name": "Luis",
            "phone": "+34699999999",
            "at": now,
        },
    )
