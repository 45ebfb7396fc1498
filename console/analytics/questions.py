"""What becomes of the questions, and which of them tell good leads from others?"""

from console.analytics.figure import Cell, Figure, Key, Section, label
from console.analytics.saying import Say
from console.charts.rows import Gap, Stage, funnel, gaps
from console.charts.svg import Words as ChartWords
from console.translations import N_
from qualification.analytics.drift import Drift
from qualification.analytics.funnel import Step
from qualification.analytics.observed import Target
from qualification.analytics.separation import FEWEST, Separating, Separation
from storage.reports import Report
from storage.script_reports import ScriptReport

_TITLES: dict[Target, str] = {
    "passed": N_("Which questions tell who passes our rules?"),
    "accepted": N_("Which questions tell who is accepted by sales?"),
    "won": N_("Which questions tell who is won?"),
}


def questions(report: Report, say: Say) -> tuple[Section, ...]:
    """A section for each script."""
    return tuple(
        Section(say.group("script", one.script), tuple(_figures(one, say.about(one.script))))
        for one in report.scripts
    )


def _figures(script: ScriptReport, say: Say) -> list[Figure]:
    figures = [_funnel(script, say)]
    figures += [_separation(script, one, say) for one in script.separations]
    return [*figures, _drift(script, say)]


def _funnel(script: ScriptReport, say: Say) -> Figure:
    name, title = f"funnel-{script.script}", say.text(N_("What becomes of each question"))
    steps = [step for step in script.funnel if step.reached]
    stages = [
        Stage(
            say.question(step.key),
            _reached(step, say),
            (step.answered.hits, step.declined.hits, step.dropped.hits),
        )
        for step in steps
    ]
    told = "; ".join(f"{one.label}: {one.said}" for one in stages)
    remark = say.text(N_("%(leads)s leads were looked at.")) % {
        "leads": say.words.number(script.looked_at)
    }
    return Figure(
        name,
        title,
        ("reached", "answered", "declined", "dropped"),
        (
            say.text(N_("Question")),
            say.text(N_("Reached")),
            say.text(N_("Answered")),
            say.text(N_("Declined")),
            say.text(N_("Left at it")),
            say.text(N_("Left at it, share")),
        ),
        tuple(_step(step, say) for step in script.funnel),
        chart=funnel(ChartWords(name, title, told), stages) if stages else None,
        keys=(
            Key("chart-part-1", say.text(N_("answered"))),
            Key("chart-part-2", say.text(N_("declined"))),
            Key("chart-part-3", say.text(N_("left at it"))),
        )
        if stages
        else (),
        note="" if stages else say.text(N_("Nobody has reached a question yet.")),
        remark=remark if stages else "",
        wide=True,
    )


def _reached(step: Step, say: Say) -> str:
    left = say.words.percent(step.dropped.share or 0)
    said = say.text(N_("%(reached)s reached · %(left)s left"))
    return said % {"reached": say.words.number(step.reached), "left": left}


def _step(step: Step, say: Say) -> tuple[Cell, ...]:
    counts = (step.reached, step.answered.hits, step.declined.hits, step.dropped.hits)
    share = step.dropped.share
    return (
        label(say.question(step.key), step.key),
        *(Cell(say.words.number(one), one) for one in counts),
        Cell("–" if share is None else say.words.percent(share), share),
    )


def _separation(script: ScriptReport, found: Separation, say: Say) -> Figure:
    name, title = f"separation-{found.target}-{script.script}", say.text(_TITLES[found.target])
    rows = [
        Gap(say.question(one.key), _effect(one, say), one.effect, *one.interval, one.separates)
        for one in found.questions
        if one.effect is not None and one.interval is not None
    ]
    chance = say.text(N_("may be chance"))
    told = "; ".join(
        f"{one.label}: {one.said}" + ("" if one.stands_out else f" ({chance})") for one in rows
    )
    return Figure(
        name,
        title,
        ("effect", "q", "information"),
        (
            say.text(N_("Question")),
            say.text(N_("Effect")),
            say.text(N_("95% from")),
            say.text(N_("95% to")),
            say.text(N_("Bits")),
            "p",
            "q",
            say.text(N_("Separates")),
        ),
        tuple(_tested(one, say) for one in found.questions),
        chart=gaps(ChartWords(name, title, told), rows, say.words.percent) if rows else None,
        keys=(
            Key("chart-dot", say.text(N_("told apart from chance"))),
            Key("chart-dot chart-faint", say.text(N_("may be chance"))),
        )
        if rows
        else (),
        note="" if rows else _missing(found, say),
        remark=_care(found, say) if rows else "",
    )


def _missing(found: Separation, say: Say) -> str:
    said = say.text(
        N_(
            "Not enough data: %(well)s ended well and %(badly)s badly, and %(fewest)s of each "
            "are needed."
        )
    )
    ended = {"well": found.ended_well, "badly": found.ended_badly, "fewest": FEWEST}
    if found.enough:
        return say.text(N_("All leads answered alike: there is nothing to compare."))
    return said % ended


def _care(found: Separation, say: Say) -> str:
    if found.target == "passed":
        return say.text(N_("Our rules judge by these very answers: this shows what the rules do."))
    return say.text(N_("Only leads that reached sales have this end: the rest are not in it."))


def _effect(one: Separating, say: Say) -> str:
    if one.effect is None:
        return "–"
    points = round(100 * one.effect)
    return say.text(N_("%(points)s points")) % {"points": f"{points:+d}"}


def _tested(one: Separating, say: Say) -> tuple[Cell, ...]:
    low, high = one.interval or (None, None)
    return (
        label(say.question(one.key), one.key),
        *(_points(value, say) for value in (one.effect, low, high)),
        Cell(say.words.number(round(one.information, 3)), round(one.information, 4)),
        Cell(say.words.number(round(one.p, 4)), one.p),
        Cell(say.words.number(round(one.q, 4)), one.q),
        Cell(say.text(N_("yes") if one.separates else N_("no")), one.separates, number=False),
    )


def _points(value: float | None, say: Say) -> Cell:
    return Cell("–" if value is None else say.words.percent(value), value)


def _drift(script: ScriptReport, say: Say) -> Figure:
    moved = [say.question(one.key) for one in script.drift if one.shifted]
    note = say.text(N_("Not enough data: 100 leads in each half are needed."))
    if script.drift:
        note = say.text(N_("The answers are spread as they were before."))
    if moved:
        said = say.text(N_("Not as before: %(questions)s. Ask why."))
        note = said % {"questions": ", ".join(moved)}
    return Figure(
        f"drift-{script.script}",
        say.text(N_("Are they still the same people?")),
        ("drift",),
        (
            say.text(N_("Question")),
            say.text(N_("Stability index")),
            say.text(N_("By chance")),
            say.text(N_("Shifted")),
        ),
        tuple(_moved(one, say) for one in script.drift),
        note=note,
    )


def _moved(one: Drift, say: Say) -> tuple[Cell, ...]:
    return (
        label(say.question(one.key), one.key),
        Cell(say.words.number(round(one.index, 3)), one.index),
        Cell(say.words.number(round(one.by_chance, 3)), one.by_chance),
        Cell(say.text(N_("yes") if one.shifted else N_("no")), one.shifted, number=False),
    )
