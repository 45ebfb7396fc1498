"""Who writes what the seller reads first? A model where there is one, and always the data.

One call at most, within a time limit; each of its sentences is held against the record
(agent/approval/briefs.py). What does not pass, and all of it when the model is slow, down or talks
nonsense, is replaced by what was composed from the data.
"""

import asyncio
import logging
from dataclasses import dataclass

from agent.approval.briefs import Record, quote_stands, record_of, sentence_stands
from agent.breaker import Breaker
from agent.brief_facts import facts_of
from agent.brief_prompt import BriefPrompts, BriefText, Told, parse_brief
from agent.briefing import Dossier, Dossiers, Draft
from agent.errors import ModelError, ModelNonsense, ModelTimeout
from agent.outbox import Brief
from agent.ports import Clock, LanguageModel, ModelReply
from agent.reading import CallRecord
from qualification.brief.composing import NOTHING, Written, compose, headline
from qualification.brief.facts import BriefFacts
from qualification.brief.private import is_private
from qualification.brief.sections import one_line, text_of
from qualification.brief.wording import quoted
from qualification.values import Language

log = logging.getLogger(__name__)

LIMIT = 10.0
"""Seconds that a model may take."""
MOST_TOLD = 4
"""Sentences of a model in the summary, and on the manner."""


@dataclass(frozen=True, slots=True)
class _Composed:
    """What the data alone say."""

    facts: BriefFacts
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

    async def draft(self, handover_id: str, language: Language) -> Draft:
        """The brief that the data alone make, at once; LookupError for an unknown hand-over."""
        dossier = await self._dossier(handover_id)
        composed = await asyncio.to_thread(_compose, dossier, language)
        may_gain = self._model is not None and _is_worth_a_model(composed.facts)
        return Draft(composed.brief, may_gain)

    async def write(self, handover_id: str, language: Language) -> Brief:
        """The brief of a hand-over in the seller's language; LookupError for an unknown one."""
        dossier = await self._dossier(handover_id)
        composed = await asyncio.to_thread(_compose, dossier, language)
        if self._model is None or not _is_worth_a_model(composed.facts):
            return composed.brief
        text = await self._ask(self._model, dossier, composed)
        if text is None:
            return composed.brief
        return await asyncio.to_thread(_checked, dossier, composed, text)

    async def _dossier(self, handover_id: str) -> Dossier:
        dossier = await self._dossiers.dossier(handover_id)
        if dossier is None:
            raise LookupError(f"no hand-over {handover_id!r} is on record")
        return dossier

    async def _ask(
        self, model: LanguageModel, dossier: Dossier, composed: _Composed
    ) -> BriefText | None:
        """The model's words; None when it cannot be used."""
        started = self._clock.now()
        if not self._breaker.allows(started):
            return None
        language, facts = composed.brief.language, composed.facts
        call = self._prompts.call(language, composed.brief.text, facts.spoken, self._limit)
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
        await self._dossiers.keep_calls(dossier.conversation, (record,), started)
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


def _compose(dossier: Dossier, language: Language) -> _Composed:
    facts = facts_of(dossier, language)
    return _Composed(facts, _brief(facts, language, NOTHING))


def _checked(dossier: Dossier, composed: _Composed, text: BriefText) -> Brief:
    """The brief with those of the model's sentences that the record bears out."""
    facts, language = composed.facts, composed.brief.language
    record = record_of(facts, language, dossier.written)
    refused: list[str] = []
    summary = [one.text for one in _standing(text.summary, record, refused)]
    whole = bool(summary) and not refused
    manner = [
        f"{one.text.rstrip('.')} ({quoted(language, one.quote)})"
        for one in _standing(text.manner, record, refused)
        if not is_private(one.quote, strict=True)
    ]
    step = one_line(text.next_step)
    reason = sentence_stands(step, record)
    if step and reason is not None:
        refused.append(reason)
    if refused:
        log.info("Brief of %s: not used: %s", dossier.conversation, ", ".join(refused))
    wanted = facts.outcome != "unqualified" and facts.why != "wants_human"
    written = Written(
        summary=tuple(summary),
        whole=whole,
        manner=tuple(manner),
        next_step=step if reason is None and wanted else None,
    )
    return _brief(facts, language, written)


def _standing(told: tuple[Told, ...], record: Record, refused: list[str]) -> list[Told]:
    """Those that pass, each once, in one line; why the others do not is added to `refused`."""
    kept: dict[str, Told] = {}
    for one in told[:MOST_TOLD]:
        text, quote = one_line(one.text), one_line(one.quote)
        reason = (
            sentence_stands(text, record)
            if quote_stands(quote, record)
            else "a quote that nobody said"
        )
        if reason is None and is_private(quote):
            reason = "private"
        if reason is None:
            kept.setdefault(text.casefold(), Told(text=text, quote=quote))
        else:
            refused.append(reason)
    return list(kept.values())


def _brief(facts: BriefFacts, language: Language, written: Written) -> Brief:
    sections = compose(facts, language, written)
    summary, step = sections[:2]
    return Brief(
        language,
        headline(facts, language),
        text_of(sections),
        summary="\n".join(summary.lines),
        next_step=" ".join(step.lines),
        by="model" if written.summary or written.manner or written.next_step else "data",
    )
