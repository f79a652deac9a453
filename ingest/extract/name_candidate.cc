#include "ingest/extract/name_candidate.h"

#include <algorithm>
#include <numeric>

#include "common/text/utf8.h"

namespace sillok::ingest {

void SentenceNames::Add(const NameCandidate& candidate) {
  const int index = static_cast<int>(candidates.size());
  const auto keep_longer = [this, &candidate, index](int& best) {
    if (best < 0 || candidates[best].span.size() < candidate.span.size()) best = index;
  };
  Word& first = words[candidate.first_word];
  Word& last = words[candidate.last_word];
  if (candidate.span.begin == first.span.begin) keep_longer(first.longest_from);
  if (candidate.span.end == last.span.end) keep_longer(last.longest_to);
  constexpr size_t kUsual = 8;  // candidates of a sentence
  if (candidates.empty()) candidates.reserve(kUsual);
  candidates.push_back(candidate);
  if (candidate.reason.rule.empty()) candidates.back().reason.rule = finder;
}

const NameCandidate* EndingAt(const SentenceNames& names, int word) {
  const int candidate = names.words[word].longest_to;
  return candidate < 0 ? nullptr : &names.candidates[candidate];
}

const NameCandidate* StartingAt(const SentenceNames& names, int word) {
  const int candidate = names.words[word].longest_from;
  return candidate < 0 ? nullptr : &names.candidates[candidate];
}

namespace {

void FindStems(const SentenceNames& names, Word& word) {
  const auto add = [&](int end) {
    const std::string_view stem = names.text().substr(word.span.begin, end - word.span.begin);
    word.stems.push_back({.end = end, .signs = Names().SignsOf(stem)});
  };
  if (word.stem_end > word.span.begin) add(word.stem_end);
  if (word.span.end != word.stem_end) add(word.span.end);
  constexpr int kLongestTail = 15;
  Names().ForEachParticles(word.In(names.text()), [&](int tail) {
    const int end = word.span.begin + tail;
    if (end != word.stem_end && word.span.end - end <= kLongestTail) add(end);
  });
}

// 의원들 is not somebody's title; nor is CEO in 최고경영자(CEO) another one, as 공동대표 in (공동대표 김가온) is.
int TitleEnd(const SentenceNames& names, const Word& word) {
  const std::string_view text = names.text();
  const bool opened = word.span.begin > 0 && text[word.span.begin - 1] == '(';
  if (word.date || (opened && !text.substr(word.span.end).starts_with(' '))) return -1;
  for (const WordStem& stem : word.stems) {
    if (!stem.signs.title) continue;
    return text.substr(stem.end, word.span.end - stem.end).starts_with("들") ? -1 : stem.end;
  }
  return -1;
}

}  // namespace

void ReadWords(SentenceNames& names) {
  for (Word& word : names.words) {
    FindStems(names, word);
    word.title_end = TitleEnd(names, word);
  }
}

namespace {

// The spans that are taken, by the words they cover: a word belongs to one name or few, a name covers few words.
class TakenSpans {
 public:
  explicit TakenSpans(const std::vector<Word>& words) : last_(words.size(), kNone) {
    for (size_t word = 0; word < words.size(); ++word) {
      if (words[word].date) Take(words[word].span, static_cast<int>(word));
    }
  }

  [[nodiscard]] bool Overlap(const NameCandidate& candidate) const {
    for (int word = candidate.first_word; word <= candidate.last_word; ++word) {
      for (int at = last_[word]; at != kNone; at = taken_[at].before) {
        if (taken_[at].span.Overlaps(candidate.span)) return true;
      }
    }
    return false;
  }

  void Take(const NameCandidate& candidate) {
    for (int word = candidate.first_word; word <= candidate.last_word; ++word) Take(candidate.span, word);
  }

 private:
  static constexpr int kNone = -1;
  struct Taken {
    TextSpan span;
    int before = kNone;  // the one taken before it in the same word
  };

  void Take(const TextSpan& span, int word) {
    taken_.push_back({span, last_[word]});
    last_[word] = static_cast<int>(taken_.size()) - 1;
  }

  std::vector<int> last_;  // by word
  std::vector<Taken> taken_;
};

// The candidates with the surest first.
std::vector<int> BySureness(const std::vector<NameCandidate>& candidates) {
  std::vector<int> order(candidates.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int left, int right) {
    const NameCandidate& a = candidates[left];
    const NameCandidate& b = candidates[right];
    if (a.score != b.score) return a.score > b.score;
    if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return left < right;
  });
  return order;
}

}  // namespace

std::vector<NameCandidate> DecideNames(const SentenceNames& names) {
  if (names.candidates.empty()) return {};
  TakenSpans taken(names.words);
  std::vector<NameCandidate> chosen;
  for (const int index : BySureness(names.candidates)) {
    const NameCandidate& candidate = names.candidates[index];
    if (candidate.score <= 0 || taken.Overlap(candidate)) continue;
    taken.Take(candidate);
    chosen.push_back(candidate);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const NameCandidate& a, const NameCandidate& b) { return a.span.begin < b.span.begin; });
  return chosen;
}

}  // namespace sillok::ingest
