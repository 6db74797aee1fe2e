/** What this browser keeps of an answer is dropped once the page of its grade is there, and not before. */
import { Drafts } from "../editor/draft.ts";
import { Clock } from "./clock.ts";

const KEY = "warmstart.sent";

export function noteSent(form: HTMLFormElement): void {
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.hasAttribute("formaction")) return;
    const clock = form.dataset["clock"] ?? "";
    const drafts = [...form.querySelectorAll<HTMLElement>("[data-draft-key]")].map((area) => area.dataset["draftKey"]);
    try {
      window.sessionStorage.setItem(KEY, JSON.stringify({ clock, drafts }));
    } catch {
      // The copies then stay, and are offered once more.
    }
  });
}

export function dropSent(page: Document): void {
  if (page.querySelector("[data-answered]") === null) return;
  try {
    const sent = JSON.parse(window.sessionStorage.getItem(KEY) ?? "null") as { clock: string; drafts: string[] } | null;
    window.sessionStorage.removeItem(KEY);
    if (sent === null) return;
    new Clock(window.localStorage, sent.clock).forget();
    for (const key of sent.drafts) new Drafts(window.localStorage, key).drop();
  } catch {
    // Forbidden storage holds nothing to drop.
  }
}
