/** The review session: keys that press the page's own buttons, a clock, and no second press while one is sent. */
import { Clock } from "../practice/clock.ts";
import { named, where } from "./keys.ts";

const SECOND = 1000;
let sent = false;

function place(target: EventTarget | null): ReturnType<typeof where> {
  if (!(target instanceof HTMLElement)) return "page";
  const type = target instanceof HTMLInputElement ? target.type : "";
  return where(target.tagName.toLowerCase(), type, target.isContentEditable);
}

function listen(session: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    const name = named(event, place(event.target));
    if (name === null || sent) return;
    const found = session.querySelector<HTMLElement>(`[data-key~="${CSS.escape(name)}"]`);
    if (!found) return;
    event.preventDefault();
    found.focus();
    found.click();
  });
  session.addEventListener("submit", (event) => {
    // A second press while the first is on its way; the server would count it once all the same.
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => {
    sent = false;
  });
}

/** Seconds for which the item was looked at, front and back together. */
function time(form: HTMLFormElement): void {
  const clock = new Clock(window.sessionStorage, `review.${form.dataset["clock"] ?? ""}`);
  const field = form.querySelector<HTMLInputElement>('input[name="seconds"]');
  window.setInterval(() => {
    if (document.visibilityState === "visible") clock.tick();
  }, SECOND);
  form.addEventListener("submit", () => {
    if (!field) return;
    field.value = String(clock.seconds);
    clock.forget();
  });
}

const session = document.querySelector<HTMLElement>('[data-island="session"]');
if (session) {
  listen(session);
  for (const form of session.querySelectorAll<HTMLFormElement>("form[data-clock]")) time(form);
}
