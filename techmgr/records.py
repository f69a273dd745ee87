"""One list of every stored record: importing it makes the whole schema known."""

from techmgr.agreements import model as agreements
from techmgr.casefile import taking_in as casefile_taking_in
from techmgr.disclosure import model as disclosure
from techmgr.disclosure import searching as disclosure_searching
from techmgr.docket import model as docket
from techmgr.docket import searching as docket_searching
from techmgr.documents import model as documents
from techmgr.documents import searching as documents_searching
from techmgr.equity import integrity as equity_integrity
from techmgr.equity import model as equity
from techmgr.equity import searching as equity_searching
from techmgr.intake import model as intake
from techmgr.ledger import integrity as ledger_integrity
from techmgr.ledger import model as ledger
from techmgr.ledger import taking_in as ledger_taking_in
from techmgr.office import model as office
from techmgr.patents import model as patents
from techmgr.patents import model_costs as patents_costs
from techmgr.patents import taking_in as patents_taking_in
from techmgr.patents import taking_in_events as patents_taking_in_events
from techmgr.patents import taking_in_families as patents_taking_in_families
from techmgr.people import model as people
from techmgr.people import searching as people_searching
from techmgr.people import taking_in as people_taking_in
from techmgr.royalty import integrity as royalty_integrity
from techmgr.royalty import model as royalty
from techmgr.royalty import model_claims as royalty_claims
from techmgr.royalty import model_rules as royalty_rules
from techmgr.storage import audit, desk, indexes, search
from techmgr.technology import model as technology
from techmgr.technology import searching as technology_searching

__all__ = [
    "agreements",
    "audit",
    "casefile_taking_in",
    "desk",
    "disclosure",
    "disclosure_searching",
    "docket",
    "docket_searching",
    "documents",
    "documents_searching",
    "equity",
    "equity_integrity",
    "equity_searching",
    "indexes",
    "intake",
    "ledger",
    "ledger_integrity",
    "ledger_taking_in",
    "office",
    "patents",
    "patents_costs",
    "patents_taking_in",
    "patents_taking_in_events",
    "patents_taking_in_families",
    "people",
    "people_searching",
    "people_taking_in",
    "royalty",
    "royalty_claims",
    "royalty_integrity",
    "royalty_rules",
    "search",
    "technology",
    "technology_searching",
]
