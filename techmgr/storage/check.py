"""The full check of an office: file, keys, audit trail, triggers, search, and what features add."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import Text, say
from techmgr.storage import audit, chain, faults, files, search, triggers
from techmgr.storage.audit import AuditEntry
from techmgr.storage.base import know_every_record
from techmgr.storage.engines import office_engine
from techmgr.storage.search import SearchEntry

_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check found wrong: which check (`file`, `keys`, `trail` …) and the sentence."""

    check: str
    text: Text


Check = Callable[[Session], Iterable[Text]]
CHECKS: dict[str, Check] = {}


def register(name: str, check: Check) -> None:
    """Add a feature's own check, such as `ledger`: it yields a sentence for each thing wrong."""
    CHECKS[name] = check


def check(place: str, passphrase: str | None = None, head: str | None = None) -> list[Finding]:
    """Check an office, open or not, without changing it. An empty list: all is well.

    `head` is `NUMBER:HASH` as printed on a statement or kept with a backup: the trail must hold
    that entry with that hash.
    """
    know_every_record()
    engine = office_engine(place, passphrase, writes=False)
    try:
        with faults.in_words(), engine.connect() as connection, Session(connection) as session:
            return list(findings(session, head))
    except faults.Damaged as damaged:  # so that not even the first statement can be carried out
        return [Finding("file", damaged.text)]
    finally:
        engine.dispose()


def findings(session: Session, head: str | None = None) -> Iterator[Finding]:
    """Yield everything wrong with the office a session reads; a damaged file ends the check."""
    checks: dict[str, Check] = {
        "file": _file,
        "keys": _keys,
        "trail": lambda session: chain.broken_links(session.connection()),
    }
    # What was made by another version has other tables: only what never changes is checked.
    if _version(session) == files.HEAD:
        checks |= {"triggers": _triggers, "search": _search} | CHECKS
    if head is not None:
        checks["head"] = _head(head)
    for name, each in checks.items():
        try:
            yield from (Finding(name, sentence) for sentence in each(session))
        except DatabaseError as error:
            if not faults.is_damage(error.orig):
                raise
            yield Finding(name, say("The file is damaged: {said}.", said=str(error.orig)))
            return


def _version(session: Session) -> str:
    return str(session.scalar(text("SELECT version_num FROM alembic_version")))


def _file(session: Session) -> Iterator[Text]:
    if not _is_file(session):
        return
    rows = _pragma(session, f"integrity_check({_MOST_FAULTS})")
    # Rows of these two pragmas are complaints; neither has any for a whole file.
    said = [row[0] for row in rows if row[0] != "ok"]
    said += [row[0] for row in _pragma(session, "cipher_integrity_check")]
    yield from (say("The file is damaged: {said}.", said=each) for each in said[:_MOST_FAULTS])


def _keys(session: Session) -> Iterator[Text]:
    if not _is_file(session):
        return  # PostgreSQL never lets a key go wrong
    for table, row, parent, _key in _pragma(session, "foreign_key_check")[:_MOST_FAULTS]:
        yield say(
            "{record} refers to a record of “{parent}” that is missing.",
            record=str(Reference(table, row)),
            parent=parent,
        )


def _is_file(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _pragma(session: Session, pragma: str) -> list[Any]:
    result = session.connection().exec_driver_sql(f"PRAGMA {pragma}")
    return list(result.fetchall()) if result.returns_rows else []


def _triggers(session: Session) -> Iterator[Text]:
    gone = triggers.missing(session.connection())
    if gone:
        yield say("Changes may go unrecorded: {names} is missing or altered.", names=tuple(gone))


def _search(session: Session) -> Iterator[Text]:
    for what in search.SEARCHED.values():
        source = what.source().order_by(None).subquery()
        stored = session.scalar(select(func.count()).select_from(source))
        known = session.scalar(
            select(func.count()).select_from(SearchEntry).where(SearchEntry.kind == what.kind)
        )
        if stored != known:
            yield say(
                "Search knows {known} records of kind “{kind}”, the office holds {stored}.",
                known=known,
                kind=what.kind,
                stored=stored,
            )
        table = search.words_table(what.number)
        words = f"SELECT count(*) FROM {table}"
        if _is_file(session) and session.scalar(text(words)) != known:
            yield say("Search is incomplete: rebuild it.")


def _head(head: str) -> Check:
    number, digest = parse_head(head)

    def compare(session: Session) -> Iterator[Text]:
        entry = session.get(AuditEntry, number)
        newest, _hash = audit.head(session.connection())
        if number > newest:
            yield say(
                "The trail ends at entry {newest}, but entry {number} was printed or kept: "
                "its end was cut off, or this is an older copy.",
                newest=newest,
                number=number,
            )
        elif entry is not None and bytes(entry.hash) != digest:
            yield say("Entry {number} is not the one that was printed or kept.", number=number)

    return compare


def parse_head(head: str) -> tuple[int, bytes]:
    """Read `NUMBER:HASH`. Raises UserError on anything else."""
    number, _colon, digest = head.strip().partition(":")
    try:
        found = int(number), bytes.fromhex(digest)
    except ValueError:
        found = (0, b"")
    if len(found[1]) != len(audit.NOTHING):
        raise UserError(
            say("“{head}” must be NUMBER:HASH, as printed on a statement.", head=head), field="head"
        )
    return found
