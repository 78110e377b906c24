/** Numbers that the seed alone decides: the same on every machine and in every version of Node. It is not for secrets. */
export class Random {
    #state;

    constructor(seed) {
        this.#state = seed >>> 0;
    }

    /** From 0 up to 1. Mulberry32: one word of state, and Math.random can't be seeded. */
    next() {
        this.#state = (this.#state + 0x6d2b79f5) >>> 0;
        let mixed = this.#state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    }

    below(bound) {
        return Math.floor(this.next() * bound);
    }

    between(least, most) {
        return least + this.below(most - least + 1);
    }

    one(list) {
        return list[this.below(list.length)];
    }

    /** An item near the front more often than one near the back, as words are in a language: Zipf's law with the given exponent. */
    ranked(list, exponent) {
        const power = 1 - exponent;
        const place =
            Math.abs(power) < 1e-9
                ? Math.exp(this.next() * Math.log(list.length + 1))
                : (((list.length + 1) ** power - 1) * this.next() + 1) ** (1 / power);
        return list[Math.min(list.length, Math.floor(place)) - 1];
    }

    shuffled(list) {
        const copy = [...list];
        for (let i = copy.length - 1; i > 0; i--) {
            const j = this.below(i + 1);
            [copy[i], copy[j]] = [copy[j], copy[i]];
        }
        return copy;
    }
}
