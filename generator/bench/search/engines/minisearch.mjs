import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { textOf } from '../documents.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const HEAP = '--max-old-space-size=8192';

/** MiniSearch at its best on Chinese: pairs of characters, pages with all of them first, then the same with prefixes and fuzzy terms, then those with some. It has no text to quote. */
export const minisearch = {
    key: 'minisearch',
    snippets: 'never',

    async name({ packages }) {
        return `MiniSearch ${await packages.version('minisearch')}, fuzzy and prefix`;
    },

    async build(documents, folder, { packages, deadline }) {
        await mkdir(folder, { recursive: true });
        const input = path.join(folder, 'documents.json');
        const items = documents.map((document, id) => ({ id, title: document.title, text: textOf(document) }));
        await writeFile(input, JSON.stringify(items));
        const begun = performance.now();
        const library = packages.file('minisearch', 'dist', 'es', 'index.js');
        await copyFile(library, path.join(folder, 'minisearch.js'));
        for (const own of ['minisearch-terms.mjs', 'minisearch-options.mjs', 'minisearch-index.mjs']) {
            await copyFile(path.join(HERE, own), path.join(folder, own));
        }
        await writeFile(path.join(folder, 'package.json'), '{"type": "module"}');
        await deadline.run(process.execPath, [HEAP, path.join(folder, 'minisearch-index.mjs'), input, path.join(folder, 'index.json')]);
        const seconds = (performance.now() - begun) / 1000;
        await writeFile(path.join(folder, 'bench.html'), '<!doctype html><html lang="zh"><meta charset="utf-8"><title>bench</title>');
        return { root: folder, page: 'bench.html', seconds };
    },

    isClient: (file) => /^\/minisearch(-terms|-options)?\.m?js$/.test(file),
    isData: (file) => file === '/index.json',
    isText: () => false,

    /** Runs in the page. */
    async prepare() {
        const { default: MiniSearch } = await import('/minisearch.js');
        const { options, search } = await import('/minisearch-options.mjs');
        let loaded;
        const index = () => {
            loaded ??= fetch('/index.json')
                .then((answer) => answer.text())
                .then((json) => MiniSearch.loadJSON(json, options));
            return loaded;
        };
        window.bench = {
            warm: index,
            query: async (text) => search(await index(), text).map(({ id, title }) => ({ document: id, title })),
        };
    },
};
