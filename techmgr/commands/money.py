"""Commands on money: policy explain, distribute, report."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from techmgr.commands.output import show_json, show_rows
from techmgr.commands.places import day, opened
from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.core.texts import say
from techmgr.royalty import explaining
from techmgr.royalty.actions import DraftRun, RunRequest, draft_run, post_run
from techmgr.royalty.comparing import of_results, summed
from techmgr.royalty.event import Result
from techmgr.royalty.explain import Node
from techmgr.royalty.paper_files import write_papers
from techmgr.royalty.papers import Papers, papers_of
from techmgr.royalty.policy import Counts
from techmgr.royalty.queries import PayeeRow, runs
from techmgr.storage.office import Office


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
    explain.add_argument("--on", type=day, metavar="DATE", help="the policy in force then")
    explain.add_argument(
        "--against", default="", metavar="NAME|FILE.toml", help="the same under another policy"
    )
    explain.add_argument("--choose", action="append", default=[], metavar="PARTY=SHARE")
    explain.set_defaults(run=_explain)
    distribute = commands.add_parser(
        "distribute", parents=[shared], help="write what a distribution would pay, or post it"
    )
    distribute.add_argument("path", metavar="PATH")
    distribute.add_argument(
        "--through", type=day, required=True, metavar="DATE", help="received up to"
    )
    distribute.add_argument(
        "--post", action="store_true", help="post the approved run of that date"
    )
    distribute.add_argument("--out", type=Path, required=True, metavar="DIR")
    distribute.set_defaults(run=_distribute)


def _distribute(asked: argparse.Namespace) -> None:
    """Without --post everything is computed and written, and nothing is kept in the office."""
    with opened(asked) as office:
        papers = _posted(office, asked.through) if asked.post else _rehearsed(office, asked.through)
    written = _written(papers, asked)
    if asked.json:
        show_json([_payee(each) for each in papers.payees])
        return
    show_rows([_payee(each) for each in papers.payees], as_json=False)
    for path in written:
        sys.stdout.write(f"{path}\n")


def _written(papers: Papers, asked: argparse.Namespace) -> list[Path]:
    """Write the papers into the folder: all of them, or none when it is stopped by Ctrl+C."""
    folder: Path = asked.out
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(prefix=".unfinished-", dir=folder) as unfinished:
            made = write_papers(papers, Path(unfinished), _progress(asked))
            return [path.replace(folder / path.name) for path in made]
    except KeyboardInterrupt:
        if is_new:
            folder.rmdir()
        text = say("Stopped: nothing was written to {folder}.", folder=str(folder))
        if asked.post:
            text = say(
                "Stopped: nothing was written to {folder}. {number} is posted; its papers are "
                "written from its page in the window.",
                folder=str(folder),
                number=papers.run.number,
            )
        raise UserError(text) from None


def _progress(asked: argparse.Namespace) -> Callable[[int, int], None] | None:
    if asked.json or not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        sys.stderr.write(f"\r{done:,} of {total:,} papers" + ("\n" if done == total else ""))

    return tell


def _rehearsed(office: Office, through: date) -> Papers:
    return office.rehearse(
        draft_run,
        DraftRun(through),
        lambda session, run: papers_of(session, run.id, office.today),
    )


def _posted(office: Office, through: date) -> Papers:
    found = [run for run in office.read(runs) if run.through == through]
    run = next((each for each in found if each.state == "approved"), None)
    if run is None:
        states = ", ".join(f"{each.number} is {each.state}" for each in found) or "there is none"
        raise UserError(
            say(
                "Only an approved run is posted, and of {day} {states}.",
                day=through.isoformat(),
                states=states,
            )
        )
    office.act(post_run, RunRequest(run.id))
    return office.read(papers_of, run.id, office.today)


def _payee(row: PayeeRow) -> dict[str, object]:
    return {
        "payee": row.payee,
        "name": row.name,
        "amount": row.amount,
        "held": row.held,
        "events": row.events,
    }


def _explain(asked: argparse.Namespace) -> None:
    result = _asked(asked, asked.name)
    if asked.against:
        _compare(result, _asked(asked, asked.against), as_json=asked.json)
    elif asked.json:
        show_json([_party(result, name, minor) for name, minor in result.parties.items()])
    else:
        sys.stdout.write(explaining.printed(result) + "\n")


def _asked(asked: argparse.Namespace, name: str) -> Result:
    return explaining.ask(
        name,
        asked.on or asked.today or date.today(),  # noqa: DTZ011 - the day of whoever asks, here
        gross=asked.gross,
        net=asked.net,
        expenses=asked.expenses,
        prior=asked.prior,
        choose=tuple(asked.choose),
    )


def _compare(one: Result, other: Result, *, as_json: bool) -> None:
    """Show each party under both policies, and what the other gives more."""
    if one.policy.currency != other.policy.currency or one.policy.counts != other.policy.counts:
        raise UserError(
            say(
                "{one} is in {ours} and {other} in {theirs}: compare policies of one currency.",
                one=one.policy.name,
                ours=one.policy.currency or "shares",
                other=other.policy.name,
                theirs=other.policy.currency or "shares",
            ),
            field="against",
        )
    found = of_results(one, other)
    lines = [
        {
            "party": str(each.label),
            "one": _amount(one, each.one),
            "other": _amount(one, each.other),
            "difference": _amount(one, each.more),
        }
        for each in [*found, summed(found)]
    ]
    show_rows(lines, as_json=as_json)


def _party(result: Result, name: str, minor: int) -> dict[str, object]:
    return {"party": name, "label": _label(result.tree, name), "amount": _amount(result, minor)}


def _amount(result: Result, minor: int) -> object:
    return minor if result.policy.counts is Counts.SHARES else Money(minor, result.event.currency)


def _label(tree: Node, party: str) -> str:
    found = (node.label for _, node in tree.walk() if node.recipient == party)
    return str(next(found, party))
