/** Keys that press what says `data-press`: "Enter" starts, 1 to 3 answer. */

/** What was pressed, or null: a key that means something else where it was pressed. */
export function meant(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.repeat || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const at = event.target as Element | null;
  if (at?.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return null;
  // Enter on a link, a button or a summary is theirs.
  if (event.key === "Enter" && at?.closest("a, button, summary, input")) return null;
  return event.key;
}

export function listen(page: Document): void {
  page.addEventListener("keydown", (event) => {
    const key = meant(event);
    if (key === null) return;
    for (const wanted of page.querySelectorAll<HTMLElement>("[data-press]")) {
      if (wanted.dataset["press"] !== key) continue;
      event.preventDefault();
      wanted.click();
      return;
    }
  });
}
