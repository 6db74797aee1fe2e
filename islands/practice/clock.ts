/** A clock that counts up while the page is looked at, and goes on where it stood after a reload. */
import type { Shelf } from "../editor/draft.ts";

const SECOND = 1000;
const HIDE_KEY = "warmstart.clock.hidden";

/** `3:07`. */
export function told(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export class Clock {
  readonly #shelf: Shelf;
  readonly #key: string;
  #seconds: number;

  constructor(shelf: Shelf, item: string) {
    this.#shelf = shelf;
    this.#key = `warmstart.clock.${item}`;
    this.#seconds = Number(read(shelf, this.#key)) || 0;
  }

  get seconds(): number {
    return this.#seconds;
  }

  tick(): void {
    this.#seconds += 1;
    write(this.#shelf, this.#key, String(this.#seconds));
  }

  forget(): void {
    try {
      this.#shelf.removeItem(this.#key);
    } catch {
      // A shelf that cannot be written holds nothing to forget.
    }
  }
}

/** Shows the clock in its place beside the text area, and writes the seconds into the form. */
export function startClock(form: HTMLFormElement, shelf: Shelf): void {
  const place = form.querySelector<HTMLElement>("[data-timer]");
  const hide = form.querySelector<HTMLButtonElement>("[data-timer-hide]");
  const field = form.querySelector<HTMLInputElement>('input[name="seconds"]');
  const item = form.dataset["clock"];
  if (!place || !hide || !field || !item) return;
  const clock = new Clock(shelf, item);
  const minutes = Number(place.dataset["minutes"]);
  const show = (): void => {
    place.textContent = `${told(clock.seconds)} of ${minutes} min`;
    place.classList.toggle("over", clock.seconds > minutes * 60);
    field.value = String(clock.seconds);
  };
  const hidden = (): boolean => read(shelf, HIDE_KEY) === "yes";
  const draw = (): void => {
    place.hidden = hidden();
    hide.textContent = hidden() ? "Show clock" : "Hide clock";
  };
  hide.hidden = false;
  hide.addEventListener("click", () => {
    write(shelf, HIDE_KEY, hidden() ? "no" : "yes");
    draw();
  });
  place.setAttribute("role", "timer");
  show();
  draw();
  const ticking = window.setInterval(() => {
    if (!form.isConnected) window.clearInterval(ticking);
    else if (document.visibilityState === "visible") {
      clock.tick();
      show();
    }
  }, SECOND);
}

function read(shelf: Shelf, key: string): string | null {
  try {
    return shelf.getItem(key);
  } catch {
    return null;
  }
}

function write(shelf: Shelf, key: string, value: string): void {
  try {
    shelf.setItem(key, value);
  } catch {
    // Full or forbidden: the clock then lasts as long as the page.
  }
}
