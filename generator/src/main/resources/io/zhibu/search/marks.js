/* Marks and snippets. */

function marksOf(text, words, table) {
    const folded = fold(text, table), marks = tokens(folded).filter(token => words.has(token.text)).map(token => [token.from, token.to]);
    words.forEach(one => {
        if (one.length === units(one, 0) && kind(one, 0) === HAN) {
            for (let at = folded.indexOf(one); at >= 0; at = folded.indexOf(one, at + 1)) {
                marks.push([at, at + one.length]);
            }
        }
    });
    return merged(marks);
}

function merged(marks) {
    const all = [];
    marks.sort((a, b) => a[0] - b[0] || a[1] - b[1]).forEach(one => {
        const last = all[all.length - 1];
        if (last && one[0] <= last[1]) {
            last[1] = Math.max(last[1], one[1]);
        } else {
            all.push([one[0], one[1]]);
        }
    });
    return all;
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
