#include "ingest/extract/name_candidate.h"

#include <algorithm>
#include <utility>

#include "common/text/utf8.h"

namespace sillok::ingest {

void SentenceNames::Add(NameCandidate candidate) {
  const int index = static_cast<int>(candidates.size());
  const auto keep_longer = [this, &candidate, index](int& best) {
    if (best < 0 || candidates[best].span.size() < candidate.span.size()) best = index;
  };
  from.resize(words.size(), -1);
  to.resize(words.size(), -1);
  if (candidate.span.begin == words[candidate.first_word].span.begin) keep_longer(from[candidate.first_word]);
  if (candidate.span.end == words[candidate.last_word].span.end) keep_longer(to[candidate.last_word]);
  candidates.push_back(std::move(candidate));
}

const NameCandidate* EndingAt(const SentenceNames& names, int word) {
  if (names.to.empty() || names.to[word] < 0) return nullptr;
  return &names.candidates[names.to[word]];
}

const NameCandidate* StartingAt(const SentenceNames& names, int word) {
  if (names.from.empty() || names.from[word] < 0) return nullptr;
  return &names.candidates[names.from[word]];
}

namespace {

std::vector<int> StemEnds(const SentenceNames& names, const Word& word) {
  std::vector<int> ends;
  if (word.stem_end > word.span.begin) ends.push_back(word.stem_end);
  const std::string_view text = names.text();
  constexpr int kLongestTail = 15;
  for (int end = word.span.end; end > word.span.begin && word.span.end - end <= kLongestTail;) {
    const std::string_view name = text.substr(word.span.begin, end - word.span.begin);
    if (end != word.stem_end && Names().IsParticles(name, text.substr(end, word.span.end - end))) {
      ends.push_back(end);
    }
    end -= DecodeRuneBefore(text, end).length;
  }
  return ends;
}

// 의원들 is not somebody's title; nor is CEO in 최고경영자(CEO) another one.
int TitleEnd(const SentenceNames& names, const Word& word) {
  const std::string_view text = names.text();
  if (word.date || (word.span.begin > 0 && text[word.span.begin - 1] == '(')) return -1;
  for (const int end : word.ends) {
    if (!Names().IsTitle(text.substr(word.span.begin, end - word.span.begin))) continue;
    return text.substr(end, word.span.end - end).starts_with("들") ? -1 : end;
  }
  return -1;
}

}  // namespace

void ReadWords(SentenceNames& names) {
  for (Word& word : names.words) {
    word.ends = StemEnds(names, word);
    word.title_end = TitleEnd(names, word);
  }
}

std::vector<NameCandidate> DecideNames(const SentenceNames& names) {
  std::vector<NameCandidate> order = names.candidates;
  std::stable_sort(order.begin(), order.end(), [](const NameCandidate& a, const NameCandidate& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
    return a.span.begin < b.span.begin;
  });
  // A word belongs to one name; a name covers few words.
  std::vector<std::vector<TextSpan>> taken(names.words.size());
  for (size_t word = 0; word < names.words.size(); ++word) {
    if (names.words[word].date) taken[word].push_back(names.words[word].span);
  }
  std::vector<NameCandidate> chosen;
  for (const NameCandidate& candidate : order) {
    bool free = candidate.score > 0;
    for (int word = candidate.first_word; word <= candidate.last_word; ++word) {
      for (const TextSpan& span : taken[word]) free = free && !span.Overlaps(candidate.span);
    }
    if (!free) continue;
    for (int word = candidate.first_word; word <= candidate.last_word; ++word) {
      taken[word].push_back(candidate.span);
    }
    chosen.push_back(candidate);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const NameCandidate& a, const NameCandidate& b) { return a.span.begin < b.span.begin; });
  return chosen;
}

}  // namespace sillok::ingest
