/* Asking Solr by a path of this site. What it doesn't answer, or not within a second, the files answer. */

var MOMENT = 1000, QUIET = 60000, MOST_ROWS = 50, LONGEST_ADDRESS = 7000;
var silentUntil = 0;

function fieldsOf(term) {
    return +term[0] === NAMES ? ['n', 'l'] : ['t', 'b'];
}

/* Pages have the one field and places the other. */
function clause(field, term, weight) {
    const text = term.slice(1).split('~').join('\\~'), boost = weight === 1 ? '' : '^' + weight;
    return [field, field.toUpperCase()].map(one => one + ':' + text + boost).join(' ');
}

function clausesOf(groups, title) {
    const has = term => fieldsOf(term).slice(0, title ? 1 : 2).map(field => clause(field, term, 1)).join(' ');
    const together = terms => terms.length === 1 ? has(terms[0]) : '(' + terms.map(term => '+(' + has(term) + ')').join(' ') + ')';
    return groups.map(group => '+(' + group.map(together).join(' ') + ')').join(' ');
}

function valuesOf(asked, chosen) {
    const weights = Array.from(asked.weights), constant = title => '(' + clausesOf(asked.groups, title) + ')^=1';
    return [
        ['q', weights.map(([term, weight]) => fieldsOf(term).map((field, side) => clause(field, term, side ? weight : 2 * weight)).join(' ')).join(' ')],
        ['full', constant(false)],
        ['titled', constant(true)],
        ['not', asked.excluded.map(groups => '(' + clausesOf(groups, false) + ')').join(' ')],
        ['site', 'SITE']
    ].concat(Object.keys(chosen).map(key => [key.split('-').join('_'), (chosen[key] || []).join(',')]));
}

async function fetched(values) {
    const address = 'PATH?' + values.filter(one => one[1]).map(one => one[0] + '=' + window.encodeURIComponent(one[1])).join('&');
    if (address.length > LONGEST_ADDRESS) {
        return null;
    }
    const stop = new AbortController(), late = setTimeout(() => stop.abort(), MOMENT);
    try {
        const answer = await window.fetch(address, {'signal': stop['signal']});
        if (!answer['ok']) {
            throw new Error('no answer');
        }
        return await answer['json']();
    } catch (none) {
        // Whoever types on isn't to wait a second for every letter.
        silentUntil = Date.now() + QUIET;
        return null;
    } finally {
        clearTimeout(late);
    }
}

/* A piece of a text in which words stand between two signs, as a snippet. */
function pieceOf(texts) {
    if (!texts || !texts.length) {
        return null;
    }
    let text = '';
    const marks = [];
    texts[0].split(/([\uE000\uE001])/).forEach(part => {
        if (part === '\uE000') {
            marks.push([text.length, text.length]);
        } else if (part === '\uE001') {
            marks[marks.length - 1][1] = text.length;
        } else {
            text += part;
        }
    });
    return {text: text, marks: merged(marks), cutBefore: true, cutAfter: true, section: null};
}

async function hitOf(site, boot, asked, one, answer) {
    const title = one['heading'], summary = one['summary'] || '', table = await site.table(boot, title, summary);
    const tier = one['titled'] > 0 ? 'title' : one['full'] > 0 ? 'all' : 'some', place = one['place'];
    const plain = flat(fold(title, table)), exact = tier === 'title' && !place && asked.parts.every(part => plain.includes(part)) ? 'title' : '';
    return {
        id: one['entry'], title: title, uri: one['uri'], summary: summary, type: one['type'] || '', unit: one['unit'] || '', year: one['year'] || '',
        sample: one['sample'], place: place, doc: -1, score: one['score'], tier: tier, stage: exact ? 2 : 1, exact: exact,
        marks: marksOf(title, asked.marked, table), summaryMarks: marksOf(summary, asked.marked, table),
        snippet: pieceOf(((answer['highlighting'] || {})[one['id']] || {})['text'])
    };
}

/* Of a few of the best places with all words in their names those that are called exactly so. */
async function calledElsewhere(site, boot, asked, values) {
    const answer = await fetched(values.concat([['place', 'true'], ['rows', PLACES]])), close = text => text.split(' ').join('');
    const hits = await Promise.all((answer ? answer['response']['docs'] : []).map(one => hitOf(site, boot, asked, one, answer)));
    const table = await site.table(boot, ...hits.map(one => one.title + one.unit));
    return hits.filter(one => one.place && one.tier === 'title' && [one.title].concat(one.unit ? one.unit.split('、') : [])
        .some(name => close(flat(fold(name, table))) === close(asked.parts.join(''))));
}

async function countsElsewhere(site, boot, chosen, answer) {
    const facets = await site.facets(boot);
    return facets.groups.map(group => {
        const told = answer['facet_counts']['facet_fields'][group.key.split('-').join('_')] || [], values = new Map();
        group.values.forEach(value => values.set(value.key, {
            key: value.key, label: value.label, count: 0, samples: 0, chosen: (chosen[group.key] || []).includes(value.key)
        }));
        for (let at = 0; at < told.length; at += 2) {
            const cut = told[at].indexOf('='), value = values.get(told[at].slice(1, cut));
            if (value && told[at][0] === '1') {
                value.samples = told[at + 1];
            } else if (value) {
                value.count = told[at + 1];
            }
        }
        return {key: group.key, label: group.label, values: Array.from(values.values()).filter(value => value.count + value.samples > 0 || value.chosen)};
    });
}

/* The answer, or null where only the files have one: questions without words, for many or with wordings to be held against texts, and all of which no page has everything. */
async function elsewhere(site, text, options) {
    const typed = String(text === undefined || text === null ? '' : text), wish = Object.assign({facets: {}, limit: 10, offset: 0, rerank: true}, options);
    const chosen = wish.facets || {}, end = wish.offset + wish.limit;
    if (window.location.protocol === 'file:' || Date.now() < silentUntil || end > MOST_ROWS) {
        return null;
    }
    const boot = await site.boot(), plain = bare(typed), asked = readQuery(plain, boot.synonyms, await site.table(boot, plain.slice(0, LONGEST)));
    if (!asked.groups.length || asked.phrases.length || asked.text.search(LISTING) >= 0) {
        return null;
    }
    const values = valuesOf(asked, chosen), words = Array.from(asked.weights.keys()).filter(term => +term[0] === WORDS).map(term => term.slice(1));
    const [answer, called] = await Promise.all([
        fetched(values.concat([
            ['rows', Math.min(MOST_ROWS, Math.max(RERANKED, end) + PLACES)],
            ['words', wish.snippets ? words.join(' ') : ''], ['hl', wish.snippets ? 'true' : ''], ['counts', wish.counts ? 'true' : '']
        ])),
        calledElsewhere(site, boot, asked, values)
    ]);
    const told = answer ? answer['facet_counts']['facet_queries'] : {}, strict = (told['strict'] || 0) - called.length;
    if (!answer || strict < 1) {
        return null;
    }
    const found = await Promise.all(answer['response']['docs'].map(one => hitOf(site, boot, asked, one, answer)));
    const hits = found.filter(one => called.every(other => other.id !== one.id));
    const place = one => (one.exact ? 0 : 1) + 2 * (one.sample ? 1 : 0) + 4 * (one.tier === 'some' ? 1 : 0);
    const top = hits.slice(0, wish.rerank ? RERANKED : 0).map((one, at) => [place(one), at, one]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(one => one[2]);
    const messages = asked.messages.slice(), sayings = messages.length && (await site.more()).SAYS;
    return {
        query: typed, total: answer['response']['numFound'] - called.length, totalExact: true, strict: strict,
        samples: told['samples'] || 0, strictSamples: told['strict_samples'] || 0,
        hits: top.concat(hits.slice(top.length)).slice(wish.offset, end), counts: wish.counts ? await countsElsewhere(site, boot, chosen, answer) : null,
        terms: Array.from(asked.weights.keys()), wordings: asked.parts, absent: [], called: called,
        messages: messages.map(code => ({code: code, text: sayings[code]}))
    };
}

const queryHere = query;

query = async (site, text, options) => {
    const wish = options || {}, answer = wish.literally ? null : await elsewhere(site, text, options).catch(() => null);
    return answer || queryHere(site, text, options);
};
