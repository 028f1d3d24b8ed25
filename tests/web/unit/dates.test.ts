import assert from "node:assert/strict";
import { test } from "node:test";
import type { Precision } from "../../../web/src/api/types";
import { kEnglish } from "../../../web/src/strings/en";
import { kVietnamese } from "../../../web/src/strings/vi";
import { date_parts, machine_date, read_written_date, short_date } from "../../../web/src/text/dates";

const dated = (date: string, precision: Precision, time: string | null = null) => ({ date, time, precision });
const in_words = (date: string, precision: Precision, time: string | null = null) => {
  const parts = date_parts(dated(date, precision, time));
  assert.ok(parts);
  return [kVietnamese.date(parts), kEnglish.date(parts)];
};

test("a date is said at its precision", () => {
  assert.deepEqual(in_words("2023", "year"), ["năm 2023", "2023"]);
  assert.deepEqual(in_words("2023-04", "quarter"), ["quý II/2023", "Q2 2023"]);
  assert.deepEqual(in_words("2023-05", "month"), ["tháng 5/2023", "May 2023"]);
  assert.deepEqual(in_words("2023-05-08", "day"), ["8/5/2023", "8 May 2023"]);
  assert.deepEqual(in_words("2022-06-22", "second", "09:00:00"), ["09:00, 22/6/2022", "22 June 2022, 09:00"]);
});

test("nothing finer than the precision is shown, whatever else is sent", () => {
  assert.deepEqual(in_words("2023-05-08", "month"), ["tháng 5/2023", "May 2023"]);
  assert.deepEqual(in_words("2023-05-08", "year"), ["năm 2023", "2023"]);
  assert.deepEqual(in_words("2023-05-08", "day", "09:00"), ["8/5/2023", "8 May 2023"]);
});

test("nothing finer than the date is invented, whatever the precision says", () => {
  assert.deepEqual(in_words("2023", "day"), ["năm 2023", "2023"]);
  assert.deepEqual(in_words("2023-05", "second"), ["tháng 5/2023", "May 2023"]);
});

test("what is not a date of the API has no parts", () => {
  assert.equal(date_parts(dated("hôm qua", "day")), null);
});

test("the machine-readable date keeps the precision too", () => {
  assert.equal(machine_date(dated("2023", "year")), "2023");
  assert.equal(machine_date(dated("2023-04", "quarter")), "");
  assert.equal(machine_date(dated("2023-05-08", "day")), "2023-05-08");
  assert.equal(machine_date(dated("2023-05-08", "minute", "14:30")), "2023-05-08T14:30+07:00");
});

for (const [written, iso] of [
  ["2023", "2023"],
  ["2023-05", "2023-05"],
  ["2023-05-08", "2023-05-08"],
  ["5/2023", "2023-05"],
  ["8/5/2023", "2023-05-08"],
  [" 08.05.2023 ", "2023-05-08"],
  ["29/2/2024", "2024-02-29"],
  ["", ""],
] as const) {
  test(`a reader may write "${written}"`, () => assert.equal(read_written_date(written), iso));
}

for (const written of ["2023-13", "30/2/2023", "29/2/2023", "0/5/2023", "2023-00", "23", "mai", "8/5", "0999"]) {
  test(`"${written}" is refused as a date`, () => assert.equal(read_written_date(written), null));
}

test("a chip says dates the Vietnamese way", () => {
  assert.equal(short_date("2023"), "2023");
  assert.equal(short_date("2023-05"), "5/2023");
  assert.equal(short_date("2023-05-08"), "8/5/2023");
  assert.equal(short_date("2023-xx"), "2023-xx");
});
