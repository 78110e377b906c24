/* Marks. */

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
