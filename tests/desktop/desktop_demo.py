"""A window with two pages of invented content, composed the way the program composes its own."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.desktop.choices import Choice
from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.facts import Computed, Panel
from techmgr.desktop.fields import DateField, LongText, ShareField, TextField
from techmgr.desktop.filters import Chip, FilterField, View, ViewBar
from techmgr.desktop.forms import Form
from techmgr.desktop.models import PagedModel, Source
from techmgr.desktop.navigation import SavedView
from techmgr.desktop.pages import Command, Key, Page, PageKind, Place
from techmgr.desktop.palette import Hit, Maker
from techmgr.desktop.rows import RowColumn, RowsField
from techmgr.desktop.sections import SectionList
from techmgr.desktop.shell import Shell
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.desktop.strip import Step, StepStrip
from techmgr.desktop.tables import Table
from techmgr.desktop.widgets import Button, column, label, line, row

TODAY = date(2026, 9, 14)
STATES = list(State)
TITLES = (
    "Self-Calibrating Virtual Sensor",
    "Lightweight Fiber Optic Sensors for Real-Time Monitoring of Structural Health",
    "Sensing Magnetic Fields",
    "Infrasound Sensor Technology",
    "用于心脏筛查的全频谱次声听诊器",
)


@dataclass(frozen=True)
class Thing:
    id: int
    number: str
    title: str
    owner: str
    steps: tuple[State, ...]
    state: Marked
    day: date | None
    what: str
    income: Money | None


def thing(place: int) -> Thing:
    reached = place % 8
    steps = [State.DONE] * reached + [State.ACTIVE] + [State.NOT_STARTED] * (8 - reached)
    if place % 5 == 2:
        steps[reached] = State.OVERDUE
    return Thing(
        place,
        f"{26 - place % 12:02}-{place % 1000:03}",
        TITLES[place % len(TITLES)],
        ("Ines Moreau", "Priya Nair", "Tomas Aalto")[place % 3],
        tuple(steps),
        Marked(STATES[place % 9], "In assessment"),
        date(2026, 9, 15 + place % 15),
        "Report to agency",
        Money(123_456 * place, "USD") if place % 3 else None,
    )


def columns() -> list[Column]:
    return [
        Column("number", "Number", width=66),
        Column("title", "Title", stretch=True),
        Column("owner", "Mgr", Kind.PERSON, width=38, initials=True, gives_up=4),
        Column("steps", "Steps", Kind.STRIP, sortable=False),
        Column("state", "State", Kind.STATE, gives_up=3),
        Column(
            "day",
            "Next date",
            Kind.DATE,
            tone=lambda r: "warn_text" if r.day.day < 19 else "",
            strong=lambda r: r.day.day < 19,
        ),
        Column("what", "What", secondary=True, gives_up=2),
        Column("income", "FY 2026 income", Kind.MONEY, computed=True),
    ]


class Things(Page):
    def __init__(self, window, count: int) -> None:
        super().__init__(window)
        model = PagedModel(columns(), window.jobs, identity=lambda r: r.id)
        self.table = Table(model, name="Things")
        self.table.opened.connect(lambda r: window.go(Place("thing", Reference("thing", r.id + 1))))
        self.table.current_changed.connect(self._preview)
        model.counted.connect(self._counted)
        self._count = 0
        self._panel = Panel()
        self.views = ViewBar()
        self.views.show_views(
            [
                View("open", "All open", count),
                View("mine", "Mine", 62),
                View("new", "New this month", 5),
            ],
            "open",
        )
        self.filter = FilterField("Filter")
        self.table.driven_by(self.filter)
        chips = [
            Chip("Open", on=True),
            Chip("Disclosed since 2015", on=True),
            Chip("Filter", adds=True),
        ]
        title = row(label("Things", "title"), 10, self.views, None, margins=(16, 12, 16, 0))
        tools = row(
            self.filter,
            *chips,
            None,
            Button("Columns", icon="columns-3", small=True),
            Button("Export", icon="download", small=True),
            margins=(16, 8, 16, 10),
        )
        head = column(title, tools)
        self.setLayout(column(head, line(), self.table))
        self.setFocusProxy(self.table)
        self.source = Source(
            lambda offset, limit, order: [
                thing(n) for n in range(offset, min(offset + limit, count))
            ],
            lambda: count,
        )
        model.show(self.source)
        self.table.search("sens 听诊")

    def _preview(self, shown) -> None:
        self._panel.clear()
        if shown is None:
            return
        head = self._panel.part()
        head.say(f"{shown.number}  In assessment", "small")
        head.say(shown.title, "lead", "")
        text = self._panel.part()
        text.say("A lightweight, robust fibre optic system.")
        facts = self._panel.part()
        facts.fact("Manager", shown.owner)
        facts.fact("Funding", "none reported")
        money = self._panel.part("Money so far", "USD")
        money.fact("Received", Computed("686,500.00", lambda: None, strong=True))
        money.fact("Office fee 15\u202f%", Computed("\u2212102,975.00", lambda: None))
        due = self._panel.part("Due", "next of 11")
        due.due(
            State.OVERDUE,
            "Ask Auscura for 8,775.98",
            "6 days late",
            "Variance Q2 2026, asked by 8 Sep",
            lambda: None,
        )
        due.due(
            State.PLANNED,
            "Insurance certificate",
            "Thu 1 Oct",
            "L-0087 § 9.2, yearly",
            lambda: None,
        )

    def _counted(self, count: int) -> None:
        self.filter.show_count(count)
        self._count = count
        self.status_changed.emit()

    def side(self):
        return self._panel

    def status(self) -> str:
        return f"<b>{self._count:,}</b> of {self._count:,} &nbsp; filtered in 11 ms"

    def keys(self):
        return [Key("/", "filter"), Key("J K", "move"), Key("X", "select"), Key("Enter", "open")]

    def commands(self):
        return [
            Command(
                "note", "Add note", lambda: self.window_.notice("Note added."), "N", "notebook-pen"
            )
        ]


class OneThing(Page):
    def __init__(self, window) -> None:
        super().__init__(window)
        self.form = Form()
        self.form.section("title", "Title and summary")
        self.form.add(TextField(name="title", title="Title", required=True))
        self.form.add(LongText(name="summary", title="Short description", most=1000))
        self.form.add(
            DateField(name="received", title="Received"),
            Choice([("me", "Mechanical Engineering")], name="unit", title="Department"),
        )
        self.form.section("people", "Inventors")
        self.form.add(
            RowsField(
                [
                    RowColumn("name", "Inventor", TextField, stretch=2),
                    RowColumn("share", "Contribution", ShareField, width=90, right=True),
                ],
                name="people", add="Add inventor", add_key="Alt+A", total=_total,
            )
        )  # fmt: skip
        self.form.set_values({"title": TITLES[0], "received": date(2026, 7, 17), "unit": "me"})
        self.form.fields["people"].set_value(
            [
                {"name": "Yuki Tanaka", "share": Fraction(3, 5)},
                {"name": "Greta Lind", "share": Fraction(2, 5)},
            ]
        )
        self.form.settle()
        names = (
            "Disclosure",
            "Docketing",
            "Assessment",
            "Protection",
            "Marketing",
            "Monitoring",
            "Distribution",
            "Equity",
            "Amendment",
        )
        self.strip = StepStrip(
            [
                Step(name, STATES[n], STATES[n].replace("_", " "), "Sep 2026", "Ines Moreau")
                for n, name in enumerate(names)
            ],
            current=5,
        )
        strip = column(self.strip, margins=(16, 16, 16, 8))
        self.setLayout(column(strip, row(SectionList(self.form), self.form, gap=0)))

    def open(self, place: Place) -> None:
        super().open(place)
        self.title_changed.emit()

    def title(self) -> str:
        return thing(self.place.reference.id - 1).number

    def leave_allowed(self) -> bool:
        return not self.form.is_dirty


def _total(rows):
    shares = sum((each["share"] or Fraction(0) for each in rows), Fraction(0))
    return "share", showing.share(shares), "ok_text" if shares == 1 else "danger_text"


def demo(jobs, count: int = 348) -> Shell:
    showing.today = TODAY
    shell = Shell(jobs)
    shell.navigation.set_office("Halden University", "halden.techmgr")
    shell.navigation.set_officer("Ines Moreau", "Technology manager")
    shell.register(PageKind("today", "Today", "sun", lambda w: Things(w, 0), "T"))
    shell.register(PageKind("things", "Things", "folder-open", lambda w: Things(w, count), "C"))
    shell.register(PageKind("dates", "Deadlines", "calendar-clock", lambda w: Things(w, 3), "D"))
    shell.register(
        PageKind("thing", "Thing", "folder-open", OneThing, under="things", navigation=False)
    )
    shell.navigation.set_count("things", count)
    shell.navigation.set_count("dates", 3, late=True)
    shell.navigation.set_views(
        [SavedView("My open things", Place("things", extra={"view": 1}), 62)]
    )
    shell.set_new(
        [Command("new_thing", "New thing", lambda: shell.go(Place("thing", Reference("thing", 1))))]
    )
    shell.status.show_saved("Saved 09:41")
    shell.finder.find_records = lambda words: [
        Hit(each.title, each.number, "Thing", "folder-open", Place("thing", Reference("thing", each.id + 1)),
            (Command("amend", f"Amend {each.number}", lambda: None, "M"),))
        for each in map(thing, range(6))
        if words.casefold() in each.title.casefold()
    ]  # fmt: skip
    shell.finder.makers.append(Maker("New thing “{words}”", shell.notice))
    shell.go(Place("things"))
    return shell
