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
    contacts_fixed,
    fields,
    good,
    look,
    part,
)
from delivery.sugarcrm import SYNC_KEY, SugarCrm
from delivery.sugarcrm_person import EVERYWHERE
from qualification.values import Json

CONTACTS = "Contacts"
WAYS = ("access", "view", "list", "create")
"""What a delivery does in every module: it looks and makes."""
PERSON = (
    "first_name",
    "last_name",
    "title",
    "phone_work",
    "email",
    "description",
    "assigned_user_id",
)
WRITTEN: Mapping[str, Sequence[str]] = {
    "Leads": (*PERSON, "account_name"),
    CONTACTS: (*PERSON, "account_id"),
    "Accounts": ("name", "website", "assigned_user_id"),
    "Opportunities": ("name", "account_id", "sales_stage", "date_closed", "assigned_user_id"),
    "Notes": ("name", "description", "parent_type", "parent_id"),
    "Tasks": (
        "name",
        "description",
        "parent_type",
        "parent_id",
        "date_due",
        "priority",
        "status",
        "assigned_user_id",
    ),
}
"""What a delivery writes, besides our key and the settings' fields."""
LACKED = EVERYWHERE - {"last_name"}
"""What a contact may lack is filled in also where leads are made."""
CHANGED = frozenset({"Leads", CONTACTS, "Notes", "Tasks"})
"""What is brought up to date later; an account and an opportunity are made once, and left alone."""


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
    acl = part(user, "acl")
    yield from _rights(system, acl, [one for one in written if one in modules])
    if system.records == "lead" and CONTACTS in modules:
        yield from _contacts(part(acl, CONTACTS))
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
        needed = (*WAYS, "edit") if module in CHANGED else WAYS
        ways = [way for way in needed if part(acl, module).get(way) == "no"]
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
    for module in written:
        inside = part(part(acl, module), "fields")
        settings = _named(system) if module == _written(system)[0] else ()
        kept = [one for one in (*WRITTEN[module], *settings) if _may_not_write(part(inside, one))]
        if kept:
            yield bad(
                "rights",
                "%(module)s: our user may not write %(names)s: allow it in its role (field "
                "permissions)",
                module=module,
                names=", ".join(kept),
            )


def _contacts(acl: Mapping[str, Json]) -> Found:
    """Of who is one already, where leads are made: what they lack is filled in."""
    if any(acl.get(way) == "no" for way in ("access", "list")):
        yield contacts_closed()
    elif any(acl.get(way) == "no" for way in ("view", "edit")):
        yield contacts_fixed()
    else:
        inside = part(acl, "fields")
        fixed = sorted(name for name in LACKED if _may_not_write(part(inside, name)))
        if fixed:
            yield contacts_fixed(fixed)


def _named(system: SugarCrm) -> Sequence[str]:
    """The fields that the settings name."""
    key = [] if system.key == SYNC_KEY else [system.key]
    return [*key, *system.extra.values()]


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
