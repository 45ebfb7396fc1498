"""Which questions does a framework bring along? Presets, laid under what a script writes.

A criterion of a script that has the key of a preset's starts as the preset's and replaces what it
names: a text is replaced in all languages together, a group of keys (options, points, conditions)
key by key, and an empty value takes the preset's away. With another `kind` it is another question
and takes nothing over.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import TypeAlias

from qualification.presets import bant
from qualification.source import Data
from qualification.values import LANGUAGES

Group: TypeAlias = Mapping[str, Data]

PRESETS: Mapping[str, Group] = {"bant": bant.PRESET, "none": {}}
"""What each framework supplies: `criteria` and `qualify`."""
DEFAULT = "bant"


def preset_criteria(framework: str) -> dict[str, dict[str, Data]]:
    """The criteria of a framework by their keys."""
    found: dict[str, dict[str, Data]] = {}
    criteria = PRESETS[framework].get("criteria")
    for criterion in criteria if isinstance(criteria, list) else []:
        if isinstance(criterion, dict):
            found[str(criterion["key"])] = deepcopy(criterion)
    return found


def with_preset(script: Group) -> dict[str, Data]:
    """A script as written, completed by its framework. Mistakes pass through."""
    framework = script.get("framework", DEFAULT)
    name = framework if isinstance(framework, str) and framework in PRESETS else DEFAULT
    languages = script.get("languages")
    spoken: list[Data] = languages if isinstance(languages, list) else [*LANGUAGES]
    presets = {
        key: {part: _spoken(value, spoken) for part, value in criterion.items()}
        for key, criterion in preset_criteria(name).items()
    }
    merged = dict(script)
    written = script.get("criteria")
    if written is None and presets:
        merged["criteria"] = list(presets.values())
    elif isinstance(written, list):
        merged["criteria"] = [_completed(criterion, presets) for criterion in written]
    rule = _restricted(PRESETS[name].get("qualify"), merged.get("criteria"))
    if script.get("qualify") is None and rule:
        merged["qualify"] = rule
    return merged


def _completed(written: Data, presets: Mapping[str, dict[str, Data]]) -> Data:
    if not isinstance(written, dict):
        return written
    key = written.get("key")
    preset = presets.get(key) if isinstance(key, str) else None
    if preset is None or written.get("kind", preset["kind"]) != preset["kind"]:
        return written
    return _laid_over(preset, written)


def _laid_over(under: Group, over: Group) -> dict[str, Data]:
    merged = dict(under)
    for key, value in over.items():
        before = under.get(key)
        if value is None:
            merged.pop(key, None)
        elif isinstance(before, dict) and isinstance(value, dict) and not _is_texts(before):
            merged[key] = _laid_over(before, value)
        else:
            merged[key] = value
    return merged


def _is_texts(group: Group) -> bool:
    return all(key in LANGUAGES for key in group)


def _spoken(value: Data, languages: list[Data]) -> Data:
    """The value with only the script's languages in its texts."""
    if not isinstance(value, dict):
        return value
    if _is_texts(value):
        return {key: text for key, text in value.items() if key in languages}
    return {key: _spoken(inner, languages) for key, inner in value.items()}


def _restricted(rule: Data, criteria: Data) -> dict[str, Data]:
    """The framework's rule over the criteria that the script has; empty if it rests on none."""
    if not isinstance(rule, dict) or not isinstance(criteria, list):
        return {}
    keys = [criterion.get("key") for criterion in criteria if isinstance(criterion, dict)]
    restricted = deepcopy(rule)
    all_of = [key for key in _list(rule.get("all_of")) if key in keys]
    restricted["all_of"] = list(all_of)
    at_least = restricted.pop("at_least", None)
    if isinstance(at_least, dict):
        of = [key for key in _list(at_least["of"]) if key in keys]
        count = at_least["count"]
        if of and isinstance(count, int):
            restricted["at_least"] = {"count": min(count, len(of)), "of": list(of)}
    return restricted if all_of or "at_least" in restricted else {}


def _list(value: Data) -> list[Data]:
    return value if isinstance(value, list) else []
