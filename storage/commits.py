"""What is to follow a commit? Calls that are made once it is done, never for what was rolled back.

They must be quick and bear being made for nothing: what was put down in a transaction that failed
is called after the next commit of the same connection.
"""

from collections.abc import Callable

from sqlalchemy import Connection

_CALLS = "after commit"


def after_commit(connection: Connection, call: Callable[[], None]) -> None:
    """Have `call` made, in whatever thread, when what `connection` writes now is committed."""
    connection.info.setdefault(_CALLS, []).append(call)


def committed(connection: Connection) -> None:
    """Make the calls: what was written can be seen by everybody now."""
    if connection.info:
        for call in connection.info.pop(_CALLS, ()):
            call()
