"""Which checks does a system have? One file each says what must be so in it."""

from delivery.constant_contact import ConstantContact
from delivery.doctor import Checks
from delivery.google_analytics import GoogleAnalytics
from delivery.hubspot import HubSpot
from delivery.hubspot_checks import hubspot
from delivery.list_checks import constant_contact, google_analytics, mailchimp
from delivery.mailchimp import Mailchimp
from delivery.salesforce import Salesforce
from delivery.salesforce_checks import salesforce
from delivery.slack import Slack
from delivery.slack_checks import slack
from delivery.sugarcrm import SugarCrm
from delivery.sugarcrm_checks import sugarcrm
from delivery.system import System
from delivery.zoho import Zoho
from delivery.zoho_checks import zoho


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
            return mailchimp(system)
        case ConstantContact():
            return constant_contact(system)
        case GoogleAnalytics():
            return google_analytics(system)
        case _:
            return None
