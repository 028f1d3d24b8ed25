// Names of the codes and ids in the address, learnt from every answer, so that a chip can say "Thanh Chương"
// also when the answer on the page no longer mentions it.

import type { FacetValue, LocalityValue, SearchAnswer } from "../api/types";

export type LabelledKind = "locality" | "official";

export class LabelBook {
  #localities = new Map<string, LocalityValue>();
  #officials = new Map<string, FacetValue>();

  learn(answer: SearchAnswer): void {
    for (const hit of answer.hits) {
      hit.locality?.codes.forEach((code, level, codes) => {
        const label = hit.locality?.path[level];
        if (label === undefined || this.#localities.has(code)) return;
        this.#localities.set(code, { value: code, label, detail: null, parent: codes[level - 1] ?? null, count: 0 });
      });
      for (const official of hit.officials) {
        if (this.#officials.has(official.id)) continue;
        this.#officials.set(official.id, {
          value: official.id,
          label: official.name,
          detail: official.posts[0] ?? null,
          count: 0,
        });
      }
    }
    for (const unit of answer.facets?.localities ?? []) this.#localities.set(unit.value, { ...unit, count: 0 });
    for (const person of answer.facets?.officials ?? []) this.#officials.set(person.value, { ...person, count: 0 });
  }

  knows(kind: LabelledKind, value: string): boolean {
    return kind === "locality" ? this.#localities.has(value) : this.#officials.has(value);
  }

  /** At count 0; an unknown unit is named by its code. */
  locality(code: string): LocalityValue {
    return this.#localities.get(code) ?? { value: code, label: code, detail: null, parent: null, count: 0 };
  }

  /** At count 0; an unknown person is named by the id. */
  official(id: string): FacetValue {
    return this.#officials.get(id) ?? { value: id, label: id, detail: null, count: 0 };
  }
}
