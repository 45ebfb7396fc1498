"""What must be so in each system for our deliveries to go through? Its checks, in order."""

from collections.abc import Mapping
from dataclasses import replace

from delivery import list_checks
from delivery.calls import Reply
from delivery.constant_contact import ConstantContact
from delivery.doctor import Checks, Finding, fields, left, look
from delivery.google_analytics import GoogleAnalytics
from delivery.hubspot import HubSpot
from delivery.mailchimp import Mailchimp
from delivery.salesforce import Salesforce
from delivery.slack import Slack
from delivery.slack_checks import slack
from delivery.sugarcrm import SYNC_KEY, SugarCrm
from delivery.system import System
from delivery.zoho import Zoho
from qualification.values import Json


def checks_of(system: System) -> Checks | None:
    """The checks of a system; None for one that has none."""
    match system:
        case HubSpot():
            return hubspot(system)
        case Salesforce():
            return salesforce(system)
        case Zoho():
            return zoho(system)
        case SugarCrm():
            return sugarcrm(system)
        case Slack():
            return slack(system)
        case Mailchimp():
            return list_checks.mailchimp(system)
        case ConstantContact():
            return list_checks.constant_contact(system)
        case GoogleAnalytics():
            return list_checks.google_analytics(system)
        case _:
            return None


def hubspot(system: HubSpot) -> Checks:
    """Owners, the properties that are written, the deal's stage, the day's calls."""
    found: list[Finding] = []
    reply = yield look("owners", system.api.owner("nobody@example.com").url, limit="1")
    found += _allowed(reply, "owners", "crm.objects.owners.read")
    found += _daily(reply)
    wanted = [system.key_property] * bool(system.key_property) + list(system.extra.values())
    there: dict[str, Json] = {}
    for name in wanted:
        reply = yield look("property", f"/crm/v3/properties/contacts/{name}")
        if reply.ok:
            there[name] = reply.object()
    found += fields(wanted, there, "contacts")
    key = there.get(system.key_property)
    if isinstance(key, dict) and key.get("hasUniqueValue") is not True:
        said = f"{system.key_property} does not ask for unique values: make one that does"
        found.append(Finding("key", "bad", said))
    if system.pipeline:
        reply = yield look("pipeline", f"/crm/v3/pipelines/deals/{system.pipeline}")
        found += _stage(reply, system.pipeline, system.deal_stage)
    return found


def salesforce(system: Salesforce) -> Checks:
    """The objects that are written, our key in each, the day's calls."""
    found: list[Finding] = []
    kind = "Lead" if system.records == "lead" else "Contact"
    keyed = [kind] if kind == "Lead" else [kind, "Account"]
    keyed += ["Opportunity"] * bool(system.opportunity_stage)
    for one in keyed:
        reply = yield look("describe", f"/sobjects/{one}/describe")
        found += _allowed(reply, one, f"the right to read {one}")
        if not reply.ok:
            continue
        there = _named(reply.object().get("fields"), "name")
        extra = list(system.extra.values()) if one == kind else []
        found += fields([system.key_field, *extra], there, one)
        key = there.get(system.key_field)
        if isinstance(key, dict) and not (key.get("externalId") and key.get("unique")):
            said = f"{system.key_field} on {one} must be an External ID and Unique"
            found.append(Finding("key", "bad", said))
    for one in ("Note", "Task"):
        reply = yield look("describe", f"/sobjects/{one}/describe")
        writable = reply.ok and reply.object().get("createable") is True
        if not writable:
            found.append(Finding("rights", "bad", f"we may not create a {one}: give our user that"))
    reply = yield look("limits", "/limits")
    calls = reply.object().get("DailyApiRequests")
    if isinstance(calls, dict):
        found += left("calls of the day", _number(calls, "Remaining"), _number(calls, "Max"))
    return found


def zoho(system: Zoho) -> Checks:
    """The users, the fields of the module, our key among them."""
    found: list[Finding] = []
    reply = yield look("users", "/users", type="ActiveUsers", per_page="1")
    found += _allowed(reply, "users", "the scope ZohoCRM.users.READ")
    module = "Leads" if system.records == "lead" else "Contacts"
    nobody = {"email": "nobody@example.com", "fields": "id", "per_page": "1"}
    reply = yield replace(
        look("search", f"/{module}/search", **nobody), also=frozenset({401, 403, 404})
    )
    found += _allowed(reply, "what a search finds", "the scope ZohoSearch.securesearch.READ")
    reply = yield look("fields", "/settings/fields", module=module)
    if not reply.ok:
        said = "its fields cannot be read: the scope ZohoCRM.settings.fields.READ would allow it"
        return [*found, Finding("fields", "warning", said)]
    there = _named(reply.object().get("fields"), "api_name")
    found += fields([system.key_field, *system.extra.values()], there, module)
    key = there.get(system.key_field)
    if isinstance(key, dict) and not key.get("unique"):
        said = f"{system.key_field} must not allow duplicate values"
        found.append(Finding("key", "bad", said))
    return found


def sugarcrm(system: SugarCrm) -> Checks:
    """The modules that are written, and the fields in them."""
    found: list[Finding] = []
    module = "Leads" if system.records == "lead" else "Contacts"
    asked = {"type_filter": "modules", "module_filter": module}
    reply = yield look("metadata", "/metadata", **asked)
    found += _allowed(reply, "metadata", "access to the API")
    modules = reply.object().get("modules")
    described = modules.get(module) if isinstance(modules, dict) else None
    there = described.get("fields") if isinstance(described, dict) else None
    if isinstance(there, dict):
        key = [] if system.key == SYNC_KEY else [system.key]
        found += fields([*key, *system.extra.values()], there, module)
    if system.key == SYNC_KEY:
        reply = yield look("me", "/me")
        user = reply.object().get("current_user")
        if not (isinstance(user, dict) and user.get("type") == "admin"):
            said = "sync_key needs an administrator: name a field of yours in SUGARCRM_KEY"
            found.append(Finding("key", "bad", said))
    return found


def _allowed(reply: Reply, what: str, need: str) -> list[Finding]:
    if reply.ok:
        return [Finding("rights", "good", f"{what} can be read")]
    return [Finding("rights", "bad", f"{what} cannot be read ({reply.status}): needs {need}")]


def _stage(reply: Reply, pipeline: str, stage: str) -> list[Finding]:
    if not reply.ok:
        return [Finding("pipeline", "bad", f"there is no pipeline {pipeline} of deals")]
    if stage not in _named(reply.object().get("stages"), "id"):
        return [Finding("pipeline", "bad", f"the pipeline {pipeline} has no stage {stage}")]
    return [Finding("pipeline", "good", f"deals begin at {stage}")]


def _daily(reply: Reply) -> list[Finding]:
    most = reply.headers.get("x-hubspot-ratelimit-daily", "")
    rest = reply.headers.get("x-hubspot-ratelimit-daily-remaining", "")
    if not (most.isdecimal() and rest.isdecimal()):
        return []
    return left("calls of the day", float(rest), float(most))


def _named(listed: Json, key: str) -> Mapping[str, Json]:
    rows = listed if isinstance(listed, list) else []
    return {str(one[key]): one for one in rows if isinstance(one, dict) and key in one}


def _number(held: Mapping[str, Json], name: str) -> float:
    value = held.get(name)
    return float(value) if isinstance(value, int | float) else 0.0
