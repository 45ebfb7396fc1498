"""What would be sent? The steps of a system driven by the answers that their calls expect.

Nothing leaves this machine. Secrets are masked: what is printed may be shown to anybody.
"""

import json
import re
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import datetime

from agent.grants import Grant
from agent.ledger import Record
from agent.outbox import Parcel
from delivery.calls import Call, Kept, Reply, Shared
from delivery.lead import Lead
from delivery.signing_in import StaticToken
from delivery.system import System
from delivery.webhook import Webhook, body_of
from delivery.wire import request_of
from qualification.values import Json

MASKED = "***"
SECRET_WORDS = ("authorization", "signature", "token", "secret", "password", "assertion", "api-key")
ACCEPT = re.compile(r"(/accept/)[^\s\"'<>&]+")
"""Whoever has the token of an accept link has the lead."""
EXAMPLE = Grant("example-token", address="https://their-api.example")
STEPS_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """One request as it would be sent."""

    step: str
    method: str
    url: str
    headers: Mapping[str, str]
    body: Json
    """The JSON, or the fields of the form."""
    changes: bool

    def text(self) -> str:
        """As people read it."""
        lines = [f"{self.step}: {self.method} {self.url}"]
        lines += [f"    {name}: {value}" for name, value in self.headers.items()]
        if self.body is not None:
            written = json.dumps(self.body, ensure_ascii=False, indent=2)
            lines += ["", *(f"    {line}" for line in written.splitlines())]
        return "\n".join(lines)


def rehearse(system: System, lead: Lead, record: Record) -> Generator[Shown, None, str]:
    """The requests of a delivery, in order, and what the record would show at the end. Raises
    delivery.calls.Refused.
    """
    steps = system.steps(lead, record)
    grant = Grant(system.sign_in.token) if isinstance(system.sign_in, StaticToken) else EXAMPLE
    reply: Reply | None = None
    for _ in range(STEPS_AT_MOST):
        try:
            asked = next(steps) if reply is None else steps.send(reply)
        except StopIteration as done:
            return str(done.value)
        if isinstance(asked, Kept | Shared):
            reply = Reply()
        else:
            yield shown(asked, system.address(grant), system.headers(grant))
            reply = answer(asked)
    return ""


def rehearse_webhook(webhook: Webhook, parcel: Parcel, now: datetime) -> Shown:
    """The one request of the webhook."""
    body: Json = json.loads(body_of(parcel))
    call = Call("webhook", "POST", webhook.url, body=body)
    return shown(call, "", webhook.headers(parcel, now))


def answer(call: Call) -> Reply:
    """The example that a call comes with, as the system would give it."""
    body = b"" if call.example is None else json.dumps(call.example).encode()
    return Reply(200 if body else 204, {"content-type": "application/json"}, body)


def shown(call: Call, address: str, headers: Mapping[str, str]) -> Shown:
    """A request without its secrets."""
    request = request_of(call, address, headers)
    left_out = {"host", "content-length", "accept", "user-agent"}
    kept = {name: value for name, value in request.headers.items() if name not in left_out}
    masked = {name: MASKED if _is_secret(name) else value for name, value in kept.items()}
    url = request.url
    for name in url.params:
        if _is_secret(name):
            url = url.copy_set_param(name, MASKED)
    form = {
        name: MASKED if _is_secret(name) else value for name, value in (call.form or {}).items()
    }
    whole = json.dumps({**form} if form else call.body)
    body: Json = json.loads(masked_links(whole))
    return Shown(call.step, call.method, str(url), masked, body, call.changes)


def masked_links(text: str) -> str:
    """A text without the tokens of its accept links."""
    return ACCEPT.sub(rf"\1{MASKED}", text)


def _is_secret(name: str) -> bool:
    return any(word in name.lower().replace("_", "-") for word in SECRET_WORDS)
