"""Where do conversation tests come from? YAML files, played with a scripted model."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta

from pydantic import ValidationError

from agent.breaker import Breaker
from agent.errors import ModelError, ModelNonsense, ModelRefused, ModelTimeout, ModelUnreachable
from agent.model_reader import ModelReader
from agent.models.scripted import Play, ScriptedModel
from agent.reading import Reader
from agent.rehearsal.conversation_tests import (
    ConversationFile,
    Played,
    Rig,
    Scene,
    Trouble,
    play,
)
from agent.rehearsal.rehearsal import SetClock
from qualification.errors import ScriptError
from qualification.mistakes import problems_of
from qualification.script import Script
from qualification.source import read_source

SILENT: Play = {"bridge": ""}
"""What the scripted model says in a turn that gives no reading: an object with nothing in it."""
_TROUBLES: dict[Trouble, Callable[[], ModelError]] = {
    "timeout": lambda: ModelTimeout("scripted"),
    "unreachable": lambda: ModelUnreachable("scripted"),
    "refused": lambda: ModelRefused("scripted"),
    "nonsense": lambda: ModelNonsense("scripted"),
}


def read_tests(text: str, name: str) -> ConversationFile:
    """The tests of a file; ScriptError with the place of every mistake."""
    source = read_source(text)
    if source.problems:
        raise ScriptError(source.problems, name)
    try:
        return ConversationFile.model_validate(source.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        problems = sorted(set(problems_of(errors, source.data, source, ConversationFile)))
        raise ScriptError(problems, name) from error


def scripted_rig(clock: SetClock) -> tuple[Reader, Callable[[Scene], None]]:
    """A model reader whose model answers what the turn says."""
    plays: list[Play] = [SILENT]
    model = ScriptedModel(lambda _: plays[0])
    never = Breaker(failures=1_000_000, pause=timedelta(seconds=1))

    def tell(turn: Scene) -> None:
        if turn.model is not None:
            plays[0] = _TROUBLES[turn.model]()
        elif isinstance(turn.reading, str | dict):
            plays[0] = turn.reading
        else:
            plays[0] = SILENT

    return ModelReader(model, clock, never, limit=5.0), tell


async def play_all(
    tests: ConversationFile, script: Script, rig: Rig = scripted_rig
) -> AsyncIterator[Played]:
    """Every test of a file, played against its script."""
    for test in tests.conversations:
        if test.language in script.languages:
            yield await play(script, test, rig)
        else:
            yield Played(test.name, (), (f"the script does not speak {test.language}",))
