"""agent.enrichment.Provider, which knows what it is told; and Enquiries in memory."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Literal

from agent.enrichment import Answer, Ended, Enquiry, Fields, Subject, Told


class FakeEnrichment:
    """Answers in turn, then with what it knows of an e-mail."""

    def __init__(
        self,
        known: Mapping[str, Fields] | None = None,
        *answers: Answer,
        name: str = "data.example",
        source: Literal["provider", "crm"] = "provider",
    ) -> None:
        self.name = name
        self.source: Literal["provider", "crm"] = source
        self.known = known or {}
        self.answers = list(answers)
        self.asked: list[Subject] = []
        self.silent = False
        """It never answers."""

    async def look_up(self, subject: Subject) -> Answer:
        self.asked.append(subject)
        if self.silent:
            await asyncio.Event().wait()
        if self.answers:
            return self.answers.pop(0)
        return Told(self.known.get(subject.email, {}))


class FakeEnquiries:
    """One enquiry at a time."""

    def __init__(self, enquiry: Enquiry) -> None:
        self.enquiry: Enquiry | None = enquiry
        self.ended: tuple[Ended, str] | None = None
        self.put_off_for: list[str] = []

    async def take(self, enquiry: str, now: datetime) -> Enquiry | None:
        _ = now
        if self.enquiry is None or self.ended or self.enquiry.id != enquiry:
            return None
        self.enquiry = replace(self.enquiry, tries=self.enquiry.tries + 1)
        return self.enquiry

    async def keep(self, enquiry: Enquiry, fields: Fields, now: datetime) -> Enquiry:
        self.enquiry = replace(enquiry, fields=fields, answered_at=now)
        return self.enquiry

    async def put_off(self, enquiry: Enquiry, why: str) -> None:
        assert enquiry == self.enquiry
        self.put_off_for.append(why)

    async def end(self, enquiry: Enquiry, how: Ended, why: str, now: datetime) -> None:
        _ = enquiry, now
        self.ended = how, why
