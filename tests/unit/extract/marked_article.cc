#include "tests/unit/extract/marked_article.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "tests/support/mecab_dictionary.h"

namespace sillok::ingest {
namespace {

struct Mark {
  TextSpan span;  // bytes of the paragraph
  char kind = 0;
  std::string value;  // the referent's number, or the interval
};

struct MarkedParagraph {
  std::string text;
  std::vector<Mark> marks;
};

MarkedParagraph ReadMarks(std::string_view marked) {
  MarkedParagraph read;
  for (size_t at = 0; at < marked.size(); ++at) {
    constexpr std::string_view kKinds = "polewgd";
    const bool mark =
        marked[at] == '[' && at + 1 < marked.size() && kKinds.find(marked[at + 1]) != std::string_view::npos;
    if (!mark) {  // [현장음] is text
      read.text += marked[at];
      continue;
    }
    const size_t colon = marked.find(':', at);
    const size_t close = marked.find(']', at);
    if (colon == std::string_view::npos || close == std::string_view::npos) std::abort();
    const std::string_view words = marked.substr(colon + 1, close - colon - 1);
    const int begin = static_cast<int>(read.text.size());
    read.text += words;
    read.marks.push_back({.span = {begin, begin + static_cast<int>(words.size())},
                          .kind = marked[at + 1],
                          .value = std::string(marked.substr(at + 2, colon - at - 2))});
    at = close;
  }
  return read;
}

EntityType TypeOf(char kind) {
  switch (kind) {
    case 'p':
      return EntityType::kPerson;
    case 'o':
      return EntityType::kOrganization;
    case 'l':
      return EntityType::kPlace;
    case 'e':
      return EntityType::kNamedEvent;
    case 'w':
      return EntityType::kWork;
    default:
      return EntityType::kProduct;
  }
}

int Index(std::string_view number) { return std::atoi(std::string(number).c_str()); }

void AddMark(const Mark& mark, int sentence, const TextSpan& span, NamedArticle& named) {
  const std::string& text = named.dated.parsed.sentences[sentence].text;
  if (mark.kind == 'd') {
    DateValue value;
    value.interval = ParseInterval(mark.value);
    value.rule = "marked";
    value.certainty = value.interval ? Certainty::kHigh : Certainty::kUnknown;
    named.dated.dates.push_back({.sentence = sentence, .span = span, .value = value});
    return;
  }
  const int referent = Index(mark.value);
  if (static_cast<int>(named.referents.size()) <= referent) named.referents.resize(referent + 1);
  Referent& known = named.referents[referent];
  const std::string form(span.In(text));
  known.type = TypeOf(mark.kind);
  if (form.size() > known.canonical.size()) known.canonical = form;
  known.forms.push_back(form);
  named.mentions.push_back({.at = {sentence, span}, .type = known.type, .referent = referent});
}

}  // namespace

NamedArticle ReadMarkedArticle(std::string_view marked) {
  static Parser& parser = *Parser::Open(MecabDictionary()).value().release();
  CleanArticle clean;
  std::map<std::pair<Part, int>, MarkedParagraph> paragraphs;
  std::vector<std::string> positions;
  for (const absl::string_view piece :
       absl::StrSplit(absl::string_view(marked.data(), marked.size()), " // ")) {
    const std::string_view paragraph(piece.data(), piece.size());
    if (paragraph.starts_with("=")) {
      positions.emplace_back(paragraph.substr(1));
    } else if (paragraph.starts_with("T:")) {
      paragraphs[{Part::kTitle, 0}] = ReadMarks(paragraph.substr(2));
      clean.title = paragraphs[{Part::kTitle, 0}].text;
    } else {
      const bool caption = paragraph.starts_with("C:");
      std::vector<std::string>& part = caption ? clean.captions : clean.body;
      MarkedParagraph read = ReadMarks(paragraph.substr(caption ? 2 : 0));
      part.push_back(read.text);
      paragraphs[{caption ? Part::kCaption : Part::kBody, static_cast<int>(part.size()) - 1}] =
          std::move(read);
    }
  }
  NamedArticle named;
  named.dated.parsed = parser.Parse(std::move(clean));
  named.dated.written = {.interval = DayOf(absl::CivilDay(2024, 5, 10)),
                         .rule = "hint",
                         .anchor = {},
                         .certainty = Certainty::kHigh,
                         .alternatives = {},
                         .pattern = {}};
  const auto& sentences = named.dated.parsed.sentences;
  for (int s = 0; s < static_cast<int>(sentences.size()); ++s) {
    for (const Mark& mark : paragraphs[{sentences[s].part, sentences[s].paragraph}].marks) {
      if (!sentences[s].in_paragraph.Contains(mark.span)) continue;
      const int shift = sentences[s].in_paragraph.begin;
      AddMark(mark, s, {mark.span.begin - shift, mark.span.end - shift}, named);
    }
  }
  for (const std::string& position : positions) {
    const std::vector<std::string> parts = absl::StrSplit(position, ' ');
    Position held;
    held.person = Index(std::string_view(parts.at(0)).substr(1));
    held.title = parts.at(1);
    held.organization_referent = Index(std::string_view(parts.at(2)).substr(1));
    named.positions.push_back(held);
  }
  return named;
}

}  // namespace sillok::ingest
