"""What is searched of files: their names."""

from sqlalchemy import Select, select

from techmgr.documents.model import File
from techmgr.storage.search import Searched, searched


def _files() -> Select[int, str, str, str]:
    return select(
        File.id, File.name.label("title"), File.media_type.label("detail"), File.name.label("words")
    )


searched(Searched("file", 8, _files, {"file": "id"}))
