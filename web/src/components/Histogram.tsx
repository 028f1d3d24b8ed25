import type { Interval } from "../api/types";
import type { Bar, Group, Span } from "../facets/steps";
import type { Strings } from "../strings/strings";
import { period_words, short_date } from "../text/dates";
import { Link } from "./Link";
import { use_strings } from "./app_context";

// With more bars than this there is only room to name some of them.
const kNamedBars = 14;

interface Props {
  title: string;
  interval: Interval;
  bars: readonly Bar[];
  /** The years or months under the bars; where there are none the bars are named themselves. */
  groups: readonly Group[];
  /** The one period that is chosen, or empty. */
  chosen: string;
  address: (span: Span) => string;
}

function bar_words({ from, to, count }: Bar, strings: Strings): string {
  const words = from === to ? period_words(from, strings.date) : strings.week(short_date(from), short_date(to));
  return strings.bar(words, count);
}

function short_name({ key }: Bar): string {
  return key.length > 4 ? String(Number(key.slice(key.lastIndexOf("-") + 1))) : `’${key.slice(2)}`;
}

function is_named(bars: readonly Bar[], index: number): boolean {
  if (bars.length <= kNamedBars) return true;
  const key = bars[index]?.key ?? "";
  return Number(key.slice(key.lastIndexOf("-") + 1)) % 5 === 0;
}

/** As long as there is room for; the link has the whole name anyway. */
function YearOfGroup({ year }: { year: string }) {
  return (
    <>
      <span class="group-long">{year}</span>
      <span class="group-short" aria-hidden="true">
        ’{year.slice(2)}
      </span>
    </>
  );
}

function GroupLinks({ groups, address }: Pick<Props, "groups" | "address">) {
  const strings = use_strings();
  const words = ({ period, count }: Group) => {
    const name = period_words(period, strings.date);
    return count === null ? name : strings.bar(name, count);
  };
  return (
    <ol class="bar-groups" aria-label={strings.periods}>
      {groups.map((group) => (
        <li key={group.period} style={{ flexGrow: group.bars }}>
          <Link
            id={`group-${group.period}`}
            to={address({ from: group.period, to: group.period })}
            arrival="stay"
            aria-label={words(group)}
            title={words(group)}
          >
            {group.period.length === 4 ? <YearOfGroup year={group.period} /> : Number(group.period.slice(5))}
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** Counts as bars; each is a link that narrows the question to its span. */
export function Histogram({ title, interval, bars, groups, chosen, address }: Props) {
  const strings = use_strings();
  return (
    <figure class={`histogram by-${interval}`}>
      <figcaption>{title}</figcaption>
      <ol class="bars">
        {bars.map((bar, index) => (
          <li key={bar.key}>
            <Link
              id={`bar-${bar.key}`}
              class="bar"
              to={address(bar)}
              arrival="stay"
              aria-label={bar_words(bar, strings)}
              {...(bar.key === chosen ? { "aria-current": "true" as const } : {})}
            >
              <span class="bar-words" aria-hidden="true">
                {bar_words(bar, strings)}
              </span>
              <span class="bar-space" aria-hidden="true">
                <span class={bar.count === 0 ? "bar-fill bar-none" : "bar-fill"} style={{ height: `${bar.share * 100}%` }} />
              </span>
              {groups.length === 0 && (
                <span class="bar-name" aria-hidden="true">
                  {is_named(bars, index) ? short_name(bar) : "\u00a0"}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ol>
      {groups.length > 0 && <GroupLinks groups={groups} address={address} />}
    </figure>
  );
}
