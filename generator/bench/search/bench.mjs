import { constants } from 'node:fs';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Deadline } from './deadline.mjs';
import { readFolder, textOf } from './documents.mjs';
import { minisearch } from './engines/minisearch.mjs';
import { pagefind } from './engines/pagefind.mjs';
import { zhibu } from './engines/zhibu.mjs';
import { spread } from './figures.mjs';
import { everyKind, Measuring } from './measuring.mjs';
import { madeUp } from './made-up.mjs';
import { options, Usage } from './options.mjs';
import { Packages } from './packages.mjs';
import { KINDS, Queries } from './queries.mjs';
import { Readings } from './readings.mjs';
import { ambiguity, table } from './table.mjs';

/**
 * Asks Zhibu, Pagefind and MiniSearch the same questions about the same documents in a real browser, and prints a table. Measures; it
 * doesn't judge: no goal missed is a failure, but an engine that fails is, and then there is no table. README.md has the options.
 */
const HOME = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const ENGINES = { zhibu, pagefind, minisearch };
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

const say = (words) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);

try {
    await bench(options(process.argv.slice(2)));
} catch (fault) {
    process.stderr.write(`${fault instanceof Usage ? fault.message : fault.stack}\n`);
    process.exitCode = fault instanceof Usage ? 2 : 1;
}

async function bench(wishes) {
    const unknown = wishes.engines.find((key) => !(key in ENGINES));
    if (unknown !== undefined) {
        throw new Usage(`--engines names some of ${Object.keys(ENGINES).join(', ')}, not “${unknown}”`);
    }
    const work = path.resolve(HOME, wishes.work);
    const packages = await Packages.in(path.join(work, 'npm'));
    const executablePath = wishes.chromium || (await installed());
    const documents = wishes.corpus ? await readFolder(path.resolve(wishes.corpus)) : await madeUp(wishes.n, wishes.seed);
    const drawing = new Queries(documents, new Readings(packages.load('pinyin-pro')), wishes.seed);
    const queries = drawing.draw(wishes.each);
    const open = drawing.open(queries);
    say(`${documents.length} documents, ${queries.length} queries`);
    const browser = await packages.load('playwright-core').chromium.launch({ executablePath });
    const engines = [];
    try {
        for (const key of wishes.engines) {
            engines.push(await measured(ENGINES[key], { documents, queries, browser, packages, work, wishes }));
        }
    } finally {
        await browser.close();
    }
    const run = {
        documents: documents.length,
        bytes: documents.reduce((sum, document) => sum + Buffer.byteLength(document.title + textOf(document)), 0),
        corpus: wishes.corpus ? 'folder' : 'made up',
        queries: queries.length,
        seed: wishes.seed,
        open: Object.fromEntries(
            Object.entries(open).map(([kind, { holding, telling, most }]) => [kind, { holding: spread(holding), telling: spread(telling), most }]),
        ),
        browser: `Chromium ${browser.version()}`,
        node: process.version,
        cores: os.availableParallelism(),
        load: os.loadavg().map((load) => Number(load.toFixed(2))),
    };
    print(run, engines);
    if (wishes.json) {
        const lists = queries.map(({ kind, text, gold }) => ({ kind, text, gold: documents[gold].id }));
        await writeFile(path.resolve(wishes.json), `${JSON.stringify({ run, engines, queries: lists }, null, 1)}\n`);
    }
}

async function measured(engine, { documents, queries, browser, packages, work, wishes }) {
    const deadline = new Deadline(engine.key, wishes.limit);
    const context = { home: HOME, packages, deadline };
    const name = await engine.name(context);
    const folder = path.join(work, engine.key);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const tell = (stage) => say(`${name}: ${stage}`);
    tell('build');
    const built = await engine.build(documents, folder, context);
    const { answers, ...found } = await new Measuring(engine, built, documents, browser, deadline).measure(queries, wishes, tell);
    if (engine.references && wishes.identity > 0) {
        tell('identity');
        found.identity = await identity(engine, built, context, queries, answers, wishes.identity);
    }
    tell('done');
    return { key: engine.key, name, found };
}

/** Whether the browser's answers are the reference's: same documents, same order, same scores. */
async function identity(engine, built, context, queries, answers, count) {
    const places = new Map(queries.map((query, i) => [query, i]));
    const other = [];
    const sample = everyKind(queries, count);
    const references = await engine.references(sample.map(({ text }) => text), built, context);
    for (const [place, query] of sample.entries()) {
        const wanted = references[place];
        const given = answers[places.get(query)];
        const same =
            wanted.length === given.length &&
            wanted.every((hit, i) => hit.document === given[i].document && Math.fround(hit.score) === Math.fround(given[i].score));
        if (!same) {
            other.push(query.text);
        }
    }
    return { compared: sample.length, same: sample.length - other.length, other };
}

async function installed() {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
        for (const name of BROWSERS) {
            const file = path.join(folder, name);
            if (folder && (await access(file, constants.X_OK).then(() => true, () => false))) {
                return file;
            }
        }
    }
    throw new Error('no Chromium on the PATH (Debian: apt-get install chromium), and no --chromium FILE');
}

function print(run, engines) {
    const kinds = engines.map(({ name, found }) => `${name}: ${found.cold.bytes.count} cold, ${found.warm.count} warm`).join('; ');
    process.stdout.write(
        `${run.documents} documents (${run.corpus}, ${(run.bytes / 1e6).toFixed(1)} MB), ${run.queries} queries of ${KINDS.length} kinds, seed ${run.seed}\n` +
            `${run.browser}, Node ${run.node}, ${run.cores} cores, load at the end ${run.load.join(' ')}\n` +
            `asked again for times: ${kinds}\n\n${table(engines)}\n${ambiguity(run.open)}` +
            (run.documents === 3000 ? '' : '\nThe goals are for 3000 documents.\n'),
    );
}
