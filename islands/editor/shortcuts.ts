/** Which mark in the page the keys stand for, or null: they are ordinary typing. */
export function shortcut(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): string | null {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  if (event.key === "Enter") return "[data-submit]";
  if (event.key === "'") return "[data-run]";
  return null;
}

/** Clicks what the keys stand for, before the editor takes them for its own (Ctrl-Enter: a new line). */
export function listenForShortcuts(typed: HTMLElement, form: HTMLFormElement | null, signal: AbortSignal): void {
  typed.addEventListener(
    "keydown",
    (event) => {
      const mark = shortcut(event);
      if (mark === null) return;
      const target = form?.querySelector<HTMLElement>(mark) ?? document.querySelector<HTMLElement>(mark);
      if (target === null) return;
      event.preventDefault();
      event.stopPropagation();
      target.click();
    },
    { capture: true, signal },
  );
}
