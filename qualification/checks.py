"""Does a script hold together? What no part of it shows alone: names, languages, rules, gaps.

The checks run over the data as written (completed by the framework), so that they find their
mistakes together with those of single parts.
"""

import re
from collections.abc import Iterator

from qualification.errors import Problem
from qualification.mistakes import close_to, shown
from qualification.profile_checks import check_profile
from qualification.rate_checks import check_rates
from qualification.saying import Said
from qualification.score_checks import check_score
from qualification.script import CONSENT, RECEPTION, TIERS
from qualification.source import Data, Path, Source
from qualification.values import CONTACT_KINDS, LANGUAGES
from qualification.wording import EVERYWHERE, GAPS, TEXT_IDS

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_CONDITION_WORDS = {
    "money": ("overlaps",),
    "timeframe": ("within",),
    "number": ("at_least", "at_most"),
    "choice": ("any_of",),
    "yes_no": ("answer",),
    "text": ("given", "mentions", "mentions_none_of"),
}
_EXAMPLES = {
    "money": "{overlaps: {min: 3000, currency: EUR}}",
    "timeframe": "{within: 3 months}",
    "number": "{at_least: 50}",
    "choice": "{any_of: [one]}",
    "yes_no": "{answer: yes}",
    "text": "{given: yes}",
}


def check(data: dict[str, Data], source: Source) -> Iterator[Problem]:
    """Every mistake that lies between the parts of a script."""
    criteria = dict(_criteria(data))
    yield from _twice(data, source)
    yield from _reserved(criteria, source)
    yield from _own_name(data, source)
    yield from _rules(data, tuple(criteria), source)
    yield from _options(criteria, source)
    yield from _fit(data, criteria, source)
    yield from check_score(data, source)
    yield from check_rates(data, source)
    kinds = {key: str(one.get("kind")) for key, (_, one) in criteria.items()}
    yield from check_profile(data, kinds, source)
    yield from _languages(data, source)
    yield from _gaps(data, source)


def _group(data: Data, *path: str) -> dict[str, Data]:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _list(group: dict[str, Data], key: str) -> list[Data]:
    value = group.get(key)
    return value if isinstance(value, list) else []


def _criteria(data: dict[str, Data]) -> Iterator[tuple[str, tuple[int, dict[str, Data]]]]:
    for index, criterion in enumerate(_list(data, "criteria")):
        if isinstance(criterion, dict) and isinstance(criterion.get("key"), str):
            yield str(criterion["key"]), (index, criterion)


def _named(data: dict[str, Data], part: str, name: str) -> Iterator[tuple[Path, str]]:
    for index, item in enumerate(_list(data, part)):
        if isinstance(item, dict) and isinstance(item.get(name), str):
            yield (part, index, name), str(item[name])


def _twice(data: dict[str, Data], source: Source) -> Iterator[Problem]:
    """Names that must differ: criteria, facts, and what a list names."""
    rule = _group(data, "qualify")
    lists: list[list[tuple[Path, str]]] = [
        list(_named(data, "criteria", "key")),
        list(_named(data, "facts", "id")),
        list(_items(data, ("languages",))),
        list(_items(_group(data, "contact"), ("contact", "ask"))),
        list(_items(data, ("prefill",))),
        list(_items(rule, ("qualify", "all_of"))),
        list(_items(_group(rule, "at_least"), ("qualify", "at_least", "of"))),
        list(_items(data, ("pages",))),
        list(_items(data, ("forms",))),
    ]
    for names in lists:
        seen: dict[str, int] = {}
        for path, name in names:
            line, column = source.value_at(path)
            if name in seen:
                message = Said(
                    "`%(name)s` stands here a second time, after line %(line)s",
                    name=shown(name),
                    line=seen[name],
                )
                yield Problem(line, column, message, Said("name each of them once"))
            seen.setdefault(name, line)


def _items(group: dict[str, Data], path: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    for index, item in enumerate(_list(group, path[-1])):
        if isinstance(item, str):
            yield (*path, index), item


def _reserved(
    criteria: dict[str, tuple[int, dict[str, Data]]], source: Source
) -> Iterator[Problem]:
    for key, (index, criterion) in criteria.items():
        if key == CONSENT and criterion.get("kind") != "yes_no":
            yield Problem(
                *source.value_at(("criteria", index, "key")),
                Said(
                    "`%(key)s` is kept for the question whether they would like to hear more",
                    key=CONSENT,
                ),
                Said("make it `kind: yes_no`, or choose another key"),
            )
        if key in CONTACT_KINDS:
            yield Problem(
                *source.value_at(("criteria", index, "key")),
                Said("`%(key)s` is kept for the contact data", key=key),
                Said("list it under `contact: {ask: [%(key)s]}`, or choose another key", key=key),
            )


def _own_name(data: dict[str, Data], source: Source) -> Iterator[Problem]:
    if data.get("script") == RECEPTION:
        message = Said(
            "`%(key)s` is kept for the script that finds out which one is meant",
            key=RECEPTION,
        )
        yield Problem(*source.value_at(("script",)), message, Said("choose another name"))


def _rules(data: dict[str, Data], known: tuple[str, ...], source: Source) -> Iterator[Problem]:
    rule = _group(data, "qualify")
    at_least = _group(rule, "at_least")
    for path, key in (
        *_items(rule, ("qualify", "all_of")),
        *_items(at_least, ("qualify", "at_least", "of")),
    ):
        if key not in known:
            message = Said("there is no criterion `%(key)s`", key=shown(key))
            yield Problem(*source.value_at(path), message, close_to(key, known))
    tiers = tuple(_group(data, "score", "tiers")) or tuple(TIERS)
    tier = rule.get("tier")
    if isinstance(tier, str) and tier not in tiers:
        message = Said("there is no tier `%(tier)s`", tier=shown(tier))
        yield Problem(*source.value_at(("qualify", "tier")), message, close_to(tier, tiers))


def _options(criteria: dict[str, tuple[int, dict[str, Data]]], source: Source) -> Iterator[Problem]:
    """Conditions that name an option which the question does not have."""
    for index, criterion in criteria.values():
        options = tuple(_group(criterion, "options"))
        for state in ("positive", "acceptable"):
            path = ("criteria", index, state, "any_of")
            for item, option in enumerate(_list(_group(criterion, state), "any_of")):
                if options and isinstance(option, str) and option not in options:
                    message = Said("there is no option `%(option)s`", option=shown(option))
                    hint = close_to(option, options)
                    yield Problem(*source.value_at((*path, item)), message, hint)


def _fit(
    data: dict[str, Data], criteria: dict[str, tuple[int, dict[str, Data]]], source: Source
) -> Iterator[Problem]:
    """Lines of the fit score about criteria that are not there, or in words of another kind."""
    for index, line in enumerate(_list(_group(data, "score", "fit"), "lines")):
        for key, condition in _group(line, "when").items():
            path = ("score", "fit", "lines", index, "when", key)
            if key not in criteria:
                message = Said("there is no criterion `%(key)s`", key=shown(key))
                yield Problem(*source.key_at(path), message, close_to(key, tuple(criteria)))
            elif isinstance(condition, dict):
                yield from _fitting(path, condition, criteria[key][1], source)


def _fitting(
    path: Path, condition: dict[str, Data], criterion: dict[str, Data], source: Source
) -> Iterator[Problem]:
    kind = criterion.get("kind")
    words = _CONDITION_WORDS.get(kind) if isinstance(kind, str) else None
    all_words = {word for words in _CONDITION_WORDS.values() for word in words}
    if words is None or not all_words & condition.keys():
        return
    if not condition.keys() & {*words}:
        message = Said(
            "`%(part)s` is a %(kind)s question, this condition is not for one",
            part=path[-1],
            kind=kind,
        )
        yield Problem(
            *source.value_at(path),
            message,
            Said("write it like `%(example)s`", example=_EXAMPLES[str(kind)]),
        )
    options = tuple(_group(criterion, "options"))
    for item, option in enumerate(_list(condition, "any_of")):
        if options and isinstance(option, str) and option not in options:
            message = Said("there is no option `%(option)s`", option=shown(option))
            place = source.value_at((*path, "any_of", item))
            yield Problem(*place, message, close_to(option, options))


def _texts(data: dict[str, Data]) -> Iterator[tuple[Path, Data]]:
    """Every part that holds a text for each language."""
    yield ("disclosure",), data.get("disclosure")
    for index, fact in enumerate(_list(data, "facts")):
        for part in ("topics", "answer"):
            yield ("facts", index, part), _group(fact).get(part)
    for index, criterion in enumerate(_list(data, "criteria")):
        group = _group(criterion)
        for part in ("ask", "ask_again", "why", "says", "lacking"):
            yield ("criteria", index, part), group.get(part)
        for key, option in _group(group, "options").items():
            yield ("criteria", index, "options", key, "says"), _group(option).get("says")
    yield ("topics",), data.get("topics")
    for key, text in _group(data, "texts").items():
        yield ("texts", key), text
    for key, templates in _group(data, "templates").items():
        yield ("templates", key), templates
    if "recording" in data:
        yield ("recording", "notice"), _group(data, "recording").get("notice")


def _languages(data: dict[str, Data], source: Source) -> Iterator[Problem]:
    """Texts that lack one of the script's languages, or speak another."""
    languages = [one for one in _list(data, "languages") if one in LANGUAGES]
    if not languages:
        return
    listed = ", ".join(map(str, languages))
    for path, texts in _texts(data):
        if not isinstance(texts, dict):
            continue
        for language in languages:
            if language not in texts:
                yield Problem(
                    *source.key_at(path),
                    Said(
                        "`%(part)s` has no text in `%(language)s`", part=path[-1], language=language
                    ),
                    Said(
                        "add `%(language)s: …` (the script's languages are %(listed)s)",
                        language=language,
                        listed=listed,
                    ),
                )
        for spoken in texts:
            if spoken in LANGUAGES and spoken not in languages:
                yield Problem(
                    *source.key_at((*path, spoken)),
                    Said("`%(spoken)s` is not one of the script's languages", spoken=spoken),
                    Said("add it to `languages: [%(listed)s]`, or delete this text", listed=listed),
                )


def _gaps(data: dict[str, Data], source: Source) -> Iterator[Problem]:
    """Braces that would be said as they stand, or that nothing fills."""
    for path, texts in _texts(data):
        stock = next((one for one in TEXT_IDS if path == ("texts", one)), None)
        if path[0] == "texts" and stock is None:
            continue
        gaps = {*EVERYWHERE, *GAPS.get(stock, ())} if stock is not None else set[str]()
        if path[0] == "templates":
            gaps = {*EVERYWHERE, "text"}
        for where, text in _sentences(path, texts):
            for brace in _BRACES.findall(text):
                if brace[1:-1] not in gaps:
                    yield Problem(*source.value_at(where), *_gap(brace, gaps))


def _gap(brace: str, gaps: set[str]) -> tuple[Said, Said]:
    if gaps:
        listed = ", ".join(f"`{{{gap}}}`" for gap in sorted(gaps))
        message = Said("nothing fills `%(brace)s` in this text", brace=shown(brace))
        return message, Said("use %(listed)s, or no braces", listed=listed)
    message = Said("`%(brace)s` would be said as it stands", brace=shown(brace))
    return message, Said("write the words themselves")


def _sentences(path: Path, texts: Data) -> Iterator[tuple[Path, str]]:
    match texts:
        case str():
            yield path, texts
        case list():
            for index, inner in enumerate(texts):
                yield from _sentences((*path, index), inner)
        case dict():
            for key, inner in texts.items():
                yield from _sentences((*path, key), inner)
