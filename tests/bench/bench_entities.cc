// Articles of the sample archive, each lengthened to about 3 KB, through the recognizer: all of it,
// reading the words alone, places alone, officials alone. One thread; articles a second are
// `items_per_second`.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "indexer/archive/page.h"
#include "indexer/article/html_extractor.h"
#include "indexer/entities/locality_finder.h"
#include "indexer/entities/locality_resolver.h"
#include "indexer/entities/official_finder.h"
#include "indexer/entities/official_roll.h"
#include "indexer/entities/post_table.h"
#include "indexer/entities/recognizer.h"

namespace tinlang::entities {
namespace {

const std::filesystem::path kRoot = TINLANG_SOURCE_DIR;
constexpr std::size_t kArticleBytes = 3000;

std::size_t size_of(const article::Article& article) {
  std::size_t bytes = article.title.size();
  for (const auto& paragraph : article.paragraphs) bytes += paragraph.size();
  for (const auto& caption : article.captions) bytes += caption.size();
  return bytes;
}

std::vector<article::Article> read_sample() {
  std::vector<article::Article> articles;
  for (const auto& file : std::filesystem::recursive_directory_iterator(kRoot / "data/sample")) {
    if (file.path().extension() != ".html") continue;
    archive::Page page;
    page.source = file.path().string();
    page.url = "https://" + file.path().parent_path().filename().string() + "/a.html";
    std::ifstream stream(file.path(), std::ios::binary);
    page.bytes.assign(std::istreambuf_iterator<char>(stream), {});
    if (auto article = article::extract_article(page)) articles.push_back(std::move(*article));
  }
  return articles;
}

// Paragraphs of the next article follow an article's own until it is as long as most are.
std::vector<article::Article> lengthened(std::vector<article::Article> articles) {
  const auto originals = articles;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (std::size_t next = i + 1; size_of(articles[i]) < kArticleBytes; ++next) {
      for (const auto& paragraph : originals[next % originals.size()].paragraphs) {
        if (size_of(articles[i]) >= kArticleBytes) break;
        articles[i].paragraphs.push_back(paragraph);
      }
    }
  }
  return articles;
}

struct Fixture {
  Fixture(gazetteer::Gazetteer gazetteer, Recognizer whole, PostTable table)
      : units(std::move(gazetteer)),
        recognizer(std::move(whole)),
        posts(std::move(table)),
        words(units, posts.vocabulary()),
        places(units, words),
        articles(lengthened(read_sample())) {
    for (const auto& article : articles) bytes += size_of(article);
  }

  gazetteer::Gazetteer units;
  Recognizer recognizer;
  PostTable posts;
  PlaceWords words;
  PlaceNames places;
  std::vector<article::Article> articles;
  std::size_t bytes = 0;
};

std::unique_ptr<const Fixture> load() {
  auto units = gazetteer::Gazetteer::load(kRoot / "data");
  if (!units) {
    std::cerr << units.error().message << '\n';
    std::exit(EXIT_FAILURE);
  }
  auto recognizer = Recognizer::load(kRoot / "data", *units);
  auto posts = PostTable::load(kRoot / "data");
  if (!recognizer || !posts) {
    std::cerr << "data/officials cannot be read\n";
    std::exit(EXIT_FAILURE);
  }
  return std::make_unique<const Fixture>(std::move(*units), std::move(*recognizer),
                                         std::move(*posts));
}

const Fixture& fixture() {
  static const auto loaded = load();
  return *loaded;
}

void count(benchmark::State& state, const Fixture& input) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(input.articles.size()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(input.bytes));
}

void BM_Everything(benchmark::State& state) {
  const Fixture& input = fixture();
  for ([[maybe_unused]] auto iteration : state) {
    for (const auto& article : input.articles) {
      benchmark::DoNotOptimize(input.recognizer.recognize(article));
    }
  }
  count(state, input);
}
BENCHMARK(BM_Everything)->Unit(benchmark::kMillisecond);

void BM_WordsAlone(benchmark::State& state) {
  const Fixture& input = fixture();
  for ([[maybe_unused]] auto iteration : state) {
    for (const auto& article : input.articles) {
      WordKeys keys = input.posts.make_keys();
      benchmark::DoNotOptimize(read_words(article.title, &keys));
      for (const auto& text : article.paragraphs) {
        benchmark::DoNotOptimize(read_words(text, &keys));
      }
      for (const auto& text : article.captions) benchmark::DoNotOptimize(read_words(text, &keys));
    }
  }
  count(state, input);
}
BENCHMARK(BM_WordsAlone)->Unit(benchmark::kMillisecond);

// Reading the words is part of both that follow.
void BM_PlacesAlone(benchmark::State& state) {
  const Fixture& input = fixture();
  for ([[maybe_unused]] auto iteration : state) {
    for (const auto& article : input.articles) {
      WordKeys keys = input.posts.make_keys();
      std::vector<PlaceMention> mentions;
      const auto find = [&](ArticlePart part, std::string_view text) {
        const auto words = read_words(text, &keys);
        const std::size_t offset = mentions.size();
        for (auto& mention : find_places(input.posts, input.places, words, part)) {
          if (mention.inside) *mention.inside += offset;
          mentions.push_back(std::move(mention));
        }
      };
      find(ArticlePart::kTitle, article.title);
      for (const auto& paragraph : article.paragraphs) find(ArticlePart::kBody, paragraph);
      for (const auto& caption : article.captions) find(ArticlePart::kCaption, caption);
      const PlaceContext context{input.units, input.units.find_host(article.site)};
      benchmark::DoNotOptimize(make_localities(resolve_places(mentions, context), input.units));
    }
  }
  count(state, input);
}
BENCHMARK(BM_PlacesAlone)->Unit(benchmark::kMillisecond);

void BM_OfficialsAlone(benchmark::State& state) {
  const Fixture& input = fixture();
  const PostGrammar grammar(input.posts, input.places);
  RollContext roll{input.posts, input.units, std::nullopt, {}};
  roll.resolve = [](const std::vector<gazetteer::UnitId>& units) {
    return std::optional(units.front());
  };
  for ([[maybe_unused]] auto iteration : state) {
    for (const auto& article : input.articles) {
      WordKeys keys = input.posts.make_keys();
      std::vector<OfficialMention> mentions;
      const auto find = [&](std::string_view text) {
        const auto words = read_words(text, &keys);
        for (auto& mention : find_officials(grammar, words)) mentions.push_back(std::move(mention));
      };
      for (const auto& paragraph : article.paragraphs) find(paragraph);
      for (const auto& caption : article.captions) find(caption);
      benchmark::DoNotOptimize(call_roll(mentions, roll));
    }
  }
  count(state, input);
}
BENCHMARK(BM_OfficialsAlone)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tinlang::entities
