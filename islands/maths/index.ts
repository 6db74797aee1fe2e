/** Typesets `.math` elements, at load and after every swap. Without it the TeX itself is what one reads. */
import katex from "katex";
import "katex/dist/katex.min.css";
import "./maths.css";
import { texOf } from "./tex.ts";

/** What scrolls must be reachable by keyboard; what does not would only be one more stop. */
const scrolling = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});

function typeset(element: HTMLElement): void {
  element.dataset["typeset"] = "done";
  const tex = texOf(element.textContent);
  const holder = document.createElement("span");
  try {
    katex.render(tex, holder, { displayMode: element.classList.contains("block"), throwOnError: true });
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    element.classList.add("math-faulty");
    element.title = error.message;
    return;
  }
  element.replaceChildren(...holder.childNodes);
  if (element.classList.contains("block")) scrolling.observe(element);
}

function typesetAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>(".math:not([data-typeset])")) typeset(element);
}

document.addEventListener("htmx:load", typesetAll);
document.addEventListener("htmx:historyRestore", typesetAll);
typesetAll();
