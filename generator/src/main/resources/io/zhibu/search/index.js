/* The index as its files hold it; the same as io.zhibu.search.Coder and ListCoding. */

var NUMBER = 160, SIZES = 24, STEP = 10 * NUMBER, OFTEN = STEP + SIZES * NUMBER, HAS_FIRST = OFTEN + SIZES * NUMBER;
var PAIR = HAS_FIRST + SIZES, SAME = PAIR + 1, ASCII = PAIR + 2, LETTERS = PAIR + 3, CONTEXTS = LETTERS + 128;

function decoder(bytes, contexts) {
    const zero = new Uint16Array(contexts).fill(16384), seen = new Uint8Array(contexts);
    let at = 3, range = 16777215, code = bytes[0] << 16 | bytes[1] << 8 | bytes[2];
    function shift() {
        while (range < 65536) {
            range <<= 8;
            code = code << 8 | bytes[at++];
            // Damaged, it might ask for more without end.
            if (at > bytes.length + 8) {
                throw new RangeError('ends early');
            }
        }
    }
    function bit(context) {
        const chance = zero[context], bound = (range >>> 8) * (chance >>> 3) >>> 4, step = 16384 / (seen[context] + 2) | 0;
        const one = code >= bound ? 1 : 0;
        if (one) {
            code -= bound;
            range -= bound;
            zero[context] = Math.max(32, chance - (chance * step >>> 14));
        } else {
            range = bound;
            zero[context] = Math.min(32736, chance + ((32768 - chance) * step >>> 14));
        }
        if (seen[context] < 22) {
            seen[context]++;
        }
        shift();
        return one;
    }
    function plain(count, value) {
        while (count-- > 0) {
            range >>>= 1;
            const one = code >= range ? 1 : 0;
            code -= one && range;
            value = value << 1 | one;
            shift();
        }
        return value;
    }
    function symbol(context, count) {
        var node = 1;
        for (var i = 0; i < count; i++) {
            node = node << 1 | bit(context + node);
        }
        return node - (1 << count);
    }
    function number(context) {
        var length = 0, value = 1;
        while (bit(context + length)) {
            if (++length > 31) {
                throw new RangeError('no number');
            }
        }
        var told = Math.min(2, length);
        for (var i = 0; i < told; i++) {
            value = value << 1 | bit(context + 32 + 4 * length + value);
        }
        return plain(length - told, value);
    }
    return {bit: bit, plain: plain, symbol: symbol, number: number};
}

function sizeOf(value) {
    return Math.min(SIZES - 1, 31 - Math.clz32(Math.max(1, value)));
}

function isPair(word) {
    return word.length === 2 && isRead(word.charCodeAt(0)) && isRead(word.charCodeAt(1));
}

function readWord(coded, before) {
    var afterPair = isPair(before);
    if (coded.bit(PAIR)) {
        if (afterPair && coded.bit(SAME)) {
            return before[0] + String.fromCharCode(before.charCodeAt(1) + coded.number(3 * NUMBER));
        }
        var from = before ? Math.max(0x3400, before.charCodeAt(0)) : 0x3400;
        var first = from + coded.number(2 * NUMBER) - 1;
        return String.fromCharCode(first, 0x3400 + coded.number(4 * NUMBER) - 1);
    }
    var word = before.slice(0, coded.number(5 * NUMBER) - 1);
    for (var rest = coded.number(6 * NUMBER) - 1; rest > 0; rest--) {
        word += String.fromCharCode(coded.bit(ASCII) ? coded.plain(16, 0) : coded.symbol(LETTERS, 7));
    }
    return word;
}

/* A shard's words, and the pages of all of them in a row: their numbers and how often each field has the word. */
function readShard(bytes, size) {
    var coded = decoder(bytes, CONTEXTS), count = coded.number(0), all = coded.number(NUMBER), at = 0;
    var shard = {words: [], starts: [0], docs: new Int32Array(all), often: [new Int32Array(all), new Int32Array(all)]};
    for (var word = ''; shard.words.length < count;) {
        word = readWord(coded, word);
        var pages = coded.number(7 * NUMBER), step = STEP + NUMBER * sizeOf(size / pages), common = sizeOf(pages), doc = -1;
        for (var end = at + pages; at < end; at++) {
            doc += coded.number(step);
            shard.docs[at] = doc;
            if (coded.bit(HAS_FIRST + common)) {
                shard.often[0][at] = coded.number(8 * NUMBER);
                shard.often[1][at] = coded.number(9 * NUMBER) - 1;
            } else {
                shard.often[1][at] = coded.number(OFTEN + NUMBER * common);
            }
        }
        shard.words.push(word);
        shard.starts.push(at);
    }
    return shard;
}

/* The pages of one word; null if none has it. */
function listOf(shard, wanted) {
    var at = shard.words.indexOf(wanted), from = shard.starts[at], end = shard.starts[at + 1];
    if (at < 0) {
        return null;
    }
    var often = shard.often.map(one => one.subarray(from, end));
    return {docs: shard.docs.subarray(from, end), often: often};
}

// Lengths as Lucene keeps them in a byte.
function lengthOf(byte) {
    if (byte < 24) {
        return byte;
    }
    var rest = byte - 24, bits = rest & 7, shift = (rest >>> 3) - 1;
    return 24 + (shift < 0 ? bits : (bits | 8) * Math.pow(2, shift));
}

/* What is known of a field for all pages; its lengths come with the boot, or later. */
function readField(bytes) {
    var field = {docs: bytes.number(), average: bytes.real(), told: bytes.number() === 1, lengths: null, cache: new Float32Array(256)};
    var k1 = fround(1.2), b = fround(0.75);
    for (var i = 0; i < 256; i++) {
        var share = fround(fround(b * fround(lengthOf(i))) / field.average);
        field.cache[i] = fround(1 / fround(k1 * fround(fround(1 - b) + share)));
    }
    return field;
}

function readLengths(bytes, fields, count) {
    var coded = decoder(bytes, 256 * fields);
    return Array.from({length: fields}, (none, at) => Uint8Array.from({length: count}, () => coded.symbol(256 * at, 8)));
}

/* Which file may have a word; in a large site first which file tells that. */
function readDirectory(bytes) {
    var borders = [], count = bytes.number(), coded = decoder(bytes.numbered(), CONTEXTS);
    for (var border = ''; borders.length < count;) {
        border = readWord(coded, border);
        borders.push(border);
    }
    return {borders: borders, names: bytes.many(count, bytes.hash)};
}

/* How many of the values, which rise, are before the first of which it isn't so. */
function countWhile(values, so) {
    var low = 0, high = values.length;
    while (low < high) {
        var middle = low + high >> 1;
        if (so(values[middle])) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

function lookUp(directory, text) {
    const at = countWhile(directory.borders, border => border <= text);
    return {file: directory.names[at - 1], border: directory.borders[at]};
}

function readBoot(raw) {
    var bytes = new Bytes(raw), boot = {};
    if (bytes.number() !== VERSION) {
        throw fault('foreign', 'boot.js', '搜索数据与搜索程序不是同一版，请刷新页面再试');
    }
    boot.size = bytes.number();
    boot.aside = bytes.number();
    boot.places = bytes.number();
    boot.samples = bytes.number();
    boot.made = bytes.number();
    boot.large = bytes.number() === 1;
    boot.families = ['w', 'n'].map(letter => ({
        letter: letter, fields: [readField(bytes), readField(bytes)], directory: readDirectory(bytes)
    }));
    setLengths(boot.families[0], bytes.numbered(), boot.size);
    boot.families[1].later = 'l-' + bytes.hash();
    boot.titled = boot.large ? MANY_TITLES : TITLES;
    boot.titles = bytes.many(Math.ceil(boot.size / boot.titled), bytes.hash);
    boot.facets = 'facets-' + bytes.hash();
    boot.fold = 'fold-' + bytes.hash();
    boot.readings = bytes.many(2, bytes.hash);
    boot.words = 'c-' + bytes.hash();
    boot.synonyms = new Synonyms(bytes.many(bytes.number(), () => bytes.many(bytes.number(), bytes.text)));
    return boot;
}

/* Lengths of all pages in the fields of a family. */
function setLengths(family, bytes, size) {
    var told = family.fields.filter(field => field.told);
    readLengths(bytes, told.length, size).forEach((lengths, at) => {
        told[at].lengths = lengths;
    });
}
