"""What stands around an open office: the way on when it does not open, its officer, search, file menu."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog
from sqlalchemy.orm import Session

from techmgr import schema
from techmgr.core import settings
from techmgr.core.errors import UserError
from techmgr.core.texts import Text
from techmgr.desktop.dialogs import AskOfficer, AskPassphrase, Confirm
from techmgr.desktop.notices import StandingNotice
from techmgr.desktop.pages import Command, Place
from techmgr.desktop.palette import Hit
from techmgr.desktop.showing import showing
from techmgr.office.queries import all_words, settings_on
from techmgr.people.queries import PersonDetails, officers
from techmgr.storage import search
from techmgr.storage.check import Finding, check
from techmgr.storage.encryption import set_passphrase
from techmgr.storage.engines import is_server
from techmgr.storage.files import WrongPassphrase
from techmgr.storage.lock import Held
from techmgr.storage.office import Office

if TYPE_CHECKING:
    from techmgr.app import Desk

translate = QCoreApplication.translate

# What search tells of a record is a code of one of these lists.
_LISTS = {"case": "case_status", "organisation": "organisation_kind", "agreement": "agreement_kind"}

# The page that shows each kind of record, its icon, and what the palette calls the kind.
_PAGES = {
    "case": ("case", "folder-open"),
    "disclosure": ("disclosure", "lightbulb"),
    "agreement": ("agreement", "file-pen"),
    "patent": ("patent", "award"),
    "person": ("person", "user"),
    "organisation": ("organisation", "building-2"),
    "equity": ("shares", "coins"),
}


def _kind_words(kind: str) -> str:
    return {
        "case": translate("Opening", "Case"),
        "disclosure": translate("Opening", "Disclosure"),
        "agreement": translate("Opening", "Agreement"),
        "patent": translate("Opening", "Right"),
        "person": translate("Opening", "Person"),
        "organisation": translate("Opening", "Organisation"),
        "equity": translate("Opening", "Equity"),
    }[kind]


# When an office does not open


def way_on(desk: "Desk", place: str, passphrase: str | None, error: UserError) -> None:
    """Say why an office did not open, and offer the way on that there is."""
    if isinstance(error, WrongPassphrase):
        _ask_passphrase(desk, place, showing.words(error) if passphrase else "")
    elif isinstance(error, Held):
        _offer_reading(desk, place, passphrase, error)
    else:
        desk.settings = settings.without_recent(settings.load(), place)
        settings.save(desk.settings)
        desk.shell.refuse(error)


def _ask_passphrase(desk: "Desk", place: str, problem: str) -> None:
    asked = AskPassphrase(desk.shell, Path(place).name, problem=problem)
    asked.accepted.connect(lambda: desk.open(place, asked.passphrase()))
    _show(asked)


def _offer_reading(desk: "Desk", place: str, passphrase: str | None, error: Held) -> None:
    asked = Confirm(
        desk.shell,
        title=translate("Opening", "This office is being written by somebody else"),
        text=showing.words(error),
        do=translate("Opening", "Open for reading"),
        keep=translate("Opening", "Close"),
    )
    asked.accepted.connect(lambda: desk.open(place, passphrase, read_only=True))
    _show(asked)


def _show(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


# When it does


def dress(desk: "Desk", office: Office) -> None:
    """Give the palette its records and the menu its commands."""
    shell = desk.shell
    shell.finder.find_records = partial(_found, desk, office)
    for command in _commands(desk, office):
        command.menu = "file"
        shell.register_command(command)
    desk.jobs.wrote.connect(partial(_look_at_head, desk, office))


def _head(session: Session, today: date) -> tuple[str, list[PersonDetails]]:
    return settings_on(session, today).office_name, officers(session)


def _look_at_head(desk: "Desk", office: Office, result: object) -> None:
    if desk.office is office and {"office_setting", "person"} & set(getattr(result, "tables", ())):
        name = partial(_show_name, desk, office)
        desk.jobs.read(office.read, settings_on, office.today, owner=desk.shell, then=name)


def _show_name(desk: "Desk", office: Office, found: Any) -> None:
    desk.shell.navigation.set_office(found.office_name, _file(office))


def _show_head(desk: "Desk", office: Office, head: tuple[str, list[PersonDetails]]) -> None:
    name, known = head
    desk.shell.navigation.set_office(name, _file(office))
    names = [each.name for each in known]
    by_login = next((each.name for each in known if each.login == office.login), "")
    if is_server(office.address) or office.read_only:
        _show_officer(desk, office, office.officer)
    elif desk.settings.officer in names:
        _show_officer(desk, office, desk.settings.officer)
    elif by_login:
        _show_officer(desk, office, by_login)
    else:
        ask_officer(desk, office, names)


def ask_officer(desk: "Desk", office: Office, names: Sequence[str]) -> None:
    """Ask who works; without an answer the system's login stands beside what is changed."""
    _show_officer(desk, office, office.officer)
    asked = AskOfficer(desk.shell, names, names[0] if names else office.officer)

    def chosen() -> None:
        desk.choose_officer(asked.officer())
        _show_officer(desk, office, asked.officer())

    asked.accepted.connect(chosen)
    _show(asked)


def _show_officer(desk: "Desk", office: Office, name: str) -> None:
    if office.officer != name:
        office.officer = name
        if desk.shell.page is not None:
            desk.shell.page.changed(frozenset())  # what is "mine" is somebody else's now
    role = (
        translate("Opening", "reading only")
        if office.read_only
        else translate("Opening", "Officer")
    )
    desk.shell.navigation.set_officer(name, role)


def _file(office: Office) -> str:
    if is_server(office.address):
        return office.place.rpartition("/")[2]
    name = Path(office.place).name
    return (
        translate("Opening", "{file}, reading only").format(file=name) if office.read_only else name
    )


def greet(desk: "Desk", office: Office) -> None:
    """Show whose office it is and who works, and say above the first page how it is open."""
    head = partial(_show_head, desk, office)
    desk.jobs.read(office.read, _head, office.today, owner=desk.shell, then=head)
    advice = schema.advice(office.address)
    if office.read_only:
        _stand(desk, "info", translate("Opening", "Open for reading: nothing can be changed."))
    elif advice is not None:
        _stand(desk, "warn", showing.words(advice))


def look_after(desk: "Desk", office: Office) -> None:
    """Check the office after an unclean stop, beside the work."""
    if office.was_unclean:
        desk.jobs.aside(
            check, office.address, office.passphrase, owner=desk.shell,
            then=partial(_after_unclean_stop, desk),
        )  # fmt: skip


def _stand(desk: "Desk", tone: str, text: str) -> None:
    desk.shell.stand(StandingNotice(tone, "", text))


def _after_unclean_stop(desk: "Desk", findings: list[Finding]) -> None:
    if findings:
        _show_findings(desk, findings)
    else:
        desk.shell.notice(
            translate(
                "Opening", "The program was stopped last time. The office was checked: it is whole."
            )
        )


# Search


def _found(desk: "Desk", office: Office, words: str) -> list[Hit]:
    kinds = tuple(kind for kind, (page, _) in _PAGES.items() if desk.shell.has(page))
    hits, shown = office.read(_hits_and_words, words, kinds)
    return [
        Hit(
            hit.title,
            shown.get((_LISTS.get(hit.kind, ""), hit.detail), hit.detail.replace("_", " ")),
            _kind_words(hit.kind),
            _PAGES[hit.kind][1],
            _place_of(hit),
        )
        for hit in hits
    ]


def _place_of(hit: search.Hit) -> Place:
    # The form of disclosures is told which one by number.
    page = _PAGES[hit.kind][0]
    is_form = hit.kind == "disclosure"
    return (
        Place(page, extra={"disclosure": hit.reference.id})
        if is_form
        else Place(page, hit.reference)
    )


def _hits_and_words(
    session: Session, words: str, kinds: tuple[str, ...]
) -> tuple[list[search.Hit], Mapping[tuple[str, str], str]]:
    return search.find(session, words, kinds=kinds), all_words(session, showing.language)


# The file menu


def _commands(desk: "Desk", office: Office) -> list[Command]:
    def may_encrypt() -> bool:
        return not office.read_only and not is_server(office.address)

    return [
        Command(
            "back_up", translate("Opening", "Back up…"), partial(_back_up, desk, office), icon="save"
        ),
        Command(
            "check", translate("Opening", "Check the office"), partial(check_office, desk, office),
            icon="shield-check",
        ),
        Command(
            "passphrase", translate("Opening", "Set or change the passphrase…"),
            partial(_ask_new_passphrase, desk, office),
            icon="key-round", enabled=may_encrypt, words="encrypt",
        ),
        Command(
            "officer", translate("Opening", "Work as somebody else…"),
            partial(_work_as, desk, office), icon="user", enabled=may_encrypt,
        ),
        Command(
            "settings", translate("Opening", "Settings"),
            lambda: desk.shell.go(Place("settings")), "Ctrl+,", "settings",
        ),
        Command(
            "close_office", translate("Opening", "Close the office"), desk.close_office,
            icon="log-out",
        ),
    ]  # fmt: skip


def _work_as(desk: "Desk", office: Office) -> None:
    desk.jobs.read(
        office.read, officers, owner=desk.shell,
        then=lambda known: ask_officer(desk, office, [each.name for each in known]),
    )  # fmt: skip


def _back_up(desk: "Desk", office: Office) -> None:
    name = f"{Path(office.place).stem} {office.today.isoformat()}.techmgr"
    target, _ = QFileDialog.getSaveFileName(
        desk.shell, translate("Opening", "Back up"), name, "techmgr (*.techmgr)"
    )
    if target:
        back_up_to(desk, office, Path(target))


def back_up_to(desk: "Desk", office: Office, target: Path) -> None:
    """Copy the office to a new file that passed the full check."""
    said = translate("Opening", "Backed up to {name}. The copy passed the full check.").format(
        name=target.name
    )
    desk.jobs.aside(
        schema.back_up, office.address, target, office.passphrase, owner=desk.shell,
        then=lambda _: desk.shell.notice(said),
    )  # fmt: skip


def check_office(desk: "Desk", office: Office) -> None:
    """Check the whole office beside the work."""
    desk.jobs.aside(
        check, office.address, office.passphrase, owner=desk.shell,
        then=partial(_show_findings, desk),
    )  # fmt: skip


def _show_findings(desk: "Desk", findings: list[Finding]) -> None:
    if not findings:
        desk.shell.notice(translate("Opening", "Checked: the office is whole."))
        return
    words = "\n".join(showing.words(each.text) for each in findings)
    _stand(desk, "danger", words)


def _ask_new_passphrase(desk: "Desk", office: Office) -> None:
    asked = AskPassphrase(desk.shell, Path(office.place).name, twice=True)
    asked.accepted.connect(lambda: encrypt(desk, office, asked.passphrase()))
    _show(asked)


def encrypt(desk: "Desk", office: Office, passphrase: str) -> None:
    """Close the office, give it a passphrase, and open it again."""
    place, old = office.address, office.passphrase
    desk.close_office()

    def again(about: Text) -> None:
        desk.open(place, passphrase)
        desk.shell.notice(showing.words(about))

    def refused(error: UserError) -> None:
        desk.shell.refuse(error)

    desk.jobs.write(
        set_passphrase, Path(place), old, passphrase, office.officer,
        owner=desk.shell, then=again, failed=refused,
    )  # fmt: skip
