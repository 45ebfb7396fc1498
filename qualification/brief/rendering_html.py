"""How is a brief shown where there is HTML? In an e-mail, and in a note of a CRM. PURE.

Everything is escaped: what a prospect wrote is text, whatever it looks like.
"""

from collections.abc import Iterator
from html import escape

from qualification.brief.rendering import shown_sections
from qualification.brief.sections import Section, one_line

HUBSPOT_NOTE = 65536
"""HubSpot docs: a note's body holds up to 65,536 characters."""
ZOHO_NOTE = 32000
"""Zoho CRM docs: a note's content holds up to 32,000 characters."""


def as_html(headline: str, text: str) -> str:
    """For an e-mail: headings, paragraphs and lists, without any style of its own."""
    parts = [f"<h2>{_text(headline)}</h2>"]
    for section in shown_sections(text):
        if section.title:
            parts.append(f"<h3>{_text(section.title)}</h3>")
        parts += _body(section)
    return "\n".join(parts)


def as_note(headline: str, text: str, most: int = ZOHO_NOTE) -> str:
    """For a note in HubSpot or Zoho: paragraphs, bold and lists, which both of them keep; sections
    that do not fit are left out from the end.
    """
    parts = [f"<p><strong>{_text(headline)}</strong></p>"]
    size = len(parts[0])
    for section in shown_sections(text):
        title = f"<p><strong>{_text(section.title)}</strong></p>" if section.title else ""
        block = title + "".join(_body(section))
        if size + len(block) > most:
            break
        parts.append(block)
        size += len(block)
    return "".join(parts)


def _body(section: Section) -> Iterator[str]:
    for line in section.lines:
        yield f"<p>{_text(line)}</p>"
    if section.points:
        yield "<ul>" + "".join(f"<li>{_text(one)}</li>" for one in section.points) + "</ul>"


def _text(text: str) -> str:
    return escape(one_line(text), quote=True)
