"""What do the pages of analytics work with?"""

from dataclasses import dataclass

from agent.ports import Clock
from console.analytics.shelf import ReportShelf
from storage.database import Database
from storage.outcomes import Outcomes
from storage.reports import Reports
from storage.reviews import Reviews
from storage.scripts import Scripts


@dataclass(frozen=True, slots=True)
class AnalyticsDesk:
    """Reports, and the near misses that people look at."""

    shelf: ReportShelf
    reviews: Reviews
    outcomes: Outcomes
    scripts: Scripts


def make_analytics(
    database: Database, reports: Reports, outcomes: Outcomes, scripts: Scripts, clock: Clock
) -> AnalyticsDesk:
    """Of a process; its pages share what was counted."""
    return AnalyticsDesk(ReportShelf(reports, clock), Reviews(database), outcomes, scripts)
