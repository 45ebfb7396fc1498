"""What does Constant Contact get? A contact on its lists, as far as they agreed to it.

Source: Constant Contact V3 API: "Create or update a contact" (sign_up_form: only with the person's
explicit permission; partial, by e-mail, lists are added; who has unsubscribed is subscribed again,
which is theirs to do alone: so we look first), "Get contacts" (`status=all`: whoever has left or
was deleted as well; opt_out_date, deleted_at), "Create a contact" (permission_to_send),
"Update a contact" and "Unsubscribe contacts" (`PUT` with permission_to_send `unsubscribed`), "Rate
limits" (4 a second and 10,000 a day for an application; the error key tells which).
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

from agent.grants import Grant
from agent.ledger import Record
from agent.outbox import Event, Failed, RetryAt
from delivery.calls import Call, Fault, Kept, Refused, Reply, Steps
from delivery.faults import usual
from delivery.lead import Lead
from delivery.permission import NO_CONSENT, NO_EMAIL, agreed_at, permission
from delivery.signing_in import OAuth, SignIn
from delivery.system import Pace
from qualification.values import Json

SIGN_IN = "https://authz.constantcontact.com"
API = "https://api.cc.email"
PACE = Pace(per_second=2, at_once=2)
LONGEST_EMAIL = 50
LONGEST_TEXT = 50
SOON = timedelta(seconds=2)
"""After which "throttled" has passed: calls are counted by the second."""
EXAMPLE: Json = {"contact_id": "example", "action": "created"}
CORE = (
    "first_name",
    "last_name",
    "job_title",
    "company_name",
    "birthday_month",
    "birthday_day",
    "anniversary",
)
"""What a `PUT` empties where it is not sent along; lists, fields and notes stay as they are."""
OUT = frozenset({"unsubscribed", "deleted"})
ALWAYS = datetime.max.replace(tzinfo=UTC)
"""Where they do not tell since when."""


@dataclass(frozen=True, slots=True)
class ConstantContact:
    """A system (delivery.system.System)."""

    client_id: str
    client_secret: str = field(repr=False)
    refresh_token: str = field(repr=False)
    lists: tuple[str, ...]
    """The ids of lists that they become members of; one at least."""
    sign_in_url: str = SIGN_IN
    base_url: str = API
    name: str = "constant_contact"
    pace: Pace = PACE
    wants: frozenset[Event] = frozenset({"lead.nurture", "lead.withdrawn"})

    @property
    def sign_in(self) -> SignIn:
        """A refresh token, which is replaced each time that it is used."""
        return OAuth(
            f"{self.sign_in_url}/oauth2/default/v1/token",
            self.client_id,
            self.client_secret,
            refresh_token=self.refresh_token,
            basic=True,
        )

    def address(self, grant: Grant) -> str:
        """One for all."""
        del grant
        return f"{self.base_url}/v3"

    def headers(self, grant: Grant) -> Mapping[str, str]:
        """A bearer token."""
        return {"Authorization": f"Bearer {grant.token}"}

    def steps(self, lead: Lead, record: Record) -> Steps:
        """See System."""
        allowed = None if lead.event == "lead.withdrawn" else permission(lead)
        address = (lead.contact.email or "").strip().lower()
        if allowed is None:
            return (yield from self._taken_back(record, address))
        if not address:
            return NO_EMAIL
        if len(address) > LONGEST_EMAIL:
            why = f"its e-mail address is longer than {LONGEST_EMAIL} characters"
            raise Refused(Failed(why, "final"))
        before = record.remote("contact")
        if allowed == "explicit":
            return (yield from self._signed_up(lead, address, before))
        return (yield from self._created(lead, address, before))

    def _signed_up(
        self, lead: Lead, address: str, before: str | None
    ) -> Generator[Call | Kept, Reply, str]:
        """Who has left since they agreed stays away; a later yes of theirs brings them back."""
        held = yield from self._held(address)
        left, agreed = _left_at(held), agreed_at(lead)
        if left is not None and (agreed is None or agreed <= left):
            what = "they left after they had agreed, and stay away"
            return (yield from self._kept(_id_of(held), what, before))
        body = {"email_address": address, **self._fields(lead)}
        url = "/contacts/sign_up_form"
        reply = yield Call("contact", "POST", url, body=body, example=EXAMPLE)
        what = str(reply.object().get("action") or "signed up")
        return (yield from self._kept(_id_in(reply), what, before))

    def _created(
        self, lead: Lead, address: str, before: str | None
    ) -> Generator[Call | Kept, Reply, str]:
        """Whom they have already stays as they have it."""
        body: Json = {
            "email_address": {"address": address, "permission_to_send": "implicit"},
            "create_source": "Account",
            **self._fields(lead),
        }
        there = frozenset({409})
        reply = yield Call("contact", "POST", "/contacts", body=body, also=there, example=EXAMPLE)
        if reply.status == 409:
            known = _id_of((yield from self._held(address)))
            return (yield from self._kept(known, "they have it already; left as it is", before))
        return (yield from self._kept(_id_in(reply), "created", before))

    def _kept(
        self, remote: str, what: str, before: str | None
    ) -> Generator[Call | Kept, Reply, str]:
        """Under another id than before they have corrected their address: the one before is taken
        off, for it may be somebody else's.
        """
        if before and remote != before:
            yield from self._unsubscribed(before)
        yield Kept("contact", remote)
        return f"contact {remote}; {what}"

    def forget(self, known: str) -> Call:
        """What deletes a contact there."""
        return Call("forget", "DELETE", f"/contacts/{known}", also=frozenset({404}))

    def _taken_back(self, record: Record, address: str) -> Generator[Call | Kept, Reply, str]:
        """Who is on a list through us, or was before, is unsubscribed when they say no."""
        known = record.remote("contact")
        if known is None and "contact" not in record.unsure:
            return NO_CONSENT
        if not known:  # they never answered
            known = _id_of((yield from self._held(address)))
        if not known:
            return "nothing to unsubscribe: they have no such contact"
        return (yield from self._unsubscribed(known))

    def _unsubscribed(self, known: str) -> Generator[Call | Kept, Reply, str]:
        url = f"/contacts/{known}"
        held = yield Call(
            "held",
            "GET",
            url,
            changes=False,
            also=frozenset({404}),
            example={"email_address": {"address": "ana@example.com"}},
        )
        body = _without_permission(held.object())
        if body is None:
            yield Kept("contact", known)
            return f"contact {known} gets nothing as it is"
        yield Call("contact", "PUT", url, body=body, also=frozenset({404}), example=EXAMPLE)
        yield Kept("contact", known)
        return f"contact {known} unsubscribed: they have taken their consent back"

    def _held(self, address: str) -> Generator[Call | Kept, Reply, Mapping[str, Json]]:
        """A contact by their e-mail, whatever became of them; empty where there is none."""
        if not address:
            return {}
        asked = {"email": address, "status": "all"}
        example: Json = {"contacts": [{"contact_id": "example"}]}
        reply = yield Call("look", "GET", "/contacts", params=asked, changes=False, example=example)
        found = reply.object().get("contacts")
        first = found[0] if isinstance(found, list) and found else None
        return first if isinstance(first, dict) else {}

    def _fields(self, lead: Lead) -> dict[str, Json]:
        lists: list[Json] = [*self.lists]
        known = {
            "first_name": lead.first_name,
            "last_name": lead.last_name,
            "job_title": lead.contact.job_title,
            "company_name": lead.company,
        }
        told: dict[str, Json] = {
            name: value[:LONGEST_TEXT] for name, value in known.items() if value
        }
        return {**told, "list_memberships": lists}

    def fault(self, call: Call, reply: Reply) -> Fault | None:
        """Errors come as a list or alone; both limits are a 429."""
        if reply.ok:
            return None
        key, message = _told(reply)
        why = f"{call.step}: answered {reply.status} {key}: {message}".rstrip(": ")
        if reply.status == 429:
            if "quota" in key:
                return RetryAt(why, midnight_after(reply.at))
            found = usual(reply, why)
            asked = found.at if isinstance(found, RetryAt) else None
            return RetryAt(why, asked or reply.at + SOON)
        return usual(reply, f"{key}: {message}".strip(": ") or None)


def _id_in(reply: Reply) -> str:
    return _id_of(reply.object())


def _id_of(contact: Mapping[str, Json]) -> str:
    return str(contact.get("contact_id") or "")


def _left_at(held: Mapping[str, Json]) -> datetime | None:
    """When somebody unsubscribed or was deleted; None for who is there, or never was."""
    email = held.get("email_address")
    told = email if isinstance(email, dict) else {}
    if told.get("permission_to_send") not in OUT and not held.get("deleted_at"):
        return None
    known = (moment(told.get("opt_out_date")), moment(held.get("deleted_at")))
    return max((one for one in known if one is not None), default=ALWAYS)


def moment(written: Json) -> datetime | None:
    """A time of theirs; of a day alone its end, for it may have been at any hour."""
    try:
        found = datetime.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None
    if found is None:
        return None
    whole = timedelta(days=1) if len(str(written)) == len("2026-11-22") else timedelta()
    return (found if found.tzinfo is not None else found.replace(tzinfo=UTC)) + whole


def _without_permission(held: Mapping[str, Json]) -> dict[str, Json] | None:
    """The whole contact as it is to be; None where nothing has to change."""
    email = held.get("email_address")
    if not isinstance(email, dict) or email.get("permission_to_send") in OUT:
        return None
    body = {name: held[name] for name in CORE if held.get(name)}
    return {
        **body,
        "email_address": {
            "address": email.get("address"),
            "permission_to_send": "unsubscribed",
            "opt_out_reason": "Said so in a conversation",
        },
        "update_source": "Contact",
    }


def _told(reply: Reply) -> tuple[str, str]:
    found = reply.json()
    first = found[0] if isinstance(found, list) and found else found
    if not isinstance(first, dict):
        return "", ""
    return str(first.get("error_key") or ""), str(first.get("error_message") or "")


def midnight_after(at: datetime) -> datetime:
    """When the day's calls are counted anew, in UTC."""
    return datetime.combine(at.date() + timedelta(days=1), time(), at.tzinfo)
