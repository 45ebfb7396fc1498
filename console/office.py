"""What does the console work with? Everything it is given, in one place."""

from dataclasses import dataclass

from fastapi import Request

from agent.conductor import Conductor
from agent.outbox import Outbox
from agent.ports import Clock, Replies
from console.contexts import Signed
from console.gate import Gate
from storage.leads import Leads


@dataclass(frozen=True, slots=True)
class Office:
    """The console's dependencies."""

    gate: Gate
    leads: Leads
    replies: Replies
    conductor: Conductor
    outbox: Outbox
    clock: Clock
    demo: bool

    async def signed(self, request: Request) -> Signed:
        """Who is looking, for a page. Raises NotSignedIn."""
        user = await self.gate.user(request)
        return Signed(user.email, self.gate.form_token(self.gate.visit(request)))

    async def acting(self, request: Request, token: str) -> str:
        """Who sends this form. Raises NotSignedIn, and Problem for a form that is none of ours."""
        user = await self.gate.user(request)
        self.gate.check_form(request, token)
        return user.email
