import { useEffect, useState } from "preact/hooks";
import { type QueryState, change_query, results_address } from "../state/query_state";
import { read_written_date, short_date } from "../text/dates";
import { use_app } from "./app_context";

interface FieldProps {
  id: string;
  label: string;
  written: string;
  wrong: boolean;
  write: (text: string) => void;
}

function DateField({ id, label, written, wrong, write }: FieldProps) {
  return (
    <label class="date-field">
      <span>{label}</span>
      <input
        id={id}
        type="text"
        value={written}
        autocomplete="off"
        aria-describedby={wrong ? "date-wrong" : "date-hint"}
        aria-invalid={wrong}
        onInput={(event) => write(event.currentTarget.value)}
      />
    </label>
  );
}

/** The span of time as text: a year, a month or a day at each end, either end open. */
export function DateRange({ query }: { query: QueryState }) {
  const { navigation, strings } = use_app();
  const [from, set_from] = useState("");
  const [to, set_to] = useState("");
  const [wrong, set_wrong] = useState<string | null>(null);
  useEffect(() => {
    set_from(short_date(query.from));
    set_to(short_date(query.to));
    set_wrong(null);
  }, [query.from, query.to]);

  const submit = (event: Event) => {
    event.preventDefault();
    const bad = [from, to].find((written) => read_written_date(written) === null) ?? null;
    set_wrong(bad);
    if (bad !== null) {
      document.getElementById(bad === from ? "date-from" : "date-to")?.focus();
      return;
    }
    const span = { from: read_written_date(from) ?? "", to: read_written_date(to) ?? "" };
    navigation.go(results_address(change_query(query, span)), "stay");
  };
  return (
    <form class="date-range" onSubmit={submit}>
      <DateField id="date-from" label={strings.from} written={from} wrong={wrong === from} write={set_from} />
      <DateField id="date-to" label={strings.to} written={to} wrong={wrong === to} write={set_to} />
      <button type="submit" id="date-apply">
        {strings.apply}
      </button>
      {wrong === null ? (
        <p id="date-hint" class="hint">
          {strings.date_hint}
        </p>
      ) : (
        <p id="date-wrong" class="wrong" role="alert">
          {strings.bad_date(wrong)}
        </p>
      )}
    </form>
  );
}
