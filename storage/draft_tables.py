"""Where is what admins are writing kept? One row for each script, and one for its tests."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Row


class DraftRow(Row):
    """A text that is being written, and has not been published: it may be full of mistakes."""

    __tablename__ = "drafts"

    script: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    """`script` or `tests`."""
    text: Mapped[str]
    revision: Mapped[int]
    """Goes up with every save; who saves names the one that they have read."""
    based_on: Mapped[int]
    """The number of the version that it began as a copy of; 0 where there was none."""
    saved_at: Mapped[datetime]
    saved_by: Mapped[str]
