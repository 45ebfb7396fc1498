"""Whatever a prospect writes stays words: on every page of the console, in files and in what is
sent. A page about somebody hostile has the very elements of one about somebody harmless.
"""

import asyncio
import csv
import io
import re
import shutil
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import httpx
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from agent.widget import Identity
from console.accepting import Accepting, accept_router
from console.rendering import Pages
from qualification.answers import Answer, Evidence
from qualification.values import Contact, Text
from storage.audit import Named
from storage.database import Database
from storage.outcomes import LeadOutcome
from storage.widget_guests import StoredGuests
from tests.console.conftest import PASSWORD, Browser, Firm
from tests.console.desks import RoutingFirm
from tests.hostile import OURS, Skeleton, hostile_texts

SOUGHT = "sellmore"
"""A word that both have, so that both are found."""
ALL = " ".join((SOUGHT, *OURS))
HARMLESS = f"{SOUGHT} is what we would like"
BOSS = "boss@acme.example"
FORMULA = re.compile(r"[=+@\t\r]|-\D")
TABS = ("", "/breakdown", "/questions", "/deals", "/speed")
ELSEWHERE = {"/console/sso", "/console/invitation/{link}", "/console/login/code", "/console/watch"}


@dataclass
class House:
    """A firm with one prospect, who says these things wherever a prospect can say anything."""

    firm: Firm
    says: str
    lead: str
    other: str
    browser: Browser
    accept: FastAPI
    link: str

    def addresses(self) -> Iterator[str]:
        """Every page of the route table that only shows, about this prospect."""
        named = {
            "conversation": self.lead,
            "key": "crm-suite",
            "identity": "ana",
            "number": "1",
            "tab": "questions",
            "figure": "sources",
            "study": "0" * 32,
            "link": "x",
            "rest:path": "nowhere",
        }
        for one in iter_route_contexts(self.browser.app.routes):
            path, methods = str(one.path), getattr(one, "methods", None) or ()
            if "GET" in methods and path.startswith("/console") and path not in ELSEWHERE:
                yield re.sub(r"{([^}]+)}", lambda found: named[found[1]], path)


async def house(firm: Firm, says: str, messages: Sequence[str]) -> House:
    """Wherever a prospect, their site or a colleague can put words, there are these."""
    desk = RoutingFirm(firm)
    await desk.publish()
    lead = await firm.conversation(says, *messages, source=says)
    other = await firm.conversation(says, source=says)
    said = (await firm.transcript(lead))[1]
    now, quote = firm.clock.now(), Evidence(said.id, said.text)
    answers = (
        Answer("need", Text(says), now, quote),
        Answer("budget", Text(says), now, quote),
        Answer("name", Contact("name", says), now, quote),
        Answer("company", Contact("company", says), now, quote),
    )
    await firm.hand_over(lead, *answers)
    await firm.hand_over(other, *answers)
    await firm.fail_deliveries(says)
    for one in (lead, other):
        await firm.reached_at(one, f"{says}@b.example")
        await firm.inbox_desk.outcomes.record(
            LeadOutcome(one, "lost", now, reason=says, person=says), now
        )
    guests = StoredGuests(firm.database, firm.clock)
    await guests.identify(lead, "default", Identity(says, {"email": says}, {"a": says, says: 1}))
    await guests.describe(lead, {says: {"b": says}})
    await guests.rate(lead, 1, says)
    await guests.agree(lead, says, says)
    await firm.text(lead, "waiting", says)
    user = await firm.users.add(BOSS, PASSWORD, "admin", name=says)
    await firm.inbox_desk.handling.note(lead, user.id, says, now)
    await firm.audit.record(user, "lead.viewed", lead, {"note": says})
    handover = (await firm.leads.lead(lead)).line.handover
    assert handover is not None
    given = await desk.assignments.give(handover, (), now)
    assert given is not None
    await desk.acceptance.pass_on(handover, given.person or "", says, now)
    browser = Browser(firm.app())
    assert (await browser.sign_in(BOSS)).status_code == 303
    accept = FastAPI()
    accepting = Accepting(
        links=desk.links,
        assignments=desk.assignments,
        acceptance=desk.acceptance,
        teams=desk.teams,
        leads=firm.leads,
        clock=firm.clock,
        address="https://banter.example",
    )
    accept.include_router(accept_router(accepting, Pages()))
    link = desk.links.link(handover, "luis").removeprefix("https://banter.example")
    return House(firm, says, lead, other, browser, accept, link)


@asynccontextmanager
async def opened(
    template: Path, folder: Path, says: str, messages: Sequence[str]
) -> AsyncIterator[House]:
    """A firm of its own, with one prospect who says this."""
    path = folder / f"{uuid4().hex}.db"
    shutil.copy(template, path)
    database = Database(f"sqlite:///{path}")
    made = await house(Firm(database), says, messages)
    yield made
    await made.browser.client.aclose()
    await database.close()


async def counted(browser: Browser, address: str) -> httpx.Response:
    """A page when its figures, which are counted beside it, are there."""
    for _ in range(100):
        answer = await browser.see(address)
        if 'class="counting"' not in answer.text:
            return answer
        await asyncio.sleep(0.05)
    raise AssertionError(address)


async def pages_of(made: House) -> dict[str, str]:
    """Every page of the console that is HTML, by its route, and the searches for what they say."""
    found: dict[str, str] = {}
    ids = {made.lead: "LEAD", made.other: "OTHER"}
    none = f"nobody says {made.says}"
    for address in (
        *made.addresses(),
        f"/console?status=every&q={SOUGHT}",
        "/console?status=every&" + urlencode({"q": none[:150]}),
        "/console?status=every&" + urlencode({"source": none[:90]}),
        f"/console/palette?q={SOUGHT}",
        "/console/palette?" + urlencode({"q": none[:150]}),
        f"/console/leads/{made.lead}/merge?other={made.other}",
        "/console/analytics?" + urlencode({"source": none[:190]}),
        "/console/audit?" + urlencode({"lead": made.lead}),
    ):
        answer = await counted(made.browser, address)
        assert answer.status_code < 500, address
        if "text/html" in answer.headers.get("content-type", ""):
            name = address.partition("?")[0] + ("?" if "?" in address else "")
            for one, said in ids.items():
                name = name.replace(one, said)
            found[name + str(len([key for key in found if key.startswith(name)]))] = answer.text
    accept = httpx.AsyncClient(
        transport=httpx.ASGITransport(made.accept), base_url="https://banter.example"
    )
    async with accept:
        found["/accept"] = (await accept.get(made.link)).text
    return found


async def test_no_page_has_other_elements_for_a_hostile_prospect(
    sqlite_template: Path, tmp_path: Path
) -> None:
    texts = hostile_texts()
    async with opened(sqlite_template, tmp_path, ALL, texts) as hostile:
        bad = await pages_of(hostile)
    async with opened(sqlite_template, tmp_path, HARMLESS, [HARMLESS] * len(texts)) as harmless:
        good = await pages_of(harmless)
    assert len(good) > 30
    assert bad.keys() == good.keys()
    for name, page in bad.items():
        assert Skeleton(page).kinds == Skeleton(good[name]).kinds, name
    lead = "".join(Skeleton(bad["/console/leads/LEAD0"]).text)
    for text in texts:
        assert " ".join(text.split())[:60] in " ".join(lead.split())


async def test_no_cell_of_a_file_is_a_formula(sqlite_template: Path, tmp_path: Path) -> None:
    formula = OURS[5]
    async with opened(sqlite_template, tmp_path, formula, [formula]) as made:
        files = [one async for one in _files(made)]
    assert len(files) >= 3
    assert any(formula in text for text in files)
    for text in files:
        for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))):
            assert not [cell for cell in row if FORMULA.match(cell)]


async def _files(made: House) -> AsyncIterator[str]:
    """The log, and each table of analytics that is there."""
    await made.firm.audit.record(Named(made.says), made.says, made.says, {made.says: made.says})
    addresses = ["/console/audit.csv"]
    for tab in TABS:
        page = (await counted(made.browser, f"/console/analytics{tab}")).text
        addresses += map(unescape, re.findall(r'href="([^"]+\.csv[^"]*)"', page))
    for address in addresses:
        answer = await made.browser.see(address)
        assert "text/csv" in answer.headers["content-type"]
        yield answer.text
