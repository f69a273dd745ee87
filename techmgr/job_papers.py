"""The year of the sample office on paper and in pictures: what `make run` does where nobody looks."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from fractions import Fraction
from pathlib import Path

from techmgr import records, sample, schema
from techmgr.agreements.actions import (
    AgreementFields,
    DraftAgreement,
    SignAgreement,
    TermFields,
    draft_agreement,
    sign_agreement,
)
from techmgr.agreements.papers import write_licence
from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.disclosure.actions_paper import TakeInForm, take_in_form
from techmgr.disclosure.actions_review import AcceptDisclosure, accept_disclosure
from techmgr.disclosure.paper_form import blank_form
from techmgr.documents import workbook
from techmgr.documents.filled_form import read_form
from techmgr.ledger.actions import record_receipt
from techmgr.ledger.receiving import RecordReceipt
from techmgr.office.queries import settings_on
from techmgr.patents.actions import FileRight, RightFields, file_right
from techmgr.people.queries import find_organisations
from techmgr.reports.paper import write_pdf
from techmgr.reports.queries import build
from techmgr.reports.schemes import scheme_named
from techmgr.reports.workbook import write_workbook
from techmgr.royalty.actions import DraftRun, RunRequest, approve_run, draft_run, post_run
from techmgr.royalty.paper_files import write_statements
from techmgr.storage import files
from techmgr.storage.office import Office

assert records.__all__, "every record is known before an office is opened"

OFFICER = "Ines Moreau"
WHOLE = Fraction(1)
Progress = Callable[[int, int], None]

# What the inventors wrote into the form (invented).
_ANSWERS = {
    "title": "Self-calibrating virtual sensor for air flow",
    "summary": "An estimate that corrects itself in flight replaces a physical probe.",
    "inventor_1_name": "Yuki Tanaka",
    "inventor_1_employer": "Aerospace Engineering",
    "inventor_1_position": "Professor",
    "inventor_1_share": "60 %",
    "inventor_2_name": "王海霞",
    "inventor_2_employer": "Aerospace Engineering",
    "inventor_2_share": "40 %",
    "award_1_number": "80NSSC-0023",
    "award_1_sponsor": "National Aeronautics and Space Administration",
}

# What the contract says and no record holds; an officer fills these in on the page (invented).
_BLANKS = {
    "licensor_description": "a university",
    "licensor_address": "1 College Walk, Halden",
    "licensee_description": "a corporation",
    "licensee_address": "14 Hangar Road, Brightwater",
    "licensee_contact": "Head of Licensing",
    "patent_costs": "all patent costs that University pays from the Effective Date on",
    "exchange_rate_source": "the Federal Reserve Bank of New York",
    "interest_rate": "6 %",
    "insurance": "USD 2,000,000 for each event",
    "governing_law": "the State of New York",
    "licensor_signatory": "Ines Moreau",
    "licensor_signatory_title": "Technology manager",
    "licensee_signatory": "R. Vantor",
    "licensee_signatory_title": "Chief executive",
}


def year_end(folder: Path, place: Path, today: date, progress: Progress) -> Iterator[Path]:
    """Build the sample office anew, do its year-end, and yield each file that was written."""
    files.remove(place)
    sample.build(str(place), today, progress=progress)
    yield place
    with closing(schema.open_office(str(place), officer=OFFICER)) as office:
        office.fixed_today = today
        form, case_id = _disclosure(office, folder)
        yield form
        yield _licence(office, folder, case_id)
        yield from _distribution(office, folder)
        yield from _reports(office, folder)
    # Imported last: the documents need no window.
    from techmgr.job_pictures import pictures  # noqa: PLC0415 - as above

    yield from pictures(folder, place, today)


def _disclosure(office: Office, folder: Path) -> tuple[Path, int]:
    """Send the form out, have it filled in, read it back, accept it, file on it."""
    path = folder / "disclosure form.xlsx"
    workbook.write(blank_form("Halden office (invented)"), path)
    form = read_form(path)
    request = TakeInForm(form.form, {**form.values, **_ANSWERS}, office.today, manager_id=1)
    received = office.act(take_in_form, request).result
    office.act(accept_disclosure, AcceptDisclosure(received.disclosure_id, None))
    fields = RightFields(
        "provisional",
        "US",
        _ANSWERS["title"],
        ((received.case_id, WHOLE),),
        office.today,
        "63/900,001",
    )
    office.act(file_right, FileRight(fields))
    return path, received.case_id


def _licence(office: Office, folder: Path, case_id: int) -> Path:
    """License it, take the up-front fee in, and write the contract."""
    company = office.read(find_organisations, "Vantor")[0].id
    day = office.today
    fields = AgreementFields(
        "licence",
        "Licence to the virtual sensor",
        (company,),
        ((case_id, WHOLE),),
        "non_exclusive",
        "Air data systems",
        "World",
        day,
        day.replace(year=day.year + 10),
        1,
        (
            TermFields("issue_fee", "4.1", Money(2_500_000, "USD")),
            TermFields(
                "royalty", "4.2", rate=Fraction(4, 100), periodic="quarterly", days_after=45
            ),
            TermFields("minimum", "4.3", Money(1_000_000, "USD"), periodic="yearly", days_after=30),
            TermFields("report", "5.1", periodic="quarterly", days_after=45),
        ),
    )
    drafted = office.act(draft_agreement, DraftAgreement(fields)).result
    office.act(sign_agreement, SignAgreement(drafted.id, None, day))
    receipt = RecordReceipt(
        day,
        Money(2_500_000, "USD"),
        "up_front",
        "USD",
        ((case_id, WHOLE),),
        company,
        Reference("agreement", drafted.id),
        memo="Invented for the sample",
    )
    office.act(record_receipt, receipt)
    return write_licence(office, drafted.id, folder, _BLANKS)


def _distribution(office: Office, folder: Path) -> Iterator[Path]:
    """Share out the last fiscal year: draft, approve, post; a statement for every payee."""
    month, day = office.read(settings_on, office.today).fiscal_year_end
    through = date(office.today.year, month, day)
    if through >= office.today:
        through = through.replace(year=through.year - 1)
    run = office.act(draft_run, DraftRun(through)).result
    office.act(approve_run, RunRequest(run.id))
    office.act(post_run, RunRequest(run.id))
    statements = folder / f"distribution {run.number}"
    statements.mkdir(exist_ok=True)
    yield from write_statements(office, run.id, statements)


def _reports(office: Office, folder: Path) -> Iterator[Path]:
    month, day = office.read(settings_on, office.today).fiscal_year_end
    year = office.today.year - (date(office.today.year, month, day) >= office.today)
    report = office.read(build, scheme_named("autm"), year)
    path = folder / f"annual report {year}"
    yield write_workbook(report, path.with_name(path.name + ".xlsx"), "en")
    yield write_pdf(report, path.with_name(path.name + ".pdf"), office.today, "en")
