"""What must be so in Slack for our messages to go through? Token, scopes, and the channels.

Sources: Slack docs: auth.test, conversations.history, users.lookupByEmail; "Token types" (the
header x-oauth-scopes lists what an app may do).
"""

from collections.abc import Iterator

from delivery.calls import Call, Reply
from delivery.doctor import Checks, Finding
from delivery.slack import Slack
from delivery.slack_answers import error_in

NEEDED = ("chat:write",)
BY_EMAIL = ("users:read", "users:read.email")
SEEN = frozenset({200})
"""Its refusals are answered with 200 as well: the checks want to see them."""
CURES = {
    "channel_not_found": "there is no such channel for this app: take its id (C...) from Slack, "
    "and invite the app if it is private",
    "not_in_channel": "the app is not in it: write /invite @the-app there",
    "is_archived": "it is archived: bring it back, or name another",
    "missing_scope": "the app may not read it: add channels:history (groups:history for a private "
    "channel) and install the app again",
}


def slack(system: Slack) -> Checks:
    """The token, what it may do, and whether each channel can be read by it."""
    reply = yield ask("auth.test")
    error = error_in(reply)
    if error:
        said = f"the token is refused ({error}): copy the bot token (xoxb-) into SLACK_TOKEN"
        return [Finding("token", "bad", said)]
    known = reply.object()
    found = [Finding("token", "good", f"{known.get('user')} in {known.get('team')}")]
    found += _scopes(reply)
    for channel in system.channels:
        reply = yield ask("conversations.history", channel=channel, limit="1")
        error = error_in(reply)
        cure = CURES.get(error, f"Slack says {error}") if error else "it can be read"
        found.append(Finding("channel", "bad" if error else "good", f"{channel}: {cure}"))
    if not system.interactive:
        said = "buttons are not shown: set SLACK_SIGNING_SECRET and turn on Interactivity"
        found.append(Finding("buttons", "warning", said))
    return found


def ask(method: str, **params: str) -> Call:
    """A look-up; `auth.test` alone is asked without anything."""
    return Call(method, "GET", f"/{method}", params=params, changes=False, also=SEEN)


def _scopes(reply: Reply) -> Iterator[Finding]:
    listed = reply.headers.get("x-oauth-scopes")
    if listed is None:
        return
    there = {one.strip() for one in listed.split(",")}
    missing = [one for one in NEEDED if one not in there]
    if missing:
        said = f"the app lacks {', '.join(missing)}: add it under OAuth & Permissions, install it"
        yield Finding("scopes", "bad", said)
    unknown = [one for one in BY_EMAIL if one not in there]
    if unknown:
        said = (
            f"without {', '.join(unknown)} people are not found by their e-mail: add it, or write "
            "`ids: {slack: U...}` into the teams file"
        )
        yield Finding("scopes", "warning", said)
    if not missing and not unknown:
        yield Finding("scopes", "good", ", ".join((*NEEDED, *BY_EMAIL)))
