"""storage.keys.Keys, in memory."""

from collections.abc import Mapping

from storage.keys import ApiKey


class FakeKeys:
    """Knows the keys that it is given, by their secrets."""

    def __init__(self, keys: Mapping[str, ApiKey] | None = None) -> None:
        self.keys = dict(keys or {})

    async def find(self, secret: str) -> ApiKey | None:
        return self.keys.get(secret)
