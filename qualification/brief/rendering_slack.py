"""How is a brief shown in Slack? As blocks, with what has a meaning there escaped. PURE.

Slack docs: `&`, `<` and `>` are escaped in mrkdwn; a header is plain text of at most 150
characters, a section's text has at most 3000; `verbatim` keeps Slack from making links and mentions
out of what was written.
"""

from collections.abc import Mapping

from qualification.brief.rendering import shown_sections
from qualification.brief.sections import Section, one_line
from qualification.values import Json

HEADER, SECTION = 150, 3000
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escaped(text: str) -> str:
    """A text that mentions nobody and links nowhere."""
    return text.translate(_ESCAPED)


def as_slack(headline: str, text: str) -> list[Mapping[str, Json]]:
    """A header and a section a heading."""
    header: Mapping[str, Json] = {
        "type": "header",
        "text": {"type": "plain_text", "text": one_line(headline, HEADER), "emoji": False},
    }
    return [header, *(_block(one) for one in shown_sections(text))]


def _block(section: Section) -> Mapping[str, Json]:
    parts = [f"*{escaped(one_line(section.title))}*"] if section.title else []
    parts += [escaped(one_line(one)) for one in section.lines]
    parts += [f"• {escaped(one_line(one))}" for one in section.points]
    while len("\n".join(parts)) > SECTION:
        parts.pop()
    return {
        "type": "section",
        "text": {"type": "mrkdwn", "text": "\n".join(parts), "verbatim": True},
    }
