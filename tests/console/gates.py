"""The gate of the API, for tests of what is behind it."""

from console.bearer import ApiGate
from tests.fakes.audit import FakeAudit
from tests.fakes.keys import FakeKeys

API_TOKEN = "the token of the tests"


def api_gate(token: str = API_TOKEN) -> ApiGate:
    """One that knows this token alone, and whose log nobody reads."""
    return ApiGate(token, FakeKeys(), FakeAudit())
