/** Dictation where the browser can do it. It may send the sound to its maker, and the page says so. */

interface Heard {
  readonly isFinal: boolean;
  readonly 0: { readonly transcript: string };
}
interface HeardEvent extends Event {
  readonly resultIndex: number;
  readonly results: ArrayLike<Heard>;
}
interface Recognition extends EventTarget {
  continuous: boolean;
  lang: string;
  start(): void;
  stop(): void;
}
type Maker = new () => Recognition;

const WHY: Record<string, string> = {
  "not-allowed": "The browser was not allowed to listen.",
  "service-not-allowed": "The browser was not allowed to listen.",
  "audio-capture": "No microphone was found.",
  network: "The browser could not reach the service that writes it down.",
};

function maker(): Maker | null {
  const offered = window as unknown as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker };
  return offered.SpeechRecognition ?? offered.webkitSpeechRecognition ?? null;
}

/** `text` after what is there, parted by one space. */
export function appended(before: string, text: string): string {
  const heard = text.trim();
  return before === "" || /\s$/.test(before) ? before + heard : `${before} ${heard}`;
}

export function offerDictation(box: HTMLElement): void {
  const make = maker();
  const area = document.getElementById(box.dataset["dictation"] ?? "");
  const button = box.querySelector("button");
  const status = box.querySelector<HTMLElement>('[role="status"]');
  if (make === null || !(area instanceof HTMLTextAreaElement) || !button || !status) return;
  const recognition = new make();
  recognition.continuous = true;
  recognition.lang = "en-US";
  let listening = false;
  const told = (text: string, on: boolean): void => {
    listening = on;
    status.textContent = text;
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? "Stop dictating" : "Dictate";
  };
  recognition.addEventListener("result", (event) => {
    const { results, resultIndex } = event as HeardEvent;
    for (let at = resultIndex; at < results.length; at += 1) {
      const heard = results[at];
      if (heard?.isFinal) area.value = appended(area.value, heard[0].transcript);
    }
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
  recognition.addEventListener("error", (event) => {
    told(WHY[(event as Event & { error: string }).error] ?? "The browser stopped listening.", false);
  });
  recognition.addEventListener("end", () => {
    if (listening) told("Stopped.", false);
  });
  button.addEventListener("click", () => {
    if (listening) recognition.stop();
    else {
      recognition.start();
      told("Listening. What you say is added at the end.", true);
    }
  });
  box.hidden = false;
}
