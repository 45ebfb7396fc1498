"""console.doctor_command: what is wrong with how it is set up, said at a terminal."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app import App
from console.command_line import cli
from tests.serving import settings_in


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migrated database, and nothing else configured."""
    monkeypatch.chdir(tmp_path)
    given = settings_in(tmp_path)
    monkeypatch.setenv("DATABASE_URL", given.database_url)
    monkeypatch.setenv("SECRET_KEY", given.secret_key.get_secret_value())


@pytest.mark.usefixtures("ready")
def test_what_is_not_set_up_is_told_and_ends_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("WEBHOOK_SECRET", "s")
    result = CliRunner().invoke(cli, ["doctor"], obj=App())
    assert result.exit_code == 1
    assert "no script is published" in result.output
    assert "PUBLIC_BASE_URL is not set" in result.output
    assert "OPENAI_API_KEY" in result.output
    assert "it cannot be reached (ConnectError): check WEBHOOK_URL" in result.output


@pytest.mark.usefixtures("ready")
def test_a_system_of_its_own_is_looked_at_alone_and_secrets_stay_inside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HUBSPOT_TOKEN", "pat-secret")
    monkeypatch.setenv("HUBSPOT_BASE_URL", "http://127.0.0.1:9")
    result = CliRunner().invoke(cli, ["doctor", "--system", "hubspot", "--json"], obj=App())
    assert result.exit_code == 1
    assert '"hubspot"' in result.output
    assert "no connection" in result.output
    assert "pat-secret" not in result.output


@pytest.mark.usefixtures("ready")
def test_a_system_that_is_not_configured_is_no_system() -> None:
    result = CliRunner().invoke(cli, ["doctor", "--system", "zoho"], obj=App())
    assert "zoho is not configured; there are: banter" in str(result.exception)
