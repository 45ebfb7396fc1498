"""console.assignments_api: whose lead it is, by HTTP."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest
from fastapi import FastAPI

from agent.leaving import KIND as LEAVING
from channels.problems import answer_with_problems
from console.assignments_api import absences_router, assignments_router
from tests.console.conftest import API_TOKEN, Firm
from tests.console.desks import RoutingFirm
from tests.console.gates import api_gate


@pytest.fixture
async def desk(firm: Firm) -> RoutingFirm:
    made = RoutingFirm(firm)
    await made.publish()
    return made


@pytest.fixture
async def api(desk: RoutingFirm) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    answer_with_problems(app)
    clock = desk.firm.clock
    app.include_router(assignments_router(desk.assignments, desk.acceptance, clock, api_gate()))
    app.include_router(
        absences_router(desk.absences, desk.acceptance, desk.teams, clock, api_gate())
    )
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://console.test/api",
        headers={"Authorization": f"Bearer {API_TOKEN}"},
    ) as client:
        yield client


class TestWhose:
    async def test_must_have_7_it_says_who_by_which_rule_and_why_not_the_others(
        self, api: httpx.AsyncClient, desk: RoutingFirm
    ) -> None:
        given = await desk.given()
        found = (await api.get(f"/leads/{given.conversation}/assignment")).json()
        assert found["before"] == []
        assert (found["now"]["person"], found["now"]["rule"], found["now"]["plan"]) == (
            "ana",
            "everything",
            1,
        )
        assert found["now"]["tried"][-1]["passed"] == [
            {"person": "luis", "why": "turn_of_another", "detail": "it is the turn of ana"}
        ]

    async def test_a_lead_that_is_nowhere_says_what_to_do(
        self, api: httpx.AsyncClient, desk: RoutingFirm
    ) -> None:
        lead = await desk.firm.lead()
        for response in (
            await api.get(f"/leads/{lead}/assignment"),
            await api.post(f"/leads/{lead}/assignment", json={"action": "accept", "person": "eve"}),
        ):
            assert response.status_code == 404
            assert "teams publish" in response.json()["detail"]
            assert "routing give-out" in response.json()["detail"]

    async def test_a_lead_that_does_not_exist_is_said_plainly(self, api: httpx.AsyncClient) -> None:
        said = {"action": "accept", "person": "ana"}
        for response in (
            await api.get("/leads/nobody/assignment"),
            await api.post("/leads/nobody/assignment", json=said),
        ):
            assert (response.status_code, response.json()["type"]) == (
                404,
                "urn:banter:problem:unknown-lead",
            )

    async def test_without_the_token_nothing_is_told(self, api: httpx.AsyncClient) -> None:
        response = await api.get("/leads/x/assignment", headers={"Authorization": "Bearer no"})
        assert response.status_code == 401


class TestActing:
    async def test_must_have_9_a_lead_is_accepted_and_rejected_with_a_reason(
        self, api: httpx.AsyncClient, desk: RoutingFirm
    ) -> None:
        one, other = await desk.given(), await desk.given()
        accepted = await api.post(
            f"/leads/{one.conversation}/assignment", json={"action": "accept", "person": "ana"}
        )
        rejected = await api.post(
            f"/leads/{other.conversation}/assignment",
            json={"action": "reject", "person": "luis", "reason": "a student"},
        )
        assert accepted.json()["now"]["state"] == "accepted"
        assert (rejected.json()["now"]["state"], rejected.json()["now"]["reason"]) == (
            "rejected",
            "a student",
        )

    async def test_must_have_10_a_lead_is_passed_on_or_moved_by_hand(
        self, api: httpx.AsyncClient, desk: RoutingFirm
    ) -> None:
        given = await desk.given()
        path = f"/leads/{given.conversation}/assignment"
        passed = await api.post(
            path, json={"action": "pass_on", "person": "ana", "reason": "holidays"}
        )
        moved = await api.post(
            path, json={"action": "move", "person": "the boss", "to_queue": "general"}
        )
        assert passed.json()["now"]["person"] == "luis"
        found = moved.json()
        assert (found["now"]["queue"], found["now"]["by"]) == ("general", "the boss")
        assert [one["state"] for one in found["before"]] == ["moved", "passed_on"]

    @pytest.mark.parametrize(
        ("said", "whose"),
        [
            ({"action": "move", "person": "boss", "to_person": "luis"}, ("luis", "offered")),
            ({"action": "move", "person": "boss"}, ("ana", "offered")),
            ({"action": "accept", "person": "luis"}, ("luis", "accepted")),
        ],
    )
    async def test_what_nobody_has_is_given_to_somebody(
        self,
        api: httpx.AsyncClient,
        desk: RoutingFirm,
        said: dict[str, str],
        whose: tuple[str, str],
    ) -> None:
        lead = await desk.firm.lead()
        found = (await api.post(f"/leads/{lead}/assignment", json=said)).json()
        assert (found["now"]["person"], found["now"]["state"]) == whose
        assert found["before"] == []

    async def test_who_does_not_have_it_is_told_who_has(
        self, api: httpx.AsyncClient, desk: RoutingFirm
    ) -> None:
        given = await desk.given()
        path = f"/leads/{given.conversation}/assignment"
        refused = await api.post(path, json={"action": "accept", "person": "luis"})
        assert refused.status_code == 409
        assert "ana has it" in refused.json()["detail"]
        await api.post(path, json={"action": "move", "person": "boss", "to_queue": "general"})
        refused = await api.post(
            path, json={"action": "pass_on", "person": "ana", "reason": "none"}
        )
        assert "the queue general" in refused.json()["detail"]

    async def test_a_place_that_is_none_is_refused(
        self, api: httpx.AsyncClient, desk: RoutingFirm
    ) -> None:
        given = await desk.given()
        path = f"/leads/{given.conversation}/assignment"
        response = await api.post(
            path, json={"action": "move", "person": "boss", "to_person": "eve"}
        )
        assert (response.status_code, "eve" in response.json()["detail"]) == (422, True)

    @pytest.mark.parametrize(
        "said",
        [
            {"action": "reject", "person": "ana"},
            {"action": "pass_on", "person": "ana"},
            {"action": "accept", "person": "ana", "to_person": "luis"},
            {"action": "move", "person": "boss", "to_person": "luis", "to_queue": "general"},
            {"action": "steal", "person": "ana"},
        ],
    )
    async def test_what_does_not_hold_together_is_refused(
        self, api: httpx.AsyncClient, desk: RoutingFirm, said: dict[str, str]
    ) -> None:
        given = await desk.given()
        response = await api.post(f"/leads/{given.conversation}/assignment", json=said)
        assert response.status_code == 422
        assert await desk.assignments.current(given.handover) == given


class TestAbsences:
    async def test_must_have_10_who_is_away_gives_up_what_is_not_accepted(
        self, api: httpx.AsyncClient, desk: RoutingFirm
    ) -> None:
        given = await desk.given()
        away = await api.post(
            "/absences", json={"person": "ana", "ends_at": "2026-11-25T08:00:00Z", "why": "ill"}
        )
        assert (away.status_code, away.json()["moved"]) == (201, 1)
        now = await desk.assignments.current(given.handover)
        assert now is not None
        assert now.person == "luis"
        assert [one["person"] for one in (await api.get("/absences")).json()] == ["ana"]
        assert (await api.delete("/absences/ana")).status_code == 204
        assert (await api.delete("/absences/ana")).status_code == 404

    async def test_an_absence_to_come_moves_nothing_yet(
        self, api: httpx.AsyncClient, desk: RoutingFirm
    ) -> None:
        await desk.given()
        coming = {"starts_at": "2026-12-01T00:00:00Z", "ends_at": "2026-12-02T00:00:00Z"}
        away = await api.post("/absences", json={"person": "ana", **coming})
        assert away.json()["moved"] == 0
        [job] = [one for one in desk.firm.jobs if one.kind == LEAVING]
        assert job.at == datetime(2026, 12, 1, tzinfo=UTC)

    @pytest.mark.parametrize(
        "said",
        [
            {"person": "eve", "ends_at": "2026-11-25T08:00:00Z"},
            {"person": "ana", "ends_at": "2026-11-20T08:00:00Z"},
        ],
    )
    async def test_who_or_what_cannot_be_is_refused(
        self, api: httpx.AsyncClient, said: dict[str, str]
    ) -> None:
        assert (await api.post("/absences", json=said)).status_code == 422

    async def test_one_over_the_same_days_is_refused_and_told_which(
        self, api: httpx.AsyncClient
    ) -> None:
        coming = {"starts_at": "2026-12-01T00:00:00Z", "ends_at": "2026-12-02T00:00:00Z"}
        first = (await api.post("/absences", json={"person": "ana", **coming})).json()["id"]
        again = await api.post("/absences", json={"person": "ana", **coming})
        assert again.status_code == 409
        told = again.json()["detail"]
        assert "'ana' is already away from 2026-12-01T00:00Z to 2026-12-02T00:00Z" in told
        assert f"PUT /api/absences/ana/{first}" in told
        after = {"starts_at": "2026-12-02T00:00:00Z", "ends_at": "2026-12-03T00:00:00Z"}
        other = (await api.post("/absences", json={"person": "ana", **after})).json()["id"]
        changed = await api.put(f"/absences/ana/{other}", json=coming)
        assert (changed.status_code, changed.json()["type"].rpartition(":")[2]) == (
            409,
            "already-away",
        )

    async def test_one_that_is_to_come_is_changed_and_taken_out(
        self, api: httpx.AsyncClient, desk: RoutingFirm
    ) -> None:
        given = await desk.given()
        coming = {"starts_at": "2026-12-01T00:00:00Z", "ends_at": "2026-12-02T00:00:00Z"}
        absence = (await api.post("/absences", json={"person": "ana", **coming})).json()["id"]
        path = f"/absences/ana/{absence}"
        moved = {"starts_at": "2026-12-03T00:00:00Z", "ends_at": "2026-12-04T00:00:00Z"}
        assert (await api.put(path, json=moved)).json() == {"id": absence, "moved": 0}
        [shown] = (await api.get("/absences")).json()
        assert (shown["id"], shown["starts_at"]) == (absence, "2026-12-03T00:00:00Z")
        now = {"starts_at": "2026-11-23T08:00:00Z", "ends_at": "2026-12-04T00:00:00Z"}
        assert (await api.put(path, json=now)).json()["moved"] == 1
        found = await desk.assignments.current(given.handover)
        assert found is not None
        assert found.person == "luis"
        backwards = {"starts_at": "2026-12-03T00:00:00Z", "ends_at": "2026-12-01T00:00:00Z"}
        assert (await api.put(path, json=backwards)).status_code == 422
        assert (await api.delete(path)).status_code == 204
        assert (await api.get("/absences")).json() == []
        assert (await api.delete(path)).status_code == 404
        assert (await api.put(path, json=moved)).status_code == 404
