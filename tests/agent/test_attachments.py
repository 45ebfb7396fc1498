"""agent.attachments: media are noted, and the notes are no words."""

from datetime import UTC, datetime

import pytest

from agent.attachments import PLACE, with_notes, words_of
from agent.messages import Message
from agent.reading import legible


@pytest.mark.parametrize(
    ("words", "kinds", "kept"),
    [
        ("Mire", [], "Mire"),
        ("Mire", ["image/png"], "Mire\n📷 image/png"),
        ("", ["video/mp4", "audio/ogg"], "🎬 video/mp4\n🎧 audio/ogg"),
        ("", ["text/vcard"], "👤 text/vcard"),
        ("Aquí", [PLACE], "Aquí\n📍 place"),
        (
            "",
            ["application/vnd.ms-excel", "text/plain"],
            "📎 application/vnd.ms-excel\n📎 text/plain",
        ),
    ],
)
def test_notes_stand_below_the_words_and_come_off_again(
    words: str, kinds: list[str], kept: str
) -> None:
    assert with_notes(words, kinds) == kept
    assert words_of(kept) == words


@pytest.mark.parametrize(
    "text", ["", "📷", "una 📷 image/png en medio", "📷 de la oficina", "línea\n\nlínea", " 📎 x y"]
)
def test_what_people_write_themselves_stays(text: str) -> None:
    assert words_of(text) == text


def test_a_turn_reads_the_words_alone() -> None:
    said = Message("m1", 1, "prospect", "Mire\n📷 image/png", datetime(2026, 3, 2, tzinfo=UTC))
    assert [one.text for one in legible([said])] == ["Mire"]
