"""What is a CRM, a list or a messenger to us? Its steps, its pace, and what its answers mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from agent.grants import Grant
from agent.ledger import Record
from delivery.calls import Call, Fault, Reply, Steps
from delivery.lead import Lead
from delivery.signing_in import SignIn


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a system may be called by one process."""

    per_second: float
    at_once: int
    burst: int = 1
    """So many calls may follow one another without a pause, after a rest."""


class System(Protocol):
    """A place for delivery.sending.Sending. Pure: it sends nothing and waits for nothing."""

    @property
    def name(self) -> str:
        """In the record and in settings: `hubspot`."""
        ...

    @property
    def pace(self) -> Pace:
        """Below the vendor's limit, which others of the company use as well."""
        ...

    @property
    def sign_in(self) -> SignIn:
        """How it comes to a token."""
        ...

    def address(self, grant: Grant) -> str:
        """What the paths of its calls are below, without a slash at the end."""
        ...

    def headers(self, grant: Grant) -> Mapping[str, str]:
        """Those of every call: who we are."""
        ...

    def steps(self, lead: Lead, record: Record) -> Steps:
        """One delivery."""
        ...

    def fault(self, call: Call, reply: Reply) -> Fault | None:
        """What is wrong with an answer (faults.usual, and the vendor's own forms); None where the
        steps may have it. Not asked about statuses in `call.also`.
        """
        ...
