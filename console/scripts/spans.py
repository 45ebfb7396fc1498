"""How is one text of a script written anew, where it stands? PURE: every other byte stays.

ruamel's nodes tell where each value begins and ends; a changed value is written in the style that
the old one had, so that comments, order, quotes and line breaks around it stay the author's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_PLAIN = re.compile(r"[¿¡]?[^\W\d_][\w .?!¿¡'’()€%/+-]*(?<! )")
_NOTHING = frozenset({"null", "Null", "NULL"})


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What stands from here to there is replaced."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with all of them; they do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def child(node: Node | None, key: str | int) -> Node | None:
    """The value under a key, or at a place of a list."""
    if isinstance(node, MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
        found: Node = node.value[key]
        return found
    return None


def at(node: Node | None, path: Sequence[str | int]) -> Node | None:
    """The value at a path."""
    for step in path:
        node = child(node, step)
    return node


def one_line(text: str) -> str:
    """A text as it is said: a line break in YAML is a space."""
    return " ".join(text.split())


def replaced(text: str, node: Node, wordings: Sequence[str]) -> Iterator[Edit]:
    """The wordings in the place of those that a scalar or a list of scalars holds."""
    if isinstance(node, SequenceNode):
        yield from _items(text, node, wordings)
    elif isinstance(node, ScalarNode) and [one_line(node.value)] != [*wordings]:
        yield _scalar(text, node, wordings)


def added(text: str, parent: Node | None, key: str, values: dict[str, list[str]]) -> Edit:
    """A new group of wordings under a key that the parent has not."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if isinstance(parent, MappingNode) and parent.flow_style and parent.value:
        end = parent.value[-1][1].end_mark.index
        return Edit(end, end, f", {key}: {_flow(values)}")
    if not isinstance(parent, MappingNode) or not parent.value:
        raise ValueError(f"there is no place for `{key}`")
    name, value = parent.value[0]
    indent = " " * name.start_mark.column
    lines = _block(key, values, indent)
    if isinstance(value, ScalarNode) and value.style not in ("|", ">"):
        end = text.find("\n", value.end_mark.index)
        if end >= 0:
            return Edit(end + 1, end + 1, "".join(f"{line}{newline}" for line in lines))
        return Edit(len(text), len(text), "".join(f"{newline}{line}" for line in lines))
    first = name.start_mark.index
    return Edit(first, first, newline.join(lines).removeprefix(indent) + newline + indent)


def appended(text: str, group: str, key: str, values: dict[str, list[str]]) -> Edit:
    """A new group at the end of the script, with one key in it."""
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith("\n") else newline
    lines = [f"{group}:", *_block(key, values, "  ")]
    return Edit(len(text), len(text), gap + "".join(f"{line}{newline}" for line in lines))


def _scalar(text: str, node: ScalarNode, wordings: Sequence[str]) -> Edit:
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):  # its end is the beginning of what comes after
        while end > start and text[end - 1] in "\r\n":
            end -= 1
    if len(wordings) == 1:
        return Edit(start, end, written(wordings[0], node.style))
    return Edit(start, end, "[" + ", ".join(written(one, '"') for one in wordings) + "]")


def _items(text: str, node: SequenceNode, wordings: Sequence[str]) -> Iterator[Edit]:
    items: list[ScalarNode] = [*node.value]
    old = [one_line(item.value) for item in items]
    style = items[-1].style
    for tag, start, end, new_start, new_end in SequenceMatcher(
        None, old, [*wordings], autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        both = min(end - start, new_end - new_start)
        for item, wording in zip(items[start : start + both], wordings[new_start:], strict=False):
            yield _scalar(text, item, [wording])
        more = wordings[new_start + both : new_end]
        if more:
            yield _inserted(text, node, start + both, [written(one, style) for one in more])
        for index in range(start + both, end):
            yield _removed(text, node, index)


def _inserted(text: str, node: SequenceNode, index: int, scalars: Sequence[str]) -> Edit:
    """Before the item at this place, or after the last one."""
    items: list[ScalarNode] = node.value
    if node.flow_style:
        if index < len(items):
            start = items[index].start_mark.index
            return Edit(start, start, "".join(f"{one}, " for one in scalars))
        end = items[-1].end_mark.index
        return Edit(end, end, "".join(f", {one}" for one in scalars))
    newline = "\r\n" if "\r\n" in text else "\n"
    indent = " " * node.start_mark.column
    lines = "".join(f"{indent}- {one}{newline}" for one in scalars)
    if index < len(items):
        start = _line_start(text, items[index].start_mark.index)
        return Edit(start, start, lines)
    end = _line_end(text, items[-1])
    gap = "" if text[:end].endswith("\n") else newline
    return Edit(end, end, gap + lines)


def _removed(text: str, node: SequenceNode, index: int) -> Edit:
    items: list[ScalarNode] = node.value
    item = items[index]
    if not node.flow_style:
        return Edit(_line_start(text, item.start_mark.index), _line_end(text, item), "")
    if index:
        return Edit(items[index - 1].end_mark.index, item.end_mark.index, "")
    return Edit(item.start_mark.index, items[1].start_mark.index, "")


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, item: ScalarNode) -> int:
    """The beginning of the line after an item."""
    end: int = item.end_mark.index
    if item.style in ("|", ">"):
        return end
    found = text.find("\n", end)
    return len(text) if found < 0 else found + 1


def _flow(values: dict[str, list[str]]) -> str:
    return "{" + ", ".join(f"{language}: {_many(one)}" for language, one in values.items()) + "}"


def _block(key: str, values: dict[str, list[str]], indent: str) -> list[str]:
    lines = [f"{indent}  {language}: {_many(one)}" for language, one in values.items()]
    return [f"{indent}{key}:", *lines]


def _many(wordings: list[str]) -> str:
    scalars = [written(one, '"') for one in wordings]
    return scalars[0] if len(scalars) == 1 else "[" + ", ".join(scalars) + "]"


def written(wording: str, style: str | None) -> str:
    """A text as a scalar: in the style of the one that it replaces, where that can hold it."""
    if style == "'":
        return "'" + wording.replace("'", "''") + "'"
    if style is None and _PLAIN.fullmatch(wording) and wording not in _NOTHING:
        return wording
    return '"' + wording.replace("\\", "\\\\").replace('"', '\\"') + '"'
