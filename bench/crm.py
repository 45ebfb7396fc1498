"""Which CRM is delivered to in a measurement? The tests' own HubSpot, which fails as told."""

import json
import random
import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from agent.ports import Clock
from tests.fakes.crm import Cut, Down, Says, Trouble
from tests.fakes.hubspot import FakeHubSpot

_FAULTS: dict[str, Trouble] = {
    "503": Says(503),
    "429": Says(429),
    "502, and done": Says(502, done=True),
    "cut": Cut(),
    "cut before": Down(),
}
"""`cut`: the connection ends after it was done; `cut before`: before."""
_MARK = re.compile(r"Banter ([0-9a-f]{32})")
LAG = timedelta(seconds=10)
"""So long a search does not find what we wrote."""
_TEXTS = {"notes": "hs_note_body", "tasks": "hs_task_body"}


class MeasuredHubSpot(FakeHubSpot):
    """An account whose search lags behind what we wrote, and which fails so often."""

    def __init__(self, failing: float = 0.0, seed: int = 7) -> None:
        super().__init__()
        self._failing = failing
        self._chance = random.Random(seed)  # noqa: S311
        self.asked = 0
        self.faults: Counter[str] = Counter()
        self.whole: dict[str, datetime] = {}
        """When the last that a hand-over brings, its task, was there."""
        self.rewritten: dict[str, datetime] = {}
        """When its note was brought up to date."""
        self.clock: Clock | None = None
        """By which the search lags; without one it finds nothing of what we wrote."""
        self._written: list[tuple[datetime, str, str]] = []

    async def handle(self, request: httpx.Request) -> httpx.Response:
        """See FakeCrm; requests are counted and not kept."""
        self.asked += 1
        if self._chance.random() < self._failing:
            name = self._chance.choice(list(_FAULTS))
            self.faults[name] += 1
            self.troubles.append(_FAULTS[name])
        try:
            return await super().handle(request)
        finally:
            self.requests.clear()

    def answer(self, request: httpx.Request) -> httpx.Response:
        """See FakeCrm; notes when leads arrived."""
        said = super().answer(request)
        if request.method == "POST" and request.url.path.endswith("/tasks"):
            self._note(self.whole, request)
        elif request.method == "PATCH" and "/notes/" in request.url.path:
            self._note(self.rewritten, request)
        return said

    def put(self, kind: str, properties: Mapping[str, str], *, found: bool = True) -> str:
        """See FakeHubSpot."""
        identity = super().put(kind, properties, found=found)
        if self.clock is not None:
            self._written.append((self.clock.now() + LAG, kind, identity))
        return identity

    def _search(self, kind: str, body: dict[str, Any]) -> httpx.Response:
        while self.clock is not None and self._written and self._written[0][0] < self.clock.now():
            _, of_kind, identity = self._written.pop(0)
            self.found.setdefault(of_kind, set()).add(identity)
        return super()._search(kind, body)

    def with_lead_record(self) -> set[str]:
        """The contacts that have one."""
        return {row[3] for row in self.links if (row[0], row[2]) == ("leads", "contacts")}

    def values(self, kind: str, name: str) -> list[str]:
        """What the records of a kind have there."""
        return [one.get(name, "") for one in self.objects.get(kind, {}).values()]

    def each(self, kind: str) -> Counter[str]:
        """How many notes or tasks there are of each hand-over."""
        written = self.objects.get(kind, {}).values()
        return Counter(
            found[1] for one in written if (found := _MARK.search(one[_TEXTS[kind]])) is not None
        )

    def _note(self, times: dict[str, datetime], request: httpx.Request) -> None:
        found = _MARK.search(json.dumps(json.loads(request.content)))
        if found is not None:
            times[found[1]] = datetime.now(UTC)
