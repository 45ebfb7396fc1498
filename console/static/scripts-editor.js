// The editor of a script: CodeMirror over the text area, which goes on carrying the text. It completes
// keys, shows mistakes as one types, and lets the preview hear the draft as it stands.
import {
  autocompletion, basicSetup, EditorState, EditorView, HighlightStyle, indentUnit, keymap, linter,
  lintGutter, syntaxHighlighting, tags, yaml,
} from "./vendor/codemirror-6.0.2.js";
import { offers } from "./scripts-complete.js";

const form = document.getElementById("script-form");
const area = document.getElementById("script-text");
const place = document.getElementById("script-editor");
const list = document.getElementById("findings");
const unsaved = document.getElementById("unsaved");
const token = form.querySelector("[name=token]").value;
const stored = area.value;
const QUIET = 700;
let sending = false;
let vocabulary = null;
let heard = stored;
let timer = 0;

const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: "var(--accent)", fontWeight: "600" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.string, tags.content, tags.attributeValue], color: "var(--ink)" },
  { tag: [tags.punctuation, tags.separator, tags.bracket, tags.squareBracket, tags.brace], color: "var(--soft)" },
  { tag: [tags.keyword, tags.meta, tags.labelName, tags.typeName], color: "var(--info)" },
]);

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--card)", fontSize: "13px", height: "min(68vh, 820px)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)", padding: "8px 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--sunken)", color: "var(--soft)", border: "none" },
  ".cm-activeLine": { backgroundColor: "color-mix(in oklab, var(--accent) 6%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--hover)", color: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "color-mix(in oklab, var(--accent) 24%, transparent)" },
  ".cm-selectionMatch, .cm-searchMatch": { backgroundColor: "var(--mark)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--chosen)", outline: "1px solid var(--accent)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--sunken)", color: "var(--soft)", border: "1px solid var(--line)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "8px", boxShadow: "var(--shadow-raised)", overflow: "hidden" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "14em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 10px", lineHeight: "1.5" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--chosen)", color: "var(--ink)" },
  ".cm-completionDetail": { color: "var(--bad)", fontStyle: "normal", marginLeft: "4px" },
  ".cm-completionInfo": { fontFamily: "var(--font)", padding: "6px 10px", maxWidth: "320px" },
  ".cm-panels": { backgroundColor: "var(--sunken)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panel input, .cm-panel button": { fontFamily: "var(--font)", color: "var(--ink)", backgroundColor: "var(--card)", backgroundImage: "none", border: "1px solid var(--line-strong)", borderRadius: "6px", padding: "3px 8px" },
  ".cm-panel label": { fontFamily: "var(--font)" },
  ".cm-diagnostic": { padding: "6px 10px", fontFamily: "var(--font)", borderLeftWidth: "4px" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--fair)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad) 1px", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--fair) 1px", textUnderlineOffset: "3px" },
});

const SPANISH = {
  Find: "Buscar", Replace: "Sustituir", next: "siguiente", previous: "anterior", all: "todos",
  "match case": "mayúsculas", "by word": "palabra entera", regexp: "expresión regular",
  replace: "sustituir", "replace all": "sustituir todos", close: "cerrar",
  "Go to line": "Ir a la línea", go: "ir", "current match": "coincidencia actual",
  "on line": "en la línea", "replaced match on line $": "sustituido en la línea $",
  "replaced $ matches": "$ sustituciones", Diagnostics: "Errores", "No diagnostics": "Sin errores",
  Completions: "Sugerencias", "Fold line": "Plegar", "Unfold line": "Desplegar",
  "folded code": "texto plegado", unfold: "desplegar", "Control character": "Carácter de control",
  "Selection deleted": "Selección borrada",
};

async function ask(path, body) {
  const headers = { "Content-Type": "application/json", "X-Banter-Token": token };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function spot(doc, line, column) {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(found.from + Math.max(column - 1, 0), found.to);
  const word = /^[^\s,\]}:]+/.exec(doc.sliceString(from, found.to))?.[0].length ?? 0;
  return { from, to: from + word };
}

function element(name, properties, ...inner) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inner);
  return made;
}

// The same list that the server writes (templates/scripts/findings.html).
function show(findings, doc) {
  if (!findings.length) {
    list.replaceChildren(element("p", { className: "soft", id: "findings-list", textContent: list.dataset.none }));
    return;
  }
  const rows = findings.map((one) => {
    const kind = one.severity === "error" ? "bad" : "fair";
    const name = one.severity === "error" ? list.dataset.mistake : list.dataset.warning;
    const link = element("a", { href: `#line-${one.line}` },
      element("span", { className: `chip ${kind}`, textContent: name }), " ",
      element("span", { className: "nowrap", textContent: `${list.dataset.line} ${one.line}` }));
    link.dataset.line = one.line;
    link.dataset.column = one.column;
    const said = element("div", {}, element("strong", { textContent: one.message }));
    if (one.hint) said.append(element("span", { className: "hint", textContent: one.hint }));
    const line = one.line <= doc.lines ? doc.line(one.line).text.trim() : "";
    if (line) said.append(element("code", { className: "clip", textContent: line }));
    return element("li", { className: kind }, link, said);
  });
  list.replaceChildren(element("ul", { className: "findings list", id: "findings-list" }, ...rows));
}

// The preview hears the same conversation again, once the text can be used and nobody types.
function rehearse(text) {
  clearTimeout(timer);
  if (text === heard || !document.getElementById("conversation")) return;
  timer = setTimeout(() => {
    heard = text;
    const preview = document.getElementById("preview-form");
    if (preview) preview.dispatchEvent(new Event("edited"));
    else revive();
  }, QUIET);
}

async function revive() {
  const body = new FormData();
  body.set("token", token);
  body.set("text", area.value);
  const headers = { "HX-Request": "true", "HX-Request-Type": "partial", "X-Banter-Token": token };
  const answer = await fetch(`${location.pathname}/preview`, { method: "POST", headers, body });
  if (!answer.ok) return;
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = parsed.getElementById("conversation");
  const there = document.getElementById("conversation");
  if (!fresh || !there) return;
  there.replaceWith(fresh);
  window.htmx?.process(fresh);
}

async function mistakes(view) {
  const { doc } = view.state;
  const text = doc.toString();
  let findings;
  try {
    ({ findings } = await ask(form.dataset.check, { text }));
  } catch {
    return []; // what is wrong is said again when it is saved
  }
  show(findings, doc);
  if (!findings.some((one) => one.severity === "error")) rehearse(text);
  return findings.map((one) => ({
    ...spot(doc, one.line, one.column),
    severity: one.severity,
    message: one.hint ? `${one.message}: ${one.hint}` : one.message,
  }));
}

function complete(context) {
  if (!vocabulary) return null;
  const line = context.state.doc.lineAt(context.pos);
  const found = offers(vocabulary, context.state.doc.toString(), line.number - 1, context.pos - line.from);
  if (!found || (!found.typed && !context.explicit && !/[:\[{,-]\s*$|^\s+$/.test(line.text.slice(0, context.pos - line.from)))) return null;
  return {
    from: context.pos - found.typed.length,
    options: found.found.map((one) => ({
      label: one.label,
      apply: one.key ? `${one.label}: ` : one.label,
      type: one.key ? "property" : "constant",
      detail: one.detail,
      info: one.info,
    })),
    validFor: /^[\w-]*$/,
  };
}

const shadow = place.attachShadow({ mode: "open" }); // there the editor's styles need no exception
const view = new EditorView({
  root: shadow,
  parent: shadow,
  state: EditorState.create({
    doc: stored,
    extensions: [
      basicSetup,
      yaml(),
      indentUnit.of("  "),
      EditorView.lineWrapping,
      EditorState.phrases.of(document.documentElement.lang === "es" ? SPANISH : {}),
      EditorView.contentAttributes.of({ "aria-label": form.querySelector("label[for=script-text]").textContent }),
      autocompletion({ override: [complete], icons: false }),
      linter(mistakes, { delay: 350 }),
      lintGutter(),
      look,
      syntaxHighlighting(colours),
      keymap.of([{ key: "Mod-s", run: () => { form.requestSubmit(); return true; } }]),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        area.value = update.state.doc.toString();
        unsaved.hidden = area.value === stored;
        clearTimeout(timer);
      }),
    ],
  }),
});
view.scrollDOM.tabIndex = 0; // it scrolls by keyboard also where nothing may be typed
area.hidden = true;
place.hidden = false;
unsaved.hidden = area.value === stored;

fetch(form.dataset.vocabulary).then((answer) => answer.json()).then((known) => { vocabulary = known; }).catch(() => {});

list.addEventListener("click", (event) => {
  const link = event.target.closest("[data-line]");
  if (!link) return;
  event.preventDefault();
  const { from } = spot(view.state.doc, Number(link.dataset.line), Number(link.dataset.column));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  view.focus();
});

form.addEventListener("submit", () => { sending = true; setTimeout(() => { sending = false; }, 3000); });
for (const one of document.querySelectorAll("form.discard")) one.addEventListener("submit", () => { sending = true; });
addEventListener("beforeunload", (event) => {
  if (!sending && area.value !== stored) event.preventDefault();
});
addEventListener("pageshow", () => { sending = false; });
