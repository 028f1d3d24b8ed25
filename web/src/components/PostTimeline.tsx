import type { PostAnswer } from "../api/types";
import { type Silence, type Stretch, type Tenure, type Timeline, timeline } from "../facets/tenures";
import { official_address } from "../state/query_state";
import { period_words } from "../text/dates";
import { Link } from "./Link";
import { PlaceWords } from "./PlaceWords";
import { ProofSpan } from "./ProofSpan";
import { use_strings } from "./app_context";

function at({ left, width }: Stretch) {
  return { left: `${left * 100}%`, width: `${width * 100}%` };
}

/** A picture of what the words beside it say. */
function Track({ of: tenure, gaps }: { of: Tenure; gaps: Timeline["gaps"] }) {
  if (tenure.span === null) return null;
  return (
    <div class="track" aria-hidden="true">
      {gaps.map((gap) => (
        <span key={gap.left} class="track-gap" style={at(gap)} />
      ))}
      <span class="track-span" style={at(tenure.span)} />
      {tenure.proofs.map((proof) => (
        <span key={proof.left} class="track-proof" style={at(proof)} />
      ))}
    </div>
  );
}

function Years({ of: years }: { of: Timeline["years"] }) {
  if (years.length === 0) return null;
  return (
    <div class="track-years" aria-hidden="true">
      {years.map(({ year, left }) => (
        <span key={year} style={{ left: `${left * 100}%` }}>
          {year}
        </span>
      ))}
    </div>
  );
}

interface HolderProps {
  of: Tenure;
  gaps: Timeline["gaps"];
  /** Code of the page's place; of another one (it went into this one, or came from it) the name is said. */
  here: string;
}

function Holder({ of: tenure, gaps, here }: HolderProps) {
  const strings = use_strings();
  const { holder } = tenure;
  const elsewhere = holder.place !== null && holder.place.code !== here;
  const inside = strings.held.inside(tenure.silent, tenure.unarchived);
  return (
    <li class="holder">
      <p>
        <Link class="holder-name" to={official_address(holder.person.id)} lang="vi">
          {holder.person.name}
        </Link>
        {elsewhere && " · "}
        {elsewhere && <PlaceWords place={holder.place} holders={holder.holders} />}
      </p>
      <p class="post-span">
        <ProofSpan of={holder} />
      </p>
      <Track of={tenure} gaps={gaps} />
      {inside !== "" && <p class="hint">{inside}</p>}
    </li>
  );
}

function Nobody({ of: silence }: { of: Silence }) {
  const strings = use_strings();
  const month = (period: string) => period_words(period, strings.date);
  return (
    <li class="silence">
      {strings.held.silence(month(silence.from), month(silence.to), silence.months, silence.unarchived)}
    </li>
  );
}

/** The holders of a post in order, and the times in which nobody is named for it. */
export function PostTimeline({ of: post }: { of: PostAnswer }) {
  const strings = use_strings();
  const { held } = strings;
  const { rows, gaps, years } = timeline(post);
  const here = post.place?.code ?? "";
  const drawn = years.length > 0 || rows.some((row) => row.kind === "holder" && row.span !== null);
  return (
    <section class="tenures" aria-labelledby="holders-title">
      <h2 id="holders-title">{held.holders}</h2>
      <p class="hint">{held.holders_hint}</p>
      {!post.one_holder && post.holders.length > 1 && here !== "" && <p class="hint">{held.several_holders}</p>}
      <Years of={years} />
      <ol class="posts">
        {rows.map((row) =>
          row.kind === "silence" ? (
            <Nobody key={row.from} of={row} />
          ) : (
            <Holder key={`${row.holder.person.id} ${row.holder.place?.code ?? ""}`} of={row} gaps={gaps} here={here} />
          ),
        )}
      </ol>
      {drawn && (
        <ul class="legend" aria-hidden="true">
          <li>
            <span class="swatch proof" /> {held.legend.proof}
          </li>
          <li>
            <span class="swatch span" /> {held.legend.span}
          </li>
          {gaps.length > 0 && (
            <li>
              <span class="swatch gap" /> {held.legend.gap}
            </li>
          )}
        </ul>
      )}
      {post.holders_total > post.holders.length && <p>{held.only_first(post.holders.length, post.holders_total)}</p>}
      {post.vague > 0 && <p class="empty">{held.vague(post.vague)}</p>}
      {post.undated > 0 && <p class="empty">{strings.undated(post.undated)}</p>}
    </section>
  );
}
