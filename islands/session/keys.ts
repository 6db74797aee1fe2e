/** Which key was pressed, as the page's buttons name it in `data-key`. */

export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

/** Where the keyboard is: what `where` tells of an element. */
export type Place = "text" | "control" | "page";

const TEXT_INPUTS = new Set(["", "text", "search", "number", "email", "url", "tel", "password", "date", "time"]);

/** `tag` in small letters; `type`: of an input. A check box or a button is a control: letters mean nothing to it. */
export function where(tag: string, type: string, editable: boolean): Place {
  if (editable || tag === "textarea" || tag === "select") return "text";
  if (tag === "input") return TEXT_INPUTS.has(type) ? "text" : "control";
  return tag === "button" || tag === "a" || tag === "summary" ? "control" : "page";
}

/** The name of the key, or null where the press is not for the session: typing, shortcuts, a key held down. */
export function named(press: Press, place: Place): string | null {
  if (place === "text" || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.repeat || press.isComposing) return null;
  const name = press.key === " " ? "Space" : press.key;
  // Space and Enter belong to the button or link that has the focus.
  if (place === "control" && (name === "Space" || name === "Enter")) return null;
  return name.length === 1 ? name.toLowerCase() : name;
}
