// The address bar, the back button, and where the reader was on each page.
//
// The browser's own scroll restoration comes too early for a page whose content is fetched. So each history
// entry has a key, and under it is kept how far the page was scrolled and which element had the focus;
// settle() puts both back once the content stands. They outlive a reload in sessionStorage.

import { type Route, read_route } from "./route";

/** What happens to scroll and focus once the new content stands. */
export type Arrival =
  | "stay" // a filter was changed: nothing moves
  | "top" // another page or an article: to the top, focus on its heading
  | "return"; // back, forward or reload: as it was left

interface Entry {
  key: string;
  /** Address of the results that the reader came from, so that an article can lead back to them. */
  back_to: string | null;
}

interface Position {
  top: number;
  focused: string;
}

const kPositionsItem = "tinlang.positions";

function new_key(): string {
  return Math.random().toString(36).slice(2, 12);
}

function read_entry(state: unknown): Entry | null {
  const entry = state as Partial<Entry> | null;
  return typeof entry?.key === "string" ? { key: entry.key, back_to: entry.back_to ?? null } : null;
}

function read_positions(): Map<string, Position> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(kPositionsItem) ?? "[]") as [string, Position][]);
  } catch {
    return new Map(); // storage refused or foreign: the page works without it
  }
}

export class Navigation {
  #entry: Entry;
  #positions = read_positions();
  #arrival: Arrival = "return";
  #settled = false;
  #listeners = new Set<() => void>();

  constructor() {
    history.scrollRestoration = "manual";
    this.#entry = read_entry(history.state) ?? { key: new_key(), back_to: null };
    history.replaceState(this.#entry, "");
    addEventListener("popstate", (event) => this.#on_pop(event.state));
    addEventListener("scroll", () => this.#note({ top: scrollY }), { passive: true });
    addEventListener("focusin", (event) => this.#note({ focused: (event.target as Element).id }));
    addEventListener("pagehide", () => this.#store());
  }

  get route(): Route {
    return read_route(location.pathname, location.search);
  }

  get arrival(): Arrival {
    return this.#arrival;
  }

  get back_to(): string | null {
    return this.#entry.back_to;
  }

  /** Calls `listener` after each change of address; returns how to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Goes to `address` on this site. `from` is the id of the element that the reader used. */
  go(address: string, arrival: Arrival, from = ""): void {
    this.#note(from === "" ? { top: scrollY } : { top: scrollY, focused: from });
    const here = location.pathname + location.search;
    const from_results = this.route.view === "results";
    // A choice on an article's or a place's own page is no step of its own: one step back are still the results.
    const replaces = address === here || (arrival === "stay" && !from_results);
    const kept = replaces ? this.#entry.back_to : null;
    this.#entry = { key: new_key(), back_to: from_results ? here : kept };
    if (replaces) history.replaceState(this.#entry, "", address);
    else history.pushState(this.#entry, "", address);
    this.#arrive(arrival);
  }

  /** Back to the results this article was opened from; false when it was opened from nowhere. */
  back(): boolean {
    if (this.#entry.back_to === null) return false;
    history.back();
    return true;
  }

  /** Call when the content for the current address stands; does nothing the second time. */
  settle(heading: HTMLElement | null): void {
    if (this.#settled) return;
    this.#settled = true;
    if (this.#arrival === "stay") return;
    const position = this.#positions.get(this.#entry.key);
    if (this.#arrival === "return") {
      if (position === undefined) return;
      document.getElementById(position.focused)?.focus({ preventScroll: true });
      scrollTo(0, position.top);
      return;
    }
    heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  #on_pop(state: unknown): void {
    this.#entry = read_entry(state) ?? { key: new_key(), back_to: null };
    this.#arrive("return");
  }

  #arrive(arrival: Arrival): void {
    this.#arrival = arrival;
    this.#settled = false;
    for (const listener of this.#listeners) listener();
  }

  // While the content of the new address is on its way, the page still shows the old one at the old place.
  #note(change: Partial<Position>): void {
    if (!this.#settled) return;
    const position = this.#positions.get(this.#entry.key) ?? { top: scrollY, focused: "" };
    this.#positions.set(this.#entry.key, { ...position, ...change });
  }

  #store(): void {
    this.#note({ top: scrollY }); // the event of the last scrolling may still be on its way
    try {
      const newest = [...this.#positions].slice(-50);
      sessionStorage.setItem(kPositionsItem, JSON.stringify(newest));
    } catch {
      // Storage is full or refused: only a reload then starts at the top.
    }
  }
}
