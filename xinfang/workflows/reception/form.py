"""The register's form as a clerk or a script fills it in, before anything is checked."""

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from ...core.errors import BadInput


class Form(NamedTuple):
    """The register's fields as typed or as sent in JSON; every text still unchecked. Names are those of the JSON."""

    channel: str = ""
    title: str = ""
    content: str = ""
    name: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""
    person: str = ""
    petitioners: Sequence[dict[str, Any]] = ()
    """Further petitioners, each with name, id_number, phone, address, person, representative, agent."""
    representatives: Sequence[str] = ()
    received: str = ""
    source: str = ""
    from_unit: str = ""
    source_number: str = ""
    report_by: str = ""
    anonymous: bool = False
    address_unclear: bool = False
    confidential: bool = False
    headcount: int | None = None
    involved: int | None = None
    joint_letter: bool = False
    respondent: str = ""
    respondent_unit: str = ""
    demand: str = ""
    facts: str = ""
    reasons: str = ""
    purpose: str = ""
    occurred: str = ""
    region: str = ""
    level_skipping: bool = False
    litigation: bool = False
    urgent: bool = False
    prior_process: str = ""
    competent_unit: str = ""
    repeat_of: str = ""
    """A number; `none`: the first about its matter; `auto`: of what the same person has about it, if there is any."""
    related_to: str = ""
    police_case: str = ""
    hotline_ticket: str = ""
    national_number: str = ""
    key: str = ""
    category: str = ""
    """Where it is clear already; an accusation is then seen from the first moment only by who handles it."""
    route: int | None = None
    accept_id: bool = False
    """Keep an ID number whose check digit is wrong, marked."""


COUNTS = frozenset({"headcount", "involved", "route"})


def form_of_json(text: str) -> Form:
    """A form from a JSON object. Raises BadInput E118 naming the field that is unknown or of the wrong type."""
    import json

    try:
        sent = json.loads(text)
    except json.JSONDecodeError as fault:
        where = f"第 {fault.lineno} 行第 {fault.colno} 列不合写法"
        raise BadInput("E118", f"不是 JSON: {where}。", remedy="一件一个 JSON 对象") from fault
    except (ValueError, RecursionError) as fault:
        # A number of thousands of digits, brackets in brackets in brackets.
        raise BadInput("E118", "不是登记表的 JSON: 数字过长或层次过深。", remedy="一件一个 JSON 对象") from fault
    if not isinstance(sent, dict):
        raise BadInput(
            "E118", "应当是一个 JSON 对象。", remedy='{"channel": "visit", "name": …, "title": …, "content": …}'
        )
    return Form(**{name: _checked(name, value) for name, value in sent.items() if value is not None})


def _checked(name: str, value: object) -> Any:
    if name not in Form._fields:
        raise BadInput("E118", f"没有“{name}”这个字段。", remedy="可用: " + "、".join(sorted(Form._fields)))
    default = Form._field_defaults[name]
    wanted: type = int if name in COUNTS else list if isinstance(default, tuple) else type(default)
    # In Python true is a whole number too; in a form it is not.
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        words = {bool: "true 或 false", int: "整数", str: "文字", list: "数组"}[wanted]
        raise BadInput("E118", f"字段“{name}”应当是{words}。", remedy="改正后重发；同一 --key 可以放心重发")
    if name == "representatives" and not all(isinstance(each, str) for each in cast("list[object]", value)):
        raise BadInput("E118", "字段“representatives”应当是姓名的数组。", remedy='如 ["张三", "李四"]')
    return value
