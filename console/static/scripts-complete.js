// What can be written here? The place of the cursor in a script, and the keys and values that fit
// there: from the vocabulary that the server makes of the format (console/scripts/vocabulary.py).

const LINE = /^(\s*)((?:-\s+)*)(?:([A-Za-z_][\w-]*)\s*:(?=\s|$)\s*)?(.*)$/;

function read(text) {
  const [, space, dashes, key, rest] = LINE.exec(text);
  const at = space.length;
  const dash = dashes ? at : -1;
  const column = at + dashes.length;
  return { blank: /^\s*(#.*)?$/.test(text), dash, column, key, rest: rest.replace(/\s+#.*$/, "") };
}

// The open brackets of one line: the path into them, and whether a value is due.
function flow(text) {
  const open = [];
  let word = "";
  let quote = "";
  let value = false;
  let keys = [];
  for (const character of text) {
    if (quote) {
      if (character === quote) quote = "";
      else word += character;
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === "{" || character === "[") {
      open.push({ map: character === "{", key: value ? word : "", keys });
      keys = [];
      word = "";
      value = false;
      if (open.length > 1) open.at(-1).under = open.at(-2).current;
    } else if (character === "}" || character === "]") {
      keys = open.pop()?.keys ?? [];
      word = "";
    } else if (character === ":" && open.at(-1)?.map) {
      open.at(-1).current = word.trim();
      keys.push(word.trim());
      word = "";
      value = true;
    } else if (character === ",") {
      word = "";
      value = false;
      if (open.length) open.at(-1).current = undefined;
    } else {
      word += character;
    }
  }
  return { open, word: word.trimStart(), value, keys, quoted: Boolean(quote) };
}

function flowPath(open, value) {
  const path = [];
  open.forEach((one, index) => {
    if (!one.map) path.push("[]");
    const inner = index < open.length - 1 || value;
    if (one.map && inner && one.current) path.push(one.current);
  });
  return path;
}

// The lines of the list item that a line belongs to.
function itemLines(lines, number) {
  const dash = read(lines[number]).dash;
  const found = [lines[number]];
  for (let next = number + 1; next < lines.length; next += 1) {
    const one = read(lines[next]);
    if (!one.blank && Math.min(one.column, one.dash >= 0 ? one.dash : one.column) <= dash) break;
    found.push(lines[next]);
  }
  return found;
}

// Where the cursor is: the path from the root, what is written of the word, whether it is a key's.
export function placeOf(lines, number, column) {
  const before = lines[number].slice(0, column);
  if (/(^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ""))) return null;
  const here = read(before);
  const inFlow = flow(here.rest);
  if (inFlow.quoted) return null;
  let path = [];
  const siblings = [];
  const items = [];
  let word = here.rest;
  let value = here.key !== undefined;
  if (value) path = [here.key];
  if (inFlow.open.length) {
    path.push(...flowPath(inFlow.open, inFlow.value));
    word = inFlow.word;
    value = inFlow.value || !inFlow.open.at(-1).map;
    if (!value) siblings.push(...inFlow.keys);
  } else if (here.key === undefined && /[\[\]{},]/.test(here.rest)) {
    return null;
  }
  let limit = here.column;
  if (here.dash >= 0) {
    path.unshift("[]");
    items.unshift(number);
    limit = here.dash;
  }
  const flat = here.key === undefined && !inFlow.open.length;
  for (let above = number - 1; above >= 0 && limit >= 0; above -= 1) {
    const one = read(lines[above]);
    if (one.blank) continue;
    const opens = one.key !== undefined && one.rest === "";
    if (one.key !== undefined && flat && one.column === here.column && limit === here.column) {
      siblings.push(one.key);
    }
    // a list may stand below its key without being indented
    const beneath = one.column < limit || (path[0] === "[]" && one.dash < 0 && one.column === limit);
    if (beneath && opens) {
      path.unshift(one.key);
      limit = one.column;
    } else if (one.column < limit && one.dash < 0) {
      return null;
    }
    if (one.dash >= 0 && one.dash < limit) {
      path.unshift("[]");
      items.unshift(above);
      limit = one.dash;
    }
    if (limit === 0 && path[0] !== "[]") break;
  }
  if (flat) {
    for (let below = number + 1; below < lines.length; below += 1) {
      const one = read(lines[below]);
      if (one.blank) continue;
      if (one.column < here.column || one.dash >= 0) break;
      if (one.column === here.column && one.key !== undefined) siblings.push(one.key);
    }
  }
  return { path, word, value, siblings, item: items.map((at) => itemLines(lines, at).join("\n")) };
}

const written = (text, name) => new RegExp(`(?:^|[\\s{,-])${name}:\\s*["']?([\\w-]+)`, "m").exec(text)?.[1];

export function nodeAt(vocabulary, path, items, framework) {
  let node = vocabulary.root;
  let list = 0;
  for (const step of path) {
    if (!node) return null;
    if (step === "[]") {
      node = node.item;
      const text = items[list] ?? "";
      list += 1;
      if (node?.kinds) {
        const kind = written(text, "kind") ?? vocabulary.frameworks[framework]?.[written(text, "key")];
        const known = node.kinds[kind];
        if (known) node = { ...known, keys: { ...known.keys, kind: node.keys.kind, key: node.keys.key } };
      }
    } else {
      node = node.keys?.[step] ?? node.any;
    }
  }
  return node;
}

const QUESTIONS = [/^qualify\.all_of\.\[\]$/, /^qualify\.at_least\.of\.\[\]$/];
const CONDITIONS = /^score\.fit\.lines\.\[\]\.when$/;

function questions(text, vocabulary, framework) {
  const part = /^criteria:.*$((?:\n(?:[ \t-].*)?$)*)/m.exec(text)?.[1] ?? "";
  const keys = [...part.matchAll(/^\s*-\s*\{?\s*key:\s*([\w-]+)/gm)].map((one) => one[1]);
  return keys.length ? keys : Object.keys(vocabulary.frameworks[framework] ?? {});
}

function options(item) {
  const part = /^(\s*)options:\s*$((?:\n\1\s+.*$|\n\s*$)*)/m.exec(item)?.[2] ?? "";
  const inner = /\n([ ]+)\w/.exec(part)?.[1].length ?? 0;
  return [...part.matchAll(/^([ ]+)([a-z]\w*):/gm)].filter((one) => one[1].length === inner).map((one) => one[2]);
}

// What may be written at a place: [{label, detail, key}], and how much of it stands there already.
export function offers(vocabulary, text, number, column) {
  const lines = text.split("\n");
  const place = placeOf(lines, number, column);
  if (!place || /[\s"']/.test(place.word)) return null;
  const framework = written(text, "framework") ?? "bant";
  const { path, item } = place;
  const node = nodeAt(vocabulary, path, item, framework);
  const joined = path.join(".");
  let found = [];
  if (!place.value) {
    found = Object.entries(node?.keys ?? {}).map(([label, one]) => ({
      label, key: true, info: one.doc, detail: node.required?.includes(label) ? "*" : "",
    }));
    if (CONDITIONS.test(joined)) found = questions(text, vocabulary, framework).map((label) => ({ label, key: true }));
    if (node?.item?.values && !found.length) found = node.item.values.map((label) => ({ label }));
    found = found.filter((one) => !place.siblings.includes(one.label));
  }
  if (place.value || (!found.length && path.at(-1) === "[]")) {
    const values = node?.values ?? node?.item?.values ?? [];
    found = values.map((label) => ({ label }));
  }
  if (QUESTIONS.some((one) => one.test(joined))) found = questions(text, vocabulary, framework).map((label) => ({ label }));
  if (/\.any_of\.\[\]$/.test(joined) && item.length) found = options(item[0]).map((label) => ({ label }));
  return found.length ? { typed: place.word, found } : null;
}
