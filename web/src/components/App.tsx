import { useEffect, useMemo, useState } from "preact/hooks";
import type { AnswerCache } from "../state/answer_cache";
import type { LabelBook } from "../state/label_book";
import type { Navigation } from "../state/navigation";
import type { Route } from "../state/route";
import { keep_language, read_language } from "../strings/language";
import type { Strings } from "../strings/strings";
import { ArticlePage } from "./ArticlePage";
import { OfficialPage } from "./OfficialPage";
import { PlacePage } from "./PlacePage";
import { PostPage } from "./PostPage";
import { ResultsPage } from "./ResultsPage";
import { SiteFooter } from "./SiteFooter";
import { StartPage } from "./StartPage";
import { UnknownPage } from "./UnknownPage";
import { AppContext } from "./app_context";

interface Props {
  navigation: Navigation;
  answers: AnswerCache;
  labels: LabelBook;
}

function View({ route }: { route: Route }) {
  switch (route.view) {
    case "start":
      return <StartPage />;
    case "results":
      return <ResultsPage query={route.query} />;
    case "article":
      return <ArticlePage key={route.id} id={route.id} query={route.query} />;
    case "place":
      return <PlacePage key={route.code} code={route.code} mentions={route.mentions} />;
    case "official":
      return <OfficialPage key={route.id} id={route.id} />;
    case "post":
      return <PostPage key={`${route.slug} ${route.locality}`} slug={route.slug} locality={route.locality} />;
    case "unknown":
      return <UnknownPage />;
  }
}

// By hand, because following the fragment would add a step to the history.
function skip_to_content(event: Event) {
  event.preventDefault();
  document.getElementById("content")?.focus();
}

export function App({ navigation, answers, labels }: Props) {
  const [route, set_route] = useState(navigation.route);
  const [strings, set_strings] = useState(read_language);
  useEffect(() => navigation.subscribe(() => set_route(navigation.route)), [navigation]);
  useEffect(() => {
    document.documentElement.lang = strings.language;
  }, [strings]);

  const tools = useMemo(() => ({ navigation, answers, labels, strings }), [navigation, answers, labels, strings]);
  const choose = (language: Strings) => {
    keep_language(language);
    set_strings(language);
  };
  return (
    <AppContext.Provider value={tools}>
      <a class="skip" href="#content" onClick={skip_to_content}>
        {strings.skip_to_content}
      </a>
      <View route={route} />
      <SiteFooter choose={choose} />
    </AppContext.Provider>
  );
}
