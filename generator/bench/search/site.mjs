import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSite } from './engines/zhibu.mjs';
import { madeUp } from './made-up.mjs';
import { options, Usage } from './options.mjs';
import { Packages } from './packages.mjs';
import { Queries } from './queries.mjs';
import { Readings } from './readings.mjs';

/** Writes the made-up documents as a site, and the questions of every kind about them, a line each: for who asks another engine. */
const HOME = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

try {
    const wishes = options(process.argv.slice(2));
    const work = path.resolve(HOME, wishes.work);
    const packages = await Packages.in(path.join(work, 'npm'));
    const documents = await madeUp(wishes.n, wishes.seed);
    const queries = new Queries(documents, new Readings(packages.load('pinyin-pro')), wishes.seed).draw(wishes.each);
    await rm(path.join(work, 'site'), { recursive: true, force: true });
    await mkdir(work, { recursive: true });
    await writeSite(documents, HOME, path.join(work, 'site'));
    await writeFile(path.join(work, 'questions.txt'), queries.map(({ kind, text }) => `${kind}\t${text}\n`).join(''));
} catch (fault) {
    process.stderr.write(`${fault instanceof Usage ? fault.message : fault.stack}\n`);
    process.exitCode = fault instanceof Usage ? 2 : 1;
}
