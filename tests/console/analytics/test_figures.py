"""console.analytics: what the views say of leads that are many enough to say something."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest

from console.analytics.breakdown import breakdown
from console.analytics.called import Called
from console.analytics.deals import deals
from console.analytics.figure import Cell, Figure, Section, found
from console.analytics.overview import overview, tiles
from console.analytics.questions import questions
from console.analytics.saying import Say
from console.analytics.speed import speed
from console.translations import Words
from qualification.analytics.fairness import groups
from qualification.analytics.observed import Observed
from qualification.analytics.pace import pace
from qualification.analytics.rates import Rate
from qualification.routing.planfile import parse_teams
from qualification.scriptfile import parse_script
from storage.handling import Handling
from storage.reports import Rates, Report, Week
from storage.reviews import NearMisses
from storage.script_reports import Paces, script_report
from tests.console.conftest import SCRIPT

NOW = datetime(2026, 11, 23, tzinfo=UTC)
SAY = Say(Words("en"))


def leads(count: int) -> list[Observed]:
    """Whether they buy hangs on the budget, and on nothing else."""
    rng = Random(4)
    made = []
    for number in range(count):
        rich = rng.random() < 0.5
        made.append(
            Observed(
                levels={
                    "need": "positive" if rng.random() < 0.7 else "unanswered",
                    "budget": "positive" if rich else "negative",
                },
                points=25 if rich else 0,
                asked="need",
                passed=rich,
                accepted=rng.random() < (0.9 if rich else 0.4),
                won=rng.random() < (0.7 if rich else 0.15),
                language="es",
                channel="chat",
                source="/pricing",
                month=f"2026-{8 + number * 3 // count:02d}",
            )
        )
    return made


def report(seen: Sequence[Observed]) -> Report:
    """Of these leads, with everything else made up."""
    channels = {"chat": Rate(150, 300), "sms": Rate(3, 5)}
    paces = Paces(pace([1, 2, 3]), pace([30, 60, 90]), pace([120, 240, 90_000]))
    own = parse_script(SCRIPT)
    weeks = tuple(
        Week(date(2026, 11, 2) + timedelta(days=7 * place), own.script, 1, Rate(20 + place, 50))
        for place in range(3)
    )
    return Report(
        since=NOW - timedelta(days=90),
        until=NOW,
        leads=305,
        qualified=Rate(153, 305),
        undecided=12,
        accepted=Rate(100, 140),
        won=Rate(0, 0),
        amounts={"EUR": Decimal(1200), "USD": Decimal(30)},
        rates=Rates({"channel": channels, "source": {"(none)": Rate(1, 1)}}, {}, {}),
        scripts=(script_report(own, seen, seen, None, paces),),
        weeks=weeks,
        fairness=tuple(groups("channel", {"chat": Rate(150, 300), "sms": Rate(3, 30)})),
        near_misses=NearMisses(4, Rate(1, 2)),
        handling=Handling(
            pace([0, 0]),
            pace([60, 120]),
            pace([]),
            Rate(30, 40),
            {"tier": {"hot": Rate(30, 40)}},
            2,
        ),
    )


@pytest.fixture(scope="module")
def many() -> Report:
    return report(leads(300))


def figure(sections: Sequence[Section], name: str) -> Figure:
    one = found(sections, name)
    assert one is not None, name
    return one


def said(one: Figure, row: int) -> list[str]:
    return [cell.said for cell in one.rows[row]]


class TestOverview:
    def test_tiles_say_how_sure_they_are_and_where_nothing_is_known(self, many: Report) -> None:
        by_title = {tile.title: tile for tile in tiles(many, SAY)}
        assert by_title["Leads"].figure == "305"
        assert by_title["Leads"].chart is not None
        assert by_title["Qualified"].figure == "50%"
        assert by_title["Qualified"].below == "153 of 305 · 45% to 56%"
        assert (by_title["Deals won"].figure, by_title["Deals won"].enough) == ("–", False)
        assert not by_title["Near misses worth a call"].enough

    def test_amounts_are_never_added_up(self, many: Report) -> None:
        shown = tiles(replace(many, won=Rate(30, 60)), SAY)
        (won,) = (tile for tile in shown if tile.title == "Deals won")
        assert won.below.endswith("€1,200 + US$30")

    def test_weeks_are_a_line_for_each_version(self, many: Report) -> None:
        weeks = figure(overview(many, SAY), "weeks")
        assert weeks.chart is not None
        assert weeks.chart.count("<polyline") == 1
        assert said(weeks, 0)[:3] == ["2 Nov 2026", many.scripts[0].script, "1"]

    def test_one_week_makes_no_line(self, many: Report) -> None:
        weeks = figure(overview(replace(many, weeks=many.weeks[:1]), SAY), "weeks")
        assert weeks.chart is None
        assert "two weeks are needed" in weeks.note


class TestQuestions:
    def test_the_one_that_tells_is_told_apart_and_the_other_is_not(self, many: Report) -> None:
        one = figure(questions(many, SAY), f"separation-won-{many.scripts[0].script}")
        separates = {str(row[0].raw): row[-1].raw for row in one.rows}
        assert separates["budget"] is True
        assert separates["need"] is False
        assert one.chart is not None
        assert one.chart.count("chart-faint") == 1

    def test_the_funnel_counts_who_left(self, many: Report) -> None:
        one = figure(questions(many, SAY), f"funnel-{many.scripts[0].script}")
        assert one.chart is not None
        need = next(row for row in one.rows if row[0].raw == "need")
        reached, answered, declined, dropped = (cell.raw for cell in need[1:5])
        assert (reached, declined) == (300, 0)
        assert isinstance(answered, int)
        assert isinstance(dropped, int)
        assert answered + dropped == 300

    def test_with_few_leads_it_says_what_is_missing(self) -> None:
        few = report(leads(20))
        sections = questions(few, SAY)
        for target in ("passed", "accepted", "won"):
            one = figure(sections, f"separation-{target}-{few.scripts[0].script}")
            assert one.chart is None
            assert one.note.startswith("Not enough data:")


class TestDeals:
    def test_what_was_said_stands_beside_what_came_true(self, many: Report) -> None:
        one = figure(deals(many, SAY), f"calibration-{many.scripts[0].script}")
        assert one.chart is not None
        assert len(one.rows) == one.chart.count("<circle")
        assert "it had not seen" in one.remark

    def test_months_are_in_their_order(self, many: Report) -> None:
        one = figure(deals(many, SAY), f"expected-month-{many.scripts[0].script}")
        assert [row[0].raw for row in one.rows] == ["2026-08", "2026-09", "2026-10"]

    def test_with_few_deals_it_says_what_is_missing(self) -> None:
        few = report(leads(20))
        one = figure(deals(few, SAY), f"calibration-{few.scripts[0].script}")
        assert (one.chart, one.rows) == (None, ())
        assert "40 in all and 10 of each are needed" in one.note


class TestBreakdown:
    def test_what_is_not_enough_is_named_so(self, many: Report) -> None:
        one = figure(breakdown(many, SAY), "qualified-channel")
        assert said(one, 1)[0] == "SMS"
        assert said(one, 1)[-1] == "not enough data"
        assert one.chart is not None
        assert "chart-faint" in one.chart

    def test_groups_that_differ_stand_out(self, many: Report) -> None:
        one = figure(breakdown(many, SAY), "fairness")
        assert one.chart is not None
        assert "chart-faint" not in one.chart
        assert {str(row[1].raw) for row in one.rows} == {"chat", "sms"}

    def test_nobody_accepted_anything_yet(self, many: Report) -> None:
        one = figure(breakdown(many, SAY), "accepted-person")
        assert (one.chart, one.rows) == (None, ())
        assert one.note


class TestSpeed:
    def test_durations_are_said_as_people_say_them(self, many: Report) -> None:
        one = figure(speed(many, SAY), f"pace-{many.scripts[0].script}")
        assert said(one, 1) == ["To their first answer", "3", "1 minute", "2 minutes"]
        assert one.chart is not None
        assert "1 min · 90%: 2 min" in one.chart

    def test_what_took_no_time_is_at_once_and_what_never_came_is_left_out(
        self, many: Report
    ) -> None:
        one = figure(speed(many, SAY), "handling")
        assert one.chart is not None
        assert "at once" in one.chart
        assert one.chart.count("chart-track") == 2
        assert said(one, 2)[1:] == ["0", "–", "–"]

    def test_acceptance_in_time_is_by_tier(self, many: Report) -> None:
        one = figure(speed(many, SAY), "in-time-tier")
        assert said(one, 0)[:4] == ["Hot", "30", "40", "75%"]


class TestFiles:
    def test_a_file_has_plain_numbers(self, many: Report) -> None:
        one = figure(breakdown(many, SAY), "qualified-channel")
        lines = one.csv.splitlines()
        assert lines[0] == "Channel,Hits,Cases,Share,95% from,95% to,Enough data"
        assert lines[1].startswith("Chat,150,300,0.5,0.44")

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
    def test_no_cell_is_taken_for_a_formula(self, start: str) -> None:
        row = (Cell("", f"{start}1+1", number=False), Cell("-3", -3))
        one = Figure("a", "A", (), ("x", "y"), (row,))
        assert one.csv.splitlines()[1].lstrip('"').startswith("'")
        assert one.csv.splitlines()[1].endswith(",-3")


def test_two_of_one_name_are_told_apart(many: Report) -> None:
    twins = parse_teams(
        "timezone: Europe/Madrid\n"
        "people:\n"
        "  - {id: ana, name: Ana, email: ana@acme.example}\n"
        "  - {id: ana2, name: Ana, email: ana2@acme.example}\n"
        "  - {id: leo, name: Leo, email: leo@acme.example}\n"
        "queues:\n"
        "  - {id: all, name: {es: Todos, en: Everybody}}\n"
        "fallback: {queue: all}\n"
    )
    words = Words("es")
    own = parse_script(SCRIPT)
    say = Say(words, called=Called.of({own.script: own, "other": own}, twins, words))
    rates = Rates(
        {"script": {own.script: Rate(1, 2), "other": Rate(0, 2)}},
        {"person": {one: Rate(1, 1) for one in ("ana", "ana2", "leo", "all", "gone")}},
        {},
    )
    sections = breakdown(replace(many, rates=rates), say)
    people = figure(sections, "accepted-person")
    assert [row[0].said for row in people.rows] == [
        "Ana (ana)",
        "Ana (ana2)",
        "Leo",
        "Todos",
        "gone",
    ]
    scripts = figure(sections, "qualified-script")
    assert [row[0].said for row in scripts.rows] == ["CRM Suite (crm-suite)", "CRM Suite (other)"]


def test_everything_can_be_said_in_spanish(many: Report) -> None:
    spanish = Say(Words("es"))
    views = (overview, questions, breakdown, deals, speed)
    names = [
        [one.name for view in views for section in view(many, say) for one in section.figures]
        for say in (SAY, spanish)
    ]
    assert names[0] == names[1]
    assert figure(overview(many, spanish), "weeks").title == "Cualificados semana a semana"
