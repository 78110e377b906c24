/** Words of the command line, read once; anything unknown is refused. */
const DEFAULTS = {
    corpus: '',
    n: '3000',
    each: '100',
    seed: '7',
    engines: 'zhibu,pagefind,minisearch',
    cold: '70',
    warm: '450',
    identity: '900',
    budget: '120',
    limit: '1500',
    work: 'target/bench-search',
    chromium: '',
    json: '',
};
const RANGES = { n: [50, 200_000], each: [1, 1000], seed: [0, 4294967295], cold: [5, 700], warm: [5, 9000], identity: [0, 900], budget: [1, 3600], limit: [10, 36_000] };

export function options(words) {
    const found = { ...DEFAULTS };
    for (let i = 0; i < words.length; i += 2) {
        const name = words[i].slice(2);
        if (!words[i].startsWith('--') || !(name in DEFAULTS) || words[i + 1] === undefined) {
            throw new Usage(`${words[i]} isn't an option with its value`);
        }
        found[name] = words[i + 1];
    }
    for (const [name, [least, most]] of Object.entries(RANGES)) {
        const value = Number(found[name]);
        if (!Number.isInteger(value) || value < least || value > most) {
            throw new Usage(`--${name} is a whole number from ${least} to ${most}`);
        }
        found[name] = value;
    }
    return { ...found, engines: found.engines.split(',') };
}

export class Usage extends Error {}
