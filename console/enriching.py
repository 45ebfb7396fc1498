"""How far may leads be enriched here? `ENRICH` switches all of it off, leaves what our own rules
infer, or asks an outside service too.
"""

from collections.abc import Callable
from typing import Literal, TypeAlias

import httpx

from agent.enrichment import Provider
from delivery.enrichment import HttpEnrichment
from delivery.wire import Wire
from qualification.script import Script
from qualification.scriptfile import parse_script

Enrich: TypeAlias = Literal["off", "own", "all"]
_OFF = {"profile": False, "prefill": ()}


def parsing(enrich: Enrich) -> Callable[[str], Script]:
    """How scripts are read: where enriching is off, none of them wants a profile."""
    if enrich != "off":
        return parse_script
    return lambda text: parse_script(text).model_copy(update=_OFF)


def providers(enrich: Enrich, url: str, token: str, wire: Wire) -> tuple[Provider, ...]:
    """The services that are asked about leads."""
    return (HttpEnrichment(url, token, wire),) if enrich == "all" and url else ()


def mistake_in(enrich: Enrich, url: str, token: str) -> str | None:
    """What is wrong with these settings, for whoever wrote them."""
    if enrich == "all" and not url:
        return "ENRICH=all asks a service, and ENRICHMENT_URL is not set: set it, or ENRICH=own"
    if url and not token:
        return "ENRICHMENT_URL is set but ENRICHMENT_TOKEN is not: set both, or neither"
    if url and not _is_safe(url):
        return (
            "ENRICHMENT_URL must be an address that begins with https:// (or is on this machine): "
            "people's addresses are sent to it"
        )
    return None


def _is_safe(url: str) -> bool:
    try:
        address = httpx.URL(url)
    except httpx.InvalidURL:
        return False
    here = address.scheme == "http" and address.host in ("localhost", "127.0.0.1", "::1")
    return bool(address.host) and (address.scheme == "https" or here)
