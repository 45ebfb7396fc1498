"""Slack, as far as deliveries reach: a channel with messages and threads, errors inside a 200."""

import json
from collections.abc import Mapping
from itertools import count
from typing import Any

import httpx

from tests.fakes.crm import FakeCrm

CHANNEL = "C0LEADS"


class FakeSlack(FakeCrm):
    """A workspace with channels that our bot is in."""

    def __init__(self, users: Mapping[str, str] | None = None, **methods: str) -> None:
        """`methods`: errors that a method answers with, its dot written as `_`."""
        super().__init__()
        self.users = dict(users or {})
        self.errors = methods
        self.channels = {CHANNEL}
        self.scopes = "chat:write,channels:history,users:read,users:read.email"
        self.messages: dict[str, dict[str, Any]] = {}
        """By their `ts`, replies too."""
        self.triggers = {"13345224609.738474920"}
        """Of clicks that are less than three seconds old; each opens one form."""
        self.views: list[dict[str, Any]] = []
        self.fails_halfway = False
        """Whether what is posted is answered as if it had failed."""
        self._ts = count(1)

    def records(self) -> dict[str, int]:
        return {
            "message": sum("thread_ts" not in one for one in self.messages.values()),
            "reply": sum("thread_ts" in one for one in self.messages.values()),
        }

    def posted(self, *, reply: bool = False) -> list[dict[str, Any]]:
        """What stands in the channel, or in its threads."""
        return [one for one in self.messages.values() if ("thread_ts" in one) is reply]

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.headers.get("authorization") != f"Bearer {self.token}":
            return refused("invalid_auth")
        method = request.url.path.removeprefix("/api/")
        error = self.errors.get(method.replace(".", "_"))
        if error is not None:
            return refused(error)
        params = request.url.params
        match method:
            case "auth.test":
                headers = {"x-oauth-scopes": self.scopes}
                told = {"ok": True, "team": "Acme", "user": "banter"}
                return httpx.Response(200, headers=headers, json=told)
            case "users.lookupByEmail":
                known = self.users.get(params["email"])
                return done(user={"id": known}) if known else refused("users_not_found")
            case "conversations.history" | "conversations.replies":
                return self._listed(params, replies=method.endswith("replies"))
        return self._changed(method, json.loads(request.content))

    def _changed(self, method: str, body: dict[str, Any]) -> httpx.Response:
        if method == "views.open":
            return self._open(body)
        if body["channel"] not in self.channels:
            return refused("channel_not_found")
        match method:
            case "chat.postMessage":
                return self._post(body)
            case "chat.update":
                if body["ts"] not in self.messages:
                    return refused("message_not_found")
                self.messages[body["ts"]].update(body)
                return done(channel=body["channel"], ts=body["ts"])
        return refused("unknown_method")

    def error_inside(self, request: httpx.Request) -> httpx.Response | None:
        del request
        return refused("internal_error")

    def _open(self, body: dict[str, Any]) -> httpx.Response:
        if body["trigger_id"] not in self.triggers:
            return refused("expired_trigger_id")
        self.triggers.remove(body["trigger_id"])
        view = body["view"]
        short = [view[one]["text"] for one in ("title", "submit", "close")]
        if any(len(one) > 24 for one in short) or len(view["private_metadata"]) > 3000:
            return refused("invalid_arguments")
        self.views.append(view)
        return done(view={"id": f"V{len(self.views)}"})

    def _post(self, body: dict[str, Any]) -> httpx.Response:
        if "thread_ts" in body and body["thread_ts"] not in self.messages:
            return refused("thread_not_found")
        ts = f"1772445600.{next(self._ts):06}"
        self.messages[ts] = {**body, "ts": ts}
        return (
            refused("fatal_error") if self.fails_halfway else done(channel=body["channel"], ts=ts)
        )

    def _listed(self, params: httpx.QueryParams, *, replies: bool) -> httpx.Response:
        if params["channel"] not in self.channels:
            return refused("channel_not_found")
        if "include_all_metadata" not in params:  # to see whether it can be read
            return done(messages=[])
        found = [one for one in self.posted(reply=replies) if one["channel"] == params["channel"]]
        if replies:
            found = [one for one in found if one["thread_ts"] == params["ts"]]
        start = int(params.get("cursor", "0"))
        page = found[::-1][start : start + 2]  # the newest first, and few at a time
        after = str(start + 2) if start + 2 < len(found) else ""
        return done(messages=page, response_metadata={"next_cursor": after})


def done(**more: Any) -> httpx.Response:
    return httpx.Response(200, json={"ok": True, **more})


def refused(error: str, **headers: str) -> httpx.Response:
    """Slack's way to say no."""
    return httpx.Response(200, headers=headers, json={"ok": False, "error": error})
