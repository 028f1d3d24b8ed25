import { kLanguages } from "../strings/language";
import type { Strings } from "../strings/strings";
import { use_strings } from "./app_context";

export function SiteFooter({ choose }: { choose: (language: Strings) => void }) {
  const strings = use_strings();
  return (
    <footer class="site-footer">
      <p>{strings.footer}</p>
      <div class="languages" role="group" aria-label={strings.choose_language}>
        {kLanguages.map((language) => (
          <button
            key={language.language}
            type="button"
            lang={language.language}
            aria-pressed={language === strings}
            onClick={() => choose(language)}
          >
            {language.language_name}
          </button>
        ))}
      </div>
    </footer>
  );
}
