"""A language model over the network: any server with OpenAI's chat completions. The only importer
of openai.

Answers are decoded here and not by the SDK: that is cheaper (a third of its own streaming), and
whatever a server sends instead of a completion ends in a ModelError. Retries are the reader's
business, so the SDK's are off.
"""

from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing, contextmanager
from functools import partial
from typing import cast

import httpx2
from openai import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AsyncOpenAI,
    BadRequestError,
    DefaultAioHttpClient,
)

from agent.errors import ModelError, ModelNonsense, ModelRefused, ModelTimeout, ModelUnreachable
from agent.models.wire import Usage, data_lines, ending_error, read_completion
from agent.ports import ModelCall, ModelReply
from qualification.values import Json

_BUSY = frozenset({408, 409, 425, 429})
_OPTIONAL = ("temperature", "stream_options")
"""What some models and servers do not accept: left out once the server has said so."""
_SHOWN = 200


def model_connections() -> httpx2.AsyncClient:
    """Connections to a model's server, for as long as the block runs.

    The SDK's own over aiohttp: a streamed answer costs two thirds of what it does over httpx.
    """
    return DefaultAioHttpClient()


class OpenAIModel:
    """Satisfies LanguageModel. `options` go with every request: {"reasoning_effort": "low"}."""

    def __init__(
        self,
        base_url: str,
        api_key: str,
        model: str,
        connections: httpx2.AsyncClient,
        options: Mapping[str, Json] | None = None,
    ) -> None:
        self._client = AsyncOpenAI(
            base_url=base_url, api_key=api_key, max_retries=0, http_client=connections
        )
        self.name = model
        self._options: dict[str, Json] = {"temperature": 0, **(options or {})}
        self._unsupported: set[str] = set()

    async def complete(self, call: ModelCall) -> ModelReply:
        """The whole answer at once."""
        with _as_model_errors():
            response = await self._post(call, streamed=False)
            completion = read_completion(response.content)
        if not completion.choices:
            raise ModelNonsense("The model server answered without a choice.", outcome="no_choice")
        choice = completion.choices[0]
        if (wrong := ending_error(choice)) is not None:
            raise wrong
        return self._reply(choice.message.content or "", completion.model, completion.usage)

    async def stream(self, call: ModelCall) -> AsyncGenerator[str | ModelReply, None]:
        """Pieces of the answer as they come, and the whole of it last."""
        parts: list[str] = []
        model, usage, ended = None, None, False
        with _as_model_errors():
            async with aclosing(self._lines(call)) as lines:
                async for line in lines:
                    chunk = read_completion(line)
                    model, usage = chunk.model or model, chunk.usage or usage
                    for choice in chunk.choices[:1]:
                        if (wrong := ending_error(choice)) is not None:
                            raise wrong
                        ended = ended or choice.finish_reason is not None
                        if choice.delta.content:
                            parts.append(choice.delta.content)
                            yield choice.delta.content
        if not ended:
            raise ModelUnreachable("The model server's stream broke off.", outcome="broken_off")
        yield self._reply("".join(parts), model, usage)

    async def _lines(self, call: ModelCall) -> AsyncGenerator[bytes, None]:
        """The data of the streamed answer."""
        response = await self._post(call, streamed=True)
        async with aclosing(response):
            async for line in data_lines(response.aiter_bytes()):
                yield line

    async def _post(self, call: ModelCall, *, streamed: bool) -> httpx2.Response:
        """The server's response; asked for again when an option was not accepted.

        By `post` and not by `create`, which would look through every part of the request for
        something to translate.
        """
        post = partial(
            self._client.post,
            "/chat/completions",
            cast_to=httpx2.Response,
            options={"timeout": call.timeout},
            stream=streamed,
        )
        try:
            response = await post(body=self._request(call, streamed=streamed))
        except BadRequestError as error:
            self._learn(error)
            response = await post(body=self._request(call, streamed=streamed))
        return cast(httpx2.Response, response)

    def _request(self, call: ModelCall, *, streamed: bool) -> dict[str, Json]:
        """The request's body."""
        schema: dict[str, Json] = {
            "name": call.schema_name,
            "strict": True,
            "schema": dict(call.schema),
        }
        body: dict[str, Json] = {
            "model": self.name,
            **self._options,
            "messages": [
                {"role": "system", "content": call.prefix},
                {"role": "user", "content": call.state},
            ],
            "response_format": {"type": "json_schema", "json_schema": schema},
            "max_completion_tokens": call.max_tokens,
        }
        if streamed:
            body |= {"stream": True, "stream_options": {"include_usage": True}}
        return {name: value for name, value in body.items() if name not in self._unsupported}

    def _learn(self, error: BadRequestError) -> None:
        """Leave out what the server does not support; any other bad request stays an error."""
        named = {name for name in _OPTIONAL if name == error.param or name in error.message}
        if not named - self._unsupported:
            raise error
        self._unsupported |= named

    def _reply(self, text: str, model: str | None, usage: Usage | None) -> ModelReply:
        return ModelReply(
            text=text,
            model=model or self.name,
            prompt_tokens=usage.prompt_tokens if usage else 0,
            cached_tokens=usage.cached_tokens if usage else 0,
            completion_tokens=usage.completion_tokens if usage else 0,
        )


@contextmanager
def _as_model_errors() -> Iterator[None]:
    """Every way in which a call can fail, by what to do next."""
    try:
        yield
    except (APITimeoutError, httpx2.TimeoutException) as error:
        if isinstance(error.__cause__, httpx2.ConnectTimeout):  # or a connection that was closed
            raise ModelUnreachable("The model server cannot be reached (connection).") from None
        raise ModelTimeout("The model did not answer in time.") from None
    except APIStatusError as error:
        raise _status_error(error) from None
    except (APIConnectionError, httpx2.HTTPError, httpx2.StreamError) as error:
        reason = type(error.__cause__ or error).__name__
        raise ModelUnreachable(f"The model server cannot be reached ({reason}).") from None
    except APIError as error:
        raise ModelNonsense(f"The model server's answer is not understood: {error}") from None


def _status_error(error: APIStatusError) -> ModelError:
    status, said = error.status_code, error.message[:_SHOWN]
    if error.code == "insufficient_quota":
        return ModelRefused(f"The model account has no credit left: {said}", outcome="no_credit")
    if status in _BUSY or status >= 500:
        return ModelUnreachable(f"The model server is busy or failing ({status}): {said}")
    return ModelRefused(
        f"The model server does not accept the request ({status}): {said} "
        "Check OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL."
    )
