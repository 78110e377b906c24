/* Asking. */
function Searcher(base) {
    this.files = new Files(base);
    this.read = {};
}

/* A file understood, once. */
Searcher.prototype.part = function (id, reading) {
    var self = this, key = '_' + id;
    if (!self.read[key]) {
        self.read[key] = self.files.load(id).then(bytes => {
            try {
                return reading(bytes);
            } catch (wrong) {
                delete self.files.loads[key];
                throw wrong.code ? wrong : fault('damaged', id + '.js', '搜索数据残缺，请再试一次');
            }
        });
        self.read[key].catch(() => {
            delete self.read[key];
        });
    }
    return self.read[key];
};

Searcher.prototype.warm = function () {
    return this.part('boot', readBoot);
};

Searcher.prototype.table = function (boot, texts) {
    if (!texts.some(needsTable)) {
        return Promise.resolve(this.folding || null);
    }
    var self = this;
    return self.part(boot.fold, raw => {
        var pairs = new Bytes(raw).text(), table = new Map();
        for (var i = 0; i < pairs.length; i += 2) {
            table.set(pairs.charCodeAt(i), pairs.charCodeAt(i + 1));
        }
        return table;
    }).then(table => {
        self.folding = table;
        return table;
    });
};

Searcher.prototype.readings = function (boot, text) {
    var self = this, readings = new Map(), wanted = new Set();
    for (var i = 0; i < text.length; i++) {
        var code = text.charCodeAt(i);
        if (code >= 0x4E00 && code <= 0x9FFF) {
            wanted.add(code - 0x4E00 >> 9);
        }
    }
    return Promise.all(Array.from(wanted).map(at => self.part('r-' + boot.readings[at], raw => new Bytes(raw).text()).then(table => {
        table.split('\n').forEach(line => {
            var space = line.indexOf(' ');
            for (var i = space + 1; space > 0 && i < line.length; i++) {
                readings.set(line[i], (readings.get(line[i]) || []).concat(line.slice(0, space)));
            }
        });
    }))).then(() => readings);
};

Searcher.prototype.fileOf = function (boot, family, text) {
    var name = nameFor(family.directory, text);
    if (!name || !boot.large) {
        return Promise.resolve(name);
    }
    return this.part('d-' + name, raw => readDirectory(new Bytes(raw))).then(piece => nameFor(piece, text));
};

Searcher.prototype.lists = function (boot, asked) {
    var self = this, lists = new Map(), terms = new Set(asked.weights.keys());
    asked.groups.concat([].concat.apply([], asked.excluded)).forEach(group => {
        group.forEach(all => {
            all.forEach(term => {
                terms.add(term);
            });
        });
    });
    return Promise.all(Array.from(terms, term => {
        var family = boot.families[+term[0]], text = term.slice(1);
        return self.fileOf(boot, family, text).then(name => {
            return name && self.part(family.letter + '-' + name, raw => readShard(raw, boot.size)).then(shard => {
                var list = listOf(shard, text);
                if (list) {
                    lists.set(term, list);
                }
            });
        });
    })).then(() => lists);
};

/* The best pages in order. Where lengths aren't known, those of the pages are fetched that may be among the best. */
Searcher.prototype.best = function (boot, ranked, docs, count) {
    var some = ranked.listed ? docs.slice(0, count) : contenders(ranked, docs, count);
    if (ranked.listed || !boot.large) {
        return Promise.resolve(ranked.listed ? some : sorted(ranked, some, count));
    }
    var files = new Set(some.map(doc => Math.floor(doc / TITLES)));
    return (files.size <= FEW_TITLES ? this.lengthsByTitle(boot, some) : this.lengthsByField(boot, ranked, some)).then(lengthOf => {
        some.forEach(doc => {
            ranked.scores[doc] = scoreOf(ranked, doc, field => field.told ? lengthOf(field, doc) : 1);
        });
        return sorted(ranked, some, count);
    });
};

Searcher.prototype.lengthsByTitle = function (boot, docs) {
    var lengths = new Map();
    return Promise.all(docs.map(doc => this.title(boot, doc).then(title => {
        lengths.set(doc, title.lengths);
    }))).then(() => (field, doc) => lengths.get(doc)[boot.told.indexOf(field)]);
};

Searcher.prototype.lengthsByField = function (boot, ranked, docs) {
    var self = this, pieces = new Map(), wanted = new Set();
    ranked.adds.forEach(one => {
        var field = boot.told.indexOf(one.field);
        docs.forEach(doc => {
            var at = field < 0 ? -1 : placeOf(one.docs, doc);
            if (at >= 0 && one.often[at]) {
                wanted.add(boot.lengths[field][Math.floor(doc / LENGTHS)]);
            }
        });
    });
    return Promise.all(Array.from(wanted, name => self.part('l-' + name, raw => readLengths(raw, [0], LENGTHS)[0]).then(lengths => {
        pieces.set(name, lengths);
    }))).then(() => (field, doc) => pieces.get(boot.lengths[boot.told.indexOf(field)][Math.floor(doc / LENGTHS)])[doc % LENGTHS]);
};

Searcher.prototype.facets = function (boot) {
    return this.part(boot.facets, raw => {
        var bytes = new Bytes(raw), groups = [], count = bytes.number(), newest = [];
        while (groups.length < count) {
            var group = {key: bytes.text(), label: bytes.text(), values: []}, values = bytes.number();
            while (group.values.length < values) {
                var value = {key: bytes.text(), label: bytes.text(), docs: []}, docs = bytes.number(), doc = 0;
                while (value.docs.length < docs) {
                    doc += bytes.number();
                    value.docs.push(doc);
                }
                group.values.push(value);
            }
            groups.push(group);
        }
        while (newest.length < boot.size) {
            newest.push(bytes.number());
        }
        return {groups: groups, newest: newest};
    });
};

Searcher.prototype.titles = function (boot, at) {
    var self = this, count = Math.min(TITLES, boot.size - at * TITLES);
    var name = boot.large
        ? self.part('td-' + boot.titlePieces[Math.floor(at / NAMES_A_PIECE)], raw => new Bytes(raw).hashes(raw.length / 3)).then(names => names[at % NAMES_A_PIECE])
        : Promise.resolve(boot.titles[at]);
    return name.then(found => self.part('t-' + found, raw => {
        var bytes = new Bytes(raw), all = [];
        while (all.length < count) {
            all.push({
                id: bytes.text(), title: bytes.text(), uri: bytes.text(), type: bytes.text(),
                unit: bytes.text(), year: bytes.text(), sample: bytes.number() === 1
            });
        }
        for (var from = 0; from < count;) {
            var texts = bytes.number(), file = 'x-' + bytes.hash();
            for (var i = 0; i < texts; i++) {
                Object.assign(all[from + i], {file: file, at: i, of: texts});
            }
            from += texts;
        }
        all.forEach(one => {
            one.lengths = boot.large ? bytes.raw(boot.told.length) : null;
        });
        return all;
    }));
};

Searcher.prototype.title = function (boot, doc) {
    return this.titles(boot, Math.floor(doc / TITLES)).then(all => all[doc % TITLES]);
};

/* What a page says: title, summary and text. */
Searcher.prototype.text = function (boot, doc) {
    return this.title(boot, doc).then(title => this.part(title.file, raw => {
        var bytes = new Bytes(raw);
        return Array.from({length: title.of}, () => ({title: bytes.text(), summary: bytes.text(), text: bytes.text()}));
    }).then(all => all[title.at]));
};

/* Which of the pages hold all the wordings as they stand. */
Searcher.prototype.says = function (boot, docs, wordings) {
    return Promise.all(docs.map(doc => this.text(boot, doc).then(page => {
        var text = page.title + '\n' + page.summary + '\n' + page.text;
        return this.table(boot, [text]).then(table => {
            var plain = flat(fold(text, table));
            return wordings.every(one => plain.indexOf(one) >= 0);
        });
    })));
};

function chosenIn(facets, chosen, size) {
    var missing = new Uint8Array(size), last = new Int8Array(size).fill(-1);
    facets.groups.forEach((group, number) => {
        var keys = chosen[group.key] || [];
        if (!keys.length) {
            return;
        }
        var any = new Uint8Array(size);
        group.values.forEach(value => {
            if (keys.indexOf(value.key) >= 0) {
                value.docs.forEach(doc => {
                    any[doc] = 1;
                });
            }
        });
        for (var doc = 0; doc < size; doc++) {
            if (!any[doc]) {
                missing[doc]++;
                last[doc] = number;
            }
        }
    });
    return {missing: missing, last: last};
}

function countsOf(facets, chosen, filter, docs, size) {
    var found = new Uint8Array(size);
    docs.forEach(doc => {
        found[doc] = 1;
    });
    return facets.groups.map((group, number) => {
        var keys = chosen[group.key] || [];
        return {
            key: group.key,
            label: group.label,
            values: group.values.map(value => {
                var count = value.docs.filter(doc => {
                    return found[doc] && (filter.missing[doc] === 0 || filter.missing[doc] === 1 && filter.last[doc] === number);
                }).length;
                return {key: value.key, label: value.label, count: count, chosen: keys.indexOf(value.key) >= 0};
            }).filter(value => {
                return value.count > 0 || value.chosen;
            })
        };
    });
}

Searcher.prototype.query = function (typed, options) {
    var self = this, wish = Object.assign({facets: {}, limit: 10, offset: 0, rerank: true}, options);
    typed = String(typed === undefined || typed === null ? '' : typed);
    return self.warm().then(boot => {
        return self.table(boot, [typed.slice(0, LONGEST)]).then(table => {
            var asked = readQuery(typed, boot.synonyms, table);
            return self.found(boot, asked, typed).then(ranked => {
                return self.answer(boot, asked, ranked, typed, wish);
            });
        });
    }).catch(wrong => {
        if (wrong.code && !wish.again) {
            // The directory may be last night's, kept by the browser: once more from a fresh one.
            delete self.read._boot;
            delete self.files.loads._boot;
            self.files.fresh = '?' + Date.now();
            return self.query(typed, Object.assign({}, wish, {again: true}));
        }
        if (!wrong.code) {
            wrong = Object.assign(new Error('搜索程序出错：' + wrong.message), {code: 'program', file: 'search.js', retry: false});
        }
        throw wrong;
    });
};

Searcher.prototype.found = function (boot, asked, typed) {
    var self = this;
    if (!typed.trim()) {
        asked.messages.length = 0;
        return self.facets(boot).then(facets => {
            return {docs: facets.newest, low: new Float32Array(boot.size), scores: new Float32Array(boot.size), bonus: 1, strict: 0, listed: true};
        });
    }
    return self.lists(boot, asked).then(lists => {
        var ranked = rank(boot, asked, lists);
        if (ranked.strict > 0 || !asked.runs.length || asked.phrases.length) {
            return ranked;
        }
        return self.readings(boot, asked.runs.join('')).then(readings => {
            var again = heard(asked, readings);
            return self.lists(boot, again).then(more => {
                ranked = rank(boot, again, more);
                if (ranked.strict > 0) {
                    asked.messages.push('homophones');
                }
                return ranked;
            });
        });
    });
};

function tierOf(score, bonus) {
    return score >= 2 * bonus ? 'title' : score >= bonus ? 'all' : 'some';
}

Searcher.prototype.answer = function (boot, asked, ranked, typed, wish) {
    var self = this, chosen = wish.facets || {}, filtered = Object.keys(chosen).some(key => {
        return chosen[key] && chosen[key].length;
    });
    var needs = filtered || wish.counts;
    return (needs ? self.facets(boot) : Promise.resolve(null)).then(facets => {
        var filter = needs ? chosenIn(facets, chosen, boot.size) : null;
        function passes(doc) {
            return !filter || filter.missing[doc] === 0;
        }
        function strictly(docs) {
            return docs.filter(doc => !ranked.listed && ranked.low[doc] >= ranked.bonus);
        }
        var kept = asked.phrases.length
            ? self.best(boot, ranked, strictly(ranked.docs), PHRASE_TEXTS + 1).then(docs => self.phrased(boot, asked, docs))
            : Promise.resolve({docs: ranked.docs, exact: true});
        return kept.then(left => {
            var docs = left.docs.filter(passes), strict = strictly(docs).length, messages = asked.messages.slice();
            var end = wish.offset + wish.limit;
            if (!left.exact) {
                messages.push('phrase-stopped');
            }
            if (!strict && docs.length && !ranked.listed) {
                messages.push('some');
            }
            var result = {
                query: typed,
                total: docs.length,
                totalExact: left.exact,
                strict: strict,
                hits: [],
                counts: wish.counts ? countsOf(facets, chosen, filter, left.docs, boot.size) : null,
                terms: Array.from(asked.weights.keys()),
                messages: messages.map(code => {
                    return {code: code, text: SAYS[code]};
                })
            };
            return self.best(boot, ranked, docs, Math.max(end, RERANKED)).then(order => self.listed(boot, asked, ranked, order, result, wish));
        });
    });
};

Searcher.prototype.phrased = function (boot, asked, docs) {
    var first = docs.slice(0, PHRASE_TEXTS);
    return this.says(boot, first, asked.phrases).then(says => {
        return {
            docs: first.filter((doc, at) => {
                return says[at];
            }),
            exact: docs.length <= PHRASE_TEXTS
        };
    });
};

Searcher.prototype.listed = function (boot, asked, ranked, order, result, wish) {
    var self = this, words = new Set(asked.words), exact = {}, end = wish.offset + wish.limit;
    asked.weights.forEach((factor, term) => {
        if (+term[0] === WORDS) {
            words.add(term.slice(1));
        }
    });
    function hits(shown, snippets) {
        return Promise.all(shown.map(doc => Promise.all([self.title(boot, doc), snippets ? self.text(boot, doc) : null]).then(both => {
            var title = both[0], page = both[1] || {summary: '', text: ''};
            return self.table(boot, [title.title, page.summary, page.text]).then(table => ({
                id: title.id,
                title: title.title,
                uri: title.uri,
                summary: page.summary,
                type: title.type,
                unit: title.unit,
                year: title.year,
                sample: title.sample,
                doc: doc,
                score: ranked.scores[doc],
                tier: ranked.listed ? 'some' : tierOf(ranked.scores[doc], ranked.bonus),
                stage: doc in exact ? 2 : 1,
                exact: exact[doc] || '',
                marks: marksOf(title.title, words, table),
                summaryMarks: marksOf(page.summary, words, table),
                snippet: snippetOf(page.text, words, table)
            }));
        })));
    }
    function full(doc) {
        return !ranked.listed && ranked.scores[doc] >= ranked.bonus;
    }
    var first = Promise.resolve();
    if (wish.onFirst) {
        first = hits(order.slice(wish.offset, end), false).then(shown => {
            wish.onFirst(Object.assign({}, result, {hits: shown}));
        });
    }
    return first.then(() => {
        return wish.rerank && asked.parts.length ? self.worded(boot, asked, ranked, order.slice(0, RERANKED).filter(full), exact, end) : null;
    }).then(() => {
        var rank = {title: 0, text: 1, '': 2};
        var top = order.slice(0, RERANKED).map((doc, at) => {
            return {doc: doc, at: at, rank: rank[exact[doc] || '']};
        }).sort((a, b) => {
            return a.rank - b.rank || a.at - b.at;
        }).map(one => {
            return one.doc;
        });
        return hits(top.concat(order.slice(RERANKED)).slice(wish.offset, end), wish.snippets);
    }).then(shown => {
        result.hits = shown;
        return result;
    });
};

/* Where each page holds what was typed, word for word: only where that can change the order are texts fetched. */
Searcher.prototype.worded = function (boot, asked, ranked, docs, exact, end) {
    var self = this;
    return Promise.all(docs.map(doc => {
        exact[doc] = '';
        return tierOf(ranked.scores[doc], ranked.bonus) !== 'title' ? null : self.title(boot, doc).then(title => {
            return self.table(boot, [title.title]).then(table => {
                var plain = flat(fold(title.title, table));
                exact[doc] = asked.parts.every(one => plain.indexOf(one) >= 0) ? 'title' : '';
            });
        });
    })).then(() => {
        if (!asked.joined.length || docs.length < 2 || docs.some(doc => exact[doc])) {
            return null;
        }
        return self.spelt(boot, asked, docs, exact, end);
    });
};

/* As many texts as are shown, and the rest only where one of those shown may give way to it. */
Searcher.prototype.spelt = function (boot, asked, docs, exact, end) {
    var some = docs.slice(0, end), rest = docs.slice(end);
    return this.says(boot, some, asked.joined).then(says => {
        some.forEach((doc, at) => {
            exact[doc] = says[at] ? 'text' : '';
        });
        return rest.length && says.indexOf(false) >= 0 ? this.spelt(boot, asked, rest, exact, rest.length) : null;
    });
};

Searcher.prototype.groups = function () {
    var self = this;
    return self.warm().then(boot => {
        return self.facets(boot).then(facets => {
            return countsOf(facets, {}, chosenIn(facets, {}, boot.size), facets.newest, boot.size);
        });
    });
};

window.zhibuSearch = function (base) {
    var searcher = new Searcher(base);
    return {
        warm: function () {
            return searcher.warm().then(boot => {
                return {size: boot.size};
            });
        },
        query: function (text, options) {
            return searcher.query(text, options);
        },
        groups: function () {
            return searcher.groups();
        }
    };
};
// What tests hold against the generator's own rules.
window.zhibuSearch.rules = {
    fold: fold,
    tokens: tokens,
    flat: flat,
    table: base => {
        var searcher = new Searcher(base);
        return searcher.warm().then(boot => {
            return searcher.table(boot, ['長']);
        });
    }
};
