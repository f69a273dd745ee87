"""Officers who register cases at the same moment never get the same number."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from techmgr import schema
from techmgr.people.founding import FoundOffice, found_office
from techmgr.technology.actions import CaseFields, RegisterCase, register_case


@pytest.mark.postgres
def test_four_officers_get_different_numbers(postgres_url):
    schema.create(postgres_url)
    offices = [schema.open_office(postgres_url) for _ in range(4)]
    offices[0].act(found_office, FoundOffice("Halden Technology Transfer", "Ines Moreau"))

    def register_five(office):
        request = RegisterCase(CaseFields("Sensor"))
        return [office.act(register_case, request).result.number for _ in range(5)]

    with ThreadPoolExecutor(4) as threads:
        numbers = [number for five in threads.map(register_five, offices) for number in five]
    for each in offices:
        each.close()
    assert len(set(numbers)) == 20
    assert sorted(number.split("-")[1] for number in numbers) == [f"{n:03}" for n in range(1, 21)]
