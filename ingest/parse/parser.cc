#include <utility>

#include "common/status/status_macros.h"
#include "ingest/parse/morpheme_tagger.h"
#include "ingest/parse/parsed_article.h"
#include "ingest/parse/quotation.h"
#include "ingest/parse/sentence_splitter.h"

namespace sillok::ingest {
namespace {

TextSpan Shifted(const TextSpan& span, int by) { return {span.begin - by, span.end - by}; }

// Hands the stretches of a paragraph to its sentences. `sentences` are the paragraph's, the first at index
// `first`.
void AppendQuotations(const std::vector<QuotedStretch>& stretches, const std::vector<TextSpan>& sentences,
                      int first, std::vector<Quotation>& out) {
  // Words that a later paragraph goes on with: everything from the mark on is quoted, as far as nothing else
  // is.
  const bool runs_on = !stretches.empty() && !stretches.back().closed && stretches.back().doubled &&
                       stretches.back().depth == 0;
  size_t next = 0;
  for (size_t i = 0; i < sentences.size(); ++i) {
    const TextSpan& sentence = sentences[i];
    const int index = first + static_cast<int>(i);
    if (runs_on && stretches.back().outer.end == sentences.back().end &&
        stretches.back().outer.begin < sentence.begin) {
      const TextSpan whole = {0, sentence.size()};
      out.push_back({index, whole, whole, stretches.back().depth, stretches.back().doubled, false});
    }
    for (; next < stretches.size() && stretches[next].outer.begin < sentence.end; ++next) {
      Quotation quotation{.sentence = index,
                          .outer = Shifted(stretches[next].outer, sentence.begin),
                          .inner = Shifted(stretches[next].inner, sentence.begin),
                          .depth = stretches[next].depth,
                          .doubled = stretches[next].doubled,
                          .closed = stretches[next].closed};
      quotation.outer.end = std::min(quotation.outer.end, sentence.size());
      quotation.inner.end = std::min(quotation.inner.end, sentence.size());
      out.push_back(quotation);
    }
  }
}

void AppendParagraph(Part part, int index, std::string_view paragraph, MorphemeTagger& tagger,
                     ParsedArticle& parsed) {
  const std::vector<QuotedStretch> stretches = FindQuotations(paragraph);
  const std::vector<TextSpan> spans = SplitSentences(paragraph, stretches);
  AppendQuotations(stretches, spans, static_cast<int>(parsed.sentences.size()), parsed.quotations);
  for (const TextSpan& span : spans) {
    Sentence& sentence = parsed.sentences.emplace_back();
    sentence.part = part;
    sentence.paragraph = index;
    sentence.in_paragraph = span;
    sentence.text = span.In(paragraph);
    sentence.morphemes = tagger.Tag(sentence.text);
  }
}

void AppendPart(Part part, const std::vector<std::string>& paragraphs, MorphemeTagger& tagger,
                ParsedArticle& parsed) {
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    AppendParagraph(part, static_cast<int>(i), paragraphs[i], tagger, parsed);
  }
}

}  // namespace

absl::StatusOr<std::unique_ptr<Parser>> Parser::Open(const std::string& dictionary) {
  SILLOK_ASSIGN_OR_RETURN(std::unique_ptr<MorphemeTagger> tagger, MorphemeTagger::Open(dictionary));
  return std::unique_ptr<Parser>(new Parser(std::move(tagger)));
}

Parser::Parser(std::unique_ptr<MorphemeTagger> tagger) : tagger_(std::move(tagger)) {}
Parser::~Parser() = default;

const std::string& Parser::fingerprint() const { return tagger_->fingerprint(); }

ParsedArticle Parser::Parse(CleanArticle clean) const {
  ParsedArticle parsed;
  AppendParagraph(Part::kTitle, 0, clean.title, *tagger_, parsed);
  AppendPart(Part::kSubtitle, clean.subtitles, *tagger_, parsed);
  AppendPart(Part::kBody, clean.body, *tagger_, parsed);
  AppendPart(Part::kCaption, clean.captions, *tagger_, parsed);
  parsed.clean = std::move(clean);
  return parsed;
}

}  // namespace sillok::ingest
