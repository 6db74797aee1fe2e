/** The CodeMirror view that stands in for one text area. */
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { SQLite, sql } from "@codemirror/lang-sql";
import { type LanguageSupport, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { colours, frame } from "./theme.ts";

/** How long after Escape a Tab still leaves the editor; CodeMirror's own two seconds hurry slow hands. */
const LEAVING_MS = 15_000;

/** What the text area says of itself. `language`: "python" or "sql". */
export interface Labels {
  readonly name: string;
  readonly hintId: string;
  readonly language: string;
}

function grammar(language: string): LanguageSupport {
  return language === "sql" ? sql({ dialect: SQLite, upperCaseKeywords: true }) : python();
}

function escapeThenTab(view: EditorView): boolean {
  view.setTabFocusMode(LEAVING_MS);
  return false;
}

function nonce(): Extension {
  const given = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return given ? EditorView.cspNonce.of(given) : [];
}

// No completion: an interview's editor has none, and a name that pops up is a hint nobody asked for.
function extensions(labels: Labels, changed: (text: string) => void): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    indentUnit.of("    "),
    EditorState.tabSize.of(4),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    grammar(labels.language),
    syntaxHighlighting(colours),
    frame,
    keymap.of([
      { key: "Escape", run: escapeThenTab },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
    nonce(),
    EditorView.contentAttributes.of({ tabindex: "0", "aria-label": labels.name, "aria-describedby": labels.hintId }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed(update.state.doc.toString());
    }),
  ];
}

/** A view of `text`; `changed` hears every change, whoever made it. */
export function codeView(text: string, labels: Labels, changed: (text: string) => void): EditorView {
  return new EditorView({ doc: text, extensions: extensions(labels, changed) });
}

export function replaceText(view: EditorView, text: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}
