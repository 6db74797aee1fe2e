/** Finds `textarea[data-island="editor"]`, at load and after every swap, and the buttons that choose plain text. */
import "./editor.css";
import { EditorIsland } from "./island.ts";

const PLAIN_KEY = "warmstart.editor.plain";
const mounted = new Set<EditorIsland>();

function wantsPlain(): boolean {
  try {
    return window.localStorage.getItem(PLAIN_KEY) === "yes";
  } catch {
    return false;
  }
}

function choosePlain(plain: boolean): void {
  try {
    window.localStorage.setItem(PLAIN_KEY, plain ? "yes" : "no");
  } catch {
    // The choice then lasts as long as the page.
  }
  for (const island of mounted) island.show(plain);
  markButtons(plain);
}

function markButtons(plain: boolean): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-editor-plain]")) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(plain));
  }
}

function mountAll(): void {
  for (const island of mounted) {
    if (island.isInPage) continue;
    island.remove();
    mounted.delete(island);
  }
  const plain = wantsPlain();
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-island="editor"]')) {
    if (area.dataset["mounted"]) continue;
    area.dataset["mounted"] = "yes";
    mounted.add(new EditorIsland(area, plain));
  }
  markButtons(plain);
}

function removeAll(): void {
  for (const island of mounted) island.remove();
  mounted.clear();
}

document.addEventListener("click", (event) => {
  const button = (event.target as Element | null)?.closest("[data-editor-plain]");
  if (button) choosePlain(button.getAttribute("aria-pressed") !== "true");
});
document.addEventListener("htmx:load", mountAll);
document.addEventListener("htmx:beforeHistorySave", removeAll);
document.addEventListener("htmx:historyRestore", mountAll);
mountAll();
