"""What happened to a lead's deliveries, and what would be sent? The commands."""

import asyncio
import json
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import groupby
from typing import Annotated, Protocol, cast

import typer
from rich.markup import escape

from agent.ledger import Line, Record
from agent.outbox import Parcel
from console.mending import what_helps
from console.places import Places
from console.wiring import Trouble, errors, screen, wiring_of
from delivery.alerting import Alerting
from delivery.base import Place
from delivery.calls import Refused
from delivery.dispatcher import Dispatcher
from delivery.dry_run import Shown, rehearse, rehearse_webhook
from delivery.lead import Lead
from delivery.message_dry_run import rehearse_message
from delivery.webhook import Webhook
from qualification.values import Json
from storage.arrears import Arrears, Failure
from storage.database import Database
from storage.outbox import StoredOutbox
from storage.story import Stories, Story

deliveries_cli = typer.Typer()

UNENDED = "broke off, or is under way"

Which = Annotated[str | None, typer.Argument(help="A conversation's id, as in the lead's address.")]
System = Annotated[str | None, typer.Option(help="One system alone.")]


class DeliveryDesk(Protocol):
    """The parts that these commands use; console.services.Services has them."""

    @property
    def outbox(self) -> StoredOutbox: ...

    @property
    def database(self) -> Database: ...

    @property
    def places(self) -> Places: ...

    @property
    def dispatcher(self) -> Dispatcher: ...

    @property
    def stories(self) -> Stories: ...


@deliveries_cli.command()
def deliveries(
    context: typer.Context,
    lead: Which = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="Of all leads, those that are not tried any more.")
    ] = False,
    system: System = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON array.")] = False,
) -> None:
    """Tell what happened to a lead's deliveries: each request, its answer, and what comes next; or
    which deliveries failed.
    """
    if failed == (lead is not None):
        raise Trouble("Name a lead, or ask for --failed")

    async def stories(of: str) -> tuple[Story, ...]:
        async with wiring_of(context).desk() as desk:
            told_of = await cast(DeliveryDesk, desk).stories.of(of)
            return tuple(one for one in told_of if system in (None, one.system))

    async def failures() -> tuple[Failure, ...]:
        async with wiring_of(context).desk() as desk:
            return await _arrears(cast(DeliveryDesk, desk)).failed(system)

    if lead is None:
        _tell_failures(asyncio.run(failures()), as_json=as_json)
        return
    found = asyncio.run(stories(lead))
    if not found and not as_json:
        raise Trouble(f"{lead} was not handed over, or no system was configured then")
    if as_json:
        typer.echo(json.dumps([document(one) for one in found], ensure_ascii=False, indent=2))
        return
    for story in found:
        for line in told(story):
            screen.print(escape(line), soft_wrap=True, highlight=False)


@deliveries_cli.command()
def deliver(
    context: typer.Context,
    lead: Which = None,
    system: System = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="Of all leads, what is not tried any more.")
    ] = False,
    since: Annotated[
        datetime | None,
        typer.Option(help="With --system: leads since then that it never heard of (UTC)."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the requests; nothing is sent.")
    ] = False,
) -> None:
    """Send what failed again, of a lead or of all; or what a system missed that was configured
    later; or print what a delivery would send.
    """
    if sum((lead is not None, failed, since is not None)) != 1:
        raise Trouble("Name a lead, or ask for --failed, or for --since with --system")
    if dry_run and lead is None:
        raise Trouble("A dry run is for one lead: name it")

    async def work() -> None:
        async with wiring_of(context).desk() as desk:
            parts = cast(DeliveryDesk, desk)
            if system is not None and system not in parts.places.systems:
                known = ", ".join(parts.places.systems) or "none"
                raise Trouble(f"{system} is not configured; these are: {known}")
            if lead is None:
                await _send_all(parts, system, since)
            elif dry_run:
                await _rehearse(parts, lead, system)
            else:
                await _send_again(parts, lead, system)

    asyncio.run(work())


def _arrears(parts: DeliveryDesk) -> Arrears:
    return Arrears(parts.database, parts.outbox)


def _tell_failures(failures: Sequence[Failure], *, as_json: bool) -> None:
    """By system, oldest first."""
    if as_json:
        shown = [{**asdict(one), "created_at": _iso(one.created_at)} for one in failures]
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    if not failures:
        screen.print("Nothing has failed.")
    for system, these in groupby(failures, lambda one: one.system):
        rows = list(these)
        screen.print(f"[bold]{escape(system)}[/]: {len(rows)}")
        for one in rows:
            remedy = f"{one.remedy}: " if one.remedy else ""
            line = f"    {_time(one.created_at)}  {one.conversation}  {one.why}  {remedy}"
            screen.print(escape(f"{line}{one.last_error or ''}"), soft_wrap=True, highlight=False)


async def _send_all(parts: DeliveryDesk, system: str | None, since: datetime | None) -> None:
    arrears = _arrears(parts)
    if since is None:
        failures = await arrears.failed(system)
        again = [await parts.dispatcher.retry(one.id) for one in failures]
        screen.print(f"{sum(again)} are sent again")
        return
    if system is None:
        raise Trouble("Say which system missed them: --system")
    at = since.replace(tzinfo=UTC) if since.tzinfo is None else since
    count = await arrears.send_missed(system, datetime.now(UTC), since=at)
    screen.print(escape(f"{count} are sent to {system}"))


async def _rehearse(parts: DeliveryDesk, lead: str, only: str | None) -> None:
    """As for a lead that the systems have never seen."""
    places = [one for one in parts.places.places if only in (None, one.system)]
    parcels = [(place, await parts.outbox.look(lead, place.system)) for place in places]
    if not any(parcel for _, parcel in parcels):
        raise Trouble(f"{lead} was not handed over")
    for place, parcel in parcels:
        if parcel is None:  # sales has the lead, nurture has not, or the other way round
            continue
        screen.print(f"[bold]{escape(place.system)}[/]")
        try:
            for text in _rehearsed(parts.places, place, parcel):
                screen.print(escape(text), soft_wrap=True, highlight=False)
        except Refused as refused:
            errors.print(escape(f"{place.system}: {refused}"), soft_wrap=True)


def _rehearsed(places: Places, place: Place, parcel: Parcel) -> Iterator[str]:
    """What the place would be sent: requests, or a message."""
    connection = places.connection(place.system)
    if connection is not None:
        lead = Lead.of(parcel)
        yield from _requests(rehearse(connection.system, lead, Record(lead.revision)))
    elif isinstance(place, Webhook):
        yield rehearse_webhook(place, parcel, datetime.now(UTC)).text()
    elif isinstance(place, Alerting):
        yield rehearse_message(place.messenger, parcel)


def _requests(rehearsal: Generator[Shown, None, str]) -> Iterator[str]:
    """Each as a text; where there are none, why."""
    sent = 0
    while True:
        try:
            yield next(rehearsal).text()
            sent += 1
        except StopIteration as done:
            if not sent and done.value:
                yield done.value
            return


async def _send_again(parts: DeliveryDesk, lead: str, only: str | None) -> None:
    failed = [
        one
        for one in await parts.stories.of(lead)
        if one.state == "failed" and only in (None, one.system)
    ]
    if not failed and only is not None:
        missed = await _arrears(parts).send_missed(only, datetime.now(UTC), conversation=lead)
        if missed:
            screen.print(escape(f"{only} never heard of it: it is sent now"))
            return
    if not failed:
        raise Trouble(f"No delivery of {lead} has failed: there is nothing to send again")
    for one in failed:
        if await parts.dispatcher.retry(one.id):
            screen.print(escape(f"{one.id} is sent again"))


def _request(line: Line) -> str:
    answer = "no answer" if line.status is None else str(line.status)
    why = f": {line.why}" if line.why else ""
    return (
        f"        {line.step}: {line.method} {line.path} -> {answer}, {line.milliseconds} ms{why}"
    )


def told(story: Story) -> Iterator[str]:
    """A story in lines."""
    head = f"{story.system}, revision {story.revision} ({story.why}): {story.state}"
    yield head + (f", next at {_time(story.next_at)}" if story.next_at else "")
    if story.owner is not None:
        yield f"    for {story.owner.name} <{story.owner.email}>"
    if story.trouble is not None:
        yield f"    prepared without all: {story.trouble}"
    ends = {one.attempt: one for one in story.ends}
    for number in range(1, story.attempts + 1):
        lines, end = [one for one in story.lines if one.attempt == number], ends.get(number)
        began = lines[0].at if lines else None if end is None else end.at
        yield f"    attempt {number}" + (f", {_time(began)}" if began else "")
        yield from map(_request, lines)
        yield f"        {end.how if end else UNENDED}"
    if story.last_error is not None and story.state != "delivered":
        yield f"    {story.last_error}"
        if mend := what_helps(story):
            yield f"    What to do: {mend}"
    if story.response:
        yield f"    {story.response}"


def document(story: Story) -> Mapping[str, Json]:
    """A story as JSON."""
    return {
        "id": story.id,
        "system": story.system,
        "revision": story.revision,
        "why": story.why,
        "state": story.state,
        "attempts": story.attempts,
        "next_at": _iso(story.next_at),
        "last_error": story.last_error,
        "remedy": story.remedy,
        "response": story.response,
        "created_at": _iso(story.created_at),
        "delivered_at": _iso(story.delivered_at),
        "owner": None if story.owner is None else story.owner.email,
        "trouble": story.trouble,
        "requests": [
            {
                "attempt": one.attempt,
                "step": one.step,
                "method": one.method,
                "path": one.path,
                "status": one.status,
                "why": one.why,
                "milliseconds": one.milliseconds,
                "at": _iso(one.at),
            }
            for one in story.lines
        ],
        "ends": [
            {"attempt": one.attempt, "at": _iso(one.at), "how": one.how} for one in story.ends
        ],
    }


def _time(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S")


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
