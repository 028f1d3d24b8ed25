// Names of the codes and ids in the address, learnt from every answer, so that a chip can say "Thanh Chương"
// also when the answer on the page no longer mentions it.

import type { LocalityValue, NamedPost, OfficialValue, Place, PostReference, SearchAnswer } from "../api/types";

export type LabelledKind = "locality" | "official" | "post";

const kUncounted = { detail: null, parent: null, count: 0, through: 0 };

function post_of(held: NamedPost | undefined): PostReference | null {
  return held === undefined || held.slug === null ? null : { slug: held.slug, locality: held.locality };
}

export class LabelBook {
  #localities = new Map<string, LocalityValue>();
  #officials = new Map<string, OfficialValue>();
  #posts = new Map<string, string>();

  learn(answer: SearchAnswer): void {
    for (const hit of answer.hits) {
      hit.locality?.codes.forEach((code, level, codes) => {
        const label = hit.locality?.path[level];
        if (label === undefined || this.#localities.has(code)) return;
        this.#localities.set(code, { ...kUncounted, value: code, label, parent: codes[level - 1] ?? null });
      });
      for (const official of hit.officials) {
        for (const { title, slug } of official.held) {
          if (slug !== null) this.#posts.set(slug, title);
        }
        if (this.#officials.has(official.id)) continue;
        this.#officials.set(official.id, {
          value: official.id,
          label: official.name,
          detail: official.posts[0] ?? null,
          post: post_of(official.held[0]),
          count: 0,
        });
      }
    }
    for (const place of answer.places) this.#learn_place(place);
    for (const unit of answer.facets?.localities ?? []) {
      this.#localities.set(unit.value, { ...unit, count: 0, through: 0 });
    }
    for (const person of answer.facets?.officials ?? []) this.#officials.set(person.value, { ...person, count: 0 });
  }

  #learn_place({ code, label, detail, holders }: Place): void {
    const parent = holders.at(-1)?.code ?? null;
    this.#localities.set(code, { ...kUncounted, value: code, label, detail, parent });
  }

  knows(kind: LabelledKind, value: string): boolean {
    if (kind === "post") return this.#posts.has(value);
    return kind === "locality" ? this.#localities.has(value) : this.#officials.has(value);
  }

  /** At count 0; an unknown unit is named by its code. */
  locality(code: string): LocalityValue {
    return this.#localities.get(code) ?? { ...kUncounted, value: code, label: code };
  }

  /** At count 0; an unknown person is named by the id. */
  official(id: string): OfficialValue {
    return this.#officials.get(id) ?? { value: id, label: id, detail: null, post: null, count: 0 };
  }

  /** The title of a post; of an unknown one the words of its slug. */
  post(slug: string): string {
    return this.#posts.get(slug) ?? slug.replaceAll("-", " ");
  }
}
