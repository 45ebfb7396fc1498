"""Which other points would the ends of a script's leads write into it? A draft, with its reasons.

All leads are judged and scored by the script as it is published now, at the moment at which sales
first said something of them: by what they had done until then, and nothing that came of the deal.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from qualification.analytics.draft_reasons import header
from qualification.analytics.drafting import Drafted, Need, draft
from qualification.analytics.observed import Observed, Target
from qualification.analytics.worth import Terms
from qualification.decision import judge
from qualification.rewriting import rewritten
from qualification.script import Script
from storage.database import Database
from storage.ends import Ends, ends_of_script
from storage.looking_back import LookingBack, PastLead
from storage.scripts import Scripts
from storage.tables import ScriptVersionRow

MOST = 5_000
"""Leads with an end at a stage, the newest: of more, the older ones teach about another market."""


class NoSuchScript(Exception):
    """No script of this name is published: name another."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What was found for a published script, and the draft; None where nothing is to be changed."""

    script: str
    version: int
    target: Target
    since: datetime
    at: datetime
    found: Drafted | Need
    draft: str | None = None


class Suggestions:
    """Learns from the ends of leads; nothing is applied."""

    def __init__(self, database: Database, scripts: Scripts) -> None:
        self._database = database
        self._past = LookingBack(database)
        self._scripts = scripts

    async def suggest(
        self, key: str, since: datetime, now: datetime, target: Target, terms: Terms | None = None
    ) -> Suggested:
        """The draft of a script by what became of its leads since then. Raises NoSuchScript, and
        NotRewritable for a text whose numbers cannot be replaced.
        """
        version = await self._scripts.current(key)
        if version is None:
            raise NoSuchScript(key)
        ends = await self._database.read(
            lambda connection: ends_of_script(connection, _versions(connection, key), since, MOST)
        )
        leads = await self._past.these(list(ends))
        script = version.script
        found = await asyncio.to_thread(_found, script, leads, ends, target, terms)
        text = None
        if isinstance(found, Drafted) and (found.points or found.tier):
            body = rewritten(version.text, found.by_criterion, found.tiers)
            text = header(key, version.number, target, since, now, found) + body
        return Suggested(key, version.number, target, since, now, found, text)


def _versions(connection: Connection, key: str) -> Sequence[str]:
    wanted = select(ScriptVersionRow.id).where(ScriptVersionRow.key == key)
    return connection.execute(wanted).scalars().all()


def _found(
    script: Script,
    leads: Sequence[PastLead],
    ends: Mapping[str, Ends],
    target: Target,
    terms: Terms | None,
) -> Drafted | Need:
    return draft(script, [_observed(script, one, ends[one.id]) for one in leads], target, terms)


def _observed(script: Script, lead: PastLead, ends: Ends) -> Observed:
    known = lead.known()
    stands = lead.standing(script, known, ends.heard or lead.opened_at)
    judged = [judge(script, criterion, known.sheet) for criterion in script.criteria]
    return Observed(
        levels={one.key: one.rule if one.state == "unknown" else one.state for one in judged},
        points=stands.card.total,
        accepted=ends.accepted,
        won=ends.won,
    )
