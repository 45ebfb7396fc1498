"""Is this text a plan of teams? YAML in, a TeamPlan out, or every mistake in it with its place."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from qualification.errors import Problem, ScriptError
from qualification.mistakes import close_to, is_near, problems_of, shown
from qualification.routing.plan import ACCEPT, Rule, TeamPlan
from qualification.saying import Said
from qualification.score_plan import TIERS
from qualification.source import Data, Path, Source, read_source
from qualification.values import LANGUAGES

Names = Iterator[tuple[Path, str]]


def parse_teams(text: str, name: str = "teams") -> TeamPlan:
    """The plan that a YAML text holds; `name` is what its mistakes call it (a file's name)."""
    source = read_source(text)
    if source.data is None and source.problems and not _is_empty(text):
        raise ScriptError(source.problems, name)
    if not isinstance(source.data, dict):
        place = source.value_at(())
        hint = Said("begin with `timezone: Europe/Madrid`; see docs/routing.md")
        raise ScriptError([Problem(*place, Said("this is no plan of teams"), hint)], name)
    problems = [*source.problems, *_check(source.data, source)]
    plan = None
    try:
        plan = TeamPlan.model_validate(source.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        problems += problems_of(errors, source.data, source, TeamPlan)
    if plan is None or problems:
        raise ScriptError(sorted(set(problems)), name)
    return plan


def _is_empty(text: str) -> bool:
    """Nothing but comments."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines())


def schema() -> dict[str, Any]:
    """The JSON Schema of a plan as it is written, for editors."""
    return TeamPlan.model_json_schema(by_alias=True)


def warnings(plan: TeamPlan, text: str = "", scripts: Sequence[str] = ()) -> tuple[Problem, ...]:
    """What works, but not as its author may think. `scripts`: those there are, if known."""
    source = read_source(text) if text else Source()
    found = (
        *_idle(plan, source),
        *_silent(plan, source),
        *_never_reached(plan, source),
        *_unskilled(plan, source),
        *_unheard(plan, source),
        *_dead_ends(plan, source),
        *_misspelled_tiers(plan, source),
        *_unknown_scripts(plan, source, scripts),
    )
    return tuple(sorted(found))


def _check(data: dict[str, Data], source: Source) -> Iterator[Problem]:
    """Every mistake that lies between the parts of a plan."""
    people, teams, queues = (
        _ids(data, "people", "id"),
        _ids(data, "teams", "id"),
        _ids(data, "queues", "id"),
    )
    for names in (
        people,
        teams,
        queues,
        _ids(data, "people", "email"),
        _ids(data, "rules", "name"),
    ):
        yield from _twice(names, source)
    holidays = tuple(_group(data.get("holidays")))
    yield from _unknown(_refer_to_people(data), [one for _, one in people], Said("person"), source)
    yield from _unknown(_targets(data, "team"), [one for _, one in teams], Said("team"), source)
    yield from _unknown(_targets(data, "queue"), [one for _, one in queues], Said("queue"), source)
    yield from _unknown(_observed(data), holidays, Said("group of holidays"), source)


def _unknown(names: Names, known: Sequence[str], what: Said, source: Source) -> Iterator[Problem]:
    for path, name in names:
        if name not in known:
            message = Said("there is no %(what)s `%(name)s`", what=what, name=shown(name))
            hint = close_to(name, known) if known else Said("add it first")
            yield Problem(*source.value_at(path), message, hint)


def _twice(names: Sequence[tuple[Path, str]], source: Source) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for path, name in names:
        line, column = source.value_at(path)
        if name in first:
            message = Said(
                "`%(name)s` stands here a second time, after line %(line)s",
                name=shown(name),
                line=first[name],
            )
            yield Problem(line, column, message, Said("each must be another"))
        first.setdefault(name, line)


def _refer_to_people(data: dict[str, Data]) -> Names:
    for part in ("teams", "queues"):
        for index, desk in enumerate(_list(data.get(part))):
            yield from _texts(_group(desk).get("people"), (part, index, "people"))
            yield from _text(_group(desk).get("escalate_to"), (part, index, "escalate_to"))
    yield from _targets(data, "person")


def _targets(data: dict[str, Data], what: str) -> Names:
    for index, rule in enumerate(_list(data.get("rules"))):
        target = _group(_group(rule).get("to"))
        yield from _text(target.get(what), ("rules", index, "to", what))
    yield from _text(_group(data.get("fallback")).get(what), ("fallback", what))


def _observed(data: dict[str, Data]) -> Names:
    yield from _texts(data.get("observed"), ("observed",))
    for index, person in enumerate(_list(data.get("people"))):
        yield from _texts(_group(person).get("holidays"), ("people", index, "holidays"))


def _ids(data: dict[str, Data], part: str, key: str) -> list[tuple[Path, str]]:
    return [
        found
        for index, item in enumerate(_list(data.get(part)))
        for found in _text(_group(item).get(key), (part, index, key))
    ]


def _text(value: Data, path: Path) -> Names:
    if isinstance(value, str):
        yield path, value


def _texts(value: Data, path: Path) -> Names:
    for index, item in enumerate(_list(value)):
        yield from _text(item, (*path, index))


def _group(value: Data) -> dict[str, Data]:
    return value if isinstance(value, dict) else {}


def _list(value: Data) -> list[Data]:
    return value if isinstance(value, list) else []


def _idle(plan: TeamPlan, source: Source) -> Iterator[Problem]:
    """People whom no lead can reach."""
    named = {one for desk in (*plan.teams, *plan.queues) for one in desk.people}
    named |= {desk.escalate_to or "" for desk in (*plan.teams, *plan.queues)}
    named |= {rule.to.person or "" for rule in plan.rules}
    if any(not queue.people for queue in plan.queues):
        return
    for index, person in enumerate(plan.people):
        if person.id not in named:
            place = source.key_at(("people", index))
            yield Problem(
                *place, Said("no lead can reach `%(id)s`", id=person.id), Said("add them to a team")
            )


def _silent(plan: TeamPlan, source: Source) -> Iterator[Problem]:
    """Teams in which a language is spoken by nobody."""
    for index, team in enumerate(plan.teams):
        members = [one for one in plan.people if one.id in team.people]
        for language in LANGUAGES:
            if not any(not one.languages or language in one.languages for one in members):
                place = source.key_at(("teams", index, "people"))
                message = Said(
                    "nobody in `%(id)s` speaks `%(language)s`", id=team.id, language=language
                )
                hint = Said("leads in that language go to the next rule, or to the fallback queue")
                yield Problem(*place, message, hint)


def _never_reached(plan: TeamPlan, source: Source) -> Iterator[Problem]:
    """Rules after one that takes every lead."""
    for index, rule in enumerate(plan.rules):
        if rule.to.queue is not None and not rule.when.model_fields_set:
            for later in range(index + 1, len(plan.rules)):
                place = source.key_at(("rules", later, "name"))
                message = Said(
                    "this rule is never reached: `%(name)s` takes every lead", name=rule.name
                )
                yield Problem(*place, message, Said("put it before that one"))
            return


def _unskilled(plan: TeamPlan, source: Source) -> Iterator[Problem]:
    """Rules that ask for skills which nobody there has."""
    for index, rule in enumerate(plan.rules):
        members = _members(plan, rule)
        if rule.skills and not any({*rule.skills} <= {*one} for one in members):
            place = source.key_at(("rules", index, "skills"))
            message = Said(
                "nobody there has %(listed)s: this rule finds nobody", listed=", ".join(rule.skills)
            )
            yield Problem(*place, message, Said("write these skills with the people who have them"))


def _members(plan: TeamPlan, rule: Rule) -> list[tuple[str, ...]]:
    team = plan.team(rule.to.team)
    ids = (rule.to.person,) if team is None else team.people
    return [one.skills for one in plan.people if one.id in ids]


def _unheard(plan: TeamPlan, source: Source) -> Iterator[Problem]:
    """Queues of which nobody is told anything."""
    for index, queue in enumerate(plan.queues):
        if not queue.people and queue.email is None and queue.escalate_to is None:
            place = source.key_at(("queues", index))
            message = Said("nobody in particular looks after the queue `%(id)s`", id=queue.id)
            yield Problem(*place, message, Said("give it `people`, an `email` or `escalate_to`"))


def _dead_ends(plan: TeamPlan, source: Source) -> Iterator[Problem]:
    """Queues in which a lead that nobody takes stays for ever."""
    for index, queue in enumerate(plan.queues):
        if queue.accept and queue.escalate_to is None:
            place = source.key_at(("queues", index))
            message = Said(
                "a lead that nobody takes out of the queue `%(id)s` stays there", id=queue.id
            )
            hint = Said("name who gets it then: `escalate_to`; or write `accept: off`")
            yield Problem(*place, message, hint)


def _misspelled_tiers(plan: TeamPlan, source: Source) -> Iterator[Problem]:
    """Times to accept for tiers that look like another: scripts may have tiers of their own."""
    usual = tuple(dict.fromkeys((*ACCEPT, *TIERS)))
    for part, desks in (("teams", plan.teams), ("queues", plan.queues)):
        for index, desk in enumerate(desks):
            for tier in desk.accept:
                if tier not in usual and is_near(tier, usual):
                    place = source.key_at((part, index, "accept", tier))
                    message = Said("scripts have no tier `%(tier)s` by themselves", tier=tier)
                    yield Problem(*place, message, close_to(tier, usual))


def _unknown_scripts(plan: TeamPlan, source: Source, scripts: Sequence[str]) -> Iterator[Problem]:
    for index, rule in enumerate(plan.rules):
        for item, script in enumerate(rule.when.script or ()):
            if scripts and script not in scripts:
                place = source.value_at(("rules", index, "when", "script", item))
                message = Said("there is no script `%(script)s` here", script=shown(script))
                yield Problem(*place, message, close_to(script, scripts))
