/** Copies of what one types, kept in this browser beside the server's draft, so that neither crash loses it. */

export interface Copy {
  readonly text: string;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
}

export interface Choice {
  readonly shown: Copy;
  /** What was not chosen, kept until one dismisses it; null where both are the same. */
  readonly other: Copy | null;
}

/** The newer of the two is shown; where only one has text of its own, that one. */
export function choose(server: Copy, local: Copy | null): Choice {
  if (local === null || local.text === server.text) return { shown: server, other: null };
  return local.at > server.at ? { shown: local, other: server } : { shown: server, other: local };
}

/** `Storage` as far as copies need it: a full or forbidden one loses the mirror, never the typing. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

function isCopy(value: unknown): value is Copy {
  const copy = value as Partial<Copy> | null;
  return typeof copy === "object" && typeof copy?.text === "string" && typeof copy.at === "number";
}

export class Drafts {
  readonly #shelf: Shelf;
  readonly #key: string;

  constructor(shelf: Shelf, key: string) {
    this.#shelf = shelf;
    this.#key = `warmstart.draft.${key}`;
  }

  current(): Copy | null {
    return this.#read(this.#key);
  }

  other(): Copy | null {
    return this.#read(`${this.#key}.other`);
  }

  keep(copy: Copy): void {
    this.#write(this.#key, copy);
  }

  keepOther(copy: Copy): void {
    this.#write(`${this.#key}.other`, copy);
  }

  dropOther(): void {
    this.#remove(`${this.#key}.other`);
  }

  /** Both copies: what they held was taken elsewhere. */
  drop(): void {
    this.#remove(this.#key);
    this.dropOther();
  }

  #remove(key: string): void {
    try {
      this.#shelf.removeItem(key);
    } catch {
      // A shelf that cannot be written holds nothing to drop.
    }
  }

  #read(key: string): Copy | null {
    try {
      const value: unknown = JSON.parse(this.#shelf.getItem(key) ?? "null");
      return isCopy(value) ? value : null;
    } catch {
      return null;
    }
  }

  #write(key: string, copy: Copy): void {
    try {
      this.#shelf.setItem(key, JSON.stringify(copy));
    } catch {
      // Full or forbidden: the server's draft is the one that counts.
    }
  }
}
