import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { textOf } from './documents.mjs';
import { quality } from './figures.mjs';
import { madeUp } from './made-up.mjs';
import { Packages } from './packages.mjs';
import { KINDS, Queries } from './queries.mjs';
import { Readings } from './readings.mjs';

/** node --test generator/bench/search/ */
const work = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../target/bench-search/npm');
const readings = new Readings((await Packages.in(work)).load('pinyin-pro'));
const documents = await madeUp(120, 3);
const drawing = new Queries(documents, readings, 3);
const queries = drawing.draw(12);
const of = (kind) => queries.filter((query) => query.kind === kind).map(({ text, gold }) => ({ text, gold, document: documents[gold] }));
const titled = (text) => documents.filter(({ title }) => title.includes(text)).length;

test('the same seed makes the same documents and queries, another makes others', async () => {
    assert.deepEqual(await madeUp(20, 3), documents.slice(0, 20));
    assert.deepEqual(new Queries(documents, readings, 3).draw(12), queries);
    assert.notDeepEqual(await madeUp(20, 4), documents.slice(0, 20));
    assert.notDeepEqual(new Queries(documents, readings, 4).draw(12), queries);
});

test('documents have about 9 KB each and no two the same title', () => {
    const bytes = documents.reduce((sum, document) => sum + Buffer.byteLength(textOf(document)), 0);
    assert.ok(Math.abs(bytes / documents.length - 9000) < 900, String(bytes / documents.length));
    assert.equal(new Set(documents.map(({ title }) => title)).size, documents.length);
});

test('as many queries of every kind as asked', () => {
    for (const kind of KINDS) {
        assert.equal(of(kind).length, 12, kind);
    }
});

test('a piece of a title is in one title only', () => {
    for (const { text, document } of [...of('title'), ...of('titlecut')]) {
        assert.match(text, /^\p{Script=Han}{4,8}$/u);
        assert.ok(document.title.includes(text));
        assert.equal(titled(text), 1);
    }
});

test('both terms of a pair are in their document', () => {
    for (const { text, document } of [...of('pair'), ...of('mixed')]) {
        const terms = text.split(' ');
        assert.equal(terms.length, 2);
        terms.forEach((term) => assert.ok(`${document.title}\n${textOf(document)}`.toLowerCase().includes(term), text));
    }
});

test('whoever has both words may have been meant if they tell of it: the gold does', () => {
    for (const { holding, telling, most } of Object.values(drawing.open(queries))) {
        assert.equal(telling.length, 12);
        telling.forEach((count, i) => assert.ok(count >= 1 && holding[i] >= count));
        assert.ok(most <= 1 && (most === 1) === telling.every((count) => count === 1));
    }
});

test('a phrase is in one document only', () => {
    for (const { text, document } of of('phrase')) {
        assert.deepEqual(documents.filter((other) => textOf(other).includes(text)), [document]);
    }
});

test('pinyin and initials are spelt from their own title', () => {
    for (const { text, document } of of('pinyin')) {
        assert.ok(readings.of(document.title).join('').includes(text), text);
    }
    for (const { text, document } of of('initials')) {
        assert.match(text, /^[a-z]{4,6}$/);
        assert.ok(readings.of(document.title).map((syllable) => syllable[0]).join('').includes(text), text);
    }
});

test('a slip changes one character, to one of the same reading or of another', () => {
    const slip = ({ text, document }) => {
        const characters = [...text];
        const fits = (piece) => [...piece].filter((character, i) => character !== characters[i]).length === 1;
        const places = [...document.title].map((_, i) => document.title.slice(i, i + text.length));
        const piece = places.find((one) => one.length === text.length && fits(one));
        assert.ok(piece, text);
        const at = characters.findIndex((character, i) => character !== piece[i]);
        return [readings.of(piece)[at], readings.of(characters[at])[0]];
    };
    of('typo-homo').map(slip).forEach(([meant, typed]) => assert.equal(typed, meant));
    of('typo-rand').map(slip).forEach(([meant, typed]) => assert.notEqual(typed, meant));
});

test('a rank beyond the tenth counts for nothing', () => {
    assert.deepEqual(quality([1, 2, Infinity, Infinity]), { mrr: 0.375, first: 0.25, ten: 0.5 });
});

test('two terms without a space are in their document', () => {
    for (const { text, document } of of('joined')) {
        const whole = `${document.title}\n${textOf(document)}`;
        assert.ok([...text].some((_, at) => at > 1 && whole.includes(text.slice(0, at)) && whole.includes(text.slice(at))), text);
    }
});

test('what is spelt in another way is never spelt so in a title', () => {
    const spelt = documents.map(({ title }) => readings.of(title).join(''));
    for (const { text } of [...of('pinyin-alike'), ...of('pinyin-slip')]) {
        assert.ok(spelt.every((other) => !other.includes(text)), text);
    }
    for (const { text, document } of [...of('pinyin-long'), ...of('pinyin-open')]) {
        assert.ok(readings.of(document.title).join('').includes(text), text);
    }
    of('initials-long').forEach(({ text }) => assert.match(text, /^[a-z]{7,8}$/));
    of('pinyin-tones').forEach(({ text }) => assert.match(text, /[1-5]$|[^a-z ]|^[a-z ]+$/));
});

test('a title with a character more, less or elsewhere is no title', () => {
    for (const { text, document } of [...of('han-added'), ...of('han-swapped'), ...of('han-dropped')]) {
        assert.equal(titled(text), 0, text);
        assert.ok([...text].filter((character) => document.title.includes(character)).length >= text.length - 1, text);
    }
});

test('a Latin word is begun as no other document has it', () => {
    for (const { text, document } of of('latin-begun')) {
        assert.ok(textOf(document).toLowerCase().includes(text), text);
    }
});
