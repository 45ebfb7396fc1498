"""What is to be done where a system takes nothing? In which of its pages, and in which settings.

Pages of theirs as their documentation names them.
"""

from collections.abc import Mapping
from typing import Protocol

from agent.outbox import Remedy
from console.translations import N_

SIGN_IN: Mapping[str, str] = {
    "hubspot": N_(
        "In HubSpot, Settings > Integrations > Private Apps, look at the app's token, put it into "
        "HUBSPOT_TOKEN (for an OAuth app: install it anew, and put the refresh token into "
        "HUBSPOT_REFRESH_TOKEN), then restart."
    ),
    "salesforce": N_(
        "In Salesforce, Setup > App Manager, see that the connected app is not blocked and its "
        "flow is enabled for our user; put its consumer key and secret into SALESFORCE_CLIENT_ID "
        "and SALESFORCE_CLIENT_SECRET, then restart."
    ),
    "zoho": N_(
        "In Zoho's API console (api-console.zoho.com, or that of your region), Self Client, make a "
        "new refresh token with the same scopes, put it into ZOHO_REFRESH_TOKEN, then restart."
    ),
    "sugarcrm": N_(
        "In SugarCRM, Admin > User Management, see that our user is active and not locked out, and "
        "under Admin > Configure API Platforms that our platform is there; put the password into "
        "SUGARCRM_PASSWORD, then restart."
    ),
    "slack": N_(
        "At api.slack.com/apps, OAuth & Permissions, install the app anew, put its bot token into "
        "SLACK_TOKEN, then restart."
    ),
    "email": N_(
        "Put the mail server's user and password into SMTP_USERNAME and SMTP_PASSWORD (where it "
        "has two steps, one made for apps), then restart."
    ),
    "mailchimp": N_(
        "In Mailchimp, Account > Extras > API keys, make a new key, put it into MAILCHIMP_API_KEY, "
        "then restart."
    ),
    "constant_contact": N_(
        "At Constant Contact, My Applications (app.constantcontact.com/pages/dma/portal), sign in "
        "anew for a refresh token, put it into CONSTANT_CONTACT_REFRESH_TOKEN, then restart."
    ),
}
"""New credentials: deliveries wait for them, and go out by themselves."""
RIGHTS: Mapping[str, str] = {
    "hubspot": N_(
        "Give the app the scopes that are lacking (HubSpot, Settings > Integrations > Private "
        "Apps > Scopes), or put the properties and stages of the settings right."
    ),
    "salesforce": N_(
        "Give our user the rights in Salesforce (Setup > Permission Sets: objects and fields), or "
        "put the fields of the settings right."
    ),
    "zoho": N_(
        "Give our user's profile the rights in Zoho (Setup > Users and Control > Security Control "
        "> Profiles), make a token with the scopes that are lacking, or put the fields of the "
        "settings right."
    ),
    "sugarcrm": N_(
        "Give our user the rights in SugarCRM (Admin > Role Management), or put the fields of the "
        "settings right."
    ),
    "slack": N_(
        "Invite the bot to the channel (/invite in Slack), add the scopes that are lacking "
        "(api.slack.com/apps, OAuth & Permissions) and install the app anew."
    ),
    "email": N_("Put the mail server right, or SMTP_FROM and SMTP_SECURITY in the settings."),
    "webhook": N_(
        "See that your own system listens at WEBHOOK_URL and checks signatures with WEBHOOK_SECRET."
    ),
    "mailchimp": N_("Put MAILCHIMP_AUDIENCE and MAILCHIMP_MERGE_FIELDS right."),
    "constant_contact": N_("Put CONSTANT_CONTACT_LISTS right, or give the app its scopes."),
    "google_analytics": N_("Put GA4_MEASUREMENT_ID and GA4_API_SECRET right."),
}
CREDENTIALS = N_("Put its credentials in the settings right, then restart.")
SETTINGS = N_("Put its settings and our rights there right.")
DATA = N_(
    "The system refuses what these leads say: look at the lead's page for what it names, put it "
    "right there or in the system."
)
FINAL = N_("It will not take these leads: enter them there by hand.")
IN_VAIN = N_("It was tried for hours, while others got through: see what was answered.")
DOWN = N_("See whether the system works, and can be reached from our server.")
PASSING = N_("Nothing: it passes by itself.")


class Fate(Protocol):
    """How a delivery stands."""

    @property
    def system(self) -> str:
        """Where it is to go."""
        ...

    @property
    def state(self) -> str:
        """`failed`, `retrying`, ..."""
        ...

    @property
    def remedy(self) -> Remedy | None:
        """What would help."""
        ...


def what_helps(delivery: Fate) -> str:
    """The same of one delivery; nothing where it is tried again by itself."""
    waits = delivery.state == "retrying" and delivery.remedy is not None
    return mending(delivery.system, delivery.remedy) if delivery.state == "failed" or waits else ""


def mending(system: str, remedy: Remedy | None, *, waits: bool = False) -> str:
    """What an admin does, in English. `waits`: it is still tried."""
    match remedy:
        case "sign_in":
            return SIGN_IN.get(system, CREDENTIALS)
        case "fix_configuration":
            return RIGHTS.get(system, SETTINGS)
        case "fix_data":
            return DATA
        case "final":
            return FINAL
        case "down":
            return DOWN
        case None:
            return PASSING if waits else IN_VAIN
