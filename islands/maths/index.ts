/** Typesets `.math` elements, at load and after every swap. Without it the TeX itself is what one reads. */
import katex from "katex";
import "katex/dist/katex.min.css";
import "./maths.css";
import { texOf } from "./tex.ts";

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
}

function typesetAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>(".math:not([data-typeset])")) typeset(element);
}

document.addEventListener("htmx:load", typesetAll);
document.addEventListener("htmx:historyRestore", typesetAll);
typesetAll();
