/* 一段网址画成二维码（字节模式，纠错 M 级）。只在没有设 site.host 的站点、从服务器打开时取来，画的与程序里的房间 qr 同一种写法。 */
(() => {
  'use strict';
  /** 各版每块的纠错码字数，有几块。 */
  const CHECKS = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26].concat(Array(19).fill(28));
  const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37,
    38, 40, 43, 45, 47, 49];
  const EDGE = 4;

  const spots = version => (version === 1 ? 0 : Math.floor(version / 7) + 2);

  /** 除去定位、校正、时序、格式与版本，还放得下几个码字。 */
  function room(version) {
    const n = spots(version);
    const own = n ? (25 * n - 10) * n - 55 : 0;
    return Math.floor(((16 * version + 128) * version + 64 - own - (version > 6 ? 36 : 0)) / 8);
  }

  const payload = version => room(version) - CHECKS[version - 1] * BLOCKS[version - 1];
  const counted = version => (version < 10 ? 8 : 16);

  /** GF(256)，多项式 0x11d。 */
  function times(a, b) {
    let product = 0;
    for (let bit = 7; bit >= 0; bit--) {
      product = (product << 1) ^ ((product >> 7) * 0x11d) ^ ((b >> bit & 1) * a);
    }
    return product;
  }

  function divisor(degree) {
    const factors = Array(degree).fill(0);
    factors[degree - 1] = 1;
    for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
      factors.forEach((_, j) => { factors[j] = times(factors[j], root) ^ (factors[j + 1] || 0); });
    }
    return factors;
  }

  function remainder(data, by) {
    const rest = by.map(() => 0);
    data.forEach(byte => {
      const factor = byte ^ rest.shift();
      rest.push(0);
      by.forEach((one, i) => { rest[i] ^= times(one, factor); });
    });
    return rest;
  }

  function codewords(bytes, version) {
    const bits = [];
    const put = (value, length) => {
      for (let i = length - 1; i >= 0; i--) bits.push(value >>> i & 1);
    };
    put(4, 4);
    put(bytes.length, counted(version));
    bytes.forEach(byte => put(byte, 8));
    put(0, Math.min(4, payload(version) * 8 - bits.length));
    put(0, -bits.length & 7);
    const data = [];
    for (let i = 0; i < bits.length; i += 8) data.push(parseInt(bits.slice(i, i + 8).join(''), 2));
    for (let pad = 0xec; data.length < payload(version); pad ^= 0xfd) data.push(pad);
    return spread(data, version);
  }

  /** 分块，各算纠错码，交错排开；短的块少一个数据码字。 */
  function spread(data, version) {
    const count = BLOCKS[version - 1];
    const checks = CHECKS[version - 1];
    const short = Math.floor(room(version) / count) - checks;
    const long = room(version) % count;
    const by = divisor(checks);
    const blocks = [];
    for (let i = 0, from = 0; i < count; i++) {
      const part = data.slice(from, from += short + (i < count - long ? 0 : 1));
      blocks.push({ part, check: remainder(part, by) });
    }
    const all = [];
    for (let i = 0; i <= short; i++) blocks.forEach(one => { if (i < one.part.length) all.push(one.part[i]); });
    for (let i = 0; i < checks; i++) blocks.forEach(one => all.push(one.check[i]));
    return all;
  }

  /** 一串数与它的 BCH 余数。 */
  function guarded(value, bits, by) {
    let rest = value;
    for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >>> (bits - 1)) * by);
    return value << bits | rest;
  }

  function squares(bytes, version) {
    const size = version * 4 + 17;
    const dark = Array.from({ length: size }, () => Array(size).fill(false));
    const fixed = Array.from({ length: size }, () => Array(size).fill(false));
    const set = (x, y, is) => {
      dark[y][x] = is;
      fixed[y][x] = true;
    };
    for (let i = 0; i < size; i++) {
      set(6, i, i % 2 === 0);
      set(i, 6, i % 2 === 0);
    }
    [[3, 3], [size - 4, 3], [3, size - 4]].forEach(([cx, cy]) => {
      for (let y = Math.max(0, cy - 4); y <= Math.min(size - 1, cy + 4); y++) {
        for (let x = Math.max(0, cx - 4); x <= Math.min(size - 1, cx + 4); x++) {
          const far = Math.max(Math.abs(x - cx), Math.abs(y - cy));
          set(x, y, far !== 2 && far !== 4);
        }
      }
    });
    const at = places(version, size);
    at.forEach((cy, i) => at.forEach((cx, j) => {
      const last = at.length - 1;
      if ((!i && !j) || (!i && j === last) || (i === last && !j)) return;
      for (let y = -2; y <= 2; y++) {
        for (let x = -2; x <= 2; x++) set(cx + x, cy + y, Math.max(Math.abs(x), Math.abs(y)) !== 1);
      }
    }));
    labels(version, size, set);
    fill(codewords(bytes, version), size, dark, fixed);
    return dark;
  }

  function places(version, size) {
    const n = spots(version);
    if (!n) return [];
    const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (n * 2 - 2)) * 2;
    return [6].concat(Array.from({ length: n - 1 }, (_, i) => size - 7 - (n - 2 - i) * step));
  }

  /** 格式（M 级，掩码 2）写两遍，七版起另写版本。 */
  function labels(version, size, set) {
    const format = guarded(2, 10, 0x537) ^ 0x5412;
    for (let i = 0; i < 15; i++) {
      const is = (format >>> i & 1) === 1;
      if (i < 8) set(size - 1 - i, 8, is);
      else set(8, size - 15 + i, is);
      if (i < 6) set(8, i, is);
      else if (i < 8) set(8, i + 1, is);
      else set(i === 8 ? 7 : 14 - i, 8, is);
    }
    set(8, size - 8, true);
    const number = guarded(version, 12, 0x1f25);
    for (let i = 0; version > 6 && i < 18; i++) {
      const is = (number >>> i & 1) === 1;
      const far = size - 11 + i % 3;
      set(far, Math.floor(i / 3), is);
      set(Math.floor(i / 3), far, is);
    }
  }

  /** 从右下起，两列两列地蛇行。 */
  function fill(words, size, dark, fixed) {
    let bit = 0;
    for (let right = size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < size; step++) {
        const up = ((right + 1) & 2) === 0;
        const y = up ? size - 1 - step : step;
        for (let x = right; x > right - 2; x--) {
          if (fixed[y][x]) continue;
          const one = bit < words.length * 8 && (words[bit >>> 3] >>> (7 - (bit & 7)) & 1) === 1;
          dark[y][x] = one !== (x % 3 === 0);
          bit++;
        }
      }
    }
  }

  /** text 只有 ASCII。返回边长（连四边的白）与路径；太长的没有。 */
  window.zhibuQr = text => {
    const bytes = Array.from(text, sign => sign.charCodeAt(0));
    let version = 1;
    while (version <= 40 && counted(version) + 4 + bytes.length * 8 > payload(version) * 8) version++;
    if (version > 40) return null;
    const rows = squares(bytes, version);
    let path = '';
    rows.forEach((row, y) => row.forEach((is, x) => {
      if (is && !row[x - 1]) {
        let end = x;
        while (row[end]) end++;
        path += 'M' + (x + EDGE) + ' ' + (y + EDGE) + '.5h' + (end - x);
      }
    }));
    return { side: rows.length + 2 * EDGE, path };
  };
})();
