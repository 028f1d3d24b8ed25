import { useEffect, useRef } from "preact/hooks";
import { kEmptyQuery } from "../state/query_state";
import { Link } from "./Link";
import { SiteHeader } from "./SiteHeader";
import { use_app } from "./app_context";

export function UnknownPage() {
  const { navigation, strings } = use_app();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${strings.no_such_page} – ${strings.site}`;
    navigation.settle(heading.current);
  }, [strings, navigation]);
  return (
    <>
      <SiteHeader query={kEmptyQuery} />
      <main id="content" class="article" tabIndex={-1}>
        <h1 ref={heading} tabIndex={-1}>
          {strings.no_such_page}
        </h1>
        <p>
          <Link to="/">{strings.to_search}</Link>
        </p>
      </main>
    </>
  );
}
