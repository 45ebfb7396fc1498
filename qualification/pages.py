"""Which pages of a site are meant? Patterns such as `/crm/*`, and which of two is more exact.

`*` stands for anything within one step of the path, `**` at the end for the page itself and all
below it. What follows `?` or `#` in an address plays no part, nor do capitals or a last slash.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Annotated, TypeVar
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator, Field

from qualification.saying import Said

T = TypeVar("T")
LONGEST = 200
_WILD = re.compile(r"\*\*|\*")
_HOSTED = re.compile(r"https?://([^/\s]+)(/.*)?", re.IGNORECASE)


def _pattern(written: str) -> str:
    if not (written.startswith("/") or _HOSTED.fullmatch(written)):
        raise ValueError(
            Said(
                "`%(written)s` is no page: write it like `/crm/*` or `https://acme.example/crm/**`",
                written=written,
            )
        )
    if re.search(r"[\s?#]", written):
        raise ValueError(
            Said(
                "`%(written)s` holds a space, `?` or `#`: write the path of the page, "
                "and `*` for the rest",
                written=written,
            )
        )
    if "**" in written.removesuffix("/**") or "***" in written:
        raise ValueError(
            Said(
                "`**` stands in the middle of `%(written)s`: it may only end a page, as "
                "in `/crm/**`",
                written=written,
            )
        )
    return written


PagePattern = Annotated[
    str, AfterValidator(_pattern), Field(max_length=LONGEST, examples=["/crm/*"])
]
"""Pages of ours: a path, or an address with its site."""


def most_exact(patterns: Iterable[tuple[str, T]], page: str) -> tuple[T, ...]:
    """What belongs to the patterns that fit a page most exactly; several where they are equal."""
    parts = _parts(page)
    if parts is None:
        return ()
    best: dict[tuple[int, ...], list[T]] = {}
    for pattern, meaning in patterns:
        if _expression(pattern).fullmatch(parts):
            found = best.setdefault(exactness(pattern), [])
            found += [] if meaning in found else [meaning]
    return tuple(best[max(best)]) if best else ()


def event_of(pages: Mapping[str, str], page: str) -> str | None:
    """What a visit of a page is, by the pattern that fits it most exactly; None when none does."""
    return next(iter(most_exact(pages.items(), page)), None)


def exactness(pattern: str) -> tuple[int, ...]:
    """How exactly a pattern says which page: with its site, then by what is written out of it."""
    host, path = _split(pattern)
    letters = len(_WILD.sub("", path.removesuffix("/**")))
    return (len(_WILD.sub("", host)), letters, -len(_WILD.findall(path)), -path.count("**"))


def may_meet(one: str, other: str) -> bool:
    """Whether some page fits both patterns."""
    (host, path), (other_host, other_path) = _split(one), _split(other)
    if host and other_host and not _overlap(host, other_host):
        return False
    return any(_overlap(a, b) for a in _below(path) for b in _below(other_path))


def _split(pattern: str) -> tuple[str, str]:
    found = _HOSTED.fullmatch(pattern)
    host, path = (found[1], found[2] or "/") if found else ("", pattern)
    return host.lower(), _bare(path)


def _bare(path: str) -> str:
    return unquote(path).casefold().rstrip("/") or "/"


def _below(path: str) -> tuple[str, ...]:
    """`/crm/**` is the page `/crm` too."""
    return (path, _bare(path.removesuffix("/**"))) if path.endswith("/**") else (path,)


def _parts(page: str) -> str | None:
    """An address as the expressions take it: its site, and its path."""
    try:
        split = urlsplit(page)
        host = (split.netloc.rpartition("@")[2]).lower()
    except ValueError:
        return None
    return f"{host} {_bare(split.path)}"


@lru_cache(maxsize=1024)
def _expression(pattern: str) -> re.Pattern[str]:
    host, path = _split(pattern)
    site = _written(host) if host else r"[^ ]*"
    return re.compile(f"{site} (?:{'|'.join(_written(one) for one in _below(path))})", re.DOTALL)


def _written(text: str) -> str:
    wild = {"**": ".*", "*": "[^/ ]*"}
    pieces = re.split(r"(\*\*|\*)", text)
    return "".join(wild.get(one) or re.escape(one) for one in pieces)


def _overlap(one: str, other: str) -> bool:
    """Whether some text fits both: as far as both can be read at once."""
    a, b = (re.findall(r"\*\*|\*|.", text, re.DOTALL) for text in (one, other))
    seen, left = {(0, 0)}, [(0, 0)]
    while left:
        i, j = left.pop()
        if (i, j) == (len(a), len(b)):
            return True
        new = set(_steps(a[i : i + 1], b[j : j + 1], i, j)) - seen
        seen |= new
        left += new
    return False


def _steps(mine: list[str], theirs: list[str], i: int, j: int) -> Iterator[tuple[int, int]]:
    """How far both may be read after the next piece of each, where there is one."""
    for wild, piece, past, on in (
        (mine, theirs, (i + 1, j), (i, j + 1)),
        (theirs, mine, (i, j + 1), (i + 1, j)),
    ):
        if wild and wild[0][0] == "*":
            yield past
            if piece and _takes(wild[0], piece[0]):
                yield on
    if mine and mine == theirs:
        yield i + 1, j + 1


def _takes(wild: str, piece: str) -> bool:
    """Whether a wildcard may stand for a letter, or for what another wildcard stands for."""
    return wild == "**" or piece != "/"
