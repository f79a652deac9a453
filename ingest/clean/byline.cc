#include "ingest/clean/byline.h"

#include <algorithm>

#include "absl/strings/str_join.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "common/text/word_finder.h"
#include "ingest/clean/byline_tokens.h"
#include "ingest/clean/byline_words.h"
#include "ingest/clean/other_bylines.h"
#include "ingest/clean/outlets.h"
#include "ingest/clean/prose.h"
#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

// Longer lines are no bylines.
constexpr size_t kMaxBytes = 400;
constexpr size_t kMaxTokens = 40;
constexpr size_t kMaxBareNamesBytes = 48;

std::string Lower(std::string_view word) {
  std::string lower(word);
  for (char& byte : lower) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte | 0x20);
  }
  return lower;
}

bool IsMail(std::string_view token) {
  static const RE2 pattern(R"([A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,10})");
  return token.find('@') != token.npos && RE2::FullMatch(Piece(token), pattern);
}

// A cheap look before the words: an address, a title, or a word that stands before names.
bool MightSign(std::string_view line) {
  static const auto* const finder = [] {
    std::vector<std::string> words = {"@"};
    for (const BylineWordSet* kind : {&AllBylineWords().title, &AllBylineWords().role}) {
      words.insert(words.end(), kind->begin(), kind->end());
    }
    return new WordFinder(words);
  }();
  return finder->FindsAny(line);
}

bool IsAscii(std::string_view token) {
  return std::all_of(token.begin(), token.end(), [](char byte) { return byte > 0; });
}

// Reads the words of a byline from left to right.
class Reader {
 public:
  // False when the words are no byline.
  bool Read(const std::vector<std::string>& tokens) {
    for (const std::string& token : tokens) {
      if (!Take(token)) return false;
    }
    if (!pending_.empty() && !Flush(/*titled=*/LedByTitle())) return false;
    return titles_ > 0 || !byline_.reporters.empty() || (mails_ > 0 && unknown_ == 0);
  }

  Byline TakeByline() { return std::move(byline_); }

 private:
  // "기자 한도윤": a title that nobody stood before, and one name of three syllables.
  [[nodiscard]] bool LedByTitle() const {
    return titles_ == 1 && byline_.reporters.empty() && pending_.size() == 1 && pending_[0].size() == 9 &&
           HasSurname(pending_[0]);
  }

  bool Take(const std::string& written) {
    if (IsMail(written)) return TakeMail(written);
    // "한도윤 기자의 기사 모음"
    const std::string_view owner = TitledOwner(written);
    const std::string token(owner.empty() ? std::string_view(written) : owner);
    const bool number = token.find_first_not_of("0123456789.,+") == token.npos;
    if (number || IsAge(token) || IsHeadcount(token) || IsPageNumber(token)) {
      return titles_ > 0 || role_ || mails_ > 0;
    }
    const std::string lower = Lower(token);
    if (AllBylineWords().title.contains(lower)) return TakeTitle();
    if (AllBylineWords().desk.contains(lower)) return true;
    // 취재 is both: before names a role, behind them a kind of 기자.
    const bool role = AllBylineWords().role.contains(lower);
    if (AllBylineWords().modifier.contains(lower) && !(role && pending_.empty())) {
      // 사진 stands before those who took pictures, unless 글 stands there too.
      return (lower != "사진" && lower != "영상") || TakePhoto();
    }
    if (role) {
      role_ = true;
      photo_ = false;
      const bool read = pending_.empty() || Flush(/*titled=*/false);
      waiting_ = true;
      return read;
    }
    if (AllBylineWords().photo.contains(lower)) {
      return TakePhoto();
    }
    if (AllBylineWords().button.contains(lower)) return titles_ > 0 || mails_ > 0 || role_;
    return TakeWord(token);
  }

  // The names after it took pictures, unless who wrote stands right before it: 글·사진.
  bool TakePhoto() {
    const bool wrote = waiting_ && pending_.empty();
    if (role_ && !pending_.empty()) {
      if (!Flush(/*titled=*/false)) return false;
      role_ = false;
    }
    photo_ = !wrote && pending_.empty();
    return true;
  }

  // "안재희 박수인 Lee Hanna 기자": a name in Latin letters that is not another form of the only one before it.
  [[nodiscard]] std::string LatinName() const {
    const bool long_enough = latin_.size() == 2 || latin_.size() == 3;
    if (pending_.size() == 1 || !long_enough) return "";
    const bool surnamed = IsRomanSurname(Lower(latin_.front())) || IsRomanSurname(Lower(latin_.back()));
    return surnamed ? absl::StrJoin(latin_, " ") : "";
  }

  // Anything that is none of the listed words.
  bool TakeWord(const std::string& token) {
    if (IsPlaceWord(token)) return true;
    if (IsOffice(token)) return titles_ > 0;
    if (HasParticle(token)) return false;
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
      // 인터넷기자, and what somebody is besides: 한도윤 기자(공연칼럼니스트).
      const bool kind = IsBylineWord(word) || (titles_ > 0 && word.size() == 6);
      if (!kind && CouldBeName(word) && (HasSurname(word) || pending_.empty())) pending_.emplace_back(word);
      return TakeTitle();
    }
    const std::string_view desk = EndingOf(word, AllBylineWords().desk_ending);
    if (!desk.empty() && AllBylineWords().modifier.contains(word.substr(0, word.size() - desk.size()))) {
      return true;
    }
    const std::string_view ending = EndingOf(word, AllBylineWords().outlet_ending);
    if (!ending.empty() && !(CouldBeName(word) && HasSurname(word) && word.size() == 9 && pending_.empty())) {
      byline_.outlet = token;
      return true;
    }
    // "다니엘 최": a given name of abroad before a surname.
    if (token.size() == 3 && !pending_.empty() && AllBylineWords().surname.contains(token) &&
        !HasSurname(pending_.back())) {
      pending_.back() += " " + token;
      return true;
    }
    if (CouldBeName(word) && !IsBylineWord(word)) {
      if (after_title_ && !HasSurname(word)) return false;
      pending_.emplace_back(word);
      after_title_ = false;
      return pending_.size() <= 8;
    }
    if (!desk.empty() && titles_ == 0) return ++desks_ <= 2;
    if (IsAscii(token) && token[0] >= 'A' && token[0] <= 'Z') latin_.push_back(token);
    // A name's Latin form, or a pen name, behind it.
    if (!pending_.empty() && IsAscii(token)) return ++unknown_ <= 2;
    return !after_title_ && pending_.empty() && titles_ == 0 && mails_ == 0 && IsShortWord(word) &&
           ++unknown_ <= 2;
  }

  static bool CouldBeNameWithSurname(std::string_view word) { return CouldBeName(word) && HasSurname(word); }

  static bool IsShortWord(std::string_view word) { return CountRunes(word) <= 8; }

  bool TakeMail(const std::string& mail) {
    ++mails_;
    const bool name = pending_.size() == 1 && HasSurname(pending_[0]);
    if (!pending_.empty() && !Flush(/*titled=*/titles_ > 0 || name)) return false;
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
    const std::string latin = LatinName();
    latin_.clear();
    const bool read = pending_.empty() || Flush(/*titled=*/true);
    if (!latin.empty()) byline_.reporters.push_back({latin, ""});
    return read;
  }

  // Of words among which some begin with surnames: those behind the last that does not; where none is, those before it.
  static void KeepNames(std::vector<std::string>& names) {
    const auto other = std::find_if_not(names.rbegin(), names.rend(), HasSurname);
    if (other != names.rbegin()) names.erase(names.begin(), other.base());
    std::erase_if(names, [](const std::string& name) { return !HasSurname(name); });
  }

  // Words of two syllables before names of three are places and the like (강원, 송고) more often than names.
  static void DropShortWords(std::vector<std::string>& names) {
    const auto is_long = [](const std::string& name) { return name.size() >= 9; };
    if (std::none_of(names.begin(), names.end(), is_long)) return;
    const std::string last = names.back();
    std::erase_if(names, [&](const std::string& name) { return !is_long(name) && name != last; });
  }

  // Makes the waiting words reporters. Without a title only a word that looks like a name whole is one.
  bool Flush(bool titled) {
    // Of names on both sides of an outlet those behind it are its reporters'.
    const size_t skipped = before_outlet_ < pending_.size() ? before_outlet_ : 0;
    std::vector<std::string> names(pending_.begin() + static_cast<ptrdiff_t>(skipped), pending_.end());
    waiting_ = false;
    pending_.clear();
    before_outlet_ = 0;
    const bool surnamed = std::any_of(names.begin(), names.end(), HasSurname);
    if (!titled && !(surnamed && (role_ || photo_ || mails_ > 0))) return false;
    if (surnamed) {
      const size_t before = names.size();
      KeepNames(names);
      if (!titled && names.size() != before) return false;
      DropShortWords(names);
    } else {
      // A name of abroad; two syllables are a word like any.
      names.erase(names.begin(), names.end() - 1);
      if (names[0].size() == 6 && mails_ == 0) names.clear();
    }
    if (photo_) return true;
    for (std::string& name : names) byline_.reporters.push_back({std::move(name), ""});
    return true;
  }

  Byline byline_;
  std::vector<std::string> pending_;  // words that could be names and wait for a title
  std::vector<std::string> latin_;    // words in Latin letters that could
  size_t before_outlet_ = 0;          // of them, those before the outlet
  int titles_ = 0;
  int mails_ = 0;
  int unknown_ = 0;
  int desks_ = 0;
  bool after_title_ = false;
  bool role_ = false;
  bool waiting_ = false;  // a role stands before the next word
  bool photo_ = false;
};

// "한도윤(hando12)": a name and the account that it writes under.
std::optional<Byline> ReadAccount(std::string_view line) {
  static const RE2 pattern(R"(([가-힣]{2,4})\s?\([a-z][a-z0-9_.-]{2,20}\))");
  std::string name;
  if (!line.ends_with(')') || !RE2::FullMatch(Piece(line), pattern, &name) || !HasSurname(name)) {
    return std::nullopt;
  }
  Byline byline;
  byline.reporters.push_back({name, ""});
  return byline;
}

}  // namespace

std::optional<Byline> ReadByline(std::string_view line) {
  line = StripBullets(line);
  if (line.empty() || line.size() > kMaxBytes) return std::nullopt;
  if (std::optional<Byline> account = ReadAccount(line)) return account;
  if (std::optional<Byline> english = ReadEnglish(line)) return english;
  if (std::optional<Byline> foreigner = ReadForeigner(line)) return foreigner;
  if (HoldsStatement(line) || !MightSign(line)) return std::nullopt;
  const std::vector<std::string> tokens = BylineTokens(line);
  if (tokens.empty() || tokens.size() > kMaxTokens) return std::nullopt;
  Reader reader;
  if (!reader.Read(tokens)) return std::nullopt;
  return reader.TakeByline();
}

std::optional<Byline> ReadBareNames(std::string_view line, bool marked) {
  line = StripBullets(line);
  if (line.empty() || line.size() > kMaxBareNamesBytes) return std::nullopt;
  Byline byline;
  bool skipped = false;
  for (const std::string& name : BylineTokens(line)) {
    // "조회 12,077": what the number counts stands before it.
    const bool number = name.find_first_not_of("0123456789.+") == name.npos;
    skipped = (number && skipped) || IsBylineWord(name) || IsPageNumber(name) || !OutletNamed(name).empty();
    if (skipped) continue;
    // Words of two syllables are sections more often than names.
    if (!CouldBeName(name) || !HasSurname(name) || (!marked && name.size() == 6)) return std::nullopt;
    if (IsPlaceWord(name) || IsOffice(name) || (!marked && !HasGivenName(name))) return std::nullopt;
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
