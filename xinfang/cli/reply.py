"""Reply 答复."""

from pathlib import Path
from typing import Annotated

from ..core.terms import Outcome
from ..workflows.acting.doing import do
from ..workflows.clock import parse_day
from ..workflows.texts import text_from
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Found, Number, On, option


def command(
    number: Number,
    outcome: Annotated[
        str,
        option(
            "--outcome",
            "意见",
            "support 支持、partly 部分支持、explain 解释说明、refuse 不予支持；建议类 adopt、partly-adopt、not-adopt",
        ),
    ] = "",
    content: Annotated[str, option("--content", "文字", "答复内容")] = "",
    content_file: Annotated[Path | None, option("--content-file", "文件", "从文件读答复内容，- 为标准输入")] = None,
    basis: Annotated[str, option("--basis", "法规", "法律法规依据")] = "",
    found: Found = "",
    document: DocumentNumber = "",
    unit: Annotated[
        str, option("--unit", "单位", "以哪个单位自己的名义答复，默认本机关；申请复查向它的上一级提出")
    ] = "",
    perform_by: Annotated[str | None, option("--perform-by", "日期", "支持的请求应在哪天以前执行")] = None,
    demand: Annotated[int, option("--demand", "号数", "答复几项诉求中的哪一项", least=0)] = 0,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Reply 答复."""
    opinion = Outcome.parse(outcome, what="处理意见") if outcome else None
    text = text_from(content, content_file)
    with desk(db, by) as d:
        done = do(
            d,
            "reply",
            number,
            on=on,
            outcome=opinion,
            text=text,
            basis=basis,
            document=document,
            unit=unit,
            perform_by=parse_day(perform_by),
            demand=demand,
            found=found,
        )
        answer(done, fmt)
