/* Getting the files. */

function fault(code, file, why) {
    return Object.assign(new Error(why + '（' + file + '）'), {code, file, retry: true});
}

function damaged(file) {
    return fault('damaged', file, '搜索数据残缺，请再试一次');
}

// Each file calls this; the element that it came by knows who waits for it.
window.zhibu = (packed, odd) => {
    const from = document.currentScript;
    if (from && from.zhibuTake) {
        from.zhibuTake(packed, odd);
    }
};

function script(url, file, take) {
    return new Promise((resolve, reject) => {
        const element = document.createElement('script');
        const end = (how, what) => {
            clearTimeout(timer);
            element.onload = element.onerror = element.zhibuTake = null;
            element.remove();
            how(what);
        };
        const timer = setTimeout(() => end(reject, fault('load', file, '搜索数据很久没有取到，请再试一次')), TIMEOUT);
        element.zhibuTake = take;
        element.onload = () => end(resolve);
        element.onerror = () => end(reject, fault('load', file, '搜索数据取不到，可能站点刚更新过，请刷新页面再试'));
        element.src = url;
        document.head.appendChild(element);
    });
}

function hex(bytes) {
    return Array.from(bytes, byte => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
}

/* The name that a content gives its file; the same as io.zhibu.search.Shards. */
function nameOf(bytes) {
    let hash = 0x811C9DC5 | 0;
    for (let i = 0; i < bytes.length; i++) {
        hash = Math.imul(hash ^ bytes[i], 0x01000193);
    }
    hash = Math.imul(hash ^ hash >>> 16, 0x85EBCA6B);
    hash ^= hash >>> 13;
    return hex([hash >>> 16 & 255, hash >>> 8 & 255, hash & 255]);
}

/* 16 bits a character, or 15; those that can't stand in a text are moved behind a 1; the same as io.zhibu.search.Packing. */
function unpacked(packed, odd) {
    const bytes = new Uint8Array(2 * packed.length);
    let size = 0, hold = 0, held = 0;
    for (let i = 0; i < packed.length; i++) {
        let unit = packed.charCodeAt(i);
        if (unit === 1) {
            unit = packed.charCodeAt(++i) ^ 0x8000;
        }
        const few = unit >> 11 === 26;
        hold = few ? hold << 15 | 0x6800 | unit & 0x7FF : hold << 16 | unit;
        for (held += few ? 15 : 16; held > 7;) {
            held -= 8;
            bytes[size++] = hold >> held;
        }
    }
    return bytes.subarray(0, odd ? size - 1 : size);
}

/* What a file holds, if it is whole: its name tells; the boot's name, which never changes, stands in it. */
function whole(id, packed, odd) {
    const bytes = unpacked(packed, odd), boot = id === 'boot', content = boot ? bytes.subarray(3) : bytes;
    if (nameOf(content) !== (boot ? hex(bytes.subarray(0, 3)) : id.slice(-6))) {
        throw damaged(id + '.js');
    }
    return content.subarray(1);
}

class Files {
    constructor(base) {
        this.base = base;
        this.loads = new Map();
        this.inflater = null;
        this.fresh = '';
    }

    /* The bytes that a file holds; asked twice, loaded once, and again only after it failed. */
    load(id) {
        if (!this.loads.has(id)) {
            const load = this.once(id, id === 'boot' ? this.fresh : '').catch(() => this.once(id, '?' + Date.now()));
            this.loads.set(id, load);
            load.catch(() => this.loads.delete(id));
        }
        return this.loads.get(id);
    }

    async once(id, suffix) {
        const file = id + '.js';
        let got = null;
        await script(this.base + file + suffix, file, (packed, odd) => {
            got = [packed, odd];
        });
        if (!got || typeof got[0] !== (id === MORE ? 'function' : 'string')) {
            throw damaged(file);
        }
        if (id === MORE) {
            return got[0];
        }
        const bytes = whole(id, got[0], got[1]);
        return /^([wnlpxrf]|fold)-/.test(id) ? bytes : this.inflate(bytes, file);
    }

    async inflate(bytes, file) {
        if (typeof DecompressionStream === 'function' && !this.plain) {
            let stream = null;
            try {
                stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
            } catch (unsupported) {
                this.plain = true;
            }
            if (stream) {
                return new Response(stream).arrayBuffer().then(buffer => new Uint8Array(buffer), () => {
                    throw damaged(file);
                });
            }
        }
        if (!this.inflater) {
            this.inflater = script(this.base + 'inflate.js', 'inflate.js', () => {});
        }
        try {
            await this.inflater;
            return window.zhibuInflate(bytes);
        } catch (wrong) {
            this.inflater = null;
            throw wrong.code ? wrong : damaged(file);
        }
    }
}

const utf8 = new TextDecoder('utf-8');

class Bytes {
    constructor(bytes) {
        this.bytes = bytes;
        this.at = 0;
    }

    number() {
        let value = 0, shift = 0, byte;
        do {
            byte = this.raw(1)[0];
            value |= (byte & 127) << shift;
            shift += 7;
        } while (byte > 127);
        return value >>> 0;
    }

    raw(count) {
        if (this.at + count > this.bytes.length) {
            throw new RangeError('ends early');
        }
        this.at += count;
        return this.bytes.subarray(this.at - count, this.at);
    }

    numbered() {
        return this.raw(this.number());
    }

    text() {
        return utf8.decode(this.numbered());
    }

    real() {
        const four = this.raw(4);
        return new DataView(four.buffer, four.byteOffset, 4).getFloat32(0, true);
    }

    hash() {
        return hex(this.raw(3));
    }

    many(count, one) {
        return Array.from({length: count}, () => one.call(this));
    }
}
