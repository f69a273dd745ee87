"""A statement and reports made by hand, as the royalty and report parts will make them."""

from datetime import date
from fractions import Fraction

import pytest

from techmgr.core.money import Money
from techmgr.documents import content as c
from techmgr.documents.charts import Bars, Part, SplitBar, Waterfall

HALDEN = c.Sender("Halden University", "Technology Transfer Office")


def usd(minor):
    return Money(minor, "USD")


def statement_document():
    parts = [
        Part("Inventors, 33.34\u202f%", 13_336_000, "133,360.00"),
        Part("Department, 24.66\u202f%", 9_864_000, "98,640.00"),
        Part("School, 21.00\u202f%", 8_400_000, "84,000.00"),
        Part("Dean of Research, 21.00\u202f%", 8_400_000, "84,000.00"),
    ]
    blocks = [
        c.Addresses(
            ["Dr. Amara Okafor", "Biomedical Engineering", "Halden University"],
            ["Your reference: payroll no. 20417", "Questions: Ines Moreau, tto@halden.example"],
        ),
        c.Title(
            "Your share of licence income",
            "Fiscal year 2026, case 19-042, Full Spectrum Infrasonic Stethoscope",
        ),
        c.Figure(
            "We pay you",
            usd(5_334_400),
            ["with the salary of October 2026,", "paid on Friday 30 October 2026"],
        ),
        c.NumberedSum(
            c.Heading("From what the company paid to what is shared", "1"),
            [
                c.SumLine(
                    "What Auscura Medical paid, 1 Sep 2025 – 31 Aug 2026",
                    usd(50_000_000),
                    "one milestone and four quarters of royalties",
                ),
                c.SumLine(
                    "Office fee, 15\u202f%",
                    usd(-7_500_000),
                    "pays for the office’s work, policy § 3.1",
                ),
                c.SumLine(
                    "Patent costs not repaid by the licensee",
                    usd(-2_500_000),
                    "five bills, listed overleaf, policy § 3.2",
                ),
            ],
            c.SumLine("Net income of the licence", usd(40_000_000)),
        ),
        c.Heading("Who receives the 400,000.00", "2"),
        c.Chart(
            SplitBar(parts),
            note="Policy § 4.2(a). These shares hold until 3,000,000.00 of net income from this "
            "licence; 400,000.00 so far.",
        ),
        c.Heading("How the inventors share 133,360.00", "3"),
        c.Table(
            [
                c.Column("Inventor"),
                c.Column("Agreed share", c.Kind.SHARE),
                c.Column("USD", c.Kind.MONEY),
            ],
            [
                c.Row(["You, Dr. Amara Okafor", Fraction(2, 5), usd(5_334_400)], c.Mark.MINE),
                c.Row(["Prof. Lukas Brandt", Fraction(7, 20), usd(4_667_600)]),
                c.Row(["Mei-Ling Zhao", Fraction(1, 4), usd(3_334_000)]),
                c.Row(["All inventors", Fraction(1), usd(13_336_000)], c.Mark.TOTAL),
            ],
        ),
        c.Para(
            "Shares as signed by all three inventors on 2 February 2021. No cent was left over "
            "in this run.",
            quiet=True,
        ),
        c.Note(
            "8,775.98 that Auscura Medical still owes for April–June 2026. It will be shared when "
            "it is paid. If something here looks wrong, tell us before 4 November 2026.",
            lead="Not included:",
        ),
        c.PageBreak(),
        c.Heading("Patent costs not repaid"),
        c.Table(
            [c.Column("Date", c.Kind.DAY), c.Column("Bill"), c.Column("USD", c.Kind.MONEY)],
            [
                c.Row([date(2025, 9, day), f"Counsel’s bill {day}", usd(500_000)])
                for day in range(1, 6)
            ]
            + [c.Row(["", "Together", usd(2_500_000)], c.Mark.TOTAL)],
        ),
    ]
    return c.Document(
        run="Run FY 2026",
        title="Your share of licence income",
        number="Statement 2026-0147",
        day=date(2026, 10, 5),
        blocks=blocks,
        sender=HALDEN,
        foot="Revenue sharing policy of 1 September 2018, chosen by the disclosure date 14 March 2019",
    )


def report_document():
    income = [("2021", 162), ("2022", 188), ("2023", 174), ("2024", 211), ("2025", 229)]
    pattern = [
        [((step * 7 + at * 13) % 90 + 9, (step + at * at) % 6) for at in range(14)]
        for step in range(9)
    ]
    bars = [Part(year, size, f"{size / 100:.2f}") for year, size in [*income, ("2026", 243)]]
    counts = [64, 71, 69, 77, 81, 88]
    received = [Part(str(2021 + at), size, str(size)) for at, size in enumerate(counts)]
    went = [
        Part("Paid to inventors", 43_341_334, "433,413.34"),
        Part("Departments and schools", 58_458_666, "584,586.66"),
        Part("Dean of Research", 28_200_000, "282,000.00"),
    ]
    steps = [
        Part("Received", 161_764_706, "1,617,647.06"),
        Part("Office fee, 15\u202f%", -24_264_706, "−242,647.06"),
        Part("Patent costs", -7_500_000, "−75,000.00"),
        Part("Shared", 130_000_000, "1,300,000.00"),
    ]
    blocks = [
        c.Title("The year on a page"),
        c.KeyFigures(
            [
                c.KeyFigure("88", "disclosures", "+7 on 2025"),
                c.KeyFigure("46", "new patent applications", "+5 on 2025"),
                c.KeyFigure("23", "licences", "−3 on 2025"),
                c.KeyFigure("11", "options", "+2 on 2025"),
                c.KeyFigure("3", "start-ups", "−1 on 2025"),
            ]
        ),
        c.SideBySide(
            [
                [c.Chart(Bars(bars), "Licence income, million USD")],
                [c.Chart(Bars(received), "Disclosures")],
            ]
        ),
        c.SideBySide(
            [
                [
                    c.Chart(
                        SplitBar(went, labelled_inside=False),
                        "Where the shared 1,300,000.00 went",
                        "Net of a 15\u202f% office fee, 242,647.06, and patent costs, 75,000.00.",
                    )
                ],
                [
                    c.NumberedSum(
                        c.Heading("Income and what it rests on"),
                        [
                            c.SumLine("Running royalties", usd(141_822_065)),
                            c.SumLine("All other licence income", usd(101_338_750)),
                        ],
                        c.SumLine("Licence income", usd(243_160_815)),
                    )
                ],
            ]
        ),
        c.Chart(Waterfall(steps, frozenset({3})), "From received to shared"),
        c.Rule(),
        c.Heading("In use"),
        c.Para(
            "Cleared by the FDA on 31 October 2025; 6,777 devices sold in April–June alone.",
            lead="Infrasonic stethoscope",
        ),
        c.Proposal("Proposal", "Reply, and review after the next action"),
        c.Choices(["yes", "no", "later"]),
        c.KeyValues([("Spent", usd(2_148_000)), ("Counsel", "Brandt & Söhne <Patente>")]),
    ]
    return c.Document(
        title="annual report 2026",
        number="Annual report FY 2026",
        day=date(2026, 9, 14),
        blocks=blocks,
        sender=HALDEN,
        foot="Every figure is backed by its list of records, AUTM definitions.",
        cover=c.Cover(
            "From disclosure\nto use",
            ["Annual report, fiscal year 2026", "1 September 2025 to 31 August 2026"],
            pattern,
        ),
    )


def chinese_document():
    """A statement in Chinese with Latin names, numbers and full-width punctuation."""
    cny = [Money(minor, "CNY") for minor in (50_000_000, -7_500_000, 42_500_000)]
    blocks = [
        c.Addresses(
            ["王小明 博士", "生物医学工程系"], ["工号：20417", "联系人：李娜，tto@halden.example"]
        ),
        c.Title("您应得的许可收入份额", "2026财年，项目 19-042，全频谱次声听诊器"),
        c.Figure("我们支付给您", Money(17_000_000, "CNY"), ["随2026年10月工资发放"]),
        c.NumberedSum(
            c.Heading("从企业支付到可分配净额", "1"),
            [
                c.SumLine("Auscura Medical 支付的款项", cny[0], "一次里程碑付款和四个季度的提成费"),
                c.SumLine("办公室管理费，15%", cny[1], "用于办公室的工作，政策第3.1条"),
            ],
            c.SumLine("许可净收入", cny[2]),
        ),
        c.Chart(
            SplitBar([Part("发明人，40%", 40, "170,000.00"), Part("学院，60%", 60, "255,000.00")]),
            "分配比例",
        ),
        c.Table(
            [
                c.Column("发明人"),
                c.Column("约定份额", c.Kind.SHARE),
                c.Column("人民币元", c.Kind.MONEY),
            ],
            [
                c.Row(["王小明（您）", Fraction(2, 5), Money(17_000_000, "CNY")], c.Mark.MINE),
                c.Row(["Lukas Brandt", Fraction(3, 5), Money(25_500_000, "CNY")]),
                c.Row(["合计", Fraction(1), cny[2]], c.Mark.TOTAL),
            ],
        ),
        c.Note(
            "本单据依据2018年9月1日起施行的《收入分配办法》编制，由披露日期2019年3月14日确定适用版本。"
            "如发现“任何问题”，请在2026年11月4日之前告知 Technology Transfer Office，逾期将按本单据支付。",
            lead="说明：",
        ),
    ]
    return c.Document(
        title="许可收入份额",
        number="分配单 2026-0147",
        day=date(2026, 10, 5),
        blocks=blocks,
        sender=c.Sender("哈尔登大学", "技术转移办公室"),
        language="zh_CN",
        foot="收入分配办法，2018年9月1日起施行",
    )


def decision(number, title, question, *, text, proposal, who, states, facts):
    left = [
        c.Heading(title, number),
        c.Heading(question, continues=True),
        c.Para(text),
        c.Proposal("Proposal", proposal),
    ]
    right = [
        c.Para(who, to_right=True),
        c.Steps(states),
        c.KeyValues(facts),
        c.Choices(["yes", "no", "later"]),
    ]
    return c.Together([c.Rule(), c.SideBySide([left, right], shares=[7, 2])])


def meeting_pack_document():
    """Picture 24 in small."""
    done = ["done"] * 3
    one = decision(
        "22-088",
        "Capacitive Pressure Sensor System and Packaging",
        "Reply to the office action, or let it go?",
        text="Reply due Tue 15 Sep, extendable to 15 Dec for a fee. Spent so far 21,480.00; reply about "
        "4,200.00. Nine companies approached, one confidentiality agreement, no offer.",
        proposal="Reply, and review after the next action",
        who="Priya Nair",
        states=[*done, "due_soon", "active", *["not_started"] * 4],
        facts=[("Spent", usd(2_148_000)), ("Next cost", usd(420_000)), ("Income", usd(0))],
    )
    two = decision(
        "19-042",
        "Full Spectrum Infrasonic Stethoscope",
        "Ask for an audit?",
        text="Q2 2026 short by 8,775.98, 12.2 % of the amount due; letter of 25 Aug not answered.",
        proposal="Second letter now; audit notice on 1 October",
        who="Ines Moreau",
        states=[*done, "active", "waiting", "overdue", "planned", "waived", "done"],
        facts=[("Owed", usd(877_598)), ("Income", usd(68_650_000)), ("Shared", usd(40_000_000))],
    )
    figures = [("348", "open cases"), ("41", "in marketing"), ("73", "licensed")]
    blocks = [
        c.Title("Two decisions", "in the order of their dates; amounts in USD"),
        one,
        two,
        c.Rule(),
        c.KeyFigures([c.KeyFigure(value, label) for value, label in figures]),
    ]
    return c.Document(
        title="Weekly meeting",
        number="Meeting pack 2026-37",
        day=date(2026, 9, 14),
        blocks=blocks,
        sender=HALDEN,
        foot="Confidential, for the office only",
        run="Meeting pack",
    )


@pytest.fixture
def meeting_pack():
    return meeting_pack_document()


@pytest.fixture
def statement():
    return statement_document()


@pytest.fixture
def report():
    return report_document()


@pytest.fixture
def chinese():
    return chinese_document()
