#include "query/link/event_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "common/text/hangul.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "query/link/career.h"

namespace sillok::query {
namespace {

// Of several that fit, the first one counts.
using OrderedWords = std::set<std::string>;

// Bytes of a clause that are compared; of a word, those at its end in which a kind is looked for.
constexpr size_t kLongClause = 4096;
constexpr size_t kLongWord = 16 * kSyllableBytes;

struct KindRow {
  EventKind kind;
  std::string place;
};

struct Kinds {
  std::vector<std::string> names;
  TextMap<KindRow> rows;  // by word
};

Kinds LoadKinds() {
  Kinds kinds;
  std::map<std::string, uint32_t, std::less<>> known;
  ForEachRow("event_kinds", [&](const LexiconRow& row) {
    const auto [kind, is_new] =
        known.try_emplace(std::string(row[1]), static_cast<uint32_t>(kinds.names.size()));
    if (is_new) kinds.names.emplace_back(row[1]);
    const KindUse use = row[2] == "once"     ? KindUse::kOnce
                        : row[2] == "one"    ? KindUse::kOne
                        : row[2] == "series" ? KindUse::kSeries
                                             : KindUse::kAny;
    kinds.rows.emplace(row[0],
                       KindRow{.kind = {.kind = kind->second, .use = use}, .place = std::string(row[3])});
  });
  return kinds;
}

const Kinds& AllKinds() {
  static const Kinds& kinds = *new Kinds(LoadKinds());
  return kinds;
}

// The first column of a table's rows whose second one is `use`.
template <typename Words>
Words LoadWords(std::string_view table, std::string_view use) {
  Words words;
  ForEachRow(table, [&](const LexiconRow& row) {
    if (row[1] == use) words.emplace(row[0]);
  });
  return words;
}

// By their last bytes, each list in the order of its rows: a word is compared with a few of them.
using ParticlesByEnd = std::array<std::vector<std::string>, 256>;

const std::vector<std::string>& ParticlesLike(std::string_view word) {
  static const ParticlesByEnd& particles = *[] {
    auto* lists = new ParticlesByEnd();
    ForEachRow("clause_particles", [&](const LexiconRow& row) {
      (*lists)[static_cast<unsigned char>(row[0].back())].emplace_back(row[0]);
    });
    return lists;
  }();
  return particles[word.empty() ? 0 : static_cast<unsigned char>(word.back())];
}

// Two syllables stay at least: 회의 is no 회 with a particle.
std::string_view WithoutParticle(std::string_view word) {
  for (const std::string& particle : ParticlesLike(word)) {
    if (!word.ends_with(particle)) continue;
    const std::string_view left = word.substr(0, word.size() - particle.size());
    if (left.size() >= 2 * kSyllableBytes || (left.size() > 1 && !IsHangulWord(left))) return left;
  }
  return word;
}

bool IsWordRune(char32_t code) {
  return IsHangulSyllable(code) || IsHanja(code) || (code >= '0' && code <= '9') ||
         (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || code > 0x1'0000;
}

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words(1);
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    if (IsWordRune(rune.code)) {
      words.back().append(text.substr(at, rune.length));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
    at += rune.length;
  }
  if (words.back().empty()) words.pop_back();
  for (std::string& word : words) word = NormalizeName(word);
  return words;
}

// Without what stands between “ and ”, or between two ".
std::string WithoutQuoted(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    const bool opens = rune.code == U'“' || (rune.code == U'"' && depth == 0);
    const bool closes = !opens && (rune.code == U'”' || rune.code == U'"');
    if (opens) ++depth;
    if (depth == 0) kept.append(text.substr(at, rune.length));
    if (closes && depth > 0 && --depth == 0) kept += ' ';
    at += rune.length;
  }
  return kept;
}

void Blank(std::string_view form, std::string& text) {
  if (form.empty()) return;
  for (size_t at = text.find(form); at != std::string::npos; at = text.find(form, at + form.size())) {
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), form.size(), ' ');
  }
}

// 발표하다, 발표됐다, 발표해.
bool MakesVerb(std::string_view ending) {
  static const TextSet& first = *new TextSet(LoadWords<TextSet>("clause_verbs", "after"));
  return first.contains(ending.substr(0, kSyllableBytes));
}

// Whether a row may stand at the end of a word, after so much of it: 업무협약 ends with 협약, but 개발사 not with 발사.
bool MayEnd(size_t before, size_t row) {
  return before == 0 || row > 2 * kSyllableBytes ||
         (row == 2 * kSyllableBytes && before >= 2 * kSyllableBytes);
}

// The row a word is, ends with, or is a verb of. A row of one syllable is a whole word.
const KindRow* KindOf(std::string_view word) {
  const auto& rows = AllKinds().rows;
  while (word.size() > kLongWord) word.remove_prefix(DecodeRune(word, 0).length);
  for (size_t at = 0; at < word.size(); at += DecodeRune(word, at).length) {
    const std::string_view rest = word.substr(at);
    if (const auto row = rows.find(rest); row != rows.end() && MayEnd(at, rest.size())) return &row->second;
    for (size_t end = rest.size(); end > 2 * kSyllableBytes; end -= DecodeRuneBefore(rest, end).length) {
      const size_t cut = end - DecodeRuneBefore(rest, end).length;
      if (!MakesVerb(rest.substr(cut))) continue;
      if (const auto row = rows.find(rest.substr(0, cut)); row != rows.end() && MayEnd(at, cut)) {
        return &row->second;
      }
    }
  }
  return nullptr;
}

// FNV-1a, folded to 16 bits.
uint16_t HashRun(std::string_view run) {
  uint32_t hash = 0x811c9dc5;
  for (const char byte : run) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x01000193;
  return static_cast<uint16_t>(hash ^ (hash >> 16));
}

void AddRuns(std::string_view word, std::vector<uint16_t>& content) {
  if (!IsHangulWord(word)) {
    if (word.size() > 1) content.push_back(HashRun(word));
    return;
  }
  for (size_t at = 0; at + 2 * kSyllableBytes <= word.size(); at += kSyllableBytes) {
    content.push_back(HashRun(word.substr(at, 2 * kSyllableBytes)));
  }
}

template <typename Value>
void SortOnce(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void SortKinds(std::vector<EventKind>& kinds) {
  std::sort(kinds.begin(), kinds.end());
  const auto same = [](const EventKind& a, const EventKind& b) { return a.kind == b.kind; };
  kinds.erase(std::unique(kinds.begin(), kinds.end(), same), kinds.end());
}

void AddKind(const KindRow* row, ClauseWords& words) {
  if (row == nullptr) return;
  words.kinds.push_back(row->kind);
  if (!row->place.empty()) words.place = row->place;
}

// What comes after the one from whom the article has it: 업계에 따르면.
std::string_view WithoutSource(std::string_view text) {
  static const auto& marks = *new OrderedWords(LoadWords<OrderedWords>("clause_stopwords", "source"));
  for (const std::string& mark : marks) {
    if (const size_t at = text.find(mark); at != std::string_view::npos) return text.substr(at + mark.size());
  }
  return text;
}

std::string_view StemOf(std::string_view predicate) {
  static const auto& endings = *new OrderedWords(LoadWords<OrderedWords>("clause_verbs", "lemma"));
  for (const std::string& ending : endings) {
    if (predicate.size() > ending.size() && predicate.ends_with(ending)) {
      return predicate.substr(0, predicate.size() - ending.size());
    }
  }
  return predicate;
}

bool SaysNothing(std::string_view word) {
  static const TextSet& empty = *new TextSet(LoadWords<TextSet>("clause_stopwords", ""));
  return (word.front() >= '0' && word.front() <= '9') || empty.contains(word) || IsRegion(word) ||
         EndsWithTitle(word);
}

}  // namespace

std::string_view KindName(uint32_t kind) {
  return kind < AllKinds().names.size() ? std::string_view(AllKinds().names[kind]) : std::string_view();
}

ClauseWords ReadClause(std::string_view summary, std::string_view predicate,
                       const std::vector<std::string>& names, std::string_view place, bool skip_quoted) {
  const std::string_view told_words = WithoutSource(TruncateUtf8(summary, kLongClause));
  std::string text = skip_quoted ? WithoutQuoted(told_words) : std::string(told_words);
  std::vector<std::string> forms = names;
  std::sort(forms.begin(), forms.end(), [](const std::string& a, const std::string& b) {
    return std::pair(b.size(), a) < std::pair(a.size(), b);
  });
  for (const std::string& form : forms) Blank(form, text);

  ClauseWords words;
  const std::vector<std::string> where = PlaceWords(place);
  const std::vector<std::string> written = WordsOf(text);
  for (size_t at = 0; at < written.size(); ++at) {
    const std::string_view word = WithoutParticle(written[at]);
    if (std::find(where.begin(), where.end(), word) != where.end() || (skip_quoted && SaysNothing(word))) {
      continue;
    }
    const KindRow* row = KindOf(word);
    AddKind(row, words);
    if ((row == nullptr || !skip_quoted) && at + 1 < written.size()) {
      AddRuns(word, words.content);  // the last one is the predicate
    }
  }
  const auto& rows = AllKinds().rows;
  const auto lemma = rows.find(predicate);
  const KindRow* told = lemma != rows.end() ? &lemma->second : KindOf(StemOf(predicate));
  // A predicate that names the event leaves the others as where and when it happened: 총회에서 선임했다.
  if (told != nullptr && told->kind.use != KindUse::kAny) {
    for (EventKind& kind : words.kinds) kind.use = KindUse::kAny;
  }
  AddKind(told, words);
  SortOnce(words.content);
  SortKinds(words.kinds);
  return words;
}

void AddKindsOfName(std::string_view name, std::vector<EventKind>& kinds) {
  const KindRow* row = KindOf(name);
  if (row == nullptr) return;
  kinds.push_back(row->kind);
  SortKinds(kinds);
}

std::vector<std::string> PlaceWords(std::string_view place) {
  std::vector<std::string> words = WordsOf(place);
  for (std::string& word : words) word = std::string(WithoutParticle(word));
  SortOnce(words);
  return words;
}

bool IsRegion(std::string_view word) {
  static const TextSet& regions = *new TextSet(LoadWords<TextSet>("regions", ""));
  return regions.contains(word) || IsKorea(word);
}

bool IsKorea(std::string_view word) {
  static const TextSet& names = *new TextSet(LoadWords<TextSet>("regions", "whole"));
  return names.contains(word);
}

}  // namespace sillok::query
