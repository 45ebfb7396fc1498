"""Which model reads, and how long may it take? One model, a reader for each channel."""

from collections.abc import Mapping

import httpx2

from agent.breaker import Breaker
from agent.messages import Channel
from agent.model_reader import ModelReader
from agent.models.openai import OpenAIModel
from agent.prompts import Prompts
from agent.rehearsal.rehearsal import SystemClock
from console.settings import Settings

READING_LIMITS: Mapping[Channel, float] = {
    "chat": 8.0,
    "terminal": 20.0,
    "sms": 20.0,
    "whatsapp": 20.0,
    "voice": 2.5,
}
"""Seconds that a model may take in each channel before the plain reader answers."""
REREADING_LIMIT = 60.0
"""Seconds that it may take when nobody waits for it."""


def make_model(settings: Settings, connections: httpx2.AsyncClient) -> OpenAIModel | None:
    """The language model, if one is configured."""
    if not settings.has_model:
        return None
    return OpenAIModel(
        settings.openai_base_url,
        settings.openai_api_key.get_secret_value() or "none",
        settings.openai_model,
        connections,
    )


def make_readers(
    model: OpenAIModel | None, breaker: Breaker, prompts: Prompts
) -> dict[Channel, ModelReader]:
    """A model reader for each channel, with its own time limit; none without a model."""
    if model is None:
        return {}
    clock = SystemClock()
    return {
        channel: ModelReader(model, clock, breaker, limit=limit, prompts=prompts)
        for channel, limit in READING_LIMITS.items()
    }
