"""Which script answers a number of ours, and in which language does it begin?"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import phonenumbers

from agent.conductor import Known, Opened
from agent.errors import UnknownScript
from agent.messages import Channel
from qualification.choosing import Arrival, ChosenBy, choose
from qualification.script import RECEPTION, Script
from qualification.values import Language

log = logging.getLogger(__name__)

_SPANISH = "AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE"
SPANISH = frozenset(_SPANISH.split())
"""The countries whose numbers are greeted in Spanish."""
WHATSAPP = "whatsapp:"


@dataclass(frozen=True, slots=True)
class Placed:
    """Who answers, and what it was chosen by; None for the reception, which finds it out."""

    script: str
    by: ChosenBy | None = None


class Openings(Protocol):
    """agent.conductor.Conductor, as far as it opens the conversation of a call or a text."""

    async def open(
        self,
        channel: Channel,
        address: str,
        script_key: str | None,
        language: Language | None = None,
        source: str | None = None,
        *,
        ours: str | None = None,
        greet: bool = True,
        known: Known = ...,
        chosen_by: ChosenBy | None = ...,
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
        """`default`: the script that goes on where asking did not help."""
        self._catalogue = catalogue
        self._default = default

    async def script_for(self, channel: Channel, ours: str) -> Placed:
        """Who answers: a script, or the reception where none names the number, or several do.
        Raises UnknownScript when none is published.
        """
        scripts = await self._scripts()
        if not scripts:
            raise UnknownScript(self._default or "any")
        chosen = choose(scripts, Arrival(number=ours, whatsapp=channel == "whatsapp"))
        return Placed(chosen.script, chosen.by) if chosen else Placed(RECEPTION)

    async def check(self) -> None:
        """Log what an admin should know at the start: the numbers that are claimed twice, and who
        goes on where asking did not help.
        """
        scripts = await self._scripts()
        owners: dict[str, str] = {}
        for script in scripts:
            for number in script.answers:
                first = owners.setdefault(number, script.script)
                if first != script.script:
                    log.warning(
                        "%s is answered by %s and by %s: who comes by it is asked what it is about",
                        number,
                        first,
                        script.script,
                    )
        if self._default and self._default not in [script.script for script in scripts]:
            log.error("DEFAULT_SCRIPT is %s, but no such script is published", self._default)
        elif not self._default and len(scripts) > 1:
            log.info("DEFAULT_SCRIPT is not set: whom asking does not place, a person answers")

    async def _scripts(self) -> list[Script]:
        found = [version.script for version in await self._catalogue.all_current()]
        return sorted(found, key=lambda script: script.script)


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
