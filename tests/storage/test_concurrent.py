"""Several officers at once on PostgreSQL: one chain without forks, and nobody's change lost."""

import threading

import pytest
from sqlalchemy import select

from techmgr import schema
from techmgr.storage.audit import AuditEntry
from techmgr.storage.check import check
from techmgr.storage.unit import Stale

WRITERS, ACTIONS = 4, 50


@pytest.mark.postgres
def test_four_writers_make_one_chain(on_server, acts):
    failed = []

    def work(number):
        office = schema.open_office(on_server.address)
        try:
            for count in range(ACTIONS):
                office.act(acts.add_person, acts.Named(f"{number}/{count}"))
        except Exception as error:  # noqa: BLE001 - a thread hands on whatever went wrong
            failed.append(error)
        finally:
            office.close()

    writers = [threading.Thread(target=work, args=(number,)) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failed == []
    assert check(on_server.address) == []
    office = on_server.open()
    entries = office.read(
        lambda s: s.scalars(select(AuditEntry.number).order_by(AuditEntry.number)).all()
    )
    assert entries == list(range(1, WRITERS * ACTIONS + 1))
    assert len(set(office.read(acts.names).values())) == WRITERS * ACTIONS
    office.close()


@pytest.mark.postgres
def test_of_two_who_save_the_same_record_at_once_one_is_refused(on_server, acts):
    first, second = on_server.open(), on_server.open()
    number = first.act(acts.add_person, acts.Named("Ada")).result
    both_read = threading.Barrier(2, timeout=10)
    outcomes = []

    def save(office, name):
        def rename(unit, request):
            unit.session.get_one(acts.Person, number)
            both_read.wait()
            acts.rename_person(unit, request)

        try:
            outcomes.append(office.act(rename, acts.Named(name, number, 1)).entry)
        except Stale:
            outcomes.append("stale")

    threads = [
        threading.Thread(target=save, args=each) for each in ((first, "Grace"), (second, "Eve"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == ["2", "stale"]
    first.close()
    second.close()
    assert check(on_server.address) == []
