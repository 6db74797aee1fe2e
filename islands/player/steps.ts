/** Which of `count` frames is shown: pure, so that keys and buttons cannot disagree. */
export type Move = "first" | "back" | "next" | "last";

export function moved(at: number, count: number, move: Move): number {
  const end = Math.max(0, count - 1);
  switch (move) {
    case "first":
      return 0;
    case "back":
      return Math.max(0, at - 1);
    case "next":
      return Math.min(end, at + 1);
    case "last":
      return end;
  }
}

const KEYS: Readonly<Record<string, Move | "play">> = {
  ArrowLeft: "back",
  ArrowRight: "next",
  Home: "first",
  End: "last",
  " ": "play",
};

/** What a key stands for in a player, or null: it is not the player's. */
export function asked(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): Move | "play" | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  return KEYS[event.key] ?? null;
}
