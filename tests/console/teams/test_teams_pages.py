"""console.teams: people, absences, the plan and its versions, as people meet them."""

from datetime import UTC, datetime

import pytest

from qualification.routing.planfile import parse_teams
from storage.audit import Sought
from tests.console.conftest import Browser, Firm
from tests.console.desks import RoutingFirm
from tests.console.teams.conftest import HOME, PLAN, someone
from tests.storage.routed import PLAN as ROUTED

ANA = f"{HOME}/people/ana"
FORM: dict[str, str | list[str]] = {
    "onto": "1",
    "email": "ana@acme.example",
    "phone": "+34600111201",
    "weight": "2",
    "per_day": "12",
    "still_open": "40",
    "languages": ["es", "en"],
    "tell": ["email", "sms"],
    "takes_calls": "true",
}


ROWS: dict[str, str | list[str]] = {
    "rows": "3",
    "days.0": ["mon", "tue", "wed", "thu"],
    "from.0": "09:00",
    "to.0": "14:00",
    "days.1": ["fri"],
    "from.1": "10:00",
    "to.1": "12:30",
    "days.2": ["mon"],
    "from.2": "",
    "to.2": "",
}


async def number(firm: Firm) -> int:
    """The version that holds."""
    version = await firm.teams.current()
    return version.number if version else 0


async def test_everybody_sees_who_sells_and_where_leads_go(luis: Browser) -> None:
    page = (await luis.see(HOME)).text
    for said in ("Ana Ruiz", "Software team", "Large companies", "size: ≥ 200", "General queue"):
        assert said in page
    assert "people/ana" not in page, "only admins change people"


class TestDepartures:
    """Who is in the plan no more, with leads that nobody else has."""

    async def test_their_open_leads_are_given_to_others(self, firm: Firm) -> None:
        desk = RoutingFirm(firm)
        await desk.publish()
        given = await desk.given()
        await desk.acceptance.accept(given.handover, "ana", firm.clock.now())
        admin = await someone(firm, "admin@acme.example", "admin")
        assert "No longer in the plan" not in (await admin.see(HOME)).text
        still = await admin.send(f"{HOME}/hand-on", who="ana")
        assert (still.status_code, "They stand in the plan" in still.text) == (422, True)
        renamed = ROUTED.replace("id: ana, name: Ana", "id: eva, name: Eva").replace("[ana", "[eva")
        await desk.publish(renamed)
        page = (await admin.see(HOME)).text
        assert "Ana Ruiz" in page
        assert "has left, 1 open lead" in page
        sent = await admin.send(f"{HOME}/hand-on", who="ana")
        assert sent.headers["location"] == f"{HOME}?said=handed"
        assert "has left" not in (await admin.see(f"{HOME}?said=handed")).text
        now = await desk.assignments.current(given.handover)
        assert now is not None
        assert (now.person, now.by) == ("eva", "admin@acme.example")
        found = await firm.audit.entries(Sought(action="leads.handed_on"), 9)
        assert [(one.subject, one.details) for one in found.items] == [("ana", {"leads": 1})]
        await admin.client.aclose()

    async def test_only_an_admin_gives_them(self, luis: Browser) -> None:
        await luis.see(HOME)
        assert (await luis.send(f"{HOME}/hand-on", who="eva")).status_code == 403


class TestLeadsThatNobodyHas:
    """They came before there was a plan, or their routing failed."""

    async def test_are_named_and_given_out_at_once(self, firm: Firm) -> None:
        desk = RoutingFirm(firm)
        lead = await firm.lead()
        await desk.publish()
        firm.clock.pass_by(seconds=3600)
        admin = await someone(firm, "admin@acme.example", "admin")
        page = (await admin.see(HOME)).text
        assert "1 lead has nobody" in page
        assert f'href="/console/leads/{lead}"' in page
        firm.jobs.clear()
        sent = await admin.send(f"{HOME}/give-out")
        assert sent.headers["location"] == f"{HOME}?said=given_out"
        handover = await desk.assignments.handover(lead)
        assert f"{handover}/route" in [one.row for one in firm.jobs]
        assert await desk.assignments.give(handover or "", (), firm.clock.now()) is not None
        assert "has nobody" not in (await admin.see(f"{HOME}?said=given_out")).text
        found = await firm.audit.entries(Sought(action="leads.given_out"), 9)
        assert [one.details for one in found.items] == [{"leads": 1}]
        await admin.send(f"{HOME}/give-out")
        again = await firm.audit.entries(Sought(action="leads.given_out"), 9)
        assert len(again.items) == 1, "there was nothing to give out"
        await admin.client.aclose()

    async def test_are_given_out_by_an_admin_only(self, luis: Browser) -> None:
        await luis.see(HOME)
        assert (await luis.send(f"{HOME}/give-out")).status_code == 403


async def test_without_a_plan_the_page_says_what_to_do(firm: Firm) -> None:
    admin = await someone(firm, "admin@acme.example", "admin")
    assert "Write the plan" in (await admin.see(HOME)).text
    page = await admin.see(f"{HOME}/plan")
    assert "timezone: Europe/Madrid" in page.text
    assert "No mistakes." in page.text
    assert (await admin.see(ANA)).status_code == 404
    await admin.client.aclose()


class TestAbsences:
    async def test_are_put_on_record_by_whoever_is_away(self, luis: Browser, firm: Firm) -> None:
        await luis.see(HOME)
        today = firm.clock.now().date().isoformat()
        sent = await luis.send(f"{HOME}/absences", who="luis", first=today, last=today, why="Flu")
        assert sent.headers["location"] == f"{HOME}?said=away"
        page = (await luis.see(HOME)).text
        assert "Flu" in page
        assert "Luis Vega is back" in page
        await luis.send(f"{HOME}/back", who="luis")
        assert "Flu" not in (await luis.see(HOME)).text

    async def test_that_have_not_begun_are_taken_out(self, luis: Browser, firm: Firm) -> None:
        await luis.see(HOME)
        days = {"first": "2030-01-07", "last": "2030-01-09"}
        await luis.send(f"{HOME}/absences", who="luis", why="A fair", **days)
        [one] = await firm.durable.pending()
        assert (one.kind, one.at) == ("absence", datetime(2030, 1, 6, 23, tzinfo=UTC))
        page = (await luis.see(HOME)).text
        assert "A fair" in page
        assert one.row in page
        for who, status in (("ana", 403), ("luis", 303)):
            await luis.see(HOME)
            sent = await luis.send(f"{HOME}/absences/remove", who=who, absence=one.row)
            assert sent.status_code == status
        assert "A fair" not in (await luis.see(f"{HOME}?said=removed")).text
        assert await firm.durable.pending() == []

    @pytest.mark.parametrize(
        ("who", "first", "last", "shown"),
        [
            ("luis", "2030-01-07", "2030-01-09", "7 Jan 2030 – 9 Jan 2030<"),
            ("luis", "2030-01-07", "2030-01-07", ">7 Jan 2030<"),
            ("grace", "2030-01-07", "2030-01-09", "7 Jan 2030 – 9 Jan 2030<"),
        ],
    )
    async def test_are_shown_by_the_days_of_who_is_away(
        self, admin: Browser, who: str, first: str, last: str, shown: str
    ) -> None:
        await admin.see(HOME)
        await admin.send(f"{HOME}/absences", who=who, first=first, last=last)
        assert shown in (await admin.see(HOME)).text

    async def test_of_others_are_for_admins(self, luis: Browser, admin: Browser) -> None:
        days = {"first": "2030-01-07", "last": "2030-01-09"}
        await luis.see(HOME)
        assert (await luis.send(f"{HOME}/absences", who="ana", **days)).status_code == 403
        await admin.see(HOME)
        assert (await admin.send(f"{HOME}/absences", who="ana", **days)).status_code == 303

    @pytest.mark.parametrize(
        ("first", "last"),
        [
            ("2030-01-09", "2030-01-07"),
            ("2020-01-01", "2020-01-02"),
            ("2030-02-31", "2030-03-01"),
            ("2030-01-01", "2039-01-01"),
            ("9999-12-31", "9999-12-31"),
        ],
    )
    async def test_that_cannot_be_are_refused(self, admin: Browser, first: str, last: str) -> None:
        await admin.see(HOME)
        sent = await admin.send(f"{HOME}/absences", who="ana", first=first, last=last)
        assert sent.status_code == 422
        assert 'class="note bad"' in sent.text

    async def test_over_the_same_days_are_refused_and_told_which(self, admin: Browser) -> None:
        await admin.see(HOME)
        days = {"first": "2030-01-07", "last": "2030-01-09"}
        await admin.send(f"{HOME}/absences", who="luis", **days)
        await admin.see(HOME)
        sent = await admin.send(
            f"{HOME}/absences", who="luis", first="2030-01-09", last="2030-01-11"
        )
        assert sent.status_code == 422
        assert "Luis Vega is already away from 7 Jan 2030 to 9 Jan 2030." in sent.text
        await admin.see(HOME)
        more = await admin.send(
            f"{HOME}/absences", who="luis", first="2030-01-10", last="2030-01-11"
        )
        assert more.headers["location"] == f"{HOME}?said=away"

    async def test_that_stand_in_the_plan_are_not_entered_again(
        self, admin: Browser, firm: Firm, planned: str
    ) -> None:
        away = "{from: 2030-01-07, to: 2030-01-09}"
        await firm.teams.publish(
            planned.replace("name: Marta Soler", f"name: Marta Soler\n    absences: [{away}]"),
            origin="console",
        )
        await admin.see(HOME)
        sent = await admin.send(
            f"{HOME}/absences", who="marta", first="2030-01-08", last="2030-01-08"
        )
        assert sent.status_code == 422
        assert "from 7 Jan 2030 to 9 Jan 2030: it stands in the plan." in sent.text

    async def test_of_nobody_are_no_absences(self, admin: Browser) -> None:
        await admin.see(HOME)
        assert (await admin.send(f"{HOME}/back", who="nobody")).status_code == 404


class TestPerson:
    async def test_is_changed_and_the_rest_of_the_text_stays(
        self, admin: Browser, firm: Firm
    ) -> None:
        await admin.see(ANA)
        sent = await admin.send(ANA, **{**FORM, "weight": "5"})
        assert sent.headers["location"] == f"{HOME}?said=changed"
        version = await firm.teams.current()
        assert version is not None
        assert version.text == PLAN.replace("weight: 2 ", "weight: 5 ")
        assert version.published_by == "admin@acme.example"
        [entry] = (await firm.audit.entries(Sought(action="teams.published"), 5)).items
        assert entry.details == {"version": 2, "before": 1, "person": "ana"}

    async def test_stays_as_it_is_where_nothing_was_changed(
        self, admin: Browser, firm: Firm
    ) -> None:
        await admin.see(ANA)
        assert (await admin.send(ANA, **FORM)).status_code == 303
        assert await number(firm) == 1

    async def test_is_changed_in_all_fields_at_once(self, admin: Browser, firm: Firm) -> None:
        await admin.see(ANA)
        wanted = {
            **FORM,
            "email": "ruiz@acme.example",
            "phone": "",
            "weight": "1",
            "per_day": "",
            "still_open": "",
            "languages": ["en"],
            "tell": ["email"],
        }
        del wanted["takes_calls"]
        assert (await admin.send(ANA, **wanted)).status_code == 303
        version = await firm.teams.current()
        assert version is not None
        ana = version.plan.person("ana")
        assert ana is not None
        assert (ana.email, ana.phone, ana.weight) == ("ruiz@acme.example", None, 1)
        assert (ana.languages, ana.tell, ana.takes_calls) == (("en",), ("email",), False)
        assert (ana.caps.per_day, ana.caps.open) == (None, None)
        assert "# two leads for each one of Luis" in version.text

    @pytest.mark.parametrize(
        ("field", "value", "told"),
        [
            ("phone", "12", "telephone number"),
            ("email", "nowhere", "e-mail address"),
            ("weight", "900", "weight"),
            ("tell", [], "tell"),
        ],
    )
    async def test_that_does_not_fit_is_told_and_kept_in_the_form(
        self, admin: Browser, firm: Firm, field: str, value: str | list[str], told: str
    ) -> None:
        await admin.see(ANA)
        sent = await admin.send(ANA, **{**FORM, field: value})
        assert sent.status_code == 422
        assert told in sent.text
        assert not value or f'value="{value}"' in sent.text
        assert await number(firm) == 1

    async def test_is_not_written_over_what_somebody_else_did(
        self, admin: Browser, firm: Firm
    ) -> None:
        await admin.see(ANA)
        await firm.teams.publish(PLAN.replace("weight: 2", "weight: 7"), origin="console")
        sent = await admin.send(ANA, **{**FORM, "weight": "5"})
        assert sent.status_code == 409
        assert 'value="7"' in sent.text
        assert await number(firm) == 2

    async def test_is_changed_by_admins_only(self, luis: Browser) -> None:
        await luis.see(ANA)
        assert (await luis.send(ANA, **FORM)).status_code == 403


class TestPlan:
    async def test_is_published_as_it_is_written(self, admin: Browser, firm: Firm) -> None:
        await admin.see(f"{HOME}/plan")
        text = PLAN.replace("Renovations", "Building sites").replace("\n", "\r\n")
        sent = await admin.send(f"{HOME}/plan", text=text, onto="1")
        assert sent.headers["location"] == f"{HOME}?said=published"
        version = await firm.teams.current()
        assert version is not None
        assert version.text == PLAN.replace("Renovations", "Building sites")

    async def test_tells_mistakes_and_warnings_with_their_place(self, admin: Browser) -> None:
        await admin.see(f"{HOME}/plan")
        text = PLAN.replace("people: [luis, ana]", "people: [luis, annna]")
        sent = await admin.client.post(
            f"{HOME}/plan/check", json={"text": text}, headers={"X-Banter-Token": token(admin)}
        )
        [found] = sent.json()["findings"]
        assert (found["severity"], found["line"]) == ("error", line_of("people: [luis, ana]"))
        assert "annna" in found["message"]

    async def test_with_mistakes_is_not_published(self, admin: Browser, firm: Firm) -> None:
        await admin.see(f"{HOME}/plan")
        sent = await admin.send(f"{HOME}/plan", text="timezone: Europe/Madrid", onto="1")
        assert sent.status_code == 422
        assert "It cannot be published" in sent.text
        assert await number(firm) == 1

    async def test_that_came_meanwhile_is_shown_beside_ones_own(
        self, admin: Browser, firm: Firm
    ) -> None:
        await admin.see(f"{HOME}/plan")
        await firm.teams.publish(PLAN.replace("weight: 2", "weight: 7"), origin="console")
        mine = PLAN.replace("weight: 2", "weight: 5")
        sent = await admin.send(f"{HOME}/plan", text=mine, onto="1")
        assert sent.status_code == 409
        assert "<del>7</del>" in sent.text
        assert "<ins>5</ins>" in sent.text
        assert await number(firm) == 2
        assert (await admin.send(f"{HOME}/plan", text=mine, onto="2")).status_code == 303

    async def test_has_words_for_the_editor(self, admin: Browser) -> None:
        known = (await admin.see(f"{HOME}/plan/vocabulary")).json()
        assert {"people", "teams", "queues", "rules"} <= set(known["root"]["keys"])
        assert "weight" in known["root"]["keys"]["people"]["item"]["keys"]

    async def test_is_only_read_by_salespeople(self, luis: Browser) -> None:
        assert "readonly" in (await luis.see(f"{HOME}/plan")).text
        assert (await luis.send(f"{HOME}/plan", text=PLAN, onto="1")).status_code == 403


class TestVersions:
    async def test_are_compared_loaded_and_gone_back_to(self, admin: Browser, firm: Firm) -> None:
        await firm.teams.publish(PLAN.replace("weight: 2", "weight: 7"), origin="console")
        page = await admin.see(f"{HOME}/versions?before=1&after=2")
        assert "<ins>7</ins>" in page.text
        assert (await admin.see(f"{HOME}/versions/1/download")).text == PLAN
        await admin.see(f"{HOME}/versions")
        assert (await admin.send(f"{HOME}/versions/1/restore", onto="2")).status_code == 303
        version = await firm.teams.current()
        assert version is not None
        assert (version.number, version.text) == (3, PLAN)

    async def test_that_are_not_there_are_not_found(self, admin: Browser) -> None:
        assert (await admin.see(f"{HOME}/versions/9/download")).status_code == 404
        assert (await admin.see(f"{HOME}/versions?before=1&after=9")).status_code == 404

    async def test_are_not_gone_back_to_over_somebody_elses(
        self, admin: Browser, firm: Firm
    ) -> None:
        await firm.teams.publish(PLAN.replace("weight: 2", "weight: 7"), origin="console")
        await admin.see(f"{HOME}/versions")
        assert (await admin.send(f"{HOME}/versions/1/restore", onto="1")).status_code == 409
        assert await number(firm) == 2


def token(browser: Browser) -> str:
    """Of the page that is open."""
    return browser.page.split('name="token" value="')[1].split('"')[0]


def line_of(text: str) -> int:
    """Where it stands in the plan."""
    return PLAN[: PLAN.index(text)].count("\n") + 1


class TestSkillsAndHours:
    async def test_are_written_into_the_plan_and_shown_again(
        self, admin: Browser, firm: Firm
    ) -> None:
        assert "enterprise" in (await admin.see(ANA)).text
        sent = await admin.send(ANA, **FORM, **ROWS, skills="enterprise, large_deals  enterprise")
        assert sent.status_code == 303
        version = await firm.teams.current()
        assert version is not None
        ana = version.plan.person("ana")
        assert ana is not None
        assert ana.skills == ("enterprise", "large_deals")
        assert ana.hours is not None
        assert [(one.days, f"{one.start:%H:%M}", f"{one.end:%H:%M}") for one in ana.hours] == [
            (("mon", "tue", "wed", "thu"), "09:00", "14:00"),
            (("fri",), "10:00", "12:30"),
        ]
        comments = [line for line in PLAN.splitlines() if line.lstrip().startswith("#")]
        assert all(one in version.text.splitlines() for one in comments)
        page = (await admin.see(ANA)).text
        assert 'name="from.1" value="10:00"' in page
        assert 'value="enterprise, large_deals"' in page

    async def test_without_rows_they_have_the_hours_of_all(
        self, admin: Browser, firm: Firm
    ) -> None:
        await admin.see(ANA)
        await admin.send(ANA, **FORM, **ROWS, skills="")
        await admin.see(ANA)
        await admin.send(ANA, **{**FORM, "onto": "2"}, rows="1", skills="")
        version = await firm.teams.current()
        assert version is not None
        ana = version.plan.person("ana")
        assert ana is not None
        assert (ana.hours, ana.skills) == (None, ())

    async def test_a_form_that_does_not_show_them_leaves_them_as_they_are(
        self, admin: Browser, firm: Firm
    ) -> None:
        await admin.see(ANA)
        await admin.send(ANA, **{**FORM, "weight": "3"})
        version, first = await firm.teams.current(), parse_teams(PLAN).person("ana")
        assert version is not None
        ana = version.plan.person("ana")
        assert ana is not None
        assert first is not None
        assert (ana.skills, ana.hours, ana.weight) == (first.skills, first.hours, 3)

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"rows": "1", "days.0": "mon", "from.0": "09:00", "to.0": ""}, "no time of day"),
            ({"rows": "1", "from.0": "09:00", "to.0": "10:00"}, "at least 1 must stand here"),
            ({"rows": "1", "days.0": "mon", "from.0": '09", x: "', "to.0": "10:00"}, "no time"),
            ({"skills": "Big]"}, "small letters"),
        ],
    )
    async def test_that_do_not_fit_are_told_and_change_nothing(
        self, admin: Browser, firm: Firm, fields: dict[str, str], said: str
    ) -> None:
        await admin.see(ANA)
        sent = await admin.send(ANA, **FORM, **fields)
        assert (sent.status_code, said in sent.text) == (422, True)
        assert await number(firm) == 1
