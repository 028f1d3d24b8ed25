import type { Bar } from "../facets/periods";
import { date_parts } from "../text/dates";
import { Link } from "./Link";
import { use_strings } from "./app_context";

// With more bars than this there is only room to name some of them.
const kNamedBars = 14;

interface Props {
  title: string;
  bars: readonly Bar[];
  /** The one period that is chosen, or empty. */
  exact: string;
  address: (period: string) => string;
}

function short_name(period: string): string {
  return period.length > 4 ? String(Number(period.slice(5))) : `’${period.slice(2)}`;
}

function is_named(bars: readonly Bar[], index: number): boolean {
  if (bars.length <= kNamedBars) return true;
  return Number(bars[index]?.value) % 5 === 0;
}

/** Counts as bars; each is a link that narrows the question to its period. */
export function Histogram({ title, bars, exact, address }: Props) {
  const strings = use_strings();
  const words = (bar: Bar) => {
    const precision = bar.value.length > 4 ? ("month" as const) : ("year" as const);
    const parts = date_parts({ date: bar.value, time: null, precision });
    return strings.bar(parts === null ? bar.value : strings.date(parts), bar.count);
  };
  return (
    <figure class="histogram">
      <figcaption>{title}</figcaption>
      <ol>
        {bars.map((bar, index) => (
          <li key={bar.value}>
            <Link
              id={`bar-${bar.value}`}
              class={bar.chosen ? "bar" : "bar bar-outside"}
              to={address(bar.value)}
              arrival="stay"
              aria-label={words(bar)}
              {...(bar.value === exact ? { "aria-current": "true" as const } : {})}
            >
              <span class="bar-words" aria-hidden="true">
                {words(bar)}
              </span>
              <span class="bar-space" aria-hidden="true">
                <span class={bar.count === 0 ? "bar-fill bar-none" : "bar-fill"} style={{ height: `${bar.share * 100}%` }} />
              </span>
              <span class="bar-name" aria-hidden="true">
                {is_named(bars, index) ? short_name(bar.value) : "\u00a0"}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </figure>
  );
}
