import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PLAIN, SPELT } from './queries.mjs';
import { Server } from './server.mjs';
import { quality, spread } from './figures.mjs';

const ANSWER = 120_000;
const LATENCY = 80;
/** Whose questions are typed letter by letter to see what completions cost: characters, syllables, first letters. */
const TYPED = new Set(['title', 'pinyin', 'initials']);
/** Samples taken before the clock may end a sampling. */
const LEAST = 3;

/** One engine in one browser, from its built folder to its numbers. A fault in a page, a file that isn't there or a false title ends it. */
export class Measuring {
    #engine;
    #built;
    #documents;
    #browser;
    #deadline;
    #server;
    #client = new Set();
    #faults = [];

    constructor(engine, built, documents, browser, deadline) {
        this.#engine = engine;
        this.#built = built;
        this.#documents = documents;
        this.#browser = browser;
        this.#deadline = deadline;
    }

    async measure(queries, wishes, say) {
        this.#server = await Server.of(this.#built.root);
        try {
            say('quality');
            const { ranks, warm, answers } = await this.#session(queries, wishes);
            const spoken = queries.filter((query) => !SPELT.has(query.kind));
            say('cold');
            const cold = await this.#cold(everyKind(spoken, wishes.cold), wishes.budget, false);
            const quoted = this.#engine.snippets === 'ask' ? await this.#cold(everyKind(spoken, wishes.cold), wishes.budget, true) : null;
            const spelt = await this.#cold(everyKind(queries.filter((query) => SPELT.has(query.kind)), 10), wishes.budget / 4, false);
            const plain = await this.#cold(everyKind(queries.filter((query) => PLAIN.has(query.kind)), wishes.cold), wishes.budget, false);
            const completions = this.#engine.completes ? await this.#completions(everyKind(queries.filter((query) => TYPED.has(query.kind)), 12)) : null;
            say('round trips');
            const trips = await this.#trips(everyKind(queries, 45), wishes.budget);
            return {
                quality: byKind(queries, ranks),
                warm: spread(warm),
                cold: this.#costs(cold),
                coldSpelt: this.#costs(spelt),
                coldPlain: this.#costs(plain),
                completions,
                snippets: this.#engine.snippets === 'always' ? this.#costs(cold) : quoted && this.#costs(quoted),
                trips,
                client: await this.#clientSize(),
                disk: await this.#disk(),
                seconds: this.#built.seconds,
                answers,
            };
        } finally {
            await this.#server.close();
        }
    }

    async #open() {
        const context = await this.#browser.newContext();
        const page = await context.newPage();
        page.on('pageerror', (fault) => this.#faults.push(`fault in the page: ${fault.message}`));
        await page.goto(this.#server.base + this.#built.page, { timeout: Math.min(ANSWER, this.#deadline.left) });
        await this.#deadline.wait(page.evaluate(this.#engine.prepare), ANSWER);
        return { context, page };
    }

    #check() {
        const missing = this.#server.log.find((answer) => answer.status === 404);
        if (missing) {
            this.#faults.push(`no file ${missing.path}`);
        }
        this.#server.log.filter(({ path: file }) => this.#engine.isClient(file)).forEach(({ path: file }) => this.#client.add(file));
        if (this.#faults.length > 0) {
            throw new Error(`${this.#engine.key}: ${this.#faults[0]}`);
        }
    }

    /** Asks in the page; the clock there doesn't count the way between Node and the browser. */
    async #ask(page, text, snippets) {
        const asked = page.evaluate(
            async ([words, quoted]) => {
                const begun = performance.now();
                const hits = await window.bench.query(words, quoted);
                return { hits, ms: performance.now() - begun };
            },
            [text, snippets],
        );
        const answer = await this.#deadline.wait(asked, ANSWER);
        this.#verify(text, answer.hits);
        return answer;
    }

    #verify(text, hits) {
        for (const { document, title } of hits) {
            const real = this.#documents[document]?.title;
            if (real === undefined || squeezed(real) !== squeezed(title)) {
                throw new Error(`${this.#engine.key} answers “${text}” with document ${document} under the title “${title}”, which it hasn't`);
            }
        }
        if (hits.length > 10) {
            throw new Error(`${this.#engine.key} answers “${text}” with ${hits.length} hits, not 10`);
        }
    }

    /** Every query once for the ranks, and then as many as there is time for again, with everything loaded that they need. */
    async #session(queries, { warm, budget }) {
        const { context, page } = await this.#open();
        const ranks = [];
        const answers = [];
        for (const { text, gold } of queries) {
            const { hits } = await this.#ask(page, text, false);
            const place = hits.findIndex((hit) => hit.document === gold);
            ranks.push(place < 0 ? Infinity : place + 1);
            answers.push(hits);
        }
        if (answers.every((hits) => hits.length === 0)) {
            throw new Error(`${this.#engine.key} answers nothing at all`);
        }
        const times = await this.#sample(everyKind(queries, warm), budget, async ({ text }) => (await this.#ask(page, text, false)).ms);
        this.#check();
        await context.close();
        return { ranks, warm: times, answers };
    }

    /** A fresh profile, nothing cached, the client loaded with the page but not yet used: what does the first query cost? */
    async #cold(queries, budget, snippets) {
        return this.#sample(queries, budget, async ({ text }) => {
            this.#server.log = [];
            const { context, page } = await this.#open();
            this.#check();
            this.#server.log = [];
            const { ms } = await this.#ask(page, text, snippets);
            this.#check();
            const files = this.#server.log.filter(({ path: file }) => !this.#engine.isClient(file));
            await context.close();
            return { ms, requests: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
        });
    }

    /** The whole typed letter by letter, on one page: what is fetched for it all, and how long each letter takes with that there. */
    async #completions(queries) {
        const { context, page } = await this.#open();
        await this.#deadline.wait(page.evaluate(async () => void (await window.bench.warm())), ANSWER);
        this.#server.log = [];
        const typed = queries.flatMap(({ text }) => Array.from(text, (_, at) => text.slice(0, at + 1)));
        const asked = () => this.#deadline.wait(page.evaluate((texts) => window.bench.complete(texts), typed), ANSWER);
        await asked();
        const files = this.#server.log.filter(({ path: file }) => !this.#engine.isClient(file));
        const ms = spread(await asked());
        this.#check();
        await context.close();
        return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), ms };
    }

    /** How many requests wait for one another, from the focus on (what it loads is there) and from nothing. */
    async #trips(queries, budget) {
        this.#server.latency = LATENCY;
        const from = async (warm) =>
            this.#sample(queries, budget / 2, async ({ kind, text }) => {
                const { context, page } = await this.#open();
                if (warm) {
                    await this.#deadline.wait(page.evaluate(async () => void (await window.bench.warm())), ANSWER);
                }
                const depth = depths(context);
                await this.#ask(page, text, false);
                this.#check();
                await context.close();
                return { kind, depth: depth() };
            });
        const focused = await from(true);
        const cold = await from(false);
        this.#server.latency = 0;
        const of = (samples) => spread(samples.map(({ depth }) => depth));
        const spoken = (samples) => samples.filter(({ kind }) => !SPELT.has(kind));
        const kinds = [...new Set(focused.map(({ kind }) => kind))];
        return {
            focused: of(spoken(focused)),
            cold: of(spoken(cold)),
            kinds: Object.fromEntries(kinds.map((kind) => [kind, of(focused.filter((sample) => sample.kind === kind))])),
        };
    }

    async #sample(queries, budget, measure) {
        const found = [];
        const ends = performance.now() + budget * 1000;
        for (const query of queries) {
            if (found.length >= LEAST && performance.now() > ends) {
                break;
            }
            found.push(await measure(query));
        }
        return found;
    }

    #costs(samples) {
        const of = (key) => spread(samples.map((sample) => sample[key]));
        return { bytes: of('bytes'), requests: of('requests'), ms: of('ms') };
    }

    async #clientSize() {
        const files = [...this.#client].sort();
        const later = (file) => this.#engine.isLater?.(file) ?? false;
        return { files, ...(await this.#sizes(files.filter((file) => !later(file)))), later: await this.#sizes(files.filter(later)) };
    }

    async #sizes(files) {
        const sizes = { raw: 0, gzipped: 0 };
        for (const file of files) {
            const bytes = await readFile(path.join(this.#built.root, file));
            sizes.raw += bytes.length;
            sizes.gzipped += Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length);
        }
        return sizes;
    }

    async #disk() {
        const disk = { files: 0, bytes: 0, texts: 0 };
        for (const name of await readdir(this.#built.root, { recursive: true })) {
            const file = `/${name.split(path.sep).join('/')}`;
            if (this.#engine.isData(file)) {
                const found = await stat(path.join(this.#built.root, name));
                if (found.isFile()) {
                    disk.files += 1;
                    disk.bytes += found.size;
                    disk.texts += this.#engine.isText(file) ? found.size : 0;
                }
            }
        }
        if (disk.files === 0) {
            throw new Error(`${this.#engine.key} left no search data`);
        }
        return disk;
    }
}

/** Counts the longest chain of requests, each of which began after the one before it had ended. */
function depths(context) {
    let ended = 0;
    let deepest = 0;
    const begun = new Map();
    context.on('request', (request) => {
        begun.set(request, ended + 1);
        deepest = Math.max(deepest, ended + 1);
    });
    context.on('requestfinished', (request) => {
        ended = Math.max(ended, begun.get(request) ?? 0);
    });
    return () => deepest;
}

/** So many of the queries, of every kind as many, in an order that mixes the kinds. */
export function everyKind(queries, count) {
    const kinds = [...new Set(queries.map((query) => query.kind))];
    const lists = kinds.map((kind) => queries.filter((query) => query.kind === kind));
    const mixed = [];
    for (let i = 0; i < Math.max(...lists.map((list) => list.length)); i++) {
        mixed.push(...lists.filter((list) => i < list.length).map((list) => list[i]));
    }
    return mixed.slice(0, count);
}

function byKind(queries, ranks) {
    const found = { all: quality(ranks) };
    for (const kind of new Set(queries.map((query) => query.kind))) {
        found[kind] = quality(ranks.filter((_, i) => queries[i].kind === kind));
    }
    return found;
}

function squeezed(title) {
    return title.replace(/\s+/g, '');
}
