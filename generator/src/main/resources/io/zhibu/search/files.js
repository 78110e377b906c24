/* Getting and unpacking the files. */
function fault(code, file, why) {
    var error = new Error(why + '（' + file + '）');
    error.code = code;
    error.file = file;
    error.retry = true;
    return error;
}

// Each file calls this; the element that it came by knows who waits for it.
window.zhibu = function (id, packed, odd) {
    var from = document.currentScript;
    if (from && from.zhibuTake) {
        from.zhibuTake(id, packed, odd);
    }
};

function script(url, file, take) {
    return new Promise((resolve, reject) => {
        var element = document.createElement('script');
        var timer = setTimeout(() => {
            end(reject, fault('load', file, '搜索数据很久没有取到，请再试一次'));
        }, TIMEOUT);
        function end(how, what) {
            clearTimeout(timer);
            element.onload = element.onerror = element.zhibuTake = null;
            element.remove();
            how(what);
        }
        element.zhibuTake = take;
        element.onload = function () {
            end(resolve);
        };
        element.onerror = function () {
            end(reject, fault('load', file, '搜索数据取不到，可能站点刚更新过，请刷新页面再试'));
        };
        element.src = url;
        document.head.appendChild(element);
    });
}

function damaged(file) {
    return fault('damaged', file, '搜索数据残缺，请再试一次');
}

function hex(bytes) {
    return Array.from(bytes, byte => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
}

/* The name that a content gives its file; the same as io.zhibu.search.Shards. */
function nameOf(bytes) {
    var hash = 0x811C9DC5 | 0;
    for (var i = 0; i < bytes.length; i++) {
        hash = Math.imul(hash ^ bytes[i], 0x01000193);
    }
    hash = Math.imul(hash ^ hash >>> 16, 0x85EBCA6B);
    hash ^= hash >>> 13;
    return hex([hash >>> 16 & 255, hash >>> 8 & 255, hash & 255]);
}

/* Two bytes a character, those that can't stand in a text moved behind a 1; the same as io.zhibu.search.Packing. */
function unpacked(packed, odd) {
    var bytes = new Uint8Array(2 * packed.length), size = 0;
    for (var i = 0; i < packed.length; i++) {
        var unit = packed.charCodeAt(i);
        if (unit === 1) {
            unit = packed.charCodeAt(++i) ^ 0x8000;
        }
        bytes[size++] = unit & 255;
        bytes[size++] = unit >> 8;
    }
    return bytes.subarray(0, size - odd);
}

/* What a file holds, if it is whole: its name tells; the boot's name, which never changes, stands in it. */
function whole(id, packed, odd) {
    var bytes = unpacked(packed, odd), boot = id === 'boot', content = boot ? bytes.subarray(3) : bytes;
    if (nameOf(content) !== (boot ? hex(bytes.subarray(0, 3)) : id.slice(-6))) {
        throw damaged(id + '.js');
    }
    return content.subarray(1);
}

function Files(base) {
    this.base = base;
    this.loads = {};
    this.inflater = null;
}

/* The bytes that a file holds; asked twice, loaded once, and again only after it failed. */
Files.prototype.load = function (id) {
    var self = this, key = '_' + id;
    if (!self.loads[key]) {
        self.loads[key] = self.once(id, id === 'boot' && self.fresh || '').catch(() => {
            return self.once(id, '?' + Date.now());
        });
        self.loads[key].catch(() => {
            delete self.loads[key];
        });
    }
    return self.loads[key];
};

Files.prototype.once = function (id, suffix) {
    var self = this, file = id + '.js', got = null, other = false;
    return script(self.base + file + suffix, file, (named, packed, odd) => {
        if (named === id) {
            got = [packed, odd];
        } else {
            other = true;
        }
    }).then(() => {
        if (other) {
            throw fault('foreign', file, '搜索数据不是这个站点的，请刷新页面再试');
        }
        if (!got || typeof got[0] !== 'string') {
            throw damaged(file);
        }
        var bytes = whole(id, got[0], got[1] || 0);
        return /^[wnl]-/.test(id) ? bytes : self.inflate(bytes, file);
    });
};

Files.prototype.inflate = function (bytes, file) {
    var self = this;
    if (typeof DecompressionStream === 'function' && !self.plain) {
        try {
            var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
            return new Response(stream).arrayBuffer().then(buffer => new Uint8Array(buffer), () => {
                throw damaged(file);
            });
        } catch (unsupported) {
            self.plain = true;
        }
    }
    if (!self.inflater) {
        self.inflater = script(self.base + 'inflate.js', 'inflate.js', () => {});
        self.inflater.catch(() => {
            self.inflater = null;
        });
    }
    return self.inflater.then(() => {
        if (typeof window.zhibuInflate !== 'function') {
            self.inflater = null;
            throw fault('damaged', 'inflate.js', '搜索程序残缺，请再试一次');
        }
        try {
            return window.zhibuInflate(bytes);
        } catch (wrong) {
            throw damaged(file);
        }
    });
};

var utf8 = new TextDecoder('utf-8');

function Bytes(bytes) {
    this.bytes = bytes;
    this.at = 0;
}

Bytes.prototype.number = function () {
    var value = 0, shift = 0, byte;
    do {
        byte = this.bytes[this.at++];
        if (byte === undefined) {
            throw new RangeError('ends early');
        }
        value |= (byte & 127) << shift;
        shift += 7;
    } while (byte > 127);
    return value >>> 0;
};

Bytes.prototype.raw = function (count) {
    if (this.at + count > this.bytes.length) {
        throw new RangeError('ends early');
    }
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
};

Bytes.prototype.text = function () {
    return utf8.decode(this.raw(this.number()));
};

Bytes.prototype.real = function () {
    var four = this.raw(4);
    return new DataView(four.buffer, four.byteOffset, 4).getFloat32(0, true);
};

Bytes.prototype.hash = function () {
    return hex(this.raw(3));
};

Bytes.prototype.hashes = function (count) {
    return Array.from({length: count}, () => this.hash());
};
