"""Vendors' limits and shapes, in our words from their public documentation: one YAML file each.

A request that no call of the file allows is a mistake of ours.
"""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
from ruamel.yaml import YAML

from agent.grants import Grant
from delivery.calls import Call
from delivery.system import System
from delivery.wire import request_of

GAPS = {"{uuid}": r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"}
NOTHING = {"type": "object", "maxProperties": 0}


class Transcribed:
    """What a vendor takes."""

    def __init__(self, name: str) -> None:
        written = (Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8")
        read = YAML(typ="safe").load(written)
        self._definitions: dict[str, Any] = read["definitions"]
        self._calls: list[dict[str, Any]] = read["calls"]

    def mistakes(self, system: System, call: Call) -> list[str]:
        """What is wrong with a request of ours; nothing where all is as they want it."""
        grant = Grant("token")
        request = request_of(call, system.address(grant), system.headers(grant))
        path = request.url.path
        alike = [one for one in self._calls if _fits(one, request.method, path)]
        if not alike:
            return [f"{request.method} {path} is no call of theirs"]
        found: list[str] = []
        for one in alike:
            body = {} if call.body is None else json.loads(request.content)
            parts = {"query": dict(request.url.params), "form": call.form or {}, "body": body}
            wrong = [
                f"{part}{_at(error)}: {error.message}"
                for part, value in parts.items()
                for error in self._against(one.get(part, NOTHING)).iter_errors(dict(value))
            ]
            if not wrong:
                return []
            found += wrong
        return found

    def _against(self, schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
        return jsonschema_rs.Draft202012Validator({**schema, "definitions": self._definitions})


def _fits(one: dict[str, Any], method: str, path: str) -> bool:
    pattern = re.escape(one["path"])
    for gap, filling in GAPS.items():
        pattern = pattern.replace(re.escape(gap), filling)
    return one["method"] == method and re.fullmatch(pattern, path) is not None


def _at(error: jsonschema_rs.ValidationError) -> str:
    return "".join(f".{part}" for part in error.instance_path)
