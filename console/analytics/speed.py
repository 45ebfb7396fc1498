"""How long does it take? From their first message to the verdict, and on to a person."""

from collections.abc import Mapping

from console.analytics.figure import Figure, Section
from console.analytics.saying import Say
from console.translations import N_
from qualification.analytics.rates import Rate
from storage.reports import Report

_TIERS: dict[str, str] = {"hot": N_("Hot"), "warm": N_("Warm"), "nurture": N_("Nurture")}


def speed(report: Report, say: Say) -> tuple[Section, ...]:
    """Each script's conversations; then what people do."""
    handled = report.handling
    talks = tuple(
        say.paces(
            f"pace-{one.script}",
            say.text(N_("From their first message: %(script)s"))
            % {"script": say.group("script", one.script)},
            (
                ("reply", say.text(N_("To our reply")), one.pace.reply),
                ("answer", say.text(N_("To their first answer")), one.pace.answer),
                ("verdict", say.text(N_("To the verdict")), one.pace.verdict),
            ),
        )
        for one in report.scripts
    )
    people = say.paces(
        "handling",
        say.text(N_("From the hand-over")),
        (
            ("assigned", say.text(N_("To the first place")), handled.assigned),
            ("accepted_in", say.text(N_("To the acceptance")), handled.accepted),
            ("touched", say.text(N_("To a person's word")), handled.touched),
        ),
    )
    by = handled.in_time_by
    tiers = {say.text(_TIERS.get(one, one)): rate for one, rate in by.get("tier", {}).items()}
    return (
        Section(say.text(N_("The conversation")), talks),
        Section(
            say.text(N_("People")),
            (
                people,
                _sla(
                    "tier", say.text(N_("Accepted in time, by tier")), tiers, handled.in_time, say
                ),
                _sla(
                    "person",
                    say.text(N_("Accepted in time, by person")),
                    by.get("person", {}),
                    handled.in_time,
                    say,
                ),
            ),
        ),
    )


def _sla(of: str, title: str, values: Mapping[str, Rate], overall: Rate, say: Say) -> Figure:
    head = {"tier": N_("Tier"), "person": N_("Person or queue")}[of]
    return say.rates(f"in-time-{of}", title, say.text(head), values, ("in_time",), overall, of)
