"""Who is taken for the same person: same_person.toml, and that the keys find what agrees and nothing else."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang.core.petition import Petitioner
from xinfang.rules import addresses, person_keys
from xinfang.rules.person_keys import BLANK, bare_name_key, keys, name_key, sought
from xinfang.rules.same_person import agreement, by_name_alone, how_many, same_as

CASES = tomllib.loads(Path(__file__).with_name("same_person.toml").read_text(encoding="utf-8"))["case"]
names = st.text(st.sampled_from("张章王小明建健国古丽·•・ aＡ"), max_size=5)
people = st.builds(
    Petitioner,
    name=names,
    id_number=st.sampled_from(["", "11010519491231002X", "110105491231002"]),
    phone=st.sampled_from(["", "13800138000", "0371-6789012", "13800138000、0371-6789012"]),
    address=st.sampled_from(["", "某县幸福路1号", "幸福路1号", "和平小区3号楼"]),
)


def keys_of(person: Petitioner) -> set[str]:
    return set(keys(name=person.name, id_number=person.id_number, phone=person.phone, address=person.address))


def finds(one: Petitioner, other: Petitioner) -> bool:
    """Whether who comes now is found by what the index has of who came before."""
    asked = sought(name=one.name, id_number=one.id_number, phone=one.phone, address=one.address)
    known = keys_of(other)
    places = asked.similar or bare_name_key(other.name) == asked.name
    return not known.isdisjoint({*asked.numbers, *asked.phones, *(asked.places if places else ())})


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_who_is_taken_for_the_same_person_and_why(case: dict[str, Any]) -> None:
    one, other = Petitioner(**case["one"]), Petitioner(**case["other"])
    assert list(agreement([one], [other])) == list(agreement([other], [one])) == case["signs"]
    found = case.get("found", bool(case["signs"]) and not by_name_alone(case["signs"]))
    assert finds(one, other) == finds(other, one) == found
    if case["signs"]:
        assert (bare_name_key(one.name) == bare_name_key(other.name)) == ("姓名相同" in case["signs"])


@given(people, people)
def test_who_agrees_in_more_than_the_name_is_found_and_nobody_else(one: Petitioner, other: Petitioner) -> None:
    signs = agreement([one], [other])
    assert finds(one, other) == (signs != () and not by_name_alone(signs))
    assert signs == agreement([other], [one])


@given(people)
def test_a_key_is_one_word_that_no_search_can_hit(person: Petitioner) -> None:
    """Searches are phrases of one-character words; the index parts words at ASCII signs other than letters and figures."""
    for key in {*keys_of(person), bare_name_key(person.name)} - {""}:
        assert len(key) > 1
        assert all(sign.isalnum() or sign == BLANK for sign in key)
        assert key == key.casefold()


@given(st.text(max_size=12))
def test_a_name_is_compared_the_same_however_often(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


def test_of_several_people_those_that_have_most_in_common() -> None:
    one = [Petitioner("张三", phone="13800138000"), Petitioner("李四", id_number="11010519491231002X")]
    other = [Petitioner("张三"), Petitioner("李四", id_number="11010519491231002X")]
    assert agreement(one, other) == ("同一证件号", "姓名相同")
    assert agreement([], other) == ()


@given(st.text(alphabet="省市县区镇乡街道办事处小社校园矿幸福路1", max_size=12))
def test_what_stands_behind_the_divisions_is_what_a_pattern_leaves(address: str) -> None:
    pattern = re.compile("省|市|县|(?<![小社校园矿])区|镇|乡|街道|办事处")
    tail = pattern.split(address)[-1]
    assert person_keys.address_key(address) == (tail if len(tail) >= addresses.SHORTEST_ADDRESS else address)


@pytest.mark.parametrize(
    ("person", "signs"),
    [
        (
            Petitioner("张三", phone="13800138000", address="城关镇幸福路1号"),
            {"张三 13800138000", "张三 幸福路1号"},
        ),
        (Petitioner("张三", id_number="11010519491231002X"), {"张三", "11010519491231002x"}),
        (Petitioner(phone="13800138000", address="幸福路1号"), set()),
        (Petitioner(), set()),
    ],
)
def test_a_person_is_told_apart_by_a_number_or_by_the_name_with_a_place(person: Petitioner, signs: set[str]) -> None:
    told = same_as(name=person.name, id_number=person.id_number, phone=person.phone, address=person.address)
    assert told == signs


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("123456", []),  # may be anything: a case number, a year and month
        ("6789012", ["话6789012", "证6789012"]),
        ("138-0013-8000", ["话13800138000", "证13800138000"]),
        ("+86 138-0013-8000", ["话13800138000", "证8613800138000"]),
        ("11010519491231002X", ["话11010519491231002", "证11010519491231002x", "证110105491231002"]),
        ("110105194912310021", ["话110105194912310021", "证110105194912310021"]),
        ("1101051949123100211", []),
        ("123456ab", []),
        ("张三13800138000", []),
    ],
)
def test_a_number_typed_whole_finds_whose_telephone_or_document_it_is(typed: str, found: list[str]) -> None:
    assert person_keys.keys_of_number(typed) == found


@given(st.lists(people, max_size=6))
def test_people_are_counted_once(some: list[Petitioner]) -> None:
    """Whoever has the ID number, or the name with telephone or address, in common is one, and so on from one to the next."""
    known = [
        signs
        for each in some
        if (signs := same_as(name=each.name, id_number=each.id_number, phone=each.phone, address=each.address))
    ]
    left, count = list(known), 0
    while left:
        met = left.pop()
        while joined := [each for each in left if met & each]:
            met = met.union(*joined)
            left = [each for each in left if each not in joined]
        count += 1
    assert how_many(known) == count
