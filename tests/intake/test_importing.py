"""A file becomes records in one action: found again, never doubled, taken back whole."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from techmgr.core.errors import UserError
from techmgr.intake.actions import (
    ForgetProfile,
    ImportRows,
    SaveProfile,
    forget_profile,
    import_rows,
    save_profile,
)
from techmgr.intake.columns import DatesUndecided
from techmgr.intake.dates import DateOrder
from techmgr.intake.mapping import Profile, matched
from techmgr.intake.model import ImportedText, ImportRun
from techmgr.intake.queries import dry_run, profile_named, profiles_of, runs, target_of
from techmgr.intake.reading import read
from techmgr.intake.shipped import shipped_profiles
from techmgr.intake.summary import counted, sentences
from techmgr.office.actions import SetSettings, set_settings
from techmgr.patents.model import Right, RightCase
from techmgr.people.model import Organisation, Person
from techmgr.storage import search
from techmgr.storage.triggers import audited_tables
from techmgr.technology.actions import CaseFields, EditCase, edit_case
from techmgr.technology.model import Case, CaseStep

DATA = Path(__file__).parents[1] / "data"


class Files:
    """Imports into one office, from files written on the spot or from tests/data."""

    def __init__(self, office, folder):
        self.office, self.folder = office, folder

    def write(self, content, name="portfolio.csv"):
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return path

    def try_out(self, path, word="cases", **settled):
        table = read(path)
        columns = matched(table.columns, self.office.read(target_of, word))
        profile = Profile(settled.pop("name", ""), word, columns, **settled)
        return profile, self.office.read(dry_run, table, profile, self.office.today)

    def take(self, content, word="cases", *, theirs=(), progress=None, **settled):
        path = content if isinstance(content, Path) else self.write(content)
        profile, trial = self.try_out(path, word, **settled)
        request = ImportRows(profile, trial.file, path.name, "0" * 64, frozenset(theirs))
        return self.office.act(import_rows, request, progress=progress)

    def one(self, statement):
        return self.office.read(lambda session: session.scalar(statement))

    def all(self, statement):
        return self.office.read(lambda session: [tuple(row) for row in session.execute(statement)])

    def count(self, record):
        return self.one(select(func.count()).select_from(record))

    def everything(self):
        def rows(session):
            tables = audited_tables(session.connection())
            return {
                table: session.execute(text(f'SELECT count(*) FROM "{table}"')).scalar()
                for table in (*tables, "search_entry")
            }

        return self.office.read(rows)


@pytest.fixture
def files(office, tmp_path):
    return Files(office, tmp_path)


def test_the_portfolio_of_2015_becomes_cases_and_rights(files):
    before = files.everything()
    _, trial = files.try_out(DATA / "nasa-patents.csv")
    told = [str(each) for each in sentences(trial.run, trial.file, trial.target)]
    assert told[0] == "1,393 new, 0 changed, 0 the same."
    assert "457 rows have no value for Patent number." in told
    assert "350 rows have no value for Expiry date." in told
    assert Counter(each.field for each in trial.run.questions) == {"expires": 38, "status": 1}
    assert files.everything() == before, "a dry run writes nothing"

    done = files.take(DATA / "nasa-patents.csv")
    assert (done.result.written, files.count(Case)) == (1393, 1393)
    granted = select(func.count()).select_from(Right).where(Right.grant_number != "")
    assert files.one(granted) == 1393 - 457 - 2  # two numbers stand for two cases each
    assert files.count(ImportedText) == 39
    shares = select(func.sum(RightCase.numerator * 12 / RightCase.denominator)).group_by(
        RightCase.right_id
    )
    assert {row[0] for row in files.all(shares)} == {12}

    again = files.take(DATA / "nasa-patents.csv")
    assert (again.entry, again.result.counts["unchanged"]) == (None, 1393)

    files.office.undo_last()
    assert files.everything() == before


def test_the_catalogue_of_2026_after_the_portfolio(files):
    files.take(DATA / "nasa-patents.csv")
    done = files.take(DATA / "nasa-t2-patents.csv")
    assert (done.result.counts["new"], done.result.counts["twins"]) == (625, 6)
    assert files.take(DATA / "nasa-t2-patents.csv").entry is None
    assert len(files.office.read(runs)) == 2


def test_what_no_field_takes_is_kept_shown_and_searched(files):
    files.take("Case Number,Title,Lab book\nA-1,Laser,Notebook 17 quarzlampe\n")
    case_id = files.one(select(Case.id))
    assert files.all(select(ImportedText.subject, ImportedText.column, ImportedText.text)) == [
        (f"technology:{case_id}", "Lab book", "Notebook 17 quarzlampe")
    ]
    (hit,) = files.office.read(search.find, "quarzl")
    assert hit.reference.id == case_id
    files.take("Case Number,Title,Lab book\nA-1,Laser,Notebook 18\n")
    assert files.all(select(ImportedText.text)) == [("Notebook 18",)]


def test_a_right_is_found_again_by_its_number(files):
    files.take('Case Number,Title,Application SN,Status\nA-1,Laser,"13/033,085",Application\n')
    assert files.all(select(Right.application_number, Right.grant_number)) == [("13/033,085", "")]
    files.take(
        "Case Number,Application SN,Patent Number,Patent Expiration Date\n"
        'A-1,13/033085,"9,000,001",12/31/2034\n'
    )
    assert files.all(select(Right.bare_numbers, Right.grant_number, Right.expires)) == [
        ("9000001 13033085", "9000001", date(2034, 12, 31))
    ]
    files.take("Case Number,Title,Patent Number\nA-2,Laser II,9000001\n")
    assert files.count(Right) == 1
    assert files.all(select(RightCase.numerator, RightCase.denominator)) == [(1, 2), (1, 2)]


def test_steps_follow_from_what_a_row_tells(files):
    files.take(
        "Case Number,Title,Patent Number,Expires on,Status,Inventors\n"
        "A-1,Laser,9000001,2034-01-31,Licensed,Ada Okafor 60 %; Tom Reed 40 %\n"
        "A-2,Valve,9000002,2001-01-31,,\n"
    )
    steps = select(Case.number, CaseStep.step, CaseStep.state).join(
        Case, Case.id == CaseStep.case_id
    )
    assert sorted(files.all(steps)) == [
        ("A-1", 1, "done"),
        ("A-1", 2, "active"),
        ("A-1", 4, "active"),
        ("A-1", 6, "active"),
        ("A-2", 2, "active"),
        ("A-2", 4, "done"),
    ]


def test_conflicts_keep_ours_unless_theirs_is_taken(files):
    files.take("Case Number,Title\nA-1,Laser\n")
    case_id = files.one(select(Case.id))
    files.office.act(edit_case, EditCase(case_id, None, CaseFields("Our laser")))
    _, trial = files.try_out(files.write("Case Number,Title\nA-1,Their laser\n"))
    assert counted(trial.run)["conflicts"] == 1
    files.take("Case Number,Title\nA-1,Their laser\n")
    assert files.one(select(Case.title)) == "Our laser"
    files.take("Case Number,Title\nA-1,Third laser\n", theirs={(2, "title")})
    assert files.one(select(Case.title)) == "Third laser"


def test_an_empty_cell_blanks_nothing_unless_asked(files):
    files.take("Case Number,Title,Keywords\nA-1,Laser,light\n")
    files.take("Case Number,Title,Keywords\nA-1,Laser,\n")
    assert files.one(select(Case.keywords)) == "light"
    files.take("Case Number,Title,Keywords\nA-1,Laser,\n", blank_empties=True)
    assert files.one(select(Case.keywords)) == ""


def test_centres_and_departments_are_registered_once(files):
    files.take(
        "Case Number,Title,Center,Department\n"
        "A-1,Laser,Ames,Physics\nA-2,Valve,ames,physics\nA-3,Pump,AMES,\n"
    )
    names = select(Organisation.name, Organisation.kind).where(Organisation.parent_id == 1)
    assert sorted(files.all(names)) == [("Ames", "centre"), ("Physics", "department")]


def test_a_file_with_a_foreign_number_only_gets_the_offices_numbers(files):
    content = "Old number,Title\nX/1,Laser\nX/2,Valve\n"
    files.take(content)
    assert files.all(select(Case.number, Case.foreign_number).order_by(Case.id)) == [
        ("26-001", "X/1"),
        ("26-002", "X/2"),
    ]
    assert files.take(content).entry is None


def test_inventors_shares_must_make_one(files):
    content = "Case Number,Title,Inventors\nA-1,Laser,Ada 60 %; Tom 39 %\nA-2,Valve,60 + 40\n"
    done = files.take(content)
    assert (done.result.counts["refused"], done.result.counts["new"]) == (1, 1)
    assert files.count(Person) == 1, "shares without names register nobody"
    assert files.all(select(ImportedText.column)) == [("Shares without names",)]


def test_people_are_told_apart_by_name_and_address(files):
    content = (
        "Full name,E-mail,Employer\nAda Okafor,ada@a.example,Physics\nAda Okafor,ada@b.example,\n"
    )
    files.take(content, "people")
    assert files.count(Person) == 3
    assert files.take(content, "people").entry is None
    files.take("Full name,Phone\nAda Okafor,123\n", "people")
    assert files.count(Person) == 3


def test_organisations_by_name_country_and_domain(files):
    content = (
        "name,alpha_two_code,domains\nHalden University,NO,\nNorrland AB,SE,norrland.example\n"
        "Norrland AB,FI,norrland.example\n"
    )
    files.take(content, "organisations")
    assert sorted(files.all(select(Organisation.name, Organisation.country)))[-2:] == [
        ("Norrland AB", "FI"),
        ("Norrland AB", "SE"),
    ]
    assert files.take(content, "organisations").entry is None


def test_dates_that_can_be_read_two_ways_are_asked_about(files):
    path = files.write("Case Number,Received\nA-1,03/04/2015\n")
    with pytest.raises(DatesUndecided, match="--dates dmy or --dates mdy"):
        files.try_out(path)
    files.take(path, date_order=DateOrder.DMY)
    assert files.one(select(Case.received)) == date(2015, 4, 3)


def test_cancelling_writes_nothing(files):
    before = files.everything()

    def stop(_done, _all):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        files.take("Case Number,Title\nA-1,Laser\n", progress=stop)
    assert files.everything() == before


def test_progress_ends_at_the_rows_written(files):
    told = []
    files.take("Case Number,Title\nA-1,a\nA-2,b\n", progress=lambda *each: told.append(each))
    assert told[-1] == (2, 2)


def test_undo_is_refused_once_somebody_built_on_it(files):
    files.take("Case Number,Title\nA-1,Laser\n")
    case_id = files.one(select(Case.id))
    run = files.one(select(func.max(ImportRun.id)))
    files.office.act(edit_case, EditCase(case_id, None, CaseFields("Our laser")))
    files.office.undo_last()
    files.office.undo_last()
    assert (files.count(Case), files.count(ImportRun), run) == (0, 0, 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("Case Number,Title\nA-1,a\nA-1,b\n", "Used more than once in the file, in rows 2, 3"),
        ("Case Number,Title\n,a\n", "The row has no Case number"),
        ("Case Number,Inventors\nA-1,Ada 60 %; Tom 39 %\n", "The shares make 99"),
    ],
)
def test_a_row_is_refused_for_who_it_is(files, content, sentence):
    _, trial = files.try_out(files.write(content))
    assert str(trial.run.refused[0].sentence).startswith(sentence)
    assert not trial.run.new


def test_text_that_looks_like_a_formula_or_a_path_stays_text(files):
    files.take("Case Number,Title\nA-1,=1+1\nA-2,../../etc/passwd\n")
    assert files.all(select(Case.title).order_by(Case.id)) == [("=1+1",), ("../../etc/passwd",)]


def test_a_date_in_the_year_0202_is_questioned(files):
    _, trial = files.try_out(files.write("Case Number,Received\nA-1,0202-03-04\n"))
    (question,) = trial.run.questions
    assert (question.field, question.text) == ("received", "0202-03-04")


def test_profiles_are_kept_by_name(files):
    office = files.office
    office.act(save_profile, SaveProfile(Profile(" Old  system ", "cases", {"No": "number"})))
    office.act(save_profile, SaveProfile(Profile("Old system", "cases", {"Nr": "number"})))
    assert [each.columns for each in office.read(profiles_of, "cases")] == [{"Nr": "number"}]
    office.act(forget_profile, ForgetProfile("cases", "Old system"))
    assert office.read(profile_named, "cases", "Old system") is None
    with pytest.raises(UserError, match="There is no profile"):
        office.act(forget_profile, ForgetProfile("cases", "Old system"))
    with pytest.raises(UserError, match="Give the profile a name"):
        office.act(save_profile, SaveProfile(Profile(" ", "cases")))


def test_shipped_profiles_name_fields_that_are_there(files):
    for word in ("cases", "organisations"):
        keys = set(files.office.read(target_of, word).by_key())
        profiles = shipped_profiles(word)
        assert profiles
        for each in profiles:
            assert set(each.columns.values()) <= keys


def test_the_country_of_the_office_is_that_of_a_bare_number(files):
    files.office.act(set_settings, SetSettings({"country": "JP"}, date(2026, 1, 1)))
    files.take("Case Number,Title,Patent Number\nA-1,a,7000001\nA-2,b,EP1234567\n")
    assert files.all(select(Right.country).order_by(Right.id)) == [("JP",), ("EP",)]


def test_ten_thousand_organisations_as_json(files):
    rows = [{"name": f"University {n}", "alpha_two_code": "SE"} for n in range(2_000)]
    path = files.write(json.dumps(rows), "list.json")
    assert files.take(path, "organisations").result.written == 2_000
    assert files.take(path, "organisations").entry is None
