"""Who writes what the seller reads first? A model where there is one, and always the data.

One call at most, within a time limit; each of its sentences is held against the record
(agent/approval/briefs.py). What does not pass, and all of it when the model is slow, down or talks
nonsense, is replaced by what was composed from the data.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from agent.breaker import Breaker
from agent.brief_checking import Matter, checked, of_the_data, taken_over
from agent.brief_facts import facts_of
from agent.brief_prompt import BriefPrompts, BriefText, parse_brief
from agent.briefing import Dossier, Dossiers, Draft
from agent.errors import ModelError, ModelNonsense, ModelTimeout
from agent.outbox import Brief
from agent.ports import Clock, LanguageModel, ModelReply
from agent.reading import CallRecord
from qualification.brief.facts import BriefFacts
from qualification.values import Language

LIMIT = 10.0
"""Seconds that a model may take."""


@dataclass(frozen=True, slots=True)
class _Composed:
    """What there is before a model is asked."""

    matter: Matter
    brief: Brief


class BriefWriter:
    """Satisfies agent.briefing.Briefing."""

    def __init__(
        self,
        dossiers: Dossiers,
        clock: Clock,
        *,
        model: LanguageModel | None = None,
        breaker: Breaker | None = None,
        prompts: BriefPrompts | None = None,
        limit: float = LIMIT,
    ) -> None:
        """`breaker`: the one that the readers of the same model share."""
        self._dossiers = dossiers
        self._clock = clock
        self._model = model
        self._breaker = breaker or Breaker()
        self._prompts = prompts or BriefPrompts()
        self._limit = limit

    async def draft(
        self, handover_id: str, language: Language, earlier: Sequence[Brief] = ()
    ) -> Draft:
        """The brief that is there at once: of the data, or with what a model wrote of the same
        record before. LookupError for an unknown hand-over.
        """
        composed = await self._composed(handover_id, language, earlier)
        gains = composed.brief.by == "data" and _is_worth_a_model(composed.matter.facts)
        return Draft(composed.brief, may_gain=gains and self._model is not None)

    async def write(
        self, handover_id: str, language: Language, earlier: Sequence[Brief] = ()
    ) -> Brief:
        """The brief of a hand-over in the seller's language; LookupError for an unknown one."""
        composed = await self._composed(handover_id, language, earlier)
        matter, brief = composed.matter, composed.brief
        if self._model is None or brief.by == "model" or not _is_worth_a_model(matter.facts):
            return brief
        text = await self._ask(self._model, matter, brief)
        return brief if text is None else await asyncio.to_thread(checked, matter, text)

    async def _composed(
        self, handover_id: str, language: Language, earlier: Sequence[Brief]
    ) -> _Composed:
        dossier = await self._dossier(handover_id)
        return await asyncio.to_thread(_compose, dossier, language, earlier)

    async def _dossier(self, handover_id: str) -> Dossier:
        dossier = await self._dossiers.dossier(handover_id)
        if dossier is None:
            raise LookupError(f"no hand-over {handover_id!r} is on record")
        return dossier

    async def _ask(self, model: LanguageModel, matter: Matter, brief: Brief) -> BriefText | None:
        """The model's words; None when it cannot be used."""
        started = self._clock.now()
        if not self._breaker.allows(started):
            return None
        language = matter.language
        call = self._prompts.call(language, brief.text, matter.facts.spoken, self._limit)
        loop = asyncio.get_running_loop()
        began, reply, text, outcome = loop.time(), None, None, "ok"
        try:
            async with asyncio.timeout(self._limit):
                reply = await model.complete(call)
            text = parse_brief(reply.text)
            self._breaker.succeeded()
        except TimeoutError:
            outcome = ModelTimeout.outcome
            self._breaker.failed(self._clock.now())
        except ModelNonsense as error:  # one lead's words must not stop it for all
            outcome = error.outcome
        except ModelError as error:
            outcome = error.outcome
            self._breaker.failed(self._clock.now())
        record = CallRecord(
            model=reply.model if reply else model.name,
            prompt=self._prompts.id(language),
            **_tokens(reply),
            milliseconds=round((loop.time() - began) * 1000),
            first_token_milliseconds=None,
            outcome=outcome,
        )
        await self._dossiers.keep_calls(matter.conversation, (record,), started)
        return text


def _tokens(reply: ModelReply | None) -> dict[str, int]:
    return {
        "prompt_tokens": reply.prompt_tokens if reply else 0,
        "cached_tokens": reply.cached_tokens if reply else 0,
        "completion_tokens": reply.completion_tokens if reply else 0,
    }


def _is_worth_a_model(facts: BriefFacts) -> bool:
    """Whether there is anything for a model to tell: not of who stopped us, or said nothing."""
    said = any(one.author == "prospect" and one.own.strip() for one in facts.spoken)
    return said and not facts.stopped and facts.why != "support"


def _compose(dossier: Dossier, language: Language, earlier: Sequence[Brief]) -> _Composed:
    facts = facts_of(dossier, language)
    matter = Matter(dossier.conversation, facts, language, dossier.written)
    before = taken_over(matter, earlier) if _is_worth_a_model(facts) else None
    return _Composed(matter, before or of_the_data(matter))
