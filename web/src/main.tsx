// The page: reads the address, asks searchd, shows the answer.

import { render } from "preact";
import { App } from "./components/App";
import { AnswerCache } from "./state/answer_cache";
import { LabelBook } from "./state/label_book";
import { Navigation } from "./state/navigation";
import "./styles/tokens.css";
import "./styles/page.css";
import "./styles/search.css";
import "./styles/results.css";
import "./styles/facets.css";
import "./styles/histogram.css";
import "./styles/article.css";
import "./styles/place.css";
import "./styles/official.css";
import "./styles/print.css";

const root = document.getElementById("page");
if (root !== null) {
  render(<App navigation={new Navigation()} answers={new AnswerCache()} labels={new LabelBook()} />, root);
}
