"""A person's petitions read together: what she always writes tells nothing, and a matter may be told in pieces."""

from __future__ import annotations

import pytest

from xinfang.rules.own_matters import APART, BY_WAY_COUNTS, likenesses
from xinfang.rules.same_matter import THRESHOLD, Text, likeness, score, text_of

FIRST = text_of(
    "反映锦绣新城装修与合同不符",
    "锦绣新城精装修交房，墙面空鼓，地板开裂，门窗漏风，合同约定的品牌全部被换掉，开发商一直推脱，请求核查装修造价。",
)
BETWEEN = text_of(
    "再次反映锦绣新城装修造价",
    "锦绣新城精装修交房，墙面空鼓，地板开裂，请求核查装修造价。公示清单里橱柜、灶具、抽油烟机的价格高出市场价一倍。",
)
LAST = text_of("质疑公示清单", "公示清单里橱柜、灶具、抽油烟机的价格高出市场价一倍，灯具也是，请说明清单由谁定。")
ELSEWHERE = text_of("反映幸福小学门口堵车", "幸福小学门口上下学时车辆乱停，请求交警派人疏导。")
LETTER = "反映{}工地夜间施工，噪音很大，居民无法休息，请求有关部门依法处理，谢谢领导"


def test_names_weigh_more_than_what_everybody_writes() -> None:
    about = [text_of("反映夜间施工", LETTER.format(name)) for name in ("锦绣新城", "锦绣新城二期", "翠湖天地")]
    same, other = likenesses(about[0], about[1:])
    assert same.score > other.score
    assert any("锦绣新城" in words for words in same.shared)


def test_what_she_writes_in_a_letter_about_something_else_too_makes_no_two_alike() -> None:
    """The lift and the heating have but her opening words in common, with which she writes about the school as well."""
    opening = "本人系王家湾村民王某，恳请领导关注为盼，"
    lift = text_of("反映电梯停运", f"{opening}电梯停运半月。")
    heating = text_of("反映供暖不足", f"{opening}供暖只有十四度。")
    school = text_of(
        "反映幸福小学门口堵车",
        "幸福小学门口上下学时车辆乱停，孩子过马路险象环生，校门前的斑马线磨得看不见，护学岗只在早晨有人，"
        "请求交警增派警力疏导并重新施划标线，设置减速带和隔离护栏，规范接送车辆停放，在家长群里通报违停车牌，"
        "错峰放学，另在校门东侧空地施划接送区，安装违停抓拍设备，对屡次违停的车辆从严处罚，并将整治结果书面答复"
        f"全体家长，增设临时停车泊位，{opening}",
    )
    assert max(score(lift, school), score(heating, school)) < APART
    assert [each.same for each in likenesses(lift, [heating])] == [True]
    assert [each.same for each in likenesses(lift, [heating, school])] == [False, False]


def test_what_is_like_the_petition_in_between_is_about_its_matter() -> None:
    assert not likeness(LAST, FIRST).same
    first, between = likenesses(LAST, [FIRST, BETWEEN])
    assert between == likeness(LAST, BETWEEN)
    assert first.same
    assert (first.by_way, first.shared) == (1, ())
    assert first.score == round(BY_WAY_COUNTS * min(between.score, likeness(FIRST, BETWEEN).score), 4)


def test_by_way_of_another_matter_nothing_is_the_same() -> None:
    assert [each.same for each in likenesses(LAST, [FIRST, ELSEWHERE])] == [False, False]
    assert [each.by_way for each in likenesses(LAST, [ELSEWHERE, BETWEEN])] == [None, None]


def test_what_is_alike_by_itself_needs_no_other() -> None:
    assert likenesses(FIRST, [BETWEEN, FIRST])[0] == likeness(FIRST, BETWEEN)


@pytest.mark.parametrize("others", [[], [ELSEWHERE], [text_of("", "")]])
def test_few_others_are_compared_by_themselves(others: list[Text]) -> None:
    assert likenesses(LAST, others) == [likeness(LAST, other) for other in others]


def test_apart_is_below_the_threshold() -> None:
    assert 0 < APART < THRESHOLD < BY_WAY_COUNTS < 1
