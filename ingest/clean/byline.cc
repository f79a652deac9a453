#include "ingest/clean/byline.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "common/text/word_finder.h"
#include "ingest/clean/byline_words.h"
#include "ingest/clean/outlets.h"
#include "ingest/clean/prose.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

// Longer lines are no bylines.
constexpr size_t kMaxBytes = 400;
constexpr size_t kMaxTokens = 40;
constexpr size_t kMaxBareNamesBytes = 48;
// Words beside names that are none of the words we know: a desk, a place.
constexpr size_t kMaxOtherWords = 1;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

std::string Lower(std::string_view word) {
  std::string lower(word);
  for (char& byte : lower) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte | 0x20);
  }
  return lower;
}

// What stands right before an equals sign is a place when it is none of the words we know.
bool IsPlace(std::string_view word) {
  for (const BylineWordSet* kind : {&AllBylineWords().title, &AllBylineWords().role, &AllBylineWords().photo,
                                    &AllBylineWords().modifier}) {
    if (!EndingOf(word, *kind).empty() || kind->contains(word)) return false;
  }
  return IsHangulWord(word) && OutletNamed(word).empty() &&
         EndingOf(word, AllBylineWords().outlet_ending).empty();
}

// The line as words; marks between them are gone, addresses stay whole.
std::vector<std::string> Tokenize(std::string_view line) {
  static constexpr std::u32string_view kMarks = U" ,/|·ㆍ・•∙()[]{}<>〈〉《》【】「」=:;\"'“”‘’▶■◆●▲△*※&+→©ⓒ";
  std::vector<std::string> tokens(1);
  for (size_t at = 0; at < line.size();) {
    const DecodedRune rune = DecodeRune(line, at);
    if (kMarks.find(rune.code) != kMarks.npos) {
      // "서울=아무통신": a place, and neither a name nor an outlet.
      if (rune.code == U'=' && IsPlace(tokens.back())) tokens.back().clear();
      if (!tokens.back().empty()) tokens.emplace_back();
    } else {
      tokens.back().append(line.substr(at, rune.length));
    }
    at += rune.length;
  }
  if (tokens.back().empty()) tokens.pop_back();
  for (std::string& token : tokens) {
    while (!token.empty() && (token.back() == '.' || token.back() == '-')) token.pop_back();
  }
  std::erase(tokens, "");
  return tokens;
}

bool IsMail(std::string_view token) {
  static const RE2 pattern(R"([A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,10})");
  return token.find('@') != token.npos && RE2::FullMatch(Piece(token), pattern);
}

// A cheap look before the words: an address, a title, or a word that stands before names.
bool MightSign(std::string_view line) {
  static const auto* const finder = [] {
    std::vector<std::string> words = {"@"};
    for (const BylineWordSet* kind : {&AllBylineWords().title, &AllBylineWords().role})
      words.insert(words.end(), kind->begin(), kind->end());
    return new WordFinder(words);
  }();
  return finder->FindsAny(line);
}

bool IsAscii(std::string_view token) {
  return std::all_of(token.begin(), token.end(), [](char byte) { return byte > 0; });
}

// "3시간", "전": how long ago the page says it appeared.
bool IsAge(std::string_view token) {
  const size_t digits = std::min(token.find_first_not_of("0123456789"), token.size());
  std::string_view unit = token.substr(digits);
  if (digits == 0) return unit == "전";
  if (unit.ends_with("전")) unit.remove_suffix(3);
  return unit == "초" || unit == "분" || unit == "시간" || unit == "일" || unit == "주" || unit == "개월";
}

// Reads the words of a byline from left to right.
class Reader {
 public:
  // False when the words are no byline.
  bool Read(const std::vector<std::string>& tokens) {
    for (const std::string& token : tokens) {
      if (!Take(token)) return false;
    }
    if (!pending_.empty() && !Flush(/*titled=*/false)) return false;
    return titles_ > 0 || !byline_.reporters.empty() || (mails_ > 0 && unknown_ == 0);
  }

  Byline TakeByline() { return std::move(byline_); }

 private:
  bool Take(const std::string& token) {
    if (IsMail(token)) return TakeMail(token);
    if (token.find_first_not_of("0123456789.+") == token.npos) return titles_ > 0;
    if (IsAge(token)) return titles_ > 0;
    const std::string lower = Lower(token);
    if (AllBylineWords().title.contains(lower)) return TakeTitle();
    if (AllBylineWords().modifier.contains(lower)) {
      // 사진 stands before those who took pictures, unless 글 stands there too.
      if (lower == "사진" || lower == "영상") photo_ = !role_ && pending_.empty();
      return true;
    }
    if (AllBylineWords().role.contains(lower)) {
      role_ = true;
      photo_ = false;
      return pending_.empty() || Flush(/*titled=*/false);
    }
    if (AllBylineWords().photo.contains(lower)) {
      photo_ = !role_;
      return true;
    }
    if (AllBylineWords().button.contains(lower)) return titles_ > 0 || mails_ > 0;
    return TakeWord(token);
  }

  // Anything that is none of the listed words.
  bool TakeWord(const std::string& token) {
    if (!OutletNamed(token).empty()) {
      byline_.outlet = OutletNamed(token);
      before_outlet_ = pending_.size();
      return true;
    }
    std::string_view word = token;
    const std::string_view title = EndingOf(word, AllBylineWords().title);
    if (!title.empty()) {
      word.remove_suffix(title.size());
      const std::string_view modifier = EndingOf(word, AllBylineWords().modifier);
      if (!modifier.empty() && !CouldBeNameWithSurname(word)) word.remove_suffix(modifier.size());
      if (CouldBeName(word) && (HasSurname(word) || pending_.empty())) pending_.emplace_back(word);
      return TakeTitle();
    }
    const std::string_view desk = EndingOf(word, AllBylineWords().desk_ending);
    if (!desk.empty() && AllBylineWords().modifier.contains(word.substr(0, word.size() - desk.size())))
      return true;
    const std::string_view ending = EndingOf(word, AllBylineWords().outlet_ending);
    if (!ending.empty() && !(CouldBeName(word) && HasSurname(word) && word.size() == 9 && pending_.empty())) {
      byline_.outlet = token;
      return true;
    }
    if (CouldBeName(word)) {
      if (after_title_ && !HasSurname(word)) return false;
      pending_.emplace_back(word);
      after_title_ = false;
      return pending_.size() <= 8;
    }
    if (!desk.empty() && titles_ == 0) return ++unknown_ <= 2;
    // A name's Latin form, or a pen name, behind it.
    if (!pending_.empty() && IsAscii(token)) return ++unknown_ <= 2;
    return !after_title_ && pending_.empty() && titles_ == 0 && mails_ == 0 && IsShortWord(word) &&
           ++unknown_ <= 2;
  }

  static bool CouldBeNameWithSurname(std::string_view word) { return CouldBeName(word) && HasSurname(word); }

  static bool IsShortWord(std::string_view word) { return CountRunes(word) <= 8; }

  bool TakeMail(const std::string& mail) {
    ++mails_;
    if (!pending_.empty() && !Flush(/*titled=*/titles_ > 0 || pending_.size() == 1)) return false;
    if (byline_.outlet.empty()) byline_.outlet = OutletOfHost(mail);
    for (Reporter& reporter : byline_.reporters) {
      if (!reporter.email.empty()) continue;
      reporter.email = mail;
      return true;
    }
    byline_.mail = mail;
    return true;
  }

  bool TakeTitle() {
    ++titles_;
    after_title_ = true;
    return pending_.empty() || Flush(/*titled=*/true);
  }

  // Makes the waiting words reporters. Without a title only a word that looks like a name whole is one.
  bool Flush(bool titled) {
    // Of names on both sides of an outlet those behind it are its reporters'.
    const size_t skipped = before_outlet_ < pending_.size() ? before_outlet_ : 0;
    std::vector<std::string> names(pending_.begin() + static_cast<ptrdiff_t>(skipped), pending_.end());
    pending_.clear();
    before_outlet_ = 0;
    const bool surnamed = std::any_of(names.begin(), names.end(), HasSurname);
    if (!titled && !(surnamed && (role_ || mails_ > 0))) return false;
    if (surnamed) {
      const size_t before = names.size();
      std::erase_if(names, [](const std::string& name) { return !HasSurname(name); });
      if (!titled && names.size() != before) return false;
      if (names.size() + kMaxOtherWords < before) return false;
    } else {
      names.erase(names.begin(), names.end() - 1);
    }
    if (photo_) return true;
    for (std::string& name : names) byline_.reporters.push_back({std::move(name), ""});
    return true;
  }

  Byline byline_;
  std::vector<std::string> pending_;  // words that could be names and wait for a title
  size_t before_outlet_ = 0;          // of them, those before the outlet
  int titles_ = 0;
  int mails_ = 0;
  int unknown_ = 0;
  bool after_title_ = false;
  bool role_ = false;
  bool photo_ = false;
};

}  // namespace

std::optional<Byline> ReadByline(std::string_view line) {
  line = StripBullets(line);
  if (line.empty() || line.size() > kMaxBytes) return std::nullopt;
  if (HoldsStatement(line) || !MightSign(line)) return std::nullopt;
  const std::vector<std::string> tokens = Tokenize(line);
  if (tokens.empty() || tokens.size() > kMaxTokens) return std::nullopt;
  Reader reader;
  if (!reader.Read(tokens)) return std::nullopt;
  return reader.TakeByline();
}

std::optional<Byline> ReadBareNames(std::string_view line) {
  line = StripBullets(line);
  if (line.empty() || line.size() > kMaxBareNamesBytes) return std::nullopt;
  Byline byline;
  for (const std::string& name : Tokenize(line)) {
    if (!CouldBeName(name) || !HasSurname(name)) return std::nullopt;
    byline.reporters.push_back({name, ""});
  }
  if (byline.reporters.empty()) return std::nullopt;
  return byline;
}

void AddReporters(const std::vector<Reporter>& more, std::vector<Reporter>& all) {
  for (const Reporter& reporter : more) {
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const Reporter& r) { return r.name == reporter.name; });
    if (same == all.end()) {
      all.push_back(reporter);
    } else if (same->email.empty()) {
      same->email = reporter.email;
    }
  }
}

}  // namespace sillok::ingest
