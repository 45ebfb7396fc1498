"""agent.routing.AcceptLinks that anybody can read."""


class FakeLinks:
    """Unsigned."""

    def link(self, handover: str, owner: str) -> str:
        return f"https://banter.example/accept/{handover}~{owner}"
