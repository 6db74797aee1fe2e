/** Steps that move up and down by button; the fields with their places follow. */

export function offerMoves(list: HTMLElement): void {
  const items = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(":scope > li")];
  const number = (): void => {
    items().forEach((item, at) => {
      const field = item.querySelector("input");
      if (field) field.value = String(at + 1);
    });
    list.dispatchEvent(new CustomEvent("moved", { bubbles: true }));
  };
  // Somebody may have typed places before: the steps then stand in that order first.
  const sort = (): void => {
    const place = (item: HTMLElement): number => Number(item.querySelector("input")?.value) || Infinity;
    for (const item of items().sort((one, other) => place(one) - place(other))) list.append(item);
  };
  for (const moves of list.querySelectorAll<HTMLElement>(".moves")) moves.hidden = false;
  list.addEventListener("click", (event) => {
    const button = (event.target as Element | null)?.closest<HTMLButtonElement>("[data-move]");
    const item = button?.closest("li");
    if (!button || !item) return;
    sort();
    const up = button.dataset["move"] === "-1";
    const other = up ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (up) other.before(item);
    else other.after(item);
    number();
    button.focus();
  });
}
