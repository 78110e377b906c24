import { execFile } from 'node:child_process';

/** The moment when an engine has had its time: nothing here waits beyond it, and what isn't done by then is a failure. */
export class Deadline {
    #name;
    #ends;

    constructor(name, seconds) {
        this.#name = name;
        this.#ends = performance.now() + seconds * 1000;
    }

    get left() {
        return Math.max(1, Math.round(this.#ends - performance.now()));
    }

    #late() {
        return new Error(`${this.#name} was not done in the time it had (--limit)`);
    }

    /** The promise's own result, or a failure at the deadline. */
    async wait(promise, most = Infinity) {
        let timer;
        const late = new Promise((_, reject) => {
            const left = Math.min(most, this.left);
            timer = setTimeout(() => reject(left < most ? this.#late() : new Error(`${this.#name}: no answer in ${most / 1000} s`)), left);
        });
        try {
            return await Promise.race([promise, late]);
        } finally {
            clearTimeout(timer);
        }
    }

    /** Runs a program to its end and hands back what it printed; one that hangs or ends with another code is a failure of the run. */
    run(program, words, codes = [0]) {
        return new Promise((resolve, reject) => {
            execFile(program, words, { timeout: this.left, maxBuffer: 1 << 28 }, (fault, out, err) => {
                if (fault && !codes.includes(fault.code)) {
                    const said = (err.trim() || out.trim() || fault.message).split('\n').slice(-15).join('\n');
                    reject(fault.killed ? this.#late() : new Error(`${this.#name}: ${program} ended with ${fault.code}:\n${said}`));
                } else {
                    resolve(out);
                }
            });
        });
    }
}
