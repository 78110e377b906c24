/* Questions; the same as io.zhibu.search.QueryReading. */
function isSpace(c) {
    return c <= 0x20 || c === 0x85 || c === 0xA0 || c >= 0x2000 && c <= 0x200A || c === 0x2028 || c === 0x2029 ||
        c === 0x202F || c === 0x205F || c === 0x3000;
}

function closing(text, from) {
    var closers = {'"': '"“”', '“': '"“”', '”': '"“”', '「': '」', '『': '』'}[text[from]];
    for (var at = from + 1; closers && at < text.length; at++) {
        if ((at + 1 === text.length || isSpace(text.charCodeAt(at + 1))) && closers.indexOf(text[at]) >= 0) {
            return at;
        }
    }
    return 0;
}

function word(token) {
    return WORDS + token.text.slice(0, 64);
}

// A word that is looked up is its family's number and its text.
function groupOf(token) {
    var own = word(token);
    return token.han && !token.single ? [[own]] : [[own], [NAMES + own.slice(1)]];
}

function Synonyms(groups) {
    var self = this;
    self.others = new Map();
    self.longest = 0;
    function link(from, to) {
        var all = self.others.get(from) || [];
        if (all.indexOf(to) < 0) {
            all.push(to);
        }
        self.others.set(from, all);
        self.longest = Math.max(self.longest, from.length);
    }
    groups.forEach(group => {
        group.slice(1).forEach(other => {
            link(group[0], other);
            link(other, group[0]);
        });
    });
}

Synonyms.prototype.lengthAt = function (text, at) {
    for (var length = Math.min(this.longest, text.length - at); length > 0; length--) {
        if (this.others.has(text.substr(at, length))) {
            return length;
        }
    }
    return 0;
};

function readQuery(typed, synonyms, table) {
    var asked = {groups: [], weights: new Map(), excluded: [], phrases: [], parts: [], joined: [], runs: [], words: new Set(), sounds: [], messages: []};
    var known = {};
    function say(code) {
        if (asked.messages.indexOf(code) < 0) {
            asked.messages.push(code);
        }
    }
    function addGroup(group) {
        var key = JSON.stringify(group);
        if (!known['_' + key]) {
            known['_' + key] = true;
            asked.groups.push(group);
        }
    }
    function exclude(part) {
        var all = [];
        cut(part, token => {
            if (all.length < MOST_WORDS) {
                all.push(token.han ? groupOf(token) : [[word(token)]]);
            }
        });
        if (all.length) {
            asked.excluded.push(all);
        }
    }
    function wordings(own, others) {
        var alternatives = [own];
        own.forEach(term => {
            asked.weights.set(term, 1);
        });
        others.forEach(other => {
            var terms = tokens(other).map(word);
            terms.forEach(term => {
                if (!asked.weights.has(term)) {
                    asked.weights.set(term, 0.5);
                }
            });
            alternatives.push(terms);
        });
        addGroup(alternatives);
    }
    function single(token) {
        var group = groupOf(token);
        addGroup(group);
        group.forEach(terms => {
            asked.weights.set(terms[0], 1);
        });
    }
    function spansOf(part) {
        var spans = [];
        for (var at = 0; at < part.length;) {
            var length = synonyms.lengthAt(part, at);
            if (length) {
                spans.push([at, at + length]);
            }
            at += Math.max(1, length);
        }
        return spans;
    }
    function group(part, all) {
        var spans = spansOf(part);
        function holds(span, token) {
            return span && token && span[0] <= token.from && token.to <= span[1];
        }
        for (var next = 0; next < all.length;) {
            var token = all[next], span = spans.find(one => one[0] < all[next].to && all[next].from < one[1]);
            if (holds(span, token)) {
                var covered = [];
                while (holds(span, all[next])) {
                    covered.push(word(all[next++]));
                }
                wordings(covered, synonyms.others.get(part.slice(span[0], span[1])));
            } else {
                if (span && token.han) {
                    asked.weights.set(word(token), 1);
                } else {
                    single(token);
                }
                next++;
            }
        }
    }
    function take(part, phrase) {
        var plain = flat(part);
        if (!plain) {
            return;
        }
        asked.parts.push(plain);
        if (phrase) {
            asked.phrases.push(plain);
        }
        for (var at = 0; at < part.length;) {
            var end = at;
            while (end < part.length && isRead(part.charCodeAt(end))) {
                end++;
            }
            if (end > at) {
                asked.runs.push(part.slice(at, end));
            }
            at = Math.max(end, at + 1);
        }
        var all = [];
        cut(part, token => {
            if (asked.words.has(token.text) || asked.words.size < MOST_WORDS) {
                asked.words.add(token.text);
                all.push(token);
            } else {
                say('terms');
            }
        });
        if (all.length > 1) {
            asked.joined.push(plain);
        }
        group(part, all);
    }
    function part(text, at) {
        var not = text[at] === '-' && at + 1 < text.length && text[at + 1] !== '-' && !isSpace(text.charCodeAt(at + 1));
        var from = not ? at + 1 : at, close = closing(text, from), end = from;
        while (end < text.length && !isSpace(text.charCodeAt(end))) {
            end++;
        }
        var piece = close > 0 ? text.slice(from + 1, close) : text.slice(from, end);
        if (not) {
            exclude(piece);
        } else {
            take(piece, close > 0);
        }
        return close > 0 ? close + 1 : end;
    }
    var text = typed;
    if (text.length > LONGEST) {
        say('cut');
        var last = text.charCodeAt(LONGEST - 1);
        text = text.slice(0, last >= 0xD800 && last <= 0xDBFF ? LONGEST - 1 : LONGEST);
    }
    text = fold(text, table);
    for (var at = 0; at < text.length;) {
        at = isSpace(text.charCodeAt(at)) ? at + 1 : part(text, at);
    }
    // What is shown as found: words as typed and their synonyms; and, where a name has neither, what may be its sound.
    asked.marked = new Set(asked.words);
    asked.weights.forEach((factor, term) => {
        if (+term[0] === WORDS) {
            asked.marked.add(term.slice(1));
            if (/^[a-z]+$/.test(term.slice(1))) {
                asked.sounds.push(term.slice(1));
            }
        }
    });
    if (!asked.groups.length && !asked.weights.size) {
        say(asked.excluded.length ? 'only-excluded' : 'no-words');
    }
    return asked;
}

/* The question by sound; the same as io.zhibu.search.Sounds. */
function heard(asked, readings) {
    var groups = [], known = {}, weights = new Map(asked.weights);
    function add(group) {
        var key = '_' + JSON.stringify(group);
        if (!known[key]) {
            known[key] = true;
            groups.push(group);
        }
    }
    asked.groups.filter(group => {
        return group.every(terms => {
            return terms.every(term => {
                return kind(term, 1) !== HAN;
            });
        });
    }).forEach(add);
    asked.runs.forEach(run => {
        for (var at = 0; at + 1 < run.length || at === 0; at++) {
            var joined = [];
            (readings.get(run[at]) || []).forEach(first => {
                (run.length === 1 ? [''] : readings.get(run[at + 1]) || []).forEach(second => {
                    joined.push([NAMES + first + second]);
                });
            });
            if (joined.length) {
                add(joined);
                joined.forEach(terms => {
                    if (!weights.has(terms[0])) {
                        weights.set(terms[0], 1);
                    }
                });
            }
        }
    });
    return Object.assign({}, asked, {groups: groups, weights: weights});
}
