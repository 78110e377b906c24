import { readFile } from 'node:fs/promises';
import { Random } from './random.mjs';

const WORDS = new URL('words.txt', import.meta.url);
const SUBJECTS = 120;
const SUBJECT_WORDS = 60;
const NAMES = 24;
const MAKES = 3000;

/**
 * Chinese documents of about 9 KB that nobody wrote: the same ones for the same number and seed. Words follow Zipf's law; each page
 * leans to the words of two subjects and has names of its own, so that pairs of characters are as unevenly spread as in real text
 * (README.md says how that was compared). Titles are made of real words, for their readings must not be in doubt.
 */
export async function madeUp(count, seed) {
    return new MadeUp(lists(await readFile(WORDS, 'utf8')), new Random(seed)).documents(count);
}

function lists(text) {
    const found = {};
    let list = [];
    for (const line of text.split('\n')) {
        if (line.startsWith('[')) {
            list = found[line.slice(1, -1)] = [];
        } else if (line && !line.startsWith('#')) {
            // Patterns have a line each; only they hold braces.
            list.push(...(line.includes('{') ? [line] : line.split(' ')));
        }
    }
    return found;
}

/** The 3,755 of level 1 of GB 2312, which names are made of. */
function commonCharacters() {
    const reader = new TextDecoder('gb18030', { fatal: true });
    const found = [];
    for (let row = 0xb0; row <= 0xd7; row++) {
        for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
            found.push(reader.decode(Uint8Array.of(row, cell)));
        }
    }
    return found;
}

class MadeUp {
    #words;
    #random;
    #subjects;
    #characters;
    #makes;
    #titles = new Set();

    constructor(words, random) {
        this.#words = words;
        this.#random = random;
        // The order in the file is by meaning; the rank of a word must not be.
        for (const kind of ['thing', 'deed', 'quality']) {
            words[kind] = random.shuffled([...new Set(words[kind])]);
        }
        this.#characters = random.shuffled(commonCharacters());
        this.#makes = Array.from({ length: MAKES }, () => this.#make());
        this.#subjects = Array.from({ length: SUBJECTS }, () => this.#subject());
    }

    #subject() {
        const share = (kind, part) => this.#random.shuffled(this.#words[kind]).slice(0, part);
        const thing = share('thing', SUBJECT_WORDS);
        const terms = Array.from({ length: 30 }, () => this.#random.one(thing) + this.#random.one(this.#words.thing));
        return { thing, terms, deed: share('deed', 30), quality: share('quality', 10) };
    }

    documents(count) {
        return Array.from({ length: count }, (_, i) => this.#document(String(i + 1).padStart(6, '0')));
    }

    #document(id) {
        const page = {
            subjects: [this.#random.one(this.#subjects), this.#random.one(this.#subjects)],
            names: Array.from({ length: NAMES }, () => this.#name()),
            makes: Array.from({ length: 6 }, () => this.#random.ranked(this.#makes, 0.6)),
        };
        const title = this.#title();
        const blocks = [];
        const wanted = this.#random.between(5200, 12800);
        for (let bytes = 0; bytes < wanted; ) {
            if (blocks.length % 5 === 2) {
                blocks.push({ level: 2, text: this.#word('deed', page) + this.#word('thing', page) });
            }
            let text = '';
            for (let sentence = this.#random.between(2, 5); sentence > 0; sentence--) {
                text += this.#fill(this.#random.one(this.#words.pattern), page);
            }
            blocks.push({ level: 0, text });
            bytes += Buffer.byteLength(text);
        }
        return { id, title, blocks };
    }

    /** No two alike, or no engine could tell which was meant. Every word of the language is as likely: a title says what is particular. */
    #title() {
        for (;;) {
            const title = this.#random
                .one(this.#words.title)
                .replace(/\{([a-z]+)\}/g, (_, kind) => this.#random.one(this.#words[kind]));
            if (!this.#titles.has(title)) {
                this.#titles.add(title);
                return title;
            }
        }
    }

    #name() {
        const some = (count) => Array.from({ length: count }, () => this.#random.ranked(this.#characters, 0.5)).join('');
        return this.#random.below(2) === 0
            ? this.#random.ranked(this.#words.surname, 0.7) + some(this.#random.between(1, 2))
            : some(2) + this.#random.one(this.#words.feature);
    }

    /** A name of a product, or its number. */
    #make() {
        const letters = (from, count) => Array.from({ length: count }, () => this.#random.one(from)).join('');
        return this.#random.below(3) === 0
            ? `${letters('ABCDEFGHKLMNPRSTXZ', 2)}-${this.#random.between(10, 990)}`
            : Array.from({ length: this.#random.between(2, 3) }, () => letters('bcdfgklmnprstvz', 1) + letters('aeiou', 1)).join('');
    }

    #fill(pattern, page) {
        return pattern.replace(/\{([a-z]+)\}/g, (_, kind) => this.#word(kind, page));
    }

    #word(kind, page) {
        switch (kind) {
            case 'number':
                return String(this.#random.below(8) === 0 ? this.#random.between(1000, 9999) : this.#random.between(2, 99));
            case 'name':
                return this.#random.ranked(page.names, 0.8);
            case 'latin':
                return this.#random.below(2) === 0 ? this.#random.one(page.makes) : this.#random.ranked(this.#words.latin, 0.7);
            case 'thing':
                if (this.#random.below(8) === 0) {
                    return this.#random.ranked(this.#random.one(page.subjects).terms, 0.7);
                }
            // falls through
            case 'deed':
            case 'quality':
                return this.#random.below(4) !== 0
                    ? this.#random.ranked(this.#random.one(page.subjects)[kind], 0.8)
                    : this.#random.ranked(this.#words[kind], 0.9);
            default:
                return this.#random.ranked(this.#words[kind], 0.7);
        }
    }
}
