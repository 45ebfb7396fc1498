"""Whose is a lead, and who may say so? What was given by the teams is moved, accepted and rejected
there, so that the page, the reminders and the CRM know one owner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from agent.routing import Assignment
from channels.problems import Problem
from console.access import Person
from console.inbox_desk import InboxDesk, person_with
from console.offering import is_live
from console.translations import N_, Words
from qualification.routing.following import Place
from storage.acceptance import NotTheirs
from storage.outcomes import LeadOutcome, OutcomeName
from storage.placing import NotAssigned
from storage.users import User

_NOT_THEIRS = N_("Somebody else has this lead now: %(name)s.")
_NO_TEAM = N_(
    "You are in no team, so this lead cannot be yours. Give it to somebody of a team: the box with"
    " the names, above the conversation."
)
_OF_NO_TEAM = N_("They are in no team, so nobody would remind them: choose somebody of a team.")
_ADMINS_ONLY = N_("Only an admin says this in somebody else's name.")


@dataclass(frozen=True, slots=True)
class Ownership:
    """What somebody says of whose a lead is, at a moment."""

    desk: InboxDesk
    person: Person
    words: Words
    now: datetime

    async def give(self, conversation: str, to: User | None) -> None:
        """Somebody else has it from now on, and what was put together with it: with the time to
        accept, reminders and the CRM. What was handed over and nobody has is given to them the same
        way; what no team can get is only seen to. Raises Problem.
        """
        both = (conversation, *await self._beside(conversation))
        known = [place for one in both if (place := await self._place(one)) is not None]
        live = [place for place in known if is_live(place)]
        if not live:
            placed = not known and to is not None and await self._place_first(both, to)
            to_see_to = None if placed or to is None else to.id
            await self.desk.handling.assign(conversation, to_see_to)
            return
        if to is not None:
            who = person_with(await self.desk.plan(), to.email)
            if who is None:
                raise Problem(409, "no-team", self.words.text(_OF_NO_TEAM))
            by = await self._mine() or self.person.email
            for place in live:
                if who != place.person:
                    move = self.desk.acceptance.move
                    await move(place.handover, Place(person=who), by, None, self.now)
        await self.desk.handling.assign(conversation, None)  # the owner sees to it

    async def _place_first(self, conversations: Sequence[str], to: User) -> bool:
        """Leads that nobody has are theirs to accept; False where they were not handed over, or
        who is to have them is in no team.
        """
        who = person_with(await self.desk.plan(), to.email)
        if who is None:
            return False
        made = [await self.desk.assignments.handover(one) for one in conversations]
        handovers = dict.fromkeys(one for one in made if one is not None)
        by = await self._mine() or self.person.email
        for one in handovers:
            await self.desk.acceptance.move(one, Place(person=who), by, None, self.now)
        return bool(handovers)

    async def accept(self, conversation: str, instead_of: str = "") -> None:
        """It is theirs. `instead_of`: whose it becomes, where an admin says so. Raises Problem."""
        place = await self._place(conversation)
        if place is None:
            await self._say(conversation, "accepted", None)
            await self.desk.handling.assign(conversation, self.person.id)
            return
        who = await self._who(instead_of)
        try:
            await self.desk.acceptance.accept(place.handover, who, self.now)
        except NotTheirs as refused:
            raise await self._refused(refused.now) from None
        for one in await self._theirs_beside(conversation, who):
            await self.desk.acceptance.accept(one.handover, who, self.now)
        await self.desk.handling.assign(conversation, None)

    async def reject(self, conversation: str, reason: str, instead_of: str = "") -> None:
        """It is no lead. Raises Problem."""
        place = await self._place(conversation)
        if place is None:
            await self._say(conversation, "rejected", reason)
        else:
            who = await self._who(instead_of)
            try:
                await self.desk.acceptance.reject(place.handover, who, reason, self.now)
            except NotTheirs as refused:
                raise await self._refused(refused.now) from None
            for one in await self._theirs_beside(conversation, who):
                await self.desk.acceptance.reject(one.handover, who, reason, self.now)
        await self.desk.handling.stand(conversation, "resolved")

    async def _beside(self, conversation: str) -> tuple[str, ...]:
        """What was put together with it, and is shown as one."""
        return tuple(one.conversation for one in await self.desk.lines.together(conversation))

    async def _theirs_beside(self, conversation: str, who: str) -> list[Assignment]:
        """What was put together with it and is the same one's: said of one, it holds for both."""
        places = [await self._place(one) for one in await self._beside(conversation)]
        return [one for one in places if one is not None and is_live(one) and one.person == who]

    async def _place(self, conversation: str) -> Assignment | None:
        try:
            places = await self.desk.assignments.of(conversation)
        except NotAssigned:
            return None
        return places[-1][0] if places else None

    async def _mine(self) -> str | None:
        return person_with(await self.desk.plan(), self.person.email)

    async def _who(self, instead_of: str) -> str:
        mine = await self._mine()
        if instead_of and instead_of != mine:
            if self.person.role != "admin":
                raise Problem(403, "not-allowed", self.words.text(_ADMINS_ONLY))
            return instead_of
        if mine is None:
            raise Problem(409, "no-team", self.words.text(_NO_TEAM))
        return mine

    async def _say(self, conversation: str, outcome: OutcomeName, reason: str | None) -> None:
        """On the lead's own record, where no team has got it; the same again changes nothing."""
        before = [
            one for one in await self.desk.outcomes.of(conversation) if one.stage == "acceptance"
        ]
        if before and before[-1].outcome == outcome:
            return
        by = await self._mine() or self.person.email
        said = LeadOutcome(conversation, outcome, self.now, reason, person=by)
        await self.desk.outcomes.record(said, self.now)

    async def _refused(self, now: Assignment) -> Problem:
        plan = await self.desk.plan()
        someone = plan.person(now.person) if plan else None
        name = someone.name if someone else now.person or now.queue or ""
        return Problem(409, "not-theirs", self.words.text(_NOT_THEIRS) % {"name": name})
