"""What people write to do harm, and how to tell that it stayed words: one list for all surfaces."""

import json
import os
from html.parser import HTMLParser
from pathlib import Path

ADVERSARIAL = Path(os.environ.get("CORPORA", "corpora"), "adversarial.jsonl")
"""The folder is the one that `make eval` is told of; without it there are our own alone."""
OURS = (
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>',
    "\"><svg/onload=window.hacked=1>' onmouseover='window.hacked=1",
    "]]></textarea></title></li></ol></style><h1>owned</h1><a href=javascript:hack()>x</a>",
    'x" hx-get="/console/audit" hx-trigger="load" data-lead="x',
    "{{ 7 * 7 }} {% raw %} ${7*7} <%= 7*7 %> %(name)s {0}",
    "=cmd|' /C calc'!A0",
    "\u202eevil\u2066 \ufeff مرحبا",
    "<!-- --><base href=//evil.example><meta http-equiv=refresh content=0>",
    "&lt;script&gt;&#60;script&#62;",
    "evil\r\nBcc: everybody@evil.example\r\n\r\n<b>hello</b>",
    "<!channel> <@U0EVA> <https://evil.example|our prices> *bold* _&_",
    '[click](javascript:parent.hacked=1) **<b>bold</b>** \x07 [x](https://evil.example "y")',
)
DRAWN = frozenset(
    "svg g rect line path text title desc circle use tspan polyline polygon defs".split()  # noqa: SIM905
)


def hostile_texts() -> tuple[str, ...]:
    """Ours, and those of the corpus where it is there."""
    if not ADVERSARIAL.exists():
        return OURS
    lines = ADVERSARIAL.read_text(encoding="utf-8").strip().split("\n")
    return (*OURS, *(str(json.loads(line)["text"])[:2000] for line in lines))


class Skeleton(HTMLParser):
    """The elements of a page, each with the names of its attributes and where it leads."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[tuple[str, ...]] = []
        self.text: list[str] = []
        self._drawing = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._drawing |= tag == "svg"
        if not self._drawing:
            self.parts.append((tag, *sorted(name for name, _ in attrs)))
        else:  # charts shorten long names, so their elements differ: they are of these alone
            assert tag in DRAWN, tag
        for name, value in attrs:
            assert not name.startswith("on"), (tag, attrs)
            if name in ("href", "src", "action", "formaction"):
                led = (value or "").strip()
                assert (
                    led == "" or led[0] in "/#?" or led.startswith(("https://", "mailto:", "tel:"))
                )
                assert not led.startswith("//"), led

    def handle_endtag(self, tag: str) -> None:
        self._drawing &= tag != "svg"

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        assert "<base" not in data

    @property
    def kinds(self) -> list[tuple[str, ...]]:
        """Without marks and their anchors, which follow the words of answers."""
        return [one for one in self.parts if one[0] != "mark" and one != ("a", "id")]
