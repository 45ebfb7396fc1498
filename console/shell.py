"""What surrounds every page? Who looks, in which language and colours, and where they can go."""

from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from fastapi import Request

from console.navigation import Entry, current, places_for
from console.translations import TONGUES, Tongue, Words, tongue_of

Theme = Literal["auto", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
LANGUAGE_COOKIE = "banter-language"
THEME_COOKIE = "banter-theme"
"""What the browser of a stranger keeps; who signs in has a choice of their own."""


class Viewer(Protocol):
    """Somebody who is signed in: console.access.Person."""

    @property
    def email(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def role(self) -> str: ...

    @property
    def language(self) -> str | None:
        """What they chose for themselves."""
        ...

    @property
    def zone(self) -> str: ...

    @property
    def theme(self) -> Theme: ...

    @property
    def token(self) -> str:
        """What their forms carry."""
        ...


@dataclass(frozen=True, slots=True)
class Shell:
    """What every template sees beside its page, as `shell`."""

    words: Words
    theme: Theme
    path: str
    """The address of this page, where the switches lead back to."""
    token: str
    """Of every form; empty where there is no visit yet."""
    viewer: Viewer | None = None
    demo: bool = False
    """Made-up leads are among the real ones."""
    places: tuple[Entry, ...] = ()
    place: Entry | None = None
    tongues: tuple[Tongue, ...] = TONGUES
    themes: tuple[Theme, ...] = THEMES

    @property
    def initials(self) -> str:
        """Two letters for who is signed in."""
        name = self.viewer.name or self.viewer.email if self.viewer else ""
        return "".join(part[0] for part in name.split()[:2]).upper()

    @property
    def here(self) -> str:
        """The path of the place in the second level that is open."""
        beneath = self.place.beneath if self.place else ()
        return next((one.path for one in beneath if one.holds(self.path)), "")


def words_for(request: Request | None, viewer: Viewer | None) -> Words:
    """The language of an answer: the person's own, then the browser's cookie, then its wish."""
    chosen = viewer.language if viewer else None
    cookie = request.cookies.get(LANGUAGE_COOKIE) if request else None
    wish = request.headers.get("accept-language", "") if request else ""
    return Words(tongue_of((chosen, cookie), wish), viewer.zone if viewer else "UTC")


def shell_for(request: Request | None, viewer: Viewer | None, *, demo: bool = False) -> Shell:
    """The surroundings of a page."""
    path = request.url.path if request else ""
    places = places_for(viewer.role) if viewer else ()
    return Shell(
        words=words_for(request, viewer),
        theme=viewer.theme if viewer else _theme(request),
        path=path,
        token=viewer.token if viewer else "",
        viewer=viewer,
        demo=demo,
        places=places,
        place=current(path, places) if places else None,
    )


def _theme(request: Request | None) -> Theme:
    kept = request.cookies.get(THEME_COOKIE) if request else None
    return next((one for one in THEMES if one == kept), "auto")
