#!/bin/sh
# To the third level: an opinion, the review, the recheck with a hearing, the end; and the care after it.
# sh examples/06-review/run.sh [folder]: the ledger is made in the folder, by default a temporary one.
set -eu

folder=${1:-$(mktemp -d)}
export XINFANG_DB="$folder/ledger.db" XINFANG_OFFICER=李明

on() {
    export XINFANG_TODAY="$1"
    printf '\n== %s\n' "$1"
}

on 2026-03-02
xinfang init --office 安澜县公安局 --code 418801 --kind police --superior 安州市公安局
xinfang unit add 城关派出所
xinfang officer add 李明
xinfang register --channel visit --name 苗桂芝 --address 城关镇书院巷3号 --title 反映噪音扰民 --content 请求赔偿
xinfang classify 1 --category appeal --route 6
xinfang accept 1 --unit 城关派出所
on 2026-04-10
xinfang reply 1 --outcome refuse --content 经查噪音未超标，不予支持 --basis 《中华人民共和国噪声污染防治法》
xinfang letter 1 opinion -o "$folder/opinion.docx"
on 2026-04-13
xinfang serve 1 --receiver 苗桂芝

# 30 days from the service to ask (第三十五条), 30 days from the request to decide.
on 2026-05-08
xinfang ask-review 1
on 2026-05-11
xinfang settle-request 1 --accept
on 2026-06-01
xinfang review 1 --outcome uphold --found 与原认定的事实一致 --text 事实清楚，予以维持 --basis 《信访工作条例》第三十五条 --document 安州公信复查〔2026〕2号
on 2026-06-03
xinfang serve 1 --receiver 苗桂芝

# The hearing's days do not count towards the recheck's 30 (第三十六条第二款).
on 2026-06-25
xinfang ask-recheck 1 --to 省公安厅
on 2026-07-01
xinfang hear 1 convene --for 2026-07-06 --place 安州市公安局
on 2026-07-06
xinfang hear 1 start --place 安州市公安局 --chair 赵刚
on 2026-07-08
xinfang hear 1 finish --conclusion 维持
on 2026-07-20
xinfang recheck 1 --outcome uphold --text 予以维持 --basis 《信访工作条例》第三十六条 --document 省公信复核〔2026〕1号
on 2026-07-22
xinfang serve 1 --receiver 苗桂芝
xinfang conclude 1
xinfang care 1 --kind education --text 上门走访，协助加装隔音窗
xinfang why 1
xinfang show 1
xinfang verify
