"""Which texts of a script can be changed without writing YAML, and how does the script change by
them? PURE: the greeting, the questions, the facts, in each language; nothing else is touched.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ruamel.yaml import YAML

from console.scripts.removals import dropped, forgotten, whole
from console.scripts.spans import Edit, added, appended, applied, at, one_line, replaced
from qualification.frameworks import with_preset
from qualification.saying import Said
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.source import Data, read_source
from qualification.values import Language
from qualification.wording import STOCK, TEXT_IDS, TextId

About = Literal["opening", "question", "fact", "sentence"]
Path: TypeAlias = tuple[str | int, ...]

QUESTION_PARTS = ("ask", "ask_again", "why", "says")
OFFERED: tuple[TextId, ...] = (
    "greeting",
    "close_qualified",
    "close_unqualified",
    "close_undecided",
)
"""Sentences that most firms want in their own words: shown also where the script has none."""
SINGLE = frozenset({"disclosure", "answer"})
"""Parts with one text a language; the others may have several wordings."""


class NotRewordable(ValueError):
    """The texts cannot be put into this script: change them in the editor."""

    def __init__(self, said: Said) -> None:
        self.said = said
        super().__init__(said)


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in one language: a wording a line."""

    language: Language
    text: str
    stands: str
    """What is said where nothing is written here: the framework's or the stock sentence."""


@dataclass(frozen=True, slots=True)
class Field:
    """One text in every language."""

    path: Path
    part: str
    single: bool
    written: bool
    """Whether the script has it itself."""
    wordings: tuple[Wording, ...]

    @property
    def name(self) -> str:
        """Its name in a form."""
        return ".".join(map(str, self.path))


@dataclass(frozen=True, slots=True)
class Section:
    """The texts of one question or fact."""

    about: About
    name: str
    fields: tuple[Field, ...]


def sections(text: str) -> tuple[Section, ...]:
    """What a form shows of a script. Raises ScriptError for a text that is none."""
    script = parse_script(text)
    data = read_source(text).data
    whole = data if isinstance(data, dict) else {}
    full = with_preset(whole)
    return (
        _opening(script, whole),
        *_questions(script, whole, full),
        *_facts(script, whole),
        *_sentences(script, whole),
    )


def reworded(text: str, changes: Mapping[str, str]) -> str:
    """The script with these texts: by `path.language`, a wording a line; those that are not named
    stay, and what is empty in every language is taken out. Raises NotRewordable, and changes
    nothing but the texts.
    """
    fields = [field for section in sections(text) for field in section.fields]
    wanted: dict[str, tuple[Field, dict[Language, list[str]]]] = {}
    for field in fields:
        changed = {
            one.language: lines
            for one in field.wordings
            if (lines := _lines(changes.get(f"{field.name}.{one.language}", one.text)))
            != _lines(one.text)
        }
        if changed:
            wanted[field.name] = (field, changed)
    body = text.removeprefix("\ufeff")
    mark = text[: len(text) - len(body)]
    root = YAML(typ="safe", pure=True).compose(body)
    expected = deepcopy(read_source(body).data)
    edits: list[Edit] = []
    gone: list[Path] = []
    for field, changed in wanted.values():
        if field.written and not any(changed.get(one.language, one.text) for one in field.wordings):
            gone.append(field.path)
            continue
        _check(field, changed)
        if field.written:
            for language, lines in changed.items():
                node = at(root, (*field.path, language))
                if node is None:
                    raise NotRewordable(
                        Said("`%(part)s` is written in an unusual form", part=field.name)
                    )
                edits += replaced(body, node, lines)
                _expect(expected, (*field.path, language), lines)
        else:
            edits.append(_new(body, root, field, changed, expected))
    out = whole(gone, expected)
    try:
        edits += [dropped(body, root, path) for path in out]
    except ValueError:
        raise NotRewordable(Said("a text of this script is written in an unusual form")) from None
    forgotten(expected, out)
    new = applied(body, edits)
    if _plain(read_source(new).data) != _plain(expected):
        raise NotRewordable(Said("a text of this script is written in an unusual form"))
    return mark + new


def _opening(script: Script, whole: Mapping[str, Data]) -> Section:
    disclosure = _field(("disclosure",), whole.get("disclosure"), script.languages, {})
    return Section("opening", "opening", (disclosure, _text(script, whole, "greeting")))


def _questions(
    script: Script, whole: Mapping[str, Data], full: Mapping[str, Data]
) -> Iterator[Section]:
    presets = {str(one.get("key")): one for one in _groups(full.get("criteria"))}
    for index, criterion in enumerate(_groups(whole.get("criteria"))):
        key = str(criterion.get("key"))
        fields = [
            _field(
                ("criteria", index, part),
                criterion.get(part),
                script.languages,
                _stands(presets.get(key, {}).get(part)),
            )
            for part in QUESTION_PARTS
        ]
        yield Section("question", key, tuple(fields))


def _facts(script: Script, whole: Mapping[str, Data]) -> Iterator[Section]:
    for index, fact in enumerate(_groups(whole.get("facts"))):
        parts = ("answer", "topics")
        fields = [_field(("facts", index, p), fact.get(p), script.languages, {}) for p in parts]
        yield Section("fact", str(fact.get("id")), tuple(fields))


def _sentences(script: Script, whole: Mapping[str, Data]) -> Iterator[Section]:
    texts = whole.get("texts")
    own = texts if isinstance(texts, dict) else {}
    shown = [one for one in TEXT_IDS if one in own or one in OFFERED]
    for one in shown:
        if one != "greeting":
            yield Section("sentence", one, (_text(script, whole, one),))


def _text(script: Script, whole: Mapping[str, Data], text: TextId) -> Field:
    texts = whole.get("texts")
    written = texts.get(text) if isinstance(texts, dict) else None
    stock = {str(language): [*STOCK[text][language]] for language in script.languages}
    return _field(("texts", text), written, script.languages, stock)


def _field(
    path: Path, written: Data, languages: Sequence[Language], stands: Mapping[str, list[str]]
) -> Field:
    group = written if isinstance(written, dict) else {}
    return Field(
        path=path,
        part=str(path[-1]),
        single=path[-1] in SINGLE,
        written=bool(group),
        wordings=tuple(
            Wording(one, "\n".join(_as_list(group.get(one))), "\n".join(stands.get(one, ())))
            for one in languages
        ),
    )


def _stands(written: Data) -> dict[str, list[str]]:
    group = written if isinstance(written, dict) else {}
    return {language: _as_list(one) for language, one in group.items()}


def _groups(data: Data) -> Iterator[dict[str, Data]]:
    for item in data if isinstance(data, list) else ():
        yield item if isinstance(item, dict) else {}


def _as_list(data: Data) -> list[str]:
    """Each wording on one line: YAML's folded lines are one line to whoever reads them."""
    written = data if isinstance(data, list) else [data]
    return [one_line(str(one)) for one in written if one is not None]


def _lines(text: str) -> list[str]:
    return [line for one in text.splitlines() if (line := one_line(one))]


def _check(field: Field, changed: Mapping[Language, Sequence[str]]) -> None:
    for language, lines in changed.items():
        if not lines:
            raise NotRewordable(
                Said(
                    "`%(part)s` would have no text in `%(language)s`: write one, or empty it in"
                    " every language to take it out",
                    part=field.name,
                    language=language,
                )
            )
        if field.single and len(lines) > 1:
            raise NotRewordable(
                Said(
                    "`%(part)s` has one text in each language: write it on a line", part=field.name
                )
            )


def _new(
    body: str,
    root: object,
    field: Field,
    changed: Mapping[Language, list[str]],
    expected: Data,
) -> Edit:
    """A part that the script had not: in every language, or in none."""
    missing = [one.language for one in field.wordings if one.language not in changed]
    if missing:
        raise NotRewordable(
            Said(
                "`%(part)s` needs a text in `%(language)s` too",
                part=field.name,
                language=missing[0],
            )
        )
    values: dict[str, list[str]] = {one.language: changed[one.language] for one in field.wordings}
    for language, lines in values.items():
        _expect(expected, (*field.path, language), lines)
    *parents, key = field.path
    parent = at(root, parents)  # type: ignore[arg-type]
    if parent is None and parents == ["texts"]:
        return appended(body, "texts", str(key), values)
    try:
        return added(body, parent, str(key), values)
    except ValueError:
        raise NotRewordable(Said("there is no place for `%(key)s`", key=key)) from None


def _expect(data: Data, path: Path, lines: list[str]) -> None:
    """Write what the new text is to mean."""
    here: Data = data
    for step in path[:-1]:
        if isinstance(here, list) and isinstance(step, int):
            here = here[step]
        elif isinstance(here, dict):
            here = here.setdefault(str(step), {})
            if here is None:
                raise NotRewordable(Said("`%(part)s` is empty: fill it in the editor", part=step))
    if isinstance(here, dict):
        here[str(path[-1])] = [*lines]


def _plain(data: Data) -> Data:
    """One wording means the same alone and in a list, on one line and on several."""
    match data:
        case str():
            return one_line(data)
        case dict():
            return {key: _plain(value) for key, value in data.items()}
        case [str() as only]:
            return one_line(only)
        case list():
            return [_plain(one) for one in data]
        case _:
            return data
