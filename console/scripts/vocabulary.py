"""What may be written in a script, and where? PURE: the JSON Schema, folded into what an editor
needs to complete a key or a value.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from qualification.frameworks import PRESETS, preset_criteria
from qualification.scriptfile import schema
from qualification.signals import LASTING

Node: TypeAlias = dict[str, Any]
"""`keys`: what may stand under it, by name. `any`: what stands under a name of one's own. `item`:
of a list. `values`: what may be written. `kinds`: the same for each kind of question. `doc`: what
it is. `required`: the keys that must be there.
"""

DEEPEST = 12


@cache
def vocabulary() -> Node:
    """The whole of it, and what each framework brings along."""
    root = folded(schema())
    for rule in ("auto", "disqualify"):
        root["keys"]["qualify"]["keys"][rule]["item"]["values"] = sorted(map(str, LASTING))
    frameworks = {
        name: {key: one["kind"] for key, one in preset_criteria(name).items()} for name in PRESETS
    }
    return {"root": root, "frameworks": frameworks}


def folded(whole: Mapping[str, Any]) -> Node:
    """A JSON Schema as a vocabulary."""
    return _Folder(whole.get("$defs", {})).fold(whole, DEEPEST)


class _Folder:
    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions

    def fold(self, written: Mapping[str, Any], depth: int) -> Node:
        """One part of the schema."""
        if depth == 0:
            return {}
        node: Node = {}
        parts = list(self._parts(written))
        for part in parts:
            _join(node, self._plain(part, depth))
        kinds = {
            str(kind): self._plain(part, depth)
            for part in parts
            if (kind := part.get("properties", {}).get("kind", {}).get("const"))
            and "const" not in part["properties"].get("key", {})
        }
        if len(kinds) > 1:
            node["kinds"] = kinds
            node["keys"]["kind"] = {"values": [*kinds]}
        if "description" in written and "doc" not in node:
            node["doc"] = _first(written["description"])
        return node

    def _parts(self, written: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """The alternatives that it is made of, each without references."""
        reference = written.get("$ref")
        if reference is not None:
            yield from self._parts(self._definitions[str(reference).rpartition("/")[2]])
            return
        inner = [*written.get("anyOf", ()), *written.get("oneOf", ()), *written.get("allOf", ())]
        if inner:
            for one in inner:
                yield from self._parts(one)
        elif written.get("type") != "null":
            yield written

    def _plain(self, part: Mapping[str, Any], depth: int) -> Node:
        node: Node = {}
        properties = part.get("properties")
        if properties:
            node["keys"] = {name: self.fold(one, depth - 1) for name, one in properties.items()}
            node["required"] = [*part.get("required", ())]
        inner = part.get("additionalProperties")
        names = part.get("propertyNames", {})
        if isinstance(inner, Mapping):
            folded = self.fold(inner, depth - 1)
            listed = [name for one in self._parts(names) for name in one.get("enum", ())]
            if listed:
                node["keys"] = dict.fromkeys(listed, folded)
            else:
                node["any"] = folded
        if "items" in part:
            node["item"] = self.fold(part["items"], depth - 1)
        values = part.get("enum", [part["const"]] if "const" in part else ())
        if part.get("type") == "boolean":
            values = ["yes", "no"]
        if values:
            node["values"] = [str(one) for one in values]
        if "description" in part:
            node["doc"] = _first(part["description"])
        return node


def _join(node: Node, more: Node) -> None:
    """What either of two alternatives allows."""
    for name, value in more.items():
        there = node.get(name)
        if name in ("keys", "kinds") and isinstance(there, dict):
            for key, inner in value.items():
                known = there.get(key)
                if known is None:
                    there[key] = inner
                elif known is not inner:
                    merged: Node = {**known}
                    _join(merged, inner)
                    there[key] = merged
        elif name in ("values", "required") and isinstance(there, list):
            node[name] = [*dict.fromkeys([*there, *value])]
        elif name in ("any", "item") and isinstance(there, dict):
            merged = {**there}
            _join(merged, value)
            node[name] = merged
        else:
            node.setdefault(name, {**value} if isinstance(value, dict) else value)


def _first(text: str) -> str:
    """The first sentence."""
    return " ".join(text.split("\n\n")[0].split())
