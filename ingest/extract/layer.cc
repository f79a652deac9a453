#include "ingest/extract/layer.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/extract/name_trie.h"

namespace sillok::ingest {
namespace {

bool IsMark(std::string_view surface) {
  constexpr std::u32string_view kMarks = U"\"'“”‘’「」『』〈〉《》";
  const DecodedRune rune = DecodeRune(surface, 0);
  return rune.length == surface.size() && kMarks.find(rune.code) != std::u32string_view::npos;
}

bool IsSubjectParticle(const Morpheme& morpheme, std::string_view surface) {
  return morpheme.Is("J") && (surface == "은" || surface == "는" || surface == "이" || surface == "가");
}

bool EndsPredicate(const Morpheme& morpheme) {
  return morpheme.tag.ends_with("EF") || morpheme.tag.ends_with("EC");
}

// For every quotation of the sentence, whether it is a layer. A word counts for the innermost one around it.
std::vector<bool> FindStatements(const Sentence& sentence, const std::vector<Quotation>& quotations,
                                 int begin, int end) {
  std::vector<bool> statement(end - begin, false);
  if (begin == end) return statement;
  for (int q = begin; q < end; ++q) {
    const QuoteLink link = FindQuoteLink(sentence.text, quotations[q].outer.end).kind;
    statement[q - begin] = quotations[q].doubled && (link == QuoteLink::kSay || link == QuoteLink::kAnd);
  }
  std::vector<int> open;
  int next = begin;
  for (const Morpheme& morpheme : sentence.morphemes) {
    const int at = morpheme.span.begin;
    while (!open.empty() && quotations[open.back()].inner.end <= at) open.pop_back();
    while (next < end && quotations[next].inner.begin <= at) {
      if (at < quotations[next].inner.end) open.push_back(next);
      ++next;
    }
    if (open.empty()) continue;
    if (EndsPredicate(morpheme) || IsSubjectParticle(morpheme, morpheme.span.In(sentence.text))) {
      statement[open.back() - begin] = true;
    }
  }
  return statement;
}

// One that is nothing else: 는 and a space.
bool StartsWithParticle(std::string_view text) {
  for (const std::string_view particle :
       {"은 ", "는 ", "이 ", "가 ", "을 ", "를 ", "의 ", "와 ", "과 ", "도 ", "에 "}) {
    if (text.starts_with(particle)) return true;
  }
  return false;
}

// Parentheses that open right after a letter, with what they hold.
std::vector<TextSpan> FindAsides(std::string_view text) {
  std::vector<TextSpan> asides;
  std::vector<int> open;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') open.push_back(static_cast<int>(i));
    if (text[i] != ')' || open.empty()) continue;
    const int begin = open.back();
    open.pop_back();
    if (begin == 0) continue;
    if (text[begin - 1] == ' ') {
      // 누리전자 (70,000원 ▼2,500)는: the particle belongs to the name before.
      if (begin > 1 && StartsWithParticle(text.substr(i + 1))) {
        while (!asides.empty() && asides.back().begin > begin) asides.pop_back();
        asides.push_back({begin, static_cast<int>(i) + 1});
      }
      continue;
    }
    const char32_t before = DecodeRuneBefore(text, begin).code;
    const bool glosses = IsHangulSyllable(before) ||
                         (before < 0x80 && isalnum(static_cast<int>(before)) != 0) || before == U'’' ||
                         before == U'\'' || before == U'”' || before == U'"';
    if (!glosses) continue;
    while (!asides.empty() && asides.back().begin > begin) asides.pop_back();
    asides.push_back({begin, static_cast<int>(i) + 1});
  }
  return asides;
}

QuoteLink LinkNamed(std::string_view name) {
  if (name == "say") return QuoteLink::kSay;
  return name == "and" ? QuoteLink::kAnd : QuoteLink::kOf;
}

const NameTrie& LinkRows() {
  static const auto* rows = [] {
    auto* trie = new NameTrie;
    const LexiconTable table = FindLexicon("quote_links");
    for (const LexiconRow& row : table.rows()) trie->Add(row[0], static_cast<int>(LinkNamed(row[1])));
    return trie;
  }();
  return *rows;
}

// One past a particle that may follow a link at `end`: 라고도.
int SkipLinkParticle(std::string_view text, int end) {
  for (const std::string_view particle : {"도", "는", "만", "까지"}) {
    if (text.substr(end).starts_with(particle)) return end + static_cast<int>(particle.size());
  }
  return end;
}

// A longer word is no link: 고객, 며칠. A verb may follow 고 and 라고 at once: 고했다.
bool EndsLink(std::string_view text, int end, QuoteLink kind) {
  const std::string_view after = text.substr(end);
  if (after.empty() || !IsHangulSyllable(DecodeRune(after, 0).code)) return true;
  return kind == QuoteLink::kSay && (after.starts_with("말") || after.starts_with("했") ||
                                     after.starts_with("밝") || after.starts_with("한다"));
}

}  // namespace

QuoteLinkMatch FindQuoteLink(std::string_view text, int at) {
  const bool space = at < static_cast<int>(text.size()) && text[at] == ' ';
  const size_t begin = at + (space ? 1 : 0);
  if (begin >= text.size()) return {};
  QuoteLinkMatch longest;
  LinkRows().Match(text, static_cast<int>(begin), [&](int end, int row) {
    const std::string_view form = text.substr(begin, end - begin);
    if (space && (form.size() == kSyllableBytes || form == "이란")) return;
    const auto kind = static_cast<QuoteLink>(row);
    const int link_end = SkipLinkParticle(text, end);
    if (EndsLink(text, link_end, kind)) longest = {.kind = kind, .end = link_end};
  });
  return longest;
}

SentenceLayers FindLayers(const Sentence& sentence, const std::vector<Quotation>& quotations, int begin,
                          int end) {
  SentenceLayers found;
  found.asides = FindAsides(sentence.text);
  found.layers.emplace_back().morphemes.reserve(sentence.morphemes.size());
  const std::vector<bool> statement = FindStatements(sentence, quotations, begin, end);
  std::vector<int> layer_of(end - begin, 0);
  for (int q = begin; q < end; ++q) {
    if (!statement[q - begin]) continue;
    layer_of[q - begin] = static_cast<int>(found.layers.size());
    found.layers.push_back({.quotation = q, .morphemes = {}});
  }
  std::vector<int> open;  // statements around the current morpheme
  int next = begin;
  size_t aside = 0;
  int link_end = 0;
  for (int m = 0; m < static_cast<int>(sentence.morphemes.size()); ++m) {
    const Morpheme& morpheme = sentence.morphemes[m];
    const int at = morpheme.span.begin;
    while (!open.empty() && quotations[open.back()].inner.end <= at) {
      link_end = std::max(link_end, FindQuoteLink(sentence.text, quotations[open.back()].outer.end).end);
      open.pop_back();
    }
    for (; next < end && quotations[next].inner.begin <= at; ++next) {
      if (statement[next - begin] && at < quotations[next].inner.end) open.push_back(next);
    }
    while (aside < found.asides.size() && found.asides[aside].end <= at) ++aside;
    const bool gloss = aside < found.asides.size() && found.asides[aside].begin <= at;
    if (gloss || at < link_end || IsMark(morpheme.span.In(sentence.text))) continue;
    found.layers[open.empty() ? 0 : layer_of[open.back() - begin]].morphemes.push_back(m);
  }
  return found;
}

}  // namespace sillok::ingest
