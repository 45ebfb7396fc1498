"""What did they say, read by a language model? One call a turn; what it finds counts only when
grounded.

The bridge is passed on sentence by sentence while the rest is still coming. When the model cannot
be used in time a ModelError says so, with the calls made and whatever was already heard: the plain
reader answers then.
"""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace

from agent.approval.bridge import Footing, Gate
from agent.breaker import Breaker
from agent.errors import ModelError, ModelNonsense, ModelTimeout, ModelUnreachable
from agent.evidence.extract import Extract, parse_extract
from agent.evidence.grounding import ground, spoken_language
from agent.evidence.second_look import look_again
from agent.first_field import FirstField
from agent.hostile.masking import own_part
from agent.ports import Clock, LanguageModel, ModelCall, ModelReply
from agent.prompts import MESSAGES_AT_MOST, Brief, Prompts
from agent.reading import CallRecord, Hear, Page, ReadResult
from qualification.values import Language

MAX_TOKENS = 900
SCHEMA_NAME = "reading"
ENOUGH_TIME = 0.3
"""Share of the time limit that must be left for a second try to make sense."""
PAUSE = 0.05
"""Seconds before it."""


class ModelReader:
    """Satisfies Reader by a language model, within `limit` seconds a turn."""

    def __init__(
        self,
        model: LanguageModel,
        clock: Clock,
        breaker: Breaker,
        *,
        limit: float,
        prompts: Prompts | None = None,
        max_tokens: int = MAX_TOKENS,
    ) -> None:
        self._model = model
        self._clock = clock
        self._breaker = breaker
        self._limit = limit
        self._prompts = prompts or Prompts()
        self._max_tokens = max_tokens

    def with_limit(self, limit: float) -> "ModelReader":
        """The same reader with another time limit: channels differ in how long they can wait."""
        return ModelReader(
            self._model,
            self._clock,
            self._breaker,
            limit=limit,
            prompts=self._prompts,
            max_tokens=self._max_tokens,
        )

    async def read(self, page: Page, hear: Hear | None = None) -> ReadResult:
        """The reading; `hear` gets each sentence of the bridge as soon as it has passed."""
        if not self._breaker.allows(self._clock.now()):
            raise ModelUnreachable(
                "The model failed several times in a row and is left alone for a moment.",
                outcome="left_alone",
            )
        language = spoken_language(page)
        brief = self._prompts.brief(page.script, language)
        footing = _footing(page, language, brief)
        turn = _Turn(
            model=self._model,
            brief=brief,
            state=self._prompts.state(page, language),
            max_tokens=self._max_tokens,
            new_gate=lambda: Gate(footing, hear),
            streamed=hear is not None,
        )
        try:
            extract = await turn.run(self._limit)
        except ModelError as error:
            if not isinstance(error, ModelNonsense):  # one visitor's words must not stop it for all
                self._breaker.failed(self._clock.now())
            error.calls = tuple(turn.calls)
            error.heard = turn.gate.text
            raise
        self._breaker.succeeded()
        reading = look_again(page, ground(page, language, extract))
        refused = (turn.gate.refused,) if turn.gate.refused else ()
        reading = replace(reading, bridge=turn.gate.text, dropped=(*reading.dropped, *refused))
        return ReadResult(reading, tuple(turn.calls))


class _Turn:
    """The calls of one turn: one, and a second only when the first came to nothing soon enough."""

    def __init__(
        self,
        *,
        model: LanguageModel,
        brief: Brief,
        state: str,
        max_tokens: int,
        new_gate: Callable[[], Gate],
        streamed: bool,
    ) -> None:
        self._model = model
        self._brief = brief
        self._state = state
        self._max_tokens = max_tokens
        self._new_gate = new_gate
        self._streamed = streamed
        self.gate = new_gate()
        self.calls: list[CallRecord] = []

    async def run(self, limit: float) -> Extract:
        """What the model found, by `limit` seconds from now."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + limit
        try:
            return await self._try(deadline)
        except (ModelUnreachable, ModelNonsense):
            if deadline - loop.time() < ENOUGH_TIME * limit:
                raise
        await asyncio.sleep(PAUSE)
        return await self._try(deadline)

    async def _try(self, deadline: float) -> Extract:
        watch = _Watch()
        already_spoken = bool(self.gate.passed)
        if not already_spoken:
            self.gate = self._new_gate()
        reply: ModelReply | None = None
        try:
            async with asyncio.timeout_at(deadline):
                reply = await self._ask(deadline - watch.started, watch, mute=already_spoken)
            extract = parse_extract(reply.text)
        except TimeoutError:
            self._record(watch, reply, ModelTimeout.outcome)
            raise ModelTimeout("The model did not answer in time.") from None
        except ModelError as error:
            self._record(watch, reply, error.outcome)
            raise
        self._record(watch, reply, "ok")
        if not already_spoken:
            if not watch.bridge_streamed:
                self.gate.feed(extract.bridge)
            self.gate.close()
        return extract

    async def _ask(self, seconds: float, watch: "_Watch", *, mute: bool) -> ModelReply:
        call = ModelCall(
            prefix=self._brief.prefix,
            state=self._state,
            schema=self._brief.schema,
            schema_name=SCHEMA_NAME,
            max_tokens=self._max_tokens,
            timeout=seconds,
        )
        if not self._streamed:
            return await self._model.complete(call)
        bridge = FirstField("bridge")
        async with aclosing(self._model.stream(call)) as pieces:
            async for piece in pieces:
                if isinstance(piece, ModelReply):
                    return piece
                watch.token_came()
                if not mute and (text := bridge.feed(piece)):
                    watch.bridge_streamed = True
                    self.gate.feed(text)
                if bridge.done and watch.bridge_streamed:
                    self.gate.close()  # its last sentence need not wait for the rest of the object
        raise ModelNonsense("The model's stream ended without a reply.", outcome="broken_off")

    def _record(self, watch: "_Watch", reply: ModelReply | None, outcome: str) -> None:
        self.calls.append(
            CallRecord(
                model=reply.model if reply else self._model.name,
                prompt=self._brief.id,
                prompt_tokens=reply.prompt_tokens if reply else 0,
                cached_tokens=reply.cached_tokens if reply else 0,
                completion_tokens=reply.completion_tokens if reply else 0,
                milliseconds=watch.milliseconds(),
                first_token_milliseconds=watch.first_token,
                outcome=outcome,
            )
        )


class _Watch:
    """How long a call takes."""

    def __init__(self) -> None:
        self.started = asyncio.get_running_loop().time()
        self.first_token: int | None = None
        self.bridge_streamed = False

    def token_came(self) -> None:
        """The first piece counts."""
        if self.first_token is None:
            self.first_token = self.milliseconds()

    def milliseconds(self) -> int:
        """Since the start."""
        return round((asyncio.get_running_loop().time() - self.started) * 1000)


def _footing(page: Page, language: Language, brief: Brief) -> Footing:
    """What the bridge may rest on: the script's facts, and what the prospect has said."""
    unread = " ".join(own_part(message.text) for message in page.unread)
    known = (answer.evidence for answer in page.sheet.answers.values())
    before = " ".join(evidence.quote for evidence in known if evidence)
    return Footing(
        language=language,
        approved=brief.approved,
        said=f"{unread[:MESSAGES_AT_MOST]} . {before}",
        asking=any("?" in one.text or "¿" in one.text for one in page.unread),
        now=page.now,
    )
