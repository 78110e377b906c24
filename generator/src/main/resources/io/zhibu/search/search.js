/* Searches the site from static files, ranking as Lucene does. The rules and the files' format: generator/docs/search.md. */
(function () {
    'use strict';

    var VERSION = 1, TIMEOUT = 20000, LONGEST = 256, MOST_WORDS = 48, RERANKED = 20, PHRASE_TEXTS = 50, SNIPPET = 96;
    var WORDS = 0, NAMES = 1, HAN = 1, LETTER = 2, GAP = 0;
    var fround = Math.fround;
    var SAYS = {
        cut: '问话太长，只用了前 256 个字',
        terms: '词太多，只用了前 48 个',
        'no-words': '没有可查的字',
        'only-excluded': '只有要排除的词，请再写一个要找的词',
        homophones: '没有条目含全部的词，按读音找到这些',
        some: '没有条目含全部的词，列出含一部分的',
        'phrase-stopped': '引号里的话只核对了前 50 篇'
    };

    /* ---- Files ---- */

    function fault(code, file, why) {
        var error = new Error(why + '（' + file + '）');
        error.code = code;
        error.file = file;
        error.retry = true;
        return error;
    }

    // Each file calls this; the element that it came by knows who waits for it.
    window.zhibuShard = function (id, packed) {
        var from = document.currentScript;
        if (from && from.zhibuTake) {
            from.zhibuTake(id, packed);
        }
    };

    function script(url, file, take) {
        return new Promise((resolve, reject) => {
            var element = document.createElement('script');
            var timer = setTimeout(() => {
                end(reject, fault('load', file, '搜索数据很久没有取到，请再试一次'));
            }, TIMEOUT);
            function end(how, what) {
                clearTimeout(timer);
                element.onload = element.onerror = element.zhibuTake = null;
                element.remove();
                how(what);
            }
            element.zhibuTake = function (id, packed) {
                take(id, packed);
            };
            element.onload = function () {
                end(resolve);
            };
            element.onerror = function () {
                end(reject, fault('load', file, '搜索数据取不到，可能站点刚更新过，请刷新页面再试'));
            };
            element.src = url;
            document.head.appendChild(element);
        });
    }

    function bytesOf(packed, file) {
        var text;
        try {
            text = atob(packed);
        } catch (wrong) {
            throw fault('damaged', file, '搜索数据残缺，请再试一次');
        }
        var bytes = new Uint8Array(text.length);
        for (var i = 0; i < text.length; i++) {
            bytes[i] = text.charCodeAt(i);
        }
        return bytes;
    }

    function Files(base) {
        this.base = base;
        this.loads = {};
        this.inflater = null;
    }

    /* The bytes that a file holds; asked twice, loaded once, and again only after it failed. */
    Files.prototype.load = function (id) {
        var self = this, key = '_' + id;
        if (!self.loads[key]) {
            self.loads[key] = self.once(id, id === 'boot' && self.fresh || '').catch(() => {
                return self.once(id, '?' + Date.now());
            });
            self.loads[key].catch(() => {
                delete self.loads[key];
            });
        }
        return self.loads[key];
    };

    Files.prototype.once = function (id, suffix) {
        var self = this, file = id + '.js', got = null, other = false;
        return script(self.base + file + suffix, file, (named, packed) => {
            if (named === id) {
                got = packed;
            } else {
                other = true;
            }
        }).then(() => {
            if (other) {
                throw fault('foreign', file, '搜索数据不是这个站点的，请刷新页面再试');
            }
            if (typeof got !== 'string') {
                throw fault('damaged', file, '搜索数据残缺，请再试一次');
            }
            return self.inflate(bytesOf(got, file), file);
        });
    };

    Files.prototype.inflate = function (bytes, file) {
        var self = this;
        function damaged() {
            throw fault('damaged', file, '搜索数据残缺，请再试一次');
        }
        if (typeof DecompressionStream === 'function' && !self.plain) {
            try {
                var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
                return new Response(stream).arrayBuffer().then(buffer => {
                    return new Uint8Array(buffer);
                }, damaged);
            } catch (unsupported) {
                self.plain = true;
            }
        }
        if (!self.inflater) {
            self.inflater = script(self.base + 'inflate.js', 'inflate.js', () => {});
            self.inflater.catch(() => {
                self.inflater = null;
            });
        }
        return self.inflater.then(() => {
            if (typeof window.zhibuInflate !== 'function') {
                self.inflater = null;
                throw fault('damaged', 'inflate.js', '搜索程序残缺，请再试一次');
            }
            try {
                return window.zhibuInflate(bytes);
            } catch (wrong) {
                return damaged();
            }
        });
    };

    var utf8 = new TextDecoder('utf-8');

    function Bytes(bytes) {
        this.bytes = bytes;
        this.at = 0;
    }

    Bytes.prototype.number = function () {
        var value = 0, shift = 0, byte;
        do {
            byte = this.bytes[this.at++];
            if (byte === undefined) {
                throw new RangeError('ends early');
            }
            value |= (byte & 127) << shift;
            shift += 7;
        } while (byte > 127);
        return value >>> 0;
    };

    Bytes.prototype.raw = function (count) {
        if (this.at + count > this.bytes.length) {
            throw new RangeError('ends early');
        }
        this.at += count;
        return this.bytes.subarray(this.at - count, this.at);
    };

    Bytes.prototype.text = function () {
        return utf8.decode(this.raw(this.number()));
    };

    Bytes.prototype.after = function (before) {
        return before.slice(0, this.number()) + this.text();
    };

    Bytes.prototype.real = function () {
        var four = this.raw(4);
        return new DataView(four.buffer, four.byteOffset, 4).getFloat32(0, true);
    };

    Bytes.prototype.hash = function () {
        var three = this.raw(3), hex = '';
        for (var i = 0; i < 3; i++) {
            hex += (three[i] < 16 ? '0' : '') + three[i].toString(16);
        }
        return hex;
    };

    function hashes(bytes, count) {
        var all = [];
        while (all.length < count) {
            all.push(bytes.hash());
        }
        return all;
    }

    /* ---- Spellings and words; the same as io.zhibu.hanzi.Folding and io.zhibu.search.Tokens ---- */

    var common = null;

    /* Characters of GB 2312, which need no table of traditional ones. */
    function isCommon(code) {
        if (!common) {
            common = new Uint8Array(65536);
            var bytes = [];
            for (var high = 0xB0; high <= 0xF7; high++) {
                for (var low = 0xA1; low <= 0xFE; low++) {
                    bytes.push(high, low);
                }
            }
            var text = new TextDecoder('gb2312').decode(new Uint8Array(bytes));
            for (var i = 0; i < text.length; i++) {
                common[text.charCodeAt(i)] = 1;
            }
        }
        return common[code] === 1;
    }

    function isRead(code) {
        return code >= 0x3400 && code <= 0x4DBF || code >= 0x4E00 && code <= 0x9FFF;
    }

    function needsTable(text) {
        for (var i = 0; i < text.length; i++) {
            var code = text.charCodeAt(i);
            if (code >= 0x3400 && code <= 0x9FFF && !isCommon(code)) {
                return true;
            }
        }
        return false;
    }

    function foldCode(code, table) {
        if (code < 0x80) {
            return code >= 65 && code <= 90 ? code + 32 : code;
        }
        if (code >= 0x3400 && code <= 0x9FFF) {
            return table && table.get(code) || code;
        }
        if (code >= 0xFF01 && code <= 0xFF5E) {
            return foldCode(code - 0xFEE0, table);
        }
        if (code === 0x3000 || code === 0xA0) {
            return 32;
        }
        if (code >= 0xC0 && code <= 0x24F || code >= 0x370 && code <= 0x52F) {
            return String.fromCharCode(code).toLowerCase().charCodeAt(0);
        }
        return code;
    }

    function fold(text, table) {
        var folded = '';
        for (var i = 0; i < text.length; i++) {
            folded += String.fromCharCode(foldCode(text.charCodeAt(i), table));
        }
        return folded;
    }

    function kind(text, at) {
        var c = text.charCodeAt(at);
        if (c < 0x80) {
            return c >= 97 && c <= 122 || c >= 48 && c <= 57 || c >= 65 && c <= 90 ? LETTER : GAP;
        }
        if (c >= 0x3400 && c <= 0x9FFF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF) {
            return c >= 0x4DC0 && c <= 0x4DFF ? GAP : HAN;
        }
        if (c >= 0xD840 && c <= 0xD8BF) {
            var low = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
            return low >= 0xDC00 && low <= 0xDFFF ? HAN : GAP;
        }
        if (c === 0x3005 || c === 0x3007 || c >= 0x3041 && c <= 0x3096 || c >= 0x30A1 && c <= 0x30FA || c === 0x30FC) {
            return HAN;
        }
        var letter = c === 0xAA || c === 0xB5 || c === 0xBA || c >= 0xC0 && c <= 0x2AF || c >= 0x370 && c <= 0x1FFF;
        return letter && c !== 0xD7 && c !== 0xF7 ? LETTER : GAP;
    }

    function units(text, at) {
        var c = text.charCodeAt(at);
        return c >= 0xD840 && c <= 0xD8BF && kind(text, at) === HAN ? 2 : 1;
    }

    function cut(text, found) {
        for (var at = 0; at < text.length;) {
            var what = kind(text, at), end = at;
            while (end < text.length && kind(text, end) === what) {
                end += units(text, end);
            }
            if (what === LETTER) {
                found({text: text.slice(at, end), from: at, to: end, han: false, single: false});
            } else if (what === HAN) {
                var next = at + units(text, at);
                if (next === end) {
                    found({text: text.slice(at, end), from: at, to: end, han: true, single: true});
                }
                for (var here = at; next < end;) {
                    var after = next + units(text, next);
                    found({text: text.slice(here, after), from: here, to: after, han: true, single: false});
                    here = next;
                    next = after;
                }
            }
            at = end;
        }
    }

    function tokens(text) {
        var all = [];
        cut(text, token => {
            all.push(token);
        });
        return all;
    }

    function flat(text) {
        var out = '';
        for (var at = 0; at < text.length;) {
            var count = units(text, at);
            if (kind(text, at) !== GAP) {
                out += text.substr(at, count);
            } else if (out && out[out.length - 1] !== ' ') {
                out += ' ';
            }
            at += count;
        }
        return out[out.length - 1] === ' ' ? out.slice(0, -1) : out;
    }

    /* ---- Questions; the same as io.zhibu.search.QueryReading ---- */

    function isSpace(c) {
        return c <= 0x20 || c === 0x85 || c === 0xA0 || c >= 0x2000 && c <= 0x200A || c === 0x2028 || c === 0x2029 ||
            c === 0x202F || c === 0x205F || c === 0x3000;
    }

    function closing(text, from) {
        var closers = {'"': '"“”', '“': '"“”', '”': '"“”', '「': '」', '『': '』'}[text[from]];
        for (var at = from + 1; closers && at < text.length; at++) {
            if ((at + 1 === text.length || isSpace(text.charCodeAt(at + 1))) && closers.indexOf(text[at]) >= 0) {
                return at;
            }
        }
        return 0;
    }

    function word(token) {
        return WORDS + token.text.slice(0, 64);
    }

    // A word that is looked up is its family's number and its text.
    function groupOf(token) {
        var own = word(token);
        return token.han && !token.single ? [[own]] : [[own], [NAMES + own.slice(1)]];
    }

    function Synonyms(groups) {
        var self = this;
        self.others = new Map();
        self.longest = 0;
        function link(from, to) {
            var all = self.others.get(from) || [];
            if (all.indexOf(to) < 0) {
                all.push(to);
            }
            self.others.set(from, all);
            self.longest = Math.max(self.longest, from.length);
        }
        groups.forEach(group => {
            group.slice(1).forEach(other => {
                link(group[0], other);
                link(other, group[0]);
            });
        });
    }

    Synonyms.prototype.lengthAt = function (text, at) {
        for (var length = Math.min(this.longest, text.length - at); length > 0; length--) {
            if (this.others.has(text.substr(at, length))) {
                return length;
            }
        }
        return 0;
    };

    function readQuery(typed, synonyms, table) {
        var asked = {groups: [], weights: new Map(), excluded: [], phrases: [], parts: [], runs: [], words: new Set(), messages: []};
        var known = {};
        function say(code) {
            if (asked.messages.indexOf(code) < 0) {
                asked.messages.push(code);
            }
        }
        function addGroup(group) {
            var key = JSON.stringify(group);
            if (!known['_' + key]) {
                known['_' + key] = true;
                asked.groups.push(group);
            }
        }
        function exclude(part) {
            var all = [];
            cut(part, token => {
                if (all.length < MOST_WORDS) {
                    all.push(token.han ? groupOf(token) : [[word(token)]]);
                }
            });
            if (all.length) {
                asked.excluded.push(all);
            }
        }
        function wordings(own, others) {
            var alternatives = [own];
            own.forEach(term => {
                asked.weights.set(term, 1);
            });
            others.forEach(other => {
                var terms = tokens(other).map(word);
                terms.forEach(term => {
                    if (!asked.weights.has(term)) {
                        asked.weights.set(term, 0.5);
                    }
                });
                alternatives.push(terms);
            });
            addGroup(alternatives);
        }
        function single(token) {
            var group = groupOf(token);
            addGroup(group);
            group.forEach(terms => {
                asked.weights.set(terms[0], 1);
            });
        }
        function spansOf(part) {
            var spans = [];
            for (var at = 0; at < part.length;) {
                var length = synonyms.lengthAt(part, at);
                if (length) {
                    spans.push([at, at + length]);
                }
                at += Math.max(1, length);
            }
            return spans;
        }
        function group(part, all) {
            var spans = spansOf(part);
            function holds(span, token) {
                return span && token && span[0] <= token.from && token.to <= span[1];
            }
            for (var next = 0; next < all.length;) {
                var token = all[next], span = spans.find(one => one[0] < all[next].to && all[next].from < one[1]);
                if (holds(span, token)) {
                    var covered = [];
                    while (holds(span, all[next])) {
                        covered.push(word(all[next++]));
                    }
                    wordings(covered, synonyms.others.get(part.slice(span[0], span[1])));
                } else {
                    if (span && token.han) {
                        asked.weights.set(word(token), 1);
                    } else {
                        single(token);
                    }
                    next++;
                }
            }
        }
        function take(part, phrase) {
            var plain = flat(part);
            if (!plain) {
                return;
            }
            asked.parts.push(plain);
            if (phrase) {
                asked.phrases.push(plain);
            }
            for (var at = 0; at < part.length;) {
                var end = at;
                while (end < part.length && isRead(part.charCodeAt(end))) {
                    end++;
                }
                if (end > at) {
                    asked.runs.push(part.slice(at, end));
                }
                at = Math.max(end, at + 1);
            }
            var all = [];
            cut(part, token => {
                if (asked.words.has(token.text) || asked.words.size < MOST_WORDS) {
                    asked.words.add(token.text);
                    all.push(token);
                } else {
                    say('terms');
                }
            });
            group(part, all);
        }
        function part(text, at) {
            var not = text[at] === '-' && at + 1 < text.length && text[at + 1] !== '-' && !isSpace(text.charCodeAt(at + 1));
            var from = not ? at + 1 : at, close = closing(text, from), end = from;
            while (end < text.length && !isSpace(text.charCodeAt(end))) {
                end++;
            }
            var piece = close > 0 ? text.slice(from + 1, close) : text.slice(from, end);
            if (not) {
                exclude(piece);
            } else {
                take(piece, close > 0);
            }
            return close > 0 ? close + 1 : end;
        }
        var text = typed;
        if (text.length > LONGEST) {
            say('cut');
            var last = text.charCodeAt(LONGEST - 1);
            text = text.slice(0, last >= 0xD800 && last <= 0xDBFF ? LONGEST - 1 : LONGEST);
        }
        text = fold(text, table);
        for (var at = 0; at < text.length;) {
            at = isSpace(text.charCodeAt(at)) ? at + 1 : part(text, at);
        }
        if (!asked.groups.length && !asked.weights.size) {
            say(asked.excluded.length ? 'only-excluded' : 'no-words');
        }
        return asked;
    }

    /* The question by sound; the same as io.zhibu.search.Sounds. */
    function heard(asked, readings) {
        var groups = [], known = {}, weights = new Map(asked.weights);
        function add(group) {
            var key = '_' + JSON.stringify(group);
            if (!known[key]) {
                known[key] = true;
                groups.push(group);
            }
        }
        asked.groups.filter(group => {
            return group.every(terms => {
                return terms.every(term => {
                    return kind(term, 1) !== HAN;
                });
            });
        }).forEach(add);
        asked.runs.forEach(run => {
            for (var at = 0; at + 1 < run.length || at === 0; at++) {
                var joined = [];
                (readings.get(run[at]) || []).forEach(first => {
                    (run.length === 1 ? [''] : readings.get(run[at + 1]) || []).forEach(second => {
                        joined.push([NAMES + first + second]);
                    });
                });
                if (joined.length) {
                    add(joined);
                    joined.forEach(terms => {
                        if (!weights.has(terms[0])) {
                            weights.set(terms[0], 1);
                        }
                    });
                }
            }
        });
        return Object.assign({}, asked, {groups: groups, weights: weights});
    }

    /* ---- The index ---- */

    // Lengths as Lucene keeps them in a byte.
    function lengthOf(byte) {
        if (byte < 24) {
            return byte;
        }
        var rest = byte - 24, bits = rest & 7, shift = (rest >>> 3) - 1;
        return 24 + (shift < 0 ? bits : (bits | 8) * Math.pow(2, shift));
    }

    function readField(bytes, size) {
        var field = {docs: bytes.number(), average: bytes.real(), norms: null, cache: new Float32Array(256)};
        if (bytes.number()) {
            field.norms = bytes.raw(size);
        }
        var k1 = fround(1.2), b = fround(0.75);
        for (var i = 0; i < 256; i++) {
            var share = fround(fround(b * fround(lengthOf(i))) / field.average);
            field.cache[i] = fround(1 / fround(k1 * fround(fround(1 - b) + share)));
        }
        return field;
    }

    function readFamily(bytes, size, letter) {
        var family = {letter: letter, fields: [readField(bytes, size), readField(bytes, size)], borders: [], shards: new Map()};
        var count = bytes.number(), before = '';
        while (family.borders.length < count) {
            before = bytes.after(before);
            family.borders.push(before);
        }
        family.hashes = hashes(bytes, count);
        return family;
    }

    function readBoot(raw) {
        var bytes = new Bytes(raw), boot = {};
        if (bytes.number() !== VERSION) {
            throw fault('foreign', 'boot.js', '搜索数据与搜索程序不是同一版，请刷新页面再试');
        }
        boot.size = bytes.number();
        boot.families = [readFamily(bytes, boot.size, 'w'), readFamily(bytes, boot.size, 'n')];
        boot.perMeta = bytes.number();
        boot.meta = hashes(bytes, Math.ceil(boot.size / boot.perMeta));
        boot.texts = 'xdir-' + bytes.hash();
        boot.facets = 'facets-' + bytes.hash();
        boot.fold = 'fold-' + bytes.hash();
        boot.readings = 'readings-' + bytes.hash();
        var groups = [], count = bytes.number();
        while (groups.length < count) {
            var group = [], words = bytes.number();
            while (group.length < words) {
                group.push(bytes.text());
            }
            groups.push(group);
        }
        boot.synonyms = new Synonyms(groups);
        return boot;
    }

    function readShard(raw) {
        var bytes = new Bytes(raw), count = bytes.number(), shard = {words: [], counts: [], lists: new Map()}, before = '';
        while (shard.words.length < count) {
            before = bytes.after(before);
            shard.words.push(before);
        }
        while (shard.counts.length < count) {
            shard.counts.push(bytes.number());
        }
        shard.bytes = bytes;
        return shard;
    }

    function passOver(bytes, count) {
        while (count--) {
            var form = bytes.number() & 3;
            if (form === 1) {
                bytes.number();
            } else if (form === 3) {
                bytes.number();
                bytes.number();
            }
        }
    }

    /* The pages of one word: their numbers and how often each field has it. */
    function readList(shard, wanted) {
        var at = shard.words.indexOf(wanted);
        if (at < 0) {
            return null;
        }
        if (!shard.starts) {
            shard.starts = shard.counts.map(count => {
                var start = shard.bytes.at;
                passOver(shard.bytes, count);
                return start;
            });
        }
        var bytes = new Bytes(shard.bytes.bytes), count = shard.counts[at], doc = 0, seen = [0, 0];
        bytes.at = shard.starts[at];
        var list = {docs: new Int32Array(count), often: [new Int32Array(count), new Int32Array(count)], with: seen};
        for (var i = 0; i < count; i++) {
            var code = bytes.number(), form = code & 3, first = form < 2 ? 0 : 1, second = form === 0 ? 1 : 0;
            doc += code >>> 2;
            if (form === 1) {
                second = bytes.number() + 2;
            } else if (form === 3) {
                first = bytes.number();
                second = bytes.number();
            }
            list.docs[i] = doc;
            list.often[0][i] = first;
            list.often[1][i] = second;
            seen[0] += first > 0 ? 1 : 0;
            seen[1] += second > 0 ? 1 : 0;
        }
        return list;
    }

    function shardOf(family, text) {
        var low = 0, high = family.borders.length;
        while (low < high) {
            var middle = low + high >> 1;
            if (family.borders[middle] <= text) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /* ---- Ranking ---- */

    function mark(list, into, fields) {
        for (var i = 0; list && i < list.docs.length; i++) {
            if (list.often[0][i] > 0 || fields > 1) {
                into[list.docs[i]] = 1;
            }
        }
    }

    /* Which pages have all words of one of the alternatives. */
    function has(group, lists, size, fields) {
        var any = new Uint8Array(size);
        group.forEach(terms => {
            if (terms.length === 1) {
                mark(lists.get(terms[0]), any, fields);
                return;
            }
            var all = null;
            Array.from(new Set(terms)).forEach(term => {
                var one = new Uint8Array(size);
                mark(lists.get(term), one, fields);
                for (var i = 0; all && i < size; i++) {
                    one[i] &= all[i];
                }
                all = one;
            });
            for (var i = 0; all && i < size; i++) {
                any[i] |= all[i];
            }
        });
        return any;
    }

    function every(groups, lists, size, fields) {
        var all = null;
        groups.forEach(group => {
            var one = has(group, lists, size, fields);
            for (var i = 0; all && i < size; i++) {
                one[i] &= all[i];
            }
            all = one;
        });
        return all;
    }

    function rank(boot, asked, lists) {
        var size = boot.size, sums = new Float64Array(size), met = new Uint8Array(size), total = 0;
        asked.weights.forEach((factor, term) => {
            var list = lists.get(term), family = boot.families[+term[0]];
            for (var side = 0; list && side < 2; side++) {
                var field = family.fields[side], count = list.with[side];
                if (!count) {
                    continue;
                }
                var idf = fround(Math.log(1 + (field.docs - count + 0.5) / (count + 0.5)));
                var weight = fround((side === 0 ? 2 * factor : factor) * idf), often = list.often[side];
                total += weight;
                for (var i = 0; i < often.length; i++) {
                    if (often[i]) {
                        var doc = list.docs[i], inverse = field.cache[field.norms ? field.norms[doc] : 1];
                        sums[doc] += fround(weight - fround(weight / fround(1 + fround(often[i] * inverse))));
                        met[doc] = 1;
                    }
                }
            }
        });
        var bonus = 1;
        while (bonus < total) {
            bonus *= 2;
        }
        if (total && asked.groups.length) {
            var all = every(asked.groups, lists, size, 2), title = every(asked.groups, lists, size, 1);
            for (var i = 0; i < size; i++) {
                sums[i] += bonus * (all[i] + title[i]);
            }
        }
        asked.excluded.forEach(groups => {
            var out = every(groups, lists, size, 2);
            for (var i = 0; i < size; i++) {
                if (out[i]) {
                    met[i] = 0;
                }
            }
        });
        var docs = [], scores = new Float32Array(size), strict = 0;
        for (var doc = 0; doc < size; doc++) {
            if (met[doc]) {
                scores[doc] = sums[doc];
                docs.push(doc);
                strict += scores[doc] >= bonus ? 1 : 0;
            }
        }
        return {docs: docs, scores: scores, bonus: bonus, strict: strict};
    }

    /* The best pages in order; the rest, which nobody looks at yet, isn't sorted. */
    function best(docs, scores, count) {
        var some = docs;
        if (docs.length > count) {
            var values = new Float32Array(docs.length);
            for (var i = 0; i < docs.length; i++) {
                values[i] = scores[docs[i]];
            }
            values.sort();
            var least = values[docs.length - count];
            some = docs.filter(doc => {
                return scores[doc] >= least;
            });
        }
        return some.slice().sort((a, b) => {
            return scores[b] - scores[a] || a - b;
        }).slice(0, count);
    }

    /* ---- Marks and snippets ---- */

    function marksOf(text, words, table) {
        var folded = fold(text, table), marks = [];
        cut(folded, token => {
            if (words.has(token.text)) {
                marks.push([token.from, token.to]);
            }
        });
        words.forEach(one => {
            if (one.length === units(one, 0) && kind(one, 0) === HAN) {
                for (var at = folded.indexOf(one); at >= 0; at = folded.indexOf(one, at + 1)) {
                    marks.push([at, at + one.length]);
                }
            }
        });
        marks.sort((a, b) => {
            return a[0] - b[0] || a[1] - b[1];
        });
        var merged = [];
        marks.forEach(one => {
            var last = merged[merged.length - 1];
            if (last && one[0] <= last[1]) {
                last[1] = Math.max(last[1], one[1]);
            } else {
                merged.push([one[0], one[1]]);
            }
        });
        return merged;
    }

    function snippetOf(text, words, table) {
        var marks = marksOf(text, words, table), most = 0, from = 0;
        if (!marks.length) {
            return null;
        }
        marks.forEach((one, i) => {
            var seen = {}, worth = 0;
            for (var j = i; j < marks.length && marks[j][1] <= one[0] + SNIPPET - 16; j++) {
                var what = '_' + text.slice(marks[j][0], marks[j][1]);
                worth += seen[what] ? 0 : marks[j][1] - marks[j][0];
                seen[what] = true;
            }
            if (worth > most) {
                most = worth;
                from = one[0];
            }
        });
        var start = Math.max(0, from - 16), line = text.lastIndexOf('\n', from);
        start = line >= start ? line + 1 : start;
        var end = Math.min(text.length, start + SNIPPET);
        // Half a surrogate pair is no text.
        start += start > 0 && /[\uDC00-\uDFFF]/.test(text[start]) ? 1 : 0;
        end -= end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1]) ? 1 : 0;
        return {
            text: text.slice(start, end).replace(/\n/g, ' '),
            marks: marks.filter(one => {
                return one[1] > start && one[0] < end;
            }).map(one => {
                return [Math.max(one[0], start) - start, Math.min(one[1], end) - start];
            }),
            cutBefore: start > 0,
            cutAfter: end < text.length
        };
    }

    /* ---- Asking ---- */

    function Searcher(base) {
        this.files = new Files(base);
        this.read = {};
    }

    /* A file understood, once. */
    Searcher.prototype.part = function (id, reading) {
        var self = this, key = '_' + id;
        if (!self.read[key]) {
            self.read[key] = self.files.load(id).then(bytes => {
                try {
                    return reading(bytes);
                } catch (wrong) {
                    delete self.files.loads[key];
                    throw wrong.code ? wrong : fault('damaged', id + '.js', '搜索数据残缺，请再试一次');
                }
            });
            self.read[key].catch(() => {
                delete self.read[key];
            });
        }
        return self.read[key];
    };

    Searcher.prototype.warm = function () {
        return this.part('boot', readBoot);
    };

    Searcher.prototype.table = function (boot, texts) {
        if (!texts.some(needsTable)) {
            return Promise.resolve(this.folding || null);
        }
        var self = this;
        return self.part(boot.fold, raw => {
            var pairs = new Bytes(raw).text(), table = new Map();
            for (var i = 0; i < pairs.length; i += 2) {
                table.set(pairs.charCodeAt(i), pairs.charCodeAt(i + 1));
            }
            return table;
        }).then(table => {
            self.folding = table;
            return table;
        });
    };

    Searcher.prototype.readings = function (boot) {
        return this.part(boot.readings, raw => {
            var readings = new Map();
            new Bytes(raw).text().split('\n').forEach(line => {
                var space = line.indexOf(' ');
                for (var i = space + 1; space > 0 && i < line.length; i++) {
                    var all = readings.get(line[i]) || [];
                    all.push(line.slice(0, space));
                    readings.set(line[i], all);
                }
            });
            return readings;
        });
    };

    Searcher.prototype.lists = function (boot, asked) {
        var self = this, lists = new Map(), terms = new Set(asked.weights.keys());
        asked.groups.concat([].concat.apply([], asked.excluded)).forEach(group => {
            group.forEach(all => {
                all.forEach(term => {
                    terms.add(term);
                });
            });
        });
        return Promise.all(Array.from(terms).map(term => {
            var family = boot.families[+term[0]], text = term.slice(1), at = shardOf(family, text);
            return at < 0 ? null : self.part(family.letter + '-' + family.hashes[at], readShard).then(shard => {
                if (!shard.lists.has(text)) {
                    shard.lists.set(text, readList(shard, text));
                }
                var list = shard.lists.get(text);
                if (list) {
                    lists.set(term, list);
                }
            });
        })).then(() => {
            return lists;
        });
    };

    Searcher.prototype.facets = function (boot) {
        return this.part(boot.facets, raw => {
            var bytes = new Bytes(raw), groups = [], count = bytes.number(), newest = [];
            while (groups.length < count) {
                var group = {key: bytes.text(), label: bytes.text(), values: []}, values = bytes.number();
                while (group.values.length < values) {
                    var value = {key: bytes.text(), label: bytes.text(), docs: []}, docs = bytes.number(), doc = 0;
                    while (value.docs.length < docs) {
                        doc += bytes.number();
                        value.docs.push(doc);
                    }
                    group.values.push(value);
                }
                groups.push(group);
            }
            while (newest.length < boot.size) {
                newest.push(bytes.number());
            }
            return {groups: groups, newest: newest};
        });
    };

    Searcher.prototype.meta = function (boot, doc) {
        var from = Math.floor(doc / boot.perMeta);
        return this.part('m-' + boot.meta[from], raw => {
            var bytes = new Bytes(raw), all = [], count = Math.min(boot.perMeta, boot.size - from * boot.perMeta);
            while (all.length < count) {
                all.push({
                    id: bytes.text(), title: bytes.text(), uri: bytes.text(), summary: bytes.text(),
                    type: bytes.text(), unit: bytes.text(), year: bytes.text(), sample: bytes.number() === 1
                });
            }
            return all;
        }).then(all => {
            return all[doc % boot.perMeta];
        });
    };

    Searcher.prototype.text = function (boot, doc) {
        var self = this;
        return self.part(boot.texts, raw => {
            var bytes = new Bytes(raw), count = bytes.number(), files = [], first = 0;
            for (var i = 0; i < count; i++) {
                files.push({first: first, count: bytes.number()});
                first += files[i].count;
            }
            hashes(bytes, count).forEach((hash, at) => {
                files[at].id = 'x-' + hash;
            });
            return files;
        }).then(files => {
            var file = files.filter(one => {
                return one.first <= doc && doc < one.first + one.count;
            })[0];
            return self.part(file.id, raw => {
                var bytes = new Bytes(raw), all = [];
                while (all.length < file.count) {
                    all.push(bytes.text());
                }
                return all;
            }).then(all => {
                return all[doc - file.first];
            });
        });
    };

    /* Which of the pages hold all the wordings as they stand. */
    Searcher.prototype.says = function (boot, docs, wordings) {
        var self = this;
        return Promise.all(docs.map(doc => {
            return Promise.all([self.meta(boot, doc), self.text(boot, doc)]).then(both => {
                var text = both[0].title + '\n' + both[0].summary + '\n' + both[1];
                return self.table(boot, [text]).then(table => {
                    var plain = flat(fold(text, table));
                    return wordings.every(one => {
                        return plain.indexOf(one) >= 0;
                    });
                });
            });
        }));
    };

    function chosenIn(facets, chosen, size) {
        var missing = new Uint8Array(size), last = new Int8Array(size).fill(-1);
        facets.groups.forEach((group, number) => {
            var keys = chosen[group.key] || [];
            if (!keys.length) {
                return;
            }
            var any = new Uint8Array(size);
            group.values.forEach(value => {
                if (keys.indexOf(value.key) >= 0) {
                    value.docs.forEach(doc => {
                        any[doc] = 1;
                    });
                }
            });
            for (var doc = 0; doc < size; doc++) {
                if (!any[doc]) {
                    missing[doc]++;
                    last[doc] = number;
                }
            }
        });
        return {missing: missing, last: last};
    }

    function countsOf(facets, chosen, filter, docs, size) {
        var found = new Uint8Array(size);
        docs.forEach(doc => {
            found[doc] = 1;
        });
        return facets.groups.map((group, number) => {
            var keys = chosen[group.key] || [];
            return {
                key: group.key,
                label: group.label,
                values: group.values.map(value => {
                    var count = value.docs.filter(doc => {
                        return found[doc] && (filter.missing[doc] === 0 || filter.missing[doc] === 1 && filter.last[doc] === number);
                    }).length;
                    return {key: value.key, label: value.label, count: count, chosen: keys.indexOf(value.key) >= 0};
                }).filter(value => {
                    return value.count > 0 || value.chosen;
                })
            };
        });
    }

    Searcher.prototype.query = function (typed, options) {
        var self = this, wish = Object.assign({facets: {}, limit: 10, offset: 0, rerank: true}, options);
        typed = String(typed === undefined || typed === null ? '' : typed);
        return self.warm().then(boot => {
            return self.table(boot, [typed.slice(0, LONGEST)]).then(table => {
                var asked = readQuery(typed, boot.synonyms, table);
                return self.found(boot, asked, typed).then(ranked => {
                    return self.answer(boot, asked, ranked, typed, wish);
                });
            });
        }).catch(wrong => {
            if (wrong.code && !wish.again) {
                // The directory may be last night's, kept by the browser: once more from a fresh one.
                delete self.read._boot;
                delete self.files.loads._boot;
                self.files.fresh = '?' + Date.now();
                return self.query(typed, Object.assign({}, wish, {again: true}));
            }
            if (!wrong.code) {
                wrong = Object.assign(new Error('搜索程序出错：' + wrong.message), {code: 'program', file: 'search.js', retry: false});
            }
            throw wrong;
        });
    };

    Searcher.prototype.found = function (boot, asked, typed) {
        var self = this;
        if (!typed.trim()) {
            asked.messages.length = 0;
            return self.facets(boot).then(facets => {
                return {docs: facets.newest, scores: new Float32Array(boot.size), bonus: 1, strict: 0, listed: true};
            });
        }
        return self.lists(boot, asked).then(lists => {
            var ranked = rank(boot, asked, lists);
            if (ranked.strict > 0 || !asked.runs.length || asked.phrases.length) {
                return ranked;
            }
            return self.readings(boot).then(readings => {
                var again = heard(asked, readings);
                return self.lists(boot, again).then(more => {
                    ranked = rank(boot, again, more);
                    if (ranked.strict > 0) {
                        asked.messages.push('homophones');
                    }
                    return ranked;
                });
            });
        });
    };

    function tierOf(score, bonus) {
        return score >= 2 * bonus ? 'title' : score >= bonus ? 'all' : 'some';
    }

    Searcher.prototype.answer = function (boot, asked, ranked, typed, wish) {
        var self = this, chosen = wish.facets || {}, filtered = Object.keys(chosen).some(key => {
            return chosen[key] && chosen[key].length;
        });
        var needs = filtered || wish.counts;
        return (needs ? self.facets(boot) : Promise.resolve(null)).then(facets => {
            var filter = needs ? chosenIn(facets, chosen, boot.size) : null;
            function passes(doc) {
                return !filter || filter.missing[doc] === 0;
            }
            function strictly(docs) {
                return docs.filter(doc => {
                    return !ranked.listed && ranked.scores[doc] >= ranked.bonus;
                });
            }
            var kept = asked.phrases.length
                ? self.phrased(boot, asked, best(strictly(ranked.docs), ranked.scores, PHRASE_TEXTS + 1))
                : Promise.resolve({docs: ranked.docs, exact: true});
            return kept.then(left => {
                var docs = left.docs.filter(passes), strict = strictly(docs).length, messages = asked.messages.slice();
                var end = wish.offset + wish.limit;
                var order = ranked.listed ? docs.slice(0, end) : best(docs, ranked.scores, Math.max(end, RERANKED));
                if (!left.exact) {
                    messages.push('phrase-stopped');
                }
                if (!strict && docs.length && !ranked.listed) {
                    messages.push('some');
                }
                var result = {
                    query: typed,
                    total: docs.length,
                    totalExact: left.exact,
                    strict: strict,
                    hits: [],
                    counts: wish.counts ? countsOf(facets, chosen, filter, left.docs, boot.size) : null,
                    terms: Array.from(asked.weights.keys()),
                    messages: messages.map(code => {
                        return {code: code, text: SAYS[code]};
                    })
                };
                return self.listed(boot, asked, ranked, order, result, wish);
            });
        });
    };

    Searcher.prototype.phrased = function (boot, asked, docs) {
        var first = docs.slice(0, PHRASE_TEXTS);
        return this.says(boot, first, asked.phrases).then(says => {
            return {
                docs: first.filter((doc, at) => {
                    return says[at];
                }),
                exact: docs.length <= PHRASE_TEXTS
            };
        });
    };

    Searcher.prototype.listed = function (boot, asked, ranked, order, result, wish) {
        var self = this, words = new Set(asked.words), exact = {}, end = wish.offset + wish.limit;
        asked.weights.forEach((factor, term) => {
            if (+term[0] === WORDS) {
                words.add(term.slice(1));
            }
        });
        function hits(shown, snippets) {
            return Promise.all(shown.map(doc => {
                return Promise.all([self.meta(boot, doc), snippets ? self.text(boot, doc) : null]).then(both => {
                    return self.table(boot, [both[0].title, both[0].summary, both[1] || '']).then(table => {
                        return Object.assign({}, both[0], {
                            doc: doc,
                            score: ranked.scores[doc],
                            tier: ranked.listed ? 'some' : tierOf(ranked.scores[doc], ranked.bonus),
                            stage: doc in exact ? 2 : 1,
                            exact: exact[doc] || '',
                            marks: marksOf(both[0].title, words, table),
                            summaryMarks: marksOf(both[0].summary, words, table),
                            snippet: both[1] ? snippetOf(both[1], words, table) : null
                        });
                    });
                });
            }));
        }
        function full(doc) {
            return !ranked.listed && ranked.scores[doc] >= ranked.bonus;
        }
        var first = Promise.resolve();
        if (wish.onFirst) {
            first = hits(order.slice(wish.offset, end), false).then(shown => {
                wish.onFirst(Object.assign({}, result, {hits: shown}));
            });
        }
        return first.then(() => {
            return wish.rerank && asked.parts.length ? self.worded(boot, asked, order.slice(0, RERANKED).filter(full), exact) : null;
        }).then(() => {
            var rank = {title: 0, text: 1, '': 2};
            var top = order.slice(0, RERANKED).map((doc, at) => {
                return {doc: doc, at: at, rank: rank[exact[doc] || '']};
            }).sort((a, b) => {
                return a.rank - b.rank || a.at - b.at;
            }).map(one => {
                return one.doc;
            });
            return hits(top.concat(order.slice(RERANKED)).slice(wish.offset, end), wish.snippets);
        }).then(shown => {
            result.hits = shown;
            return result;
        });
    };

    /* Where each page holds what was typed, word for word: only where that can change the order are texts fetched. */
    Searcher.prototype.worded = function (boot, asked, docs, exact) {
        var self = this;
        return Promise.all(docs.map(doc => {
            return self.meta(boot, doc).then(meta => {
                return self.table(boot, [meta.title]).then(table => {
                    var title = flat(fold(meta.title, table));
                    exact[doc] = asked.parts.every(one => {
                        return title.indexOf(one) >= 0;
                    }) ? 'title' : '';
                });
            });
        })).then(() => {
            var open = docs.filter(doc => {
                return !exact[doc];
            });
            if (asked.words.size === 1 || open.length < Math.max(2, docs.length)) {
                return null;
            }
            return self.says(boot, open, asked.parts).then(says => {
                open.forEach((doc, at) => {
                    exact[doc] = says[at] ? 'text' : '';
                });
            });
        });
    };

    Searcher.prototype.groups = function () {
        var self = this;
        return self.warm().then(boot => {
            return self.facets(boot).then(facets => {
                return countsOf(facets, {}, chosenIn(facets, {}, boot.size), facets.newest, boot.size);
            });
        });
    };

    window.zhibuSearch = function (base) {
        var searcher = new Searcher(base);
        return {
            warm: function () {
                return searcher.warm().then(boot => {
                    return {size: boot.size};
                });
            },
            query: function (text, options) {
                return searcher.query(text, options);
            },
            groups: function () {
                return searcher.groups();
            }
        };
    };
    // What tests hold against the generator's own rules.
    window.zhibuSearch.rules = {
        fold: fold,
        tokens: tokens,
        flat: flat,
        table: base => {
            var searcher = new Searcher(base);
            return searcher.warm().then(boot => {
                return searcher.table(boot, ['長']);
            });
        }
    };
}());
