"""What must be so at the lists that nurture fills, and at the counter? Their checks, in order.

Sources: Mailchimp Marketing API: `/ping`, lists, merge fields; Constant Contact V3 API: account
summary, contact lists; Measurement Protocol (GA4), "Validate events".
"""

from delivery.calls import Call, Reply
from delivery.constant_contact import ConstantContact
from delivery.doctor import Checks, Found, bad, good, look, named, warning
from delivery.google_analytics import GoogleAnalytics
from delivery.mailchimp import NAMES, Mailchimp
from qualification.values import Json

MOST_FIELDS = "1000"
DENIED = frozenset({401, 403})


def mailchimp(system: Mailchimp) -> Checks:
    """The key, the audience, whether it asks back by e-mail, and the merge fields."""
    yield look("ping", "/ping")
    yield good("key", "the key is accepted")
    where = f"/lists/{system.audience}"
    reply = yield look("audience", where, fields="id,name,double_optin")
    if not reply.ok:
        yield bad(
            "audience",
            "there is no audience %(audience)s for this key: take its id from Audience > "
            "Settings > Audience name and defaults (MAILCHIMP_AUDIENCE)",
            audience=system.audience,
        )
        return
    audience = reply.object()
    name = str(audience.get("name") or system.audience)
    yield good("audience", "they become members of %(name)s", name=name)
    if audience.get("double_optin") is True and not system.double_opt_in:
        yield warning(
            "double opt-in",
            "the audience asks everybody by e-mail whether it was they: turn that off there, or "
            "set MAILCHIMP_DOUBLE_OPT_IN=1",
        )
    asked = {"fields": "merge_fields.tag,merge_fields.required", "count": MOST_FIELDS}
    reply = yield look("merge fields", f"{where}/merge-fields", **asked)
    yield from _merge_fields(system, reply)


def _merge_fields(system: Mailchimp, reply: Reply) -> Found:
    """Those that we fill must be there, and those that it insists on must be filled."""
    there = named(reply.object().get("merge_fields"), "tag")
    ours = [*NAMES, *system.extra.values()]
    missing = [name for name in ours if name not in there]
    if missing:
        yield bad(
            "fields",
            "the audience has no %(names)s: make it there, or name another in the settings",
            names=", ".join(missing),
        )
    else:
        yield good("fields", "the audience has %(names)s", names=", ".join(ours))
    for tag, one in there.items():
        if one.get("required") is True and tag not in ours:
            yield bad(
                "fields",
                "the audience insists on %(name)s, which we do not fill: make it optional there",
                name=tag,
            )


def constant_contact(system: ConstantContact) -> Checks:
    """The token, the account, and the lists that they become members of."""
    for one in system.lists:
        reply = yield look("list", f"/contact_lists/{one}")
        if reply.status in DENIED:
            yield bad(
                "rights", "lists cannot be read: the application needs the scope contact_data"
            )
            return
        if not reply.ok or reply.object().get("deleted_at"):
            yield bad(
                "lists",
                "there is no list %(list)s: put its id right in CONSTANT_CONTACT_LISTS",
                list=one,
            )
        else:
            name = str(reply.object().get("name") or one)
            yield good("lists", "they become members of %(name)s", name=name)
    reply = yield look("account", "/account/summary")
    if reply.ok:
        whose = reply.object().get("organization_name") or reply.object().get("contact_email")
        yield good("account", "the account of %(name)s answers", name=str(whose or "?"))
    else:
        yield warning(
            "account",
            "whose account it is cannot be seen: the scope account_read would tell (optional)",
        )


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
        f"{one.get('fieldPath') or '?'}: {one.get('description') or '?'}"
        for one in _rows(reply, "validationMessages")
    ]
    if complaints:
        yield bad(
            "events",
            "%(complaints)s: check GA4_MEASUREMENT_ID and GA4_API_SECRET",
            complaints="; ".join(complaints),
        )
        return
    yield good("events", "an event of ours is as Google wants it; nothing was counted")
    yield warning(
        "secret",
        "Google never says whether the secret is right: look for `generate_lead` in Reports > "
        "Realtime after the first lead",
    )


def _rows(reply: Reply, name: str) -> list[dict[str, Json]]:
    found = reply.object().get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
