"""What must be so in Zoho CRM for our deliveries to go through? Scopes, modules, fields, credits.

Sources: Zoho CRM developer documentation, API v8: "Scopes", "Modules metadata", "Fields metadata",
"Assignment rules", "API limits" (X-API-CREDITS-REMAINING comes once half of them are used).
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
    named,
    part,
    readable,
    warning,
)
from delivery.zoho import Zoho
from qualification.values import Json

CREDITS = "x-api-credits-remaining"


def zoho(system: Zoho) -> Checks:
    """The users, the modules that are written, their fields, the rule, the credits."""
    reply = yield look("users", "/users", type="ActiveUsers", per_page="1")
    yield readable(reply, "users", "ZohoCRM.users.READ")
    yield _credits(reply)
    yield from _modules(system)
    module = "Leads" if system.records == "lead" else "Contacts"
    nobody = {"email": "nobody@example.com", "fields": "id", "per_page": "1"}
    reply = yield look("search", f"/{module}/search", 401, **nobody)
    if reply.ok:
        yield good("rights", "records can be searched")
    else:
        yield bad(
            "rights",
            "records cannot be searched (%(status)s): it needs the scope "
            "ZohoSearch.securesearch.READ",
            status=str(reply.status),
        )
    yield from _fields(system, module)
    if system.deal_stage:
        yield from _deals(system)
    if system.assignment_rule:
        yield from _rule(system, module)


def _modules(system: Zoho) -> Checks:
    """Each is read for itself: scopes may be given for single modules."""
    written, sees_contacts = _written(system), True
    for module in written:
        reply = yield look("module", f"/{module}", 401, fields="id", per_page="1")
        yield readable(reply, module, f"ZohoCRM.modules.{module.lower()}.ALL")
    if system.records == "lead":
        reply = yield look("module", "/Contacts", 401, fields="id", per_page="1")
        if reply.status == 401:  # a scope that is lacking: nobody at all is looked for there
            yield readable(reply, "Contacts", "ZohoCRM.modules.contacts.ALL")
        elif not reply.ok:
            yield contacts_closed()
            sees_contacts = False
    reply = yield look("modules", "/settings/modules", 401)
    if not reply.ok:
        yield warning(
            "rights",
            "whether records may be made cannot be seen: the scope ZohoCRM.settings.modules.READ "
            "would tell (optional)",
        )
        return
    there = named(reply.object().get("modules"), "api_name")
    refused = [one for one in written if _is_refused(there.get(one, {}))]
    if refused:
        yield bad(
            "rights",
            "we may not create or edit %(modules)s: give the profile of our user that",
            modules=", ".join(refused),
        )
    else:
        yield good("rights", "%(modules)s may be made", modules=", ".join(written))
    is_fixed = there.get("Contacts", {}).get("editable") is False
    if system.records == "lead" and sees_contacts and is_fixed:
        yield contacts_fixed()


def _written(system: Zoho) -> Sequence[str]:
    if system.records == "lead":
        return ["Leads", "Notes", "Tasks"]
    return ["Contacts", "Accounts", *["Deals"] * bool(system.deal_stage), "Notes", "Tasks"]


def _is_refused(module: Mapping[str, Json]) -> bool:
    return module.get("creatable") is False or module.get("editable") is False


def _fields(system: Zoho, module: str) -> Checks:
    reply = yield look("fields", "/settings/fields", 401, module=module)
    if not reply.ok:
        yield warning(
            "fields",
            "its fields cannot be read: the scope ZohoCRM.settings.fields.READ would allow it",
        )
        return
    there = named(reply.object().get("fields"), "api_name")
    yield from fields([system.key_field, *system.extra.values()], there, module)
    yield from _key(system, there, module)
    fixed = [name for name in system.extra.values() if _is_fixed(there.get(name, {}))]
    if fixed:
        yield bad(
            "fields",
            "nobody can write %(names)s: name other fields in ZOHO_FIELDS",
            names=", ".join(fixed),
        )
    sources = named(there.get("Lead_Source", {}).get("pick_list_values"), "actual_value")
    if system.lead_source and sources and system.lead_source not in sources:
        yield warning(
            "fields",
            "%(value)s is no value of Lead_Source: add it there, or put ZOHO_LEAD_SOURCE right",
            value=system.lead_source,
        )


def _deals(system: Zoho) -> Checks:
    """Deals have our key as well, and begin at the stage."""
    reply = yield look("fields", "/settings/fields", 401, module="Deals")
    if not reply.ok:
        return
    there = named(reply.object().get("fields"), "api_name")
    yield from fields([system.key_field], there, "Deals")
    yield from _key(system, there, "Deals")
    stages = named(there.get("Stage", {}).get("pick_list_values"), "actual_value")
    if system.deal_stage in stages:
        yield good("stage", "deals begin at %(stage)s", stage=system.deal_stage)
    else:
        yield bad(
            "stage",
            "deals have no stage %(stage)s: put ZOHO_DEAL_STAGE right",
            stage=system.deal_stage,
        )


def _key(system: Zoho, there: Mapping[str, Mapping[str, Json]], module: str) -> Found:
    key = there.get(system.key_field)
    if key is not None and not key.get("unique"):
        yield bad(
            "key",
            "%(name)s of %(module)s must not allow duplicate values: set that there",
            name=system.key_field,
            module=module,
        )


def _is_fixed(known: Mapping[str, Json]) -> bool:
    """A formula, a number that counts up."""
    views = part(known, "view_type")
    return known.get("read_only") is True or False in (views.get("create"), views.get("edit"))


def _rule(system: Zoho, module: str) -> Checks:
    asked = "/settings/automation/assignment_rules"
    reply = yield look("rule", asked, 401, module=module)
    if not reply.ok:
        yield warning(
            "rule",
            "whether the assignment rule is there cannot be seen: the scope "
            "ZohoCRM.settings.assignment_rules.READ would tell (optional)",
        )
    elif system.assignment_rule in named(reply.object().get("assignment_rules"), "id"):
        yield good("rule", "the assignment rule for whom we placed with nobody is there")
    else:
        yield bad(
            "rule",
            "%(module)s have no assignment rule %(rule)s: put ZOHO_ASSIGNMENT_RULE right",
            module=module,
            rule=system.assignment_rule,
        )


def _credits(reply: Reply) -> Finding:
    rest = reply.headers.get(CREDITS, "")
    if not rest.isdecimal():
        return good("limits", "less than half of the credits of 24 hours are used")
    return warning(
        "limits",
        "more than half of the credits of 24 hours are used, %(rest)s are left: see what else uses "
        "them up",
        rest=rest,
    )
