"""What is there to show and change of those who sell? The plan, who is there, what they have."""

from dataclasses import dataclass

from agent.ports import Clock
from storage.absences import Absences
from storage.acceptance import Acceptance
from storage.routing_report import RoutingReports
from storage.scripts import Scripts
from storage.teams import Teams
from storage.workloads import Workloads


@dataclass(frozen=True, slots=True)
class TeamsDesk:
    """What the pages about teams work with."""

    teams: Teams
    scripts: Scripts
    absences: Absences
    acceptance: Acceptance
    reports: RoutingReports
    workloads: Workloads
    clock: Clock
