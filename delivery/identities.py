"""Who is this person to us, and which id did a system give to what we wrote of them?

Somebody is known by their e-mail, else by their number, in every system. What other conversations
of theirs wrote a moment ago is on our record (delivery.calls.Shared), by both: a system's search
does not tell it yet, and two of them at once would make two of one.

An answer without an id is no answer. What was asked for may have been done all the same: it is
looked for before it is written again.
"""

import hmac
from collections.abc import Collection, Generator, Iterator, Mapping
from typing import Literal, TypeAlias

from agent.ledger import Record
from agent.outbox import RetryAt
from delivery.calls import Kept, Refused, Reply, Shared, made_by_each
from delivery.lead import Contact
from qualification.values import Json

By: TypeAlias = Literal["email", "phone"]
Recent: TypeAlias = Mapping[By, str]
"""The records that other conversations of a person's were about a moment ago."""


def given(step: str, told: Json) -> str:
    """The id as it goes on record, which holds nothing empty. Raises Refused."""
    if isinstance(told, str | int) and not isinstance(told, bool) and told:
        return str(told)
    why = f"{step}: the answer holds no id; it is looked for before it is written again"
    raise Refused(RetryAt(why))


def addresses(contact: Contact) -> Iterator[tuple[By, str]]:
    """What somebody is known by, in this order: a number may be that of several."""
    email = (contact.email or "").strip()
    if email:
        yield "email", email
    if contact.phone:
        yield "phone", contact.phone


def recent(step: str, secret: str, contact: Contact) -> Generator[Shared, Reply, Recent]:
    """Hold the person by all that they are known by, until `step` is kept: nobody else who has one
    of these writes of them meanwhile.
    """
    known = tuple(addresses(contact))
    if not known:
        return {}
    first, *more = (_hidden(secret, address) for _, address in known)
    reply = yield Shared(step, first, tuple(more))
    told = zip(known, made_by_each(reply), strict=False)  # a dry run is told nothing
    return {by: remote for (by, _), remote in told if remote}


def is_somebody_else(by: By, contact: Contact, emails: Collection[str]) -> bool:
    """Whether a record that was found is another's, by the e-mails in it: several share a number,
    such as that of a switchboard.
    """
    ours = dict(addresses(contact)).get("email")
    theirs = {one.strip().casefold() for one in emails} - {""}
    return by == "phone" and bool(ours and theirs) and (ours or "").casefold() not in theirs


def _hidden(secret: str, address: str) -> str:
    """Keyed with the system's secret, which is not in the database: all telephone numbers are soon
    hashed.
    """
    return hmac.digest(secret.encode(), address.casefold().encode(), "sha256").hex()


TASK_OF, TASK_OWNER = "task_of", "task_owner"
"""The steps that keep whose task it is: which person's, and to be done by whom."""
NOBODY = "nobody"


def is_lost(record: Record, step: str, who: str) -> bool:
    """Whether what a step made may be gone: the person that it hung on is another record by now.
    What their people merged keeps its notes and tasks; what they deleted does not.
    """
    return not record.is_current(step) and record.remote(TASK_OF) not in (None, who)


def is_passed_on(record: Record, owner: str | None) -> bool:
    """Whether the task is somebody else's by now: the lead went on to another owner of ours."""
    return bool(owner) and record.remote(TASK_OWNER) not in (None, owner)


def whose_task(record: Record, who: str, owner: str | None) -> Generator[Kept, Reply, None]:
    """Kept after the task itself; where a process died between the two, with the next attempt."""
    for step, whose in ((TASK_OF, who), (TASK_OWNER, owner or NOBODY)):
        if record.remote(step) != whose:
            yield Kept(step, whose)
