"""What comes over the wire from a chat-completions server? The parts of it that we use; the rest
is ignored.
"""

from collections.abc import AsyncIterator

from pydantic import BaseModel, ConfigDict, ValidationError

from agent.errors import ModelError, ModelNonsense, ModelUnreachable

_DONE = b"[DONE]"


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Details(_Part):
    """What of the prompt was not read anew."""

    cached_tokens: int | None = None


class Usage(_Part):
    """What a call cost."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: Details | None = None

    @property
    def cached_tokens(self) -> int:
        """Tokens of the prompt that the server had ready."""
        return (self.prompt_tokens_details and self.prompt_tokens_details.cached_tokens) or 0


class Content(_Part):
    """The answer, or a piece of it."""

    content: str | None = None
    refusal: str | None = None


class Choice(_Part):
    """One answer."""

    message: Content = Content()
    delta: Content = Content()
    finish_reason: str | None = None


class Completion(_Part):
    """A whole answer, or one chunk of a streamed one."""

    choices: tuple[Choice, ...] = ()
    model: str | None = None
    usage: Usage | None = None
    error: object = None


def read_completion(document: bytes) -> Completion:
    """One document of the server's."""
    try:
        completion = Completion.model_validate_json(document)
    except ValidationError:
        raise ModelNonsense(
            "The model server's answer is no chat completion: check its base URL.",
            outcome="no_completion",
        ) from None
    if completion.error is not None:
        raise ModelUnreachable("The model server failed while it was answering.")
    return completion


async def data_lines(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The data of each server-sent event, however the bytes were cut."""
    pending = b""
    async for chunk in chunks:
        *lines, pending = (pending + chunk).split(b"\n")
        for line in lines:
            data = line[5:].strip() if line.startswith(b"data:") else b""
            if data and data != _DONE:
                yield data


def ending_error(choice: Choice) -> ModelError | None:
    """What is wrong with an answer that did not end as it should."""
    if choice.message.refusal or choice.delta.refusal:
        return ModelNonsense("The model declined to answer.", outcome="declined")
    match choice.finish_reason:
        case "length":
            return ModelNonsense("The answer was cut off at the token limit.", outcome="cut_off")
        case "content_filter":
            return ModelNonsense("The answer was withheld by a filter.", outcome="filtered")
        case _:
            return None
