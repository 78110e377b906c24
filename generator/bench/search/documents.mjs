import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * A document: `id` (its path, or a number), `title`, and `blocks` of plain text, each with the level of its heading or 0 for a
 * paragraph. Every engine gets exactly this, so that none is better off for its Markdown reader.
 */

const FENCE = /^\s*(```|~~~)/;
const TITLE_LENGTH = 60;

/** All Markdown below a folder, in the order of its paths. Left out are files without text and those whose title isn't of two characters, as Zhibu asks. */
export async function readFolder(folder) {
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
    const documents = [];
    for (const name of names) {
        const document = parse(name.split(path.sep).join('/'), await readFile(path.join(folder, name), 'utf8'));
        if ([...document.title].length >= 2 && document.blocks.some((block) => block.level === 0)) {
            documents.push(document);
        }
    }
    if (documents.length === 0) {
        throw new Error(`no Markdown with a title and a text below ${folder}`);
    }
    return documents;
}

function parse(id, markdown) {
    const { title: declared, body } = withoutFrontMatter(markdown.replaceAll('\r\n', '\n'));
    const blocks = [];
    let title = declared;
    let lines = [];
    let fenced = false;
    const paragraph = () => {
        const text = plain(lines.join('\n'));
        lines = [];
        if (text) {
            blocks.push({ level: 0, text });
        }
    };
    for (const line of body.split('\n')) {
        const heading = fenced ? null : /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
        if (FENCE.test(line)) {
            fenced = !fenced;
        } else if (heading) {
            paragraph();
            const text = plain(heading[2]);
            if (!title) {
                title = text;
            } else if (text && text !== title) {
                blocks.push({ level: Math.max(2, heading[1].length), text });
            }
        } else if (line.trim() === '') {
            paragraph();
        } else {
            lines.push(line);
        }
    }
    paragraph();
    return { id, title: [...title].slice(0, TITLE_LENGTH).join(''), blocks };
}

function withoutFrontMatter(markdown) {
    const found = /^---\n([\s\S]*?)\n---\n/.exec(markdown);
    if (!found) {
        return { title: '', body: markdown };
    }
    const title = /^title:\s*(.+)$/m.exec(found[1]);
    return { title: title ? title[1].trim().replace(/^(["'])(.*)\1$/, '$2') : '', body: markdown.slice(found[0].length) };
}

/** What a reader sees, near enough: without pictures, addresses, tags, marks of emphasis and lists, and the bars of tables. */
function plain(markdown) {
    return markdown
        .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/<!--[\s\S]*?-->/g, ' ')
        .replace(/<\/?[a-zA-Z][^<>]*>/g, ' ')
        .replace(/https?:\/\/\S+/g, ' ')
        .replace(/^\s*(?:[-*+]|\d+\.|>)\s+/gm, '')
        .replace(/\{#[^}]*\}|:\w+:`/g, ' ')
        .replace(/[*`|]|__|~~|:?-{3,}:?/g, ' ')
        // Neither a control character nor half a character may reach HTML or YAML.
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, ' ')
        .toWellFormed()
        .replace(/\s+/g, ' ')
        .trim();
}

/** The whole text below the title. */
export function textOf(document) {
    return document.blocks.map((block) => block.text).join('\n');
}
