"""console.lead_handling and console.lead_privacy: what can be done about a lead, and by whom."""

from datetime import UTC, datetime

import pytest

from console.lead_handling import waking
from storage.audit import Sought
from tests.console.conftest import EMAIL, Browser, Firm


async def done(firm: Firm, lead: str) -> list[str]:
    """What the log says was done with a lead, the last first."""
    entries = await firm.audit.entries(Sought(subject=lead), 50)
    return [one.action for one in entries.items]


class TestSeeingToIt:
    async def test_is_given_to_a_colleague_and_taken_back(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.lead()
        path = f"/console/leads/{lead}"
        eva = await firm.users.add("eva@acme.example", "correct horse", "sales", name="Eva Ruiz")
        await ana.see(path)
        await ana.send(f"{path}/assign", user=eva.id)
        assert "Eva Ruiz" in (await ana.see("/console")).text
        await ana.see(path)
        await ana.send(f"{path}/assign", user="")
        assert "Eva Ruiz</bdi></span>" not in (await ana.see("/console")).text
        assert (await done(firm, lead)).count("lead.assigned") == 2

    async def test_goes_to_nobody_who_is_not_there(self, ana: Browser, firm: Firm) -> None:
        path = f"/console/leads/{await firm.lead()}"
        await ana.see(path)
        assert (await ana.send(f"{path}/assign", user="nobody")).status_code == 422

    async def test_who_answers_sees_to_it(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.conversation("Hi")
        path = f"/console/leads/{lead}"
        await ana.see(path)
        await ana.send(f"{path}/take-over")
        assert lead in (await ana.see("/console?whose=mine&status=open&answering=person")).text

    @pytest.mark.parametrize(
        ("until", "comes_back"),
        [
            ("hours", datetime(2026, 11, 20, 21, 30, tzinfo=UTC)),
            ("tomorrow", datetime(2026, 11, 21, 8, tzinfo=UTC)),
            ("week", datetime(2026, 11, 23, 8, tzinfo=UTC)),
        ],
    )
    def test_mornings_are_those_of_who_puts_it_aside(
        self, until: str, comes_back: datetime
    ) -> None:
        friday = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
        assert waking(until, friday, "Europe/Madrid") == comes_back  # type: ignore[arg-type]


class TestNotes:
    async def test_stand_between_the_messages_and_reach_no_prospect(
        self, ana: Browser, firm: Firm
    ) -> None:
        lead = await firm.conversation("Hi")
        path = f"/console/leads/{lead}"
        await ana.see(path)
        await ana.send(f"{path}/notes", text="Call <b>before</b> noon")
        page = (await ana.see(path)).text
        assert '<li class="note"' in page
        assert "Call &lt;b&gt;before&lt;/b&gt; noon" in page
        assert len(await firm.transcript(lead)) == 2


class TestHowItEnds:
    async def test_is_accepted_by_hand_where_no_teams_are(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.lead()
        path = f"/console/leads/{lead}"
        await ana.see(path)
        sent = await ana.send(f"{path}/accept")
        assert sent.headers["location"] == f"{path}#outcome"
        said = await firm.inbox_desk.outcomes.of(lead)
        assert [(one.outcome, one.person) for one in said] == [("accepted", EMAIL)]
        assert '<span class="chip accepted">Accepted</span>' in (await ana.see(path)).text

    async def test_is_rejected_with_a_reason_only(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.lead()
        path = f"/console/leads/{lead}"
        await ana.see(path)
        assert (await ana.send(f"{path}/reject", reason="  ")).status_code == 422
        await ana.see(path)
        await ana.send(f"{path}/reject", reason="A student")
        page = (await ana.see(path)).text
        assert "A student" in page
        assert lead in (await ana.see("/console?status=resolved")).text

    @pytest.mark.parametrize(
        ("amount", "shown"), [("12000", "€12,000"), ("1.500,50", None), ("1500,5", "€1,500.50")]
    )
    async def test_is_won_for_an_amount(
        self, ana: Browser, firm: Firm, amount: str, shown: str | None
    ) -> None:
        lead = await firm.lead()
        path = f"/console/leads/{lead}"
        await ana.see(path)
        sent = await ana.send(f"{path}/deal", outcome="won", amount=amount, currency="EUR")
        if shown is None:
            assert sent.status_code == 422
        else:
            assert shown in (await ana.see(path)).text

    async def test_is_lost_without_one(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.lead()
        path = f"/console/leads/{lead}"
        await ana.see(path)
        await ana.send(f"{path}/deal", outcome="lost", reason="Too dear", amount="")
        assert "Too dear" in (await ana.see(path)).text
        assert "lead.lost" in await done(firm, lead)

    @pytest.mark.parametrize("amount", ["-1", "NaN", "1e99", "twelve", "1.005"])
    async def test_takes_no_amount_that_is_none(
        self, ana: Browser, firm: Firm, amount: str
    ) -> None:
        path = f"/console/leads/{await firm.lead()}"
        await ana.see(path)
        sent = await ana.send(f"{path}/deal", outcome="won", amount=amount, currency="EUR")
        assert sent.status_code == 422


class TestTwoOfOnePerson:
    async def test_are_shown_as_one_after_a_look_and_separated_again(
        self, ana: Browser, firm: Firm
    ) -> None:
        kept, other = await firm.lead(need="We need a CRM"), await firm.lead(need="And invoices")
        for one in (kept, other):
            await firm.reached_at(one, "a@b.es")
        path = f"/console/leads/{kept}"
        look = (await ana.see(f"{path}/merge?other={other}")).text
        for one in (kept, other):
            assert await done(firm, one) == ["lead.viewed"]
        assert "this is what will happen" in look
        await ana.send(f"{path}/merge", other=other)
        page = (await ana.see(path)).text
        assert "And invoices" in page.split('class="together"')[1].split("</details>")[0]
        assert f'data-lead="{other}"' not in (await ana.see("/console?status=every")).text
        assert "Go there" in (await ana.see(f"/console/leads/{other}")).text
        await ana.send(f"/console/leads/{other}/separate")
        assert f'data-lead="{other}"' in (await ana.see("/console?status=every")).text

    async def test_show_where_they_wrote_last_and_lead_there(
        self, ana: Browser, firm: Firm
    ) -> None:
        other, kept = await firm.lead(), await firm.lead()
        path = f"/console/leads/{kept}"
        await ana.see(path)
        await ana.send(f"{path}/merge", other=other)
        quiet = (await ana.see(path)).text
        assert 'class="together">' in quiet
        firm.clock.pass_by(minutes=1)
        await firm.hear(other, "URGENT: call me")
        await ana.see("/console")
        news = (await ana.see(path)).text
        assert 'class="together" open>' in news
        assert f'href="/console/leads/{other}#answer"' in news
        row = (await ana.see("/console?q=urgent")).text
        assert f'data-lead="{kept}"' in row
        assert f'data-lead="{other}"' not in row

    async def test_cannot_be_the_same_or_with_another_already(
        self, ana: Browser, firm: Firm
    ) -> None:
        first, second, third = await firm.lead(), await firm.lead(), await firm.lead()
        await ana.see(f"/console/leads/{first}")
        for of, other in ((first, first), (first, second), (third, second), (second, third)):
            sent = await ana.send(f"/console/leads/{of}/merge", other=other)
            expected = 303 if (of, other) == (first, second) else 409
            assert sent.status_code == expected, (of, other)
            await ana.see(f"/console/leads/{first}")

    async def test_of_an_erased_person_the_other_stands_for_itself(
        self, ana: Browser, firm: Firm
    ) -> None:
        kept, other = await firm.lead(), await firm.lead()
        await ana.see(f"/console/leads/{kept}")
        await ana.send(f"/console/leads/{kept}/merge", other=other)
        await ana.see(f"/console/leads/{kept}/erase")
        await ana.send(f"/console/leads/{kept}/erase", word="ERASE")
        assert f'data-lead="{other}"' in (await ana.see("/console?status=every")).text


class TestPrivacy:
    async def test_all_that_is_known_is_a_file(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.lead()
        sent = await ana.see(f"/console/leads/{lead}/export")
        assert sent.headers["content-disposition"] == f'attachment; filename="lead-{lead}.json"'
        assert "We need a CRM" in str(sent.json()["records"]["messages"])
        assert (await done(firm, lead))[0] == "lead.exported"

    async def test_nobody_is_erased_without_the_word(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.lead()
        path = f"/console/leads/{lead}/erase"
        assert "What goes" in (await ana.see(path)).text
        refused = await ana.send(path, word="erase")
        assert refused.status_code == 422
        assert "Type the word" in refused.text
        await ana.see(path)
        assert (await ana.send(path, word="ERASE")).headers["location"] == "/console"
        assert (await ana.see(f"/console/leads/{lead}")).status_code == 404
        assert (await done(firm, lead))[0] == "lead.erased"

    async def test_all_conversations_of_a_person_go_but_those_that_are_not_ticked(
        self, ana: Browser, firm: Firm
    ) -> None:
        first, second, third, joined = [await firm.lead() for _ in range(4)]
        for one in (first, second, third):
            await firm.reached_at(one, "vera@example.com")
        path = f"/console/leads/{first}"
        await ana.see(path)
        await ana.send(f"{path}/merge", other=joined)
        page = (await ana.see(f"{path}/erase")).text
        assert page.count('name="others"') == page.count(" checked>") == 3
        assert "they gave vera@example.com" in page
        assert "put together with another of theirs" in page
        known = (await ana.see(f"{path}/export")).json()["found"]
        assert {one["conversation"] for one in known} == {first, second, third, joined}
        await ana.see(f"{path}/erase")
        refused = (await ana.send(f"{path}/erase", word="no", others=[second, joined])).text
        assert f'value="{third}">' in refused
        assert refused.count(" checked>") == 2
        await ana.send(f"{path}/erase", word="ERASE", others=[second, joined])
        for one in (first, second, joined):
            assert (await ana.see(f"/console/leads/{one}")).status_code == 404
            assert (await done(firm, one))[0] == "lead.erased"
        assert (await ana.see(f"/console/leads/{third}")).status_code == 200
        assert "lead.erased" not in await done(firm, third)

    async def test_nobody_but_theirs_can_be_erased_along(self, ana: Browser, firm: Firm) -> None:
        lead, stranger = await firm.lead(), await firm.lead()
        await ana.see(f"/console/leads/{lead}/erase")
        await ana.send(f"/console/leads/{lead}/erase", word="ERASE", others=[stranger])
        assert (await ana.see(f"/console/leads/{stranger}")).status_code == 200

    async def test_every_look_is_on_record(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.lead()
        await ana.see(f"/console/leads/{lead}")
        assert await done(firm, lead) == ["lead.viewed"]
