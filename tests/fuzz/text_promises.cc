#include "tests/fuzz/text_promises.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "common/text/utf8.h"
#include "ingest/clean/page_line.h"
#include "ingest/clean/written_time.h"
#include "tests/fuzz/promise.h"

namespace sillok::ingest {
namespace {

// ---- cleaning ----

struct Page {
  std::string_view text;
  bool html = false;
};

// As far as words can be compared.
std::string Squeezed(std::string_view written) {
  std::string text = MakeLine(written).text;
  std::erase(text, ' ');
  return text;
}

// True when all of `words` stand in `source` in their order; a time that the page shows may stand between them.
bool Holds(std::string_view source, std::string_view words) {
  size_t found = 0;
  for (const char byte : source) {
    if (found < words.size() && words[found] == byte) ++found;
  }
  return found == words.size();
}

void PromiseParts(const std::vector<std::string>& texts, const std::vector<PageSpan>& sources,
                  const Page& page, std::string_view whose) {
  Promise(texts.size() == sources.size(), "a part has one source for each paragraph", whose);
  for (const std::string& text : texts) {
    Promise(!text.empty(), "a paragraph has words", whose);
    PromiseLine(text, whose);
  }
  for (size_t i = 0; i < sources.size(); ++i) {
    const PageSpan& source = sources[i];
    Promise(source.begin <= source.end && source.end <= page.text.size(), "a source lies in the page", whose);
    const TextSpan span{static_cast<int>(source.begin), static_cast<int>(source.end)};
    PromiseSpan(span, page.text, whose);
    if (page.html) continue;
    Promise(Holds(Squeezed(span.In(page.text)), Squeezed(texts[i])),
            "a paragraph stands where its source says", texts[i]);
  }
}

void PromiseClaim(const TimeClaim& claim) {
  constexpr std::array<std::string_view, 6> kSources = {"hint",         "json_ld",      "open_graph",
                                                        "time_element", "visible_text", "visible_age"};
  Promise(std::find(kSources.begin(), kSources.end(), claim.source) != kSources.end(), "a claim has a source",
          claim.source);
  if (!claim.time) return;
  Promise(absl::ToCivilDay(*claim.time, Korea()) == claim.day, "a claim's day is that of its time in Korea",
          claim.source);
}

// ---- parsing ----

const std::string& ParagraphOf(const Sentence& sentence, const CleanArticle& clean) {
  const auto index = static_cast<size_t>(sentence.paragraph);
  switch (sentence.part) {
    case Part::kTitle:
      Promise(index == 0, "there is one title");
      return clean.title;
    case Part::kSubtitle:
      return clean.subtitles.at(index);
    case Part::kBody:
      return clean.body.at(index);
    case Part::kCaption:
      return clean.captions.at(index);
  }
  Promise(false, "a sentence stands in a part");
  return clean.title;
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(' ') == text.npos; }

void PromiseMorphemes(const Sentence& sentence) {
  int end = 0;
  for (const Morpheme& morpheme : sentence.morphemes) {
    PromiseSpan(morpheme.span, sentence.text, "a morpheme");
    Promise(morpheme.span.size() > 0, "a morpheme has words", sentence.text);
    Promise(end <= morpheme.span.begin, "morphemes are in order", sentence.text);
    const std::string_view gap = TextSpan{end, morpheme.span.begin}.In(sentence.text);
    Promise(IsBlank(gap), "only spaces stand between morphemes", sentence.text);
    if (end > 0) {
      Promise(morpheme.space_before == !gap.empty(), "a morpheme knows the space before it", sentence.text);
    }
    end = morpheme.span.end;
  }
}

// Nothing but spaces is in no sentence.
void PromiseSentences(const ParsedArticle& parsed) {
  const Sentence* before = nullptr;
  for (const Sentence& sentence : parsed.sentences) {
    const std::string& paragraph = ParagraphOf(sentence, parsed.clean);
    PromiseSpan(sentence.in_paragraph, paragraph, "a sentence");
    Promise(sentence.in_paragraph.In(paragraph) == sentence.text, "a sentence is what its span cuts",
            sentence.text);
    Promise(!sentence.text.empty(), "a sentence has words", paragraph);
    Promise(!sentence.text.starts_with(' ') && !sentence.text.ends_with(' '),
            "a sentence has no space around it", sentence.text);
    const bool same =
        before != nullptr && before->part == sentence.part && before->paragraph == sentence.paragraph;
    Promise(before == nullptr || same ||
                std::tie(before->part, before->paragraph) < std::tie(sentence.part, sentence.paragraph),
            "sentences are in order", sentence.text);
    const int gap = same ? before->in_paragraph.end : 0;
    Promise(gap <= sentence.in_paragraph.begin, "sentences never overlap", paragraph);
    Promise(IsBlank(TextSpan{gap, sentence.in_paragraph.begin}.In(paragraph)),
            "only spaces stand between sentences", paragraph);
    if (!same && before != nullptr) {
      const std::string& left = ParagraphOf(*before, parsed.clean);
      Promise(IsBlank(std::string_view(left).substr(before->in_paragraph.end)),
              "only spaces stand behind the last sentence", left);
    }
    PromiseMorphemes(sentence);
    before = &sentence;
  }
}

void PromiseQuotations(const ParsedArticle& parsed) {
  std::vector<const Quotation*> around;  // closed ones of one sentence, each in the one before it
  const Quotation* before = nullptr;
  for (const Quotation& quotation : parsed.quotations) {
    const std::string& text = parsed.sentences.at(static_cast<size_t>(quotation.sentence)).text;
    PromiseSpan(quotation.outer, text, "a quotation with its marks");
    PromiseSpan(quotation.inner, text, "a quotation");
    Promise(quotation.outer.Contains(quotation.inner), "marks stand around a quotation", text);
    Promise(before == nullptr || std::tie(before->sentence, before->outer.begin) <=
                                     std::tie(quotation.sentence, quotation.outer.begin),
            "quotations are in order", text);
    if (before == nullptr || before->sentence != quotation.sentence) around.clear();
    while (!around.empty() && around.back()->outer.end <= quotation.outer.begin) around.pop_back();
    if (quotation.closed) {
      Promise(quotation.outer.begin < quotation.inner.begin && quotation.inner.end < quotation.outer.end,
              "a closed quotation has both marks in its sentence", text);
      Promise(around.empty() || around.back()->inner.Contains(quotation.outer),
              "closed quotations never cross", text);
      around.push_back(&quotation);
    }
    Promise(quotation.depth >= 0, "a quotation has a depth", text);
    before = &quotation;
  }
}

void PromiseInterval(const CivilInterval& interval, std::string_view whose) {
  Promise(interval.first <= interval.last, "an interval ends after it begins", whose);
  Promise(interval.grain > Grain::kUnknown && interval.grain <= Grain::kRange, "an interval has a grain",
          whose);
}

}  // namespace

void PromiseCleaned(const CleanArticle& clean, std::string_view text, bool html) {
  const Page page{.text = text, .html = html};
  PromiseLine(clean.title, "the title");
  PromiseLine(clean.outlet, "the outlet");
  Promise(IsValidUtf8(clean.url), "the address is UTF-8", clean.url);
  PromiseParts(clean.subtitles, clean.sources.subtitles, page, "subtitles");
  PromiseParts(clean.body, clean.sources.body, page, "the body");
  PromiseParts(clean.captions, clean.sources.captions, page, "captions");
  const std::set<std::string_view> captions(clean.captions.begin(), clean.captions.end());
  Promise(captions.size() == clean.captions.size(), "a caption stands once", clean.title);
  for (const Reporter& reporter : clean.byline) {
    Promise(!reporter.name.empty(), "a reporter has a name");
    PromiseLine(reporter.name, "a reporter's name");
    PromiseLine(reporter.email, "a reporter's address");
  }
  for (const TimeClaim& claim : clean.claims) PromiseClaim(claim);
  Promise(!clean.published || !clean.claims.empty(), "who is believed has claimed");
  for (const Notice& notice : clean.notices) Promise(!notice.code.empty(), "a notice has a code");
}

void PromiseParsed(const ParsedArticle& parsed) {
  PromiseSentences(parsed);
  PromiseQuotations(parsed);
}

void PromiseDate(const DateValue& value) {
  if (value.interval) PromiseInterval(*value.interval, value.rule);
  if (value.anchor) PromiseInterval(*value.anchor, value.rule);
  for (const CivilInterval& interval : value.alternatives) {
    PromiseInterval(interval, value.rule);
    Promise(interval != value.interval, "another reading is another", value.rule);
  }
  Promise(!value.interval || value.certainty > Certainty::kUnknown, "a date is more or less certain",
          value.rule);
}

void PromiseDated(const DatedArticle& dated) {
  PromiseParsed(dated.parsed);
  PromiseDate(dated.written);
  const DateMention* before = nullptr;
  for (const DateMention& date : dated.dates) {
    const std::string& text = dated.parsed.sentences.at(static_cast<size_t>(date.sentence)).text;
    PromiseSpan(date.span, text, "a date");
    Promise(date.span.size() > 0, "a date has words", text);
    Promise(!date.value.rule.empty(), "a date has a rule", text);
    PromiseDate(date.value);
    Promise(before == nullptr ||
                std::tuple(before->sentence, before->span.end) <= std::tuple(date.sentence, date.span.begin),
            "dates never overlap and are in order", text);
    before = &date;
  }
}

}  // namespace sillok::ingest
