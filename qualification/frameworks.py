"""Which questions does a framework bring along? Presets, laid under what a script writes.

A criterion of a script that has the key of a preset's starts as the preset's and replaces what it
names: a text is replaced in all languages together, a group of keys (options, points, conditions)
key by key, and an empty value takes the preset's away. With another `kind` it is another question
and takes nothing over.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import TypeAlias

from qualification.presets import bant, champ, meddic, scoring
from qualification.presets.preset import Preset
from qualification.source import Data
from qualification.values import LANGUAGES

Group: TypeAlias = Mapping[str, Data]

PRESETS: Mapping[str, Preset] = {
    "bant": bant.PRESET,
    "champ": champ.PRESET,
    "meddic": meddic.PRESET,
    "scoring": scoring.PRESET,
    "none": Preset(),
}
DEFAULT = "bant"
LOWEST_TIER = "warm"
"""The last one that is not for everybody, in a script that names no tiers."""


def preset_criteria(framework: str) -> dict[str, dict[str, Data]]:
    """The criteria of a framework by their keys."""
    criteria = PRESETS[framework].criteria
    return {str(criterion["key"]): deepcopy(dict(criterion)) for criterion in criteria}


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
    rule = PRESETS[name].rule(_keys(merged.get("criteria")), _lowest_tier(script))
    if script.get("qualify") is None and rule:
        merged["qualify"] = rule
    return merged


def _lowest_tier(script: Group) -> str:
    """The last of the tiers that asks for any points."""
    score = script.get("score")
    tiers = score.get("tiers") if isinstance(score, dict) else None
    floors = tiers.items() if isinstance(tiers, dict) else ()
    asking = [name for name, floor in floors if isinstance(floor, int) and floor > 0]
    return asking[-1] if asking else LOWEST_TIER


def _keys(criteria: Data) -> list[str]:
    groups = criteria if isinstance(criteria, list) else []
    return [str(group.get("key")) for group in groups if isinstance(group, dict)]


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
