"""What of a visitor's text is taken? All but control characters, and never more than the limit."""

LONGEST_MESSAGE = 20_000
PLAIN = r"^[^\x00-\x1f\x7f-\x9f]*$"
"""The pattern of names and ids from outside: not every database stores control characters."""
_DROPPED = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
_DROPPED |= dict.fromkeys(range(0xD800, 0xE000))  # halves of characters: no database stores them


class NotTaken(Exception):
    """A text that is refused; says what to do instead."""


class TooLong(NotTaken):
    """Longer than a message may be: it is refused whole, never cut."""

    def __init__(self) -> None:
        super().__init__(f"A message may have {LONGEST_MESSAGE} characters: send it in parts.")


class Empty(NotTaken):
    """Nothing is left of it that could be read."""

    def __init__(self) -> None:
        super().__init__("The message is empty: write something.")


def clean(text: str) -> str:
    """The text as it is stored. Raises TooLong and Empty."""
    if len(text) > LONGEST_MESSAGE:
        raise TooLong
    kept = text.replace("\r\n", "\n").replace("\r", "\n").translate(_DROPPED).strip()
    if not kept:
        raise Empty
    return kept
