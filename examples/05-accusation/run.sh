#!/bin/sh
# An accusation: restricted from registration, kept from the accused, seen only by those on its list (第三十条第三款).
# sh examples/05-accusation/run.sh [folder]: the ledger is made in the folder, by default a temporary one.
set -eu

folder=${1:-$(mktemp -d)}
export XINFANG_DB="$folder/ledger.db" XINFANG_OFFICER=李明

on() {
    export XINFANG_TODAY="$1"
    printf '\n== %s\n' "$1"
}

# What the law does not allow must fail.
refused() {
    if "$@"; then
        echo "not refused: $*" >&2
        exit 1
    fi
}

on 2026-03-02
xinfang init --office 安澜县公安局 --code 418801 --kind police --superior 安州市公安局
xinfang unit add 城关派出所
xinfang unit add 城关警务室 --parent 城关派出所
xinfang unit add 督察大队
xinfang officer add 李明
xinfang officer add 周敏 --unit 督察大队
xinfang register --channel h12389 --category accusation --name 苗桂芝 --address 城关镇书院巷3号 --confidential \
    --respondent 城关派出所 --title 反映吃拿卡要 --content 反映办证时索要财物
xinfang list

# Not to the accused unit, nor to one below it.
refused xinfang assign 1 --unit 城关派出所
refused xinfang assign 1 --unit 城关警务室
xinfang assign 1 --unit 督察大队

# Whoever is not on the list sees nothing; every look is written down.
refused xinfang show 1
refused xinfang show 1 --restricted --by 周敏
xinfang admit 1 --officer 周敏 --reason 负责核查
xinfang show 1 --restricted --by 周敏
xinfang verify
