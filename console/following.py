"""Which CRMs are asked what became of leads? Those that are configured, unless FOLLOW=0."""

from agent.news import Teller
from console.following_settings import statuses
from console.places import Places
from console.settings import Settings
from delivery import hubspot_news, salesforce_news, sugarcrm_news, zoho_news
from delivery.connection import Connection
from delivery.hubspot import HubSpot
from delivery.hubspot_news import HubSpotNews
from delivery.news import RecordNews, SystemNews, Telling
from delivery.salesforce import Salesforce
from delivery.salesforce_news import SalesforceNews
from delivery.sugarcrm import SugarCrm
from delivery.sugarcrm_news import SugarCrmNews
from delivery.system import System
from delivery.zoho import Zoho
from delivery.zoho_news import ZohoNews


def tellers(configured: Places, settings: Settings) -> list[Teller]:
    """All that can tell."""
    if not settings.follow:
        return []
    asked = [(one, _telling(one.system, settings)) for one in configured.connections]
    return [_teller(telling, one) for one, telling in asked if telling is not None]


def _teller(telling: Telling, connection: Connection) -> Teller:
    if isinstance(telling, HubSpotNews):  # it calls to say what was changed
        return RecordNews(telling, connection)
    return SystemNews(telling, connection)


def _telling(system: System, settings: Settings) -> Telling | None:
    currency = settings.follow_currency
    match system:
        case HubSpot():
            known = hubspot_news.STATUSES
            meant = statuses("HUBSPOT_STATUSES", settings.hubspot_statuses, known)
            return HubSpotNews(system, meant, currency)
        case Salesforce():
            known = salesforce_news.STATUSES
            meant = statuses("SALESFORCE_STATUSES", settings.salesforce_statuses, known)
            return SalesforceNews(
                system,
                meant,
                currency,
                several_currencies=settings.salesforce_several_currencies,
                loss_reason=settings.salesforce_loss_reason,
            )
        case Zoho():
            known = zoho_news.STATUSES
            return ZohoNews(
                system, statuses("ZOHO_STATUSES", settings.zoho_statuses, known), currency
            )
        case SugarCrm():
            known = sugarcrm_news.STATUSES
            return SugarCrmNews(
                system, statuses("SUGARCRM_STATUSES", settings.sugarcrm_statuses, known), currency
            )
    return None
