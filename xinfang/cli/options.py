"""Options that several commands share, each written once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

READABLE = False
"""Not asked of a file by typer, which says it in English: whoever opens the file says it, with a code and a remedy."""


STANDARD = Path("-")


def option(name: str, metavar: str, text: str, *, least: int | None = None, empty: bool = True) -> Any:
    """An option with a value. Where it matters what it is when nobody types it, its text says so: most are empty then.

    One whose number is its default, such as `--within 7`, is a plain typer.Option, which prints it. empty: whether it may
    be typed with nothing in it.
    """
    written = None if empty else _written
    return typer.Option(
        name, metavar=metavar, help=text, show_default=False, min=least, readable=READABLE, callback=written
    )


def _written(context: typer.Context, parameter: typer.CallbackParam, typed: str | None) -> str | None:
    """`--unit "$UNIT"` in a script whose variable is empty: without it the answer would be another one, and pass unseen."""
    if typed is None or typed.strip():
        return typed
    source = context.get_parameter_source(parameter.name or "")
    if source is not None and source.name == "COMMANDLINE":
        from ..core.errors import BadInput

        name = parameter.opts[0]
        raise BadInput("E105", f"{name} 后面是空的。", remedy=f"写明；不要这一项的，不写 {name}")
    return typed


def flag(names: str, text: str) -> Any:
    """An option without a value, such as `--again`, or a pair: `--told/--not-told`."""
    return typer.Option(names, help=text, show_default=False)


def argument(metavar: str, text: str) -> Any:
    """What is typed without a name before it."""
    return typer.Argument(metavar=metavar, help=text, show_default=False, readable=READABLE)


Number = Annotated[str, argument("编号", "信访件编号：2026-000012，或只写 12（本年度）")]
Db = Annotated[Path | None, option("--db", "文件", "台账文件（环境变量 XINFANG_DB）")]
By = Annotated[str | None, option("--by", "姓名", "谁办的（环境变量 XINFANG_OFFICER）", empty=False)]
On = Annotated[str | None, option("--on", "日期", "哪一天办的，默认今天；早于今天的记为补录")]
DocumentNumber = Annotated[str, option("--document", "文号", "文书文号")]
Found = Annotated[str, option("--found", "文字", "经调查核实认定的事实")]
Attachments = Annotated[list[str] | None, option("--attachment", "材料", "附件清单里的一项，可写多次")]
AcceptId = Annotated[bool, flag("--accept-id", "校验不符的证件号码照录并标明")]
Why = Annotated[str, option("--reason", "理由", "为什么")]
Decision = Annotated[str, option("--outcome", "意见", "uphold 维持、change 变更、revoke 撤销、redo 责令重新办理")]
Basis = Annotated[str, option("--basis", "法规", "依据")]
CategoryName = Annotated[str, option("--category", "类别", "suggestion 建议意见、accusation 检举控告、appeal 申诉求决")]
Route = Annotated[int | None, option("--route", "1-6", "申诉求决的办理途径，第三十一条第（一）至（六）项")]
LateReason = Annotated[str, option("--late-reason", "理由", "逾期仍收下的正当理由")]
PetitionersReason = Annotated[str, option("--reason", "理由", "信访人的理由")]


def _answer_format(fmt: str) -> str:
    """Asked before anything is done: an act must not be written and then complained about."""
    if fmt not in {"text", "json"}:
        from ..core.errors import BadInput

        raise BadInput("E104", f"回执没有“{fmt}”这种格式。", remedy="可选: text、json")
    return fmt


def _look_format(fmt: str | None) -> str | None:
    if fmt is not None:
        from ..render import format_of

        return format_of(fmt, None)
    return None


def spare_ledgers(output: Path | None) -> Path | None:
    """Asked before anything is done: no answer takes the place of a ledger."""
    if output is not None:
        from ..workflows.outputs import spared

        spared(output)
    return output


def _where_to(output: Path | None) -> Path | None:
    """`-o -` is standard output, as `--json -` is standard input."""
    return None if output == STANDARD else spare_ledgers(output)


AnswerFormat = Annotated[
    str, typer.Option("-f", "--format", metavar="text|json", help="回执的格式", callback=_answer_format)
]

Format = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--format",
        metavar="格式",
        help="table、plain、markdown、html、csv、tsv、json、jsonl、xlsx、docx",
        show_default=False,
        callback=_look_format,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="文件",
        help="写入文件，按扩展名选格式",
        show_default=False,
        readable=READABLE,
        callback=_where_to,
    ),
]
AsOf = Annotated[str | None, option("--as-of", "日期", "截至哪一天的情况，默认今天")]
AsKnown = Annotated[
    str | None,
    option(
        "--as-known",
        "指纹|时间",
        "按当时台账里有的重做：印出的指纹，或 2026-11-05、2026-11-05 17:30；不写 --as-of 就截至那一天",
    ),
]
Limit = Annotated[int | None, option("--limit", "N", "最多列几条")]
Reveal = Annotated[bool, flag("--reveal", "显示个人信息原文（会记入台账）")]
Restricted = Annotated[bool, flag("--restricted", "连同检举控告等限知件，须用 --by 写明是谁（会记入台账）")]
UnitFilter = Annotated[str, option("--unit", "单位", "只看这个单位", empty=False)]
