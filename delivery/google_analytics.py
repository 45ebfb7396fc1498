"""What does Google Analytics get? The events of a lead's life, without a word about the person.

Source: Google Analytics, Measurement Protocol (GA4): "Send events", "Events reference" (lead
generation), "Validate events", "Protocol limitations". It says yes to everything and knows no
repeats: so we check before we send, and what may have arrived is not sent again.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from agent.grants import Grant
from agent.ledger import Record
from agent.outbox import SALES, Event, Failed
from delivery.calls import Call, Fault, Kept, Refused, Reply, Steps
from delivery.faults import usual
from delivery.google_analytics_limits import mistake_in, personal
from delivery.lead import Lead
from delivery.signing_in import SignIn, StaticToken
from delivery.system import Pace
from qualification.values import Json

WORLD = "https://www.google-analytics.com"
EUROPE = "https://region1.google-analytics.com"
PACE = Pace(per_second=10, at_once=3, burst=10)
DENIED: Json = {"ad_user_data": "DENIED", "ad_personalization": "DENIED"}
"""Nobody was asked for advertising."""
LONGEST_VALUE = 100

Parameters = dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class GoogleAnalytics:
    """A system (delivery.system.System)."""

    measurement_id: str
    api_secret: str = field(repr=False)
    base_url: str = EUROPE
    currency: str = ""
    value: float = 0.0
    """What a qualified lead is worth; not told where the currency is empty."""
    name: str = "google_analytics"
    pace: Pace = PACE
    wants: frozenset[Event] = SALES | {"lead.nurture"}

    @property
    def sign_in(self) -> SignIn:
        """Shown in the query, as they want it."""
        return StaticToken(self.api_secret)

    def address(self, grant: Grant) -> str:
        """Of Google's collectors."""
        del grant
        return self.base_url

    def headers(self, grant: Grant) -> Mapping[str, str]:
        """None."""
        del grant
        return {}

    def fault(self, call: Call, reply: Reply) -> Fault | None:
        """By its status alone: the body is empty."""
        del call
        return usual(reply)

    def steps(self, lead: Lead, record: Record) -> Steps:
        """See System."""
        sent, left = [], []
        for event, parameters in self._events(lead):
            if record.remote(event) is not None:
                continue
            if event in record.unsure:
                yield Kept(event, "unsure")
                left.append(event)
                continue
            query = {"measurement_id": self.measurement_id, "api_secret": self.api_secret}
            body = self._body(lead, event, parameters)
            yield Call(event, "POST", "/mp/collect", body=body, params=query)
            yield Kept(event, "sent")
            sent.append(event)
        told = [", ".join(sent)] if sent else []
        if left:
            told.append(f"{', '.join(left)} may have arrived, and is not sent again")
        return "; ".join(told) or "nothing new to measure"

    def _events(self, lead: Lead) -> list[tuple[str, Parameters]]:
        """What has happened so far; each is sent once in a lead's life."""
        about = self._about(lead)
        events: list[tuple[str, Parameters]] = []
        if lead.event in SALES:
            source = page_of(lead.source)
            events.append(("generate_lead", about | ({"lead_source": source} if source else {})))
        if lead.outcome == "qualified":
            worth: Parameters = {"currency": self.currency, "value": self.value}
            events.append(("qualify_lead", about | (worth if self.currency else {})))
        elif lead.outcome == "unqualified":
            failed = ",".join(one.key for one in lead.criteria if one.state == "negative")
            why = failed[:LONGEST_VALUE] or "signal"
            events.append(("disqualify_lead", about | {"disqualified_lead_reason": why}))
        return events

    def _about(self, lead: Lead) -> Parameters:
        told: Parameters = {
            "script": lead.script,
            "channel": lead.channel,
            "lead_language": lead.language,
            "lead_tier": lead.tier,
        }
        return {name: value for name, value in told.items() if value}

    def _body(self, lead: Lead, event: str, parameters: Parameters) -> Json:
        who = hashlib.sha256(f"ga4\0{lead.conversation}".encode()).digest()
        first, second, third = (int.from_bytes(who[at : at + 4]) for at in (0, 4, 8))
        whole: dict[str, Json] = {**parameters, "session_id": str(third), "engagement_time_msec": 1}
        mistake = mistake_in(event, whole)
        if mistake is not None:
            raise Refused(Failed(f"{event}: {mistake}", "fix_configuration"))
        found = personal(whole, lead)
        if found is not None:
            why = f"{event}: {found} looks like personal data, which Google does not allow"
            raise Refused(Failed(why, "fix_data"))
        return {
            "client_id": f"{first}.{second}",
            "consent": DENIED,
            "events": [{"name": event, "params": whole}],
        }


def page_of(source: str | None) -> str:
    """The page they came from, without what stands behind it: that may hold anything."""
    return (source or "").partition("?")[0].partition("#")[0][:LONGEST_VALUE]
