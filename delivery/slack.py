"""What does Slack get? One message a lead in a channel, kept up to date, and a word to its owner.

Source: Slack docs: chat.postMessage, chat.update, message metadata, conversations.history, Block
Kit. Posting has no key against repetition: a message that may be there is looked for by the
metadata that ours carry. A change notifies nobody, so a new owner is mentioned in the thread.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from agent.grants import Grant
from agent.ledger import Record
from agent.outbox import Failed, RetryAt
from agent.routing import AcceptLinks
from delivery.calls import Call, Fault, Kept, Refused, Reply, Steps
from delivery.lead import Lead
from delivery.notes import authorship, told
from delivery.signing_in import SignIn, StaticToken
from delivery.slack_answers import GONE, error_in, fault_of
from delivery.system import Pace
from qualification.brief.rendering_slack import as_slack, escaped
from qualification.brief.sections import one_line
from qualification.values import Json, Language

API = "https://slack.com/api"
PACE = Pace(per_second=1, at_once=1, burst=3)
"""Slack docs: about one message a second in a channel, with short bursts."""
EVENT = "banter_lead"
SECTIONS = 45
"""Of the 50 blocks that a message may have."""
PAGES = 5
EARLIER = timedelta(minutes=5)
"""Their clock may be behind ours."""
TEXT = 3000
WORDS: Mapping[Language, Mapping[str, str]] = {
    "es": {
        "accept": "Acepto",
        "reject": "No es un lead",
        "open": "Ver la conversación",
        "owner": "Es de {who}",
        "yours": "{who}, este lead es ahora tuyo.",
        "person": "{who}: hace falta una persona.",
        "nobody": "Nadie lo tiene aún",
    },
    "en": {
        "accept": "I take it",
        "reject": "Not a lead",
        "open": "See the conversation",
        "owner": "It belongs to {who}",
        "yours": "{who}, this lead is yours now.",
        "person": "{who}: a person is needed.",
        "nobody": "Nobody has it yet",
    },
}


@dataclass(frozen=True, slots=True)
class Slack:
    """A system (delivery.system.System)."""

    token: str = field(repr=False)
    channel: str
    """Its id, `C…`: names change. That of leads whose team has none of its own."""
    links: AcceptLinks
    interactive: bool = True
    """Whether clicks on buttons reach us (console/slack_actions.py)."""
    base_url: str = API
    others: tuple[str, ...] = ()
    """The channels of teams and rules, for `doctor`: what is delivered brings its own."""
    name: str = "slack"
    pace: Pace = PACE

    @property
    def channels(self) -> tuple[str, ...]:
        """All that leads are told in, each once."""
        return tuple(dict.fromkeys((self.channel, *self.others)))

    @property
    def sign_in(self) -> SignIn:
        """The token of a bot."""
        return StaticToken(self.token)

    def address(self, grant: Grant) -> str:
        """The same for all."""
        del grant
        return self.base_url

    def headers(self, grant: Grant) -> Mapping[str, str]:
        """As all of their methods take it."""
        return {"Authorization": f"Bearer {grant.token}"}

    def fault(self, call: Call, reply: Reply) -> Fault | None:
        """See System."""
        return fault_of(call, reply)

    def steps(self, lead: Lead, record: Record) -> Steps:
        """See System."""
        user = yield from self._user(lead)
        channel, step = yield from self._place(lead, record, user)
        known = record.remote(step)
        if known is None and step in record.unsure:
            known = yield from self._look(lead, "message", channel)
            if known is not None:
                yield Kept(step, known)
        if known is None:
            yield Kept("told", _owner(lead))  # by the message itself, which names them
            known = yield from self._post(step, channel, self._message(lead, user))
            return f"message {known}"
        if not record.is_current(step):
            gone = yield from self._update(step, known, lead, user)
            if gone:
                return f"message {known}: {gone}, it is left alone"
        yield from self._tell(lead, record, known, user)
        return f"message {known}"

    def _place(
        self, lead: Lead, record: Record, user: str
    ) -> Generator[Call | Kept, Reply, tuple[str, str]]:
        """The channel that the lead is told in, and the step that its message there is kept as. It
        stays where it was told until it comes to a team or rule with another channel.
        """
        theirs = lead.owner.channels.get(self.name, "") if lead.owner is not None else ""
        moved_to = record.remote("place") or ""
        step = _step(moved_to)
        known = record.remote(step)
        if known is None or not theirs or known.partition(" ")[0] == theirs:
            return moved_to or theirs or self.channel, step
        if not record.is_current(step):
            yield from self._update(step, known, lead, user)
        yield Kept("place", theirs)
        return theirs, _step(theirs)

    def _user(self, lead: Lead) -> Generator[Call | Kept, Reply, str]:
        """Who the owner is there, by the teams file or by e-mail; empty where nobody knows."""
        if lead.owner is None:
            return ""
        known = lead.owner_in(self.name)
        if known is not None:
            return known
        asked = {"email": lead.owner.email}
        example: Json = {"ok": True, "user": {"id": "<user>"}}
        reply = yield Call(
            "user", "GET", "/users.lookupByEmail", params=asked, changes=False, example=example
        )
        found = reply.object().get("user")
        return str(found.get("id") or "") if isinstance(found, dict) else ""

    def _post(
        self, step: str, channel: str, message: Mapping[str, Json]
    ) -> Generator[Call | Kept, Reply, str]:
        """Channel and time of the new message."""
        body: dict[str, Json] = {"channel": channel, **message}
        example: Json = {"ok": True, "channel": channel, "ts": "<ts>"}
        reply = yield Call(step, "POST", "/chat.postMessage", body=body, example=example)
        error = error_in(reply)
        if error in GONE:
            raise Refused(Failed(f"Slack: {error}", "final"))
        if error:
            raise Refused(RetryAt(f"Slack: {error}; it may have been posted"))
        remote = _remote(reply.object().get("channel"), reply.object().get("ts"))
        yield Kept(step, remote)
        return remote

    def _update(
        self, step: str, known: str, lead: Lead, user: str
    ) -> Generator[Call | Kept, Reply, str]:
        """Why it could not be changed, if somebody deleted it."""
        channel, _, ts = known.partition(" ")
        body: dict[str, Json] = {**self._message(lead, user), "channel": channel, "ts": ts}
        reply = yield Call(step, "POST", "/chat.update", body=body, example={"ok": True})
        error = error_in(reply)
        if error and error not in GONE:
            raise Refused(RetryAt(f"Slack: {error}"))
        yield Kept(step, known)
        return error

    def _tell(
        self, lead: Lead, record: Record, known: str, user: str
    ) -> Generator[Call | Kept, Reply, None]:
        """A word in the thread, for whom the change is news."""
        is_new = lead.owner is not None and record.remote("told") != _owner(lead)
        if record.is_current("told") or not (is_new or lead.event == "lead.needs_person"):
            return
        channel, _, ts = known.partition(" ")
        if "reply" in record.unsure:
            found = yield from self._look(lead, "reply", channel, ts)
            if found is not None:
                yield Kept("reply", found)
                yield Kept("told", _owner(lead))
                return
        words = WORDS[lead.sellers_language]
        said = words["yours" if is_new else "person"].format(who=_called(lead, user))
        if is_new and lead.owner is not None and lead.owner.came:
            said = f"{said} {escaped(one_line(lead.owner.came))}"
        body: dict[str, Json] = {
            "thread_ts": ts,
            "text": said,
            "metadata": _metadata(lead, "reply"),
        }
        yield from self._post("reply", channel, body)
        yield Kept("told", _owner(lead))

    def _look(
        self, lead: Lead, what: str, channel: str, thread: str = ""
    ) -> Generator[Call | Kept, Reply, str | None]:
        """A message of ours that was posted without an answer."""
        method = "/conversations.replies" if thread else "/conversations.history"
        oldest = (lead.created_at - EARLIER).timestamp()
        asked = {
            "channel": channel,
            "include_all_metadata": "true",
            "limit": "200",
            **({"ts": thread} if thread else {"oldest": f"{oldest:.6f}"}),
        }
        wanted, cursor = _metadata(lead, what), ""
        for _ in range(PAGES):
            params = asked | ({"cursor": cursor} if cursor else {})
            reply = yield Call(
                "look", "GET", method, params=params, changes=False, example={"ok": True}
            )
            for one in _messages(reply):
                if one.get("metadata") == wanted:
                    return _remote(channel, one.get("ts"))
            more = reply.object().get("response_metadata")
            cursor = str(more.get("next_cursor") or "") if isinstance(more, dict) else ""
            if not cursor:
                return None
        return None

    def _message(self, lead: Lead, user: str) -> Mapping[str, Json]:
        headline, text = told(lead)
        blocks: list[Json] = [dict(one) for one in as_slack(headline, text)[:SECTIONS]]
        words = WORDS[lead.sellers_language]
        has = words["owner"].format(who=_called(lead, user)) if lead.owner else words["nobody"]
        blocks.append({"type": "section", "text": {"type": "mrkdwn", "text": has}})
        if (by := authorship(lead)) != "":
            blocks.append({"type": "context", "elements": [{"type": "plain_text", "text": by}]})
        blocks.append({"type": "actions", "elements": list(self._buttons(lead, user))})
        return {
            "text": escaped(one_line(headline, TEXT)),
            "blocks": blocks,
            "metadata": _metadata(lead, "message"),
            "unfurl_links": False,
        }

    def _buttons(self, lead: Lead, user: str) -> Sequence[Json]:
        words = WORDS[lead.sellers_language]
        found: list[Json] = []
        if lead.owner is not None and self.interactive:
            value = f"{user}|{self.links.link(lead.id, lead.owner.id)}"
            for action, style in (("accept", "primary"), ("reject", "danger")):
                found.append(_button(action, words[action]) | {"value": value, "style": style})
        if lead.links.lead:
            found.append(_button("open", words["open"]) | {"url": lead.links.lead})
        return found or [_button("none", words["nobody"])]


def _step(moved_to: str) -> str:
    """What the message in a channel is kept as; the first one has no channel in its name."""
    return f"message in {moved_to}" if moved_to else "message"


def _button(action: str, label: str) -> dict[str, Json]:
    return {
        "type": "button",
        "action_id": action,
        "text": {"type": "plain_text", "text": label, "emoji": False},
    }


def _metadata(lead: Lead, what: str) -> dict[str, Json]:
    """By this a message of ours is known; a reply is one of its revision."""
    payload: dict[str, Json] = {"handover": lead.id, "what": what}
    if what == "reply":
        payload["revision"] = lead.revision
    return {"event_type": EVENT, "event_payload": payload}


def _messages(reply: Reply) -> Sequence[Mapping[str, Json]]:
    found = reply.object().get("messages")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _remote(channel: Json, ts: Json) -> str:
    return f"{channel} {ts}"


def _owner(lead: Lead) -> str:
    return lead.owner.id if lead.owner else ""


def _called(lead: Lead, user: str) -> str:
    """A mention, which notifies; else a name, which mentions nobody."""
    if user:
        return f"<@{user}>"
    return escaped(one_line(lead.owner.name)) if lead.owner else "Banter"
