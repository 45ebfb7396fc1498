"""What must be so in Slack for our messages to go through? Token, scopes, and the channels.

Sources: Slack docs: auth.test, conversations.history, users.lookupByEmail; "Token types" (the
header x-oauth-scopes lists what an app may do).
"""

from delivery.calls import Call, Reply
from delivery.doctor import Checks, Finding, Found, bad, good, warning
from delivery.slack import Slack
from delivery.slack_answers import error_in

NEEDED = ("chat:write",)
BY_EMAIL = ("users:read", "users:read.email")
SEEN = frozenset({200})
"""Its refusals are answered with 200 as well: the checks want to see them."""


def slack(system: Slack) -> Checks:
    """The token, what it may do, and whether each channel can be read by it."""
    reply = yield ask("auth.test")
    error = error_in(reply)
    if error:
        yield bad(
            "token",
            "the token is refused (%(error)s): copy the bot token (xoxb-) into SLACK_TOKEN",
            error=error,
        )
        return
    known = reply.object()
    yield good(
        "token", "%(user)s in %(team)s", user=str(known.get("user")), team=str(known.get("team"))
    )
    yield from _scopes(reply)
    for channel in system.channels:
        reply = yield ask("conversations.history", channel=channel, limit="1")
        yield _channel(channel, error_in(reply))
    if not system.interactive:
        yield warning(
            "buttons",
            "buttons are not shown: set SLACK_SIGNING_SECRET and turn on Interactivity",
        )


def ask(method: str, **params: str) -> Call:
    """A look-up; `auth.test` alone is asked without anything."""
    return Call(method, "GET", f"/{method}", params=params, changes=False, also=SEEN)


def _channel(channel: str, error: str) -> Finding:
    match error:
        case "":
            return good("channel", "%(channel)s: it can be read", channel=channel)
        case "channel_not_found":
            return bad(
                "channel",
                "%(channel)s: there is no such channel for this app: take its id (C...) from "
                "Slack, and invite the app if it is private",
                channel=channel,
            )
        case "not_in_channel":
            return bad(
                "channel",
                "%(channel)s: the app is not in it: write /invite @the-app there",
                channel=channel,
            )
        case "is_archived":
            return bad(
                "channel",
                "%(channel)s: it is archived: bring it back, or name another",
                channel=channel,
            )
        case "missing_scope":
            return bad(
                "channel",
                "%(channel)s: the app may not read it: add channels:history (groups:history for a "
                "private channel) and install the app again",
                channel=channel,
            )
        case _:
            return bad("channel", "%(channel)s: Slack says %(error)s", channel=channel, error=error)


def _scopes(reply: Reply) -> Found:
    listed = reply.headers.get("x-oauth-scopes")
    if listed is None:
        return
    there = {one.strip() for one in listed.split(",")}
    missing = [one for one in NEEDED if one not in there]
    if missing:
        yield bad(
            "scopes",
            "the app lacks %(scopes)s: add it under OAuth & Permissions, and install the app again",
            scopes=", ".join(missing),
        )
    unknown = [one for one in BY_EMAIL if one not in there]
    if unknown:
        yield warning(
            "scopes",
            "without %(scopes)s people are not found by their e-mail: add it, or write "
            "`ids: {slack: U...}` into the teams file",
            scopes=", ".join(unknown),
        )
    if not missing and not unknown:
        yield good("scopes", "the app has %(scopes)s", scopes=", ".join((*NEEDED, *BY_EMAIL)))
