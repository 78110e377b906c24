/* What few questions need of the program: fetched beside the files that it reads. Joined to it by what it's called with. */
'use strict';
zhibu(({Bytes, CONTEXTS, Groups, HAN, NAMES, NUMBER, decoder, kind, marksOf, merged, readWord}) => {

var SNIPPET = 96;
var SAYS = {
    'cut': '检索的话太长，只用了前 256 个字',
    'terms': '词太多，只用了前 48 个',
    'no-words': '没有可检索的字',
    'only-excluded': '只有要排除的词，请再写一个要找的词',
    'homophones': '没有条目包含全部检索词，以下按读音找到',
    'characters': '没有条目包含这些词，以下条目的名称里有其中的字',
    'some': '没有条目包含全部检索词，以下包含其中一部分',
    'phrase-stopped': '引号里的原话只核对了前 50 篇'
};

/* Characters by themselves, or as foretold by the two before them or the one before; the same as io.zhibu.search.TextCoding. */
function readTexts(bytes, count) {
    const SUMMARY = 16, TEXT = SUMMARY + NUMBER, HIGH = TEXT + NUMBER, LOW = HIGH + 256, SLOTS = 32768;
    const coded = decoder(bytes, LOW + 65536), foretold = new Uint16Array(2 * SLOTS), sure = new Uint8Array(2 * SLOTS);
    let before = 0, beforeThat = 0;
    function one() {
        const last = Math.imul(before + 1, 0x9E3779B1), slots = [Math.imul(last + beforeThat + 1, 0x9E3779B1) >>> 17, SLOTS | last >>> 17];
        let wrong = 0, c = 0;
        for (let view = 0; view < 2 && !c; view++) {
            const guess = foretold[slots[view]];
            if (guess && guess !== wrong) {
                c = coded.bit(4 * (2 * view + (wrong ? 1 : 0)) + sure[slots[view]]) && guess;
                wrong = guess;
            }
        }
        if (!c) {
            c = coded.symbol(HIGH, 8) << 8;
            c |= coded.symbol(LOW + c, 8);
        }
        slots.forEach(slot => {
            sure[slot] = foretold[slot] === c ? Math.min(3, sure[slot] + 1) : 0;
            foretold[slot] = c;
        });
        beforeThat = before;
        before = c;
        return c;
    }
    function text(length) {
        let all = '';
        for (let at = 0; at < length; at++) {
            all += String.fromCharCode(one());
        }
        return all;
    }
    return Array.from({length: count}, () => {
        const summary = coded.number(SUMMARY) - 1, length = coded.number(TEXT) - 1;
        return {summary: text(summary), text: text(length)};
    });
}

/* Traditional characters to simplified ones; the same as io.zhibu.search.FoldTable. */
function readFolding(raw) {
    const coded = decoder(raw, 2 * NUMBER + 256), count = coded.number(0) - 1, table = new Map();
    for (let from = 0; table.size < count;) {
        from += coded.number(NUMBER);
        table.set(from, coded.plain(8, coded.symbol(2 * NUMBER, 8)));
    }
    return table;
}

/* The readings of so many characters; the same as io.zhibu.search.SoundTable. */
function readSounds(raw, count) {
    const bytes = new Bytes(raw), sounds = [], size = bytes.number(), words = decoder(bytes.numbered(), CONTEXTS);
    while (sounds.length < size) {
        sounds.push(readWord(words, sounds.length ? sounds[sounds.length - 1] : ''));
    }
    const coded = decoder(bytes.raw(raw.length - bytes.at), 2 * NUMBER + 2048);
    let cursor = 0;
    return Array.from({length: count}, () => Array.from({length: coded.number(0) - 1}, (none, at) => {
        const step = at ? 5 : coded.number(NUMBER);
        if (step < 5) {
            cursor += step - 1;
        }
        return sounds[step < 5 ? cursor : coded.symbol(2 * NUMBER + (at ? 1024 : 0), 10)];
    }));
}

/* The question by sound; the same as io.zhibu.search.Sounds. */
function heard(asked, readings) {
    const groups = new Groups(), weights = new Map(asked.weights), of = c => readings.get(c) || [];
    asked.groups.filter(group => group.every(terms => terms.every(term => kind(term, 1) !== HAN))).forEach(group => groups.add(group));
    asked.runs.forEach(run => {
        for (let at = 0; at === 0 || at + 1 < run.length; at++) {
            const seconds = run.length === 1 ? [''] : of(run[at + 1]);
            const joined = [].concat(...of(run[at]).map(first => seconds.map(second => [NAMES + first + second])));
            if (joined.length) {
                groups.add(joined);
                joined.filter(([term]) => !weights.has(term)).forEach(([term]) => weights.set(term, 1));
            }
        }
    });
    return Object.assign({}, asked, {groups: groups.all, weights});
}

/* Where the characters stand that are typed by their sound: whole syllables joined, or the first letters of two and more. */
function soundMarks(text, sounds, readings) {
    const ends = (at, rest) => {
        const all = readings.get(text[at]) || [];
        return !rest ? at : all.map(one => rest.startsWith(one) ? ends(at + 1, rest.slice(one.length)) : 0).find(Boolean) || 0;
    };
    const firsts = (at, rest) => !rest ? at : (readings.get(text[at]) || []).some(one => one[0] === rest[0]) ? firsts(at + 1, rest.slice(1)) : 0;
    const marks = [];
    for (let at = 0; at < text.length; at++) {
        sounds.forEach(sound => {
            const end = ends(at, sound) || sound.length > 1 && firsts(at, sound);
            if (end) {
                marks.push([at, end]);
            }
        });
    }
    return merged(marks);
}

function snippetOf(text, words, table) {
    const marks = marksOf(text, words, table);
    let most = 0, from = 0;
    if (!marks.length) {
        return null;
    }
    marks.forEach(([begin], i) => {
        const seen = new Set();
        let worth = 0;
        for (let j = i; j < marks.length && marks[j][1] <= begin + SNIPPET - 16; j++) {
            const what = text.slice(marks[j][0], marks[j][1]);
            worth += seen.has(what) ? 0 : what.length;
            seen.add(what);
        }
        if (worth > most) {
            most = worth;
            from = begin;
        }
    });
    let start = Math.max(0, from - 16, text.lastIndexOf('\n', from) + 1), end = Math.min(text.length, start + SNIPPET);
    // Half a surrogate pair is no text.
    start += start > 0 && /[\uDC00-\uDFFF]/.test(text[start]) ? 1 : 0;
    end -= end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1]) ? 1 : 0;
    const inside = marks.filter(one => one[1] > start && one[0] < end);
    return {
        // What stands on lines of their own, as headings and facts do, must not run into one sentence.
        text: text.slice(start, end).replace(/\n/g, '\u3000'),
        marks: inside.map(one => [Math.max(one[0], start) - start, Math.min(one[1], end) - start]),
        cutBefore: start > 0,
        cutAfter: end < text.length
    };
}

return {SAYS, heard, readFolding, readSounds, readTexts, snippetOf, soundMarks};
});
