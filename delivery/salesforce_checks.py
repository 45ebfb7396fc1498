"""What must be so in Salesforce for our deliveries to go through? Rights, fields, rule, stage.

Sources: REST API Developer Guide: sObject Describe (what our user may not see is left out of it),
Limits; Object Reference: AssignmentRule, Campaign.
"""

from collections.abc import Mapping, Sequence

from delivery.calls import Reply
from delivery.doctor import (
    Checks,
    Finding,
    Found,
    bad,
    calls_left,
    contacts_closed,
    contacts_fixed,
    good,
    look,
    named,
    part,
    warning,
)
from delivery.salesforce import Salesforce
from delivery.soql import oldest, rows, same
from qualification.values import Json

PERSON = (
    "FirstName",
    "LastName",
    "Email",
    "Phone",
    "Title",
    "LeadSource",
    "Description",
    "OwnerId",
)
WRITTEN: Mapping[str, Sequence[str]] = {
    "Lead": (*PERSON, "Company"),
    "Contact": (*PERSON, "AccountId"),
    "Account": ("Name", "Website", "OwnerId"),
    "Opportunity": (
        "Name",
        "StageName",
        "CloseDate",
        "AccountId",
        "LeadSource",
        "Description",
        "OwnerId",
    ),
    "OpportunityContactRole": ("OpportunityId", "ContactId", "IsPrimary"),
    "CampaignMember": ("CampaignId",),
    "Note": ("Title", "Body", "ParentId"),
    "Task": (
        "WhoId",
        "WhatId",
        "OwnerId",
        "Subject",
        "Description",
        "ActivityDate",
        "Priority",
        "Status",
    ),
}
"""What a delivery writes (delivery/salesforce.py), besides our key and the settings' fields."""
KEYED = frozenset({"Lead", "Contact", "Account", "Opportunity"})
PEOPLE = ("Lead", "Contact")
CHANGED: Mapping[str, Sequence[str]] = {
    **{kind: WRITTEN[kind] for kind in (*PEOPLE, "Opportunity")},
    "Note": ("Title", "Body"),
    "Task": ("OwnerId", "ActivityDate"),
}
"""What is brought up to date later, or written once more after a try that was not answered: of
people our key and the settings' fields as well.
"""
OF_CONTACTS = ("FirstName", "Email", "Phone", "Title")
"""What a contact may lack is filled in also where leads are made."""
BY_RULE, NOBODY = "TRUE", "FALSE"


def salesforce(system: Salesforce) -> Checks:
    """Each object that is written, then what the settings name, then the day's calls."""
    for kind in _kinds(system):
        reply = yield look("describe", f"/sobjects/{kind}/describe")
        if reply.ok:
            yield from _described(system, kind, reply.object())
        else:
            yield bad(
                "rights",
                "%(kind)s cannot be read (%(status)s): give our user the right to read it",
                kind=kind,
                status=str(reply.status),
            )
    if system.records == "lead":
        reply = yield look("describe", "/sobjects/Contact/describe")
        yield from _contacts(reply)
    if system.campaign:
        asked = f"/sobjects/Campaign/{system.campaign}"
        reply = yield look("campaign", asked, 400, fields="Name,IsActive")
        yield _campaign(system, reply)
    if system.records == "lead" and system.assign != NOBODY:
        is_any = system.assign == BY_RULE
        where = same(Active=True) if is_any else same(Id=system.assign)
        sought = f"{where} AND {same(SobjectType='Lead')}"
        reply = yield look("rule", "/query", 400, **oldest("AssignmentRule", sought))
        yield _rule(system, reply, is_any=is_any)
    reply = yield look("limits", "/limits")
    calls = part(reply.object(), "DailyApiRequests")
    rest, most = calls.get("Remaining"), calls.get("Max")
    if isinstance(rest, int) and isinstance(most, int):
        yield calls_left(rest, most)


def _contacts(reply: Reply) -> Found:
    """Of who is one already, where leads are made. What our user may not see is left out, and then
    nobody is found.
    """
    there = named(reply.object().get("fields"), "name")
    if not reply.ok or any(name not in there for name in OF_CONTACTS):
        yield contacts_closed()
    elif reply.object().get("updateable") is False:
        yield contacts_fixed()
    else:
        fixed = [name for name in OF_CONTACTS if there[name].get("updateable") is False]
        if fixed:
            yield contacts_fixed(fixed)


def _kinds(system: Salesforce) -> list[str]:
    """What is written, by the settings."""
    member = ["CampaignMember"] * bool(system.campaign)
    if system.records == "lead":
        return ["Lead", *member, "Note", "Task"]
    sale = ["Opportunity", "OpportunityContactRole"] * bool(system.opportunity_stage)
    return ["Contact", "Account", *sale, *member, "Note", "Task"]


def _described(system: Salesforce, kind: str, told: Mapping[str, Json]) -> Found:
    if told.get("createable") is False:
        yield bad("rights", "we may not create a %(kind)s: give our user that", kind=kind)
        return
    if kind in CHANGED and told.get("updateable") is False:
        yield bad("rights", "we may not change a %(kind)s: give our user that", kind=kind)
        return
    ours = [name for name in WRITTEN[kind] if system.records == "contact" or name != "WhatId"]
    if kind == "CampaignMember":
        ours.append("LeadId" if system.records == "lead" else "ContactId")
    extra = list(system.extra.values()) if kind in PEOPLE else []
    key = [system.key_field] if kind in KEYED else []
    there = named(told.get("fields"), "name")
    found = [
        *_missing(kind, [*key, *extra], there),
        *_unwritable(kind, [*ours, *key, *extra], there),
        *_insisted(kind, [*ours, *key, *extra], there),
        *_key(kind, key, there),
        *_listed(system, kind, there),
    ]
    if found:
        yield from found
    else:
        yield good("rights", "%(kind)s: every field that we write may be written", kind=kind)


def _missing(kind: str, custom: Sequence[str], there: Mapping[str, Mapping[str, Json]]) -> Found:
    names = [name for name in custom if name not in there]
    if names:
        yield bad(
            "fields",
            "%(where)s has no %(names)s, or our user may not see it: make it, give our user the "
            "right to it, or name another in the settings",
            where=kind,
            names=", ".join(names),
        )


def _unwritable(kind: str, ours: Sequence[str], there: Mapping[str, Mapping[str, Json]]) -> Found:
    """A standard field that is not described is one that our user may not see."""
    names = [
        name
        for name in ours
        if (name in WRITTEN[kind] and name not in there)
        or there.get(name, {}).get("createable") is False
        or (_is_changed(kind, name) and there.get(name, {}).get("updateable") is False)
    ]
    if names:
        yield bad(
            "rights",
            "%(kind)s: our user may not write %(names)s: allow it in the field-level security of "
            "its profile or permission set",
            kind=kind,
            names=", ".join(names),
        )


def _is_changed(kind: str, name: str) -> bool:
    return name in CHANGED.get(kind, ()) or (kind in PEOPLE and name not in WRITTEN[kind])


def _insisted(kind: str, ours: Sequence[str], there: Mapping[str, Mapping[str, Json]]) -> Found:
    """What a new record must have and we never say."""
    names = [
        name
        for name, one in there.items()
        if name not in ours
        and one.get("createable") is True
        and one.get("nillable") is False
        and one.get("defaultedOnCreate") is False
    ]
    if names:
        yield bad(
            "fields",
            "%(kind)s insists on %(names)s, which we do not fill: give it a default value there, "
            "or make it optional",
            kind=kind,
            names=", ".join(names),
        )


def _key(kind: str, key: Sequence[str], there: Mapping[str, Mapping[str, Json]]) -> Found:
    for name in key:
        known = there.get(name)
        if known is not None and not (known.get("externalId") and known.get("unique")):
            yield bad(
                "key",
                "%(name)s on %(kind)s must be an External ID and Unique: set both there",
                name=name,
                kind=kind,
            )


def _listed(system: Salesforce, kind: str, there: Mapping[str, Mapping[str, Json]]) -> Found:
    """Lists that hold us to their values."""
    if kind == "Opportunity":
        stages = named(there.get("StageName", {}).get("picklistValues"), "value")
        known = stages.get(system.opportunity_stage)
        if stages and (known is None or known.get("active") is False):
            yield bad(
                "stage",
                "opportunities have no active stage %(stage)s: put SALESFORCE_OPPORTUNITY_STAGE "
                "right",
                stage=system.opportunity_stage,
            )
    if there.get("LeadSource", {}).get("restrictedPicklist") is True:
        yield warning(
            "fields",
            "LeadSource of %(kind)s takes the values of its list alone: add our sources to it, or "
            "leads from elsewhere are refused",
            kind=kind,
        )


def _campaign(system: Salesforce, reply: Reply) -> Finding:
    if not reply.ok:
        return bad(
            "campaign",
            "there is no campaign %(campaign)s that our user may read: put SALESFORCE_CAMPAIGN "
            "right, or give our user that",
            campaign=system.campaign,
        )
    name = str(reply.object().get("Name") or system.campaign)
    if reply.object().get("IsActive") is False:
        return warning(
            "campaign", "the campaign %(name)s is not active: activate it there", name=name
        )
    return good("campaign", "they become members of %(name)s", name=name)


def _rule(system: Salesforce, reply: Reply, *, is_any: bool) -> Finding:
    if not reply.ok:
        return warning(
            "rule",
            "whether there is an assignment rule for leads cannot be seen (%(status)s): look in "
            "Setup > Lead Assignment Rules",
            status=str(reply.status),
        )
    if rows(reply.object()):
        return good("rule", "the assignment rule for whom we placed with nobody is there")
    if is_any:
        return warning(
            "rule",
            "no assignment rule for leads is active: those that we place with nobody stay with our "
            "user until one is",
        )
    return bad(
        "rule",
        "there is no assignment rule %(rule)s for leads: put SALESFORCE_ASSIGN right",
        rule=system.assign,
    )
