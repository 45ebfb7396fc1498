"""How does SugarCRM let us in, and what do its errors mean?

Source: Sugar Developer Guide, REST API v11: "/oauth2/token POST", "Error responses".
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from agent.grants import Grant
from agent.outbox import Failed, RetryAt
from delivery.calls import Call, Fault, Refused, Reply, SignInAgain
from delivery.faults import usual
from delivery.signing_in import EXAMPLE, fingerprint

AGAIN = frozenset({"need_login", "invalid_grant", "invalid_token"})
SETTINGS = frozenset(
    {"not_authorized", "no_method", "not_found", "invalid_client", "client_outdated"}
)
BUSY = frozenset({"edit_conflict", "metadata_out_of_date", "maintenance"})


@dataclass(frozen=True, slots=True)
class Password:
    """delivery.signing_in.Exchange: a user's name and password, asked for anew each time. A refresh
    token would end with the session that somebody else's sign-in on our platform ends.
    """

    url: str
    username: str
    password: str = field(repr=False)
    client_id: str
    client_secret: str = field(repr=False)
    platform: str

    def settings(self) -> str:
        """See Exchange."""
        return fingerprint(
            self.url,
            self.username,
            self.password,
            self.client_id,
            self.client_secret,
            self.platform,
        )

    def request(self, held: Grant | None, now: datetime) -> Call:
        """See Exchange."""
        del held, now
        body = {
            "grant_type": "password",
            "client_id": self.client_id,
            "client_secret": self.client_secret,
            "username": self.username,
            "password": self.password,
            "platform": self.platform,
        }
        return Call("sign_in", "POST", self.url, body={**body}, example=EXAMPLE)

    def granted(self, reply: Reply, held: Grant | None) -> Grant:
        """See Exchange."""
        del held
        told = reply.object()
        token, lasts = told.get("access_token"), told.get("expires_in")
        if not isinstance(token, str) or not token:
            raise Refused(Failed("no token in the answer to the sign-in", "sign_in"))
        seconds = lasts if isinstance(lasts, int) else None
        return Grant(token, reply.at + timedelta(seconds=seconds) if seconds else None)


def fault_of(call: Call, reply: Reply) -> Fault | None:
    """Their errors are {error, error_message}."""
    if reply.ok and "error" not in reply.object():
        return None
    told = reply.object()
    code = str(told.get("error") or "")
    why = f"{call.step}: answered {reply.status} {code} {told.get('error_message') or ''}".rstrip()
    if code in AGAIN:
        return SignInAgain(why)
    if code in SETTINGS:
        return Failed(why, "fix_configuration")
    if code in BUSY or reply.status in (409, 412):
        return RetryAt(why)
    return usual(reply, why) or Failed(why, "fix_data")
