#include "tests/unit/date/dated.h"

#include <algorithm>
#include <array>

namespace sillok::ingest {
namespace {

constexpr std::array<std::string_view, 10> kGrains = {"unknown", "day",    "week", "month",  "quarter",
                                                      "half",    "season", "year", "decade", "range"};

void AddQuotations(ParsedArticle& article, int sentence) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  const std::string_view text = article.sentences[sentence].text;
  size_t open = text.find(kOpen);
  while (open != std::string_view::npos) {
    const size_t close = text.find(kClose, open);
    if (close == std::string_view::npos) return;
    Quotation quotation;
    quotation.sentence = sentence;
    quotation.outer = {static_cast<int>(open), static_cast<int>(close + kClose.size())};
    quotation.inner = {static_cast<int>(open + kOpen.size()), static_cast<int>(close)};
    quotation.doubled = true;
    article.quotations.push_back(quotation);
    open = text.find(kOpen, close);
  }
}

}  // namespace

void AddSentence(ParsedArticle& article, Part part, std::string_view text) {
  Sentence sentence;
  sentence.part = part;
  sentence.text = std::string(text);
  sentence.in_paragraph = {0, static_cast<int>(text.size())};
  article.sentences.push_back(std::move(sentence));
  AddQuotations(article, static_cast<int>(article.sentences.size()) - 1);
}

ParsedArticle ParsedFrom(std::string_view day, std::string_view text, std::string_view source) {
  ParsedArticle article;
  if (const std::optional<absl::CivilDay> claimed = ParseDay(day)) {
    TimeClaim claim;
    claim.day = *claimed;
    claim.source = std::string(source);
    article.clean.published = claim;
  }
  constexpr std::string_view kBetween = " | ";
  while (!text.empty()) {
    const size_t end = std::min(text.find(kBetween), text.size());
    AddSentence(article, Part::kBody, text.substr(0, end));
    text.remove_prefix(std::min(end + kBetween.size(), text.size()));
  }
  return article;
}

std::string Describe(const DatedArticle& dated) {
  std::string out;
  for (const DateMention& date : dated.dates) {
    if (!out.empty()) out += " ; ";
    out += std::string(date.span.In(dated.parsed.sentences[date.sentence].text)) + " → ";
    if (date.value.interval) {
      out += FormatInterval(*date.value.interval) + " " +
             std::string(kGrains[static_cast<int>(date.value.interval->grain)]);
    } else {
      out += "?" + date.value.pattern + " unresolved";
    }
    out += " " + date.value.rule;
  }
  return out.empty() ? "-" : out;
}

}  // namespace sillok::ingest
