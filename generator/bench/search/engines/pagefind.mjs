import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const CLIENT = /^\/pagefind\/(pagefind\.js|pagefind-worker\.js|wasm\.[^/]*)$/;
const DATA = /^\/pagefind\/((index|fragment|filter)\/|pagefind-entry\.json$|[^/]*\.pf_meta$)/;

/** Pagefind as its own pages recommend: its indexer over HTML, its JavaScript API in the page, and the data of the first ten. */
export const pagefind = {
    key: 'pagefind',
    snippets: 'always',

    async name({ packages }) {
        return `Pagefind ${await packages.version('pagefind')}`;
    },

    async build(documents, folder, { packages, deadline }) {
        await mkdir(folder, { recursive: true });
        for (const [number, document] of documents.entries()) {
            await writeFile(path.join(folder, `${number}.html`), page(document));
        }
        const begun = performance.now();
        const program = packages.file('pagefind', 'lib', 'runner', 'bin.cjs');
        await deadline.run(process.execPath, [program, '--site', folder, '--force-language', 'zh']);
        const seconds = (performance.now() - begun) / 1000;
        await writeFile(path.join(folder, 'bench.html'), '<!doctype html><html lang="zh"><meta charset="utf-8"><title>bench</title>');
        return { root: folder, page: 'bench.html', seconds };
    },

    isClient: (file) => CLIENT.test(file),
    isData: (file) => DATA.test(file),
    isText: (file) => file.startsWith('/pagefind/fragment/'),

    /** Runs in the page. */
    async prepare() {
        const api = await import('/pagefind/pagefind.js');
        window.bench = {
            // init() alone returns before the worker has its files.
            warm: async () => {
                await api.init();
                await api.preload('');
            },
            query: async (text) => {
                const { results } = await api.search(text);
                const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
                return shown.map((hit) => ({ document: Number(/(\d+)\.html$/.exec(hit.url)[1]), title: hit.meta.title }));
            },
        };
    },
};

function page(document) {
    const blocks = document.blocks.map(({ level, text }) => (level ? `<h${level}>${escaped(text)}</h${level}>` : `<p>${escaped(text)}</p>`));
    const title = escaped(document.title);
    return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head>
<body><main data-pagefind-body><h1>${title}</h1>
${blocks.join('\n')}
</main></body></html>
`;
}

function escaped(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
