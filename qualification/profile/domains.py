"""What does a domain say of the company that has it? Its name, as a guess, and its country."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from qualification.profile.mail_domains import (
    ANYWHERE,
    DISPOSABLE,
    DISPOSABLE_WORDS,
    FREE_MAIL,
    RELAYS,
)
from qualification.profile.suffixes import (
    COUNTRY_OF,
    EDUCATION,
    HOSTED,
    SECOND_LEVEL,
    SECOND_LEVEL_OF,
    SOLD_TO_ALL,
    TENANTS,
)

MailKind = Literal["business", "personal", "education", "disposable"]
"""Whose addresses a domain holds: a company's, anybody's, a school's, or nobody's for long."""
SHORT = 3
"""A name of so few letters is an abbreviation: IBM, SAP."""
LEGAL = re.compile(r"[-_](?:sl|slu|sa|sau|sas|scp|srl|spa|ltd|llc|inc|gmbh|bv|plc|corp)$")
_PARTS = re.compile(r"[-_]+|(?<=[a-z])(?=[0-9]{2,})")
_NO_VOWEL = re.compile(r"[^aeiouyáéíóúü0-9]+")
_CCTLD = 2


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain in its parts: `mail.acme-tools.co.uk` is acme-tools under co.uk."""

    label: str
    """The name that somebody registered."""
    ending: str
    tenant: str | None = None
    """Who rents there, on a site where everybody has a name of their own."""

    @property
    def registered(self) -> str:
        """What was registered: `acme-tools.co.uk`."""
        return f"{self.label}.{self.ending}"


@lru_cache(maxsize=1024)
def split_domain(domain: str) -> Domain | None:
    """A domain in its parts; None for what is none."""
    labels = domain.strip().strip(".").lower().split(".")
    if len(labels) < 2 or not all(labels):
        return None
    top, second = labels[-1], labels[-2]
    own = SECOND_LEVEL_OF.get(top, "").split()
    wide = len(labels) > 2 and len(top) == _CCTLD and (second in SECOND_LEVEL or second in own)
    size = 2 if wide else 1
    before = labels[-size - 2] if len(labels) > size + 1 else None
    return Domain(labels[-size - 1], ".".join(labels[-size:]), before)


@lru_cache(maxsize=1024)
def mail_kind(domain: str) -> MailKind:
    """Whose addresses these are."""
    parts = split_domain(domain)
    name = domain.lower()
    if parts is None:
        return "personal"
    registered = {name, parts.registered}
    if registered & DISPOSABLE or any(word in parts.label for word in DISPOSABLE_WORDS):
        return "disposable"
    if registered & (FREE_MAIL | RELAYS | HOSTED) or parts.label in ANYWHERE:
        return "personal"
    return "education" if EDUCATION.intersection(parts.ending.split(".")) else "business"


def company_domain(email: str) -> str | None:
    """The domain of the company that an address belongs to; None for a private one."""
    domain = email.rpartition("@")[2].lower()
    parts = split_domain(domain)
    if parts is None or mail_kind(domain) != "business":
        return None
    return domain if parts.registered in TENANTS else parts.registered


@lru_cache(maxsize=1024)
def company_name(domain: str) -> str | None:
    """What the company may be called: `acme-tools.es` is "Acme Tools", perhaps."""
    parts = split_domain(domain)
    if parts is None:
        return None
    label = parts.tenant if parts.registered in TENANTS else parts.label
    if label is None:
        return None
    words = [one for one in _PARTS.split(LEGAL.sub("", _readable(label))) if one]
    return " ".join(_shown(word, alone=len(words) == 1) for word in words) or None


def country_of_domain(domain: str) -> str | None:
    """The country that its ending is of (ISO 3166-1); None for an ending of everybody's."""
    parts = split_domain(domain)
    if parts is None:
        return None
    top = parts.ending.rpartition(".")[2]
    if len(top) != _CCTLD or (top in SOLD_TO_ALL and "." not in parts.ending):
        return None
    return COUNTRY_OF.get(top, top.upper())


def _readable(label: str) -> str:
    """A label with letters beyond ASCII, as it is meant (RFC 3492); nothing for what means none."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return ""


def _shown(word: str, *, alone: bool) -> str:
    if (alone and len(word) <= SHORT) or _NO_VOWEL.fullmatch(word):
        return word.upper()
    return word.capitalize()
