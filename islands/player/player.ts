import { type Move, asked, moved } from "./steps.ts";

/** Time for a caption to be read; nothing plays before somebody asks. */
const STEP_MS = 1800;

const BUTTONS: readonly (readonly [Move | "play", string])[] = [
  ["first", "First"],
  ["back", "Back"],
  ["play", "Play"],
  ["next", "Next"],
  ["last", "Last"],
];

/** The frames below `box`, one at a time. Frames only change place in one step: there is no motion to reduce. */
export class Player {
  readonly #box: HTMLElement;
  readonly #frames: readonly HTMLElement[];
  readonly #buttons = new Map<Move | "play", HTMLButtonElement>();
  readonly #position = document.createElement("span");
  readonly #caption = document.createElement("p");
  #at = 0;
  #timer: number | null = null;

  constructor(box: HTMLElement, list: HTMLElement) {
    this.#box = box;
    this.#frames = [...list.children].filter((child) => child instanceof HTMLElement);
    this.#caption.className = "unseen";
    this.#caption.setAttribute("aria-live", "polite");
    const stage = this.#stageAround(list);
    stage.append(this.#controls(), this.#caption);
    box.classList.add("playing");
    this.#show(0);
    this.#caption.textContent = ""; // what one has not asked for is not read out
  }

  get isInPage(): boolean {
    return this.#box.isConnected;
  }

  stop(): void {
    if (this.#timer !== null) window.clearInterval(this.#timer);
    this.#timer = null;
    const play = this.#buttons.get("play");
    if (play) play.textContent = "Play";
  }

  #stageAround(list: HTMLElement): HTMLElement {
    const stage = document.createElement("div");
    stage.className = "stage";
    stage.tabIndex = 0;
    stage.setAttribute("role", "group");
    stage.setAttribute("aria-label", `${this.#box.dataset["title"] ?? "Steps"}. Arrow keys step, Space plays.`);
    stage.addEventListener("keydown", (event) => this.#pressed(event));
    list.replaceWith(stage);
    stage.append(list);
    return stage;
  }

  #controls(): HTMLElement {
    const row = document.createElement("div");
    row.className = "player";
    for (const [move, name] of BUTTONS) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "small";
      button.textContent = name;
      button.addEventListener("click", () => this.#act(move));
      this.#buttons.set(move, button);
      row.append(button);
    }
    this.#position.className = "quiet";
    row.append(this.#position);
    return row;
  }

  #pressed(event: KeyboardEvent): void {
    const wanted = asked(event);
    // Space on a button is that button's.
    if (wanted === null || (wanted === "play" && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    this.#act(wanted);
  }

  #act(wanted: Move | "play"): void {
    if (wanted === "play") {
      if (this.#timer === null) this.#play();
      else this.stop();
      return;
    }
    this.stop();
    this.#show(moved(this.#at, this.#frames.length, wanted));
  }

  #play(): void {
    this.#show(this.#isLast ? 0 : this.#at + 1);
    this.#timer = window.setInterval(() => {
      if (!this.isInPage || this.#isLast) this.stop();
      else this.#show(this.#at + 1);
    }, STEP_MS);
    const play = this.#buttons.get("play");
    if (play) play.textContent = "Pause";
  }

  get #isLast(): boolean {
    return this.#at >= this.#frames.length - 1;
  }

  #show(at: number): void {
    this.#at = at;
    this.#frames.forEach((frame, place) => frame.toggleAttribute("data-shown", place === at));
    this.#position.textContent = `${at + 1} of ${this.#frames.length}`;
    const caption = this.#frames[at]?.querySelector("figcaption")?.textContent ?? "";
    this.#caption.textContent = caption.trim();
    for (const [move, button] of this.#buttons) {
      // Not `disabled`: that would throw the focus of whoever just pressed it out of the player.
      if (move !== "play") button.setAttribute("aria-disabled", String(moved(at, this.#frames.length, move) === at));
    }
  }
}
