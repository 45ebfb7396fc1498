"""How does somebody in teams.yaml get another weight or number? PURE: every other byte stays.

A value is written anew where it stands, a new line is put below the person's first, and a value
that is taken away goes with its line: comments, order and quotes stay the author's.
"""

from collections.abc import Mapping

from ruamel.yaml import YAML
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from console.scripts.spans import Edit, applied, at
from qualification.routing.plan import TeamPlan
from qualification.routing.planfile import parse_teams


class NotChangeable(ValueError):
    """This person stands in an unusual form: change the text itself."""


def changed(text: str, person: str, values: Mapping[str, str | None]) -> str:
    """The plan in which a person has these values, as YAML; None takes a value away.

    Raises KeyError for somebody who is not in it, ScriptError for a value that does not fit, and
    NotChangeable rather than change anything else.
    """
    before = parse_teams(text)
    old = before.person(person)
    if old is None:
        raise KeyError(person)
    place = before.people.index(old)
    text = text.removeprefix("\ufeff")
    node = at(YAML(typ="safe", pure=True).compose(text), ("people", place))
    if not isinstance(node, MappingNode):
        raise NotChangeable(person)
    edits = [
        edit
        for key, value in values.items()
        if (edit := _edit(text, node, person, key, value)) is not None
    ]
    written = applied(text, edits)
    after = parse_teams(written)
    new = after.person(person)
    same = {key: getattr(old, key) for key in values}
    if new is None or new.model_copy(update=same) != old or not _alike(before, after):
        raise NotChangeable(person)
    return written


def _alike(before: TeamPlan, after: TeamPlan) -> bool:
    return after.model_copy(update={"people": before.people}) == before and [
        one.id for one in after.people
    ] == [one.id for one in before.people]


def _edit(text: str, node: MappingNode, person: str, key: str, value: str | None) -> Edit | None:
    pairs = [(name.value, name, inner) for name, inner in node.value]
    found = next((pair for pair in pairs if pair[0] == key), None)
    if found is None:
        return None if value is None else _added(text, node, key, value)
    _, name, inner = found
    if value is not None:
        return Edit(inner.start_mark.index, _end(inner), value)
    if name is node.value[0][0]:
        raise NotChangeable(person)
    if node.flow_style:
        _, _, before = pairs[next(n for n, pair in enumerate(pairs) if pair[1] is name) - 1]
        return Edit(_end(before), _end(inner), "")
    start = text.rfind("\n", 0, name.start_mark.index) + 1
    return Edit(start, _line_end(text, _end(inner)), "")


def _added(text: str, node: MappingNode, key: str, value: str) -> Edit:
    name, inner = node.value[0]
    if node.flow_style:
        last = _end(node.value[-1][1])
        return Edit(last, last, f", {key}: {value}")
    newline = "\r\n" if "\r\n" in text else "\n"
    end = _line_end(text, _end(inner))
    gap = "" if text[:end].endswith("\n") else newline
    return Edit(end, end, f"{gap}{' ' * name.start_mark.column}{key}: {value}{newline}")


def _line_end(text: str, index: int) -> int:
    """The beginning of the next line."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def _end(node: Node) -> int:
    """Where a value ends; what is written in a block ends with its last part."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last if isinstance(node, SequenceNode) else last[1])
    end: int = node.end_mark.index
    return end
