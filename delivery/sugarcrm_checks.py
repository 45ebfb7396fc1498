"""What must be so in SugarCRM for our deliveries to go through? Modules, rights, fields, stage.

Sources: Sugar Developer Guide, REST API v11: `/metadata`, `/me` (its `acl` names what a user may
not do: `"create": "no"`), `/<module>/enum/:field`. Limits are told nowhere: the cloud blocks
addresses that ask more than some twenty times a second.
"""

from collections.abc import Mapping, Sequence

from delivery.calls import Reply
from delivery.doctor import (
    Checks,
    Finding,
    Found,
    bad,
    contacts_closed,
    fields,
    good,
    look,
    part,
)
from delivery.sugarcrm import SYNC_KEY, SugarCrm
from qualification.values import Json

CONTACTS = "Contacts"
WAYS = ("access", "view", "list", "create", "edit")
"""What a delivery does in a module: it looks, makes and changes."""


def sugarcrm(system: SugarCrm) -> Checks:
    """The modules that are written, what our user may do in them, our key, the stage."""
    written = _written(system)
    seen = list(dict.fromkeys((*written, CONTACTS)))
    asked = {"type_filter": "modules", "module_filter": ",".join(seen)}
    reply = yield look("metadata", "/metadata", **asked)
    modules = part(reply.object(), "modules")
    missing = [one for one in written if one not in modules]
    if not reply.ok:
        yield bad(
            "rights",
            "its modules cannot be read (%(status)s): our user needs access to the API",
            status=str(reply.status),
        )
    elif missing:
        yield bad(
            "rights",
            "our user does not see %(modules)s: give it a role that may",
            modules=", ".join(missing),
        )
    elif CONTACTS not in modules:
        yield contacts_closed()
    module = written[0]
    there = part(part(modules, module), "fields")
    if there:
        key = [] if system.key == SYNC_KEY else [system.key]
        yield from fields([*key, *system.extra.values()], there, module)
        yield from _fixed(system, there)
    reply = yield look("me", "/me")
    user = part(reply.object(), "current_user")
    yield from _rights(system, part(user, "acl"), [one for one in written if one in modules])
    if system.key == SYNC_KEY and user.get("type") != "admin":
        yield bad("key", "sync_key needs an administrator: name a field of yours in SUGARCRM_KEY")
    if system.sales_stage:
        reply = yield look("stage", "/Opportunities/enum/sales_stage")
        yield _stage(system, reply)
    yield good(
        "limits",
        "SugarCRM tells of no limit; we ask at most %(most)s times a second",
        most=f"{system.pace.per_second:.0f}",
    )


def _written(system: SugarCrm) -> Sequence[str]:
    """Whom it is about comes first."""
    if system.records == "lead":
        return ["Leads", "Notes", "Tasks"]
    sale = ["Opportunities"] * bool(system.sales_stage)
    return [CONTACTS, "Accounts", *sale, "Notes", "Tasks"]


def _fixed(system: SugarCrm, there: Mapping[str, Json]) -> Found:
    fixed = [name for name in system.extra.values() if _is_fixed(part(there, name))]
    if fixed:
        yield bad(
            "fields",
            "nobody can write %(names)s: name other fields in SUGARCRM_FIELDS",
            names=", ".join(fixed),
        )


def _is_fixed(known: Mapping[str, Json]) -> bool:
    return known.get("readonly") is True or known.get("calculated") is True


def _rights(system: SugarCrm, acl: Mapping[str, Json], written: Sequence[str]) -> Found:
    """What is not said is allowed; an administrator's list is empty."""
    refused = dict[str, list[str]]()
    for module in written:
        ways = [way for way in WAYS if part(acl, module).get(way) == "no"]
        if ways:
            refused[module] = ways
    for module, ways in refused.items():
        yield bad(
            "rights",
            "our user may not do this in %(module)s: %(ways)s; give it a role that may",
            module=module,
            ways=", ".join(ways),
        )
    if written and not refused:
        yield good("rights", "%(modules)s may be made", modules=", ".join(written))
    inside = part(part(acl, written[0]), "fields") if written else {}
    kept = [name for name in _named(system) if _may_not_write(part(inside, name))]
    if kept:
        yield bad(
            "rights",
            "our user may not write %(names)s: allow it in its role (field permissions)",
            names=", ".join(kept),
        )


def _named(system: SugarCrm) -> Sequence[str]:
    """The fields that the settings name, and those that each person has."""
    key = [] if system.key == SYNC_KEY else [system.key]
    usual = ("first_name", "last_name", "title", "phone_work", "email", "description")
    return [*usual, *key, *system.extra.values()]


def _may_not_write(ways: Mapping[str, Json]) -> bool:
    return any(ways.get(way) == "no" for way in ("write", "create", "edit"))


def _stage(system: SugarCrm, reply: Reply) -> Finding:
    if reply.ok and system.sales_stage in reply.object():
        return good("stage", "opportunities begin at %(stage)s", stage=system.sales_stage)
    return bad(
        "stage",
        "opportunities have no stage %(stage)s: put SUGARCRM_SALES_STAGE right",
        stage=system.sales_stage,
    )
