#!/bin/sh
# 每个工作日早上由 cron 运行，在给定的文件夹里留下: 今日要办、看板、超期清单、台账备份（每周七份轮换）。
#   30 8 * * 1-5  PATH=/srv/xinfang/.venv/bin:/usr/bin:/bin XINFANG_DB=/srv/xinfang/ledger.db sh /srv/xinfang/examples/shell/morning.sh /srv/xinfang/out
# 退出码: 0 没有超期；1 有超期；其他是出了故障，原因在标准错误里（cron 会把它寄给您）。
set -u
umask 077

here=$(cd "$(dirname "$0")" && pwd)
out=${1:?用法: morning.sh 存放结果的文件夹}
mkdir -p "$out" || exit 5

xinfang today -f plain >"$out/today.txt" || exit $?
xinfang board -o "$out/board.html" || exit $?

# 0 没有，1 有；2 以上是出错，不能当作“没有超期”。
xinfang overdue --exit-code -o "$out/overdue.csv"
found=$?
[ "$found" -le 1 ] || exit "$found"

# 先抄到新文件，验过副本，再换下旧的那一份。
rm -f "$out/backup.new"
python3 "$here/backup.py" "$(xinfang where)" "$out/backup.new" || exit 5
xinfang verify --db "$out/backup.new" >"$out/backup.txt" || exit $?
mv "$out/backup.new" "$out/backup-$(date +%u).db" || exit 5

# 要发给谁，在这里接着写，例如: [ "$found" = 0 ] || mail -s 信访超期 chief@example.org <"$out/overdue.csv"
exit "$found"
