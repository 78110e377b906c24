/* Ranking, as Lucene does it to the last bit. */

/* Which pages have all words of one of the alternatives of each group. */
function every(groups, lists, size, fields) {
    const having = term => {
        const list = lists.get(term), set = new Uint8Array(size);
        for (let i = 0; list && i < list.docs.length; i++) {
            set[list.docs[i]] = fields > 1 || list.often[0][i] ? 1 : 0;
        }
        return set;
    };
    const all = sets => sets.reduce((so, one) => so.map((bit, i) => bit & one[i]));
    const any = sets => sets.reduce((so, one) => so.map((bit, i) => bit | one[i]));
    return all(groups.map(group => any(group.map(terms => all(terms.map(having))))));
}

/* What each word adds to the pages that have it, in the order in which it is added up. */
function addends(boot, asked, lists) {
    var all = [];
    asked.weights.forEach((factor, term) => {
        var list = lists.get(term), family = boot.families[+term[0]];
        family.fields.forEach((field, side) => {
            var having = list ? list.docs.filter((doc, at) => list.often[side][at]) : [];
            if (having.length) {
                // Places are found by their names and say nothing of how rare a word is.
                var count = Math.max(1, boot.made < boot.size || boot.places < boot.samples ? having.filter(doc => !isPlace(boot, doc)).length : having.length);
                var idf = fround(Math.log(1 + (field.docs - count + 0.5) / (count + 0.5)));
                all.push({field: field, docs: list.docs, often: list.often[side], weight: fround((side === 0 ? 2 * factor : factor) * idf)});
            }
        });
    });
    return all;
}

function worth(one, at, length) {
    var weight = one.weight;
    return fround(weight - fround(weight / fround(1 + fround(one.often[at] * one.field.cache[length]))));
}

/* Scores of all pages; `met` gets a 1 for each that has a word. */
function scored(adds, tiers, met) {
    var sums = new Float64Array(tiers.length), scores = new Float32Array(tiers.length);
    adds.forEach(one => {
        for (var i = 0; i < one.docs.length; i++) {
            if (one.often[i]) {
                sums[one.docs[i]] += worth(one, i, one.field.lengths ? one.field.lengths[one.docs[i]] : 1);
                met[one.docs[i]] = 1;
            }
        }
    });
    for (var doc = 0; doc < scores.length; doc++) {
        scores[doc] = sums[doc] + tiers[doc];
    }
    return scores;
}

/* Units, tags, boards and files, which are found by their names. */
function isPlace(boot, doc) {
    return doc >= boot.made || doc >= boot.places && doc < boot.samples;
}

/* The pages that have a word, with what each scores. */
function rank(boot, asked, lists) {
    var size = boot.size, met = new Uint8Array(size), tiers = new Float64Array(size), adds = addends(boot, asked, lists), bonus = 1;
    var total = adds.reduce((sum, one) => sum + one.weight, 0);
    while (bonus < total) {
        bonus *= 2;
    }
    if (total && asked.groups.length) {
        var all = every(asked.groups, lists, size, 2), title = every(asked.groups, lists, size, 1);
        for (var i = 0; i < size; i++) {
            tiers[i] = bonus * (all[i] + title[i]);
        }
    }
    // Made-up pages come after the true ones that have as many of the words, all of them or some, and places after pages.
    var steps = [[3, 10, 11], [2, 8, 9], [1, 6, 7], [0, 4, 5]].map(row => row.map(step => step * bonus));
    var lift = tiers.map((tier, doc) => steps[2 * (doc >= boot.samples) + isPlace(boot, doc)][tier / bonus] - tier);
    var scores = scored(adds, tiers, met);
    asked.excluded.forEach(groups => {
        every(groups, lists, size, 2).forEach((out, doc) => {
            if (out) {
                met[doc] = 0;
            }
        });
    });
    var docs = [];
    for (var doc = 0; doc < size; doc++) {
        if (met[doc]) {
            docs.push(doc);
        }
    }
    return {docs: docs, scores: scores, bonus: bonus, lift: lift, strict: docs.filter(one => scores[one] >= bonus).length};
}

/* The best of the pages, in order; on large sites few of them are put in order at all. */
function sorted(ranked, docs, count) {
    var worthOf = doc => ranked.scores[doc] + ranked.lift[doc], values = Float64Array.from(docs, worthOf).sort(), least = values[Math.max(0, docs.length - count)];
    return docs.filter(doc => worthOf(doc) >= least).sort((a, b) => worthOf(b) - worthOf(a) || a - b).slice(0, count);
}
