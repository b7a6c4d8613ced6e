/* node ask.js SCRIPT FOLDER: answers the questions on its input, one JSON object a line, with the script of the search as
   a browser would run it over the files in FOLDER (search/ of a site; `at` names another). `list`: how many hits are asked for, ten if it does not say. */
"use strict";
const fs = require("fs"), path = require("path"), readline = require("readline");
const [, , script, given] = process.argv;
const source = fs.readFileSync(script, "utf-8");
let folder = given, jianbao, read, broken = new Set();

function fresh() { // a page just opened: nothing is in its memory
  read = [];
  const document = {
    currentScript: { src: "site/assets/search.js" },
    getElementById: () => null,
    createElement: () => ({ remove() {} }),
    head: { appendChild(node) { setImmediate(() => serve(node)); } },
  };
  jianbao = new Function("document", source + "\nreturn jianbao;")(document);
}

function serve(node) {
  const name = node.src.replace(/^site\/search\//, "").replace(/\?.*/, "");
  const file = name.startsWith("../assets/") ? path.join(path.dirname(script), name.slice(10)) : path.join(folder, name);
  if (broken.has(name) || !fs.existsSync(file)) return node.onerror();
  const raw = fs.readFileSync(file);
  read.push([name, raw.length]);
  new Function("jianbao", raw[0] === 0xff ? raw.toString("utf16le", 2) : raw.toString("utf-8"))(jianbao);
  node.onload();
}

async function answer({ list, keep, breaks, at, ...request }) {
  folder = at || given;
  broken = new Set(breaks || []);
  if (!keep || !jianbao) fresh();
  const begin = process.hrtime.bigint(), bytes = () => read.reduce((sum, [, size]) => sum + size, 0);
  try {
    const found = await jianbao.find(request), counted = { count: found.count, exact: found.exact, ids: found.ids }, before = bytes();
    const hits = await found.more(list || 10), time = Number(process.hrtime.bigint() - begin) / 1e6;
    const shown = hits.map(({ path, id, parts }) => ({ path, id, parts: parts.map(({ label, said, marks }) => [label, marks.map(([from, to]) => said.slice(from, to))]) }));
    return { ...counted, total: found.count, sure: found.exact, years: [...found.years()], hits: shown, files: read.length, before, bytes: bytes(), time, names: request.names ? read : undefined };
  } catch (error) {
    return { failed: error.file || String(error.stack) };
  }
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + "\n");
})();
