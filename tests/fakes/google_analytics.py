"""Google Analytics' collector: it says yes to everything, and counts what arrives."""

import json
from typing import Any

import httpx

from tests.fakes.crm import FakeCrm


class FakeGoogleAnalytics(FakeCrm):
    """A property. `events`: name and parameters of each that arrived."""

    def __init__(self) -> None:
        super().__init__()
        self.complaints: list[dict[str, str]] = []
        """What it finds wrong with an event that it is to look at."""
        self.bodies: list[dict[str, Any]] = []

    @property
    def events(self) -> list[tuple[str, dict[str, Any]]]:
        return [(one["name"], one["params"]) for body in self.bodies for one in body["events"]]

    def records(self) -> dict[str, int]:
        names = [name for name, _ in self.events]
        return {name: names.count(name) for name in names}

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/debug/mp/collect":
            return httpx.Response(200, json={"validationMessages": self.complaints})
        assert request.url.path == "/mp/collect"
        assert request.url.params["measurement_id"] == "G-1"
        assert request.url.params["api_secret"] == "secret"
        self.bodies.append(json.loads(request.content))
        return httpx.Response(204)
