"""delivery.base.Place, which answers as it is told."""

from agent.outbox import Delivered, Outcome, Parcel


class FakePlace:
    """Keeps what it was given; answers or raises in turn, then says that all is well."""

    def __init__(self, *answers: Outcome | Exception, system: str = "webhook") -> None:
        self.system = system
        self.received: list[Parcel] = []
        self.answers = list(answers)

    async def deliver(self, parcel: Parcel) -> Outcome:
        self.received.append(parcel)
        answer = self.answers.pop(0) if self.answers else Delivered("200")
        if isinstance(answer, Exception):
            raise answer
        return answer
