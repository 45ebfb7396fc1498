"""console.report_command and console.reports_api: the report, to people and to programs."""

import asyncio
import csv
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from rich.console import Console
from typer.testing import CliRunner, Result

from channels.problems import answer_with_problems
from console.looking_back import since
from console.report_command import report_cli, show, told_apart
from console.report_document import COLUMNS, document, rows
from console.report_tables import in_words, show_changes
from console.reports_api import reports_router
from console.wiring import Trouble
from qualification.analytics.definitions import DEFINITIONS
from qualification.analytics.fairness import groups
from qualification.analytics.observed import Observed
from qualification.analytics.pace import pace
from qualification.analytics.rates import Rate
from qualification.analytics.separation import Separating
from storage.database import Database
from storage.outcomes import LeadOutcome, Outcomes
from storage.reports import Rates, Report, Reports, Week
from storage.script_reports import Paces, script_report
from tests.builders import make_script
from tests.console.conftest import API_TOKEN, Firm
from tests.console.gates import api_gate

DOCS = Path(__file__).parents[2] / "docs" / "analytics.md"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_lengths_of_time_as_people_write_them() -> None:
    assert since("30d", NOW) == datetime(2026, 1, 31, 9, 0, tzinfo=UTC)
    assert since("2 W", NOW) == since("14 days", NOW)
    assert since("1y", NOW) == since("365 days", NOW)


@pytest.mark.parametrize("written", ["", "soon", "30", "0d", "9999y", "30 lunes"])
def test_what_is_no_length_of_time_is_explained(written: str) -> None:
    with pytest.raises(ValueError, match="write it like 30d"):
        since(written, NOW)


def test_a_rate_says_when_it_rests_on_too_little() -> None:
    assert in_words(Rate(0, 0)) == "none known"
    assert in_words(Rate(9, 20)) == "9 of 20 (45%, 26% to 66%): not enough data"
    assert in_words(Rate(25, 50)) == "25 of 50 (50%, 37% to 63%)"


@pytest.fixture
def full() -> Report:
    """A report with everything in it."""
    script = make_script()
    leads = [
        Observed(
            {"need": "positive" if place % 2 else "negative"},
            points=place % 2 * 20,
            passed=bool(place % 2),
            accepted=place % 3 > 0,
            won=place % 8 in (0, 1, 3, 5),
            language="es" if place % 4 else "en",
            month="2026-03",
        )
        for place in range(400)
    ]
    newer = [replace(one, levels={"need": "refused"}) for one in leads[200:]]
    paces = Paces(pace([2.0, 4.0]), pace([400.0]), pace([]))
    many = {f"source-{place}": Rate(5, 30) for place in range(20)}
    return Report(
        since=NOW,
        until=NOW,
        leads=400,
        qualified=Rate(200, 400),
        undecided=7,
        accepted=Rate(266, 400),
        won=Rate(200, 400),
        amounts={"EUR": Decimal("1000.50")},
        rates=Rates({"source": many}, {"person": {"bea": Rate(1, 3)}}, {}),
        scripts=(script_report(script, [*leads[:200], *newer], leads, 50, paces),),
        weeks=(Week(date(2026, 3, 2), "test", 2, Rate(3, 30)),),
        fairness=tuple(groups("language", {"es": Rate(60, 100), "en": Rate(20, 100)})),
    )


@pytest.fixture
def terminal() -> Console:
    return Console(file=io.StringIO(), width=120)


def shown(terminal: Console) -> str:
    assert isinstance(terminal.file, io.StringIO)
    return terminal.file.getvalue()


@pytest.mark.parametrize(
    ("q", "interval", "said"),
    [
        (0.01, (0.04, 0.26), "separates"),
        (0.01, (-0.26, -0.04), "separates"),
        (0.01, (-0.04, 0.26), "its answers differ, good or not"),
        (0.01, None, "its answers differ, good or not"),
        (0.5, (0.04, 0.26), "may be chance"),
    ],
)
def test_what_is_said_of_a_question_does_not_contradict_its_interval(
    q: float, interval: tuple[float, float] | None, said: str
) -> None:
    one = Separating("authority", (), 0.12, interval, 0.1, 0.001, q)
    assert told_apart(one) == said


def test_a_person_sees_all_of_it(full: Report, terminal: Console) -> None:
    show(full, terminal)
    text = " ".join(shown(terminal).split())
    for words in (
        "Leads since 2026-03-02: 400, 7 of them still undecided. "
        "Qualified: 200 of 400 (50%, 45% to 55%). Accepted by sales: 266 of 400",
        "Which questions tell who passes our rules?",
        "Won deals brought: 1000.50 EUR",
        "… and 5 more",
        "not enough data",
        "what became of each question (400 leads)",
        "Our rules judge by these very answers",
        "separates",
        "Brier's skill",
        "Calling the best 50 first",
        "Of the later 200 deals",
        "The deals suggest for need",
        "2026-03-02 test, version 2 3 of 30 (10%",
        "By language, en: -40% qualified against all the others (",
        "test, from their first message: our first reply in 2 s (nine in ten in 4 s); their first "
        "answer in 7 min (nine in ten in 7 min).",
        "test: the answers to need are not what they were",
    ):
        assert words in text


def test_a_person_is_told_of_too_little(terminal: Console) -> None:
    few = script_report(make_script(), [Observed({})], [], None)
    rates = Rates({}, {}, {})
    report = Report(NOW, NOW, 1, Rate(0, 1), 1, Rate(0, 0), Rate(0, 0), {}, rates, (few,))
    show(report, terminal)
    assert shown(terminal).count("Not enough data") == 4


def test_nobody_is_said_plainly(terminal: Console) -> None:
    nothing = Rate(0, 0)
    show(Report(NOW, NOW, 0, nothing, 0, nothing, nothing, {}, Rates({}, {}, {}), ()), terminal)
    assert shown(terminal) == "Nobody has written since 2026-03-02.\n"


def test_the_document_is_json_and_has_the_figures_of_the_tables(full: Report) -> None:
    read: dict[str, Any] = json.loads(json.dumps(document(full), allow_nan=False))
    (script,) = read["scripts"]
    assert read["amounts"] == {"EUR": 1000.5}
    assert script["calibration"]["method"] == "logistic"
    assert script["calibration"]["weights"]["need"].keys() == {"negative", "positive"}
    assert script["separation"][2]["questions"][0]["question"] == "need"
    assert script["lift"]["called"]["of"] == 50
    assert script["expectation"]["leads"] == 200
    assert script["suggestion"]["points"].keys() == {"need"}
    assert script["pace"]["reply"] == {"of": 2, "median": 2.0, "slow": 4.0}
    assert script["drift"][0]["shifted"]
    assert script["expected"]["month"]["2026-03"]["leads"] == 400
    assert read["weeks"][0]["monday"] == "2026-03-02"
    assert read["fairness"][1]["differs"]


def test_every_definition_is_of_a_figure_in_the_document(full: Report) -> None:
    """And the rows of a table have the weeks too."""

    def names(part: Any) -> set[str]:
        if isinstance(part, dict):
            return set(part).union(*map(names, part.values()))
        return set[str]().union(*map(names, part)) if isinstance(part, list) else set()

    read = document(full)
    assert read.pop("definitions") == DEFINITIONS
    assert set(DEFINITIONS) <= names(read)
    assert ("week", "test", "2026-03-02 v2", "qualified", 3, 30) in [one[:6] for one in rows(full)]


def test_the_documentation_has_the_same_definitions() -> None:
    text = " ".join(DOCS.read_text(encoding="utf-8").split())
    for name, meaning in DEFINITIONS.items():
        assert f"| `{name}` | {meaning} |" in text


def test_no_time_at_all_is_said_as_such() -> None:
    terminal = Console(file=io.StringIO(), width=200)
    quick = Paces(pace([0.0]), pace([0.2, 0.4]), pace([]))
    show_changes(script_report(make_script(), [], [], None, quick), terminal)
    assert "our first reply at once; their first answer in less than a second" in shown(terminal)


def test_long_times_are_said_in_hours() -> None:
    terminal = Console(file=io.StringIO(), width=200)
    slow = Paces(pace([]), pace([]), pace([9_000.0]))
    show_changes(script_report(make_script(), [], [], None, slow), terminal)
    assert shown(terminal) == (
        "test, from their first message: the verdict in 2 h (nine in ten in 2 h).\n"
    )


@dataclass
class Wired:
    """What app.py supplies."""

    path: Path

    @asynccontextmanager
    async def desk(self) -> AsyncIterator["Past"]:
        database = Database(f"sqlite:///{self.path}")
        yield Past(Firm(database))
        await database.close()


class Past:
    """The parts that look back."""

    def __init__(self, firm: Firm) -> None:
        self.reports = Reports(firm.database, firm.scripts)


async def run(wired: Wired, *arguments: str) -> Result:
    """The command as at a terminal: with a loop of its own."""
    return await asyncio.to_thread(CliRunner().invoke, report_cli, arguments, obj=wired)


@pytest.fixture
def wired(tmp_path: Path, firm: Firm) -> Wired:
    assert firm.database.dialect == "sqlite"
    return Wired(tmp_path / "banter.db")


async def test_the_command_reads_the_record(wired: Wired) -> None:
    ended = await run(wired, "--since", "90d", "--json")
    assert ended.exit_code == 0
    assert json.loads(ended.stdout)["leads"] == 0


async def test_the_rows_are_those_of_a_table(wired: Wired, firm: Firm) -> None:
    firm.clock.pass_by(seconds=(datetime.now(UTC) - firm.clock.now()).total_seconds() - 120)
    await firm.conversation("hello", source="=cmd()")
    ended = await run(wired, "--csv")
    rows = list(csv.reader(io.StringIO(ended.stdout)))
    assert tuple(rows[0]) == COLUMNS
    assert ["source", "", "'=cmd()", "qualified", "0", "1"] in [row[:6] for row in rows]


async def test_a_length_of_time_that_is_none_is_trouble(wired: Wired) -> None:
    ended = await run(wired, "--since", "soon")
    assert isinstance(ended.exception, Trouble)


@pytest.fixture
async def api(firm: Firm) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    answer_with_problems(app)
    reports = Reports(firm.database, firm.scripts)
    app.include_router(reports_router(reports, firm.clock, api_gate()))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://console.test/api",
        headers={"Authorization": f"Bearer {API_TOKEN}"},
    ) as client:
        yield client


async def test_programs_get_the_same(api: httpx.AsyncClient, firm: Firm) -> None:
    lead = await firm.lead()
    outcome = LeadOutcome(lead, "accepted", firm.clock.now(), person="bea")
    await Outcomes(firm.database).record(outcome, firm.clock.now())
    found = (await api.get("/report", params={"since": "7d", "capacity": 5})).json()
    assert (found["leads"], found["qualified"]["hits"]) == (1, 1)
    assert found["rates"]["accepted"]["person"]["bea"]["share"] == 1.0
    assert [one["question"] for one in found["scripts"][0]["funnel"]] == ["need", "budget"]


async def test_a_bad_length_of_time_is_a_problem(api: httpx.AsyncClient) -> None:
    response = await api.get("/report", params={"since": "soon"})
    assert response.status_code == 422
    assert response.json()["type"] == "urn:banter:problem:bad-since"
