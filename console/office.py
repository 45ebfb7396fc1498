"""What does the console work with? Everything it is given, in one place."""

from dataclasses import dataclass

from agent.conductor import Conductor
from agent.outbox import Outbox
from agent.ports import Clock, Replies
from console.accounts import Accounts
from console.analytics.desk import AnalyticsDesk
from console.demo_data.desk import DemoDesk
from console.gate import Gate
from console.inbox_desk import InboxDesk
from console.setup_desk import SetupDesk
from console.teams_desk import TeamsDesk
from console.widget_desk import WidgetDesk
from console.workshop import Workshop
from storage.audit import Audit
from storage.leads import Leads


@dataclass(frozen=True, slots=True)
class Office:
    """The console's dependencies."""

    gate: Gate
    audit: Audit
    accounts: Accounts
    leads: Leads
    replies: Replies
    conductor: Conductor
    outbox: Outbox
    inbox: InboxDesk
    workshop: Workshop
    analytics: AnalyticsDesk
    samples: DemoDesk
    """The made-up leads."""
    widgets: WidgetDesk
    teams: TeamsDesk
    setup: SetupDesk
    clock: Clock
    demo: bool
