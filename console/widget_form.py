"""What does the form of a chat say? Fields of text in, how the chat is set up out, and what is
wrong with each. PURE.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import cast, get_args

from agent.widget import COLOUR, FormField, Hours, Side, Theme, Widget
from channels.chat.appearance import is_origin
from channels.chat.colours import is_colour
from console.translations import N_
from qualification.values import CONTACT_KINDS, LANGUAGES, Language

LONGEST_TEXT = 500
LONGEST_LABEL = 24
MOST_SITES = 50
LONGEST_REPLY = 7 * 24 * 60
WANTED = ("no", "optional", "required")
NO_NAME = N_("Give it a name, so that you find it again.")
NO_SITE = N_("Write each site as its origin, one a line: https://acme.com or https://*.acme.com")
NO_COLOUR = N_("Write the colour as six digits: #0b6355")
NO_MINUTES = N_("Write whole minutes, or leave it empty.")
TOO_LONG = N_("This is too long.")
NO_SCRIPT = N_("This script is not published any more: choose another.")
ONE_LANGUAGE = N_("Write it in both languages, or in none.")


@dataclass(frozen=True, slots=True)
class Read:
    """What a form says, and what is wrong with it."""

    widget: Widget
    wrong: Mapping[str, str]
    """By the name of the field; N_ texts."""


def read_form(form: Mapping[str, str], key: str, scripts: Collection[str]) -> Read:
    """How the chat is to be set up."""
    wrong: dict[str, str] = {}
    name = _text(form, "name", 80, wrong)
    if not name:
        wrong["name"] = NO_NAME
    colour = form.get("colour", "").strip().lower()
    if not is_colour(colour):
        wrong["colour"] = NO_COLOUR
        colour = COLOUR
    script = form.get("script", "")
    if script and script not in scripts:
        wrong["script"] = NO_SCRIPT
    consent = _texts(form, "consent", LONGEST_TEXT, wrong)
    if consent and len(consent) < len(LANGUAGES):
        wrong["consent"] = ONE_LANGUAGE
    language = form.get("language", "")
    widget = Widget(
        key=key,
        name=name,
        sites=_sites(form.get("sites", ""), wrong),
        script=script,
        language=language if language in LANGUAGES else None,
        colour=colour,
        side=cast(Side, _one_of(form, "side", get_args(Side))),
        theme=cast(Theme, _one_of(form, "theme", get_args(Theme))),
        launcher=_texts(form, "launcher", LONGEST_LABEL, wrong),
        away=_texts(form, "away", LONGEST_TEXT, wrong),
        hours=cast(Hours, _one_of(form, "hours", ("always", "team"))),
        reply_minutes=_minutes(form.get("reply_minutes", ""), wrong),
        fields=tuple(
            FormField(kind, wanted == "required")
            for kind in CONTACT_KINDS
            if (wanted := form.get(f"field_{kind}", "no")) in WANTED[1:]
        ),
        consent=consent,
        identified_only=form.get("identified_only") == "1",
    )
    return Read(widget, wrong)


def changes(before: Widget, after: Widget) -> list[str]:
    """Which of the settings are different: their names, for the log of changes."""
    names = [one.name for one in fields(Widget)]
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def _text(form: Mapping[str, str], name: str, longest: int, wrong: dict[str, str]) -> str:
    written = " ".join(form.get(name, "").split())
    if len(written) > longest:
        wrong[name] = TOO_LONG
    return written[:longest]


def _texts(
    form: Mapping[str, str], name: str, longest: int, wrong: dict[str, str]
) -> dict[Language, str]:
    """One text a language, without those that are empty."""
    found: dict[Language, str] = {}
    for language in LANGUAGES:
        written = _text(form, f"{name}_{language}", longest, wrong)
        if f"{name}_{language}" in wrong:
            wrong[name] = wrong.pop(f"{name}_{language}")
        if written:
            found[language] = written
    return found


def _sites(written: str, wrong: dict[str, str]) -> tuple[str, ...]:
    sites = tuple(dict.fromkeys(one.rstrip("/") for one in written.lower().split()))
    if len(sites) > MOST_SITES or not all(map(is_origin, sites)):
        wrong["sites"] = NO_SITE
    return sites[:MOST_SITES]


def _minutes(written: str, wrong: dict[str, str]) -> int | None:
    written = written.strip()
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and 1 <= int(written[:9]) <= LONGEST_REPLY):
        wrong["reply_minutes"] = NO_MINUTES
        return None
    return int(written)


def _one_of(form: Mapping[str, str], name: str, known: tuple[str, ...]) -> str:
    written = form.get(name, "")
    return written if written in known else known[0]
