/* The page of the search: what is asked for stands in the address, behind ? on a host and behind # on a stick. */
(function () {
  "use strict";
  const at = (id) => document.getElementById(id);
  const form = at("search"), list = at("results");
  if (!form) return;
  const said = form.dataset, box = form.elements.q, proposals = at("proposals"), status = at("count"), bars = at("bars"), more = at("more"), help = at("loosen");
  const onFile = location.protocol === "file:";
  const PAGE = 10, PROPOSED = 9, BEFORE = 28, AROUND = 96;
  let chips = [], answer, turn = 0;

  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const make = (tag, text, kind) => {
    const node = document.createElement(tag);
    if (text) node.textContent = text;
    if (kind) node.className = kind;
    return node;
  };
  const button = (text, press) => {
    const node = make("button", text, "quiet");
    node.type = "button";
    node.addEventListener("click", press);
    return node;
  };
  const count = (number, exact) => fill(exact ? number === 1 ? said.one : said.many : said.about, { n: number.toLocaleString("en") });

  // --- the address
  function read() {
    const asked = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
    for (const name of ["q", "from", "to", "sort", "n", "k"]) form.elements[name].value = asked.get(name) || "";
    chips = asked.getAll("f");
  }

  function write() {
    const asked = new URLSearchParams();
    for (const name of ["q", "from", "to", "n", "k", "sort"]) if (form.elements[name].value.trim()) asked.set(name, form.elements[name].value.trim());
    for (const chip of chips) asked.append("f", chip);
    return String(asked);
  }

  function go() {
    const there = write();
    close();
    if (there === new URLSearchParams(location.hash.slice(1) || location.search).toString()) return run();
    if (onFile) location.hash = there || "q="; // its event runs it
    else { history.pushState(null, "", location.pathname + (there && "?" + there)); run(); }
  }

  function date(text) {
    const parts = text.trim().match(/^(\d{4})(?:\D+(\d{1,2}))?(?:\D+(\d{1,2}))?\D*$/);
    return parts ? parts.slice(1).filter(Boolean).map(Number) : null;
  }

  // --- asking
  async function run() {
    const mine = ++turn, asked = form.elements;
    list.replaceChildren();
    bars.replaceChildren();
    help.replaceChildren();
    more.hidden = true;
    showChips();
    carry();
    const facets = [...chips, asked.n.value, asked.k.value].filter(Boolean);
    document.title = (box.value ? box.value + " · " : "") + said.title;
    if (!box.value.trim() && !facets.length && !asked.from.value && !asked.to.value) return state("idle", "");
    state("busy", said.busy);
    try {
      const found = await jianbao.find({ query: box.value, facets, from: date(asked.from.value), to: date(asked.to.value), sort: asked.sort.value });
      const hits = await found.more(PAGE);
      if (mine !== turn) return;
      answer = found;
      show(hits);
    } catch (error) {
      if (mine === turn) failed(error, run);
    }
  }

  function state(name, text) {
    list.dataset.state = name;
    status.textContent = text;
  }

  function failed(error, again) {
    state("failed", fill(said.failed, { file: error.file || error.message }));
    help.replaceChildren(button(said.again, again));
  }

  function show(hits) {
    const { count: number, exact } = answer;
    list.dataset.total = number;
    list.dataset.exact = exact;
    list.append(...hits.map(item));
    more.hidden = !answer.left;
    if (!number) loosen();
    else if (bars.childElementCount === 0) showYears();
    state("done", answer.empty ? "" : number ? count(number, exact) : said.none);
  }

  more.addEventListener("click", async () => {
    const mine = turn, before = list.childElementCount;
    help.replaceChildren();
    try {
      const hits = await answer.more(PAGE);
      if (mine !== turn) return;
      show(hits);
      if (list.children[before]) list.children[before].querySelector("a").focus();
    } catch (error) {
      failed(error, () => more.click());
    }
  });

  // --- hits
  function marked(node, text, marks, begin = 0, end = text.length) {
    let here = begin;
    for (const [from, to] of marks) {
      if (from < begin || from >= end) continue;
      node.append(text.slice(here, from), make("mark", text.slice(from, Math.min(to, end))));
      here = Math.min(to, end);
    }
    node.append(text.slice(here, end));
    return node;
  }

  function snippet({ label, said: text, marks }) {
    const first = marks.length ? marks[0][0] : 0, begin = first > BEFORE + 8 ? first - BEFORE : 0, end = Math.min(text.length, Math.max(begin + AROUND, marks.length ? marks[0][1] : 0));
    const node = make("p", "", "snippet");
    node.lang = said.language;
    if (said["part" + label]) node.append(make("b", said["part" + label]));
    if (begin) node.append("…");
    marked(node, text, marks, begin, end);
    if (end < text.length) node.append("…");
    return node;
  }

  function words({ said: text, marks }) { return marks.map(([from, to]) => text.slice(from, to)); }

  function item(hit) {
    const row = make("li"), heads = make("p"), link = make("a", "", "headline"), title = hit.parts.find((part) => part.label === "t");
    let parts = hit.parts.filter((part) => part !== title);
    const spot = parts.find((part) => part.label > 0), surfaces = [...new Set(hit.parts.flatMap(words))].slice(0, 6);
    const asked = surfaces.map((one) => "m=" + encodeURIComponent(one)).join("&");
    link.href = hit.path + (asked && "?" + asked) + (spot ? "#p" + spot.label : "");
    link.lang = said.language;
    marked(link, hit.title, title ? title.marks : []);
    heads.append(link);
    parts = parts.sort((a, b) => (b.label > 0) - (a.label > 0));
    const other = parts.find((part, i) => i && words(part).some((word) => !words(parts[0]).includes(word)));
    if (!parts.length && hit.body.length) parts = [{ said: (hit.body.find(([number]) => number) || hit.body[0])[1], marks: [] }];
    const facts = make("p", "", "by");
    const day = make("span", spoken(hit.date), hit.inferred ? "inferred" : "");
    facts.append(day, ...[hit.newspaper, hit.place].filter(Boolean).map((text) => Object.assign(make("span", text), { lang: said.language })), make("span", kind(hit.kind)));
    row.append(heads, ...parts.slice(0, 1).map(snippet), ...(other ? [snippet(other)] : []), facts);
    return row;
  }

  const kind = (code) => (form.querySelector(`option[value="k${code}"]`) || { textContent: code }).textContent;

  function spoken(text) {
    const [y, m, d] = text.split("-");
    return y ? fill(d ? said.day : m ? said.month : said.year, { y, m: m && said.months.split(" ")[m - 1], d: Number(d) }) : said.undated;
  }

  // --- years
  function showYears() {
    const counts = answer.years(), years = [...counts.keys()].sort((a, b) => a - b), most = Math.max(...counts.values());
    if (years.length < 2) return;
    bars.append(...years.map((year) => {
      const row = make("li"), press = button("", () => { form.elements.from.value = form.elements.to.value = year; go(); });
      press.className = "";
      press.append(make("i"), make("span", String(year)));
      press.title = fill(said.year, { y: year }) + " " + count(counts.get(year), answer.exact);
      press.setAttribute("aria-label", press.title);
      press.firstChild.style.height = Math.max(2, Math.round(56 * counts.get(year) / most)) + "px";
      row.append(press);
      return row;
    }));
  }

  // --- nothing found: what could be left out
  function loosen() {
    const offers = [], only = (name) => () => { form.elements[name].value = ""; go(); };
    for (const chip of chips) offers.push(button(fill(said.drop, { name: named(chip) }), () => drop(chip)));
    for (const name of ["n", "k", "from", "to"]) if (form.elements[name].value) offers.push(button(fill(said.drop, { name: shownValue(form.elements[name]) }), only(name)));
    const { wanted } = answer.asked;
    if (wanted.length > 1) for (const [one] of wanted) if (one.terms.every((term) => term.met)) offers.push(button(fill(said.only, { name: one.said }), () => { box.value = one.said; go(); }));
    if (offers.length) help.append(make("span", said.loosen), ...offers);
  }

  const shownValue = (field) => field.options ? field.options[field.selectedIndex].text : field.value;

  // --- filters and proposals
  const terms = () => jianbao.load("terms");
  const known = {};

  async function learn() {
    const all = await terms();
    for (const letter in all) for (const [name, , key] of all[letter]) known[letter + (key || name)] = name;
  }

  const named = (chip) => known[chip] || chip.slice(1);
  const drop = (chip) => { chips = chips.filter((one) => one !== chip); go(); };

  function showChips() {
    const draw = () => at("chips").replaceChildren(...chips.map((chip) => {
      const row = make("li"), press = button(said["facet" + chip[0]] + " " + named(chip), () => drop(chip));
      press.setAttribute("aria-label", fill(said.drop, { name: named(chip) }));
      row.append(press);
      return row;
    }));
    draw();
    if (chips.some((chip) => !known[chip])) learn().then(draw, () => {});
  }

  let chosen = -1, typed = 0; // the how-manieth thing was typed; what comes late for an earlier one is dropped
  const close = () => { typed++; proposals.hidden = true; chosen = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };

  const lastWord = () => box.value.match(/\S*$/)[0];

  async function propose() {
    const word = lastWord(), mine = ++typed;
    if (!word) return close();
    const all = await terms().catch(() => null);
    if (!all || mine !== typed) return;
    const fits = [];
    for (const letter of "rtnah") for (const [name, number, key, above] of all[letter]) if (name.includes(word) && !(letter === "h" && name === word)) fits.push({ letter, name, number, key: letter + (key || name), above, begins: name.startsWith(word) });
    fits.sort((a, b) => b.begins - a.begins || b.number - a.number);
    if (!fits.length) return close();
    chosen = -1;
    proposals.replaceChildren(...fits.slice(0, PROPOSED).map((fit, i) => {
      const row = make("li");
      row.id = "proposal" + i;
      row.setAttribute("role", "option");
      row.append(make("b", said["facet" + fit.letter]), " ", Object.assign(make("span", (fit.above ? fit.above + "·" : "") + fit.name), { lang: said.language }), make("i", String(fit.number), "number"));
      row.addEventListener("mousedown", (event) => { event.preventDefault(); take(fit); });
      row.take = () => take(fit);
      return row;
    }));
    proposals.hidden = false;
    box.setAttribute("aria-expanded", "true");
  }

  function take(fit) {
    box.value = box.value.replace(/\S*$/, fit.letter === "h" ? '"' + fit.name + '"' : "").trim();
    if (fit.letter !== "h") {
      known[fit.key] = fit.name;
      if (!chips.includes(fit.key)) chips = [...chips, fit.key];
    }
    go();
  }

  function move(step) {
    const rows = proposals.children;
    if (chosen >= 0) rows[chosen].removeAttribute("aria-selected");
    chosen = (chosen + step + rows.length + 1) % (rows.length + 1);
    if (chosen === rows.length) chosen = -1;
    if (chosen < 0) return box.removeAttribute("aria-activedescendant");
    rows[chosen].setAttribute("aria-selected", "true");
    box.setAttribute("aria-activedescendant", rows[chosen].id);
  }

  box.addEventListener("input", propose);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (proposals.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
    else if (event.key === "Escape") { event.preventDefault(); close(); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); proposals.children[chosen].take(); }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
  form.addEventListener("change", (event) => { if (event.target !== box) go(); });

  // The same question in the other languages.
  function carry() {
    const asked = write();
    for (const link of document.querySelectorAll(".languages a")) link.href = link.href.replace(/[?#].*/, "") + (asked && (onFile ? "#" : "?") + asked);
  }

  // The way to the text (#main) is no question, and leaves the one that stands.
  const arrive = () => { if (!location.hash || location.hash.includes("=") || !turn) { read(); run(); } };
  addEventListener(onFile ? "hashchange" : "popstate", arrive);
  form.className = "seek";
  arrive();
})();
