/* What the files say, each read once. */

class Site {
    constructor(base) {
        this.files = new Files(base);
        this.read = new Map();
        this.folding = null;
    }

    part(id, reading) {
        if (!this.read.has(id)) {
            const part = this.files.load(id).then(bytes => {
                try {
                    return reading(bytes);
                } catch (wrong) {
                    this.files.loads.delete(id);
                    throw wrong.code ? wrong : damaged(id + '.js');
                }
            });
            this.read.set(id, part);
            part.catch(() => this.read.delete(id));
        }
        return this.read.get(id);
    }

    boot() {
        return this.part('boot', readBoot);
    }

    /* The directory may be last night's, kept by the browser. */
    forget() {
        this.read.delete('boot');
        this.files.loads.delete('boot');
        this.files.fresh = '?' + Date.now();
    }

    /* Traditional characters to simplified ones; nothing is fetched where the texts have none. */
    async table(boot, ...texts) {
        if (texts.some(needsTable)) {
            this.folding = await this.part(boot.fold, raw => {
                const pairs = new Bytes(raw).text(), table = new Map();
                for (let i = 0; i < pairs.length; i += 2) {
                    table.set(pairs.charCodeAt(i), pairs.charCodeAt(i + 1));
                }
                return table;
            });
        }
        return this.folding;
    }

    /* How the characters of a text are read. */
    async readings(boot, text) {
        const readings = new Map(), places = Array.from(text, c => c.charCodeAt(0) - 0x4E00 >> 9);
        await Promise.all(Array.from(new Set(places)).filter(at => boot.readings[at]).map(async at => {
            const table = await this.part('r-' + boot.readings[at], raw => new Bytes(raw).text());
            table.split('\n').forEach(line => {
                const [sound, characters] = line.split(' ');
                Array.from(characters || '').forEach(c => readings.set(c, (readings.get(c) || []).concat(sound)));
            });
        }));
        return readings;
    }

    /* The pages of each word. */
    async lists(boot, asked) {
        const lists = new Map(), terms = new Set(asked.weights.keys());
        asked.groups.concat(...asked.excluded).forEach(group => group.forEach(all => all.forEach(term => terms.add(term))));
        await Promise.all(Array.from(terms, async term => {
            const family = boot.families[+term[0]], [name] = await Promise.all([this.shardName(boot, family, term.slice(1)), this.later(boot, family)]);
            const shard = name && await this.part(family.letter + '-' + name, raw => readShard(raw, boot.size));
            const list = shard && listOf(shard, term.slice(1));
            if (list) {
                lists.set(term, list);
            }
        }));
        return lists;
    }

    async shardName(boot, family, text) {
        const name = nameFor(family.directory, text);
        return name && boot.large ? nameFor(await this.part('d-' + name, raw => readDirectory(new Bytes(raw))), text) : name;
    }

    /* Lengths that the boot leaves out, since few questions need them. */
    later(boot, family) {
        return family.later && this.part(family.later, raw => setLengths(family, raw, boot.size));
    }

    /* A field's lengths of the pages from a multiple of LENGTHS on. */
    lengths(field, piece) {
        return this.part('l-' + field.pieces[piece], raw => readLengths(raw, 1, LENGTHS)[0]);
    }

    facets(boot) {
        return this.part(boot.facets, raw => {
            const bytes = new Bytes(raw);
            const groups = bytes.many(bytes.number(), () => ({
                key: bytes.text(), label: bytes.text(), values: bytes.many(bytes.number(), () => {
                    let doc = 0;
                    return {key: bytes.text(), label: bytes.text(), docs: bytes.many(bytes.number(), () => doc += bytes.number())};
                })
            }));
            return {groups, newest: bytes.many(boot.size, bytes.number)};
        });
    }

    /* What a list shows of a page. */
    async title(boot, doc) {
        const at = Math.floor(doc / TITLES), piece = boot.large && boot.titlePieces[Math.floor(at / NAMES_A_PIECE)];
        const names = piece ? await this.part('td-' + piece, raw => new Bytes(raw).many(raw.length / 3, Bytes.prototype.hash)) : boot.titles;
        const all = await this.part('t-' + names[piece ? at % NAMES_A_PIECE : at], raw => readTitles(raw, boot, Math.min(TITLES, boot.size - at * TITLES)));
        return all[doc % TITLES];
    }

    /* What a page says: title, summary and text. */
    async text(boot, doc) {
        const title = await this.title(boot, doc);
        const all = await this.part(title.file, raw => {
            const bytes = new Bytes(raw);
            return bytes.many(title.of, () => ({title: bytes.text(), summary: bytes.text(), text: bytes.text()}));
        });
        return all[title.at];
    }
}

function readTitles(raw, boot, count) {
    const bytes = new Bytes(raw), all = bytes.many(count, () => ({
        id: bytes.text(), title: bytes.text(), uri: bytes.text(), type: bytes.text(),
        unit: bytes.text(), year: bytes.text(), sample: bytes.number() === 1
    }));
    for (let from = 0; from < count;) {
        const of = bytes.number(), file = 'x-' + bytes.hash();
        for (let at = 0; at < of; at++) {
            Object.assign(all[from++], {file, at, of});
        }
    }
    all.forEach(one => {
        one.lengths = bytes.raw(boot.large ? boot.told.length : 0);
    });
    return all;
}
