"""Which systems are delivered to in steps? Each with its fake, for tests/delivery/test_faults.py.

A new system adds its line to PAIRS.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from delivery.hubspot import HubSpot
from delivery.salesforce import Salesforce
from delivery.signing_in import OAuth
from delivery.sugarcrm import SugarCrm
from delivery.system import System
from delivery.zoho import Zoho
from tests.fakes.crm import FakeCrm
from tests.fakes.hubspot import FakeHubSpot
from tests.fakes.salesforce import FakeSalesforce
from tests.fakes.sugarcrm import FakeSugarCrm
from tests.fakes.zoho import FakeZoho

HOST = "https://crm.test"


@dataclass(frozen=True)
class Pair:
    """How to make a system, and the fake that it talks to; at `host` it listens."""

    name: str
    fake: Callable[[], FakeCrm]
    system: Callable[[str], System]


def rotating(host: str) -> OAuth:
    """A sign-in whose refresh token is good once (tests.fakes.crm.FakeCrm.sign_in)."""
    return OAuth(f"{host}/oauth/v1/token", "client", "secret", refresh_token="refresh-1")


def zoho(host: str, **more: Any) -> Zoho:
    """A sign-in whose refresh token stays."""
    return Zoho("client", "secret", "refresh-1", accounts=host, **more)


def sugarcrm(host: str, **more: Any) -> SugarCrm:
    """A sign-in with a user's password."""
    return SugarCrm(host, "banter", "secret", **more)


PAIRS = [
    Pair(
        "hubspot",
        lambda: FakeHubSpot(owners={"eva@acme.example": "77"}),
        lambda host: HubSpot(rotating(host), base_url=host),
    ),
    Pair(
        "hubspot",
        lambda: FakeHubSpot(owners={"eva@acme.example": "77"}),
        lambda host: HubSpot(
            rotating(host),
            base_url=host,
            pipeline="default",
            deal_stage="appointmentscheduled",
            leads=True,
        ),
    ),
    Pair("salesforce", FakeSalesforce, lambda host: Salesforce(host, "client", "secret")),
    Pair(
        "salesforce",
        lambda: FakeSalesforce(silent=True),
        lambda host: Salesforce(
            host,
            "client",
            "secret",
            records="contact",
            opportunity_stage="Qualification",
            campaign="701000000000001",
        ),
    ),
    Pair("zoho", FakeZoho, zoho),
    Pair("zoho", FakeZoho, lambda host: zoho(host, records="contact", deal_stage="New")),
    Pair("sugarcrm", FakeSugarCrm, sugarcrm),
    Pair("sugarcrm", FakeSugarCrm, lambda host: sugarcrm(host, key="banter_id_c")),
    Pair(
        "sugarcrm",
        FakeSugarCrm,
        lambda host: sugarcrm(host, records="contact", sales_stage="Prospecting"),
    ),
]
