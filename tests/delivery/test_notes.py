"""What a CRM's note says where there is no brief: the record, and nothing that is private."""

from dataclasses import replace

import pytest

from agent.outbox import Brief, BriefAuthor
from delivery.lead import Criterion
from delivery.notes import note_html, note_text
from tests.delivery.walking import EVA, lead

PRIVATE = "estoy de baja por depresión y busco algo sencillo"


def test_without_a_brief_the_record_is_told_in_the_sellers_language() -> None:
    text = note_text(lead(owner=EVA))
    assert text.startswith("Lead from Banter: Ana Ruiz Gil, qualified, warm (30 points)")
    assert "“about 3,000.50 a year”" in text
    assert text.splitlines()[-1] == "Banter h1"


def test_what_is_private_is_left_out() -> None:
    said = Criterion(key="need", state="positive", quote=PRIVATE)
    private = lead(criteria=(said,), open_questions=(f"¿Lo puedo usar si {PRIVATE}?", "¿Y Malta?"))
    for written in (note_text(private), note_html(private)):
        assert "depresión" not in written
        assert "Malta" in written


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("data", "Summary composed from the record."),
        (
            "model",
            "With what a model says, marked as such: its figures, dates and names are checked, its "
            "sense is not.",
        ),
    ],
)
def test_a_note_says_who_wrote_the_brief(by: BriefAuthor, said: str) -> None:
    told = replace(lead(owner=EVA), brief=Brief("en", "Ana: qualified", "Ana asked.", by=by))
    assert note_text(told).splitlines()[-3:] == [
        said,
        "Conversation: https://banter.example/console/leads/c1",
        "Banter h1",
    ]
    assert said in note_html(told)


def test_of_an_older_brief_nobody_knows_who_wrote_it() -> None:
    told = replace(lead(owner=EVA), brief=Brief("en", "Ana: qualified", "Ana asked."))
    assert "Summary" not in note_text(told)


@pytest.mark.parametrize("brief", [None, Brief("en", "Ana: qualified", "What they want:\n- Seats")])
def test_who_has_it_instead_of_somebody_else_reads_why_first(brief: Brief | None) -> None:
    came = "Leo <b> is away until 25 November 2026, 09:00."
    told = replace(lead(owner=replace(EVA, came=came)), brief=brief)
    assert note_text(told).splitlines()[1:4] == ["", "Why it comes to you:", came]
    assert "Leo &lt;b&gt; is away until 25 November 2026" in note_html(told)
    assert "Why it comes to you" not in note_text(replace(lead(owner=EVA), brief=brief))
