/* Questions; the same as io.zhibu.search.QueryReading. A word that is looked up is its family's number and its text. */

// Who asks so asks for many at once; the same as io.zhibu.search.Rewriting.
const LISTING = /哪|谁|多少|几[个次名人家条篇项]|^什么(?!是|叫)|名单|名录|一览|排名|最[多新近快]|这一周|本周|有什么|了什么|过什么|叫什么|什么时候|怎么样|有没有|都[有是]|历年|逐年|情况/g;
const CLOSERS = {'"': '"“”', '“': '"“”', '”': '"“”', '「': '」', '『': '』'};

function isSpace(c) {
    return c <= 0x20 || c === 0x85 || c === 0xA0 || c >= 0x2000 && c <= 0x200A || c === 0x2028 || c === 0x2029 ||
        c === 0x202F || c === 0x205F || c === 0x3000;
}

function isSpaceAt(text, at) {
    return at >= text.length || isSpace(text.charCodeAt(at));
}

/* Where the quotation that begins here ends; 0 if none begins. */
function closing(text, from) {
    const closers = CLOSERS[text[from]];
    for (let at = from + 1; closers && at < text.length; at++) {
        if (isSpaceAt(text, at + 1) && closers.includes(text[at])) {
            return at;
        }
    }
    return 0;
}

function word(token) {
    return WORDS + token.text.slice(0, 64);
}

function groupOf(token) {
    const own = word(token);
    return token.han && !token.single ? [[own]] : [[own], [NAMES + own.slice(1)]];
}

function wordingsOf(own, others) {
    return [own].concat(others.map(other => tokens(other).map(word)));
}

/* Groups, each of them once. */
class Groups {
    constructor() {
        this.all = [];
        this.known = new Set();
    }

    add(group) {
        const key = JSON.stringify(group);
        if (!this.known.has(key)) {
            this.known.add(key);
            this.all.push(group);
        }
    }
}

class Synonyms {
    constructor(groups) {
        this.others = new Map();
        this.longest = 0;
        groups.forEach(([first, ...rest]) => rest.forEach(other => this.link(first, other)));
    }

    link(from, to) {
        this.others.set(from, Array.from(new Set(this.others.get(from)).add(to)));
        this.longest = Math.max(this.longest, from.length);
    }

    /* Where a wording stands that has others. */
    spans(part) {
        const spans = [];
        for (let at = 0; at < part.length;) {
            let length = Math.min(this.longest, part.length - at);
            while (length > 0 && !this.others.has(part.substr(at, length))) {
                length--;
            }
            if (length) {
                spans.push([at, at + length]);
            }
            at += length || 1;
        }
        return spans;
    }
}

class Question {
    constructor(synonyms) {
        this.synonyms = synonyms;
        this.required = new Groups();
        this.groups = this.required.all;
        this.weights = new Map();
        this.excluded = [];
        this.phrases = [];
        this.parts = [];
        this.joined = [];
        this.runs = [];
        this.pieces = [];
        this.words = new Set();
        this.messages = [];
    }

    say(code) {
        if (!this.messages.includes(code)) {
            this.messages.push(code);
        }
    }

    exclude(part) {
        const all = tokens(part).slice(0, MOST_WORDS).map(token => token.han ? groupOf(token) : [[word(token)]]);
        if (all.length) {
            this.excluded.push(all);
        }
    }

    take(part, phrase) {
        const plain = flat(part);
        if (!plain) {
            return;
        }
        this.parts.push(plain);
        if (phrase) {
            this.phrases.push(plain);
        }
        this.runs.push(...part.match(/[\u3400-\u4DBF\u4E00-\u9FFF]+/g) || []);
        const all = tokens(part).filter(token => {
            const taken = this.words.has(token.text) || this.words.size < MOST_WORDS;
            if (taken) {
                this.words.add(token.text);
            } else {
                this.say('terms');
            }
            return taken;
        });
        if (all.length > 1) {
            this.joined.push(plain);
        }
        this.pieces.push({part, cut: all});
        this.group(part, all);
    }

    group(part, all) {
        const spans = this.synonyms.spans(part);
        for (let next = 0; next < all.length;) {
            const token = all[next], span = spans.find(one => one[0] < token.to && token.from < one[1]);
            const covered = span ? all.slice(next).filter(one => span[0] <= one.from && one.to <= span[1]) : [];
            if (covered[0] === token) {
                this.wordings(covered.map(word), this.synonyms.others.get(part.slice(span[0], span[1])));
                next += covered.length;
                continue;
            }
            if (span && token.han) {
                this.weights.set(word(token), 1);
            } else {
                const group = groupOf(token);
                this.required.add(group);
                group.forEach(terms => this.weights.set(terms[0], 1));
            }
            next++;
        }
    }

    wordings(own, others) {
        const group = wordingsOf(own, others);
        own.forEach(term => this.weights.set(term, 1));
        group.forEach(terms => terms.filter(term => !this.weights.has(term)).forEach(term => this.weights.set(term, 0.5)));
        this.required.add(group);
    }

    /* Reads one part and tells where it ends. */
    part(text, at) {
        const not = text[at] === '-' && text[at + 1] !== '-' && !isSpaceAt(text, at + 1);
        const from = not ? at + 1 : at, close = closing(text, from);
        let end = close || from;
        while (!close && !isSpaceAt(text, end)) {
            end++;
        }
        const piece = text.slice(close ? from + 1 : from, end);
        if (not) {
            this.exclude(piece);
        } else {
            this.take(piece, close > 0);
        }
        return close ? end + 1 : end;
    }
}

function readQuery(typed, synonyms, table) {
    const asked = new Question(synonyms);
    let text = typed;
    if (text.length > LONGEST) {
        asked.say('cut');
        text = text.slice(0, /[\uD800-\uDBFF]/.test(text[LONGEST - 1]) ? LONGEST - 1 : LONGEST);
    }
    asked.text = text = fold(text, table);
    for (let at = 0; at < text.length;) {
        at = isSpaceAt(text, at) ? at + 1 : asked.part(text, at);
    }
    if (!asked.weights.size) {
        asked.say(asked.excluded.length ? 'only-excluded' : 'no-words');
    }
    return marking(asked);
}

/* What is looked for as a mark, by what is looked up. */
function marking(asked) {
    // What is shown as found: words as typed and their synonyms; and, where a name has neither, what may be its sound.
    const looked = Array.from(asked.weights.keys()).filter(term => +term[0] === WORDS).map(term => term.slice(1));
    asked.marked = new Set(Array.from(asked.words).concat(looked));
    asked.sounds = looked.filter(one => /^[a-z]+$/.test(one));
    return asked;
}
