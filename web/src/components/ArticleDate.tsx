import type { VagueDate } from "../api/types";
import { date_parts, machine_date } from "../text/dates";
import { use_strings } from "./app_context";

/** A date in words, at the precision it is known to. */
export function ArticleDate({ date }: { date: VagueDate }) {
  const strings = use_strings();
  const parts = date_parts(date);
  const words = parts === null ? date.date : strings.date(parts);
  const machine = machine_date(date);
  return machine === "" ? <span>{words}</span> : <time dateTime={machine}>{words}</time>;
}
