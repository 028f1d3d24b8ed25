import type { PlaceAnswer } from "../api/types";
import { type CoverageRow, type MonthCell, count_gaps, coverage_rows } from "../facets/coverage";
import { period_words } from "../text/dates";
import { Link } from "./Link";
import { use_strings } from "./app_context";

// Counts above this are set smaller where a cell is narrow.
const kRoomyCount = 999;

interface CellProps {
  cell: MonthCell;
  address: (period: string) => string;
}

function Cell({ cell, address }: CellProps) {
  const strings = use_strings();
  const { places } = strings;
  const month = period_words(cell.month, strings.date);
  if (cell.state === "outside") return <td class="month outside" />;
  if (cell.state === "gap") {
    return (
      <td class="month gap" title={`${month}: ${places.cell_gap}`}>
        <span class="unseen">{places.cell_gap}</span>
      </td>
    );
  }
  if (cell.state === "none") {
    const words = places.cell_none(cell.archived);
    return (
      <td class="month none" title={`${month}: ${words}`}>
        <span aria-hidden="true">0</span>
        <span class="unseen">{words}</span>
      </td>
    );
  }
  const words = `${month}: ${places.cell_some(cell.count, cell.archived)}`;
  return (
    <td class="month some">
      <Link to={address(cell.month)} aria-label={words} title={words}>
        <span class={cell.count > kRoomyCount ? "month-count long" : "month-count"}>{cell.count}</span>
        <span class="month-bar" style={{ height: `${cell.share * 1.6}rem` }} />
      </Link>
    </td>
  );
}

function Row({ row, address }: { row: CoverageRow; address: (period: string) => string }) {
  const strings = use_strings();
  if (row.cells.length === 0) {
    return (
      <tr>
        <th scope="row">{row.from === row.to ? row.from : `${row.from}–${row.to}`}</th>
        <td class="gap gap-years" colSpan={12}>
          <span>{strings.places.cell_gap}</span>
        </td>
        <td class="sum">–</td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{row.from}</th>
      {row.cells.map((cell) => (
        <Cell key={cell.month} cell={cell} address={address} />
      ))}
      <td class="sum">
        {row.count === 0 ? (
          0
        ) : (
          <Link to={address(String(row.from))} aria-label={strings.bar(String(row.from), row.count)}>
            {strings.number(row.count)}
          </Link>
        )}
      </td>
    </tr>
  );
}

function GapList({ gaps }: { gaps: PlaceAnswer["gaps"] }) {
  const strings = use_strings();
  const month = (period: string) => period_words(period, strings.date);
  if (gaps.length === 0) return null;
  return (
    <details class="gap-list">
      <summary>{strings.places.gap_list}</summary>
      <p>{gaps.map(({ from, to }) => strings.span(month(from), month(to))).join("; ")}.</p>
    </details>
  );
}

/** The place month by month, in which nothing found and nothing kept are told apart. */
export function CoverageTable({ of: place, address }: { of: PlaceAnswer; address: (period: string) => string }) {
  const strings = use_strings();
  const { places } = strings;
  const [first, last] = [place.months[0], place.months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const gaps = count_gaps(place.months);
  const month = (period: string) => period_words(period, strings.date);
  return (
    <section class="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{places.coverage}</h2>
      <p>{places.coverage_span(month(first.month), month(last.month), gaps)}</p>
      <table aria-labelledby="coverage-title">
        <thead>
          <tr>
            <th scope="col">{places.year}</th>
            {places.months.map((name, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
            <th scope="col" class="sum">
              {places.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {coverage_rows(place.months).map((row) => (
            <Row key={row.from} row={row} address={address} />
          ))}
        </tbody>
      </table>
      <ul class="legend">
        <li>
          <span class="swatch some" aria-hidden="true" /> {places.coverage_legend.some}
        </li>
        <li>
          <span class="swatch none" aria-hidden="true">
            0
          </span>{" "}
          {places.coverage_legend.none}
        </li>
        <li>
          <span class="swatch gap" aria-hidden="true" /> {places.coverage_legend.gap}
        </li>
      </ul>
      <GapList gaps={place.gaps} />
      {place.vague > 0 && <p class="empty">{places.vague(place.vague)}</p>}
      {place.undated > 0 && <p class="empty">{strings.undated(place.undated)}</p>}
    </section>
  );
}
