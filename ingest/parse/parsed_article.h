// Stage 2: sentences, morphemes and quotation marks.
//
//   absl::StatusOr<std::unique_ptr<Parser>> parser = Parser::Open("/usr/lib/mecab/dic/mecab-ko-dic");
//   ParsedArticle parsed = (*parser)->Parse(std::move(clean));
//   parsed.sentences[0].morphemes[0].surface(...)  → "중소벤처기업부"
//
// Offsets are half-open UTF-8 bytes of the sentence's text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/clean/clean_article.h"

namespace sillok::ingest {

// Half-open bytes.
struct TextSpan {
  int begin = 0;
  int end = 0;

  [[nodiscard]] int size() const { return end - begin; }
  [[nodiscard]] bool Contains(const TextSpan& other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] bool Overlaps(const TextSpan& other) const { return begin < other.end && other.begin < end; }
  [[nodiscard]] std::string_view In(std::string_view text) const { return text.substr(begin, size()); }
  friend auto operator<=>(const TextSpan&, const TextSpan&) = default;  // NOLINT(modernize-use-nullptr)
};

// The numbers are those of sillok.v1.ArticlePart.
enum class Part { kTitle = 1, kSubtitle, kBody, kCaption };

// A morpheme as MeCab with mecab-ko-dic gives it. A word that the dictionary holds as a compound or an
// inflection is one morpheme with a compound tag ("VV+EC").
struct Morpheme {
  TextSpan span;
  // These three point into the dictionary, and live as long as the Parser.
  std::string_view tag;    // Sejong tag, compound with '+': NNG, NNP, JKS, VV+EP, SL (Latin), SN (number), SH
                           // (hanja); UNKNOWN for unknown hangul
  std::string_view lemma;  // dictionary form of a predicate without 다 where it differs from the surface
                           // ("밝히"); else empty
  std::string_view semantic;  // the dictionary's semantic class (인명, 지명), else empty
  bool known = true;  // false when the dictionary does not hold it; it holds no numbers and few Latin words
  bool space_before = false;

  // True when the tag or its first part begins with `prefix`: "J" for every particle.
  [[nodiscard]] bool Is(std::string_view prefix) const { return tag.starts_with(prefix); }
  // Prefixes are literals, so that their sizes are known and the comparisons are a few instructions.
  template <size_t... sizes>
  [[nodiscard]] bool IsAny(const char (&... prefixes)[sizes]) const {
    return (Is(std::string_view(prefixes, sizes - 1)) || ...);
  }
};

// A sentence. It never ends inside a pair of quotation marks that closes in the same paragraph.
struct Sentence {
  Part part = Part::kBody;
  int paragraph = 0;  // index into subtitles, body or captions
  TextSpan in_paragraph;
  std::string text;
  std::vector<Morpheme> morphemes;
};

// A stretch between quotation marks. One that is not closed ends with its sentence, or with the closed
// stretch it stands in; when nothing else is quoted after it, every later sentence of the paragraph has its
// own unclosed stretch from end to end.
struct Quotation {
  int sentence = 0;
  TextSpan outer;        // with the marks
  TextSpan inner;        // without
  int depth = 0;         // how many closed ones it stands in: 0 outermost
  bool doubled = false;  // “ ” " 「 」 against ‘ ’ '
  bool closed = true;    // false when the paragraph ends first
};

// Sentences in the order title, subtitles, body, captions; quotations in the order of their outer.begin
// within each sentence.
struct ParsedArticle {
  CleanArticle clean;
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;
};

class MorphemeTagger;

// MeCab's model, shared; every call of Parse has a lattice of its own. Safe from any thread.
class Parser {
 public:
  // INVALID_ARGUMENT naming the folder when it holds no dictionary MeCab can read.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Parser>> Open(const std::string& dictionary);
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // Linear in the text's length.
  [[nodiscard]] ParsedArticle Parse(CleanArticle clean) const;

  // Names the dictionary's version and content: part of the extractor's fingerprint.
  [[nodiscard]] const std::string& fingerprint() const;

 private:
  explicit Parser(std::unique_ptr<MorphemeTagger> tagger);

  std::unique_ptr<MorphemeTagger> tagger_;
};

}  // namespace sillok::ingest
