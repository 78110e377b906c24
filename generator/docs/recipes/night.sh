#!/bin/sh
# 每夜跑一次：取最新的内容，发布，把结果寄出去。cron 和 systemd 都跑它；退出码就是 zhibu publish 的退出码。
# 要改的都在这几行，也可以从环境变量给。
set -u
SITE=${SITE:-/srv/zhibu-source}
TO=${TO:-/srv/zhibu}
STATE=${STATE:-/var/lib/zhibu}
ZHIBU=${ZHIBU:-$SITE/zhibu}

# 网页服务器用另一个用户读：不让读的权限由发布的文件夹定，这里的 umask 不碍事，报告和信也让同组的人看。
umask 027
PATH=${PATH:-/usr/local/bin:/usr/bin:/bin}
export PATH

if [ -d "$SITE/.git" ] && git -C "$SITE" remote | grep -q .; then
    git -C "$SITE" pull --quiet --ff-only || echo "取不到新的内容，用现有的发布" >&2
fi

rm -f "$STATE/night.eml"
"$ZHIBU" publish --site "$SITE" --to "$TO" --quarantine \
    --report "$STATE/night.json" --mail "$STATE/night.eml" --webhook "$STATE/robot.json"
code=$?

# 设置里写了 publish.mail-to 才寄得出去。
if [ -s "$STATE/night.eml" ] && grep -q '^To: ' "$STATE/night.eml" && command -v sendmail >/dev/null 2>&1; then
    sendmail -t -oi <"$STATE/night.eml" || echo "信没有寄出去：$STATE/night.eml" >&2
fi
exit $code
