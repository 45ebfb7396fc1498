"""What must be so with ourselves? The address, the model, our numbers and the webhook."""

from datetime import datetime
from urllib.parse import urlsplit

import httpx

from agent.errors import Unavailable
from channels.twilio import TwilioAccount
from console.settings import Settings
from delivery.doctor import Finding, bad, good, warning
from storage.unplaced import Unplaced

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def address(settings: Settings) -> list[Finding]:
    """Cookies, links in messages and Twilio's signatures all rest on it."""
    parts = urlsplit(settings.address)
    if settings.demo:
        return [warning("address", "DEMO is on: made-up people get leads; set DEMO=0")]
    if not settings.public_base_url:
        return [
            bad(
                "address",
                "PUBLIC_BASE_URL is not set: links in messages would lead to this machine",
            )
        ]
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        return [bad("address", "PUBLIC_BASE_URL must begin with https://")]
    return [good("address", "links lead to %(address)s", address=settings.address)]


async def model(settings: Settings, client: httpx.AsyncClient) -> list[Finding]:
    """The language model, by its list of models."""
    if not settings.has_model:
        return [
            warning(
                "model",
                "no language model is configured: everything is read plainly (OPENAI_API_KEY)",
            )
        ]
    key = settings.openai_api_key.get_secret_value()
    try:
        answer = await client.get(
            f"{settings.openai_base_url.rstrip('/')}/models",
            headers={"Authorization": f"Bearer {key}"} if key else {},
        )
    except httpx.HTTPError as error:
        why = type(error).__name__
        return [bad("model", "it cannot be reached (%(why)s): check OPENAI_BASE_URL", why=why)]
    if answer.status_code in (401, 403):
        return [bad("model", "it refuses our key: check OPENAI_API_KEY")]
    if not answer.is_success:
        return [
            warning(
                "model",
                "its list of models is answered with %(status)s: is it an OpenAI API?",
                status=str(answer.status_code),
            )
        ]
    named = settings.openai_model
    if named not in answer.text:
        return [warning("model", "it does not list %(model)s: check OPENAI_MODEL", model=named)]
    return [good("model", "it has %(model)s", model=named)]


async def telephone(settings: Settings, account: TwilioAccount | None) -> list[Finding]:
    """The account, and that its numbers send us what comes in."""
    if account is None or not settings.twilio_account_sid:
        return []
    try:
        numbers = await account.numbers()
    except Unavailable as error:
        return [
            bad(
                "twilio",
                "%(why)s: check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN",
                why=str(error),
            )
        ]
    texts, calls = (f"{settings.address}/webhooks/twilio/{one}" for one in ("messaging", "voice"))
    found = [good("twilio", "the account has numbers: %(count)s", count=str(len(numbers)))]
    for one in numbers:
        if one.texts != texts:
            found.append(
                warning(
                    "twilio",
                    "texts to %(number)s go to %(there)s: set %(ours)s in Twilio",
                    number=one.number,
                    there=one.texts or "-",
                    ours=texts,
                )
            )
        if one.calls != calls:
            found.append(
                warning(
                    "twilio",
                    "calls to %(number)s go to %(there)s: set %(ours)s in Twilio",
                    number=one.number,
                    there=one.calls or "-",
                    ours=calls,
                )
            )
    return found


async def leads(unplaced: Unplaced, now: datetime) -> list[Finding]:
    """Whether anybody has what was handed over."""
    found = await unplaced.all(now)
    if not found.count:
        return []
    return [
        bad(
            "leads",
            "leads that nobody has: %(count)s, the oldest since %(since)s: `python app.py routing "
            "give-out` gives them out",
            count=str(found.count),
            since=f"{found.oldest[0].since:%Y-%m-%d %H:%M} UTC",
        )
    ]


async def webhook(settings: Settings, client: httpx.AsyncClient) -> list[Finding]:
    """Whether anybody listens; what it would say to a lead is not tried."""
    if not settings.webhook_url:
        return []
    try:
        answer = await client.head(settings.webhook_url)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        why = type(error).__name__
        return [bad("webhook", "it cannot be reached (%(why)s): check WEBHOOK_URL", why=why)]
    return [_heard(answer)]


def _heard(answer: httpx.Response) -> Finding:
    """What an answer to a look without a lead tells. RFC 9110: 501 says no more than that looks are
    not known there; 401, 403 and 405 may be meant for what has no signature, or is no POST.
    """
    code = answer.status_code
    status = str(code)
    if code in (404, 410):
        return bad(
            "webhook", "there is nothing there (%(status)s): check WEBHOOK_URL", status=status
        )
    if answer.is_redirect:
        return bad(
            "webhook",
            "it sends elsewhere (%(status)s), which is not followed: put the last address into "
            "WEBHOOK_URL",
            status=status,
        )
    if code >= 500 and code != 501:
        return bad(
            "webhook", "it answers %(status)s: see what is wrong with your system", status=status
        )
    return good(
        "webhook",
        "somebody listens (%(status)s); whether the secret fits is told by a test",
        status=status,
    )
