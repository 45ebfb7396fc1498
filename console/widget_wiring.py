"""What stands before the chat of a web site, made of the parts of a process?"""

from agent.ports import Clock
from channels.chat.lobby import Lobby
from console.services import Services
from console.settings import Settings
from console.widget_hours import TeamHours
from console.widget_post import ChatPost
from storage.widget_guests import StoredGuests
from storage.widgets import StoredWidgets


def make_widgets(parts: Services, settings: Settings, clock: Clock) -> StoredWidgets:
    """How the chats are set up; CHAT_SITES may embed the default one until it is."""
    sites = [site.strip() for site in settings.chat_sites.split(",") if site.strip()]
    return StoredWidgets(parts.database, settings.secret(), clock, sites)


def make_lobby(parts: Services, settings: Settings, widgets: StoredWidgets, clock: Clock) -> Lobby:
    """What stands before the chat, and beside it."""
    server = settings.mail_server()
    return Lobby(
        widgets=widgets,
        guests=StoredGuests(parts.database, clock),
        introductions=parts.introducing,
        hours=TeamHours(parts.teams, clock),
        clock=clock,
        post=ChatPost(parts.jobs, clock) if server else None,
    )
