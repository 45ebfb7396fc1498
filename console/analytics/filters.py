"""Which leads are looked at? It stands in the address, so that it can be kept and sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from console.analytics.shelf import Asked
from console.translations import N_, Words
from storage.report_scope import UNNAMED, Scope
from storage.reports import Names

SPANS: dict[int, str] = {
    7: N_("Last 7 days"),
    30: N_("Last 30 days"),
    90: N_("Last 90 days"),
    180: N_("Last 180 days"),
    365: N_("Last 12 months"),
}
USUAL = 90
CHANNELS: dict[str, str] = {
    "chat": N_("Chat"),
    "sms": N_("SMS"),
    "whatsapp": N_("WhatsApp"),
    "voice": N_("Telephone"),
    "terminal": N_("Terminal"),
}
LANGUAGES: dict[str, str] = {"es": N_("Spanish"), "en": N_("English")}


@dataclass(frozen=True, slots=True)
class Filters:
    """What was chosen; empty: any."""

    days: int = USUAL
    script: str = ""
    channel: str = ""
    source: str = ""

    @property
    def asked(self) -> Asked:
        """The report of it."""
        scope = Scope(self.script or None, self.channel or None, self.source or None)
        return Asked(self.days, scope)

    @property
    def query(self) -> str:
        """As an address has it, with its question mark; nothing where nothing was chosen."""
        chosen = {
            "days": "" if self.days == USUAL else self.days,
            "script": self.script,
            "channel": self.channel,
            "source": self.source,
        }
        written = urlencode({name: value for name, value in chosen.items() if value})
        return f"?{written}" if written else ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A list to choose from."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def fields(
    filters: Filters, names: Names | None, words: Words, titles: Mapping[str, str]
) -> tuple[Field, ...]:
    """The lists over a page; what was chosen is among them though no lead has it any more."""
    _ = words.text
    days = tuple(Choice(str(days), _(label), days == filters.days) for days, label in SPANS.items())
    known = names or Names((), (), ())
    return (
        Field("days", _("Period"), days),
        _field("script", _("Script"), known.scripts, filters.script, words, titles),
        _field("channel", _("Channel"), known.channels, filters.channel, words),
        _field("source", _("Source"), known.sources, filters.source, words),
    )


def _field(
    name: str,
    label: str,
    known: tuple[str, ...],
    chosen: str,
    words: Words,
    titles: Mapping[str, str] | None = None,
) -> Field:
    values = dict.fromkeys((*known, chosen) if chosen else known)
    found = [Choice("", words.text(N_("All")), not chosen)]
    found += [
        Choice(one, (titles or {}).get(one) or named(name, one, words), one == chosen)
        for one in values
    ]
    return Field(name, label, tuple(found))


def named(dimension: str, value: str, words: Words) -> str:
    """What the value of a dimension is called."""
    if value == UNNAMED:
        return words.text(N_("(none)"))
    known = {"channel": CHANNELS, "language": LANGUAGES}.get(dimension, {})
    return words.text(known[value]) if value in known else value
