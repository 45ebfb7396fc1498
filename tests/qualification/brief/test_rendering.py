"""A brief is shown where sellers work: as text, HTML, Slack blocks, a note and one SMS."""

import json
from html.parser import HTMLParser

import pytest

from qualification.brief.rendering import as_sms, as_text
from qualification.brief.rendering_html import as_html, as_note
from qualification.brief.rendering_slack import HEADER, SECTION, as_slack
from qualification.brief.sections import LONGEST_LINE, Section, text_of
from qualification.segments import segments

HEADLINE = "Ana Ruiz (Acme): qualified, hot, 93 points"
TEXT = text_of(
    [
        Section("Summary", ("Ana asked about Nexo CRM.",)),
        Section("Next step", ("Get in touch: ana@acme.es.", "Clear up on the way: timeline.")),
        Section("Criteria", points=("Need: good, “A & B <b>”", "Budget: good")),
    ]
)
NASTY = "<script>alert('x')</script> & <!channel> <https://evil.example|here> \"quoted\""


class Tags(HTMLParser):
    """The tags of a document, and whether each is closed in its turn."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert attrs == []
        self.seen.add(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


class TestText:
    def test_it_is_headline_and_sections(self) -> None:
        assert as_text(HEADLINE, TEXT) == f"{HEADLINE}\n\n{TEXT}"

    def test_what_is_too_long_loses_whole_lines_from_the_end(self) -> None:
        short = as_text(HEADLINE, TEXT, len(HEADLINE) + 60)
        assert short == f"{HEADLINE}\n\nSummary:\nAna asked about Nexo CRM.\n\n…"

    def test_not_even_the_headline_may_fit(self) -> None:
        assert as_text(HEADLINE, TEXT, 10) == "Ana Ruiz…"


class TestHtml:
    def test_it_has_headings_paragraphs_and_lists(self) -> None:
        assert as_html("Ana", "Summary:\nOne.\n- a\n- b") == (
            "<h2>Ana</h2>\n<h3>Summary</h3>\n<p>One.</p>\n<ul><li>a</li><li>b</li></ul>"
        )

    def test_lines_without_a_heading_have_none(self) -> None:
        assert as_html("Ana", "One.") == "<h2>Ana</h2>\n<p>One.</p>"
        assert as_note("Ana", "One.") == "<p><strong>Ana</strong></p><p>One.</p>"

    @pytest.mark.parametrize("shown", [as_html, as_note])
    def test_what_was_written_is_text_whatever_it_looks_like(self, shown) -> None:  # type: ignore[no-untyped-def]
        document = Tags(shown(NASTY, text_of([Section("Need", (NASTY,), (NASTY,))])))
        assert not document.open
        assert document.seen <= {"h2", "h3", "p", "ul", "li", "strong"}
        assert document.text.count("<script>alert('x')</script>") == 3

    def test_a_note_has_only_what_both_systems_keep(self) -> None:
        assert Tags(as_note(HEADLINE, TEXT)).seen == {"p", "strong", "ul", "li"}

    def test_sections_that_do_not_fit_a_note_are_left_out(self) -> None:
        note = as_note(HEADLINE, TEXT, 200)
        assert len(note) <= 200
        assert "Summary" in note
        assert "Criteria" not in note
        assert not Tags(note).open


class TestSlack:
    def test_it_is_a_header_and_a_block_a_section(self) -> None:
        header, summary, *rest = as_slack(HEADLINE, TEXT)
        assert header["type"] == "header"
        assert summary == {
            "type": "section",
            "text": {
                "type": "mrkdwn",
                "text": "*Summary*\nAna asked about Nexo CRM.",
                "verbatim": True,
            },
        }
        assert [one["type"] for one in rest] == ["section", "section"]

    def test_it_mentions_nobody_and_links_nowhere(self) -> None:
        _, need = as_slack("Ana", text_of([Section("Need", (NASTY,), (NASTY,))]))
        written = json.dumps(need)
        assert "<" not in written
        assert "&lt;!channel&gt;" in written

    def test_its_limits_are_kept(self) -> None:
        long = "&" * LONGEST_LINE
        header, block = as_slack("A" * 400, text_of([Section("Need", points=(long,) * 3)]))
        assert len(header["text"]["text"]) == HEADER  # type: ignore[index,call-overload,arg-type]
        assert len(block["text"]["text"]) <= SECTION  # type: ignore[index,call-overload,arg-type]

    def test_lines_without_a_heading_are_a_block(self) -> None:
        assert as_slack("Ana", "One.")[1]["text"] == {
            "type": "mrkdwn",
            "text": "One.",
            "verbatim": True,
        }


class TestSms:
    def test_it_says_who_and_what_to_do_in_one_segment(self) -> None:
        sms = as_sms(HEADLINE, TEXT)
        assert sms == "Ana Ruiz (Acme): qualified, hot, 93 points. Get in touch: ana@acme.es"
        assert segments(sms) == 1

    def test_accents_that_an_sms_lacks_are_left_out(self) -> None:
        sms = as_sms("Íñigo López 😀: caliente", "Siguiente paso:\nLlamar «pronto»…")
        assert sms == 'Iñigo Lopez : caliente. Llamar "pronto"'
        assert segments(sms) == 1

    def test_a_link_is_never_cut(self) -> None:
        link = "https://banter.example/console/leads/0123456789abcdef0123456789abcdef"
        sms = as_sms("A" * 300, TEXT, link)
        assert sms.endswith(f"AAA... {link}")
        assert segments(sms) == 1

    def test_the_next_step_goes_before_the_name_is_cut(self) -> None:
        sms = as_sms(HEADLINE, f"Next step:\n{'Call. ' * 40}")
        assert sms == HEADLINE

    def test_letters_of_another_script_stay(self) -> None:
        sms = as_sms("田中: hot", "Siguiente paso:\nLlamar.")
        assert sms == "田中: hot. Llamar"

    def test_a_link_that_fills_the_sms_is_all_of_it(self) -> None:
        link = "https://banter.example/" + "a" * 160
        assert as_sms("Ana", TEXT, link) == link

    def test_a_brief_with_nothing_in_it_is_its_link(self) -> None:
        assert as_sms("", "", "https://banter.example") == "https://banter.example"
