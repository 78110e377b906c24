import { terms } from './minisearch-terms.mjs';

/** The same when the index is made and when it is asked. */
export const options = {
    fields: ['title', 'text'],
    storeFields: ['title'],
    tokenize: terms,
    // The terms are folded already.
    processTerm: (term) => term,
    searchOptions: { boost: { title: 2 } },
};

/** The ten best: those with all terms, and where they are fewer, those with some. */
export function search(index, text) {
    const all = index.search(text, { combineWith: 'AND' }).slice(0, 10);
    if (all.length === 10) {
        return all;
    }
    const known = new Set(all.map((hit) => hit.id));
    const some = index.search(text, { combineWith: 'OR' }).filter((hit) => !known.has(hit.id));
    return [...all, ...some].slice(0, 10);
}
