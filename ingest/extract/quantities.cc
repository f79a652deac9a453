#include "ingest/extract/quantities.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "common/lexicon/lexicon.h"
#include "ingest/extract/report_day.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

constexpr int kSaidTogether = 85;  // subject and measure stand beside the number
constexpr int kMeasureOnly = 70;
constexpr int kCarriedOver = 65;
constexpr int kBare = 50;

// What a number says something about.
struct Topic {
  int subject = -1;
  std::string subject_text;
  std::string measure;
  int confidence = kBare;
};

std::string_view Trim(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\'') || text.starts_with('"')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with(',')) text.remove_suffix(1);
  return text;
}

// The last word of a noun phrase, without 들 and words that only scale a number.
std::string Measure(std::string_view noun) {
  noun = Trim(noun);
  for (const std::string_view scale :
       {"약", "최소", "최대", "총", "모두", "각각", "평균", "무려", "전체", "수"}) {
    if (noun.size() > scale.size() && noun.ends_with(scale) && noun[noun.size() - scale.size() - 1] == ' ') {
      noun = Trim(noun.substr(0, noun.size() - scale.size()));
    }
    if (noun == scale) return {};
  }
  const size_t space = noun.rfind(' ');
  std::string_view last = space == std::string_view::npos ? noun : noun.substr(space + 1);
  constexpr std::string_view kPlural = "들";
  if (last.ends_with(kPlural) && last.size() > kPlural.size()) last.remove_suffix(kPlural.size());
  return std::string(last);
}

class QuantityFinder {
 public:
  QuantityFinder(const NamedArticle& named, const ArticleClauses& clauses)
      : named_(named), sentences_(named.dated.parsed.sentences), clauses_(clauses), days_(named, clauses) {}

  std::vector<QuantityMention> Find() {
    for (size_t s = 0; s < sentences_.size(); ++s) ReadSentence(static_cast<int>(s));
    std::sort(quantities_.begin(), quantities_.end(), [](const QuantityMention& a, const QuantityMention& b) {
      return std::pair(a.at.sentence, a.at.span) < std::pair(b.at.sentence, b.at.span);
    });
    return std::move(quantities_);
  }

 private:
  // The number before this one in the same inner sentence.
  struct Previous {
    const QuantityMention* quantity = nullptr;
    int clause = -1;
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
        for (const int n : in.phrases[clause.phrases[i]].numbers) {
          found.push_back(Read(s, static_cast<int>(c), i, in.numbers[n], previous));
          previous = {&found.back(), static_cast<int>(c)};
        }
      }
    }
    quantities_.insert(quantities_.end(), found.begin(), found.end());
  }

  QuantityMention Read(int s, int c, size_t phrase, const Number& number, const Previous& previous) {
    QuantityMention quantity;
    quantity.at = {s, number.span};
    quantity.value = number.value;
    quantity.value_max = number.value_max;
    quantity.unit = std::string(number.unit);
    quantity.approximate = number.approximate;
    Topic topic = FindTopic(s, c, phrase, number);
    const bool says_nothing = topic.measure.empty() && topic.subject < 0;
    if (says_nothing && previous.quantity != nullptr && previous.quantity->unit == quantity.unit) {
      topic = {previous.quantity->subject, previous.quantity->subject_text, previous.quantity->measure,
               kCarriedOver};
    } else if (topic.subject < 0) {
      SubjectOfClause(s, c, number.span.begin, topic);
    }
    quantity.subject = topic.subject;
    quantity.subject_text = topic.subject_text;
    quantity.measure = topic.measure;
    quantity.confidence = topic.confidence;
    SetAsOf(s, c, number, previous, quantity);
    return quantity;
  }

  [[nodiscard]] std::string_view Text(int s) const { return sentences_[s].text; }

  // The nouns of the phrase before `end`, after its last name or date.
  struct CountedNoun {
    int subject = -1;
    std::string_view whole;
    std::string_view noun;
  };

  [[nodiscard]] CountedNoun ReadNoun(int s, const NounPhrase& phrase, int begin, int end) const {
    const SentenceClauses& in = clauses_.sentences[s];
    CountedNoun noun;
    int after_name = begin;
    for (const int m : phrase.mentions) {
      const Mention& mention = named_.mentions[m];
      if (mention.at.span.begin < begin || mention.at.span.end > end) continue;
      if (mention.type == EntityType::kPerson || mention.type == EntityType::kOrganization ||
          mention.type == EntityType::kPlace || mention.type == EntityType::kProduct) {
        noun.subject = mention.referent;
      }
      after_name = mention.at.span.end;
    }
    int whole_begin = begin;
    for (int d = in.date_begin; d < in.date_end; ++d) {
      const TextSpan& date = named_.dated.dates[d].span;
      if (date.begin >= begin && date.end <= end) {
        after_name = std::max(after_name, date.end);
        whole_begin = std::max(whole_begin, date.end);
      }
    }
    for (const TextSpan& aside : in.asides) {
      if (aside.begin == after_name) after_name = aside.end;
    }
    noun.noun = Trim(Text(s).substr(after_name, std::max(0, end - after_name)));
    noun.whole = Trim(Text(s).substr(whole_begin, std::max(0, end - whole_begin)));
    return noun;
  }

  [[nodiscard]] Topic FindTopic(int s, int c, size_t index, const Number& number) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    const NounPhrase& phrase = in.phrases[clause.phrases[index]];
    int begin = phrase.span.begin;
    int after = phrase.span.end;
    for (const int n : phrase.numbers) {
      if (in.numbers[n].span.end <= number.span.begin) begin = in.numbers[n].span.end;
      if (in.numbers[n].span.begin >= number.span.end) after = std::min(after, in.numbers[n].span.begin);
    }
    Topic topic = FromNoun(ReadNoun(s, phrase, begin, number.span.begin));
    if (!topic.measure.empty()) return topic;
    // 21명의 작가, 100명 규모.
    if (phrase.role == Case::kGenitive && after == phrase.span.end && index + 1 < clause.phrases.size()) {
      const NounPhrase& next = in.phrases[clause.phrases[index + 1]];
      if (next.numbers.empty()) {
        const Topic counted = FromNoun(ReadNoun(s, next, next.span.begin, next.span.end));
        if (number.kind == UnitKind::kCount && !counted.measure.empty()) return counted;
      }
    }
    const Topic before = FromPhrasesBefore(s, clause, index);
    if (!before.measure.empty() || before.subject >= 0) {
      if (topic.subject < 0) return before;
      topic.measure = before.measure;
    }
    return topic;
  }

  static Topic FromNoun(const CountedNoun& noun) {
    Topic topic;
    topic.subject = noun.subject;
    topic.measure = Measure(noun.noun);
    if (topic.measure.empty()) return topic;
    topic.confidence = topic.subject >= 0 ? kSaidTogether : kMeasureOnly;
    if (topic.subject < 0) topic.subject_text = std::string(noun.whole);
    return topic;
  }

  // 누리사 직원은 400명: the nearest phrase before that can be counted; its possessor before it.
  [[nodiscard]] Topic FromPhrasesBefore(int s, const Clause& clause, size_t index) const {
    const SentenceClauses& in = clauses_.sentences[s];
    constexpr size_t kFarthest = 8;
    for (size_t back = 1; back <= std::min(index, kFarthest); ++back) {
      const NounPhrase& phrase = in.phrases[clause.phrases[index - back]];
      if (!phrase.numbers.empty()) break;
      const bool counted = phrase.role == Case::kTopic || phrase.role == Case::kSubject ||
                           phrase.role == Case::kObject || phrase.role == Case::kAlso;
      if (!counted) continue;
      Topic topic = FromNoun(ReadNoun(s, phrase, phrase.span.begin, phrase.span.end));
      if (topic.measure.empty() && topic.subject < 0) continue;
      if (topic.subject < 0 && index > back) {
        const NounPhrase& owner = in.phrases[clause.phrases[index - back - 1]];
        if (owner.role == Case::kGenitive)
          topic.subject = ReadNoun(s, owner, owner.span.begin, owner.span.end).subject;
        if (topic.subject >= 0) topic.confidence = kSaidTogether;
      }
      return topic;
    }
    return {};
  }

  // The subject of the clause, or the place or body it is about.
  void SubjectOfClause(int s, int c, int before, Topic& topic) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Subject subject = FindSubject(named_, s, in, c, before);
    if (subject.referent >= 0) {
      topic.subject = subject.referent;
      return;
    }
    for (const int p : in.clauses[c].phrases) {
      const NounPhrase& phrase = in.phrases[p];
      if (phrase.end > before) break;
      if (phrase.role != Case::kTopic || phrase.mentions.empty()) continue;
      const Mention& last = named_.mentions[phrase.mentions.back()];
      if (last.at.span.end == phrase.span.end) topic.subject = last.referent;
    }
  }

  // A date, or 이번/현재, between the number before and this one; else that number's; else the state of writing.
  void SetAsOf(int s, int c, const Number& number, const Previous& previous,
               QuantityMention& quantity) const {
    const SentenceClauses& in = clauses_.sentences[s];
    int begin = in.clauses[c].span.begin;
    for (int back = c; back > 0 && !in.clauses[back].opens && c - back < 4; --back)
      begin = in.clauses[back - 1].span.begin;
    if (previous.quantity != nullptr) begin = std::max(begin, previous.quantity->at.span.end);
    for (int back = c; back >= 0 && in.clauses[back].layer == in.clauses[c].layer; --back) {
      const Clause& clause = in.clauses[back];
      for (auto d = clause.dates.rbegin(); d != clause.dates.rend(); ++d) {
        const DateMention& date = named_.dated.dates[*d];
        if (date.span.begin < begin || date.span.end > number.span.begin) continue;
        quantity.as_of = date.value;
        quantity.as_of_text = std::string(date.span.In(Text(s)));
        return;
      }
      if (clause.span.begin <= begin) break;
    }
    if (FromWritten(s, {begin, number.span.begin}, quantity)) return;
    if (previous.quantity != nullptr && previous.quantity->as_of.interval) {
      quantity.as_of = previous.quantity->as_of;
      quantity.as_of.certainty = Lowered(quantity.as_of.certainty);
      return;
    }
    FromReport(s, in.clauses[c], quantity);
  }

  // 이번: the month of writing; 현재: its day.
  bool FromWritten(int s, const TextSpan& region, QuantityMention& quantity) const {
    const DateValue& written = named_.dated.written;
    if (!written.interval || region.size() <= 0) return false;
    const std::string_view text = region.In(Text(s));
    for (const std::string_view word : {"이번에", "이번", "현재", "지금"}) {
      if (text.find(word) == std::string_view::npos) continue;
      const bool month = word.starts_with("이번");
      // 이번 행사 is about an event, not about now.
      if (word == "이번" && text.find("이번 ") != std::string_view::npos) return false;
      quantity.as_of = DateValue();
      quantity.as_of.interval = written.interval;
      if (month && written.interval->grain == Grain::kDay) {
        quantity.as_of.interval =
            MonthOf(static_cast<int>(written.interval->first.year()), written.interval->first.month());
      }
      quantity.as_of.rule = month ? "this_time" : "present";
      quantity.as_of.anchor = written.interval;
      quantity.as_of.certainty = month ? Certainty::kLow : Certainty::kMedium;
      quantity.as_of_text = std::string(word);
      return true;
    }
    return false;
  }

  // No date in the sentence: what the report speaks of for what happened or will, the day of writing for what is so.
  void FromReport(int s, const Clause& clause, QuantityMention& quantity) const {
    if (clause.layer != kMatrix || clause.predicate < 0) return;
    const Predicate& predicate = clauses_.sentences[s].predicates[clause.predicate];
    const std::optional<CivilInterval>& written = named_.dated.written.interval;
    const std::optional<DateValue>& day = days_.Before(s);
    if (day && written && (!predicate.past || day->interval->first <= written->last)) {
      quantity.as_of = *day;
    } else if (!predicate.past && !predicate.prospective && written) {
      quantity.as_of = named_.dated.written;
    } else {
      return;
    }
    quantity.as_of.certainty = Certainty::kLow;
  }

  const NamedArticle& named_;
  const std::vector<Sentence>& sentences_;
  const ArticleClauses& clauses_;
  const ReportDays days_;
  std::vector<QuantityMention> quantities_;
};

}  // namespace

std::vector<QuantityMention> FindQuantities(const NamedArticle& named, const ArticleClauses& clauses) {
  return QuantityFinder(named, clauses).Find();
}

}  // namespace sillok::ingest
