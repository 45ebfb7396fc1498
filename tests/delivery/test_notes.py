"""What a CRM's note says where there is no brief: the record, and nothing that is private."""

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
