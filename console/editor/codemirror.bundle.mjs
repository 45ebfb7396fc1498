// What the editor of scripts needs of CodeMirror, as one file: static/vendor/VENDORED.md says how.
export { basicSetup } from "codemirror";
export { EditorState } from "@codemirror/state";
export { EditorView, keymap } from "@codemirror/view";
export { HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
export { yaml } from "@codemirror/lang-yaml";
export { autocompletion, startCompletion } from "@codemirror/autocomplete";
export { forceLinting, lintGutter, linter } from "@codemirror/lint";
export { tags } from "@lezer/highlight";
