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

/* Scores of all pages, their lengths as told; `met` gets a 1 for each that has a word. */
function scored(adds, tiers, met, lengthOf) {
    var sums = new Float64Array(tiers.length), scores = new Float32Array(tiers.length);
    adds.forEach(one => {
        for (var i = 0; i < one.docs.length; i++) {
            if (one.often[i]) {
                sums[one.docs[i]] += worth(one, i, lengthOf(one.field, one.docs[i]));
                met[one.docs[i]] = 1;
            }
        }
    });
    for (var doc = 0; doc < scores.length; doc++) {
        scores[doc] = sums[doc] + tiers[doc];
    }
    return scores;
}

function placeOf(docs, doc) {
    var at = countWhile(docs, one => one < doc);
    return docs[at] === doc ? at : -1;
}

/* The score of one page whose lengths are known by now. */
function scoreOf(ranked, doc, lengthOf) {
    var sum = 0;
    ranked.adds.forEach(one => {
        var at = placeOf(one.docs, doc);
        if (at >= 0 && one.often[at]) {
            sum += worth(one, at, lengthOf(one.field));
        }
    });
    return fround(sum + ranked.tiers[doc]);
}

/* Units, tags, boards and files, which are found by their names. */
function isPlace(boot, doc) {
    return doc >= boot.made || doc >= boot.places && doc < boot.samples;
}

/* The pages that have a word, with the least and the most that each can score: the same where all lengths are known, as in all but large sites. */
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
    var low = scored(adds, tiers, met, boot.large ? field => field.longest : (field, doc) => field.lengths ? field.lengths[doc] : 1);
    var high = boot.large ? scored(adds, tiers, met, field => field.shortest) : low;
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
    return {docs: docs, low: low, high: high, bonus: bonus, adds: adds, tiers: tiers, lift: lift, strict: docs.filter(one => low[one] >= bonus).length};
}

/* Those of the pages that may be among the best. */
function contenders(ranked, docs, count) {
    if (docs.length <= count) {
        return docs;
    }
    var values = Float64Array.from(docs, doc => ranked.low[doc] + ranked.lift[doc]).sort(), least = values[docs.length - count];
    return docs.filter(doc => ranked.high[doc] + ranked.lift[doc] >= least);
}

/* Pages whose scores are known, in order. */
function sorted(ranked, docs, count) {
    var worthOf = doc => ranked.low[doc] + ranked.lift[doc];
    return docs.slice().sort((a, b) => worthOf(b) - worthOf(a) || a - b).slice(0, count);
}
