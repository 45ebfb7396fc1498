"""What does Google Analytics get? The events of a lead's life, without a word about the person.

Source: Google Analytics, Measurement Protocol (GA4): "Send events", "Events reference" (lead
generation), "Validate events", "Protocol limitations". It says yes to everything and knows no
repeats: so we check before we send, and what may have arrived is not sent again.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from agent.grants import Grant
from agent.ledger import Record
from agent.outbox import SALES, Event, Failed
from delivery.calls import Call, Fault, Kept, Refused, Reply, Steps
from delivery.faults import usual
from delivery.google_analytics_limits import mistake_in, personal
from delivery.lead import Lead, Said
from delivery.signing_in import SignIn, StaticToken
from delivery.system import Pace
from qualification.values import Json

WORLD = "https://www.google-analytics.com"
EUROPE = "https://region1.google-analytics.com"
PACE = Pace(per_second=10, at_once=3, burst=10)
DENIED: Json = {"ad_user_data": "DENIED", "ad_personalization": "DENIED"}
"""Nobody was asked for advertising."""
LONGEST_VALUE = 100
BACKDATED = timedelta(hours=48)
"""So long before it was recorded may it have happened: they take no more than 72 hours, and it may
wait on its way. What is older counts from when it arrives."""

Parameters = dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of a lead's life."""

    name: str
    parameters: Parameters
    at: datetime | None = None
    """None: now."""


@dataclass(frozen=True, slots=True)
class GoogleAnalytics:
    """A system (delivery.system.System)."""

    measurement_id: str
    api_secret: str = field(repr=False)
    base_url: str = EUROPE
    currency: str = ""
    value: float = 0.0
    """What a qualified lead is worth; not told where the currency is empty."""
    reasons: tuple[str, ...] = ()
    """Why a lead may be lost or rejected, as far as that may be told: what people write otherwise
    is kept from Google, for it may name somebody.
    """
    name: str = "google_analytics"
    pace: Pace = PACE
    wants: frozenset[Event] = SALES | {"lead.nurture", "lead.outcome"}

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
        if lead.unmeasured:
            return "nothing sent: they took back their consent to be measured"
        sent, left = [], []
        for one in self._events(lead):
            if record.remote(one.name) is not None:
                continue
            if one.name in record.unsure:
                yield Kept(one.name, "unsure")
                left.append(one.name)
                continue
            body, kept_back = self._body(lead, one)
            yield Call(one.name, "POST", "/mp/collect", body=body, params=self.query())
            yield Kept(one.name, "sent")
            sent.append(one.name if not kept_back else f"{one.name} without {kept_back}")
        told = [", ".join(sent)] if sent else []
        if left:
            told.append(f"{', '.join(left)} may have arrived, and is not sent again")
        return "; ".join(told) or "nothing new to measure"

    def query(self) -> Mapping[str, str]:
        """Whose events they are."""
        return {"measurement_id": self.measurement_id, "api_secret": self.api_secret}

    def example(self) -> Json:
        """What they may look at without counting it, as strictly as they can."""
        made: dict[str, Json] = {"script": "example", "session_id": "1", "engagement_time_msec": 1}
        return {
            "client_id": "1.1",
            "consent": DENIED,
            "validation_behavior": "ENFORCE_RECOMMENDATIONS",
            "events": [{"name": "generate_lead", "params": made}],
        }

    def _events(self, lead: Lead) -> list[Happened]:
        """What has happened so far; each is sent once in a lead's life."""
        if lead.event == "lead.outcome":
            return [one for said in lead.sales for one in self._said(lead, said)]
        about = self._about(lead)
        events: list[Happened] = []
        if lead.event in SALES:
            source = page_of(lead.source)
            more: Parameters = {"lead_source": source} if source else {}
            events.append(Happened("generate_lead", about | more))
        if lead.outcome == "qualified":
            worth: Parameters = {"currency": self.currency, "value": self.value}
            events.append(Happened("qualify_lead", about | (worth if self.currency else {})))
        elif lead.outcome == "unqualified":
            failed = ",".join(one.key for one in lead.criteria if one.state == "negative")
            why = failed[:LONGEST_VALUE] or "signal"
            events.append(Happened("disqualify_lead", about | {"disqualified_lead_reason": why}))
        return events

    def _said(self, lead: Lead, said: Said) -> Iterator[Happened]:
        """What sales made of it."""
        about, reason = self._about(lead), self._reason(said)
        worth: Parameters = {}
        if said.amount is not None and said.currency is not None:
            worth = {"currency": said.currency, "value": said.amount}
        at = said.at if lead.created_at - said.at <= BACKDATED else None
        match said.outcome:
            case "accepted":
                yield Happened("working_lead", about, at)
            case "rejected" if lead.outcome != "unqualified":  # else it was told before
                why = about | {"disqualified_lead_reason": reason or "sales"}
                yield Happened("disqualify_lead", why, at)
            case "won":
                yield Happened("close_convert_lead", about | worth, at)
            case "lost":
                told: Parameters = {"unconvert_lead_reason": reason} if reason else {}
                yield Happened("close_unconvert_lead", about | worth | told, at)

    def _reason(self, said: Said) -> str:
        known = {one.casefold(): one for one in self.reasons}
        return known.get((said.reason or "").strip().casefold(), "")

    def _about(self, lead: Lead) -> Parameters:
        told: Parameters = {
            "script": lead.script,
            "channel": lead.channel,
            "lead_language": lead.language,
            "lead_tier": lead.tier,
        }
        return {name: value for name, value in told.items() if value}

    def _body(self, lead: Lead, one: Happened) -> tuple[Json, str]:
        """The event, and which parameters are kept from Google."""
        who = hashlib.sha256(f"ga4\0{lead.conversation}".encode()).digest()
        first, second, third = (int.from_bytes(who[at : at + 4]) for at in (0, 4, 8))
        whole: dict[str, Json] = {
            **one.parameters,
            "session_id": str(third),
            "engagement_time_msec": 1,
        }
        mistake = mistake_in(one.name, whole)
        if mistake is not None:
            raise Refused(Failed(f"{one.name}: {mistake}", "fix_configuration"))
        found = personal(whole, lead)
        told = {name: value for name, value in whole.items() if name not in found}
        body: dict[str, Json] = {
            "client_id": f"{first}.{second}",
            "consent": DENIED,
            "events": [{"name": one.name, "params": told}],
        }
        if one.at is not None:
            body["timestamp_micros"] = int(one.at.timestamp() * 1_000_000)
        names = ", ".join(sorted(found))
        return body, f"{names}, which looks like personal data" if names else ""


def page_of(source: str | None) -> str:
    """The page they came from, without what stands behind it: that may hold anything."""
    return (source or "").partition("?")[0].partition("#")[0][:LONGEST_VALUE]
