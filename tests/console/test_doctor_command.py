"""console.doctor_command: what is wrong with how it is set up, said at a terminal."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app import App
from console.command_line import cli
from tests.delivery.oracle import recorder
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


@pytest.mark.usefixtures("ready")
def test_a_mail_server_is_looked_at_and_its_password_stays_inside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = {
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": "9",
        "SMTP_FROM": "banter@acme.example",
        "SMTP_TO": "all@acme.example",
        "SMTP_USERNAME": "banter",
        "SMTP_PASSWORD": "hush-hush",
    }
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    result = CliRunner().invoke(cli, ["doctor", "--system", "email"], obj=App())
    assert result.exit_code == 1
    assert "check SMTP_HOST, SMTP_PORT and SMTP_SECURITY" in result.output
    assert "hush-hush" not in result.output


TEAMS = """\
timezone: Europe/Madrid
people:
  - {id: ana, name: Ana, email: ana@acme.example}
teams:
  - {id: works, name: {en: Works}, people: [ana], slack: C0WORKS}
queues:
  - {id: all, name: {en: All}, people: [ana], email: all@acme.example, slack: C0ALL}
fallback: {queue: all}
"""


@pytest.mark.usefixtures("ready")
def test_the_channels_of_the_teams_are_looked_at_in_slack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "teams.yaml").write_text(TEAMS)
    published = CliRunner().invoke(cli, ["teams", "publish", "teams.yaml"], obj=App())
    assert published.exit_code == 0, published.output
    monkeypatch.setenv("SLACK_TOKEN", "xoxb-secret")
    monkeypatch.setenv("SLACK_CHANNEL", "C0LEADS")
    with recorder() as record:
        record.answer = {"ok": True, "team": "Acme", "user": "banter"}
        monkeypatch.setenv("SLACK_BASE_URL", record.url)
        result = CliRunner().invoke(cli, ["doctor", "--system", "slack"], obj=App())
    for channel in ("C0LEADS", "C0WORKS", "C0ALL"):
        assert f"{channel}: it can be read" in result.output
    assert "xoxb-secret" not in result.output
