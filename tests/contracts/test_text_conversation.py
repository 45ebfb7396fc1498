"""A whole conversation by SMS and WhatsApp: the real application, simulated telephones, and Prism
before every request that goes out.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from channels import sms
from channels.simulators.loopback import served
from channels.simulators.messaging import Carrier
from channels.simulators.twilio_api import TwilioApi
from tests.contracts.node import prism
from tests.fakes.twilio_server import ACCOUNT, TOKEN
from tests.serving import answered_by, running, settings_in

ADDRESS = "https://agent.test"
ANA, OURS = "+34600111222", "+34911222333"


@pytest.fixture
async def carrier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Carrier]:
    monkeypatch.setattr(sms, "SETTLE", 0.8)
    api = TwilioApi(ACCOUNT, TOKEN)
    async with served(api.app()) as url, prism(url, tmp_path) as seeing:
        settings = settings_in(
            tmp_path,
            twilio_account_sid=ACCOUNT,
            twilio_auth_token=SecretStr(TOKEN),
            twilio_base_url=seeing,
            public_base_url=ADDRESS,
        )
        async with running(settings) as client:
            await answered_by(settings, "crm-suite", OURS)
            carrier = Carrier(api, client, ADDRESS, reports=("delivered", "sent", "sending"))
            yield carrier
            await carrier.settle()


async def test_a_lead_is_qualified_by_sms_and_a_stop_holds_on_whatsapp_too(
    carrier: Carrier,
) -> None:
    for text in ("Hola", "busco un CRM", "para mi equipo de ventas"):
        inbound = await carrier.text(ANA, OURS, text)
        await carrier.repeat(inbound)
    (first,) = await carrier.next_to(ANA, 0)
    assert first["from"] == OURS
    assert first["body"].startswith("Hola, soy Lucía, la asistente virtual de Nexo.")
    assert "presupuesto" in first["body"]
    for text, asked in (
        ("unos 6000 euros al año", "decisión"),
        ("decido yo, y lo queremos para el mes que viene", "nombre"),
        ("Ana García", "correo"),
        ("ana@acme.es", "Una persona de nuestro equipo"),
    ):
        seen = len(carrier.texts_to(ANA))
        await carrier.text(ANA, OURS, text)
        (answer,) = await carrier.next_to(ANA, seen)
        assert asked in answer["body"]
    await carrier.settle()
    assert {text["status"] for text in carrier.texts_to(ANA)} == {"sending"}
    seen = len(carrier.texts_to(ANA))
    await carrier.text(ANA, OURS, "BAJA")
    (goodbye,) = await carrier.next_to(ANA, seen)
    assert goodbye["body"] == "Hecho: no le escribiremos más."
    whatsapp = f"whatsapp:{ANA}"
    await carrier.text(whatsapp, f"whatsapp:{OURS}", "¿Siguen ahí?")
    with pytest.raises(TimeoutError):
        await carrier.next_to(whatsapp, 0, seconds=3)
    answered = [request for request in carrier.api.requests if request[0] == "POST"]
    assert len(answered) == len(carrier.texts_to(ANA))
