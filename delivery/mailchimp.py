"""What does Mailchimp get? A member of the audience with tags, if they agreed to be written to.

Source: Mailchimp Marketing API reference, lists/members: `PUT` adds or updates by the MD5 of the
lower-case address, so that it is repeated without harm. `status_if_new`, never `status`: that would
subscribe again who has left.
"""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from agent.grants import Grant
from agent.ledger import Record
from agent.outbox import Event, Failed, RetryAt
from delivery.calls import Call, Fault, Kept, Reply, Steps
from delivery.facts import facts
from delivery.faults import usual
from delivery.lead import Lead
from delivery.permission import NO_CONSENT, NO_EMAIL, permission
from delivery.signing_in import SignIn, StaticToken
from delivery.system import Pace
from qualification.values import Json

PACE = Pace(per_second=5, at_once=3, burst=5)
"""Ten connections at once for a user, whom others of the company share."""
CROWDED = timedelta(minutes=30)
NAMES = ("FNAME", "LNAME")
"""The merge tags of names that every audience begins with."""
LEFT = frozenset({"unsubscribed", "cleaned", "archived"})
FINAL = frozenset({"Member In Compliance State", "Forgotten Email Not Subscribed"})
"""Only the person themselves can undo it, on a form of Mailchimp's."""


@dataclass(frozen=True, slots=True)
class Mailchimp:
    """A system (delivery.system.System)."""

    key: str = field(repr=False)
    audience: str
    double_opt_in: bool = True
    """Mailchimp asks them by e-mail whether it was they."""
    tags: tuple[str, ...] = ("Banter",)
    extra: Mapping[str, str] = field(default_factory=dict)
    """Ours -> their merge tag (delivery.facts)."""
    base_url: str = ""
    """By the key's data centre where it is empty."""
    name: str = "mailchimp"
    pace: Pace = PACE
    wants: frozenset[Event] = frozenset({"lead.nurture", "lead.withdrawn"})

    @property
    def sign_in(self) -> SignIn:
        """A key that an admin made."""
        return StaticToken(self.key)

    def address(self, grant: Grant) -> str:
        """A key ends in the data centre that it belongs to: `-us6`."""
        del grant
        return f"{self.base_url or f'https://{data_centre(self.key)}.api.mailchimp.com'}/3.0"

    def headers(self, grant: Grant) -> Mapping[str, str]:
        """Any name, and the key."""
        shown = b64encode(f"banter:{grant.token}".encode()).decode()
        return {"Authorization": f"Basic {shown}"}

    def steps(self, lead: Lead, record: Record) -> Steps:
        """See System."""
        address = (lead.contact.email or "").strip().lower()
        if lead.event == "lead.withdrawn" or permission(lead) is None:
            known = record.remote("member")
            if known is None and "member" in record.unsure and address:
                known = member_of(address)  # it may have been added: no answer came
            return (yield from self._taken_back(known))
        if not address:
            return NO_EMAIL
        member, before = member_of(address), record.remote("member")
        if before not in (None, member):  # they have corrected it: the other may be somebody else's
            yield from self._taken_back(before)
        reply = yield Call(
            "member",
            "PUT",
            f"/lists/{self.audience}/members/{member}",
            body={
                "email_address": address,
                "status_if_new": "pending" if self.double_opt_in else "subscribed",
                "language": lead.language,
                "merge_fields": self._merge_fields(lead),
            },
            example={"id": member, "status": "subscribed"},
        )
        yield Kept("member", member)
        status = str(reply.object().get("status") or "")
        if status in LEFT:
            return f"member {member}; they are {status}, and stay so"
        if self.tags:
            tags: Json = [{"name": name, "status": "active"} for name in self.tags]
            where = f"/lists/{self.audience}/members/{member}/tags"
            yield Call("tags", "POST", where, body={"tags": tags})
            yield Kept("tags")
        return f"member {member}; {status}".rstrip("; ")

    def forget(self, known: str) -> Call:
        """What deletes a member for good; nobody but themselves can sign them up again."""
        where = f"/lists/{self.audience}/members/{known}/actions/delete-permanent"
        return Call("forget", "POST", where, also=frozenset({404}))

    def _taken_back(self, known: str | None) -> Steps:
        """Whom we added is taken off again when they say no."""
        if known is None:
            return NO_CONSENT
        where = f"/lists/{self.audience}/members/{known}"
        body: Json = {"status": "unsubscribed"}
        yield Call("member", "PATCH", where, body=body, also=frozenset({404}))
        yield Kept("member", known)
        return f"member {known} unsubscribed: they have taken their consent back"

    def _merge_fields(self, lead: Lead) -> dict[str, Json]:
        known = facts(lead)
        fields = dict(zip(NAMES, (lead.first_name, lead.last_name), strict=True))
        fields |= {theirs: known.get(ours) for ours, theirs in self.extra.items()}
        return {name: value for name, value in fields.items() if value}

    def fault(self, call: Call, reply: Reply) -> Fault | None:
        """Errors are problem documents (RFC 9457); too many at once may be a 403 without one."""
        if reply.ok:
            return None
        told = reply.object()
        title, detail = str(told.get("title") or ""), str(told.get("detail") or "")
        why = f"{call.step}: answered {reply.status} {title}: {detail}".rstrip(": ")
        if title in FINAL:
            return Failed(why, "final")
        if "signed up to a lot of lists" in detail:
            return RetryAt(why, reply.at + CROWDED)
        if reply.status == 403 and not reply.body.strip():
            return RetryAt(f"{call.step}: answered 403 without a word, as it does under load")
        return usual(reply, f"{title}: {detail}".strip(": ") or None)


def member_of(address: str) -> str:
    """What a member is known by: the MD5 of the address in lower case."""
    return hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()


def data_centre(key: str) -> str:
    """Where a key belongs; empty where it does not say."""
    before, dash, centre = key.rpartition("-")
    return centre if before and dash and centre.isalnum() else ""
