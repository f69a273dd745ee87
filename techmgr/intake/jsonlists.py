"""JSON: a list of objects becomes a table; lists and objects inside a cell become text."""

import json
from pathlib import Path
from typing import Any

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.intake.encodings import Encoding, detected
from techmgr.intake.table import MIB, Limits, Row, Table, Watch, check_columns, table_of


def read_json(
    path: Path, limits: Limits, encoding: Encoding | None = None, watch: Watch | None = None
) -> Table:
    """Read a list of objects, or an object that holds one such list. Rows count from 1."""
    used = encoding or detected(path)
    records = _records(_loaded(path, used, limits))
    names: dict[str, None] = {}
    for record in records:
        names.update(dict.fromkeys(record))
        check_columns(len(names), limits)
    rows = (
        Row(number, tuple([_text(record.get(name)) for name in names]))
        for number, record in enumerate(records, 1)
    )
    header = Row(0, tuple(name or "column" for name in names))
    columns, kept, notes, doubts = table_of(
        (each for part in ([header], rows) for each in part), limits, watch
    )
    return Table(columns, kept, encoding=used.value, notes=tuple(notes), doubts=tuple(doubts))


def _loaded(path: Path, encoding: Encoding, limits: Limits) -> Any:
    if path.stat().st_size > limits.json:
        raise UserError(
            say(
                "The JSON file has more than {limit} MB: import it in parts, or as CSV.",
                limit=limits.json // MIB,
            ),
            field="file",
        )
    try:
        text = path.read_bytes().decode(encoding.value).lstrip("\ufeff")
        # Numbers stay as written: 1.10 is not 1.1 in a case number.
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except UnicodeDecodeError:
        raise UserError(
            say(
                "The file is not written in {encoding} throughout: choose another encoding.",
                encoding=encoding.value,
            ),
            field="encoding",
        ) from None
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise UserError(
            say("The file is not valid JSON: it breaks off or errs in line {line}.", line=line),
            field="file",
        ) from None
    except RecursionError:
        raise UserError(
            say("The JSON file is nested too deeply to be a table."), field="file"
        ) from None


def _records(content: Any) -> list[dict[str, Any]]:
    if isinstance(content, dict):
        lists = [value for value in content.values() if isinstance(value, list)]
        content = lists[0] if len(lists) == 1 else None
    if not isinstance(content, list) or not all(isinstance(each, dict) for each in content):
        raise UserError(
            say("The JSON file must hold a list of objects, one for each row."), field="file"
        )
    return content


def _text(value: Any) -> str | None:
    if value is None or value in ("", [], {}):
        return None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, list):
        return "; ".join(part for part in (_text(each) for each in value) if part) or None
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
