#include "ingest/extract/quantities.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "ingest/extract/quantity_date.h"
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

// Whether measure_nouns has the noun with this kind: 예산 is told in money; 사이 measures nothing ("none").
bool IsMeasureNoun(std::string_view noun, std::string_view kind) {
  static const auto* rows = [] {
    auto* map = new ViewMap<std::string_view>;
    const LexiconTable table = FindLexicon("measure_nouns");
    for (const LexiconRow& row : table.rows()) (*map)[row[0]] = row[1];
    return map;
  }();
  const auto row = rows->find(noun);
  return row != rows->end() && row->second == kind;
}

std::string_view KindName(UnitKind kind) {
  if (kind == UnitKind::kMoney) return "money";
  return kind == UnitKind::kRatio ? "ratio" : "count";
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
  if (IsMeasureNoun(last, "none")) return {};
  if (last.ends_with(kPlural) && last.size() > kPlural.size()) last.remove_suffix(kPlural.size());
  return std::string(last);
}

class QuantityFinder {
 public:
  QuantityFinder(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days)
      : named_(named),
        sentences_(named.dated.parsed.sentences),
        clauses_(clauses),
        dates_(named, clauses, days) {}

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
    std::move(found.begin(), found.end(), std::back_inserter(quantities_));
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
      if (topic.subject < 0 && topic.measure.empty() && phrase == 0) {
        FromSentenceBefore(s, c, number.kind, topic);
      }
    }
    quantity.subject = topic.subject;
    quantity.subject_text = topic.subject_text;
    quantity.measure = topic.measure;
    quantity.confidence = topic.confidence;
    dates_.SetAsOf(s, c, number, previous.quantity, quantity);
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
    const auto first = std::partition_point(phrase.mentions.begin(), phrase.mentions.end(),
                                            [&](int m) { return named_.mentions[m].at.span.begin < begin; });
    for (auto it = first; it != phrase.mentions.end(); ++it) {
      const Mention& mention = named_.mentions[*it];
      if (mention.at.span.end > end) break;
      if (mention.type == EntityType::kPerson || mention.type == EntityType::kOrganization ||
          mention.type == EntityType::kPlace || mention.type == EntityType::kProduct) {
        noun.subject = mention.referent;
      }
      after_name = mention.at.span.end;
    }
    const auto aside = std::partition_point(in.asides.begin(), in.asides.end(),
                                            [&](const TextSpan& gloss) { return gloss.begin < after_name; });
    if (aside != in.asides.end() && aside->begin == after_name) after_name = aside->end;
    noun.noun = Trim(Text(s).substr(after_name, std::max(0, end - after_name)));
    noun.whole = Trim(Text(s).substr(begin, std::max(0, end - begin)));
    return noun;
  }

  [[nodiscard]] Topic FindTopic(int s, int c, size_t index, const Number& number) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    const NounPhrase& phrase = in.phrases[clause.phrases[index]];
    int begin = phrase.span.begin;
    int after = phrase.span.end;
    const auto own = std::partition_point(phrase.numbers.begin(), phrase.numbers.end(), [&](int n) {
      return in.numbers[n].span.begin < number.span.begin;
    });
    if (own != phrase.numbers.begin()) begin = in.numbers[*std::prev(own)].span.end;
    if (std::next(own) != phrase.numbers.end()) after = in.numbers[*std::next(own)].span.begin;
    // 이후 7개월: a stretch of time is not counted by the noun before it.
    Topic topic;
    if (number.kind != UnitKind::kDuration) topic = FromNoun(ReadNoun(s, phrase, begin, number.span.begin));
    if (!topic.measure.empty()) return topic;
    // 21명의 작가, 100명 규모.
    if (phrase.role == Case::kGenitive && after == phrase.span.end && index + 1 < clause.phrases.size()) {
      const NounPhrase& next = in.phrases[clause.phrases[index + 1]];
      if (next.numbers.empty()) {
        Topic counted = FromNoun(ReadNoun(s, next, next.span.begin, next.span.end));
        if (number.kind == UnitKind::kCount && !counted.measure.empty()) return counted;
      }
    }
    Topic before = FromPhrasesBefore(s, clause, index);
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
      const bool counted = (back == 1 && phrase.role == Case::kGenitive) || phrase.role == Case::kTopic ||
                           phrase.role == Case::kSubject || phrase.role == Case::kObject ||
                           phrase.role == Case::kAlso;
      if (!counted) continue;
      Topic topic = FromNoun(ReadNoun(s, phrase, phrase.span.begin, phrase.span.end));
      if (topic.measure.empty() && topic.subject < 0) continue;
      if (topic.subject < 0 && index > back) {
        const NounPhrase& owner = in.phrases[clause.phrases[index - back - 1]];
        if (owner.role == Case::kGenitive) {
          topic.subject = ReadNoun(s, owner, owner.span.begin, owner.span.end).subject;
        }
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
    constexpr size_t kFarthest = 16;
    const Indices& phrases = in.clauses[c].phrases;
    for (size_t i = 0; i < phrases.size() && i < kFarthest; ++i) {
      const NounPhrase& phrase = in.phrases[phrases[i]];
      if (phrase.end > before) break;
      if (phrase.role != Case::kTopic || phrase.mentions.empty()) continue;
      const Mention& last = named_.mentions[phrase.mentions.back()];
      if (last.at.span.end == phrase.span.end) topic.subject = last.referent;
    }
  }

  // “예산을 공개했다. 2만 유로 수준이다”: what a bare number is about stands in the sentence before.
  void FromSentenceBefore(int s, int c, UnitKind kind, Topic& topic) const {
    if (s == 0 || clauses_.sentences[s].clauses[c].layer != kMatrix ||
        !clauses_.sentences[s].clauses[c].opens) {
      return;
    }
    if (sentences_[s - 1].part != sentences_[s].part ||
        sentences_[s - 1].paragraph != sentences_[s].paragraph) {
      return;
    }
    const SentenceClauses& before = clauses_.sentences[s - 1];
    int last = -1;
    for (int i = 0; i < static_cast<int>(before.clauses.size()) && before.clauses[i].layer == kMatrix; ++i) {
      last = i;
    }
    for (int i = last; i >= 0 && last - i < 4 && topic.measure.empty(); --i) {
      for (auto p = before.clauses[i].phrases.rbegin(); p != before.clauses[i].phrases.rend(); ++p) {
        const std::string_view head = before.phrases[*p].head.In(Text(s - 1));
        if (!IsMeasureNoun(head, KindName(kind))) continue;
        topic.measure = std::string(head);
        topic.confidence = kCarriedOver;
        break;
      }
    }
    if (topic.measure.empty()) return;
    topic.subject = FindSubject(named_, s - 1, before, last, before.clauses[last].span.end).referent;
  }

  const NamedArticle& named_;
  const std::vector<Sentence>& sentences_;
  const ArticleClauses& clauses_;
  const QuantityDates dates_;
  std::vector<QuantityMention> quantities_;
};

}  // namespace

std::vector<QuantityMention> FindQuantities(const NamedArticle& named, const ArticleClauses& clauses,
                                            const ReportDays& days) {
  return QuantityFinder(named, clauses, days).Find();
}

}  // namespace sillok::ingest
