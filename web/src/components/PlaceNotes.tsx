import { useState } from "preact/hooks";
import type { Place } from "../api/types";
import { place_address } from "../state/query_state";
import { period_words } from "../text/dates";
import { relation_of } from "../text/place_relation";
import { capitalised, name_with_kind, units_of } from "../text/unit_names";
import { Link } from "./Link";
import { PlaceRelation } from "./PlaceRelation";
import { use_strings } from "./app_context";

const kShownNotes = 3;

function PlaceNote({ of: place, mentions }: { of: Place; mentions: boolean }) {
  const strings = use_strings();
  const { places } = strings;
  const until = place.until === null ? null : places.until_day(period_words(place.until, strings.date));
  const since = place.since === null ? null : places.from_day(period_words(place.since, strings.date));
  const holders = [...place.holders].reverse().map(({ label }) => `, ${label}`);
  const related = relation_of(place).kind !== "none";
  return (
    <p class="place-note">
      <Link class="place-name" id={`note-${place.code}`} to={place_address(place.code, mentions)} lang="vi">
        {capitalised(name_with_kind(place.label, place.detail))}
        {holders}
      </Link>
      {(since ?? until) !== null && ` (${since ?? until})`}
      {related && ": "}
      <PlaceRelation of={place} mentions={mentions} />
      {place.through > 0 && ` ${places.through_sentence(place.through, place.total, units_of(place.code))}`}
    </p>
  );
}

/** One sentence about each unit asked for, by a filter or by name: under which other units its articles are found too. */
export function PlaceNotes({ of, mentions }: { of: readonly Place[]; mentions: boolean }) {
  const strings = use_strings();
  const [all, set_all] = useState(false);
  if (of.length === 0) return null;
  const hidden = all ? 0 : Math.max(0, of.length - kShownNotes);
  return (
    <section class="place-notes" aria-label={strings.places.relations}>
      {of.slice(0, of.length - hidden).map((place) => (
        <PlaceNote key={place.code} of={place} mentions={mentions} />
      ))}
      {hidden > 0 && (
        <button type="button" class="more" onClick={() => set_all(true)}>
          {strings.show_more(hidden)}
        </button>
      )}
    </section>
  );
}
