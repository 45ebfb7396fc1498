"""How does a script get other points without losing its author's hand? Only the numbers are written
anew, where they stand; comments, order and line breaks stay as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from qualification.errors import ScriptError
from qualification.script import Script
from qualification.scriptfile import parse_script

PointsOf: TypeAlias = Mapping[str, Mapping[str, int]]
"""By criterion, by state."""


class NotRewritable(ValueError):
    """The numbers cannot be put into this text: write them by hand."""


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """What stands from here to there is replaced."""

    start: int
    end: int
    text: str


def rewritten(text: str, points: PointsOf, tiers: Mapping[str, int]) -> str:
    """The script with these points and these tiers; raises NotRewritable rather than change
    anything else.
    """
    before = parse_script(text)
    text = text.removeprefix("\ufeff")
    root = YAML(typ="safe", pure=True).compose(text)
    expected = _expected(before, points, tiers)
    edits = [*_points(text, root, points), *_tiers(text, root, tiers, expected.score.tiers)]
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    if _read(text) != expected:
        raise NotRewritable("the points or tiers of this script stand in an unusual form")
    return text


def _read(text: str) -> Script | None:
    try:
        return parse_script(text)
    except ScriptError:
        return None


def _expected(script: Script, points: PointsOf, tiers: Mapping[str, int]) -> Script:
    criteria = tuple(
        one.model_copy(update={"points": one.points.model_copy(update=dict(points[one.key]))})
        if one.key in points
        else one
        for one in script.criteria
    )
    plan = script.score.model_copy(update={"tiers": {**script.score.tiers, **tiers}})
    return script.model_copy(update={"criteria": criteria, "score": plan})


def _points(text: str, root: Node, points: PointsOf) -> Iterator[_Edit]:
    criteria = _value(root, "criteria")
    if isinstance(criteria, SequenceNode):
        for criterion in criteria.value:
            key = _value(criterion, "key")
            if isinstance(key, ScalarNode) and key.value in points:
                yield from _points_of(text, criterion, key, points[key.value])
    elif points:
        lines = [f"  - {{key: {key}, points: {_flow(one)}}}" for key, one in points.items()]
        yield _at_the_end(text, "\n".join(["criteria:", *lines]))


def _points_of(
    text: str, criterion: MappingNode, key: ScalarNode, points: Mapping[str, int]
) -> Iterator[_Edit]:
    written = _value(criterion, "points")
    if isinstance(written, MappingNode):
        yield from _numbers(written, points)
    elif criterion.flow_style:
        yield _Edit(key.end_mark.index, key.end_mark.index, f", points: {_flow(points)}")
    else:
        first = criterion.value[0][0]
        line = f"{' ' * first.start_mark.column}points: {_flow(points)}\n"
        after = text.find("\n", key.end_mark.index) + 1
        yield _Edit(after, after, line) if after else _at_the_end(text, line.rstrip("\n"))


def _tiers(
    text: str, root: Node, tiers: Mapping[str, int], every: Mapping[str, int]
) -> Iterator[_Edit]:
    """Where the script names none, all of them are written."""
    score = _value(root, "score")
    written = _value(score, "tiers")
    if not tiers:
        return
    if isinstance(written, MappingNode):
        yield from _numbers(written, tiers)
    elif isinstance(score, MappingNode) and score.value and not score.flow_style:
        first = score.value[0][0].start_mark
        line = f"tiers: {_flow(every)}\n{' ' * first.column}"
        yield _Edit(first.index, first.index, line)
    else:
        yield _at_the_end(text, f"score:\n  tiers: {_flow(every)}")


def _numbers(written: MappingNode, numbers: Mapping[str, int]) -> Iterator[_Edit]:
    """Numbers put in the place of those that are written; those that are not are added."""
    places = {key.value: value for key, value in written.value}
    new = {name: number for name, number in numbers.items() if name not in places}
    for name, number in numbers.items():
        if name in places:
            node = places[name]
            yield _Edit(node.start_mark.index, node.end_mark.index, str(number))
    if new and written.value:
        first = written.value[0][0].start_mark
        if written.flow_style:
            parts = "".join(f"{name}: {number}, " for name, number in new.items())
        else:
            gap = "\n" + " " * first.column
            parts = "".join(f"{name}: {number}{gap}" for name, number in new.items())
        yield _Edit(first.index, first.index, parts)
    elif new:
        yield _Edit(written.start_mark.index, written.end_mark.index, _flow(new))


def _value(node: Node | None, key: str) -> Node | None:
    pairs: Sequence[tuple[Node, Node]] = node.value if isinstance(node, MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _flow(numbers: Mapping[str, int]) -> str:
    return "{" + ", ".join(f"{name}: {number}" for name, number in numbers.items()) + "}"


def _at_the_end(text: str, lines: str) -> _Edit:
    gap = "" if text.endswith("\n") else "\n"
    return _Edit(len(text), len(text), f"{gap}{lines}\n")
