import { Link } from "./Link";
import { use_strings } from "./app_context";

/** Behind a name that leads to a page: the way to the articles that name it. */
export function NarrowLink({ to, name }: { to: string; name: string }) {
  const strings = use_strings();
  const words = strings.narrow_to(name);
  return (
    <Link class="narrow" to={to} title={words} aria-label={words} lang={strings.language}>
      {strings.narrow}
    </Link>
  );
}
