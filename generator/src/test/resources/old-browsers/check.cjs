/*
 * What the scripts and style sheets of a site use that came to Chromium after a version, by MDN's compatibility data.
 *
 *   node check.cjs SITE VERSION
 *
 * with acorn, css-tree and @mdn/browser-compat-data found by NODE_PATH. Prints a line for each feature, and fails if a script is no ES2017.
 * A member is told only by its name: it counts as new if everything of that name is.
 */
'use strict';
const fs = require('fs');
const path = require('path');
const acorn = require('acorn');
const css = require('css-tree');
const data = require('@mdn/browser-compat-data');

const [site, version] = [process.argv[2], Number(process.argv[3])];
const found = new Map();

const isCompat = (node) => node && typeof node === 'object' && node.__compat;

/** The first version that has it, in part at least, without a prefix or flag: a number, Infinity if there is none. */
function added(compat) {
    const all = [].concat((compat.support && compat.support.chrome) || []);
    const plain = all.filter((one) => one.version_added && !one.prefix && !one.flags && !one.alternative_name && (!one.version_removed || one.partial_implementation));
    const versions = plain.map((one) => parseFloat(String(one.version_added).replace('≤', '')));
    return Math.min(Infinity, ...versions.filter((one) => !Number.isNaN(one)));
}

function note(feature, since) {
    if (since > version) found.set(feature, since);
}

/* Scripts. */

const members = new Map();
const globals = new Map();

function remember(map, name, since) {
    map.set(name, Math.min(since, map.has(name) ? map.get(name) : Infinity));
}

for (const [name, owner] of [...Object.entries(data.api), ...Object.entries(data.javascript.builtins)]) {
    if (isCompat(owner)) {
        remember(globals, name, added(owner.__compat));
    }
    for (const [member, node] of Object.entries(owner)) {
        if (isCompat(node)) {
            const plain = member.replace(/_(static|event)$/, '');
            remember(members, plain, added(node.__compat));
            if (name === 'Window' || name === 'globalThis') {
                remember(globals, plain, added(node.__compat));
            }
        }
    }
}

/** Names that our scripts themselves give to something say nothing of the browser. */
const own = new Set();

function declare(tree) {
    const names = own;
    walk(tree, (node) => {
        if (node.type === 'Property' || node.type === 'MethodDefinition') {
            if (!node.computed && node.key.name) names.add(node.key.name);
        } else if (node.type === 'VariableDeclarator' || /Function/.test(node.type)) {
            walk(node.id || {}, (one) => one.type === 'Identifier' && names.add(one.name));
            (node.params || []).forEach((one) => walk(one, (part) => part.type === 'Identifier' && names.add(part.name)));
        } else if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && node.left.property.name) {
            names.add(node.left.property.name);
        }
    });
}

function walk(node, step) {
    if (!node || typeof node.type !== 'string') return;
    step(node);
    for (const value of Object.values(node)) {
        if (Array.isArray(value)) value.forEach((one) => walk(one, step));
        else if (value && typeof value === 'object') walk(value, step);
    }
}

function script(tree) {
    const keys = new Set();
    walk(tree, (node) => {
        if (!node.computed) keys.add(node.property).add(node.key);
        if (node.type === 'MemberExpression' && !node.computed) {
            const name = node.property.name;
            const owner = node.object.name;
            const since = owner && data.javascript.builtins[owner] && isCompat(data.javascript.builtins[owner][name]);
            if (since) note(owner + '.' + name, added(since));
            else if (members.has(name) && !own.has(name)) note('.' + name, members.get(name));
        } else if (node.type === 'Identifier' && globals.has(node.name) && !own.has(node.name) && !keys.has(node)) {
            note(node.name, globals.get(node.name));
        }
    });
}

/* Styles. */

/** Names of that time, which browsers still take; the data knows the new ones alone. */
const OLD_NAMES = new Map([['grid-gap', 57], ['grid-row-gap', 57], ['grid-column-gap', 57], ['word-wrap', 1]]);

const kebab = (name) => name.toLowerCase();

function styles(text) {
    const supports = [];
    css.walk(css.parse(text, { positions: false }), {
        enter(node) {
            if (node.type === 'Atrule' && node.name === 'supports') supports.push(node);
            if (supports.length) return;
            if (node.type === 'Declaration') declaration(node, this.atrule, this.rule);
            else if (node.type === 'Atrule') atrule(node);
            else if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector') {
                const known = data.css.selectors[kebab(node.name)];
                if (isCompat(known)) note(':' + (node.type === 'PseudoElementSelector' ? ':' : '') + node.name, added(known.__compat));
            } else if (node.type === 'Feature' && node.kind === 'media') {
                const known = data.css['at-rules'].media[kebab(node.name).replace(/^(min|max)-/, '')];
                if (isCompat(known)) note('@media (' + node.name + ')', added(known.__compat));
            }
        },
        leave(node) {
            if (supports[supports.length - 1] === node) supports.pop();
        },
    });
}

function atrule(node) {
    const known = data.css['at-rules'][kebab(node.name)];
    if (isCompat(known)) note('@' + node.name, added(known.__compat));
}

function declaration(node, around, rule) {
    const name = kebab(node.property);
    const older = rule && rule.block.children.some((one) => one.property === '-webkit-' + name);
    if (name.startsWith('-') || older) {
        return;
    }
    const known = (around && isCompat((data.css['at-rules'][kebab(around.name)] || {})[name]) && data.css['at-rules'][kebab(around.name)][name]) || data.css.properties[name];
    if (!isCompat(known)) {
        note(name, OLD_NAMES.has(name) ? OLD_NAMES.get(name) : Infinity);
        return;
    }
    note(name, added(known.__compat));
    css.walk(node.value, (part) => {
        const word = part.type === 'Identifier' || part.type === 'Function' ? kebab(part.name) : '';
        const value = word && known[word];
        if (isCompat(value)) note(name + ': ' + word, added(value.__compat));
        else if (part.type === 'Function') {
            const type = data.css.types[word] || (data.css.types.color && data.css.types.color[word]);
            if (isCompat(type)) note(word + '()', added(type.__compat));
        }
    });
}

function text(file) {
    const bytes = fs.readFileSync(file);
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return bytes.toString(wide ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

function files(folder) {
    return fs.readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
        const file = path.join(folder, one.name);
        return one.isDirectory() ? files(file) : [file];
    });
}

let scripts = 0;
const trees = [];
for (const file of files(site).sort()) {
    try {
        if (file.endsWith('.js')) {
            trees.push(acorn.parse(text(file), { ecmaVersion: 2017, sourceType: 'script' }));
            scripts++;
        } else if (file.endsWith('.css')) {
            styles(text(file));
        }
    } catch (fault) {
        console.error(path.relative(site, file) + ': ' + fault.message);
        process.exitCode = 1;
    }
}
trees.forEach(declare);
trees.forEach(script);
console.log(scripts + ' scripts');
[...found].sort((a, b) => (a[0] < b[0] ? -1 : 1)).forEach(([feature, since]) => console.log(since + '\t' + feature));
