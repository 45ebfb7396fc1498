"""What must be so in HubSpot for our deliveries to go through? Scopes, properties, stages, limits.

Sources: HubSpot docs: "Private apps" (what a token may do: `access-token-info`), "Scopes" (notes
and tasks come with those of contacts), "Properties", "Pipelines", "API usage guidelines" (its
headers; those of a single second are no longer in force).
"""

from collections.abc import Generator, Mapping, Sequence

from delivery.calls import Call, Reply
from delivery.doctor import (
    SCARCE,
    Checks,
    Finding,
    Found,
    bad,
    calls_left,
    fields,
    good,
    look,
    named,
    part,
    readable,
    warning,
)
from delivery.hubspot import HubSpot
from delivery.signing_in import StaticToken
from qualification.values import Json

OWNERS = "crm.objects.owners.read"
DEALS = "crm.objects.deals.read"
TOKEN_INFO = "/oauth/v2/private-apps/get/access-token-info"  # noqa: S105
STAGE = "lifecyclestage"
UNSEEN = frozenset({400, 401, 403, 404})
"""How a token is answered that is none of a private app."""


def hubspot(system: HubSpot) -> Checks:
    """Owners, what the token may do, what is written, the deal's stage, how much may be called."""
    reply = yield look("owners", system.api.owner("nobody@example.com").url, limit="1")
    yield readable(reply, "owners", OWNERS)
    yield from _limits(reply, system)
    yield from _scopes(system)
    for objects in _written(system):
        reply = yield look("read", system.api.path(objects), limit="1")
        yield readable(reply, objects, f"crm.objects.{_scoped(objects)}.read")
    yield from _properties(system)
    if _makes_deals(system):
        reply = yield look("pipeline", f"/crm/v3/pipelines/deals/{system.pipeline}")
        yield _deal_stage(reply, system.pipeline, system.deal_stage)


def needed(system: HubSpot) -> tuple[str, ...]:
    """The scopes that a delivery takes."""
    kinds = dict.fromkeys(_scoped(one) for one in _written(system))
    both = (f"crm.objects.{kind}.{way}" for kind in kinds for way in ("read", "write"))
    return (OWNERS, *both)


def _written(system: HubSpot) -> Sequence[str]:
    """The kinds of objects that a delivery makes."""
    more = ["deals"] * _makes_deals(system) + ["leads"] * system.leads
    return ["contacts", "companies", "notes", "tasks", *more]


def _makes_deals(system: HubSpot) -> bool:
    return bool(system.pipeline and system.deal_stage)


def _scoped(objects: str) -> str:
    """What the scope for them is called."""
    return "contacts" if objects in ("notes", "tasks") else objects


def _scopes(system: HubSpot) -> Checks:
    wanted = needed(system)
    if isinstance(system.sign_in, StaticToken):
        body: Json = {"tokenKey": system.sign_in.token}
        asked = Call("scopes", "POST", TOKEN_INFO, body=body, changes=False, also=UNSEEN)
        listed = (yield asked).object().get("scopes")
        if isinstance(listed, list):
            missing = [one for one in wanted if one not in listed]
            if missing:
                yield bad(
                    "scopes",
                    "the app lacks %(scopes)s: add them to it in HubSpot (Scopes), and save",
                    scopes=", ".join(missing),
                )
            else:
                yield good("scopes", "the app has every scope that a delivery takes")
            if DEALS not in (*listed, *wanted):
                yield warning(
                    "scopes",
                    "whose the open deals of a company are cannot be seen: the scope "
                    "crm.objects.deals.read would tell (optional)",
                )
            return
    yield warning(
        "scopes",
        "whether records may be written cannot be seen: see that the app has %(scopes)s",
        scopes=", ".join(wanted),
    )


def _properties(system: HubSpot) -> Checks:
    """Ours are there and take values, our key is unique, the stage is one of theirs."""
    wanted = [system.key_property] * bool(system.key_property) + list(system.extra.values())
    there: dict[str, Mapping[str, Json]] = {}
    for name in wanted:
        known = yield from _property(name)
        if known is not None:
            there[name] = known
    yield from fields(wanted, there, "contacts")
    fixed = [name for name, one in there.items() if _is_fixed(one)]
    if fixed:
        yield bad(
            "fields",
            "nobody can write %(names)s: name other properties in HUBSPOT_PROPERTIES",
            names=", ".join(fixed),
        )
    key = there.get(system.key_property)
    if key is not None and key.get("hasUniqueValue") is not True:
        yield bad(
            "key",
            "%(name)s does not ask for unique values: make one that does",
            name=system.key_property,
        )
    if system.stage:
        known = yield from _property(STAGE)
        if known is not None and system.stage not in named(known.get("options"), "value"):
            yield bad(
                "stage",
                "contacts have no lifecycle stage %(stage)s: put HUBSPOT_STAGE right",
                stage=system.stage,
            )


def _property(name: str) -> Generator[Call | Finding, Reply, Mapping[str, Json] | None]:
    reply = yield look("property", f"/crm/v3/properties/contacts/{name}")
    return reply.object() if reply.ok else None


def _is_fixed(known: Mapping[str, Json]) -> bool:
    """HubSpot fills it itself."""
    is_read_only = part(known, "modificationMetadata").get("readOnlyValue") is True
    return is_read_only or known.get("calculated") is True


def _deal_stage(reply: Reply, pipeline: str, stage: str) -> Finding:
    if not reply.ok:
        return bad(
            "pipeline",
            "there is no pipeline %(pipeline)s of deals: put HUBSPOT_PIPELINE right",
            pipeline=pipeline,
        )
    if stage not in named(reply.object().get("stages"), "id"):
        return bad(
            "pipeline",
            "the pipeline %(pipeline)s has no stage %(stage)s: put HUBSPOT_DEAL_STAGE right",
            pipeline=pipeline,
            stage=stage,
        )
    return good("pipeline", "deals begin at %(stage)s", stage=stage)


def _limits(reply: Reply, system: HubSpot) -> Found:
    """Of the day (an OAuth app is not told), and of the ten seconds that go by."""
    most, rest = (_figure(reply, name) for name in ("daily", "daily-remaining"))
    if most is not None and rest is not None:
        yield calls_left(rest, most)
    names = ("max", "remaining", "interval-milliseconds")
    most, rest, span = (_figure(reply, name) for name in names)
    if most is None or rest is None or not span:
        return
    seconds = span / 1000
    given = {"most": f"{most:.0f}", "seconds": f"{seconds:.0f}"}
    if most / seconds < system.pace.per_second:
        yield warning(
            "limits",
            "only %(most)s calls in %(seconds)s s are allowed, and we make up to %(ours)s a "
            "second: deliveries will wait now and then",
            ours=f"{system.pace.per_second:.0f}",
            **given,
        )
    elif rest < most * SCARCE:
        yield warning(
            "limits",
            "%(rest)s of %(most)s calls in %(seconds)s s are left: another program uses them up",
            rest=f"{rest:.0f}",
            **given,
        )
    else:
        yield good("limits", "%(most)s calls in %(seconds)s s are allowed", **given)


def _figure(reply: Reply, name: str) -> float | None:
    written = reply.headers.get(f"x-hubspot-ratelimit-{name}", "")
    return float(written) if written.isdecimal() else None
