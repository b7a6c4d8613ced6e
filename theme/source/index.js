/* Search without a server. First part: the index, read shard by shard as scripts (docs/search.md tells its files); it
   touches the page only to load them, so that tests run it under Node. Second part: the page. */
var jianbao = (function () {
  "use strict";

  // --- files: each is a script that calls jianbao(name, length, payload)
  const CHINESE = /[\u2e80-\u312f\u31a0-\u31ff\u3400-\ua4cf\uac00-\ud7af\uf900-\ufaff]|[\u{20000}-\u{3ffff}]/u;
  const SOFT = /[\p{Z}\t-\r"'“”‘’「」『』〝〞〟«»‹›„‟‚‛`´＂＇｢｣﹁﹂﹃﹄]/u;
  const LEADS = 6, LONGEST = 64;
  const FEW = 12; // so few candidates: texts tell sooner than further lists
  const place = document.currentScript ? document.currentScript.src.replace(/assets\/[^/]*$/, "search/") : "";
  const waiting = {}, loaded = {}, kept = {};
  let version = ""; // of the index: what a browser kept of an older one must not be mixed in

  function jianbao(name, length, payload) {
    if (waiting[name]) waiting[name](length ? bytes(payload, length) : payload);
  }

  async function load(name) {
    try {
      return await (loaded[name] = loaded[name] || once(name, version).catch(() => later(400).then(() => once(name, "?" + Date.now()))));
    } catch (error) {
      delete loaded[name];
      throw error;
    }
  }

  function once(name, more) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      const end = (given) => {
        script.remove();
        delete waiting[name];
        if (given !== undefined) done(given); else failed(Object.assign(new Error(name), { file: "search/" + name + ".js" }));
      };
      waiting[name] = end;
      script.onload = script.onerror = () => waiting[name] === end && end();
      script.src = place + name + ".js" + (place.startsWith("http") && name === "head" ? "?" + Date.now() : more);
      document.head.appendChild(script);
    });
  }

  const parsed = (name, read) => load(name).then((raw) => kept[name] = kept[name] || read(raw));

  const later = (time) => new Promise((done) => setTimeout(done, time));

  function bytes(text, length) { // 15 bits a unit
    const made = new Uint8Array(length);
    let held = 0, bits = 0, at = 0;
    for (let i = 0; at < length; i++) {
      let unit = i < text.length ? text.charCodeAt(i) - 256 : 0;
      if (unit >= 0x8000) unit = unit === 0x8000 ? 0x1f28 : 0x1f29;
      held = (held << 15 | unit) & 0x7fffff;
      for (bits += 15; bits >= 8 && at < length; at++) made[at] = held >> (bits -= 8);
    }
    return made;
  }

  // --- texts
  async function text(name) {
    const [inflate, signs] = await Promise.all([load("../assets/inflate"), load("order"), load(name)]);
    return parsed(name, (packed) => { // once, however many hits are in it
      const raw = inflate(packed);
      let said = "";
      for (let i = 0; i < raw.length; i++) {
        const byte = raw[i];
        if (byte > LEADS) said += signs[byte - LEADS - 1];
        else if (byte < LEADS) said += signs[255 - LEADS + byte * 256 + raw[++i]];
        else said += String.fromCharCode(raw[++i] << 8 | raw[++i]);
      }
      return said;
    });
  }

  // --- folding: what a search holds for one (jianbao/chinese/fold.py does the same)
  const known = new Map();

  function fold(char, pairs) {
    let plain = known.get(char);
    if (plain === undefined) {
      plain = SOFT.test(char) ? "\x01" : "";
      for (const part of plain ? "" : /[\uac00-\ud7a3]/.test(char) ? char : char.normalize("NFKD"))
        for (const one of part.toLowerCase()) plain += /[\p{M}\p{Cf}]/u.test(one) ? "" : /[\p{L}\p{N}]/u.test(one) ? one : " ";
      known.set(char, plain);
    }
    return pairs ? plain.replace(/[\u3400-\u9fff]/g, (one) => pairs.get(one) || one) : plain;
  }

  const chinese = (char) => CHINESE.test(char);

  // A text as it is compared: letters, figures and characters, a blank between what a sign divides; and of each of its
  // units where in the text it came from.
  function plain(given, pairs) {
    let made = "", before = " ", soft = false, at = 0;
    const from = [];
    for (const char of given) {
      for (const one of fold(char, pairs)) {
        if (one === "\x01") { soft = true; continue; }
        const divides = one === " " || soft && before !== " " && !chinese(before) && !chinese(one);
        soft = false;
        if (divides && before !== " ") { made += before = " "; from.push(at); }
        if (one === " ") continue;
        made += before = one;
        for (let i = 0; i < one.length; i++) from.push(at);
      }
      at += char.length;
    }
    from.push(at);
    return { made: made.trimEnd(), from };
  }

  // Where a phrase stands in a compared text. A word must begin there; it may go on when its beginning has three letters.
  function* found(made, phrase) {
    const { words, loose } = phrase;
    for (let at = made.indexOf(words); at >= 0; at = made.indexOf(words, at + 1)) {
      const end = at + words.length;
      if (latin(words[0]) && latin(made[at - 1])) continue;
      if (!loose && latin(words[words.length - 1]) && latin(made[end])) continue;
      yield [at, end];
    }
  }

  const latin = (char) => char !== undefined && char !== " " && !/[\ud800-\udfff]/.test(char) && !chinese(char);

  // --- bits: the codes of jianbao/search/bits.py
  class Bits {
    constructor(from, at = 0) { this.from = from; this.at = at; }

    zeros() {
      const from = this.from;
      let byte = from[this.at >> 3] << (this.at & 7) & 255, count = 0;
      if (!byte) {
        count = 8 - (this.at & 7);
        let i = (this.at >> 3) + 1;
        while (!(byte = from[i])) {
          if (i++ >= from.length) throw new Error("bits");
          count += 8;
        }
      }
      count += Math.clz32(byte) - 24;
      this.at += count + 1;
      return count;
    }

    get(count) {
      let value = 0;
      while (count) {
        const room = 8 - (this.at & 7), taken = Math.min(room, count);
        value = value * (1 << taken) + (this.from[this.at >> 3] >> room - taken & (1 << taken) - 1);
        this.at += taken;
        count -= taken;
      }
      return value;
    }

    rice(order) { const high = this.zeros(); return high * 2 ** order + this.get(order); }

    golomb() { const size = this.zeros(); return 2 ** size + this.get(size) - 1; }

    byte() { this.at = this.at + 7 & ~7; return this; }
  }

  function riceOrder(room, count) {
    const share = Math.floor(room * 69 / (count * 100));
    return share >= 1 ? 31 - Math.clz32(share) : 0;
  }

  function readList(bits, count, room, weighted) {
    const order = riceOrder(room, count), ids = new Uint32Array(count), weights = weighted && new Uint8Array(count);
    for (let i = 0, id = -1; i < count; i++) {
      ids[i] = id += bits.rice(order) + 1;
      if (weighted) while (weights[i] < 3 && bits.get(1)) weights[i]++;
    }
    return { ids, weights };
  }

  // --- terms
  function mixed(key) {
    key = Math.imul(key ^ key >>> 16, 0x85ebca6b);
    key = Math.imul(key ^ key >>> 13, 0xc2b2ae35);
    return (key ^ key >>> 16) >>> 0;
  }

  function hashed(word) {
    let value = 0x811c9dc5;
    for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
    value = Math.imul(value ^ value >>> 15, 0x85ebca6b);
    return (value ^ value >>> 13) >>> 0;
  }

  const plane = (char) => char.length > 1 ? 0xd800 + char.codePointAt(0) % 2039 : char.charCodeAt(0);
  const top = (key, bits) => bits ? key >>> 32 - bits : 0;
  const hex = (number, digits) => number.toString(16).padStart(digits, "0");
  const shardName = (tier, kind, number) => `${tier.name}/${kind}/${(number >>> 8).toString(16)}/${hex(number & 255, 2)}`;
  const ownName = (tier, kind, name) => `${tier.name}/${kind}/${name.slice(0, 2)}/${name}`;
  function readShard(raw, room) {
    const bits = new Bits(raw), keys = new Float64Array(bits.golomb()), counts = new Uint32Array(keys.length);
    const order = riceOrder(room, keys.length || 1);
    for (let i = 0, key = -1; i < keys.length; i++) {
      keys[i] = key += bits.rice(order) + 1;
      counts[i] = bits.golomb() + 1;
    }
    return { bits: bits.byte(), keys, counts };
  }

  // Where the lists of a shard begin, found once by reading over them.
  function starts(held, tier, weighted) {
    if (!held.starts) held.starts = Array.from(held.counts, (count) => {
      const { at } = held.bits;
      if (count < tier.big) readList(held.bits, count, tier.count, weighted);
      return at;
    });
    return held.starts;
  }

  function listed(tier, held, i, own, weighted) {
    const count = held.counts[i], big = count >= tier.big;
    return {
      count, big, held, i,
      list: async () => readList(big ? new Bits(await load(own)) : new Bits(held.bits.from, starts(held, tier, weighted)[i]), count, tier.count, weighted),
    };
  }

  const NONE = { count: 0 };

  async function charTerm(tier, a, b) {
    const kind = b ? "h" : "u", bits = b ? tier.pairs : tier.chars;
    const key = mixed(b ? plane(a) << 16 | plane(b) : plane(a)), room = 2 ** (32 - bits), number = top(key, bits);
    const held = await parsed(shardName(tier, kind, number), (raw) => readShard(raw, room));
    let low = 0, high = held.keys.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (held.keys[middle] < key % room) low = middle + 1; else high = middle;
    }
    if (held.keys[low] !== key % room) return NONE;
    const term = listed(tier, held, low, ownName(tier, b ? "p" : "v", hex(key, 8)), Boolean(b));
    return Object.assign(term, { follow: b && term.count >= tier.followed && (term.big ? ownName(tier, "q", hex(key, 8)) : shardName(tier, "n", number)) });
  }

  function readWords(raw) {
    const bits = new Bits(raw), words = new Array(bits.golomb()), counts = new Uint32Array(words.length), reader = new TextDecoder();
    let before = [];
    for (let i = 0; i < words.length; i++) {
      const shared = bits.golomb();
      before = before.slice(0, shared);
      for (let more = bits.golomb(); more; more--) before.push(bits.get(8));
      words[i] = reader.decode(new Uint8Array(before));
      counts[i] = bits.golomb() + 1;
    }
    return { bits: bits.byte(), words, counts };
  }

  async function wordTerm(tier, word, loose) {
    const begin = word[0] === "@" ? word : Array.from(word).slice(0, 3).join("");
    const held = await parsed(shardName(tier, "w", top(hashed(begin), tier.words)), readWords);
    const own = (one) => ownName(tier, "x", hex(hashed(one), 8) + hex(hashed(one + "@"), 8));
    const terms = [];
    held.words.forEach((one, i) => { if (one === word || loose && one.startsWith(word)) terms.push(listed(tier, held, i, own(one), true)); });
    if (terms.length < 2) return terms[0] || NONE;
    const count = terms.reduce((sum, term) => sum + term.count, 0);
    return { count, big: false, list: async () => (await Promise.all(terms.map((term) => term.list()))).reduce(union) };
  }

  // --- lists of articles: ids ascending, weights beside them
  const weight = (list, i) => list.weights ? list.weights[i] : 0;

  function merge(a, b, keepA, keepB, keepBoth) {
    const ids = [], weights = [];
    for (let i = 0, j = 0; i < a.ids.length || j < b.ids.length;) {
      const x = i < a.ids.length ? a.ids[i] : Infinity, y = j < b.ids.length ? b.ids[j] : Infinity;
      if (x === y ? keepBoth : x < y ? keepA : keepB) {
        ids.push(Math.min(x, y));
        weights.push(Math.min(x <= y ? weight(a, i) : 9, y <= x ? weight(b, j) : 9)); // a phrase stands no oftener than its rarest part
      }
      if (x <= y) i++;
      if (y <= x) j++;
    }
    return { ids, weights };
  }

  const both = (a, b) => merge(a, b, false, false, true);
  const union = (a, b) => merge(a, b, true, true, true);
  const without = (a, b) => merge(a, b, true, false, false);

  async function followed(tier, list, term, next) {
    if (!term.follow || !term.list) return list;
    const bits = new Bits(await load(term.follow)), own = await term.list();
    const wanted = Math.imul(plane(next), 0x9e3779b1) >>> 26, keep = { ids: [], weights: [] };
    const skip = (count) => { while (count--) { const more = bits.zeros() + 1; bits.at += 6 * more; } };
    if (!term.big) for (let i = 0; i < term.i; i++) if (term.held.counts[i] >= tier.followed && term.held.counts[i] < tier.big) skip(term.held.counts[i]);
    for (let i = 0, at = 0; i < own.ids.length && at < list.ids.length; i++) {
      if (own.ids[i] !== list.ids[at]) { skip(1); continue; }
      let fits = false;
      for (let more = bits.zeros() + 1; more; more--) if (bits.get(6) === wanted) fits = true;
      if (fits) { keep.ids.push(list.ids[at]); keep.weights.push(weight(list, at)); }
      at++;
    }
    return keep;
  }

  // --- a question: [[phrase or phrase …] and …], phrases to leave out, filters
  function phrase(said, pairs) {
    const words = plain(said, pairs).made, terms = [];
    if (!words) return null;
    const pieces = words.split(" ");
    for (const piece of pieces) {
      const chars = Array.from(piece);
      if (chars.length === 1 && chinese(chars[0])) terms.push({ a: chars[0] });
      for (let i = 0, begin = 0; i < chars.length; i++) {
        const here = chinese(chars[i]), last = i === chars.length - 1;
        if (!last && (here || chinese(chars[i + 1]))) terms.push({ a: chars[i], b: chars[i + 1], next: chars[i + 2] });
        if (here) begin = i + 1;
        else if (last || chinese(chars[i + 1])) {
          const word = chars.slice(begin, i + 1);
          const loose = last && piece === pieces[pieces.length - 1] && word.length > 2;
          terms.push({ word: word.slice(0, LONGEST).join(""), loose: loose || word.length > LONGEST });
        }
      }
    }
    const sure = terms.length === 1 && !/[\ud800-\udfff]/.test(words) && words.length <= LONGEST;
    return { said, words, terms, sure, loose: terms[terms.length - 1].loose };
  }

  function parse(query, pairs) {
    const wanted = [], unwanted = [];
    let or = false;
    for (const [, minus, quoted, bare] of query.matchAll(/([-－−]?)(?:["“”„＂]([^"“”＂]*)["“”＂]?|([^\s"“”＂]+))/g)) {
      const said = quoted === undefined ? bare : quoted;
      if (!minus && quoted === undefined && (said === "OR" || said === "|" || said === "或")) { or = wanted.length > 0; continue; }
      const made = phrase(said, pairs);
      if (!made) continue;
      if (minus) unwanted.push(made);
      else if (or) wanted[wanted.length - 1].push(made);
      else wanted.push([made]);
      or = false;
    }
    return { wanted, unwanted };
  }

  const lookUp = (tier, terms) => Promise.all(terms.map((term) =>
    (term.word !== undefined ? wordTerm(tier, term.word, term.loose) : charTerm(tier, term.a, term.b)).then((entry) => ({ ...entry, of: term }))));

  // The articles of a tier that have all these terms and stand in all these lists. sure: nobody else is among them, as
  // far as the index can tell; terms of files of their own are not read for a few candidates.
  async function meet(tier, terms, lists, [low, high]) {
    const entries = (await lookUp(tier, terms)).sort((a, b) => a.count - b.count);
    for (const entry of entries) entry.of.met ||= entry.count > 0;
    if (entries.some((entry) => !entry.count)) return { list: { ids: [], weights: [] }, sure: true };
    const few = entries.length && entries[0].count <= FEW;
    const read = entries.filter((entry, i) => !i || !entry.big || entry.of.facet || !few && entry.count < 5e4 + 3 * entries[0].count);
    const all = [...lists, ...await Promise.all(read.map((entry) => entry.list()))];
    let list = all.length ? all.reduce(both) : { ids: Array.from({ length: tier.count }, (_, i) => i) };
    if (low > 0 || high < tier.count) list = both(list, { ids: Array.from({ length: Math.max(0, high - low) }, (_, i) => low + i) });
    for (const entry of read) { // whose articles the list is among
      if (list.ids.length <= FEW) break;
      if (entry.of.next && list.ids.length > entry.count / 500) list = await followed(tier, list, entry, entry.of.next);
    }
    return { list, sure: read.length === entries.length };
  }

  async function inTier(tier, { wanted, unwanted, facets }, [low, high]) {
    const range = [Math.max(0, low - tier.first), Math.min(tier.count, high - tier.first)];
    if (range[0] >= range[1]) return { list: { ids: [], weights: [] }, sure: true };
    const everything = [0, tier.count];
    const alone = wanted.filter((any) => any.length === 1).map(([one]) => one);
    const terms = [...alone.flatMap((one) => one.terms), ...facets.map((key) => ({ word: "@" + key, facet: true }))];
    const unions = await Promise.all(wanted.filter((any) => any.length > 1).map(async (any) => {
      const each = await Promise.all(any.map((one) => meet(tier, one.terms, [], everything)));
      return { list: each.map((one) => one.list).reduce(union), sure: each.every((one) => one.sure) && any.every((one) => one.sure) };
    }));
    const met = await meet(tier, terms, unions.map((one) => one.list), range);
    let { list } = met, sure = met.sure && alone.every((one) => one.sure) && unions.every((one) => one.sure);
    for (const one of unwanted) {
      if (!list.ids.length) break;
      const left = await meet(tier, one.terms, [list], everything);
      if (one.sure && left.sure) list = without(list, left.list);
      else if (left.list.ids.length) sure = false;
    }
    return { list, sure };
  }

  // --- the archive: tiers, months, days
  async function open() {
    const { tiers, months, since, undated, mark, ...sizes } = await load("head"); // sizes: big, followed, texts, heap
    if (place.startsWith("http")) version = "?" + mark;
    let first = 0, at = undated;
    const held = {
      ...sizes, undated,
      tiers: tiers.map(([count, pairs, chars, words], name) => ({ ...sizes, name, first: (first += count) - count, count, pairs, chars, words })),
      months: months.split(",").map((size, i) => {
        const count = parseInt(size || 0, 36), month = since + i;
        return { year: Math.floor(month / 12), month: month % 12 + 1, first: (at += count) - count, count };
      }).filter((month) => month.count),
    };
    return { ...held, count: at };
  }

  // The number of the first article of a day or later. The day is 20211208, with zeros or nines where it is not said.
  async function numberOf({ months, count }, day) {
    const next = months.find(({ year, month }) => year * 100 + month >= Math.floor(day / 100));
    if (!next) return count;
    let { first } = next;
    if (next.year * 100 + next.month < day / 100) {
      const days = (await load("d/" + next.year))[next.month];
      for (let i = 0; days[i] < day % 100; i += 2) first += days[i + 1];
    }
    return first;
  }

  const dayOf = ([year, month, day], left) => year * 1e4 + (month || left) * 100 + (day || left);

  const range = (held, from, to) => Promise.all([
    from ? numberOf(held, dayOf(from, 0)) : to ? held.undated : 0,
    to ? numberOf(held, dayOf(to, 99) + 1) : held.count,
  ]);

  function years({ months }, ids) {
    const counts = new Map();
    let at = 0;
    for (const { year, first, count } of months) {
      while (at < ids.length && ids[at] < first) at++;
      const begin = at;
      while (at < ids.length && ids[at] < first + count) at++;
      if (at > begin) counts.set(year, (counts.get(year) || 0) + at - begin);
    }
    return counts;
  }

  // --- texts: what a hit is shown and checked by
  async function article(held, id) {
    const month = id < held.heap ? { year: 0, month: 0, first: 0 } : held.months.find((one) => id < one.first + one.count);
    const at = id - month.first, number = Math.floor(at / held.texts);
    const [folds, ...articles] = JSON.parse(await text(`t/${month.year}/${String(month.month).padStart(2, "0")}/${number}`));
    const pairs = new Map(), chars = Array.from(folds);
    for (let i = 0; i < chars.length; i += 2) pairs.set(chars[i], chars[i + 1]);
    const [path, title, date, inferred, newspaper, kind, place, others, body] = articles[at % held.texts];
    return { path, title, date, inferred, newspaper, kind, place, others, body, pairs };
  }

  // Every part of an article in which something of the question stands, with the places; null where it does not fit.
  function check(one, { wanted, unwanted }) {
    const parts = [["t", one.title], ...one.others, ...one.body].map(([label, said]) => ({ label, said, ...plain(said, one.pairs), marks: [] }));
    const has = (asked) => parts.filter((part) => {
      const marks = Array.from(found(part.made, asked), ([at, end]) => [part.from[at], part.from[end - 1] + lengthAt(part.said, part.from[end - 1])]);
      part.marks.push(...marks);
      return marks.length;
    }).length;
    if (unwanted.some(has)) return null;
    for (const part of parts) part.marks = [];
    if (!wanted.every((any) => any.map(has).some(Boolean))) return null;
    return parts.filter((part) => part.marks.length).map(({ label, said, marks }) => ({ label, said, marks: joined(marks) }));
  }

  const lengthAt = (said, at) => String.fromCodePoint(said.codePointAt(at)).length;

  function joined(marks) {
    const made = [];
    for (const [at, end] of marks.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
      const last = made[made.length - 1];
      if (last && at <= last[1]) last[1] = Math.max(last[1], end); else made.push([at, end]);
    }
    return made;
  }

  async function foldPairs() {
    const chars = await text("fold"), half = chars.length / 2, pairs = new Map();
    for (let i = 0, code = 0; i < half; i++) pairs.set(String.fromCharCode(code += chars.charCodeAt(i)), chars[half + i]);
    return pairs;
  }

  // Asks. request: query, facets, from, to ([2021, 12]), sort ("date" or by relevance). Gives the number of articles, `more(count)`
  // with the next hits, counts by year. Everything that is listed was checked by its text.
  async function find(request) {
    const held = await open();
    let pairs, asked, results, [low, high] = await range(held, request.from, request.to);
    for (;;) {
      asked = { ...parse(request.query, pairs), facets: request.facets || [] };
      results = await Promise.all(held.tiers.map((tier) => inTier(tier, asked, [low, high])));
      const phrases = [...asked.wanted.flat(), ...asked.unwanted];
      if (pairs || phrases.every((one) => one.terms.every((term) => term.met))) break;
      pairs = await foldPairs();
      if (phrases.every((one) => plain(one.said, pairs).made === one.words)) break;
    }
    const ids = [], weights = [];
    results.forEach(({ list }, at) => list.ids.forEach((id, i) => { ids.push(held.tiers[at].first + id); weights.push(weight(list, i)); }));
    const order = ids.map((_, i) => i).reverse();
    if (request.sort !== "date") order.sort((i, j) => weights[j] - weights[i] || j - i);
    const answer = { asked, ids, count: ids.length, exact: results.every((one) => one.sure), left: order.length, years: () => years(held, answer.right || ids) };
    if (!asked.wanted.length && !asked.facets.length && !request.from && !request.to) return { ...answer, count: 0, left: 0, exact: true, empty: true, years: () => new Map(), more: async () => [] };
    const ready = [], right = new Set();
    let at = 0;
    const checked = async (number) => {
      const some = order.slice(at, at + number);
      const hits = await Promise.all(some.map(async (i) => {
        const one = await article(held, ids[i]), parts = check(one, asked);
        return parts && { ...one, id: ids[i], parts };
      }));
      at += some.length; // now only: what failed is asked for again
      hits.forEach((hit, i) => { if (hit) { right.add(ids[some[i]]); ready.push(hit); } else answer.count--; });
      if (at === order.length) { answer.exact = true; answer.right = ids.filter((id) => right.has(id)); }
      answer.left = answer.count - right.size + ready.length;
    };
    answer.more = async (number) => {
      while (ready.length < number && at < order.length) await checked(number - ready.length);
      const given = ready.splice(0, number);
      answer.left = ready.length + order.length - at;
      return given;
    };
    if (!answer.exact && (held.count < 256 || ids.length <= 2 * FEW)) await checked(ids.length);
    return answer;
  }

  Object.assign(jianbao, { find, load });
  return jianbao;
})();
