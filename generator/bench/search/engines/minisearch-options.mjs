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

const LOOSE = { prefix: true, fuzzy: 0.2 };
const STEPS = [{ combineWith: 'AND' }, { combineWith: 'AND', ...LOOSE }, { combineWith: 'OR' }, { combineWith: 'OR', ...LOOSE }];

/** The ten best: those with all terms, then those with terms like them or that begin so; and where they are fewer, those with some. */
export function search(index, text) {
    const found = [];
    for (const step of STEPS) {
        const known = new Set(found.map((hit) => hit.id));
        found.push(...index.search(text, step).filter((hit) => !known.has(hit.id)));
        if (found.length >= 10) {
            break;
        }
    }
    return found.slice(0, 10);
}
