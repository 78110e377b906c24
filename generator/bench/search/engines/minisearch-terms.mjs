/**
 * Pairs of neighbouring Han characters (a lone one by itself) and lower-cased words of everything else. Runs in Node, where the index
 * is made, and in the browser, where it is asked.
 */
export function terms(text) {
    const found = [];
    for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)) {
        const characters = [...run];
        if (characters.length < 2 || !/^\p{Script=Han}/u.test(run)) {
            found.push(run);
        } else {
            for (let i = 0; i + 1 < characters.length; i++) {
                found.push(characters[i] + characters[i + 1]);
            }
        }
    }
    return found;
}
