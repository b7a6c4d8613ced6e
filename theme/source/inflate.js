/* Deflated bytes to bytes (RFC 1951), for the texts of the search: read with the first of them. Our own, so that every
   browser takes the same way, whether it has a DecompressionStream that knows "deflate-raw" or not. */
jianbao("../assets/inflate", 0, (function () {
  "use strict";
  const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

  return function inflate(from) {
    const to = [];
    let at = 0, last, kind;
    const get = (count) => {
      let value = 0;
      for (let i = 0; i < count; i++, at++) value |= (from[at >> 3] >> (at & 7) & 1) << i;
      return value;
    };
    const table = (sizes) => {
      const counts = new Uint16Array(16), next = [0, 0], symbols = [];
      for (const size of sizes) if (size) counts[size]++;
      for (let i = 1; i < 15; i++) next[i + 1] = next[i] + counts[i];
      sizes.forEach((size, symbol) => { if (size) symbols[next[size]++] = symbol; });
      return { counts, symbols };
    };
    const symbol = ({ counts, symbols }) => {
      for (let size = 1, code = 0, first = 0, index = 0; size < 16; size++) {
        code |= from[at >> 3] >> (at & 7) & 1;
        at++;
        if (code - counts[size] < first) return symbols[index + code - first];
        index += counts[size];
        first = first + counts[size] << 1;
        code <<= 1;
      }
      throw new Error("deflate");
    };
    const codes = () => {
      if (kind === 1) {
        const fixed = Array.from({ length: 288 }, (_, i) => i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
        return [table(fixed), table(new Array(30).fill(5))];
      }
      const long = get(5) + 257, far = get(5) + 1, few = get(4) + 4, sizes = new Array(19).fill(0), all = [];
      for (let i = 0; i < few; i++) sizes[ORDER[i]] = get(3);
      const short = table(sizes);
      while (all.length < long + far) {
        const said = symbol(short), times = said < 16 ? 1 : said === 16 ? 3 + get(2) : said === 17 ? 3 + get(3) : 11 + get(7);
        const size = said < 16 ? said : said === 16 ? all[all.length - 1] : 0;
        for (let i = 0; i < times; i++) all.push(size);
      }
      return [table(all.slice(0, long)), table(all.slice(long))];
    };
    do {
      last = get(1);
      kind = get(2);
      if (!kind) {
        at = at + 7 & ~7;
        for (let count = get(16), skip = get(16); count--; skip) to.push(get(8));
        continue;
      }
      const [longs, fars] = codes();
      for (let said; (said = symbol(longs)) !== 256;) {
        if (said < 256) { to.push(said); continue; }
        said -= 257;
        const length = LENGTHS[said] + (said > 7 && said < 28 ? get((said >> 2) - 1) : 0), far = symbol(fars);
        const back = (far < 4 ? far + 1 : ((2 + (far & 1)) << (far >> 1) - 1) + 1) + (far < 4 ? 0 : get((far >> 1) - 1));
        for (let i = 0; i < length; i++) to.push(to[to.length - back]);
      }
    } while (!last);
    return to;
  }
})());
