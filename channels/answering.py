"""Which script answers a number of ours, and in which language does it begin?"""

import logging
from collections.abc import Sequence
from typing import Protocol

import phonenumbers

from agent.conductor import Known, Opened
from agent.errors import UnknownScript
from agent.messages import Channel
from qualification.script import Script
from qualification.values import Language

log = logging.getLogger(__name__)

_SPANISH = "AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE"
SPANISH = frozenset(_SPANISH.split())
"""The countries whose numbers are greeted in Spanish."""
WHATSAPP = "whatsapp:"


class Openings(Protocol):
    """agent.conductor.Conductor, as far as it opens the conversation of a call or a text."""

    async def open(
        self,
        channel: Channel,
        address: str,
        script_key: str,
        language: Language | None = None,
        source: str | None = None,
        *,
        ours: str | None = None,
        greet: bool = True,
        known: Known = ...,
    ) -> Opened: ...


class Published(Protocol):
    """A published version of a script."""

    @property
    def script(self) -> Script: ...


class Catalogue(Protocol):
    """The published scripts."""

    async def all_current(self) -> Sequence[Published]: ...


class Answering:
    """Finds the script whose `answers` names the number that was written to or called."""

    def __init__(self, catalogue: Catalogue, default: str = "") -> None:
        """`default`: the script of the numbers that none names."""
        self._catalogue = catalogue
        self._default = default

    async def script_for(self, channel: Channel, ours: str) -> str:
        """The key of the script that answers. Raises UnknownScript when none is published."""
        scripts = await self._scripts()
        wanted = [ours]
        if channel == "whatsapp":
            wanted.insert(0, f"{WHATSAPP}{ours}")
        for number in wanted:
            for script in scripts:
                if number in script.answers:
                    return script.script
        return self._fallback(scripts)

    async def check(self) -> None:
        """Log what an admin should know at the start: which script answers by default, and which
        numbers are claimed twice.
        """
        scripts = await self._scripts()
        owners: dict[str, str] = {}
        for script in scripts:
            for number in script.answers:
                first = owners.setdefault(number, script.script)
                if first != script.script:
                    log.warning(
                        "%s is answered by %s; %s names it too", number, first, script.script
                    )
        if self._default and self._default not in [script.script for script in scripts]:
            log.error("DEFAULT_SCRIPT is %s, but no such script is published", self._default)
        elif not self._default and scripts:
            log.warning(
                "DEFAULT_SCRIPT is not set: numbers that no script names are answered by %s",
                scripts[0].script,
            )

    async def _scripts(self) -> list[Script]:
        found = [version.script for version in await self._catalogue.all_current()]
        return sorted(found, key=lambda script: script.script)

    def _fallback(self, scripts: Sequence[Script]) -> str:
        keys = [script.script for script in scripts]
        if self._default in keys:
            return self._default
        if not keys:
            raise UnknownScript(self._default or "any")
        return keys[0]


def language_of(number: str) -> Language | None:
    """The language that a number's country suggests; the dialogue follows the prospect's own."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
    region = phonenumbers.region_code_for_number(parsed)
    if region is None:  # not given out yet, or made up: the prefix tells the country
        region = phonenumbers.region_code_for_country_code(parsed.country_code or 0)
    return "es" if region in SPANISH else "en"
