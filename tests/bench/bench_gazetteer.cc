// How long the tables of units and of posts take to load: what every start of the programs waits
// for. searchd loads the gazetteer alone, the indexer both.

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "indexer/entities/recognizer.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/text/syllable.h"

namespace tinlang::gazetteer {
namespace {

const std::filesystem::path kData = std::filesystem::path(TINLANG_SOURCE_DIR) / "data";

Gazetteer load() {
  auto gazetteer = Gazetteer::load(kData);
  if (!gazetteer) {
    std::cerr << gazetteer.error().message << '\n';
    std::exit(EXIT_FAILURE);
  }
  return std::move(*gazetteer);
}

void BM_LoadGazetteer(benchmark::State& state) {
  for ([[maybe_unused]] auto iteration : state) benchmark::DoNotOptimize(load());
}
BENCHMARK(BM_LoadGazetteer)->Unit(benchmark::kMillisecond);

void BM_LoadRecognizer(benchmark::State& state) {
  const Gazetteer gazetteer = load();
  for ([[maybe_unused]] auto iteration : state) {
    auto recognizer = entities::Recognizer::load(kData, gazetteer);
    if (!recognizer) state.SkipWithError(recognizer.error().message.c_str());
    benchmark::DoNotOptimize(recognizer);
  }
}
BENCHMARK(BM_LoadRecognizer)->Unit(benchmark::kMillisecond);

void BM_FindName(benchmark::State& state) {
  const Gazetteer gazetteer = load();
  std::vector<std::string> keys;
  for (const Unit& unit : gazetteer.units()) keys.push_back(text::canonical_key(unit.name));
  for ([[maybe_unused]] auto iteration : state) {
    for (const auto& key : keys) benchmark::DoNotOptimize(gazetteer.find_name(key));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(keys.size()));
}
BENCHMARK(BM_FindName)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tinlang::gazetteer
