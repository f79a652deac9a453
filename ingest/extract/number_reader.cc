#include "ingest/extract/number_reader.h"

#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "common/lexicon/lexicon.h"
#include "ingest/extract/name_trie.h"

namespace sillok::ingest {
namespace {

enum class WordKind { kTens, kOnes, kDigit, kPower, kBig, kPair, kNone };
struct NumberWord {
  double value = 0;
  WordKind kind = WordKind::kOnes;
};
WordKind WordKindOf(std::string_view kind) {
  if (kind == "tens") return WordKind::kTens;
  if (kind == "ones") return WordKind::kOnes;
  if (kind == "digit") return WordKind::kDigit;
  if (kind == "pair") return WordKind::kPair;
  if (kind == "none") return WordKind::kNone;
  return kind == "power" ? WordKind::kPower : WordKind::kBig;
}

struct NumberWords {
  NameTrie forms;
  std::vector<NumberWord> words;  // by the trie's value
};

const NumberWords& Words() {
  static const auto* rows = [] {
    auto* built = new NumberWords;
    const LexiconTable words = FindLexicon("number_words");
    for (const LexiconRow& row : words.rows()) {
      double value = 0;
      if (!absl::SimpleAtod(absl::string_view(row[1].data(), row[1].size()), &value)) std::abort();
      built->forms.Add(row[0], static_cast<int>(built->words.size()));
      built->words.push_back({value, WordKindOf(row[2])});
    }
    return built;
  }();
  return *rows;
}

struct FoundWord {
  const NumberWord* word = nullptr;
  size_t length = 0;
};

// The longest number word at `at`.
FoundWord FindWord(std::string_view text, size_t at) {
  FoundWord found;
  Words().forms.Match(text, static_cast<int>(at),
                      [&](int end, int word) { found = {.word = &Words().words[word], .length = end - at}; });
  return found;
}

// 1,234.5 at `at`.
std::optional<double> ReadDigits(std::string_view text, size_t& at) {
  constexpr size_t kMostDigits = 18;
  std::string plain;
  size_t end = at;
  while (end < text.size() && plain.size() <= kMostDigits) {
    const bool group = text[end] == ',' && IsDigitAt(text, end + 1) && IsDigitAt(text, end + 2) &&
                       IsDigitAt(text, end + 3) && !IsDigitAt(text, end + 4) && !plain.empty();
    if (IsDigitAt(text, end)) {
      plain += text[end];
    } else if (!group) {
      break;
    }
    ++end;
  }
  if (plain.size() > kMostDigits) return std::nullopt;
  if (end < text.size() && text[end] == '.' && IsDigitAt(text, end + 1)) {
    plain += '.';
    for (++end; IsDigitAt(text, end) && plain.size() <= kMostDigits; ++end) plain += text[end];
  }
  double value = 0;
  if (plain.empty() || !absl::SimpleAtod(plain, &value)) return std::nullopt;
  at = end;
  return value;
}

// Figures and number words together: 30만2천500, 3조 2억, 열두, 이백오십.
class NumberReader {
 public:
  NumberReader(std::string_view text, size_t at) : text_(text), at_(at) {}

  std::optional<ReadNumber> Read() {
    constexpr int kMostParts = 16;
    for (int part = 0; part < kMostParts && Step(); ++part) {
    }
    if (!any_) return std::nullopt;
    reading_.value = total_ + section_ + ones_;
    reading_.end = at_;
    return reading_;
  }

 private:
  bool Step() {
    size_t at = at_;
    if (reading_.counted && after_big_ && at < text_.size() && text_[at] == ' ' && IsDigitAt(text_, at + 1)) {
      ++at;
    }
    if (IsDigitAt(text_, at)) return TakeDigits(at);
    const size_t more = SkipMore();
    const FoundWord found = FindWord(text_, at_ + more);
    if (found.word == nullptr || (more > 0 && found.word->kind != WordKind::kBig)) return false;
    if (!TakeWord(*found.word, found.length + more)) return false;
    reading_.approximate = reading_.approximate || more > 0;
    return true;
  }

  // The bytes of the 여 in 3천여만.
  [[nodiscard]] size_t SkipMore() const {
    constexpr std::string_view kMore = "여";
    return any_ && text_.substr(at_).starts_with(kMore) ? kMore.size() : 0;
  }

  bool TakeDigits(size_t at) {
    if (ones_ > 0 || (any_ && !reading_.counted && section_ == 0)) return false;
    const std::optional<double> value = ReadDigits(text_, at);
    if (!value || (reading_.counted && *value >= last_big_)) return false;
    ones_ = *value;
    at_ = at;
    any_ = true;
    reading_.digits = true;
    after_big_ = false;
    return true;
  }

  bool TakeWord(const NumberWord& word, size_t length) {
    switch (word.kind) {
      case WordKind::kNone:
        return false;
      case WordKind::kPair:
        if (any_) return false;
        ones_ = word.value;
        reading_.pair = true;
        break;
      case WordKind::kTens:
        if (any_) return false;
        ones_ = word.value;
        native_tens_ = true;
        break;
      case WordKind::kOnes:
        if (reading_.pair || (any_ && !native_tens_)) return false;
        ones_ += word.value;
        native_tens_ = false;
        break;
      case WordKind::kDigit:
        if (ones_ > 0 || reading_.digits || reading_.pair) return false;
        ones_ = word.value;
        break;
      case WordKind::kPower:
        section_ += (ones_ > 0 ? ones_ : 1) * word.value;
        ones_ = 0;
        break;
      case WordKind::kBig:
        if (!any_ || (reading_.counted && word.value >= last_big_)) return false;
        total_ += (section_ + ones_) * word.value;
        section_ = ones_ = 0;
        last_big_ = word.value;
        reading_.scale = word.value;
        reading_.counted = true;
        after_big_ = true;
        break;
    }
    if (word.kind != WordKind::kBig) after_big_ = false;
    any_ = true;
    ++reading_.words;
    at_ += length;
    return true;
  }

  std::string_view text_;
  size_t at_;
  ReadNumber reading_;
  double total_ = 0;
  double section_ = 0;
  double ones_ = 0;
  double last_big_ = 0;
  bool any_ = false;
  bool after_big_ = false;
  bool native_tens_ = false;
};

}  // namespace

std::optional<ReadNumber> ReadNumberAt(std::string_view text, size_t at) {
  return NumberReader(text, at).Read();
}

bool BeginsNumberWord(std::string_view text, size_t at) { return FindWord(text, at).word != nullptr; }

}  // namespace sillok::ingest
