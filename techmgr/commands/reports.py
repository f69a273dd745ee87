"""The command of reports: a scheme counted for a fiscal year, as workbook, PDF or JSON."""

import argparse
import sys
from pathlib import Path
from typing import Any

from techmgr import records
from techmgr.commands.output import show_json
from techmgr.commands.places import opened
from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.core.texts import say, words
from techmgr.reports.counting import Figure, Report
from techmgr.reports.paper import write_pdf
from techmgr.reports.queries import build, year_of
from techmgr.reports.schemes import scheme_named
from techmgr.reports.workbook import write_workbook

assert records.__all__, "every record is known before an office is opened"


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the command of this module."""
    command = commands.add_parser("report", parents=[shared], help="count an annual report")
    command.add_argument("path", metavar="PATH", help="an office file or a database's address")
    command.add_argument("scheme", metavar="SCHEME", help="autm, hebci")
    command.add_argument("--year", type=int, help="the fiscal year, by the year in which it ends")
    command.add_argument("--out", type=Path, metavar="FILE.xlsx|FILE.pdf")
    command.add_argument("--language", choices=("en", "zh_CN"), default="en")
    command.set_defaults(run=_report)


def _report(asked: argparse.Namespace) -> None:
    if asked.out is not None and asked.out.suffix.lower() not in (".xlsx", ".pdf"):
        raise UserError(say("“{name}” must end in .xlsx or .pdf.", name=asked.out.name))
    scheme = scheme_named(asked.scheme)
    with opened(asked, read_only=True) as office:
        year = asked.year
        if year is None:
            year = office.read(year_of, scheme, office.today)
        report = office.read(build, scheme, year)
        if asked.out is not None and asked.out.suffix.lower() == ".xlsx":
            write_workbook(report, asked.out, asked.language)
        elif asked.out is not None:
            write_pdf(report, asked.out, office.today, asked.language)
    _show(asked, report)


def _show(asked: argparse.Namespace, report: Report) -> None:
    if asked.json:
        show_json([_row(report, each) for each in report.figures])
        return
    label = words(report.scheme.label, asked.language)
    sys.stdout.write(f"{label}, {report.first} to {report.last}\n")
    for each in report.figures:
        indent = "  " if each.rule.part_of else ""
        name = indent + words(each.rule.label, asked.language)
        value = _value(report, each)
        shown = f"{value.decimal:,}" if isinstance(value, Money) else f"{value:,}"
        sys.stdout.write(f"{name:44} {shown:>16}   {len(each.left_out)} left out\n")


def _value(report: Report, figure: Figure) -> Money | int:
    return Money(figure.value, report.currency) if figure.rule.is_money else figure.value


def _row(report: Report, figure: Figure) -> dict[str, Any]:
    return {
        "figure": figure.rule.code,
        "item": figure.rule.item,
        "label": str(figure.rule.label),
        "value": _value(report, figure),
        "counted": [str(each.reference) for each in figure.counted],
        "left_out": [
            {"record": str(each.record.reference), "reason": str(each.reason)}
            for each in figure.left_out
        ],
    }
