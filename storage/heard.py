"""What of our words did the caller hear? Kept beside the words, which stay as they were said."""

from sqlalchemy import bindparam, update

from storage.database import Database
from storage.tables import MessageRow

_HEARD = (
    update(MessageRow)
    .where(MessageRow.id == bindparam("message"))
    .values(heard=bindparam("new_heard"))
)


class StoredHearing:
    """channels.calls.phone.Hearing over the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def cut_short(self, message: str, heard: str | None) -> None:
        """Of a message only this much was heard; all of it after all when None."""
        row = {"message": message, "new_heard": heard}
        await self._database.write_alone(lambda connection: connection.execute(_HEARD, row))
