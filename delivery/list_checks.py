"""What must be so at the lists that nurture fills, and at the counter? Their checks, in order.

Sources: Mailchimp Marketing API: `/ping`, lists, merge fields; Constant Contact V3 API: account
summary, contact lists; Measurement Protocol (GA4), "Validate events".
"""

from delivery.calls import Call, Reply
from delivery.constant_contact import ConstantContact
from delivery.doctor import Checks, Finding, fields, look
from delivery.google_analytics import GoogleAnalytics
from delivery.mailchimp import NAMES, Mailchimp
from qualification.values import Json

MOST_FIELDS = "1000"
DENIED = frozenset({401, 403})


def mailchimp(system: Mailchimp) -> Checks:
    """The key, the audience, whether it asks back by e-mail, and the merge fields."""
    found: list[Finding] = []
    yield look("ping", "/ping")
    found.append(Finding("key", "good", "the key is accepted"))
    where = f"/lists/{system.audience}"
    reply = yield look("audience", where, fields="id,name,double_optin")
    if not reply.ok:
        said = (
            f"there is no audience {system.audience} for this key: take its id from Audience > "
            "Settings > Audience name and defaults (MAILCHIMP_AUDIENCE)"
        )
        return [*found, Finding("audience", "bad", said)]
    audience = reply.object()
    found.append(Finding("audience", "good", str(audience.get("name") or system.audience)))
    if audience.get("double_optin") is True and not system.double_opt_in:
        said = (
            "the audience asks everybody by e-mail whether it was they: turn that off there, or "
            "set MAILCHIMP_DOUBLE_OPT_IN=1"
        )
        found.append(Finding("double opt-in", "warning", said))
    asked = {"fields": "merge_fields.tag,merge_fields.required", "count": MOST_FIELDS}
    reply = yield look("merge fields", f"{where}/merge-fields", **asked)
    return found + _merge_fields(system, reply)


def _merge_fields(system: Mailchimp, reply: Reply) -> list[Finding]:
    """Those that we fill must be there, and those that it insists on must be filled."""
    rows = _rows(reply, "merge_fields")
    there = {str(one.get("tag")): one for one in rows}
    ours = [*NAMES, *system.extra.values()]
    found = fields(ours, there, "the audience")
    for tag, one in there.items():
        if one.get("required") is True and tag not in ours:
            said = f"the audience insists on {tag}, which we do not fill: make it optional there"
            found.append(Finding("fields", "bad", said))
    return found


def constant_contact(system: ConstantContact) -> Checks:
    """The token, the account, and the lists that they become members of."""
    found: list[Finding] = []
    for one in system.lists:
        reply = yield look("list", f"/contact_lists/{one}")
        if reply.status in DENIED:
            said = "lists cannot be read: the application needs the scope contact_data"
            return [*found, Finding("rights", "bad", said)]
        if not reply.ok or reply.object().get("deleted_at"):
            said = f"there is no list {one}: put its id right in CONSTANT_CONTACT_LISTS"
            found.append(Finding("lists", "bad", said))
        else:
            found.append(Finding("lists", "good", str(reply.object().get("name") or one)))
    reply = yield look("account", "/account/summary")
    if reply.ok:
        name = reply.object().get("organization_name") or reply.object().get("contact_email")
        found.append(Finding("account", "good", str(name or "the account answers")))
    else:
        said = "whose account it is cannot be seen: the scope account_read would tell (optional)"
        found.append(Finding("account", "warning", said))
    return found


def google_analytics(system: GoogleAnalytics) -> Checks:
    """Google looks at an event and keeps none; whether the secret is right it does not tell."""
    reply = yield Call(
        "validate",
        "POST",
        "/debug/mp/collect",
        body=system.example(),
        params=system.query(),
        changes=False,
    )
    complaints = [
        f"{one.get('fieldPath') or 'the request'}: {one.get('description') or 'is refused'}"
        for one in _rows(reply, "validationMessages")
    ]
    if complaints:
        said = f"{'; '.join(complaints)}: check GA4_MEASUREMENT_ID and GA4_API_SECRET"
        return [Finding("events", "bad", said)]
    unseen = (
        "Google never says whether the secret is right: look for `generate_lead` in Reports > "
        "Realtime after the first lead"
    )
    return [
        Finding("events", "good", "an event of ours is as Google wants it; nothing was counted"),
        Finding("secret", "warning", unseen),
    ]


def _rows(reply: Reply, name: str) -> list[dict[str, Json]]:
    found = reply.object().get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
