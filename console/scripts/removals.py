"""How is a text taken out of a script, where it stands? PURE: every other line stays, comments too.

What only held texts that are gone goes with them: a fact without answer and topics, a group of
sentences without any.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from console.scripts.spans import Edit, at
from qualification.source import Data

Path: TypeAlias = tuple[str | int, ...]


def whole(paths: Iterable[Path], data: Data) -> tuple[Path, ...]:
    """The greatest parts that are gone with these: each stands for all that it holds."""
    gone = set(paths)
    for path in sorted(gone, key=len, reverse=True):
        while len(path := path[:-1]) > 0:
            parts = _texts_of(path, data)
            if not parts or not all((*path, one) in gone for one in parts):
                break
            gone = {one for one in gone if one[: len(path)] != path} | {path}
    return tuple(sorted(gone, key=str))


def _texts_of(path: Path, data: Data) -> Sequence[str | int]:
    """What a part holds beside its name, where it may go with it: nothing of a question."""
    here = data
    for step in path:
        if isinstance(here, list) and isinstance(step, int):
            here = here[step]
        elif isinstance(here, dict):
            here = here.get(str(step))
    if path[0] == "facts" and isinstance(here, dict):
        return [key for key in here if key != "id"]
    if path == ("facts",) and isinstance(here, list):
        return range(len(here))
    return list(here) if path == ("texts",) and isinstance(here, dict) else ()


def dropped(text: str, root: Node | None, path: Path) -> Edit:
    """The edit that takes out what stands at a path. Raises ValueError where it cannot."""
    parent, key = at(root, path[:-1]), path[-1]
    if isinstance(parent, MappingNode):
        index = [name.value for name, _ in parent.value].index(key)
        starts = [name.start_mark.index for name, _ in parent.value]
        nodes = [value for _, value in parent.value]
    elif isinstance(parent, SequenceNode) and isinstance(key, int):
        index, nodes = key, parent.value
        starts = [one.start_mark.index for one in nodes]
    else:
        raise ValueError(f"nothing stands at {path}")
    if parent.flow_style:
        return _of_flow(starts, [one.end_mark.index for one in nodes], index)
    begin = text.rfind("\n", 0, starts[index]) + 1
    before = text[begin : starts[index]]
    if before.strip(" -" if isinstance(parent, SequenceNode) else " "):
        raise ValueError("it shares its line")
    return Edit(begin, _end(text, nodes[index]), "")


def forgotten(data: Data, paths: Sequence[Path]) -> None:
    """Take the same out of the data; the later items of a list first."""
    for path in sorted(paths, key=lambda one: [(str(type(s)), s) for s in one], reverse=True):
        here = data
        for step in path[:-1]:
            if isinstance(here, list) and isinstance(step, int):
                here = here[step]
            elif isinstance(here, dict):
                here = here[str(step)]
        if isinstance(here, list) and isinstance(path[-1], int):
            del here[path[-1]]
        elif isinstance(here, dict):
            del here[str(path[-1])]


def _of_flow(starts: Sequence[int], ends: Sequence[int], index: int) -> Edit:
    if index:
        return Edit(ends[index - 1], ends[index], "")
    if len(starts) == 1:
        return Edit(starts[0], ends[0], "")
    return Edit(starts[0], starts[1], "")


def _end(text: str, node: Node) -> int:
    """The beginning of the line after a value; a comment behind it goes with it, none below."""
    while isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(node, MappingNode) else last
    end: int = node.end_mark.index
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        return len(text[:end].rstrip()) + 1 if text[:end].strip() else end
    found = text.find("\n", end)
    return len(text) if found < 0 else found + 1
