"""qualification.routing.planfile: a text is a plan, or every mistake in it has its place."""

from pathlib import Path

import pytest

from qualification.errors import ScriptError
from qualification.routing.planfile import parse_teams, schema, warnings
from tests.qualification.routing.plans import EVERYTHING, PEOPLE

PROMPTS = Path(__file__).parents[3] / "prompts"
SAMPLE = (PROMPTS / "teams.yaml").read_text(encoding="utf-8")
GOOD = PEOPLE + EVERYTHING


def mistakes(text: str) -> list[str]:
    """What is wrong with a text."""
    with pytest.raises(ScriptError) as found:
        parse_teams(text)
    return [str(one) for one in found.value.problems]


def warned(text: str, scripts: tuple[str, ...] = ()) -> list[str]:
    """What works, but not as its author may think."""
    return [one.message for one in warnings(parse_teams(text), text, scripts)]


class TestGoodPlans:
    def test_the_sample_is_good_and_has_nothing_to_warn_of(self) -> None:
        scripts = tuple(path.stem for path in (PROMPTS / "scripts").glob("*.yaml"))
        assert warned(SAMPLE, scripts) == []

    def test_what_is_left_out_has_a_value(self) -> None:
        plan = parse_teams(GOOD)
        team = plan.team("sales")
        assert team is not None
        assert {tier: str(span.count) + span.unit for tier, span in team.accept.items()} == {
            "hot": "5minute",
            "warm": "1hour",
            "other": "1hour",
        }
        assert [one.days for one in plan.hours] == [("mon", "tue", "wed", "thu", "fri")]

    def test_who_may_take_from_a_queue_is_named_or_everybody(self) -> None:
        plan = parse_teams(GOOD)
        assert [one.id for one in plan.takers("general")] == ["marta"]
        assert len(plan.takers("support")) == len(plan.takers("gone")) == 4

    def test_a_lead_is_told_in_the_channel_of_its_rule_then_of_its_team_or_queue(self) -> None:
        told = "rules:\n  - {name: everything, to: {team: sales}, slack: C0RULE}\n"
        plan = parse_teams(
            PEOPLE.replace("escalate_to: marta}\nqueues", "slack: C0SALES}\nqueues").replace(
                "accept: off", "accept: off, slack: C0HELP"
            )
            + told
        )
        assert plan.slack_channel("everything", "sales", None) == "C0RULE"
        assert plan.slack_channel("by hand", "sales", None) == "C0SALES"
        assert plan.slack_channel("by hand", None, "support") == "C0HELP"
        assert plan.slack_channel("by hand", None, "general") is None
        assert plan.slack_channel("by hand", None, None) is None
        assert plan.slack_channels() == ("C0SALES", "C0HELP", "C0RULE")

    def test_people_are_told_by_all_ways_unless_they_name_one(self) -> None:
        plan = parse_teams(GOOD.replace("weight: 2", "weight: 2, tell: [email]"))
        ana, luis = plan.people[:2]
        assert (ana.tell, luis.tell) == (("email",), ("email", "sms"))

    def test_it_has_a_schema_for_editors(self) -> None:
        made = schema()
        assert {"people", "rules", "fallback"} <= made["properties"].keys()
        assert made["$defs"]["Hours"]["properties"].keys() == {"days", "from", "to"}


class TestMistakes:
    @pytest.mark.parametrize("text", ["people: [", "'unclosed"])
    def test_what_is_no_yaml_is_told_where_it_breaks_off(self, text: str) -> None:
        [first, *_] = mistakes(text)
        assert first.startswith("1:")
        assert "this is no plan of teams" not in first

    @pytest.mark.parametrize("text", ["", "\n", "# to be written\n"])
    def test_an_empty_file_is_told_how_a_plan_begins(self, text: str) -> None:
        with pytest.raises(ScriptError, match="this is no plan of teams: begin with `timezone"):
            parse_teams(text)

    def test_what_is_known_is_listed_once(self) -> None:
        twice = GOOD.replace("people: [ana,", "people: [zzzzzz,").replace("luis@acme", "ana@acme")
        with pytest.raises(ScriptError) as mistaken:
            parse_teams(twice.replace("id: luis", "id: ana"))
        assert "known here: ana, grace, marta" in str(mistaken.value)

    @pytest.mark.parametrize(
        ("before", "after", "mistake"),
        [
            ("weight: 2", "weight: heavy", "3:59: a whole number is expected here, not `heavy`"),
            ("weight: 2", "weigth: 2", "3:51: unknown key `weigth`: did you mean `weight`?"),
            ("email: luis@acme.example", "email: luis", "4:35: `luis` is no e-mail address"),
            ("email: luis@acme", "email: ana@acme", "`ana@acme.example` stands here a second time"),
            ("email: luis@", "phone: 600, email: luis@", "`600` is no telephone number"),
            ("New_York", "NewYork", "`America/NewYork` is no time zone"),
            ("people: [ana,", "people: [anna,", "there is no person `anna`: did you mean `ana`?"),
            (
                "escalate_to: marta}\nqueues",
                "escalate_to: eve}\nqueues",
                "there is no person `eve`",
            ),
            ("{team: sales}", "{team: seles}", "there is no team `seles`: did you mean `sales`?"),
            ("{team: sales}", "{team: sales, queue: general}", "name one place"),
            ("{team: sales}", "{}", "name one place"),
            ("queue: general}", "queue: genral}", "there is no queue `genral`"),
            ("accept: off", "accept: {hot: 15}", "`15` is no length of time"),
            ("accept: off", "accept: soon", "a group of `key: value` lines is expected here"),
            ("weight: 2", "weight: 2, holidays: [mars]", "there is no group of holidays `mars`"),
            ("weight: 2", "hours: {frm: '9:00'}", "did you mean `from`?"),
            ("weight: 2", "absences: [{from: 2026-12-02, to: 2026-12-01}]", "`to` is before"),
            ("people:\n", 'holidays: {x: {annual: ["13-01"]}}\npeople:\n', "is in no calendar"),
            ("people:\n", "holidays: {x: {annual: [May]}}\npeople:\n", "no day of the year"),
            ("people:\n", "holidays: {x: {annual: [{a: b}]}}\npeople:\n", "no day of the year"),
            ("fallback: {queue: general}\n", "", "`fallback` is missing"),
            ("weight: 2", "weight: 2, tell: [sms]", "add their `phone`"),
            ("weight: 2", "weight: 2, tell: []", "at least 1 must stand here"),
            ("weight: 2", "weight: 2, tell: [letter]", "`letter`"),
            ("accept: off", "accept: off, slack: '#help'", "`#help` is no id of a channel"),
            ("people: [marta], ", "people: [marta], slack: C0ALL, ", "needs a mailbox too"),
        ],
    )
    def test_each_has_its_place_and_what_to_write(
        self, before: str, after: str, mistake: str
    ) -> None:
        assert before in GOOD
        found = mistakes(GOOD.replace(before, after, 1))
        assert any(mistake in one for one in found), found

    @pytest.mark.parametrize("text", ["", "- a\n", "just words\n"])
    def test_what_is_no_plan_at_all_is_said(self, text: str) -> None:
        assert mistakes(text)

    def test_a_name_in_a_list_of_no_names_is_found_too(self) -> None:
        assert mistakes("teams: x\nrules: [1]\npeople: {a: b}\nholidays: x\nfallback: x\n")


class TestWarnings:
    @pytest.mark.parametrize(
        ("before", "after", "warning"),
        [
            ("people: [ana, luis, grace]", "people: [luis]", "nobody in `sales` speaks `en`"),
            (
                "{name: everything, to: {team: sales}}",
                "{name: all, to: {queue: support}}\n  - {name: late, to: {team: sales}}",
                "this rule is never reached: `all` takes every lead",
            ),
            (
                "to: {team: sales}",
                "to: {team: sales}, skills: [big, loud]",
                "nobody there has big, loud: this rule finds nobody",
            ),
            (
                "to: {team: sales}",
                "to: {person: luis}, skills: [big]",
                "nobody there has big: this rule finds nobody",
            ),
            (
                "email: help@acme.example, ",
                "",
                "nobody in particular looks after the queue `support`",
            ),
            (
                "people: [marta], escalate_to: marta",
                "people: [marta]",
                "a lead that nobody takes out of the queue `general` stays there",
            ),
            ("to: {team", "when: {script: x}, to: {team", "there is no script `x` here"),
            (
                "accept: off",
                "accept: {hott: 15 min, boiling: 1 min}",
                "scripts have no tier `hott` by themselves",
            ),
        ],
    )
    def test_what_may_surprise_its_author_is_told(
        self, before: str, after: str, warning: str
    ) -> None:
        assert before in GOOD
        assert warning in warned(GOOD.replace(before, after, 1), ("crm-suite",))

    def test_a_tier_that_only_a_script_of_theirs_may_have_is_no_mistake(self) -> None:
        own = GOOD.replace("accept: off", "accept: {boiling: 1 min, nurture: 1 day}")
        assert not [one for one in warned(own) if "no tier" in one]

    def test_who_gets_no_lead_is_named_where_every_queue_names_its_people(self) -> None:
        named = GOOD.replace("email: help@", "people: [marta], email: help@")
        assert warned(named) == []
        idle = named.replace("[ana, luis, grace]", "[ana, luis]")
        assert warned(idle) == ["no lead can reach `grace`"]

    def test_without_the_text_the_warnings_have_no_place(self) -> None:
        plan = parse_teams(GOOD.replace("people: [ana, luis, grace]", "people: [luis]"))
        assert [(one.line, one.column) for one in warnings(plan)] == [(1, 1)]
