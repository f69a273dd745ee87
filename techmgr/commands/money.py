"""Commands on money: policy explain, distribute, report."""

import argparse
import sys
from datetime import date
from typing import Any

from techmgr.commands.output import show_json
from techmgr.core.money import Money
from techmgr.royalty import explaining
from techmgr.royalty.event import Result
from techmgr.royalty.explain import Node
from techmgr.royalty.policy import Counts


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands of this module."""
    policies = commands.add_parser("policy", help="what a revenue policy makes of an amount")
    kinds = policies.add_subparsers(metavar="KIND", required=True)
    explain = kinds.add_parser("explain", parents=[shared], help="explain a split step by step")
    explain.add_argument("name", metavar="NAME|FILE.toml", help="a shipped policy or a file")
    amount = explain.add_mutually_exclusive_group(required=True)
    amount.add_argument("--gross", default="", metavar="AMOUNT")
    amount.add_argument("--net", default="", metavar="AMOUNT")
    explain.add_argument("--expenses", default="", metavar="AMOUNT", help="not yet recovered")
    explain.add_argument("--prior", default="", metavar="AMOUNT", help="net of earlier events")
    explain.add_argument(
        "--on", type=date.fromisoformat, metavar="DATE", help="the policy in force then"
    )
    explain.add_argument("--choose", action="append", default=[], metavar="PARTY=SHARE")
    explain.set_defaults(run=_explain)


def _explain(asked: argparse.Namespace) -> None:
    result = explaining.ask(
        asked.name,
        asked.on or asked.today or date.today(),  # noqa: DTZ011 - the day of whoever asks, here
        gross=asked.gross,
        net=asked.net,
        expenses=asked.expenses,
        prior=asked.prior,
        choose=tuple(asked.choose),
    )
    if asked.json:
        show_json([_party(result, name, minor) for name, minor in result.parties.items()])
    else:
        sys.stdout.write(explaining.printed(result) + "\n")


def _party(result: Result, name: str, minor: int) -> dict[str, object]:
    return {"party": name, "label": _label(result.tree, name), "amount": _amount(result, minor)}


def _amount(result: Result, minor: int) -> object:
    return minor if result.policy.counts is Counts.SHARES else Money(minor, result.event.currency)


def _label(tree: Node, party: str) -> str:
    found = (node.label for _, node in tree.walk() if node.recipient == party)
    return str(next(found, party))
