/** A text area whose text is mirrored in this browser, beside the server's draft. */
import { type Copy, Drafts, choose } from "../editor/draft.ts";
import { notice } from "../editor/notice.ts";

export class Essay {
  readonly #area: HTMLTextAreaElement;
  readonly #drafts: Drafts;
  #notice: HTMLElement | null = null;

  constructor(area: HTMLTextAreaElement, key: string) {
    this.#area = area;
    this.#drafts = new Drafts(window.localStorage, key);
    area.addEventListener("input", () => this.#mirror());
    this.#restore();
    this.#count();
  }

  #restore(): void {
    const server = { text: this.#area.value, at: Number(this.#area.dataset["draftSavedAt"] ?? 0) };
    const { shown, other } = choose(server, this.#drafts.current());
    if (other !== null && other.text.trim() !== "") this.#drafts.keepOther(other);
    if (shown !== server) this.#write(shown);
    this.#offer();
  }

  #offer(): void {
    const other = this.#drafts.other();
    this.#notice?.remove();
    if (other === null || other.text === this.#area.value) return;
    this.#notice = notice(other, "your answer", () => this.#swap(other), () => this.#dismiss());
    this.#area.before(this.#notice);
  }

  #swap(other: Copy): void {
    this.#drafts.keepOther({ text: this.#area.value, at: Date.now() });
    this.#write(other);
    this.#offer();
  }

  #dismiss(): void {
    this.#drafts.dropOther();
    this.#mirror();
    this.#notice?.remove();
  }

  #write(copy: Copy): void {
    this.#area.value = copy.text;
    this.#area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #mirror(): void {
    this.#drafts.keep({ text: this.#area.value, at: Date.now() });
    this.#count();
  }

  #count(): void {
    const place = this.#area.form?.querySelector<HTMLElement>("[data-words]");
    if (!place) return;
    const words = this.#area.value.split(/\s+/).filter(Boolean).length;
    place.textContent = words === 1 ? "1 word" : `${words} words`;
  }
}
