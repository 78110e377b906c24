#!/bin/sh
# 试发布包：做两次，字节须相同；解压到空文件夹，只有一个 Java 17 的 JRE，没有 Maven，没有网络，空的环境，
# 建一个站点，检查、构建、发布、核对。由 generator/dev release --check 调用。
set -eu

home=$(cd "$(dirname "$0")/../.." && pwd -P)
out=$home/target/release
say() { printf '%s\n' "$*"; }
fail() { say "没有通过：$*" >&2; exit 1; }

sh "$home/generator/release/make.sh" "$out"
again=$(mktemp -d)
trap 'chmod -R u+w "$again"; rm -rf "$again"' EXIT
mkdir "$again/second"
# Another folder, another zone, another umask: none of it may be in the bytes.
(umask 077 && TZ=Pacific/Chatham sh "$home/generator/release/make.sh" "$again/second" >/dev/null)
while read -r sum file; do
    [ "$(sha256sum <"$again/second/$file" | cut -d ' ' -f 1)" = "$sum" ] || fail "$file 做两次，字节不同"
done <"$out/SHA256SUMS"
say "做两次，字节相同。"

# A Java that can run and not compile, as small as it gets.
java=$(readlink -f "$(command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java")")
jdk=$(dirname "$(dirname "$java")")
for other in "${JVM_FOLDER:-/usr/lib/jvm}"/*; do
    [ ! -x "$other/bin/jlink" ] || ! grep -q '^JAVA_VERSION="17' "$other/release" 2>/dev/null || jdk=$other
done
"$jdk/bin/jlink" --add-modules java.se,jdk.crypto.ec,jdk.zipfs,jdk.unsupported,jdk.charsets,jdk.localedata --output "$again/jre" \
    || fail "jlink 做不出 JRE"
[ ! -e "$again/jre/bin/javac" ] || fail "这个 JRE 里有 javac"
mkdir "$again/bin"
chmod 755 "$again"
for tool in sh sed cat cksum cut dirname locale readlink id mkdir mv rm ls; do
    ln -s "$(command -v "$tool")" "$again/bin/$tool"
done
ln -s "$again/jre/bin/java" "$again/bin/java"
# Without a network of its own where the system allows it.
alone=
! unshare -rn true 2>/dev/null || alone="unshare -rn"
as=$alone
empty() { $as env -i PATH="$again/bin" "$@"; }

try() {
    zhibu=$1
    room=$again/$2
    mkdir "$room"
    [ "$as" = "$alone" ] || chown 65534:65534 "$room"
    site=$room/站点
    to=$room/live
    said=$again/said
    empty "$zhibu" --version >"$said" 2>&1 || fail "--version：$(cat "$said")"
    empty "$zhibu" init "$site" --name 试用的站点 >"$said" 2>&1 || fail "init：$(cat "$said")"
    for command in check build "publish --to $to"; do
        # shellcheck disable=SC2086
        empty "$zhibu" $command --site "$site" >"$said" 2>&1 || fail "$command：$(cat "$said")"
        grep -q '诊断：错误 0，警告 0' "$said" || fail "$command 说：$(cat "$said")"
    done
    empty "$zhibu" verify --to "$to" >"$said" 2>&1 || fail "verify：$(cat "$said")"
    printf x >>"$to/current/index.html"
    ! empty "$zhibu" verify --to "$to" >"$said" 2>&1 || fail "改过一个字节，verify 没有说"
    empty "$zhibu" templates --site "$site" --copy templates/assets/tokens.css >"$said" 2>&1 || fail "templates --copy：$(cat "$said")"
    printf '\n/* 自己的颜色 */\n' >>"$site/templates/assets/tokens.css"
    empty "$zhibu" build --site "$site" >"$said" 2>&1 || fail "改了样式以后 build：$(cat "$said")"
    grep -q 自己的颜色 "$site/target/site/tokens.css" || fail "站点自己的文件没有盖住自带的"
    empty "$zhibu" templates --site "$site" --diff >"$said" 2>&1 || fail "templates --diff：$(cat "$said")"
    ! empty "$zhibu" init "$site" >"$said" 2>&1 || fail "init 写进了有东西的文件夹"
}

unzip -q "$out"/zhibu-*.zip -d "$again"
release=$(echo "$again"/zhibu-*)
(cd "$release" && sha256sum --quiet -c SHA256SUMS) || fail "校验和不对"
try "$release/zhibu" zip
say "zip：解压、建站、检查、构建、发布、核对，都通过${alone:+（断了网）}。"
# Where whoever runs it may not write into the program: to root nothing is read-only.
rm -rf "$release/cache"
if [ "$(id -u)" = 0 ] && setpriv --reuid=65534 --regid=65534 --clear-groups true 2>/dev/null; then
    as="setpriv --reuid=65534 --regid=65534 --clear-groups"
fi
chmod -R a-w "$release"
if [ "$(id -u)" != 0 ] || [ "$as" != "$alone" ]; then
    try "$release/zhibu" read-only
    [ ! -e "$release/cache" ] || fail "写进了只读的文件夹"
    say "解压在只读的文件夹里：都通过。"
else
    say "没有试只读的文件夹：这里只有 root，又没有 setpriv。"
fi
as=$alone

deb=$(echo "$out"/zhibu_*_all.deb)
if [ -f "$deb" ]; then
    dpkg-deb -x "$deb" "$again/installed"
    try "$again/installed/usr/bin/zhibu" deb
    say "Debian 包：都通过。"
    if command -v lintian >/dev/null 2>&1; then
        lintian --fail-on error,warning "$deb" || fail "lintian"
        say "lintian：没有错误和警告。"
    else
        say "没有 lintian，没有查 Debian 包的写法。"
    fi
fi
