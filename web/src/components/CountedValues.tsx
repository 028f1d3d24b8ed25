import type { FacetValue, OfficialValue } from "../api/types";
import { Link } from "./Link";
import { PostLink } from "./PostLink";
import { use_strings } from "./app_context";

interface Props {
  id: string;
  title: string;
  values: readonly (FacetValue | OfficialValue)[];
  address: (value: string) => string;
  /** What is counted; articles unless something else is. */
  words?: (count: number) => string;
}

/** A section of names, each a link with its count; the post of an official leads to its own page. */
export function CountedValues({ id, title, values, address, words }: Props) {
  const strings = use_strings();
  const counted = words ?? strings.articles;
  if (values.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="counted">
        {values.map((one) => (
          <li key={one.value}>
            <span lang="vi">
              <Link class="counted-name" to={address(one.value)}>
                {one.label}
              </Link>
              <span class="value-note">
                {"post" in one && one.post !== null ? <PostLink {...one.post}>{one.detail}</PostLink> : one.detail}
              </span>
            </span>
            <span class="value-count" role="img" aria-label={counted(one.count)}>
              {strings.number(one.count)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
