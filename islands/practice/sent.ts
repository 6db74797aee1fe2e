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
    if (!form.hasAttribute("hx-post")) rest(form);
    try {
      window.sessionStorage.setItem(KEY, JSON.stringify({ clock, drafts }));
    } catch {
      // The copies then stay, and are offered once more.
    }
  });
}

/** One answer is one attempt: no second press while the first one is graded. */
function rest(form: HTMLFormElement): void {
  const buttons = [...form.querySelectorAll<HTMLButtonElement>("button[type=submit]")];
  const set = (resting: boolean): void => {
    for (const button of buttons) button.disabled = resting;
    form.toggleAttribute("data-grading", resting);
  };
  // After the form is sent: a button that rests before that is not sent along.
  window.setTimeout(() => set(true), 0);
  // Whoever comes back by the browser's own button may send again.
  window.addEventListener("pageshow", () => set(false), { once: true });
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
