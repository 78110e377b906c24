import { madeUp } from './made-up.mjs';
import { readFolder, textOf } from './documents.mjs';
import { terms } from './engines/minisearch-terms.mjs';

/**
 * How unevenly pairs of Chinese characters are spread, to hold a made-up corpus beside a real one:
 * node generator/bench/search/describe.mjs DOCUMENTS [FOLDER]
 */
const [count, folder] = process.argv.slice(2);
const documents = folder ? (await readFolder(folder)).slice(0, Number(count)) : await madeUp(Number(count), 7);
const pages = new Map();
let occurrences = 0;
let bytes = 0;
for (const document of documents) {
    const text = `${document.title}\n${textOf(document)}`;
    bytes += Buffer.byteLength(text);
    const own = terms(text).filter((term) => /^\p{Script=Han}{2}$/u.test(term));
    occurrences += own.length;
    new Set(own).forEach((term) => pages.set(term, (pages.get(term) ?? 0) + 1));
}
const spread = [...pages.values()].sort((a, b) => b - a);
const postings = spread.reduce((sum, one) => sum + one, 0);
const share = (bound) => ((100 * spread.filter(bound).length) / spread.length).toFixed(1);
console.log(
    [
        `${documents.length} documents, ${(bytes / 1e6).toFixed(2)} MB, ${occurrences} pairs`,
        `different pairs ${spread.length}, in a document ${(postings / documents.length).toFixed(0)}`,
        `in 1 document ${share((one) => one === 1)} %, 2 to 5 ${share((one) => one >= 2 && one <= 5)} %`,
        `over 1 % of documents ${share((one) => one > documents.length / 100)} %, over 10 % ${share((one) => one > documents.length / 10)} %`,
        `commonest in ${((100 * spread[0]) / documents.length).toFixed(0)} %, 100th in ${((100 * spread[99]) / documents.length).toFixed(0)} %, 1000th in ${((100 * (spread[999] ?? 0)) / documents.length).toFixed(0)} %`,
    ].join('; '),
);
