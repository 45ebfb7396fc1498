"""Which rules of a script can never be met, and which points never count? Each with its place."""

from collections.abc import Iterator, Mapping

from qualification.answers import AnswerSheet
from qualification.errors import Problem
from qualification.points import reach, scored
from qualification.saying import Said
from qualification.script import Script
from qualification.source import Path, Source

LOWER = Said("lower it, or raise the cap")


def dead_rules(script: Script, source: Source) -> Iterator[Problem]:
    """What its author wrote for nothing."""
    yield from _signals(script, source)
    yield from _points(script, source)
    yield from _tiers(script, source)
    if script.order == "score_then_qualify" and len(scored(script)) == len(script.criteria):
        message = Said("every question gives points, so none waits for the score")
        hint = Said("give no points for the questions that only hot leads are to be asked")
        yield Problem(*source.key_at(("order",)), message, hint)


def _signals(script: Script, source: Source) -> Iterator[Problem]:
    """A signal that qualifies cannot rule out as well."""
    for index, signal in enumerate(script.qualify.disqualify):
        if signal in script.qualify.auto:
            place = source.value_at(("qualify", "disqualify", index))
            message = Said(
                "`%(signal)s` never rules anybody out: `auto` qualifies by it", signal=signal
            )
            yield Problem(*place, message, Said("name it in one of them"))


def _points(script: Script, source: Source) -> Iterator[Problem]:
    """Points of one question or line that its cap cuts off."""
    fit, engagement = script.score.fit, script.score.engagement
    worths: list[tuple[Path, int, int]] = [
        (("criteria", index, "points"), max(one.points.positive, one.points.acceptable), fit.cap)
        for index, one in enumerate(script.criteria)
    ]
    lines: list[tuple[Path, int, str | None]] = [
        (("fit", "lines", index), one.points, one.group) for index, one in enumerate(fit.lines)
    ]
    lines += [
        (("fit", "profile", index), one.points, one.group) for index, one in enumerate(fit.profile)
    ]
    worths += [
        (("score", *path, "points"), points, _cap(fit.cap, fit.groups, group))
        for path, points, group in lines
    ]
    worths += [
        (
            ("score", "engagement", "lines", index, "points"),
            one.points,
            _cap(engagement.cap, engagement.groups, one.group),
        )
        for index, one in enumerate(engagement.lines)
    ]
    for path, points, cap in worths:
        if points > cap:
            yield Problem(
                *source.value_at(path),
                Said("of %(points)s points only %(cap)s count", points=points, cap=cap),
                LOWER,
            )
    for part, plan in (("fit", fit), ("engagement", engagement)):
        for group, most in plan.groups.items():
            if most > plan.cap:
                place = source.value_at(("score", part, "groups", group))
                message = Said(
                    "`%(group)s` never comes to %(most)s points: the cap of `%(part)s` is %(cap)s",
                    group=group,
                    most=most,
                    part=part,
                    cap=plan.cap,
                )
                yield Problem(*place, message, LOWER)


def _cap(cap: int, groups: Mapping[str, int], group: str | None) -> int:
    return min(cap, groups.get(group, cap)) if group is not None else cap


def _tiers(script: Script, source: Source) -> Iterator[Problem]:
    """Tiers that are higher than all points together."""
    plan, wanted = script.score, script.tier_to_reach
    states = {one.key: "unknown" for one in script.criteria}
    said = reach(script, AnswerSheet(), states).most
    if wanted is not None and said < plan.tiers[wanted]:
        part: Path = ("qualify", "tier") if script.qualify.tier else ("order",)
        message = Said(
            "the best answers give %(said)s points, and `%(tier)s` asks for %(floor)s",
            said=said,
            tier=wanted,
            floor=plan.tiers[wanted],
        )
        yield Problem(
            *source.key_at(part), message, Said("nobody can qualify: give points, or lower it")
        )
    known = min(plan.fit.cap, said + sum(max(0, one.points) for one in plan.fit.profile))
    did = plan.engagement.cap if any(one.points > 0 for one in plan.engagement.lines) else 0
    most = min(known + did, known + did if plan.cap is None else plan.cap)
    for tier, floor in plan.tiers.items():
        if "tiers" in plan.model_fields_set and 0 < most < floor:
            message = Said(
                "no lead can reach `%(tier)s`: all points together come to %(most)s",
                tier=tier,
                most=most,
            )
            yield Problem(*source.key_at(("score", "tiers", tier)), message, Said("lower it"))
