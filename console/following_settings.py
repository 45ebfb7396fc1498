"""What can be set of what CRMs tell us back? The group FOLLOW_* of the settings."""

from typing import get_args

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings

from console.hubspot_settings import named_pairs
from delivery.news import Meaning, Statuses

MEANINGS: dict[str, Meaning] = {one: one for one in get_args(Meaning)}


class FollowingSettings(BaseSettings):
    """Part of console.settings.Settings."""

    follow: bool = True
    follow_currency: str = Field("", pattern=r"^([A-Z]{3})?$")
    hubspot_statuses: str = ""
    salesforce_statuses: str = ""
    zoho_statuses: str = ""
    sugarcrm_statuses: str = ""
    salesforce_several_currencies: bool = False
    salesforce_loss_reason: str = Field("", pattern=r"^(\w+__c)?$")

    @model_validator(mode="after")
    def _statuses_mean_something(self) -> "FollowingSettings":
        statuses("HUBSPOT_STATUSES", self.hubspot_statuses, {})
        statuses("SALESFORCE_STATUSES", self.salesforce_statuses, {})
        statuses("ZOHO_STATUSES", self.zoho_statuses, {})
        statuses("SUGARCRM_STATUSES", self.sugarcrm_statuses, {})
        return self


def statuses(setting: str, written: str, otherwise: Statuses) -> Statuses:
    """`THEIRS=accepted,THEIRS=rejected`; what is usual with them where nothing is written."""
    pairs = named_pairs(setting, written)
    if not all(meaning in MEANINGS for meaning in pairs.values()):
        raise ValueError(f"{setting} is written STATUS=accepted,STATUS=rejected")
    return {theirs: MEANINGS[meaning] for theirs, meaning in pairs.items()} or otherwise
