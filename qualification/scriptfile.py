"""Is this text a script? YAML in, a Script out, or every mistake in it with its place."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from qualification.checks import check
from qualification.dead_conditions import dead_conditions
from qualification.dead_rules import dead_rules
from qualification.errors import Problem, ScriptError
from qualification.fields import Texts
from qualification.frameworks import PRESETS, preset_criteria, with_preset
from qualification.mistakes import problems_of
from qualification.rate_checks import ageing
from qualification.saying import Said
from qualification.script import Script
from qualification.segments import plainer, segments
from qualification.source import Data, Path, Source, read_source

MOST_SEGMENTS = 2
PROMPT = re.compile(
    r"\b(reply|answer|text|send|write|type|respond[ae]?|contest[ae]|escrib[ae]|env[ií][ae]|mand[ae])"
    r"(?: back| with| us| con| la palabra| the word)* [\"'«“]?"
    r"(cancel|end|quit|yes|revoke|cancelar|alto|parar|detener)\b",
    re.IGNORECASE,
)
"""Twilio takes CANCEL, END, QUIT and REVOKE as opt-outs and YES as an opt-in before we see them
(Twilio docs: default stop words); STOP, BAJA, HELP and START mean there what they mean here.
"""

__all__ = ["Problem", "ScriptError", "parse_script", "schema", "warnings"]


def parse_script(text: str, name: str = "script") -> Script:
    """The script that a YAML text holds; `name` is what its mistakes call it (a file's name)."""
    source = read_source(text)
    if source.data is None and source.problems:
        raise ScriptError(source.problems, name)
    if not isinstance(source.data, dict):
        place = source.value_at(())
        hint = Said("begin with `script: name-of-the-script`; see docs/scripts.md")
        raise ScriptError([Problem(*place, Said("this is not a script"), hint)], name)
    data = with_preset(source.data)
    problems = [*source.problems, *check(data, source)]
    script = None
    try:
        script = Script.model_validate(data)
    except ValidationError as error:
        problems += problems_of(error.errors(include_url=False), data, source)
    if script is None or problems:
        raise ScriptError(sorted(set(problems)), name)
    return script


def warnings(script: Script, text: str = "", today: date | None = None) -> tuple[Problem, ...]:
    """What works, but not as its author may think. With the script's text, each has its place; with
    the day, its rates are looked at too.
    """
    source = read_source(text) if text else Source()
    found = (
        *_not_yet(script, source),
        *_never_negative(script, source),
        *_nothing_required(script, source),
        *dead_rules(script, source),
        *dead_conditions(script, source),
        *_shared_topics(script, source),
        *_long_questions(script, source),
        *_carrier_words(script, source),
        *(ageing(script, source, today) if today is not None else ()),
    )
    return tuple(sorted(found))


def schema() -> dict[str, Any]:
    """The JSON Schema of a script as it is written: what a framework supplies may be left out."""
    whole = Script.model_json_schema()
    definitions = whole["$defs"]
    presets = [
        (f"{framework}_{key}", key, preset["kind"])
        for framework in PRESETS
        for key, preset in preset_criteria(framework).items()
    ]
    for name, key, kind in presets:
        question = next(one for one in definitions.values() if _asks(one, kind))
        definitions[name] = {
            **question,
            "title": f"The framework's `{key}`",
            "properties": {**question["properties"], "key": {"const": key}},
            "required": ["key"],
        }
    criteria = whole["properties"]["criteria"]
    references = [{"$ref": f"#/$defs/{name}"} for name, _, _ in presets]
    criteria["items"] = {"anyOf": [*references, criteria["items"]]}
    whole["required"] = [one for one in whole["required"] if one not in ("criteria", "qualify")]
    return whole


def _asks(definition: Mapping[str, Any], kind: Data) -> bool:
    return bool(definition.get("properties", {}).get("kind", {}).get("const") == kind)


def _not_yet(script: Script, source: Source) -> list[Problem]:
    """Parts that are read and kept, but that nothing acts on yet."""
    parts: list[tuple[Path, bool]] = [
        (("routing",), script.routing is not None),
    ]
    return [
        Problem(
            *source.key_at(path),
            Said("`%(part)s` is read and kept, but not acted on yet", part=path[0]),
            Said("leave it, it does no harm"),
        )
        for path, written in parts
        if written
    ]


def _never_negative(script: Script, source: Source) -> list[Problem]:
    """Knock-outs that cannot fall."""
    return [
        Problem(
            *source.key_at(("criteria", index, "knock_out")),
            Said(
                "no answer to `%(key)s` is negative, so `knock_out` never ends anything",
                key=criterion.key,
            ),
            Said(
                "say what is good with `positive:`, or how people say there is none with `lacking:`"
            ),
        )
        for index, criterion in enumerate(script.criteria)
        if criterion.knock_out
        and criterion.kind != "yes_no"
        and criterion.lacking is None
        and criterion.positive is None
        and criterion.acceptable is None
    ]


def _nothing_required(script: Script, source: Source) -> list[Problem]:
    rule = script.qualify
    if rule.all_of or rule.at_least or script.tier_to_reach:
        return []
    if any(one.knock_out for one in script.criteria):
        return []
    hint = Said("name criteria under `all_of` or `at_least`")
    place = source.key_at(("qualify",))
    return [Problem(*place, Said("this rule asks for nothing: everybody is qualified"), hint)]


def _shared_topics(script: Script, source: Source) -> list[Problem]:
    """Phrases that ask for two facts at once: both answers would be given."""
    first: dict[str, str] = {}
    found = []
    for index, fact in enumerate(script.facts):
        for language, topics in fact.topics.items():
            for topic in topics:
                owner = first.setdefault(f"{language}:{topic.casefold()}", fact.id)
                if owner != fact.id:
                    place = source.key_at(("facts", index, "topics", language))
                    message = Said(
                        "`%(topic)s` also asks for the fact `%(owner)s`: both would be told",
                        topic=topic,
                        owner=owner,
                    )
                    found.append(Problem(*place, message, Said("keep it in one of them")))
    return found


def _long_questions(script: Script, source: Source) -> list[Problem]:
    """Questions that take more SMS than anybody reads."""
    found = []
    for index, criterion in enumerate(script.criteria):
        for part, texts in (("ask", criterion.ask), ("ask_again", criterion.ask_again)):
            for language, wordings in (texts or {}).items():
                counts = [segments(plainer(one)) for one in wordings]
                if max(counts) > MOST_SEGMENTS:
                    place = source.key_at(("criteria", index, part, language))
                    message = Said("this question takes %(number)s SMS", number=max(counts))
                    hint = Said(
                        "%(most)s at most are read: some 300 characters, or 134 with á, "
                        "í, ó, ú or other characters that SMS has no short code for",
                        most=MOST_SEGMENTS,
                    )
                    found.append(Problem(*place, message, hint))
    return found


def _carrier_words(script: Script, source: Source) -> list[Problem]:
    """Prompts for words that the carrier takes for itself: the answer would not reach us."""
    said: list[tuple[Path, Texts | None]] = [
        *((("texts", key), texts) for key, texts in script.texts.items()),
        *((("criteria", index, "ask"), one.ask) for index, one in enumerate(script.criteria)),
        *(
            (("criteria", index, "ask_again"), one.ask_again)
            for index, one in enumerate(script.criteria)
        ),
    ]
    return [
        Problem(
            *source.key_at((*path, language)),
            Said(
                "`%(word)s` is a word that carriers take for themselves: it may unsubscribe them",
                word=found[2],
            ),
            Said("ask for another word, a number or OK"),
        )
        for path, texts in said
        for language, wordings in (texts or {}).items()
        for wording in wordings
        if (found := PROMPT.search(wording))
    ]
