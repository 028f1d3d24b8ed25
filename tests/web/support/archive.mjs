// What the daemon itself answers: the cases compare the page with it instead of knowing the sample by heart.

export class Archive {
  constructor(address) {
    this.address = address;
  }

  async get(path) {
    const response = await fetch(this.address + path);
    return { status: response.status, body: await response.json(), headers: response.headers };
  }

  /** `parameters`: names of the API; an array repeats one. */
  async search(parameters) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ facet_limit: 100, ...parameters })) {
      for (const one of [value].flat()) query.append(name, String(one));
    }
    const { status, body } = await this.get(`/api/v1/search?${query}`);
    if (status !== 200) throw new Error(`the daemon refused ${query}: ${JSON.stringify(body)}`);
    return body;
  }

  async article(id, question = "") {
    const query = question === "" ? "" : `?${new URLSearchParams({ q: question })}`;
    return (await this.get(`/api/v1/articles/${id}${query}`)).body;
  }
}

/** The highlighted words of a marked text, by code points. */
export function highlighted({ text, highlights }) {
  const letters = [...text];
  return highlights.map(([begin, end]) => letters.slice(begin, end).join(""));
}
