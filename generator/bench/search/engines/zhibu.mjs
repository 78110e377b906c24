import { appendFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { textOf } from '../documents.mjs';

const PAGE = 'bench.html';
const CLIENT = /^\/search\/(search|inflate|more-[0-9a-f]+)\.js$/;
const LATER = /^\/search\/(inflate|more-[0-9a-f]+)\.js$/;
const SHARD = /^\/search\/[^/]+\.js$/;
const TEXT = /^\/search\/x-/;
const NAMED = /^document-(\d+)$/;

// A type of its own: pages aren't listed and so aren't searched, and the other types ask for facts that the documents don't have.
const SCHEMA = `key: document
label: 文档
plural: 文档
order: 10
fields:
  summary: {label: 摘要, kind: text, max: 200}
  unit: {label: 责任单位, kind: term, of: unit}
  authors: {label: 作者, kind: text, many: true}
  access: {label: 公开范围, kind: term, of: access}
`;

/** Ours, as `./zhibu build` writes it and as its documentation (generator/docs/search.md) says that pages ask it. */
export const zhibu = {
    key: 'zhibu',
    snippets: 'ask',
    completes: true,

    async name() {
        return 'Zhibu';
    },

    async build(documents, folder, { home, deadline }) {
        const site = path.join(folder, 'site');
        const root = path.join(folder, 'out');
        const report = path.join(folder, 'report.json');
        await writeSite(documents, home, site);
        await deadline.run(path.join(home, 'zhibu'), ['--help']);
        await deadline.run(path.join(home, 'zhibu'), ['build', '--site', site, '--out', root, '--report', report]);
        await writeFile(path.join(root, PAGE), '<!doctype html><html lang="zh"><meta charset="utf-8"><title>bench</title><script src="search/search.js"></script>');
        return { root, site, page: PAGE, seconds: searchSeconds(JSON.parse(await readFile(report, 'utf8'))) };
    },

    isClient: (file) => CLIENT.test(file),
    isLater: (file) => LATER.test(file),
    isData: (file) => SHARD.test(file) && !CLIENT.test(file),
    isText: (file) => TEXT.test(file),

    /** Runs in the page. */
    async prepare() {
        const search = window.zhibuSearch('search/');
        window.bench = {
            warm: () => search.warm(),
            complete: async (texts) => {
                const times = [];
                for (const text of texts) {
                    const begun = performance.now();
                    await search.complete(text, 8);
                    times.push(performance.now() - begun);
                }
                return times;
            },
            query: async (text, snippets) => {
                const { hits } = await search.query(text, { limit: 10, snippets });
                // What is found by its name, as a list, is none of the documents.
                return hits.filter(({ place }) => !place).map(({ id, title, score }) => ({ document: Number(/^document-(\d+)$/.exec(id)?.[1]), title, score }));
            },
        };
    },

    /** Lucene's own answers, from the command line: `{document, score}` in its order, a list for each of the texts. */
    async references(texts, built, { home, deadline }) {
        const questions = path.join(path.dirname(built.root), 'questions.txt');
        await writeFile(questions, texts.map((text) => `${text}\n`).join(''));
        // 1: one of them found nothing.
        const out = await deadline.run(path.join(home, 'zhibu'), ['search', '--site', built.site, '--json', '--from', questions], [0, 1]);
        return out.trimEnd().split('\n').map((line) => JSON.parse(line).hits.slice(0, 10).filter(({ id }) => !id.startsWith('/')).map(({ id, score }) => ({ document: numberOf(id), score })));
    },
};

function numberOf(id) {
    const named = NAMED.exec(id);
    if (!named) {
        throw new Error(`zhibu search answers with “${id}”, which is none of the documents`);
    }
    return Number(named[1]);
}

/** The stages of the build that make the index and its shards; the rest of the build is measured by bench/build. */
function searchSeconds(report) {
    return ['search', 'shards'].reduce((seconds, stage) => {
        const millis = report.milliseconds?.[stage];
        if (!Number.isFinite(millis)) {
            throw new Error(`the report of zhibu build doesn’t say how long the stage “${stage}” took`);
        }
        return seconds + millis / 1000;
    }, 0);
}

export async function writeSite(documents, home, site) {
    const content = path.join(site, 'content', 'document');
    await mkdir(content, { recursive: true });
    for (const folder of ['site-config', 'templates']) {
        await cp(path.join(home, folder), path.join(site, folder), { recursive: true });
    }
    // What our own searches must find isn't among the documents.
    await rm(path.join(site, 'site-config', 'search-tests.yml'), { force: true });
    // The documents have no history, and the repository around them isn't theirs; neither are the units and words of its vocabularies.
    const off = ['history', 'boards', 'tags', 'units', 'words', 'years', 'fields'].map((part) => `render.${part}=false\n`).join('');
    await appendFile(path.join(site, 'site-config', 'jbake.properties'), `\n${off}`);
    await writeFile(path.join(site, 'site-config', 'schemas', 'document.yml'), SCHEMA);
    for (const [number, document] of documents.entries()) {
        await writeFile(path.join(content, `document-${number}.md`), markdown(document, number));
    }
}

function markdown(document, number) {
    const text = textOf(document).replace(/\s+/g, ' ');
    // Of 20 characters at least, as the schema asks.
    const summary = [...`${text}${'。'.repeat(20)}`].slice(0, 100).join('');
    const blocks = document.blocks.map(({ level, text: words }) => (level ? `${'#'.repeat(level)} ` : '') + escaped(words));
    return `---
id: document-${number}
type: document
title: ${JSON.stringify(document.title)}
summary: ${JSON.stringify(summary)}
status: published
published: 2024-01-01
---

${blocks.join('\n\n')}
`;
}

/** Plain text that no Markdown reader takes for anything else. */
function escaped(text) {
    return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/^(\d+)\\([.)])/, '$1\\$2');
}
