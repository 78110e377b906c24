/* What the files say, each read once. */

class Site {
    constructor(base) {
        this.files = new Files(base);
        this.parts = new Map();
        this.folding = null;
    }

    part(id, reading) {
        if (!this.parts.has(id)) {
            const part = this.files.load(id).then(bytes => {
                try {
                    return reading(bytes);
                } catch (wrong) {
                    this.files.loads.delete(id);
                    throw wrong.code ? wrong : damaged(id + '.js');
                }
            });
            this.parts.set(id, part);
            part.catch(() => this.parts.delete(id));
        }
        return this.parts.get(id);
    }

    boot() {
        return this.part('boot', readBoot);
    }

    /* The directory may be last night's, kept by the browser. */
    forget() {
        this.parts.delete('boot');
        this.files.loads.delete('boot');
        this.files.fresh = '?' + Date.now();
    }

    /* Traditional characters to simplified ones; nothing is fetched where the texts have none. */
    async table(boot, ...texts) {
        if (texts.some(needsTable)) {
            this.folding = await this.read(boot.fold, (more, raw) => more.readFolding(raw));
        }
        return this.folding;
    }

    /* The part of the program that few questions need. */
    more() {
        return this.part(MORE, make => make(CORE));
    }

    /* A file that only that part can read, and the part beside it. */
    async read(id, reading) {
        const [more] = await Promise.all([this.more(), this.files.load(id)]);
        return this.part(id, raw => reading(more, raw));
    }

    /* How the characters of a text are read. */
    async readings(boot, text) {
        const readings = new Map(), all = Array.from(new Set(text)).filter(c => placeIn2312(c.charCodeAt(0)));
        const place = c => placeIn2312(c.charCodeAt(0)) - 1, level = c => place(c) < FIRST_LEVEL ? 0 : 1;
        const tables = await Promise.all([0, 1].map(one => all.some(c => level(c) === one) && this.sounds(boot, one)));
        all.forEach(c => readings.set(c, tables[level(c)][place(c) - level(c) * FIRST_LEVEL]));
        return readings;
    }

    sounds(boot, level) {
        return this.read('r-' + boot.readings[level], (more, raw) => more.readSounds(raw, level ? 3008 : FIRST_LEVEL));
    }

    /* The pages of each word. */
    async lists(boot, asked) {
        const lists = new Map(), terms = new Set(asked.weights.keys());
        asked.groups.concat(...asked.excluded).forEach(group => group.forEach(all => all.forEach(term => terms.add(term))));
        await Promise.all(Array.from(terms, async term => {
            const family = boot.families[+term[0]];
            const [shard] = await Promise.all([this.shard(boot, family, term.slice(1)), this.later(boot, family)]);
            const list = shard && listOf(shard, term.slice(1));
            if (list) {
                lists.set(term, list);
            }
        }));
        return lists;
    }

    async shard(boot, family, text) {
        return (await this.around(boot, family, text)).shard;
    }

    /* The file that may have a word, and the border where the next one begins. */
    async around(boot, family, text) {
        const above = lookUp(family.directory, text);
        const own = above.file && boot.large
            ? lookUp(await this.part('d-' + above.file, raw => readDirectory(new Bytes(raw))), text)
            : above;
        const border = own.border === undefined ? above.border : own.border;
        return {shard: own.file && await this.part(family.letter + '-' + own.file, raw => readShard(raw, boot.size)), border};
    }

    /* The first so many words that begin so. */
    async beginning(boot, family, start, most) {
        const found = [];
        let at = start;
        while (at !== undefined && found.length < most && (at === start || at.startsWith(start))) {
            const {shard, border} = await this.around(boot, family, at);
            found.push(...(shard ? shard.words : []).filter(one => one.startsWith(start)));
            at = border;
        }
        return found.slice(0, most);
    }

    /* Lengths that the boot leaves out, since few questions need them. */
    later(boot, family) {
        return family.later && this.part(family.later, raw => setLengths(family, raw, boot.size));
    }

    /* By what a list is narrowed down. */
    facets(boot) {
        return this.part(boot.facets, raw => {
            const bytes = new Bytes(raw), place = boot.large ? () => 'f-' + bytes.hash() : bytes.numbered;
            const groups = bytes.many(bytes.number(), () => ({
                key: bytes.text(), label: bytes.text(),
                values: bytes.many(bytes.number(), () => ({key: bytes.text(), label: bytes.text(), total: bytes.number(), docs: null})),
                place: place.call(bytes)
            }));
            return {groups, newest: bytes.many(boot.large ? Math.ceil(boot.size / ORDERED) : Math.min(1, boot.size), place)};
        });
    }

    /* What stands in a file of its own, if the site is large. */
    placed(place, reading) {
        return typeof place === 'string' ? this.part(place, reading) : reading(place);
    }

    /* The pages of each of the group's values. */
    async members(boot, group) {
        return group.values.every(value => value.docs) || this.placed(group.place, raw => {
            const coded = decoder(raw, NUMBER + 1 + 32 * NUMBER);
            group.values.forEach(value => {
                const step = NUMBER + 1 + NUMBER * sizeOf(boot.size / value.total);
                let doc = -1;
                value.docs = Array.from({length: value.total}, () => doc += coded.number(step));
            });
        });
    }

    /* The newest pages of those that are marked. */
    async newest(boot, marked, count) {
        const pieces = (await this.facets(boot)).newest, newest = [];
        for (let at = 0; at < pieces.length && newest.length < count; at++) {
            const docs = await this.placed(pieces[at], raw => readOrder(raw, Math.min(boot.large ? ORDERED : boot.size, boot.size - at * ORDERED)));
            newest.push(...docs.filter(doc => marked[doc]));
        }
        return newest.slice(0, count);
    }

    /* What a list shows of a page. */
    async title(boot, doc) {
        const many = boot.titled, at = Math.floor(doc / many);
        const all = await this.part('t-' + boot.titles[at], raw => readTitles(raw, Math.min(many, boot.size - at * many)));
        return all[doc % many];
    }

    /* What a page says: summary and text. */
    async text(boot, doc) {
        const title = await this.title(boot, doc);
        const all = await this.read(title.file, (more, raw) => more.readTexts(raw, title.of));
        return all[title.at];
    }
}

/* Pages in their order, each told by its distance from the one before. */
function readOrder(raw, count) {
    const coded = decoder(raw, 2 * NUMBER + 1);
    let doc = -1;
    return Array.from({length: count}, () => doc += coded.bit(NUMBER) ? -coded.number(0) : coded.number(NUMBER + 1));
}

function readTitles(raw, count) {
    const bytes = new Bytes(raw), all = bytes.many(count, () => ({
        id: bytes.text(), title: bytes.text(), uri: bytes.text(), type: bytes.text(),
        unit: bytes.text(), year: bytes.text()
    }));
    for (let from = 0; from < count;) {
        const of = bytes.number(), file = 'x-' + bytes.hash();
        for (let at = 0; at < of; at++) {
            Object.assign(all[from++], {file, at, of});
        }
    }
    return all;
}
