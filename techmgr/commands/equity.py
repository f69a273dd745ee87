"""The command on shares: the register of what the university holds on a day."""

import argparse
from typing import Any

from techmgr.commands.output import show_rows
from techmgr.commands.places import day, opened
from techmgr.equity.papers import per_cent
from techmgr.equity.queries import RegisterRow
from techmgr.equity.queries import register as register_of_shares


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the command of this module."""
    equity = commands.add_parser(
        "equity", parents=[shared], help="the certificates the university holds on a day"
    )
    equity.add_argument("path", metavar="PATH")
    equity.add_argument("--on", type=day, metavar="DATE", help="in force then")
    equity.set_defaults(run=_equity)


def _equity(asked: argparse.Namespace) -> None:
    with opened(asked, read_only=True) as office:
        rows = office.read(register_of_shares, asked.on or office.today)
    shown = [_row(row, exact=asked.json) for row in rows]
    show_rows(shown, as_json=asked.json, empty="No shares are held.")


def _row(row: RegisterRow, *, exact: bool) -> dict[str, Any]:
    return {
        "company": row.company,
        "class": row.share_class,
        "certificate": row.certificate,
        "holder": row.holder,
        "shares": row.shares,
        "fully_diluted": row.part if exact else per_cent(row.part),
        "cost": row.cost,
        "value": row.value,
        "state": row.state,
        "locked_until": row.locked_until,
        "agreement": row.agreement,
    }
