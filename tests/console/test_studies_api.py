"""console.studies_api and console.study_desk: drafts tried and suggested, while nobody waits."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from channels.problems import answer_with_problems
from console.replay_crew import WorkerDied
from console.studies_api import studies_router
from console.study_desk import StudyDesk
from storage.replays import Replays
from storage.routing_past import RoutingPast
from storage.studies import MOST, Studies
from storage.suggestions import Suggestions
from tests.console.conftest import API_TOKEN, SCRIPT, Firm
from tests.console.gates import api_gate

DEARER = SCRIPT.replace("3000", "5000")


@pytest.fixture
def studies(firm: Firm) -> Studies:
    return Studies(firm.database, lambda _connection, _job: None)


@pytest.fixture
def desk(firm: Firm, studies: Studies) -> StudyDesk:
    replays = Replays(firm.database, firm.scripts)
    suggestions = Suggestions(firm.database, firm.scripts)
    return StudyDesk(studies, replays, suggestions, RoutingPast(firm.database), firm.clock)


@pytest.fixture
async def api(firm: Firm, studies: Studies) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    answer_with_problems(app)
    app.include_router(studies_router(studies, firm.clock, api_gate()))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://console.test",
        headers={"Authorization": f"Bearer {API_TOKEN}"},
    ) as client:
        yield client


async def test_a_replay_is_taken_at_once_and_answered_later(
    api: httpx.AsyncClient, firm: Firm, desk: StudyDesk
) -> None:
    lead = await firm.lead()
    asked = await api.post("/api/scripts/replay", json={"text": DEARER, "since": "30d"})
    assert asked.status_code == 202
    address = asked.headers["Location"]
    assert (asked.json()["state"], (await api.get(address)).json()["result"]) == ("waiting", None)
    assert await desk.work_out(asked.json()["id"]) is None
    found = (await api.get(address)).json()
    assert (found["state"], found["leads"]) == ("done", 1)
    assert found["result"]["verdicts"] == [
        {"before": "qualified", "after": "unqualified", "leads": 1}
    ]
    assert found["result"]["examples"][0]["lead"] == lead


async def test_a_job_done_twice_answers_once(
    api: httpx.AsyncClient, firm: Firm, desk: StudyDesk, studies: Studies
) -> None:
    await firm.lead()
    asked = (await api.post("/api/scripts/replay", json={"text": DEARER})).json()["id"]
    await desk.work_out(asked)
    first = await studies.get(asked)
    firm.clock.pass_by(seconds=60)
    await desk.work_out(asked)
    assert await studies.get(asked) == first
    assert await desk.work_out("forgotten") is None


async def test_too_few_ends_for_a_suggestion_are_said_plainly(
    api: httpx.AsyncClient, firm: Firm, desk: StudyDesk
) -> None:
    await firm.lead()
    asked = await api.post("/api/scripts/crm-suite/suggestion", json={"win": 3000, "call": 20})
    assert asked.status_code == 202
    await desk.work_out(asked.json()["id"])
    found = (await api.get(asked.headers["Location"])).json()
    assert found["state"] == "done"
    assert (found["result"]["enough"], found["result"]["draft"]) == (False, None)
    assert "Missing: 100 more known ends" in found["result"]["note"]


async def test_a_script_that_nobody_published_fails_the_study(
    api: httpx.AsyncClient, desk: StudyDesk
) -> None:
    asked = await api.post("/api/scripts/other/suggestion", json={})
    await desk.work_out(asked.json()["id"])
    found = (await api.get(asked.headers["Location"])).json()
    assert (found["state"], found["trouble"]) == ("failed", "No script other is published")


async def test_a_crew_that_dies_fails_the_study(
    api: httpx.AsyncClient, desk: StudyDesk, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def die(*_: object) -> None:
        raise WorkerDied("a process that decided leads has ended")

    await firm.lead()
    monkeypatch.setattr(Replays, "replay", die)
    asked = await api.post("/api/scripts/replay", json={"text": DEARER})
    await desk.work_out(asked.json()["id"])
    found = (await api.get(asked.headers["Location"])).json()
    assert (found["state"], found["trouble"]) == (
        "failed",
        "a process that decided leads has ended",
    )


async def test_how_far_it_is_shows_while_it_runs(
    api: httpx.AsyncClient, desk: StudyDesk, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    await firm.lead()
    asked = await api.post("/api/scripts/replay", json={"text": DEARER})
    seen: list[dict[str, Any]] = []
    whole = Replays.replay

    async def watched(
        replays: Replays, text: str, since: Any, now: Any, done: Callable[[int], Awaitable[None]]
    ) -> Any:
        async def told(leads: int) -> None:
            await done(leads)
            seen.append((await api.get(asked.headers["Location"])).json())

        return await whole(replays, text, since, now, told)

    monkeypatch.setattr("console.study_desk.EVERY", 0.0)
    monkeypatch.setattr(Replays, "replay", watched)
    await desk.work_out(asked.json()["id"])
    assert [(one["state"], one["done"], one["leads"]) for one in seen] == [("running", 1, 1)]


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("replay", {"text": "script: [}"}, "no-script"),
        ("replay", {"text": SCRIPT, "since": "soon"}, "bad-since"),
        ("replay", {"text": ""}, "invalid"),
        ("replay", {"text": "x" * 200_001}, "invalid"),
        ("crm-suite/suggestion", {"win": 5}, "invalid"),
        ("crm-suite/suggestion", {"capacity": 5}, "invalid"),
        ("crm-suite/suggestion", {"since": "soon"}, "bad-since"),
        ("crm-suite/suggestion", {"apply": True}, "invalid"),
    ],
)
async def test_what_cannot_be_asked_is_a_problem(
    api: httpx.AsyncClient, path: str, body: dict[str, Any], code: str
) -> None:
    response = await api.post(f"/api/scripts/{path}", json=body)
    assert response.status_code == 422
    assert response.json()["type"].endswith(code)


async def test_more_than_can_be_answered_are_turned_away(api: httpx.AsyncClient) -> None:
    for _ in range(MOST):
        assert (await api.post("/api/scripts/crm-suite/suggestion", json={})).status_code == 202
    response = await api.post("/api/scripts/crm-suite/suggestion", json={})
    assert (response.status_code, response.headers["Retry-After"]) == (429, "30")


async def test_what_nobody_asked_is_not_found(api: httpx.AsyncClient) -> None:
    assert (await api.get("/api/studies/nothing")).status_code == 404
