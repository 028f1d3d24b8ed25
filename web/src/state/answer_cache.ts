// The latest answers by API path, so that going back shows at once what was there.

const kKeptAnswers = 30;

export class AnswerCache {
  #answers = new Map<string, unknown>();

  get<Answer>(path: string): Answer | null {
    return (this.#answers.get(path) as Answer | undefined) ?? null;
  }

  put(path: string, answer: unknown): void {
    this.#answers.delete(path);
    this.#answers.set(path, answer);
    if (this.#answers.size <= kKeptAnswers) return;
    const oldest = this.#answers.keys().next();
    if (!oldest.done) this.#answers.delete(oldest.value);
  }
}
