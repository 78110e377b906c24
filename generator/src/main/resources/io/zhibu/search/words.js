/* Spellings and words; the same as io.zhibu.hanzi.Folding and io.zhibu.search.Tokens. */

let places = null;

/* Characters of GB 2312 have a place in it, from 1 on; they need no table of traditional ones. */
function placeIn2312(code) {
    if (!places) {
        const bytes = [];
        for (let high = 0xB0; high <= 0xF7; high++) {
            for (let low = 0xA1; low <= 0xFE; low++) {
                bytes.push(high, low);
            }
        }
        places = new Uint16Array(65536);
        new TextDecoder('gb2312').decode(new Uint8Array(bytes)).match(/[\u4E00-\u9FFF]/g).forEach((c, at) => {
            places[c.charCodeAt(0)] = at + 1;
        });
    }
    return places[code];
}

function isRead(code) {
    return code >= 0x3400 && code <= 0x4DBF || code >= 0x4E00 && code <= 0x9FFF;
}

function needsTable(text) {
    return (text.match(/[\u2E80-\u2FD5\u3400-\u9FFF]/g) || []).some(c => !placeIn2312(c.charCodeAt(0)));
}

function foldCode(code, table) {
    if (code < 0x80) {
        return code >= 65 && code <= 90 ? code + 32 : code;
    }
    if (code >= 0x3400 && code <= 0x9FFF || code >= 0x2E80 && code <= 0x2FD5) {
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

/* Without what nobody sees, letters with their accents in one; the same as io.zhibu.unicode.Spelling. */
function bare(text) {
    return text.replace(/[\xAD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8]|\uDB40[\uDC00-\uDFFF]/g, '').normalize();
}

function fold(text, table) {
    let folded = '';
    for (let i = 0; i < text.length; i++) {
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

function tokens(text) {
    const all = [], add = (from, to, han, single) => all.push({text: text.slice(from, to), from, to, han, single});
    for (let at = 0; at < text.length;) {
        const what = kind(text, at);
        let end = at;
        while (end < text.length && kind(text, end) === what) {
            end += units(text, end);
        }
        let next = at + units(text, at);
        if (what === LETTER || what === HAN && next === end) {
            add(at, end, what === HAN, what === HAN);
        }
        while (what === HAN && next < end) {
            const after = next + units(text, next);
            add(at, after, true, false);
            at = next;
            next = after;
        }
        at = end;
    }
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
