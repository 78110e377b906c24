/* Asking: from what was typed to what a page shows. */

function chosenIn(facets, chosen, size) {
    const missing = new Uint8Array(size), last = new Int8Array(size).fill(-1);
    facets.groups.forEach((group, number) => {
        const keys = chosen[group.key] || [], any = new Uint8Array(size);
        group.values.filter(value => keys.includes(value.key)).forEach(value => value.docs.forEach(doc => {
            any[doc] = 1;
        }));
        for (let doc = 0; keys.length && doc < size; doc++) {
            if (!any[doc]) {
                missing[doc]++;
                last[doc] = number;
            }
        }
    });
    return {missing, last};
}

function samplesAmong(boot, docs) {
    return docs.filter(doc => doc >= boot.samples).length;
}

/* True pages and made-up ones apart. */
function countsOf(boot, facets, chosen, filter, docs) {
    const found = new Uint8Array(boot.size);
    docs.forEach(doc => {
        found[doc] = 1;
    });
    return facets.groups.map((group, number) => {
        const keys = chosen[group.key] || [];
        const counts = doc => found[doc] && (!filter.missing[doc] || filter.missing[doc] === 1 && filter.last[doc] === number);
        const values = group.values.map(value => {
            const all = value.docs.filter(counts), samples = samplesAmong(boot, all);
            return {key: value.key, label: value.label, count: all.length - samples, samples, chosen: keys.includes(value.key)};
        });
        return {key: group.key, label: group.label, values: values.filter(value => value.count + value.samples > 0 || value.chosen)};
    });
}

/* Facets; with the pages of those groups by which the list is narrowed down, or of all. */
async function facetsFor(site, boot, chosen, all) {
    const facets = await site.facets(boot);
    await Promise.all(facets.groups.filter(group => all || (chosen[group.key] || []).length).map(group => site.members(boot, group)));
    return facets;
}

/* All entries; what is none stands in no list. */
function allPages(boot) {
    return Array.from({length: boot.size}, (none, doc) => doc).filter(doc => doc < boot.aside || doc >= boot.samples && doc < boot.made);
}

/* All pages that have something of what was asked. */
async function found(site, boot, asked, typed, literally) {
    if (!typed.trim()) {
        asked.messages.length = 0;
        const none = new Float32Array(boot.size);
        return {docs: allPages(boot), scores: none, bonus: 1, strict: 0, listed: true};
    }
    const ranked = async question => rank(boot, question, await site.lists(boot, question));
    const first = await ranked(asked), named = its => its.docs.some(doc => its.scores[doc] >= 2 * its.bonus);
    const numbered = /[0-9][\u4E00-\u9FFF]/.test(asked.text) && !named(first);
    if (first.strict > 0 && !numbered || asked.phrases.length || literally) {
        return first;
    }
    const answer = (question, its) => {
        Object.assign(asked, {
            groups: question.groups, weights: question.weights, parts: question.parts, joined: question.joined, runs: question.runs,
            marked: question.marked, sounds: question.sounds
        });
        return its;
    };
    const more = await site.more();
    if (first.strict > 0) {
        const text = more.numerals(asked.text), other = readQuery(text, boot.synonyms, await site.table(boot, text)), its = await ranked(other);
        if (!named(its)) {
            return first;
        }
        asked.messages.push('matter');
        return answer(other, its);
    }
    const {matter, ways} = await more.rewording(site, boot, asked);
    if (!matter.weights.size) {
        return first;
    }
    const plain = matter === asked ? first : await ranked(matter);
    let bySound = null, heard = null;
    for (const way of ways) {
        const other = await way.making(), its = other && await ranked(other);
        if (its && (way.byName ? named(its) : its.strict > 0)) {
            asked.messages.push(way.code);
            // By what a name sounds like is told where it stands.
            other.weights.forEach((factor, term) => +term[0] === NAMES && /^.~?[a-z]+$/.test(term) && other.sounds.push(term.slice(1)));
            return answer(other, its);
        }
        if (way.code === 'homophones') {
            bySound = its;
            heard = other;
        }
    }
    asked.absent = more.absentOf(matter, await site.lists(boot, matter));
    if (plain.docs.length || !bySound) {
        return answer(matter, plain);
    }
    if (bySound.docs.length) {
        return answer(heard, bySound);
    }
    const last = more.byCharacter(matter);
    return answer(last, await ranked(last));
}

/* The best pages in order; of all pages the newest. */
async function best(site, boot, ranked, docs, count) {
    if (!ranked.listed) {
        return sorted(ranked, docs, count);
    }
    const marked = new Uint8Array(boot.size);
    docs.forEach(doc => {
        marked[doc] = 1;
    });
    return site.newest(boot, marked, count);
}

/* Which of the pages hold all the wordings as they stand. */
function says(site, boot, docs, wordings) {
    return Promise.all(docs.map(async doc => {
        const {title} = await site.title(boot, doc), page = await site.text(boot, doc), text = title + '\n' + page.summary + '\n' + page.text;
        const plain = flat(fold(text, await site.table(boot, text)));
        return wordings.every(one => plain.includes(one));
    }));
}

function tierOf(ranked, doc) {
    const score = ranked.scores[doc];
    return ranked.listed || score < ranked.bonus ? 'some' : score < 2 * ranked.bonus ? 'all' : 'title';
}

/* Where each page holds what was typed, word for word: `exact` gets it. Texts are fetched only where they can change the order. */
async function worded(site, boot, asked, ranked, docs, exact, end) {
    const all = docs.filter(doc => !isPlace(boot, doc));
    await Promise.all(docs.map(async doc => {
        exact.set(doc, '');
        if (tierOf(ranked, doc) === 'title' && !isPlace(boot, doc)) {
            const {title} = await site.title(boot, doc), plain = flat(fold(title, await site.table(boot, title)));
            exact.set(doc, asked.parts.every(one => plain.includes(one)) ? 'title' : '');
        }
    }));
    if (!asked.joined.length || all.length < 2 || docs.some(doc => exact.get(doc))) {
        return;
    }
    // As many texts as are shown, and the others only where one of those shown may give way to them.
    for (const some of [all.slice(0, end), all.slice(end)]) {
        const said = await says(site, boot, some, asked.joined);
        some.forEach((doc, at) => exact.set(doc, said[at] ? 'text' : ''));
        if (said.every(Boolean)) {
            return;
        }
    }
}

async function hit(site, boot, asked, ranked, doc, exact, snippets) {
    const title = await site.title(boot, doc), page = snippets ? await site.text(boot, doc) : {summary: '', text: ''};
    const table = await site.table(boot, title.title, page.summary, page.text), tier = tierOf(ranked, doc);
    let marks = marksOf(title.title, asked.marked, table);
    if (!marks.length && tier === 'title' && asked.sounds.length) {
        const plain = fold(title.title, table);
        const readings = await site.readings(boot, plain);
        marks = (await site.more()).soundMarks(plain, asked.sounds, readings);
    }
    return {
        id: title.id, title: title.title, uri: title.uri, summary: page.summary, type: title.type, unit: title.unit, year: title.year,
        sample: doc >= boot.samples, place: isPlace(boot, doc), doc, score: ranked.scores[doc], tier, stage: exact.has(doc) ? 2 : 1, exact: exact.get(doc) || '',
        marks, summaryMarks: marksOf(page.summary, asked.marked, table), snippet: snippets ? (await site.more()).snippetOf(page, asked.marked, table) : null
    };
}

/* Of a few of the best places with all words in their names those that are called exactly so. Their other names stand beside the title. */
async function calledSo(site, boot, asked, ranked, docs) {
    const some = docs.filter(doc => isPlace(boot, doc) && ranked.scores[doc] >= 2 * ranked.bonus), close = text => text.split(' ').join('');
    const hits = await Promise.all((await best(site, boot, ranked, some, PLACES)).map(async doc => {
        const its = await hit(site, boot, asked, ranked, doc, new Map(), false), names = [its.title].concat(its.unit ? its.unit.split('、') : []);
        const table = await site.table(boot, ...names);
        return names.some(name => close(flat(fold(name, table))) === close(asked.parts.join(''))) ? its : null;
    }));
    return hits.filter(Boolean);
}

/* Of what many are asked for the lists and boards that answer. */
async function answering(site, boot, asked, ranked, wish) {
    const docs = wish.literally || asked.phrases.length || asked.text.search(LISTING) < 0 ? [] : await (await site.more()).listing(site, boot, asked.text);
    return Promise.all(docs.map(doc => hit(site, boot, asked, ranked, doc, new Map(), wish.snippets)));
}

async function listed(site, boot, asked, ranked, order, result, wish) {
    const end = wish.offset + wish.limit, exact = new Map();
    const hits = (docs, snippets) => Promise.all(docs.slice(wish.offset, end).map(doc => hit(site, boot, asked, ranked, doc, exact, snippets)));
    if (wish.onFirst) {
        wish.onFirst(Object.assign({}, result, {hits: await hits(order, false)}));
    }
    const top = order.slice(0, RERANKED), rest = order.slice(RERANKED);
    // Most of them stay where they are: their titles are fetched beside those that may move them, not after. Who needs one is told of faults.
    order.slice(wish.offset, end).forEach(doc => site.title(boot, doc).catch(() => null));
    if (wish.rerank && asked.parts.length) {
        await worded(site, boot, asked, ranked, top.filter(doc => tierOf(ranked, doc) !== 'some'), exact, end);
    }
    const place = doc => ['title', 'text', ''].indexOf(exact.get(doc) || '') + 3 * (doc >= boot.samples) + 6 * (tierOf(ranked, doc) === 'some');
    const placed = top.map((doc, at) => [place(doc), at, doc]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(one => one[2]);
    result.hits = await hits(placed.concat(rest), wish.snippets);
    return result;
}

async function answered(site, boot, asked, ranked, typed, wish) {
    const chosen = wish.facets || {}, filtered = Object.keys(chosen).some(key => chosen[key] && chosen[key].length);
    const filter = filtered ? chosenIn(await facetsFor(site, boot, chosen, false), chosen, boot.size) : null;
    const strictly = docs => docs.filter(doc => !ranked.listed && ranked.scores[doc] >= ranked.bonus);
    const messages = asked.messages.slice();
    let docs = ranked.docs, totalExact = true;
    if (asked.phrases.length) {
        const some = await best(site, boot, ranked, strictly(docs), PHRASE_TEXTS + 1), first = some.slice(0, PHRASE_TEXTS);
        const said = await says(site, boot, first, asked.phrases);
        docs = first.filter((doc, at) => said[at]);
        totalExact = some.length <= PHRASE_TEXTS;
    }
    const kept = filter ? docs.filter(doc => !filter.missing[doc]) : docs;
    const called = asked.parts.length && !ranked.listed ? await calledSo(site, boot, asked, ranked, kept) : [];
    if (!filter) {
        called.push(...(await answering(site, boot, asked, ranked, wish)).filter(one => called.every(other => other.doc !== one.doc)));
    }
    const left = kept.filter(doc => called.every(one => one.doc !== doc)), strict = strictly(left).length;
    if (!totalExact) {
        messages.push('phrase-stopped');
    } else if (asked.phrases.length && !docs.length) {
        messages.push('literal');
    }
    if (!strict && left.length && !ranked.listed) {
        messages.push(asked.parts.length ? 'some' : 'characters');
    }
    const order = await best(site, boot, ranked, left, Math.max(wish.offset + wish.limit, Math.min(strict, RERANKED)));
    const sayings = messages.length && (await site.more()).SAYS;
    const result = await listed(site, boot, asked, ranked, order, {
        query: typed, total: left.length, totalExact, strict, samples: samplesAmong(boot, left), strictSamples: samplesAmong(boot, strictly(left)), hits: [],
        counts: null,
        terms: Array.from(asked.weights.keys()), wordings: asked.parts, absent: asked.absent || [],
        called,
        messages: messages.map(code => ({code, text: sayings[code]}))
    }, wish);
    if (wish.counts) {
        const facets = await facetsFor(site, boot, chosen, true);
        result.counts = countsOf(boot, facets, chosen, filter || chosenIn(facets, chosen, boot.size), docs);
    }
    return result;
}

async function query(site, text, options) {
    const typed = String(text === undefined || text === null ? '' : text), wish = Object.assign({facets: {}, limit: 10, offset: 0, rerank: true}, options);
    const ask = async () => {
        const boot = await site.boot(), plain = bare(typed), asked = readQuery(plain, boot.synonyms, await site.table(boot, plain.slice(0, LONGEST)));
        // Fetched beside what the words need, not after it. Who needs one is told of faults.
        if (wish.counts) {
            facetsFor(site, boot, {}, true).catch(() => null);
        }
        if (asked.sounds.length && asked.sounds.length === asked.words.size) {
            site.sounds(boot, 0).catch(() => null);
        }
        return answered(site, boot, asked, await found(site, boot, asked, typed, wish.literally), typed, wish);
    };
    try {
        return await ask().catch(wrong => {
            if (!wrong.code) {
                throw wrong;
            }
            site.forget();
            return ask();
        });
    } catch (wrong) {
        throw wrong.code ? wrong : Object.assign(new Error('搜索程序出错：' + wrong.message), {code: 'program', file: 'search.js', retry: false});
    }
}

const CORE = {
    Bytes, CONTEXTS, Groups, HAN, LISTING, MOST_WORDS, NAMES, NUMBER, WORDS, bare, decoder, every, fold, groupOf, isPlace, kind, marking, marksOf, merged, readQuery, readWord, word,
    wordingsOf
};

window.zhibuSearch = base => {
    const site = new Site(base);
    return {
        // Completions need the rest of the program with the first letter, and so does what isn't found as it was typed.
        warm: async () => {
            const boot = (await Promise.all([site.boot(), site.more().catch(() => null)]))[0];
            return {size: boot.size};
        },
        query: (text, options) => query(site, text, options),
        complete: async (text, most) => (await site.more()).completed(site, await site.boot(), text, most),
        groups: async () => {
            const boot = await site.boot(), facets = await facetsFor(site, boot, {}, true);
            return countsOf(boot, facets, {}, chosenIn(facets, {}, boot.size), allPages(boot));
        }
    };
};

// What tests hold against the generator's own rules.
window.zhibuSearch.rules = {
    bare, fold, tokens, flat,
    table: async base => {
        const site = new Site(base);
        return site.table(await site.boot(), '長');
    }
};
