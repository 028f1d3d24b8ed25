import assert from "node:assert/strict";
import { test } from "node:test";
import { kLanguages } from "../../../web/src/strings/language";
import type { Strings } from "../../../web/src/strings/strings";

// A language may need no word there.
const kMayBeEmpty = ["formerly"];

function empty_ones(strings: Strings): string[] {
  return [strings, strings.places, strings.people, strings.held]
    .flatMap((texts) => Object.entries(texts))
    .filter(([name]) => !kMayBeEmpty.includes(name))
    .filter(([, value]) => value === "" || (Array.isArray(value) && value.length === 0))
    .map(([name]) => name);
}

for (const strings of kLanguages) {
  test(`every text has words in ${strings.language_name}`, () => assert.deepEqual(empty_ones(strings), []));
}

test("texts are composed Unicode", () => {
  for (const strings of kLanguages) {
    for (const value of [strings, strings.places, strings.people, strings.held].flatMap((texts) => Object.values(texts))) {
      if (typeof value === "string") assert.equal(value, value.normalize("NFC"));
    }
  }
});

test("Vietnamese comes first", () => assert.equal(kLanguages[0]?.language, "vi"));
