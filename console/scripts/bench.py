"""What do all pages about scripts share? The script that is worked on, its head, its findings."""

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Path

from channels.problems import Problem
from console.access import Person
from console.gate import PATH
from console.office import Office
from console.rendering import Pages
from console.scripts.contexts import Head, Tab
from console.scripts.findings import Findings, findings
from console.scripts.rehearsals import Rehearsals
from console.scripts.remembered import Remembered
from console.scripts.trials import findings_of_tests
from console.scripts.wordings import Section, sections
from console.translations import N_
from console.workshop import OnTheBench, UnknownScript
from qualification.source import MAX_CHARACTERS

HOME = f"{PATH}/scripts"
SLUG = r"^[a-z][a-z0-9-]{0,59}$"
Key = Annotated[str, Path(pattern=SLUG)]
_UNKNOWN = N_("There is no script of this name.")
_TOO_LONG = N_("This is longer than a script may be.")
_LINE_ENDS = re.compile(r"\r\n?")


class Bench:
    """Where scripts are worked on: what the routes of these pages have in common."""

    def __init__(self, office: Office, pages: Pages) -> None:
        self.office = office
        self.pages = pages
        self.workshop = office.workshop
        self.rehearsals = Rehearsals(self.workshop.readers, self.workshop.clock)
        self._findings = Remembered[Findings]()
        self._sections = Remembered[tuple[Section, ...]]()
        self._tests = Remembered[Findings]()
        self.reader = Depends(office.gate.permits("sales", "admin"))
        """Whoever may see scripts."""
        self.talker = Depends(office.gate.permits("sales", "admin", own=True))
        """Whoever may talk to drafts: auditors too, for nothing of it is kept."""
        self.writer = Depends(office.gate.permits("admin"))

    def router(self) -> APIRouter:
        """A router whose errors are pages."""
        return APIRouter(route_class=self.pages.route_class())

    async def take(self, key: str) -> OnTheBench:
        """The script, or the page that says that there is none."""
        try:
            return await self.workshop.take(key)
        except UnknownScript:
            raise Problem(404, "unknown-script", _UNKNOWN) from None

    def head(self, person: Person, piece: OnTheBench, tab: Tab) -> Head:
        """The head of a page."""
        draft = piece.draft
        return Head(
            key=piece.key,
            title=piece.title,
            tab=tab,
            number=piece.number,
            revision=piece.revision,
            based_on=piece.based_on,
            changed=piece.changed,
            overtaken=piece.overtaken,
            saved_by=draft.saved_by if draft else "",
            saved_at=draft.saved_at if draft else None,
            now=self.workshop.now,
            may_edit=person.role == "admin",
        )

    async def findings(self, key: str, text: str) -> Findings:
        """What is to be said of a text, beside the scripts that are published."""
        published = await self.workshop.scripts.all_current()
        beside = [one for one in published if one.key != key]
        others = [one.script for one in beside]
        return await self._findings.get(
            lambda: findings(key, text, others), key, text, *(one.id for one in beside)
        )

    async def sections(self, text: str) -> tuple[Section, ...]:
        """The texts of a script, for a form. Raises ScriptError."""
        return await self._sections.get(lambda: sections(text), text)

    async def findings_of_tests(self, key: str, text: str) -> Findings:
        """What is to be said of a file of conversation tests."""
        return await self._tests.get(lambda: findings_of_tests(key, text), key, text)


def unix(text: str) -> str:
    """A text as it is kept: a browser sends every line end as two characters."""
    if len(text) > MAX_CHARACTERS:
        raise Problem(413, "too-long", _TOO_LONG)
    return _LINE_ENDS.sub("\n", text)


def excerpts(text: str, found: Findings) -> tuple[str, ...]:
    """The line that each finding is about."""
    lines = text.splitlines()
    return tuple(lines[one.line - 1].strip() if one.line <= len(lines) else "" for one in found.all)
