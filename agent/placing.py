"""Where does a conversation belong? At the reception until it is known; then with the script meant.

It changes scripts within a turn: what is claimed for the turn is handed on under the chosen script,
and written so. A turn that fails leaves the conversation at the reception, as it was.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from agent.asides import other_lines, with_aside
from agent.catalogue import Catalogue, Published
from agent.moves import Step
from agent.ports import Claim, Clock
from agent.reading import Reading
from agent.reception import (
    carried_over,
    chosen_by_words,
    gave_up,
    interested_elsewhere,
    is_reception,
    option_read,
    said_at_the_reception,
    to_a_person,
    without_a_guess,
)
from qualification.choosing import ChosenBy
from qualification.reception import LINE, option_of
from qualification.script import Script, TextQuestion

FRESH = timedelta(minutes=1)
"""So old may be what is known of the other scripts: it is only looked at for what is said aside."""


class Placing:
    """Finds the script that goes on with a conversation."""

    def __init__(self, catalogue: Catalogue, clock: Clock) -> None:
        self._catalogue = catalogue
        self._clock = clock
        self._scripts: tuple[Script, ...] = ()
        self._looked_at: datetime | None = None

    async def enter(self, claim: Claim) -> Claim:
        """The claim, by the chosen script if the words at the reception show one."""
        if not is_reception(claim.script):
            return claim
        chosen = chosen_by_words(claim.script, claim.dialogue, claim.unread)
        if chosen is None:
            return claim
        return await self._taken_to(claim, *chosen) or claim

    async def read(self, claim: Claim, reading: Reading) -> Reading:
        """The reading as it counts: at the reception without a guess, elsewhere with what they say
        about other product lines.
        """
        if is_reception(claim.script):
            return without_a_guess(claim.script, claim.dialogue, reading, claim.unread)
        lines = other_lines(claim.script, await self._published())
        if not lines:
            return reading
        asked = claim.script.criterion(claim.dialogue.asked or "")
        texts = [message.text for message in claim.unread]
        if _just_placed(claim):
            others = {key: line.phrases for key, line in lines.items()}
            reading = interested_elsewhere(reading, others, texts)
        return with_aside(
            reading,
            claim.script,
            texts,
            lines,
            reading.language or claim.dialogue.language,
            open_words=isinstance(asked, TextQuestion),
            any_mention=_just_placed(claim),
        )

    async def settle(self, claim: Claim, reading: Reading, step: Step) -> Claim | Step:
        """The step, if it is to be written; else the claim by the script that takes the turn."""
        if not is_reception(claim.script) or claim.dialogue.phase not in ("open", "closed"):
            return step
        option = option_read(step.dialogue)
        if option is not None:
            asked: ChosenBy = "asked" if claim.dialogue.asked == LINE else "first_message"
            return await self._taken_to(claim, option, asked) or step
        if not gave_up(step.dialogue, reading):
            return step
        default = option_of(self._catalogue.default) if self._catalogue.default else ""
        taken = await self._taken_to(claim, default, "default") if default else None
        return taken or to_a_person(claim.dialogue, step.dialogue, self._clock.now())

    async def _taken_to(self, claim: Claim, option: str, by: ChosenBy) -> Claim | None:
        """The claim by the script of an option as it is published now; None when it is gone."""
        found = await self._catalogue.all_current()
        version = next((one for one in found if option_of(one.script.script) == option), None)
        return None if version is None else _handed_on(claim, version, by)

    async def _published(self) -> Sequence[Script]:
        now = self._clock.now()
        if self._looked_at is None or now - self._looked_at > FRESH:
            self._scripts = tuple(one.script for one in await self._catalogue.all_current())
            self._looked_at = now
        return self._scripts


def _just_placed(claim: Claim) -> bool:
    """Whether what is read now was said before it was known which script is meant."""
    return claim.dialogue.turns == 0 and claim.dialogue.chosen_by in ("first_message", "asked")


def _handed_on(claim: Claim, version: Published, by: ChosenBy) -> Claim:
    said = said_at_the_reception(claim.transcript)
    first = said[0].seq if said else claim.unread[0].seq
    return replace(
        claim,
        script=version.script,
        script_version=version.id,
        dialogue=carried_over(claim.script, version.script, claim.dialogue, by),
        unread=(*said, *claim.unread),
        transcript=tuple(one for one in claim.transcript if one.seq < first),
    )
