"""What is there to write scripts with? The published ones, the drafts, the past to try them on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from agent.messages import Channel
from agent.ports import Clock
from agent.reading import Reader
from qualification.script import RECEPTION, Script
from storage.drafts import Draft, Drafts
from storage.script_versions import ScriptVersions
from storage.scripts import Scripts, ScriptVersion
from storage.studies import Studies

SAMPLE_TESTS = Path(__file__).parent.parent / "prompts" / "tests"
"""Conversation tests that come with the samples: what a script starts with that has none."""


class UnknownScript(Exception):
    """There is neither a script nor a draft of this name: look at the list."""


@dataclass(frozen=True, slots=True)
class OnTheBench:
    """A script as it is being written: its draft, or the published text where there is none."""

    key: str
    current: ScriptVersion | None
    draft: Draft | None

    @property
    def text(self) -> str:
        """What stands in the editor."""
        if self.draft is not None:
            return self.draft.text
        return self.current.text if self.current else ""

    @property
    def revision(self) -> int:
        """What a save is written over."""
        return self.draft.revision if self.draft else 0

    @property
    def number(self) -> int:
        """The version that is published; 0 for none."""
        return self.current.number if self.current else 0

    @property
    def based_on(self) -> int:
        """The version that the text began as a copy of."""
        return self.draft.based_on if self.draft else self.number

    @property
    def overtaken(self) -> bool:
        """Whether another version was published since the draft was begun."""
        return self.draft is not None and self.draft.based_on != self.number

    @property
    def changed(self) -> bool:
        """Whether there is anything to publish."""
        return self.draft is not None and (
            self.current is None or self.draft.text != self.current.text
        )

    @property
    def title(self) -> str:
        """Its name for people."""
        return self.current.script.title if self.current else self.key


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the pages about scripts work with."""

    scripts: Scripts
    drafts: Drafts
    versions: ScriptVersions
    studies: Studies
    readers: Mapping[Channel, Reader]
    """Of previews, by the configured model; none where there is none."""
    clock: Clock
    sample_tests: Path = SAMPLE_TESTS

    async def take(self, key: str) -> OnTheBench:
        """A script and its draft. Raises UnknownScript."""
        current = None if key == RECEPTION else await self.scripts.current(key)
        draft = await self.drafts.get(key)
        if current is None and draft is None:
            raise UnknownScript(key)
        return OnTheBench(key, current, draft)

    async def others(self, key: str) -> tuple[Script, ...]:
        """The scripts that are published beside this one."""
        return tuple(one.script for one in await self.scripts.all_current() if one.key != key)

    async def tests(self, key: str) -> Draft | None:
        """Its conversation tests as they were saved."""
        return await self.drafts.get(key, "tests")

    @property
    def now(self) -> datetime:
        """The time."""
        return self.clock.now()
