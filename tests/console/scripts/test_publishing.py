"""console.scripts.publishing: what is published was looked at, and can be taken back."""

from console.scripts.comparison import compare
from storage.audit import Sought
from tests.console.conftest import SCRIPT, Browser, Firm
from tests.console.scripts.conftest import HOME, KEY

EDITOR = f"{HOME}/{KEY}"
DEARER = SCRIPT.replace("3000", "5000")
BROKEN = SCRIPT.replace("kind: money", "kind: mony")


async def write(admin: Browser, text: str, revision: int = 0) -> None:
    await admin.see(EDITOR)
    sent = await admin.send(EDITOR, text=text, revision=str(revision))
    assert sent.status_code == 303


async def test_a_draft_becomes_the_next_version_with_its_note(admin: Browser, firm: Firm) -> None:
    await write(admin, DEARER)
    page = await admin.see(f"{EDITOR}/publish")
    assert "<del>3000</del>" in page.text
    assert "<ins>5000</ins>" in page.text
    sent = await admin.send(f"{EDITOR}/publish", revision="1", onto="1", note=" Prices\nof 2027 ")
    assert sent.headers["location"] == f"{EDITOR}/versions"
    [newest, _] = await firm.workshop.versions.of(KEY)
    assert (newest.number, newest.note, newest.published_by) == (
        2,
        "Prices of 2027",
        "admin@acme.example",
    )
    assert await firm.workshop.drafts.get(KEY) is None
    assert "Prices of 2027" in (await admin.see(f"{EDITOR}/versions")).text
    entries = await firm.audit.entries(Sought(action="script.published"), 5)
    assert [(one.subject, one.details) for one in entries.items] == [
        (KEY, {"version": 2, "before": 1})
    ]


async def test_mistakes_are_refused_whoever_sends_the_form(admin: Browser, firm: Firm) -> None:
    await write(admin, BROKEN)
    page = await admin.see(f"{EDITOR}/publish")
    assert "It cannot be published" in page.text
    assert 'action="/console/scripts/crm-suite/publish"' not in page.text
    sent = await admin.send(f"{EDITOR}/publish", revision="1", onto="1")
    assert sent.status_code == 422
    current = await firm.scripts.current(KEY)
    assert current is not None
    assert current.number == 1


async def test_warnings_are_said_and_do_not_refuse(admin: Browser) -> None:
    await write(admin, SCRIPT.replace("qualify: {all_of: [need, budget]}", "qualify: {}"))
    assert "1 warning" in (await admin.see(f"{EDITOR}/publish")).text
    assert (await admin.send(f"{EDITOR}/publish", revision="1", onto="1")).status_code == 303


async def test_conversations_that_go_on_are_counted(admin: Browser, firm: Firm) -> None:
    await firm.conversation("Hello")
    await write(admin, DEARER)
    assert "1 conversation of the last day" in (await admin.see(f"{EDITOR}/publish")).text


async def test_a_version_that_came_meanwhile_is_not_taken_back_unseen(
    admin: Browser, firm: Firm
) -> None:
    await write(admin, DEARER)
    await admin.see(f"{EDITOR}/publish")
    await firm.scripts.publish(SCRIPT + "# theirs\n", origin="file")
    told = await admin.send(f"{EDITOR}/publish", revision="1", onto="1", note="mine")
    assert told.status_code == 409
    assert "Version 2 was published after this draft was begun" in told.text
    assert 'value="mine"' in told.text
    again = await admin.send(f"{EDITOR}/publish", revision="1", onto="2")
    assert again.status_code == 303
    current = await firm.scripts.current(KEY)
    assert current is not None
    assert (current.number, current.text) == (3, DEARER)


async def test_a_draft_that_was_changed_since_it_was_looked_at_is_not_published(
    admin: Browser,
) -> None:
    await write(admin, DEARER)
    await write(admin, SCRIPT.replace("3000", "1000"), revision=1)
    await admin.see(f"{EDITOR}/publish")
    sent = await admin.send(f"{EDITOR}/publish", revision="1", onto="1")
    assert sent.status_code == 409


async def test_nothing_new_is_not_published(admin: Browser) -> None:
    assert "There is nothing to publish" in (await admin.see(f"{EDITOR}/publish")).text
    assert (await admin.send(f"{EDITOR}/publish", revision="0", onto="1")).status_code == 409


async def test_an_older_version_comes_back_and_the_draft_stays(admin: Browser, firm: Firm) -> None:
    await firm.scripts.publish(DEARER, origin="console")
    await write(admin, SCRIPT.replace("3000", "1000"))
    page = await admin.see(f"{EDITOR}/versions/1/restore")
    assert "<del>5000</del>" in page.text
    sent = await admin.send(f"{EDITOR}/versions/1/restore", onto="2", note="too dear")
    assert sent.status_code == 303
    current = await firm.scripts.current(KEY)
    assert current is not None
    assert (current.number, current.text) == (3, SCRIPT)
    assert await firm.workshop.drafts.get(KEY) is not None
    entries = await firm.audit.entries(Sought(action="script.rolled_back"), 5)
    assert [one.details for one in entries.items] == [{"version": 3, "of": 1, "before": 2}]
    assert (await admin.see(f"{EDITOR}/versions/9/restore")).status_code == 404


async def test_a_page_that_another_script_has_is_a_mistake_before_it_is_published(
    admin: Browser, firm: Firm
) -> None:
    other = SCRIPT.replace("script: crm-suite", "script: other") + 'pages: ["/prices"]\n'
    await firm.scripts.publish(other, origin="file")
    await write(admin, SCRIPT + 'pages: ["/prices"]\n')
    assert "of the script `other`" in (await admin.see(f"{EDITOR}/publish")).text
    assert (await admin.send(f"{EDITOR}/publish", revision="1", onto="1")).status_code == 422


async def test_any_two_versions_stand_side_by_side(admin: Browser, firm: Firm) -> None:
    await firm.scripts.publish(DEARER, origin="console")
    await write(admin, SCRIPT.replace("3000", "1000"))
    page = (await admin.see(f"{EDITOR}/compare")).text
    assert "<del>5000</del>" in page
    assert "<ins>1000</ins>" in page
    page = (await admin.see(f"{EDITOR}/compare?before=1&after=2")).text
    assert "<ins>5000</ins>" in page
    assert "There is no difference" in (await admin.see(f"{EDITOR}/compare?before=1&after=1")).text
    assert (await admin.see(f"{EDITOR}/compare?before=1&after=7")).status_code == 404
    assert (await admin.see(f"{EDITOR}/compare?before=<b>")).status_code == 422


class TestComparison:
    def test_lights_up_the_words_that_changed(self) -> None:
        [hunk] = compare("a\nbudget: 3000 EUR\nc", "a\nbudget: 5000 EUR\nc").hunks
        changed = hunk.rows[1]
        assert [one.text for one in changed.before.pieces if one.lit] == ["3000"]
        assert [one.text for one in changed.after.pieces if one.lit] == ["5000"]
        assert (changed.before.number, changed.after.number) == (2, 2)

    def test_leaves_out_what_is_far_from_every_change(self) -> None:
        lines = [str(number) for number in range(100)]
        after = [*lines]
        after[50] = "fifty"
        found = compare("\n".join(lines), "\n".join(after))
        [hunk] = found.hunks
        assert (hunk.skipped, len(hunk.rows), found.rest) == (47, 7, 46)
        assert (found.gone, found.come) == (1, 1)

    def test_added_and_removed_lines_have_nothing_opposite(self) -> None:
        [hunk] = compare("a\nb", "a\nx\ny\nb").hunks
        assert [(row.before.kind, row.after.kind) for row in hunk.rows] == [
            ("same", "same"),
            ("none", "come"),
            ("none", "come"),
            ("same", "same"),
        ]

    def test_both_sides_are_the_texts_that_were_given(self) -> None:
        before, after = "one\ntwo two\nthree", "one\ntwo 2\nfour\nthree"
        rows = [row for hunk in compare(before, after).hunks for row in hunk.rows]
        assert "\n".join(r.before.text for r in rows if r.before.number) == before
        assert "\n".join(r.after.text for r in rows if r.after.number) == after

    def test_equal_texts_have_nothing_to_show(self) -> None:
        assert compare(SCRIPT, SCRIPT).equal
