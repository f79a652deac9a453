#include "ingest/extract/name_candidate.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace sillok::ingest {

namespace {

// No name but a quoted one has more words; lookups behind look this far.
constexpr int kLongestName = 8;

template <typename Fits>
const NameCandidate* LongestNear(const SentenceNames& names, int word, Fits fits) {
  const NameCandidate* best = nullptr;
  for (auto at = names.candidates.rbegin(); at != names.candidates.rend(); ++at) {
    if (at->first_word + kLongestName < word) break;
    if (fits(*at) && (best == nullptr || at->span.size() > best->span.size())) best = &*at;
  }
  return best;
}

}  // namespace

const NameCandidate* EndingAt(const SentenceNames& names, int word) {
  const int end = names.words[word].span.end;
  return LongestNear(names, word, [end](const NameCandidate& candidate) { return candidate.span.end == end; });
}

const NameCandidate* StartingAt(const SentenceNames& names, int word) {
  const int begin = names.words[word].span.begin;
  return LongestNear(names, word, [begin](const NameCandidate& candidate) { return candidate.span.begin == begin; });
}

namespace {

std::vector<int> StemEnds(const SentenceNames& names, const Word& word) {
  std::vector<int> ends;
  if (word.stem_end > word.span.begin) ends.push_back(word.stem_end);
  const std::string_view text = names.text();
  constexpr int kLongestTail = 15;
  for (int end = word.span.end; end > word.span.begin && word.span.end - end <= kLongestTail;) {
    const std::string_view name = text.substr(word.span.begin, end - word.span.begin);
    if (end != word.stem_end && Names().IsParticles(name, text.substr(end, word.span.end - end))) ends.push_back(end);
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
    for (int word = candidate.first_word; word <= candidate.last_word; ++word) taken[word].push_back(candidate.span);
    chosen.push_back(candidate);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const NameCandidate& a, const NameCandidate& b) { return a.span.begin < b.span.begin; });
  return chosen;
}

}  // namespace sillok::ingest
