import type { Copy } from "./draft.ts";

/** A line above the text (`what` it is) that offers the copy which is not shown. */
export function notice(other: Copy, what: string, use: () => void, dismiss: () => void): HTMLElement {
  const box = document.createElement("div");
  box.className = "editor-notice";
  box.setAttribute("role", "status");
  const saved = other.at > 0 ? ` from ${new Date(other.at).toLocaleString()}` : "";
  box.append(`Another copy of ${what}${saved} was found; both are kept. `);
  box.append(button("Use the other one", use), button("Dismiss", dismiss));
  return box;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
