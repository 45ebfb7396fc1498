// What of Markdown is shown? Bold, italics, code and links, made of nodes: no text is ever read as markup.

const PARTS = [
  ["code", /`([^`\n]+)`/],
  ["link", /\[([^\][\n]{1,200})\]\((https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\))?|mailto:[^\s()<>]+|tel:[+\d]+)\)/],
  ["bare", /https?:\/\/[^\s<>"'`*\][]+[^\s<>"'`*\][().,;:!?¿¡]/],
  ["strong", /\*\*(?=\S)([^*\n]+?\S|\S)\*\*/],
  ["em", /(?<![\p{L}\d*_])[*_](?=\S)([^*_\n]*?\S)[*_](?![\p{L}\d*_])/u],
];
const SCHEMES = ["https:", "http:", "mailto:", "tel:"];

export function render(text) {
  const fragment = document.createDocumentFragment();
  let rest = text;
  while (rest) {
    const found = PARTS.map(([kind, pattern]) => ({ kind, match: pattern.exec(rest) }))
      .filter((one) => one.match)
      .sort((one, other) => one.match.index - other.match.index)[0];
    if (!found) break;
    const { kind, match } = found;
    fragment.append(rest.slice(0, match.index), node(kind, match));
    rest = rest.slice(match.index + match[0].length);
  }
  fragment.append(rest);
  return fragment;
}

function node(kind, match) {
  if (kind === "bare") return link(match[0], match[0]);
  if (kind === "link") return link(match[2], match[1], match[0]);
  const element = document.createElement(kind);
  if (kind === "code") element.textContent = match[1];
  else element.append(render(match[1]));
  return element;
}

function link(address, words, whole = words) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return whole;
  }
  if (!SCHEMES.includes(url.protocol)) return whole;
  const element = document.createElement("a");
  element.href = url.href;
  element.target = "_blank";
  element.rel = "noopener nofollow";
  element.textContent = words;
  return element;
}
