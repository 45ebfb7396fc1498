"""Which e-mail addresses does a text hold, written or spoken?"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from email_validator import EmailNotValidError, validate_email

from qualification.normalise.spelling import CALLED_AT, MARKS, TOGETHER, spelled_out
from qualification.normalise.tables.people import NOT_ADDRESSES, NOT_NAMES
from qualification.normalise.text import Token, word_set
from qualification.normalise.vocabulary import vocabulary
from qualification.values import Contact, Language, Span

SHORTEST_ENDING = 2
MOST = 5
"""Addresses read in one message."""
LOCAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-'")
DOMAIN = LOCAL - frozenset("_%+'")
LAST_LATIN = 0x24F
LONGEST_PART = 255
LONGEST_SPELLED = 40
LONGEST_TOGETHER = 4
"""Words that "all one word" puts together."""
_COMMA_FOR_DOT = re.compile(r"(?<=[a-z0-9]),(?=(?:com|es|net|org|co|mx)\b)", re.IGNORECASE)
NO_ADDRESS = word_set(f"{NOT_NAMES} {NOT_ADDRESSES}")


def emails(text: str, tokens: Sequence[Token], language: Language) -> list[Contact]:
    """The valid addresses, in the order they stand."""
    if "@" in text:
        text = _COMMA_FOR_DOT.sub(".", text)
    written = list(_written(text))
    found = [c for span in written if (c := _contact(text[span[0] : span[1]], span))]
    if any(token.text in CALLED_AT or token.text == "@" for token in tokens):
        tokens = [_with_tilde(text, token) for token in tokens]
        said = islice(_spoken(spelled_out(vocabulary(language), tokens)), MOST)
        spoken = [c for address, span in said if (c := _contact(address, span))]
        taken = [one.span for one in found] + [span for span in written if _is_foreign(text, span)]
        found += [c for c in spoken if not any(_overlap(c.span, span) for span in taken)]
    return sorted(found, key=lambda contact: contact.span)[:MOST]


def _with_tilde(text: str, token: Token) -> Token:
    """The word with its ñ: without it the address would be another."""
    written = text[token.start : token.end].lower()
    return token._replace(text=written) if "ñ" in written and written.isalpha() else token


def _is_foreign(text: str, span: Span) -> bool:
    """Whether an address has letters beyond ASCII: it is read as written or not at all."""
    return not text[span[0] : span[1]].isascii()


def _is_letter(character: str) -> bool:
    return character.isalpha() and ord(character) <= LAST_LATIN


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _contact(address: str, span: Span) -> Contact | None:
    try:
        checked = validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return None
    if len(checked.domain.rpartition(".")[2]) < SHORTEST_ENDING:
        return None
    return Contact("email", checked.normalized.lower(), span)


def _written(text: str) -> Iterator[Span]:
    """Around each @, as far as the characters of an address reach."""
    at, tries = text.find("@"), 0
    while at >= 0 and tries < MOST * 2:
        start = end = at
        while (
            start > 0
            and at - start < LONGEST_PART
            and (text[start - 1] in LOCAL or _is_letter(text[start - 1]))
        ):
            start -= 1
        while (
            end + 1 < len(text)
            and end - at < LONGEST_PART
            and (text[end + 1] in DOMAIN or _is_letter(text[end + 1]))
        ):
            end += 1
        while start < at and text[start] in ".-'+%_":
            start += 1
        while end > at and text[end] in ".-":
            end -= 1
        if start < at < end:
            yield start, end + 1
        tries += 1
        at = text.find("@", at + 1)


def _spoken(tokens: Sequence[Token]) -> Iterator[tuple[str, Span]]:
    """Around each "arroba" or "at": words, letters and spoken marks; a dot must follow."""
    for index, token in enumerate(tokens):
        if token.text in CALLED_AT or token.text == "@":
            domain, after = _domain(tokens, index + 1)
            local, first = _local(tokens, index - 1)
            if domain and local:
                yield f"{local}@{domain}", (tokens[first].start, tokens[after - 1].end)


def _domain(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """Words joined by "punto" or ".", letters one by one, until a word that nothing joins."""
    address, dotted, joined = "", False, True
    while index < len(tokens) and len(address) < LONGEST_PART:
        mark = MARKS.at(tokens, index)
        if mark and address and not joined and mark[1] < len(tokens):
            dotted = dotted or mark[0] == "."
            address, index, joined = address + mark[0], mark[1], True
            continue
        word = tokens[index].text
        single = len(word) == 1 and len(tokens[index - 1].text) == 1
        if not word.isalnum() or not (joined or single):
            break
        address, index, joined = address + word, index + 1, False
    return (address, index) if dotted and not joined else ("", index)


def _local(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """The same leftwards; at least one word, or those that are said to be one."""
    while index >= 0 and tokens[index].text == ",":
        index -= 1
    if together := TOGETHER.before(tokens, index + 1):
        return _together(tokens, together[1] - 1)
    address, joined, first = "", True, index + 1
    while index >= 0 and first - index <= LONGEST_SPELLED and len(address) < LONGEST_PART:
        mark = MARKS.before(tokens, index + 1, 2)
        if mark and address and not joined:
            address, index, joined = mark[0] + address, mark[1] - 1, True
            continue
        word = tokens[index].text
        single = len(word) == 1 and len(tokens[index + 1].text) == 1
        figures = tokens[index + 1].is_number and bool(address)
        if not word.isalnum() or not (joined or single or figures) or mark:
            break
        address, first, index, joined = word + address, index, index - 1, False
    if address in NO_ADDRESS or not address:
        return "", first
    return address.lstrip("._-+"), first


def _together(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """ "Ana lópez todo junto": the words up to one that no address holds."""
    while index >= 0 and tokens[index].text == ",":
        index -= 1
    first = index + 1
    while first > 0 and index - first + 1 < LONGEST_TOGETHER:
        word = tokens[first - 1].text
        if not word.isalnum() or word in NO_ADDRESS:
            break
        first -= 1
    return "".join(token.text for token in tokens[first : index + 1]), first
