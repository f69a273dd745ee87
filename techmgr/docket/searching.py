"""What is searched of deadlines: their title, citation and the record they are about."""

from sqlalchemy import func, literal, select

from techmgr.docket.model import Deadline, DocketRecord
from techmgr.storage.search import Searched, searched

searched(
    Searched(
        kind="deadline",
        number=11,
        source=lambda: select(
            Deadline.id,
            Deadline.title.label("title"),
            func.coalesce(DocketRecord.label, "").label("detail"),
            (
                Deadline.title
                + literal(" ")
                + Deadline.citation
                + literal(" ")
                + func.coalesce(DocketRecord.label, "")
            ).label("words"),
        ).outerjoin(DocketRecord, DocketRecord.subject == Deadline.subject),
        watches={"deadline": "id"},
    )
)
