import { readFile, writeFile } from 'node:fs/promises';
import MiniSearch from './minisearch.js';
import { options } from './minisearch-options.mjs';

/** A process by itself, for the index needs a larger heap than the bench: minisearch-index.mjs DOCUMENTS.json INDEX.json */
const [input, output] = process.argv.slice(2);
const index = new MiniSearch(options);
index.addAll(JSON.parse(await readFile(input, 'utf8')));
await writeFile(output, JSON.stringify(index));
