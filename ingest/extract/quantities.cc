#include "ingest/extract/quantities.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "ingest/extract/measure_noun.h"
#include "ingest/extract/number_reader.h"
#include "ingest/extract/quantity_date.h"
#include "ingest/extract/quantity_subject.h"
#include "ingest/extract/quantity_topic.h"

namespace sillok::ingest {
namespace {

constexpr int kAsBefore = 65;
constexpr int kAge = 85;

class QuantityFinder {
 public:
  QuantityFinder(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days)
      : named_(named),
        sentences_(named.dated.parsed.sentences),
        clauses_(clauses),
        topics_(named, clauses),
        subjects_(named, clauses),
        dates_(named, clauses, days) {}

  std::vector<QuantityMention> Find() {
    for (size_t s = 0; s < sentences_.size(); ++s) {
      ReadSentence(static_cast<int>(s));
      ReadAges(static_cast<int>(s));
    }
    std::move(ages_.begin(), ages_.end(), std::back_inserter(quantities_));
    std::sort(quantities_.begin(), quantities_.end(), [](const QuantityMention& a, const QuantityMention& b) {
      return std::pair(a.at.sentence, a.at.span) < std::pair(b.at.sentence, b.at.span);
    });
    return std::move(quantities_);
  }

 private:
  // The number before this one in the same inner sentence.
  struct Previous {
    const QuantityMention* quantity = nullptr;
  };

  void ReadSentence(int s) {
    const SentenceClauses& in = clauses_.sentences[s];
    std::vector<QuantityMention> found;
    found.reserve(in.numbers.size());  // Previous points into it
    Previous previous;
    for (size_t c = 0; c < in.clauses.size(); ++c) {
      const Clause& clause = in.clauses[c];
      if (clause.opens) previous = {};
      for (size_t i = 0; i < clause.phrases.size(); ++i) {
        const NounPhrase& phrase = in.phrases[clause.phrases[i]];
        for (const int n : phrase.numbers) {
          const Number& number = in.numbers[n];
          const NumberPlace at{s,           static_cast<int>(c), i, number.span.begin, number.span.end,
                               number.kind, number.unit == "명"};
          found.push_back(Read(at, number, previous));
          previous = {&found.back()};
          ReadAside(at, number.span.end, previous, found);
        }
        const bool read =
            !phrase.numbers.empty() && in.numbers[phrase.numbers.back()].span.end == phrase.span.end;
        const NumberPlace behind{s, static_cast<int>(c), i, phrase.span.end, phrase.span.end};
        if (!read) ReadAside(behind, phrase.span.end, previous, found);
      }
    }
    std::move(found.begin(), found.end(), std::back_inserter(quantities_));
  }

  // The numbers in the parentheses that open at byte `begin`: 매출(3조 원), 300만 달러(약 41억 원), 이정현(29점 8도움).
  void ReadAside(NumberPlace at, int begin, const Previous& previous, std::vector<QuantityMention>& found) {
    const SentenceClauses& in = clauses_.sentences[at.sentence];
    const auto aside = std::partition_point(in.asides.begin(), in.asides.end(),
                                            [&](const TextSpan& one) { return one.begin < begin; });
    if (aside == in.asides.end() || aside->begin != begin) return;
    auto number = std::partition_point(in.numbers.begin(), in.numbers.end(),
                                       [&](const Number& one) { return one.span.begin < begin; });
    int after = begin + 1;
    for (; number != in.numbers.end() && number->span.end <= aside->end; ++number) {
      // 경제(3면): more than the room that was made never comes.
      if (found.size() == found.capacity()) return;
      found.push_back(ReadInAside(at, *number, after, previous.quantity));
      after = number->span.end;
    }
  }

  QuantityMention ReadInAside(NumberPlace at, const Number& number, int after,
                              const QuantityMention* previous) {
    QuantityMention quantity = ValueOf(at.sentence, number);
    if (previous != nullptr && previous->at.span.end == at.end) {  // 300만 달러(약 41억 원)
      quantity.as_of = previous->as_of;
      quantity.as_of_text = previous->as_of_text;
      SetTopic(TopicOf(*previous), quantity);
      return quantity;
    }
    at.kind = number.kind;
    at.people = number.unit == "명";
    QuantityTopic topic;
    const bool beside = dates_.EndsDate(at.sentence, at.begin);
    if (beside && previous != nullptr && previous->unit == quantity.unit) {
      topic = TopicOf(*previous);
    } else {
      topic = beside ? topics_.Farther(at) : topics_.Near(at);
      subjects_.AddSubject(at, topic);
    }
    const std::string label = MeasureOf(Text(at.sentence).substr(after, number.span.begin - after));
    if (!label.empty() && !dates_.EndsDate(at.sentence, number.span.begin - 1)) topic.measure = label;
    SetTopic(topic, quantity);
    dates_.SetAsOfInAside({at.sentence, at.clause, at.begin}, {after, number.span.begin}, number, quantity);
    return quantity;
  }

  static QuantityTopic TopicOf(const QuantityMention& quantity) {
    QuantityTopic topic;
    topic.subject = quantity.subject;
    topic.subject_text = quantity.subject_text;
    topic.measure = quantity.measure;
    topic.confidence = std::min(quantity.confidence, kAsBefore);
    return topic;
  }

  static QuantityMention ValueOf(int s, const Number& number) {
    QuantityMention quantity;
    quantity.at = {s, number.span};
    quantity.value = number.value;
    quantity.value_max = number.value_max;
    quantity.unit = std::string(number.unit);
    quantity.approximate = number.approximate;
    return quantity;
  }

  static void SetTopic(const QuantityTopic& topic, QuantityMention& quantity) {
    quantity.subject = topic.subject;
    quantity.subject_text = topic.subject_text;
    quantity.measure = topic.measure;
    quantity.confidence = topic.confidence;
  }

  QuantityMention Read(const NumberPlace& at, const Number& number, const Previous& previous) {
    QuantityMention quantity = ValueOf(at.sentence, number);
    QuantityTopic topic = topics_.Near(at);
    if (topic.found()) topics_.AddTopicMeasure(at, topic);
    const QuantityMention* before = previous.quantity;
    if (!topic.found() && before != nullptr && before->unit == quantity.unit) {
      topic = TopicOf(*before);
      topics_.AddGroup(at, topic);
    } else {
      subjects_.AddSubject(at, topic);
      if (before == nullptr && GoesOn(at, quantity, topic)) topic = TopicOf(quantities_.back());
      // 누리사의 매출은 3조 원으로 9% 늘었다.
      const bool same = before != nullptr && !topic.measure.empty() && topic.measure == before->measure;
      if (same && topic.subject < 0 && before->subject >= 0) topic = TopicOf(*before);
    }
    SetTopic(topic, quantity);
    dates_.SetAsOf({at.sentence, at.clause, at.begin}, number, before, quantity);
    return quantity;
  }

  // 출산율은 0.8명이다. 3분기에는 0.7명까지 떨어졌다: the same is told of, although no word says so.
  [[nodiscard]] bool GoesOn(const NumberPlace& at, const QuantityMention& quantity,
                            const QuantityTopic& topic) const {
    if (quantities_.empty() || !topic.measure.empty() || (topic.found() && !topic.carried)) return false;
    const QuantityMention& last = quantities_.back();
    const Sentence& sentence = sentences_[at.sentence];
    const bool next = last.at.sentence == at.sentence - 1 &&
                      sentences_[last.at.sentence].part == sentence.part &&
                      sentences_[last.at.sentence].paragraph == sentence.paragraph;
    const SentenceClauses& in = clauses_.sentences[at.sentence];
    const Clause& clause = in.clauses[at.clause];
    const Case role = in.phrases[clause.phrases[at.phrase]].role;
    return next && last.unit == quantity.unit && !last.measure.empty() && clause.layer == kMatrix &&
           role != Case::kSubject && role != Case::kTopic && role != Case::kObject;
  }

  // 김나래(52) 씨, 이든(34·여), A(39)씨.
  void ReadAges(int s) {
    const SentenceClauses& in = clauses_.sentences[s];
    const std::string_view text = Text(s);
    int m = in.mention_begin;
    for (size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
      const std::optional<TextSpan> age = AgeAt(text, open);
      if (!age) continue;
      const int at = static_cast<int>(open);
      while (m < in.mention_end && named_.mentions[m].at.span.end < at) ++m;
      const bool named = m < in.mention_end && named_.mentions[m].at.span.begin < at &&
                         named_.mentions[m].type == EntityType::kPerson;
      const std::string_view behind = text.substr(text.find(')', open) + 1);
      if (!named && !behind.starts_with("씨") && !behind.starts_with(" 씨")) continue;
      QuantityMention& quantity = ages_.emplace_back();
      quantity.at = {s, *age};
      if (named) quantity.subject = named_.mentions[m].referent;
      const size_t space = text.rfind(' ', open);
      const size_t word = space == std::string_view::npos ? 0 : space + 1;
      if (!named) quantity.subject_text = std::string(text.substr(word, open - word)) + "씨";
      quantity.measure = "나이";
      quantity.value = ReadNumberAt(text, age->begin)->value;
      quantity.unit = "세";
      quantity.as_of = named_.dated.written;
      quantity.as_of.certainty = Lowered(quantity.as_of.certainty);
      quantity.confidence = kAge;
    }
  }

  // The figures of an age in the parentheses that open at `open`.
  static std::optional<TextSpan> AgeAt(std::string_view text, size_t open) {
    constexpr double kYoungest = 3;
    constexpr double kOldest = 115;
    constexpr size_t kLongest = 30;  // bytes
    if (!IsDigitAt(text, open + 1)) return std::nullopt;
    const std::optional<ReadNumber> age = ReadNumberAt(text, open + 1);
    if (!age || age->words > 0 || age->value < kYoungest || age->value > kOldest) return std::nullopt;
    const std::string_view rest = text.substr(age->end, kLongest);
    const bool closes = rest.starts_with(')') || rest.starts_with("·") || rest.starts_with(", ") ||
                        rest.starts_with("여)") || rest.starts_with("남)");
    if (!closes || rest.find(')') == std::string_view::npos || age->value != static_cast<int>(age->value)) {
      return std::nullopt;
    }
    return TextSpan{static_cast<int>(open) + 1, static_cast<int>(age->end)};
  }

  [[nodiscard]] std::string_view Text(int s) const { return sentences_[s].text; }

  const NamedArticle& named_;
  const std::vector<Sentence>& sentences_;
  const ArticleClauses& clauses_;
  const QuantityTopics topics_;
  const QuantitySubjects subjects_;
  QuantityDates dates_;
  std::vector<QuantityMention> quantities_;
  std::vector<QuantityMention> ages_;
};

}  // namespace

std::vector<QuantityMention> FindQuantities(const NamedArticle& named, const ArticleClauses& clauses,
                                            const ReportDays& days) {
  return QuantityFinder(named, clauses, days).Find();
}

}  // namespace sillok::ingest
