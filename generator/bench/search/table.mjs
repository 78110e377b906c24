import { KINDS } from './queries.mjs';

const kilo = (bytes) => (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);
const mega = (bytes) => (bytes / 1e6).toFixed(1);
const pair = (spread, unit = (value) => value.toFixed(1)) => `${unit(spread.p50)} / ${unit(spread.p95)}`;
const mrr = (kind) => (found) => found.quality[kind].mrr.toFixed(3);
const whole = (value) => String(Math.round(value));

/** One more each: to check a wording of several words, and to look up by sound. */
const ALLOWED = { pair: '≤ 3', mixed: '≤ 3', phrase: '≤ 3', 'typo-homo': '≤ 3', 'typo-rand': '≤ 3' };

const GOALS = {
    pinyin: '≥ .97',
    initials: '≥ .97',
    'typo-homo': '≥ .99',
    joined: '≥ .95',
    'pinyin-long': '≥ .97',
    'initials-long': '≥ .95',
    'pinyin-open': '≥ .95',
    'pinyin-alike': '≥ .93',
    'pinyin-slip': '≥ .90',
    'pinyin-tones': '≥ .97',
    'han-added': '≥ .96',
    'han-swapped': '≥ .95',
    'han-dropped': '≥ .93',
    'latin-begun': '≥ .95',
    'latin-slip': '≥ .90',
};

/** What is measured, what is wanted, and how an engine's numbers are read for it. */
const ROWS = [
    ['MRR@10, all kinds', '≥ .98', mrr('all')],
    ...KINDS.map((kind) => [`· ${kind}`, GOALS[kind] ?? '', mrr(kind)]),
    ['R@1 / R@10, all kinds', '', ({ quality: { all } }) => `${all.first.toFixed(3)} / ${all.ten.toFixed(3)}`],
    ['rank-identical to Lucene', '100 %', ({ identity }) => (identity ? `${identity.same} of ${identity.compared}` : '–')],
    ['cold first query, 10 titled hits, KB p50 / p95', '', ({ cold }) => pair(cold.bytes, kilo)],
    ['· requests p50 / p95', '', ({ cold }) => pair(cold.requests, whole)],
    ['· ms p50 / p95', '', ({ cold }) => pair(cold.ms, whole)],
    ['· of Chinese as it stands there, KB p50 / p95', '≤ 40 / 75', ({ coldPlain }) => pair(coldPlain.bytes, kilo)],
    ['· of pinyin and initials, KB p50 / p95', '≤ 60', ({ coldSpelt }) => pair(coldSpelt.bytes, kilo)],
    ['same with highlighted snippets, KB p50 / p95', '≤ 80', ({ snippets }) => (snippets ? pair(snippets.bytes, kilo) : '–')],
    ['completions while typing, KB once', '≤ 20', ({ completions }) => (completions ? kilo(completions.bytes) : '–')],
    ['· ms a letter p50 / p95', '≤ 10', ({ completions }) => (completions ? pair(completions.ms) : '–')],
    ['client, KB raw / gzipped', '≤ 35 / 12', ({ client }) => `${kilo(client.raw)} / ${kilo(client.gzipped)}`],
    ['· what some questions fetch of it later', '', ({ client: { later } }) => `${kilo(later.raw)} / ${kilo(later.gzipped)}`],
    ['dependent round trips after focus p50 / p95', '≤ 2', ({ trips }) => pair(trips.focused, whole)],
    ...KINDS.map((kind) => [`· ${kind}`, ALLOWED[kind] ?? '≤ 2', ({ trips }) => (trips.kinds[kind] ? pair(trips.kinds[kind], whole) : '–')]),
    ['· without it p50 / p95', '', ({ trips }) => pair(trips.cold, whole)],
    ['warm query, ms p50 / p95', '≤ 10 / 30', ({ warm }) => pair(warm)],
    ['search data, MB without / with texts', '≤ 9 / 25', ({ disk }) => `${mega(disk.bytes - disk.texts)} / ${mega(disk.bytes)}`],
    ['· files', '≤ 3500', ({ disk }) => String(disk.files)],
    ['index and shards built, s', '≤ 8', ({ seconds }) => seconds.toFixed(1)],
];

/** The table as Markdown, an engine a column. */
export function table(engines) {
    const lines = [
        ['', 'goal', ...engines.map((engine) => engine.name)],
        ['---', '---', ...engines.map(() => '---:')],
        ...ROWS.map(([label, goal, read]) => [label, goal, ...engines.map((engine) => read(engine.found))]),
    ];
    return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What no engine can do better: several documents may fit a query as well. */
export function ambiguity(open) {
    return Object.entries(open)
        .map(
            ([kind, { holding, telling, most }]) =>
                `${kind}: ${pair(holding, whole)} documents (p50 / p95) have both words, ${pair(telling, whole)} might have been meant: MRR ${most.toFixed(3)} at most\n`,
        )
        .join('');
}
