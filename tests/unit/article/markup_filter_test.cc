// What of a page's markup reaches the tree builder, and how styles are read on the way.

#include "indexer/article/markup_filter.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/article/element_style.h"
#include "indexer/article/kept_attributes.h"
#include "indexer/article/open_elements.h"

namespace tinlang::article {
namespace {

using ::testing::HasSubstr;

TEST(ReadStyle, KnowsWhatItSaysOfText) {
  EXPECT_TRUE(read_style("color:red; DISPLAY : none !important").hidden);
  EXPECT_TRUE(read_style("visibility:hidden").hidden);
  EXPECT_TRUE(read_style("font-weight: 700; font-style:italic").bold);
  EXPECT_TRUE(read_style("font-weight: 700; font-style:italic").italic);
  EXPECT_EQ(read_style("font-family:&quot;Times New Roman&quot;;text-align:center").align,
            Align::kCenter);
  EXPECT_EQ(read_style("text-align:center;text-align:justify").align, Align::kNone);
  EXPECT_EQ(read_style("display:block;x-text-align:right;text-align"), ElementStyle());
}

TEST(ReadStyle, SurvivesItsCode) {
  for (const char* css : {"", "display:none", "text-align:right;font-weight:bold",
                          "text-align:left;font-style:italic", "text-align:center"}) {
    EXPECT_EQ(style_of_code(code_of(read_style(css))), read_style(css)) << css;
  }
  EXPECT_EQ(code_of(read_style("color:red")), "");
}

// The markup with its stand-ins written out.
std::string filtered(const std::string& page) {
  const FilteredMarkup result = filter_markup(page);
  std::string whole;
  result.stand_ins.for_each_piece(result.markup, [&](std::string_view piece) { whole += piece; });
  return whole;
}

TEST(FilterMarkup, LeavesTagsAndTextOfWrittenPagesAlone) {
  std::string page = "<!DOCTYPE html><ul>";
  for (int i = 0; i < 3000; ++i) {
    page +=
        "<li><a lang='menu>y'>t</a><p>a<br><o:p></o:p>a long text &amp; more &#225;<p>b<td>c<tr>";
  }
  EXPECT_EQ(filtered(page), page);
}

TEST(FilterMarkup, LeavesOutWhatNobodyReads) {
  EXPECT_EQ(
      filtered("<p onclick='a>b' class=menu>Long enough<!-- no --> text<script>x<b></script>"),
      "<p h=1>Long enough text");
  EXPECT_EQ(filtered("<p class=col-9 id=x class=menu><time class=x>a</time>"),
            "<p><time class=x>a</time>");
  EXPECT_EQ(filtered("<!--> a <!-- b --!> c <?xml d?> e </ f> g <![CDATA[ h ]]>"), " a  c  e  g ");
  EXPECT_EQ(filtered("<svg><path d='M0 0'/></svg>a<input value='b'>c<style>p{}</style>"), "ac");
  EXPECT_EQ(filtered("<link rel=stylesheet href=a><link rel=canonical href=b>"),
            "<link rel=canonical href=b>");
  EXPECT_EQ(filtered("<a href='/tin/1'>a</a><a href='/k.PDF'>b</a>"),
            "<a>a</a><a href='/k.PDF'>b</a>");
  EXPECT_EQ(filtered("<p style='color:red; Text-Align : CENTER'>a<p style='color:red'>b"),
            "<p style=c>a<p>b");
}

TEST(FilterMarkup, KeepsJsonLd) {
  EXPECT_EQ(filtered("<script type='application/ld+json'>{\"a\":\"<!-- \"}</script>b"),
            "<script type=\"application/ld+json\">{\"a\":\"<!-- \"}</script>b");
}

TEST(FilterMarkup, ReadsScriptsThatWriteScripts) {
  EXPECT_EQ(filtered("a<script><!-- w('<script>x</script>') --></script>b"), "ab");
}

TEST(FilterMarkup, FoldsWhiteSpaceOutsidePreformattedText) {
  EXPECT_EQ(filtered("<p>\n\t a  </p>\n\n<pre>\n a\n  b\n</pre>\n"),
            "<p>a </p> <pre>\n a\n  b\n</pre> ");
}

// A tree builder passes over an end tag that ends nothing, and the words around it are two.
TEST(FilterMarkup, KeepsSpaceThatMayStandInALine) {
  EXPECT_EQ(filtered("<div> a <i> b</i> </div> c </li> d <td> e <p> f"),
            "<div>a <i> b</i> </div> c </li> d <td> e<p>f");
}

TEST(FilterMarkup, LeavesOutWrappersOfNothingButText) {
  EXPECT_EQ(filtered("<p><span><font face=x>a</font></span> </p>"), "<p>a </p>");
  EXPECT_EQ(filtered("<li><a><span>a</span></a></li>"), "<li><a>a</a></li>");
}

TEST(FilterMarkup, KeepsWrappersThatCutALineOrSaySomething) {
  for (const char* page :
       {"<p><span>a</span>b</p>", "<p>a<span>b</span></p>", "<p><br><span>a</span></p>",
        "<p><span><b>a</b></span></p>", "<p><span>a</span><br></p>"}) {
    EXPECT_EQ(filtered(page), page);
  }
  EXPECT_EQ(filtered("<p><span class=datetime>a</span></p>"), "<p><span h=200>a</span></p>");
}

TEST(FilterMarkup, WritesLongValuesAsStandIns) {
  const FilteredMarkup result = filter_markup(
      "<meta name=description content='a long text'><meta name=a content='a &amp; another text'>");
  EXPECT_EQ(result.stand_ins.written("\xF3\xB0\x80\x80"), "a long text");
  EXPECT_EQ(result.stand_ins.written("\xF3\xB0\x80\x81"), "\xF3\xB0\x80\x81");
  EXPECT_THAT(result.markup, HasSubstr("content=\xF3\xB0\x80\x80>"));
  EXPECT_THAT(result.markup, HasSubstr("content='a &amp; another text'>"));
}

TEST(FilterMarkup, TellsStandInsFromPrivateCharactersOfThePage) {
  EXPECT_EQ(filtered("a text \xF3\xB0\x80\x80 of its own<b>\xF3\xB0\x80\x80</b>"),
            "a text \xF3\xB0\x80\x80 of its own<b>\xF3\xB0\x80\x80</b>");
}

TEST(FilterMarkup, DropsWhatNestsTooDeep) {
  std::string page;
  for (std::size_t i = 0; i < kMaxDepth + 2; ++i) page += "<b>";
  EXPECT_EQ(filtered(page + "text").size(), 3 * kMaxDepth + 4);
}

TEST(FilterMarkup, DropsHugeAttributesAndKeepsText) {
  const std::string page = "<p class='" + std::string(kMaxValueBytes + 1, 'A') + "'>text";
  EXPECT_EQ(filtered(page), "<p>text");
}

}  // namespace
}  // namespace tinlang::article
