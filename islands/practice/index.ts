/** Questions: mirrored drafts, the clock, dictation, and spans linked to the rubric. */
import { startClock } from "./clock.ts";
import { offerDictation } from "./dictation.ts";
import { Essay } from "./essay.ts";
import { link } from "./linked.ts";
import { offerMoves } from "./ordering.ts";
import { dropSent, noteSent } from "./sent.ts";

function once(element: HTMLElement): boolean {
  if (element.dataset["mounted"]) return false;
  element.dataset["mounted"] = "yes";
  return true;
}

function mountAll(): void {
  dropSent(document);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="practice"]')) {
    if (!once(form)) continue;
    startClock(form, window.localStorage);
    noteSent(form);
  }
  for (const area of document.querySelectorAll<HTMLTextAreaElement>("textarea.essay[data-draft-key]")) {
    if (once(area)) new Essay(area, area.dataset["draftKey"] ?? "");
  }
  for (const list of document.querySelectorAll<HTMLElement>("[data-order]")) {
    if (once(list)) offerMoves(list);
  }
  for (const box of document.querySelectorAll<HTMLElement>("[data-dictation]")) {
    if (once(box)) offerDictation(box);
  }
}

link(document);
document.addEventListener("htmx:load", mountAll);
mountAll();
