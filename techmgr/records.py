"""One list of every stored record: importing it makes the whole schema known."""

from techmgr.ledger import model as ledger
from techmgr.office import model as office
from techmgr.people import model as people
from techmgr.storage import audit, desk, search
from techmgr.technology import model as technology

__all__ = ["audit", "desk", "ledger", "office", "people", "search", "technology"]
