"""console.scripts.what_ifs: a draft is tried on the leads of the past before it is published."""

import re
from html import unescape

from console.study_desk import StudyDesk
from qualification.values import Json
from storage.replays import Replays
from storage.routing_past import RoutingPast
from storage.studies import MOST
from storage.suggestions import Suggestions
from tests.console.conftest import SCRIPT, Browser, Firm
from tests.console.scripts.conftest import HOME, KEY

EDITOR = f"{HOME}/{KEY}"
DEARER = SCRIPT.replace("3000", "5000")


def desk(firm: Firm) -> StudyDesk:
    return StudyDesk(
        firm.workshop.studies,
        Replays(firm.database, firm.scripts),
        Suggestions(firm.database, firm.scripts),
        RoutingPast(firm.database),
        firm.clock,
    )


async def test_who_would_change_and_why_by_source(admin: Browser, firm: Firm) -> None:
    lead = await firm.lead()
    await admin.see(EDITOR)
    await admin.send(EDITOR, text=DEARER, revision="0")
    await admin.see(f"{EDITOR}/what-if")
    sent = await admin.send(f"{EDITOR}/what-if", days="30")
    address = sent.headers["location"]
    page = (await admin.see(address)).text
    assert "It begins in a moment." in page
    assert f'hx-get="{address}"' in page
    await desk(firm).work_out(address.rpartition("/")[2])
    page = (await admin.see(address)).text
    assert "1 of 1 leads since" in page
    assert f'href="/console/leads/{lead}"' in page
    assert "budget: positive → negative" in page
    assert 'hx-get="/console/scripts' not in page
    narrowed = await admin.see(f"{address}?source=/elsewhere")
    assert f'href="/console/leads/{lead}"' not in narrowed.text
    narrowed = await admin.see(f"{address}?source=/prices")
    assert f'href="/console/leads/{lead}"' in narrowed.text
    why = re.search(r'href="([^"]*\?why=[^"#]*)#who"', page)
    assert why is not None
    assert f'href="/console/leads/{lead}"' in (await admin.see(why[1])).text


async def test_all_who_would_change_can_be_paged_through(admin: Browser, firm: Firm) -> None:
    await firm.lead()
    await admin.see(EDITOR)
    await admin.send(EDITOR, text=DEARER, revision="0")
    await admin.see(f"{EDITOR}/what-if")
    address = (await admin.send(f"{EDITOR}/what-if", days="30")).headers["location"]
    study = address.rpartition("/")[2]
    await desk(firm).work_out(study)
    found = (await firm.workshop.studies.get(study)).result
    assert found is not None
    examples = found["examples"]
    assert isinstance(examples, list)
    one = examples[0]
    assert isinstance(one, dict)
    many: list[Json] = [
        {**one, "lead": f"{n:032x}", "source": "/odd & even" if n % 2 else "/even"}
        for n in range(120)
    ]
    more: dict[str, Json] = {**found, "examples": many, "changed": 130}
    await admin.see(f"{EDITOR}/what-if")
    address = (await admin.send(f"{EDITOR}/what-if", days="30")).headers["location"]
    await firm.workshop.studies.end(address.rpartition("/")[2], more, firm.clock.now())
    seen, path, pages = list[str](), address, 0
    while path:
        page = (await admin.see(path)).text
        seen += re.findall(r'href="/console/leads/([0-9a-f]{32})"', page)
        on = re.search(r'href="([^"]*)#who">Next', page)
        path, pages = unescape(on[1]) if on else "", pages + 1
    assert (pages, len(seen), len(set(seen))) == (3, 120, 120)
    assert "101 to 120 of 120" in page
    assert "the first 120 are listed" in page
    odd = (await admin.see(f"{address}?source=/odd%20%26%20even&start=50")).text
    assert "51 to 60 of 60" in odd
    back = re.search(r'href="([^"]*)#who">Before', odd)
    assert back is not None
    assert "1 to 50 of 60" in (await admin.see(unescape(back[1]))).text
    assert "None of those" in (await admin.see(f"{address}?start=5000")).text


async def test_a_draft_that_went_on_is_said_to_have_changed(admin: Browser, firm: Firm) -> None:
    await firm.lead()
    await admin.see(f"{EDITOR}/what-if")
    address = (await admin.send(f"{EDITOR}/what-if", days="7")).headers["location"]
    await desk(firm).work_out(address.rpartition("/")[2])
    assert "The draft has changed since" not in (await admin.see(address)).text
    await admin.see(EDITOR)
    await admin.send(EDITOR, text=DEARER, revision="0")
    assert "The draft has changed since" in (await admin.see(address)).text


async def test_a_draft_with_mistakes_is_not_tried(admin: Browser) -> None:
    await admin.see(EDITOR)
    await admin.send(EDITOR, text="script: [", revision="0")
    await admin.see(f"{EDITOR}/what-if")
    assert (await admin.send(f"{EDITOR}/what-if", days="30")).status_code == 422


async def test_too_many_at_a_time_are_told_to_wait(admin: Browser) -> None:
    await admin.see(f"{EDITOR}/what-if")
    for _ in range(MOST):
        assert (await admin.send(f"{EDITOR}/what-if", days="30")).status_code == 303
        await admin.see(f"{EDITOR}/what-if")
    assert (await admin.send(f"{EDITOR}/what-if", days="30")).status_code == 429


async def test_another_scripts_study_is_not_shown_here(admin: Browser, firm: Firm) -> None:
    other = SCRIPT.replace("script: crm-suite", "script: other")
    await firm.scripts.publish(other, origin="file")
    await admin.see(f"{EDITOR}/what-if")
    address = (await admin.send(f"{EDITOR}/what-if", days="30")).headers["location"]
    study = address.rpartition("/")[2]
    assert (await admin.see(f"{HOME}/other/what-if/{study}")).status_code == 404
    assert (await admin.see(f"{EDITOR}/what-if/never")).status_code == 404


async def test_what_failed_says_why(admin: Browser, firm: Firm) -> None:
    await admin.see(f"{EDITOR}/what-if")
    address = (await admin.send(f"{EDITOR}/what-if", days="30")).headers["location"]
    study = address.rpartition("/")[2]
    await firm.workshop.studies.fail(study, "<b>no memory</b>", firm.clock.now())
    page = (await admin.see(address)).text
    assert "&lt;b&gt;no memory" in page


async def test_a_suggestion_without_enough_ends_says_so(admin: Browser, firm: Firm) -> None:
    await firm.lead()
    await admin.see(f"{EDITOR}/what-if")
    address = (await admin.send(f"{EDITOR}/suggestion", target="won")).headers["location"]
    await desk(firm).work_out(address.rpartition("/")[2])
    page = (await admin.see(address)).text
    assert "There is not enough data yet." in page
    study = address.rpartition("/")[2]
    assert (await admin.send(f"{EDITOR}/suggestion/{study}/open")).status_code == 409


async def test_a_suggestion_becomes_a_draft_and_never_writes_over_one(
    admin: Browser, firm: Firm
) -> None:
    await admin.see(f"{EDITOR}/what-if")
    address = (await admin.send(f"{EDITOR}/suggestion", target="won")).headers["location"]
    study = address.rpartition("/")[2]
    suggested = {
        "enough": True,
        "note": "One question separates them.",
        "points": [
            {
                "question": "budget",
                "state": "positive",
                "before": 25,
                "after": 40,
                "share": {"hits": 9, "of": 10},
                "share_of_the_rest": {"hits": 1, "of": 10},
            }
        ],
        "draft": "# suggested\n" + SCRIPT,
        "replay": None,
    }
    await firm.workshop.studies.end(study, suggested, firm.clock.now())  # type: ignore[arg-type]
    page = (await admin.see(address)).text
    assert "9 of 10" in page
    assert (await admin.send(f"{EDITOR}/suggestion/{study}/open")).status_code == 303
    draft = await firm.workshop.drafts.get(KEY)
    assert draft is not None
    assert draft.text.startswith("# suggested\n")
    await admin.see(EDITOR)
    await admin.send(EDITOR, text=DEARER, revision="1")
    await admin.see(address)
    told = await admin.send(f"{EDITOR}/suggestion/{study}/open")
    assert told.status_code == 409
    draft = await firm.workshop.drafts.get(KEY)
    assert draft is not None
    assert draft.text == DEARER
