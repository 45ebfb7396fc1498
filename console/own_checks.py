"""What must be so with ourselves? The address, the model, our numbers and the webhook."""

from urllib.parse import urlsplit

import httpx

from agent.errors import Unavailable
from channels.twilio import TwilioAccount
from console.settings import Settings
from delivery.doctor import Finding

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def address(settings: Settings) -> list[Finding]:
    """Cookies, links in messages and Twilio's signatures all rest on it."""
    parts = urlsplit(settings.address)
    if settings.demo:
        return [Finding("address", "warning", "DEMO is on: made-up people get leads; set DEMO=0")]
    if not settings.public_base_url:
        said = "PUBLIC_BASE_URL is not set: links in messages would lead to this machine"
        return [Finding("address", "bad", said)]
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        return [Finding("address", "bad", "PUBLIC_BASE_URL must begin with https://")]
    return [Finding("address", "good", settings.address)]


async def model(settings: Settings, client: httpx.AsyncClient) -> list[Finding]:
    """The language model, by its list of models."""
    if not settings.has_model:
        said = "no language model is configured: everything is read plainly (OPENAI_API_KEY)"
        return [Finding("model", "warning", said)]
    key = settings.openai_api_key.get_secret_value()
    try:
        answer = await client.get(
            f"{settings.openai_base_url.rstrip('/')}/models",
            headers={"Authorization": f"Bearer {key}"} if key else {},
        )
    except httpx.HTTPError as error:
        said = f"it cannot be reached ({type(error).__name__}): check OPENAI_BASE_URL"
        return [Finding("model", "bad", said)]
    if answer.status_code in (401, 403):
        return [Finding("model", "bad", "it refuses our key: check OPENAI_API_KEY")]
    if not answer.is_success:
        said = f"its list of models is answered with {answer.status_code}: is it an OpenAI API?"
        return [Finding("model", "warning", said)]
    if settings.openai_model not in answer.text:
        said = f"it does not list {settings.openai_model}: check OPENAI_MODEL"
        return [Finding("model", "warning", said)]
    return [Finding("model", "good", settings.openai_model)]


async def telephone(settings: Settings, account: TwilioAccount | None) -> list[Finding]:
    """The account, and that its numbers send us what comes in."""
    if account is None or not settings.twilio_account_sid:
        return []
    try:
        numbers = await account.numbers()
    except Unavailable as error:
        said = f"{error}: check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"
        return [Finding("twilio", "bad", said)]
    texts, calls = (f"{settings.address}/webhooks/twilio/{one}" for one in ("messaging", "voice"))
    found = [Finding("twilio", "good", f"{len(numbers)} numbers")]
    for one in numbers:
        for what, there, ours in (("texts", one.texts, texts), ("calls", one.calls, calls)):
            if there != ours:
                said = f"{what} to {one.number} go to {there or 'nowhere'}: set {ours} in Twilio"
                found.append(Finding("twilio", "warning", said))
    return found


async def webhook(settings: Settings, client: httpx.AsyncClient) -> list[Finding]:
    """Whether anybody listens; what it would say to a lead is not tried."""
    if not settings.webhook_url:
        return []
    try:
        answer = await client.head(settings.webhook_url)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        said = f"it cannot be reached ({type(error).__name__}): check WEBHOOK_URL"
        return [Finding("webhook", "bad", said)]
    if answer.status_code in (404, 410):
        return [Finding("webhook", "bad", f"there is nothing there ({answer.status_code})")]
    return [Finding("webhook", "good", f"somebody listens ({answer.status_code})")]
