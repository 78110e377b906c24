/* zlib (RFC 1950) for browsers without DecompressionStream. Loaded only there. */
(function () {
'use strict';
var BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
var MORE = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
var ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function broken() {
    throw new Error('not zlib');
}

// Canonical codes: how many of each length, and the symbols in the order of their codes.
function codes(lengths) {
    var counts = new Uint16Array(16), starts = new Uint16Array(16), symbols = new Uint16Array(lengths.length), i;
    for (i = 0; i < lengths.length; i++) {
        counts[lengths[i]]++;
    }
    counts[0] = 0;
    for (i = 1; i < 16; i++) {
        starts[i] = starts[i - 1] + counts[i - 1];
    }
    for (i = 0; i < lengths.length; i++) {
        if (lengths[i]) {
            symbols[starts[lengths[i]]++] = i;
        }
    }
    return {counts: counts, symbols: symbols};
}

function fill(length, value, list) {
    while (list.length < length) {
        list.push(value);
    }
    return list;
}

function inflate(bytes) {
    var at = 2, hold = 0, held = 0, out = new Uint8Array(bytes.length * 4 + 64), size = 0;
    if (bytes.length < 6 || (bytes[0] & 15) !== 8 || (bytes[0] * 256 + bytes[1]) % 31 || bytes[1] & 32) {
        broken();
    }
    function bits(count) {
        while (held < count) {
            if (at >= bytes.length) {
                broken();
            }
            hold |= bytes[at++] << held;
            held += 8;
        }
        var value = hold & (1 << count) - 1;
        hold >>>= count;
        held -= count;
        return value;
    }
    function symbol(table) {
        var code = 0, first = 0, index = 0;
        for (var length = 1; length < 16; length++) {
            code |= bits(1);
            var count = table.counts[length];
            if (code - count < first) {
                return table.symbols[index + code - first];
            }
            index += count;
            first = first + count << 1;
            code <<= 1;
        }
        return broken();
    }
    function put(byte) {
        if (size === out.length) {
            var larger = new Uint8Array(size * 2);
            larger.set(out);
            out = larger;
        }
        out[size++] = byte;
    }
    function stored() {
        hold = held = 0;
        var length = bytes[at] | bytes[at + 1] << 8;
        if (at + 4 + length > bytes.length) {
            broken();
        }
        at += 4;
        while (length--) {
            put(bytes[at++]);
        }
    }
    function block(literals, distances) {
        for (;;) {
            var code = symbol(literals);
            if (code < 256) {
                put(code);
            } else if (code === 256) {
                return;
            } else {
                if (code > 285) {
                    broken();
                }
                var length = BASE[code - 257] + bits(MORE[code - 257]);
                var step = symbol(distances);
                var more = step < 4 ? 0 : (step >> 1) - 1;
                var back = (step < 4 ? step : (2 + (step & 1)) << more) + 1 + bits(more);
                if (back > size || step > 29) {
                    broken();
                }
                while (length--) {
                    put(out[size - back]);
                }
            }
        }
    }
    function tables() {
        var literals = bits(5) + 257, distances = bits(5) + 1, count = bits(4) + 4, lengths = fill(19, 0, []), i;
        for (i = 0; i < count; i++) {
            lengths[ORDER[i]] = bits(3);
        }
        var table = codes(lengths), all = [];
        while (all.length < literals + distances) {
            var code = symbol(table);
            if (code < 16) {
                all.push(code);
            } else if (code === 16) {
                fill(all.length + 3 + bits(2), all[all.length - 1], all);
            } else {
                fill(all.length + (code === 17 ? 3 + bits(3) : 11 + bits(7)), 0, all);
            }
        }
        block(codes(all.slice(0, literals)), codes(all.slice(literals, literals + distances)));
    }
    for (var last = 0; !last;) {
        last = bits(1);
        var kind = bits(2);
        if (kind === 0) {
            stored();
        } else if (kind === 1) {
            block(codes(fill(288, 8, fill(280, 7, fill(256, 9, fill(144, 8, []))))), codes(fill(30, 5, [])));
        } else if (kind === 2) {
            tables();
        } else {
            broken();
        }
    }
    var a = 1, b = 0;
    for (var i = 0; i < size; i++) {
        a = (a + out[i]) % 65521;
        b = (b + a) % 65521;
    }
    if (at + 4 > bytes.length || bytes[at] !== b >> 8 || bytes[at + 1] !== (b & 255) || bytes[at + 2] !== a >> 8 || bytes[at + 3] !== (a & 255)) {
        broken();
    }
    return out.subarray(0, size);
}

window.zhibuInflate = inflate;
}());
