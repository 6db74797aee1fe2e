/** Finds `[data-island="player"]` with an `.frames` list, at load and after every swap. */
import { Player } from "./player.ts";

const mounted = new Set<Player>();

function mountAll(): void {
  for (const player of mounted) {
    if (player.isInPage) continue;
    player.stop();
    mounted.delete(player);
  }
  for (const box of document.querySelectorAll<HTMLElement>('[data-island="player"]:not([data-mounted])')) {
    const list = box.querySelector<HTMLElement>(".frames");
    if (list === null || list.children.length === 0) continue;
    box.dataset["mounted"] = "yes";
    mounted.add(new Player(box, list));
  }
}

document.addEventListener("htmx:load", mountAll);
mountAll();
