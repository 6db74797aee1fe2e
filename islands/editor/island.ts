import type { EditorView } from "@codemirror/view";
import { codeView, replaceText } from "./code.ts";
import { type Copy, Drafts, choose } from "./draft.ts";
import { notice } from "./notice.ts";
import { listenForShortcuts } from "./shortcuts.ts";

const EDITOR_HINT =
  "Tab indents; Escape, then Tab, leaves the editor. Ctrl-Enter submits, Ctrl-' runs (Command on a Mac).";
const PLAIN_HINT = "Plain text area: Tab moves on. Ctrl-Enter submits, Ctrl-' runs (Command on a Mac).";

/** One text area, enhanced in place. The text area keeps the value: forms and htmx know nothing else. */
export class EditorIsland {
  readonly #area: HTMLTextAreaElement;
  readonly #drafts: Drafts | null;
  readonly #frame = document.createElement("div");
  readonly #hint: HTMLElement;
  readonly #listening = new AbortController();
  #view: EditorView | null = null;
  #notice: HTMLElement | null = null;

  constructor(area: HTMLTextAreaElement, plain: boolean) {
    this.#area = area;
    const key = area.dataset["draftKey"];
    this.#drafts = key ? new Drafts(window.localStorage, key) : null;
    this.#hint = hintBeside(area);
    this.#frame.className = "editor";
    this.#listen();
    this.#restore();
    this.show(plain);
  }

  get isInPage(): boolean {
    return this.#area.isConnected;
  }

  /** Plain: the text area itself. Otherwise: CodeMirror over it. */
  show(plain: boolean): void {
    this.#hint.textContent = plain ? PLAIN_HINT : EDITOR_HINT;
    if (plain) this.#close();
    else if (this.#view === null) this.#open();
  }

  /** Leave nothing behind: before the page is put away, or after a swap took the text area. */
  remove(): void {
    this.#close();
    this.#notice?.remove();
    this.#listening.abort();
    delete this.#area.dataset["mounted"];
  }

  #listen(): void {
    const { signal } = this.#listening;
    this.#area.addEventListener("input", () => this.#mirror(), { signal });
    this.#area.addEventListener("change", () => this.#pull(), { signal });
    for (const typed of [this.#area, this.#frame]) listenForShortcuts(typed, this.#area.form, signal);
    for (const label of this.#area.labels) label.addEventListener("click", () => this.#view?.focus(), { signal });
  }

  #open(): void {
    const name = this.#area.labels[0]?.textContent.trim() || this.#area.getAttribute("aria-label") || "Your code";
    const language = this.#area.dataset["language"] ?? "python";
    this.#view = codeView(this.#area.value, { name, hintId: this.#hint.id, language }, (text) => {
      this.#area.value = text;
      this.#area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    this.#frame.replaceChildren(this.#view.dom);
    this.#area.after(this.#frame);
    this.#area.hidden = true;
  }

  #close(): void {
    this.#view?.destroy();
    this.#view = null;
    this.#frame.remove();
    this.#area.hidden = false;
  }

  #restore(): void {
    if (this.#drafts === null) return;
    const server = { text: this.#area.value, at: Number(this.#area.dataset["draftSavedAt"] ?? 0) };
    const { shown, other } = choose(server, this.#drafts.current());
    if (other !== null) this.#drafts.keepOther(other);
    if (shown !== server) this.#write(shown);
    this.#offer();
  }

  #offer(): void {
    const other = this.#drafts?.other() ?? null;
    this.#notice?.remove();
    if (this.#drafts === null || other === null || other.text === this.#area.value) return;
    this.#notice = notice(other, "your code", () => this.#swap(other), () => this.#dismiss());
    this.#area.before(this.#notice);
  }

  #swap(other: Copy): void {
    this.#drafts?.keepOther({ text: this.#area.value, at: Date.now() });
    this.#write(other);
    this.#offer();
  }

  #dismiss(): void {
    this.#drafts?.dropOther();
    this.#mirror();
    this.#notice?.remove();
  }

  #write(copy: Copy): void {
    this.#area.value = copy.text;
    if (this.#view) replaceText(this.#view, copy.text);
    else this.#area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #mirror(): void {
    this.#drafts?.keep({ text: this.#area.value, at: Date.now() });
  }

  /** Somebody else wrote into the text area and said so. */
  #pull(): void {
    if (this.#view && this.#view.state.doc.toString() !== this.#area.value) replaceText(this.#view, this.#area.value);
  }
}

let hints = 0;

function hintBeside(area: HTMLTextAreaElement): HTMLElement {
  const given = area.form?.querySelector<HTMLElement>("[data-editor-hint]");
  const hint = given ?? document.createElement("p");
  if (!given) {
    hint.className = "editor-hint";
    hint.dataset["editorHint"] = "";
    area.after(hint);
  }
  hint.id ||= `editor-hint-${(hints += 1)}`;
  return hint;
}
