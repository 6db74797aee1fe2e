/** Words of an answer and the line of the rubric that rests on them light up together. */

function lit(element: Element, on: boolean): void {
  const grade = element.closest("[data-linked]");
  const ids = (element.getAttribute("data-on") ?? "").split(" ");
  for (const other of grade?.querySelectorAll("[data-on]") ?? []) {
    const theirs = (other.getAttribute("data-on") ?? "").split(" ");
    if (ids.some((id) => theirs.includes(id))) other.classList.toggle("lit", on);
  }
}

export function link(page: Document): void {
  for (const [kind, on] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]] as const) {
    page.addEventListener(kind, (event) => {
      const element = (event.target as Element | null)?.closest("[data-linked] [data-on]");
      if (element) lit(element, on);
    });
  }
}
