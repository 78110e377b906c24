import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HERE = path.dirname(fileURLToPath(import.meta.url));

async function npm(words, folder) {
    try {
        await promisify(execFile)('npm', words, { cwd: folder, timeout: 300_000 });
    } catch (fault) {
        throw new Error(`npm ${words[0]} failed in ${folder}: ${String(fault.stderr || fault.message).slice(0, 500)}`);
    }
}

/** The npm packages, in the versions that package.json names (their own dependencies are as exact), in a folder that isn't part of the repository. */
export class Packages {
    #folder;
    #require;

    constructor(folder) {
        this.#folder = folder;
        this.#require = createRequire(path.join(folder, 'package.json'));
    }

    /** Installs them, unless the very same list is there. */
    static async in(folder) {
        await mkdir(folder, { recursive: true });
        const wanted = await readFile(path.join(HERE, 'package.json'), 'utf8');
        const installed = path.join(folder, 'installed.json');
        if ((await readFile(installed, 'utf8').catch(() => '')) !== wanted) {
            await copyFile(path.join(HERE, 'package.json'), path.join(folder, 'package.json'));
            await npm(['install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'], folder);
            await copyFile(path.join(HERE, 'package.json'), installed);
        }
        return new Packages(folder);
    }

    /** A CommonJS package, for their ES modules would be looked for beside this file. */
    load(name) {
        return this.#require(name);
    }

    file(...names) {
        return path.join(this.#folder, 'node_modules', ...names);
    }

    async version(name) {
        return JSON.parse(await readFile(this.file(name, 'package.json'), 'utf8')).version;
    }
}
