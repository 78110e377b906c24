#!/bin/sh
# 做发布包：target/release/zhibu-版本.zip、.deb 和它们的 SHA-256。由 generator/dev release 调用。
# 同样的源码、同样的 JDK，两次做出来的字节相同：时间取 pom.xml 的 outputTimestamp，次序和权限写定，只收 Git 管着的文件。
set -eu

home=$(cd "$(dirname "$0")/../.." && pwd -P)
out=${1:-$home/target/release}
say() { printf '%s\n' "$*"; }

version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$home/pom.xml" | head -n 1)
moment=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</project.build.outputTimestamp>.*|\1|p' "$home/pom.xml")
SOURCE_DATE_EPOCH=$(date -u -d "$moment" +%s)
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
umask 022

mkdir -p "$out"
work=$(mktemp -d "$out/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
source=$work/source
mkdir "$source"
if [ -d "$home/.git" ] || [ -f "$home/.git" ]; then
    # What is being changed counts too, what Git doesn't know doesn't.
    (cd "$home" && git ls-files -z --cached | xargs -0 sh -c 'for file; do [ ! -e "$file" ] || printf "%s\0" "$file"; done' sh |
        tar --null -T - -cf -) | tar -xf - -C "$source"
else
    (cd "$home" && tar --exclude=./target -cf - .) | tar -xf - -C "$source"
fi

say "编译 $version……"
if ! (cd "$source" && mvn -q -B -ntp -DskipTests -Dmaven.test.skip=true package) >"$out/compile.log" 2>&1; then
    cat "$out/compile.log" >&2
    exit 1
fi

name=zhibu-$version
root=$work/$name
mkdir -p "$root/builtin" "$root/docs"
cp "$source/target/zhibu.jar" "$source/LICENSE" "$source/CHANGELOG.md" "$source/zhibu" "$source/zhibu.cmd" "$root/"
cp -R "$source/target/lib" "$root/lib"
cp "$source/target/zhibu-bom.json" "$root/zhibu-bom.cdx.json"
cp "$source/generator/release/README.md" "$root/README.md"
(cd "$source" && while IFS= read -r part; do cp -R --parents "$part" "$root/builtin/"; done) <"$source/generator/src/main/resources/io/zhibu/builtin/files.txt"
cp "$source"/generator/docs/*.md "$root/docs/"
cp -R "$source/generator/docs/recipes" "$source/generator/docs/server" "$source/generator/docs/handbook" "$root/docs/"
cp "$source/templates/README.md" "$root/docs/templates.md"
cp "$source/site-config/jbake.properties" "$root/docs/settings.properties"

# 写定权限和时间，与机器、与 umask 都无关。
settle() {
    find "$1" -type d -exec chmod 755 {} +
    find "$1" -type f -exec chmod 644 {} +
    chmod 755 "$2"
    find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

(cd "$root" && find . -type f | sed 's|^\./||' | LC_ALL=C sort | xargs -d '\n' sha256sum) >"$work/sums"
mv "$work/sums" "$root/SHA256SUMS"
settle "$root" "$root/zhibu"
rm -f "$out/$name.zip"
(cd "$work" && find "$name" -type f | LC_ALL=C sort | zip -X -q -9 "$out/$name.zip" -@)

# Whoever hands it out says who keeps it.
maintainer=${ZHIBU_MAINTAINER:-Zhibu packagers <zhibu@packages.zhibu.cn.invalid>}
deb=
if command -v dpkg-deb >/dev/null 2>&1; then
    package=$work/deb
    share=$package/usr/share/zhibu
    doc=$package/usr/share/doc/zhibu
    mkdir -p "$package/DEBIAN" "$package/usr/bin" "$share" "$doc" "$package/usr/share/man/man1"
    cp -R "$root/builtin" "$root/lib" "$root/zhibu.jar" "$root/zhibu" "$root/SHA256SUMS" "$root/zhibu-bom.cdx.json" "$share/"
    # The sums of what isn't there would only puzzle.
    (cd "$share" && find . -type f ! -name SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort | xargs -d '\n' sha256sum) >"$work/sums"
    mv "$work/sums" "$share/SHA256SUMS"
    ln -s ../share/zhibu/zhibu "$package/usr/bin/zhibu"
    cp -R "$root/docs/." "$root/README.md" "$root/CHANGELOG.md" "$doc/"
    {
        printf '%s\n' "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/" "Upstream-Name: zhibu" "" \
            "Files: *" "Copyright: $(date -u -d "@$SOURCE_DATE_EPOCH" +%Y) the Zhibu authors" "License: Apache-2.0" \
            " On Debian systems, the full text of the Apache License, version 2.0, is in" \
            " /usr/share/common-licenses/Apache-2.0." \
            "Comment:" " The licences of the libraries in /usr/share/zhibu/lib are listed, one by one, in" \
            " /usr/share/zhibu/zhibu-bom.cdx.json (CycloneDX)."
    } >"$doc/copyright"
    printf 'zhibu (%s) unstable; urgency=medium\n\n  * Release %s. What changed is told in CHANGELOG.md.\n\n -- %s  %s\n' \
        "$version" "$version" "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$doc/changelog.gz"
    # The jar finds its libraries beside it, wherever both lie; an umbrella of flexmark's has no code of its own.
    mkdir -p "$package/usr/share/lintian/overrides"
    printf '%s\n' "zhibu: classpath-contains-relative-path *" "zhibu: codeless-jar [usr/share/zhibu/lib/flexmark-util-*.jar]" \
        >"$package/usr/share/lintian/overrides/zhibu"
    gzip -9n <"$source/generator/release/zhibu.1" >"$package/usr/share/man/man1/zhibu.1.gz"
    size=$(find "$package/usr" -type f -printf '%s\n' | awk '{n += int(($1 + 1023) / 1024)} END {print n}')
    cat >"$package/DEBIAN/control" <<TEXT
Package: zhibu
Version: $version
Section: web
Priority: optional
Architecture: all
Maintainer: $maintainer
Installed-Size: $size
Depends: openjdk-17-jre-headless | java17-runtime-headless | java21-runtime-headless | java25-runtime-headless
Recommends: git
Suggests: fonts-lxgw-wenkai
Description: static-site generator for work methods of Party branches
 Zhibu turns Markdown files about the work methods of Party branches, and
 about branches and role models, into a searchable static site in Chinese.
 .
 The site reads the same from a server and from disk, without a network.
 Templates, types and vocabularies come with the program; a site keeps only
 the files that it changes.
TEXT
    (cd "$package" && find usr -type f | LC_ALL=C sort | xargs -d '\n' md5sum) >"$package/DEBIAN/md5sums"
    settle "$package" "$share/zhibu"
    deb=$out/zhibu_${version}_all.deb
    rm -f "$deb"
    dpkg-deb --root-owner-group -Zxz --build "$package" "$deb" >/dev/null
else
    say "没有 dpkg-deb，没有做 Debian 包。"
fi

(cd "$out" && sha256sum "$name.zip" ${deb:+"$(basename "$deb")"}) >"$out/SHA256SUMS"
rm -f "$out/compile.log"
say "已做好："
sed "s|^\([0-9a-f]*\)  |\1  $out/|" "$out/SHA256SUMS"
