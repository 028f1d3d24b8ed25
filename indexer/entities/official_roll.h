// Mentions of officials in one article -> each person once, posts written out.

#ifndef TINLANG_INDEXER_ENTITIES_OFFICIAL_ROLL_H_
#define TINLANG_INDEXER_ENTITIES_OFFICIAL_ROLL_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/entities.h"
#include "indexer/entities/official_finder.h"
#include "indexer/entities/post_table.h"
#include "indexer/gazetteer/gazetteer.h"

namespace tinlang::entities {

// What the article says about places, for posts that leave theirs out.
struct RollContext {
  const PostTable& table;
  const gazetteer::Gazetteer& gazetteer;
  std::optional<gazetteer::UnitId> main_place;
  // The unit meant by a place name with these candidates; nullopt when undecided.
  std::function<std::optional<gazetteer::UnitId>(const std::vector<gazetteer::UnitId>&)> resolve;
};

// People in the order of their first mention, each with all distinct posts.
// What a post leaves out is taken from the same person's other posts, then
// from the party committee that the article mostly speaks of, else stays out;
// a post that is not whole even then is dropped, with its person if it was the only one.
std::vector<Official> call_roll(const std::vector<OfficialMention>& mentions,
                                const RollContext& context);

// A stable name for "the official called `name` in `place`": a slug of the
// folded name and 32 bits of a hash of name key and place. `place` is a
// gazetteer code or empty.
std::string official_id(std::string_view name, std::string_view place);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_OFFICIAL_ROLL_H_
