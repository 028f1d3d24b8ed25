// Markup written to be dear. What a tree costs is the number of its nodes times their depth, so
// both are counted; no test depends on a clock.

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/article/html_tree.h"
#include "indexer/article/markup_filter.h"
#include "indexer/article/open_elements.h"

namespace tinlang::article {
namespace {

struct HostileCase {
  std::string name;
  std::string unit;
};
void PrintTo(const HostileCase& test, std::ostream* out) { *out << test.name; }

std::string page_of(const std::string& unit, std::size_t times) {
  std::string page = "<html><body>";
  for (std::size_t i = 0; i < times; ++i) page += unit;
  return page + "<p>Tin</p></body></html>";
}

struct TreeSize {
  std::size_t nodes = 0;
  std::size_t depth = 0;
};

TreeSize measure(const HtmlTree& tree) {
  TreeSize size;
  std::vector<std::pair<const GumboNode*, std::size_t>> waiting = {{tree.root(), 1}};
  while (!waiting.empty()) {
    const auto [node, depth] = waiting.back();
    waiting.pop_back();
    ++size.nodes;
    size.depth = std::max(size.depth, depth);
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
    for (unsigned int i = 0; i < node->v.element.children.length; ++i) {
      waiting.emplace_back(static_cast<const GumboNode*>(node->v.element.children.data[i]),
                           depth + 1);
    }
  }
  return size;
}

class HostileMarkupTest : public testing::TestWithParam<HostileCase> {};

TEST_P(HostileMarkupTest, GrowsNoFasterThanThePage) {
  constexpr std::size_t kTimes = 4'000;
  constexpr std::size_t kMore = 8;
  std::vector<std::size_t> nodes;
  for (const std::size_t times : {kTimes, kTimes * kMore}) {
    const std::string page = page_of(GetParam().unit, times);
    constexpr std::size_t kBreaks = 9;  // "<br><br>" where a box would nest too deep
    EXPECT_LE(filter_markup(page).markup.size(), page.size() + times * kBreaks);
    const auto tree = HtmlTree::parse(page);
    ASSERT_TRUE(tree) << tree.error().message;
    const TreeSize size = measure(*tree);
    constexpr std::size_t kImplied = 2;  // a row brings the tbody that it implies
    EXPECT_LE(size.depth, kMaxDepth * kImplied);
    EXPECT_LE(size.nodes, page.size());
    nodes.push_back(size.nodes);
  }
  EXPECT_LE(nodes[1], nodes[0] * (kMore + 1));
}

INSTANTIATE_TEST_SUITE_P(
    Units, HostileMarkupTest,
    testing::Values(HostileCase{"OpenDrawings", "<svg>"}, HostileCase{"Drawings", "<svg></svg>"},
                    HostileCase{"NestedDrawings", "<svg><svg></svg></svg>"},
                    HostileCase{"ScriptsThatWriteScripts",
                                "<script>document.write('<script>x<\\/script>')</script>"},
                    HostileCase{"ScriptsInComments", "<script><!-- <script></script>"},
                    HostileCase{"OpenBoxes", "<div>"}, HostileCase{"BoxesWithText", "<div>a"},
                    HostileCase{"BoldBoxes", "<b><p>"}, HostileCase{"Fonts", "<font size=1>a"},
                    HostileCase{"CrossedTags", "<i>a</b>"},
                    HostileCase{"Tables", "<table><tr><td>"},
                    HostileCase{"TextInTables", "<table>x"}, HostileCase{"Lists", "<ul><li>a"},
                    HostileCase{"Links", "<a href=http://a.vn/x>a"},
                    HostileCase{"Forms", "<form><p>"}, HostileCase{"Buttons", "<button>a"},
                    HostileCase{"Formulas", "<math><mi>"}, HostileCase{"EndsOnly", "</p>"},
                    HostileCase{"Less", "<"}, HostileCase{"Breaks", "a<br>"},
                    HostileCase{"Comments", "<!-- -->"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace tinlang::article
