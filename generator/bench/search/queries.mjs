import { Random } from './random.mjs';
import { textOf } from './documents.mjs';

/** The kinds, in the order of the table: what readers know, then how they type it. */
export const KINDS = [
    'title',
    'titlecut',
    'pair',
    'mixed',
    'phrase',
    'pinyin',
    'initials',
    'typo-homo',
    'typo-rand',
    'joined',
    'pinyin-long',
    'initials-long',
    'pinyin-open',
    'pinyin-alike',
    'pinyin-slip',
    'pinyin-tones',
    'han-added',
    'han-swapped',
    'han-dropped',
    'latin-begun',
    'latin-slip',
];
/** Chinese as it stands in the document: what most readers type, and what a static search must be cheap for. */
export const PLAIN = new Set(['title', 'titlecut', 'pair', 'phrase']);
/** Those that are spelt in letters: peers have no answer to them, so that what an answer costs is measured on the others. */
export const SPELT = new Set(KINDS.filter((kind) => /^(pinyin|initials)/.test(kind)));

const HAN = /^\p{Script=Han}+$/u;
const HAN_TERM = /^\p{Script=Han}{2,4}$/u;
const LATIN_TERM = /^[a-z][a-z0-9]+$/;
const HAN_RUN = /\p{Script=Han}+/gu;
// Nobody searches for a word with one of these in it, and segmenters take them for parts of words.
const GRAMMAR = /[的了在和与对把从向给被让用到为是不也就这那没先说时里]/u;
const TRIES = 400;
// Among more documents than these, golds are drawn and words counted in so many only: telling words apart in a gigabyte takes half an hour.
const POOL = 4000;

/**
 * Known-item queries: each is drawn from one document, its gold. What is drawn again until it fits, and why, stands in README.md;
 * no engine is asked, so that none is favoured.
 */
export class Queries {
    #documents;
    #readings;
    #random;
    #segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    #texts;
    #pool;
    #frequency = new Map();
    #words = new Map();
    #spelt;
    #short;
    #byReading;
    #characters;
    #known = new Set();
    /** What was joined, with its space. */
    #apart = new Map();

    constructor(documents, readings, seed) {
        this.#documents = documents;
        this.#readings = readings;
        this.#random = new Random(seed);
        const whole = (document) => `${document.title}\n${textOf(document)}`;
        this.#texts = documents.map((document) => Buffer.from(whole(document)));
        const numbers = documents.map((_, i) => i);
        this.#pool = numbers.length <= POOL ? numbers : this.#random.shuffled(numbers).slice(0, POOL);
        this.#count(this.#pool.map((i) => whole(documents[i])));
        const titleReadings = documents.map((document) => this.#runs(document.title).map((run) => readings.of(run)));
        this.#spelt = titleReadings.map((runs) => runs.map((run) => run.join('')).join(' '));
        titleReadings.forEach((runs) => runs.forEach((run) => run.forEach((syllable) => this.#known.add(syllable))));
        this.#short = titleReadings.map((runs) => runs.map((run) => run.map((syllable) => syllable[0]).join('')).join(' '));
    }

    /** In how many documents of the pool each word stands, and which characters there are. */
    #count(texts) {
        const characters = new Map();
        texts.forEach((text, place) => {
            const counts = this.#wordsOf(text);
            this.#words.set(this.#pool[place], counts);
            counts.forEach((_, word) => this.#frequency.set(word, (this.#frequency.get(word) ?? 0) + 1));
            for (const character of new Set(text)) {
                if (HAN.test(character)) {
                    characters.set(character, (characters.get(character) ?? 0) + 1);
                }
            }
        });
        // A slip of the keyboard or the hand gives a character in use, not one that stands once in a thousand pages.
        const usual = [...characters].filter(([, count]) => count >= Math.max(2, texts.length / 100));
        this.#characters = usual.map(([character]) => character).sort();
        this.#byReading = new Map();
        for (const character of this.#characters) {
            const [syllable] = this.#readings.of(character);
            this.#byReading.set(syllable, [...(this.#byReading.get(syllable) ?? []), character]);
        }
    }

    /** How often each word stands in a text; two neighbouring Chinese words, as most terms of a trade are, count as one more. */
    #wordsOf(text) {
        const counts = new Map();
        const add = (word) => counts.set(word, (counts.get(word) ?? 0) + 1);
        // A line at a time: one list of the words of a long text takes gigabytes.
        for (const line of text.split('\n')) {
            let before = '';
            for (const { segment, isWordLike } of this.#segmenter.segment(line)) {
                const word = isWordLike && segment.length > 1 ? segment.toLowerCase() : '';
                if (word) {
                    add(word);
                }
                const han = word.length === 2 && HAN.test(word) ? word : '';
                if (before && han) {
                    add(before + han);
                }
                before = han;
            }
        }
        return counts;
    }

    #runs(text) {
        return text.match(HAN_RUN) ?? [];
    }

    /** As many of each kind as asked: `{kind, text, gold}`, the gold being the number of a document. */
    draw(each) {
        return KINDS.flatMap((kind) => Array.from({ length: each }, (_, i) => this.#one(kind, i)));
    }

    /**
     * How far `pair`, `mixed` and `joined` leave open which document is meant: `holding` is how many documents have both words, `telling` how many
     * have both among those that they are drawn from. As likely as the gold is each of these, so that no ranking can reach more than
     * `most` in the mean. None where not all documents are in the pool.
     */
    open(queries) {
        if (this.#pool.length < this.#documents.length) {
            return {};
        }
        const drawn = this.#pool.map((i) => new Set([...this.#telling(i, HAN_TERM, 2), ...this.#telling(i, LATIN_TERM, 1)]));
        const found = {};
        for (const kind of ['pair', 'mixed', 'joined']) {
            const asked = queries.filter((query) => query.kind === kind).map(({ text }) => (this.#apart.get(text) ?? text).split(' '));
            const holding = asked.map((terms) => this.#pool.filter((i) => terms.every((term) => this.#words.get(i).has(term))).length);
            const telling = asked.map((terms) => drawn.filter((own) => terms.every((term) => own.has(term))).length);
            const most = telling.map((count) => Array.from({ length: Math.min(10, count) }, (_, i) => 1 / (i + 1) / count));
            found[kind] = { holding, telling, most: most.flat().reduce((sum, one) => sum + one, 0) / asked.length };
        }
        return found;
    }

    #one(kind, number) {
        for (let tried = 0; tried < TRIES; tried++) {
            const gold = this.#random.one(this.#pool);
            const text = this.#ofKind(kind, gold);
            if (text) {
                return { kind, text, gold };
            }
        }
        throw new Error(`no query ${number + 1} of kind “${kind}” in ${TRIES} documents: the corpus is too small or not Chinese`);
    }

    #ofKind(kind, gold) {
        switch (kind) {
            case 'title':
                return this.#ofTitle(gold, (starts, ends) => starts && ends);
            case 'titlecut':
                return this.#ofTitle(gold, (starts, ends) => !starts || !ends);
            case 'pair':
                return this.#pair(gold);
            case 'mixed':
                return this.#mixed(gold);
            case 'phrase':
                return this.#phrase(gold);
            case 'pinyin':
                return this.#pinyin(gold);
            case 'initials':
                return this.#initials(gold);
            case 'typo-homo':
                return this.#typo(gold, (character, syllable) => this.#homophone(character, syllable));
            case 'typo-rand':
                return this.#typo(gold, (character, syllable) => this.#stranger(character, syllable));
            case 'joined':
                return this.#joined(gold);
            case 'pinyin-long':
                return this.#syllables(gold, 5, 8)?.join('');
            case 'initials-long':
                return this.#syllables(gold, 7, 8)
                    ?.map((syllable) => syllable[0])
                    .join('');
            case 'pinyin-open':
                return this.#opened(gold);
            case 'pinyin-alike':
                return this.#alike(gold);
            case 'pinyin-slip': {
                const letters = this.#syllables(gold, 3, 4)?.join('');
                return letters && this.#slip(letters);
            }
            case 'pinyin-tones':
                return this.#toned(gold);
            case 'han-added':
            case 'han-swapped':
            case 'han-dropped':
                return this.#edited(gold, kind);
            default:
                return this.#latin(gold, kind);
        }
    }

    /** So many neighbouring characters of the title, as long as no other title is spelt so. */
    #run(gold, least, most) {
        const runs = this.#runs(this.#documents[gold].title).filter((run) => run.length >= least);
        if (runs.length === 0) {
            return null;
        }
        const run = this.#random.one(runs);
        const size = this.#random.between(least, Math.min(most, run.length));
        const from = this.#random.below(run.length - size + 1);
        const syllables = this.#readings.of(run).slice(from, from + size);
        return this.#alone(this.#spelt, syllables.join(''), gold) ? { run, from, size, syllables } : null;
    }

    #syllables(gold, least, most) {
        return this.#run(gold, least, most)?.syllables;
    }

    /** The last syllable is begun: its first letter, or more of them, but not all. */
    #opened(gold) {
        const syllables = this.#syllables(gold, 3, 5);
        const last = syllables?.at(-1);
        if (!last || last.length < 2) {
            return null;
        }
        const text = syllables.slice(0, -1).join('') + last.slice(0, this.#random.between(1, last.length - 1));
        return this.#alone(this.#spelt, text, gold) ? text : null;
    }

    /** One syllable as someone types it who hears two sounds as one. */
    #alike(gold) {
        const syllables = this.#syllables(gold, 3, 4);
        const others = (syllable) =>
            [
                [/^([zcs])h/, '$1'],
                [/^([zcs])(?!h)/, '$1h'],
                [/([aei])ng$/, '$1n'],
                [/([aei])n$/, '$1ng'],
                [/^n/, 'l'],
                [/^l/, 'n'],
                [/^hu(?=a|$)/, (found) => (syllable === 'hu' ? 'fu' : 'f')],
                [/^fu$/, 'hu'],
            ]
                .map(([from, to]) => syllable.replace(from, to))
                .filter((other) => other !== syllable && this.#known.has(other));
        const places = (syllables ?? []).map((_, at) => at).filter((at) => others(syllables[at]).length > 0);
        if (places.length === 0) {
            return null;
        }
        const at = this.#random.one(places);
        const text = syllables.map((syllable, i) => (i === at ? this.#random.one(others(syllable)) : syllable)).join('');
        return this.#spelt.some((other) => other.includes(text)) ? null : text;
    }

    /** One letter after the first is added, dropped, wrong, or changes places with the next. */
    #slip(letters) {
        const at = this.#random.between(1, letters.length - 2);
        const other = String.fromCharCode(97 + this.#random.below(26));
        const slips = [
            letters.slice(0, at) + other + letters.slice(at),
            letters.slice(0, at) + letters.slice(at + 1),
            letters.slice(0, at) + letters[at + 1] + letters[at] + letters.slice(at + 2),
            letters.slice(0, at) + other + letters.slice(at + 1),
        ];
        const text = this.#random.one(slips);
        return text === letters || this.#spelt.some((spelt) => spelt.includes(text)) ? null : text;
    }

    #toned(gold) {
        const found = this.#run(gold, 2, 4);
        if (!found) {
            return null;
        }
        const { run, from, size } = found;
        return this.#random.below(2) === 0
            ? this.#readings.marked(run).slice(from, from + size).join(' ')
            : this.#readings.numbered(run).slice(from, from + size).join('');
    }

    #edited(gold, kind) {
        const characters = [...(this.#ofTitle(gold, () => true) ?? '')];
        if (characters.length < 5) {
            return null;
        }
        const at = this.#random.between(1, characters.length - 2);
        if (kind === 'han-added') {
            characters.splice(at, 0, this.#random.one(this.#characters));
        } else if (kind === 'han-dropped') {
            characters.splice(at, 1);
        } else {
            characters.splice(at, 2, characters[at + 1], characters[at]);
        }
        const text = characters.join('');
        return this.#documents.some(({ title }) => title.includes(text)) ? null : text;
    }

    /** A Latin word that no other document has and none begins like. */
    #latin(gold, kind) {
        const own = this.#telling(gold, /^[a-z]{6,}$/, 1).filter((word) => this.#frequency.get(word) === 1);
        const word = own.length > 0 && this.#random.one(own);
        if (!word) {
            return null;
        }
        const text = kind === 'latin-begun' ? word.slice(0, this.#random.between(4, word.length - 1)) : this.#slip(word);
        const words = text && [...this.#frequency.keys()].filter((other) => other.startsWith(text));
        return words?.every((other) => other === word) ? text : null;
    }

    /** 4 to 8 neighbouring Han characters of the title, in no other title. */
    #ofTitle(gold, fits) {
        const { title } = this.#documents[gold];
        const bounds = new Set([0, title.length]);
        for (const { index, segment } of this.#segmenter.segment(title)) {
            bounds.add(index).add(index + segment.length);
        }
        const found = [];
        for (const run of title.matchAll(HAN_RUN)) {
            for (let start = run.index; start < run.index + run[0].length; start++) {
                for (let end = start + 4; end <= Math.min(start + 8, run.index + run[0].length); end++) {
                    if (fits(bounds.has(start), bounds.has(end))) {
                        found.push(title.slice(start, end));
                    }
                }
            }
        }
        const text = found.length > 0 && this.#random.one(found);
        return text && this.#documents.every((other, i) => i === gold || !other.title.includes(text)) ? text : null;
    }

    /** Words of the text by how much they tell of it: often here, seldom elsewhere, but in one other document at least. */
    #telling(gold, pattern, least) {
        const weigh = ([word, count]) => count * Math.log(this.#pool.length / this.#frequency.get(word));
        return [...this.#words.get(gold)]
            .filter(([word, count]) => pattern.test(word) && !GRAMMAR.test(word) && count >= 2 && this.#frequency.get(word) >= least)
            .filter(([word]) => this.#frequency.get(word) <= this.#pool.length / 10)
            .sort((a, b) => weigh(b) - weigh(a) || (a[0] < b[0] ? -1 : 1))
            .slice(0, 10)
            .map(([word]) => word);
    }

    #pair(gold) {
        const [one, other] = this.#random.shuffled(this.#telling(gold, HAN_TERM, 2));
        return other ? `${one} ${other}` : null;
    }

    #joined(gold) {
        const pair = this.#pair(gold);
        const text = pair?.replace(' ', '');
        this.#apart.set(text, pair);
        return text;
    }

    #mixed(gold) {
        const han = this.#telling(gold, HAN_TERM, 2);
        const latin = this.#telling(gold, LATIN_TERM, 1);
        return han.length > 0 && latin.length > 0 ? `${this.#random.one(latin)} ${this.#random.one(han)}` : null;
    }

    /** 6 to 12 neighbouring Han characters below the title, in no other document. */
    #phrase(gold) {
        const runs = this.#runs(textOf(this.#documents[gold])).filter((run) => run.length >= 6);
        if (runs.length === 0) {
            return null;
        }
        const run = this.#random.one(runs);
        const length = Math.min(run.length, this.#random.between(6, 12));
        const start = this.#random.below(run.length - length + 1);
        const text = run.slice(start, start + length);
        return this.#alone(this.#texts, Buffer.from(text), gold) ? text : null;
    }

    #alone(texts, text, gold) {
        return texts.every((other, i) => i === gold || !other.includes(text));
    }

    /** Whole words of the title, two to four characters together, spelt as in no other title. */
    #pinyin(gold) {
        const found = [];
        for (const run of this.#runs(this.#documents[gold].title)) {
            const syllables = this.#readings.of(run);
            const words = [...this.#segmenter.segment(run)];
            for (let i = 0; i < words.length; i++) {
                for (let last = i; last < words.length && words[last].segment.length > 1; last++) {
                    const end = words[last].index + words[last].segment.length;
                    if (end - words[i].index >= 2 && end - words[i].index <= 4) {
                        found.push(syllables.slice(words[i].index, end).join(''));
                    }
                }
            }
        }
        const alone = found.filter((spelt) => this.#alone(this.#spelt, spelt, gold));
        return alone.length > 0 ? this.#random.one(alone) : null;
    }

    /** Four to six first letters of neighbouring characters of the title, as in no other title. */
    #initials(gold) {
        const found = [];
        for (const run of this.#short[gold].split(' ')) {
            for (let start = 0; start < run.length; start++) {
                for (let end = start + 4; end <= Math.min(run.length, start + 6); end++) {
                    found.push(run.slice(start, end));
                }
            }
        }
        const alone = found.filter((letters) => this.#alone(this.#short, letters, gold));
        return alone.length > 0 ? this.#random.one(alone) : null;
    }

    #typo(gold, replacement) {
        const text = this.#ofTitle(gold, () => true);
        if (!text) {
            return null;
        }
        const characters = [...text];
        const place = this.#random.below(characters.length);
        const other = replacement(characters[place], this.#readings.of(text)[place]);
        if (!other) {
            return null;
        }
        characters[place] = other;
        return characters.join('');
    }

    #homophone(character, syllable) {
        const others = (this.#byReading.get(syllable) ?? []).filter((other) => other !== character);
        return others.length > 0 ? this.#random.one(others) : null;
    }

    #stranger(character, syllable) {
        const other = this.#random.one(this.#characters);
        return other === character || this.#readings.of(other)[0] === syllable ? null : other;
    }
}
