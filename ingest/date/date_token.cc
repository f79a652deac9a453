#include "ingest/date/date_token.h"

#include <optional>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/date/counted_unit.h"
#include "ingest/date/date_lexicon.h"
#include "ingest/date/date_number.h"
#include "ingest/date/numeric_date.h"
#include "ingest/date/weekday_word.h"

namespace sillok::ingest {
namespace {

constexpr std::string_view kOf = "의";

bool IsAsciiAlnum(char c) { return IsAsciiDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Walks a sentence once. Each method that reads a token returns where it ends, or 0.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text), lexicon_(DateLexicon::Get()) {}

  std::vector<DateToken> Run() {
    for (size_t at = 0; at < text_.size();) {
      const size_t end = ReadToken(at);
      at = end > at ? end : Skip(at);
    }
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] size_t token_end() const {
    return tokens_.empty() ? 0 : static_cast<size_t>(tokens_.back().span.end);
  }

  [[nodiscard]] Gap GapBefore(size_t at) const {
    if (tokens_.empty()) return Gap::kApart;
    constexpr size_t kWidest = 8;
    if (at - token_end() > kWidest) return Gap::kApart;
    const std::string_view gap = text_.substr(token_end(), at - token_end());
    if (gap.empty() || gap == " ") return Gap::kJoined;
    if (gap == "의 ") return Gap::kOf;
    return gap == "하고 " || gap == " 하고 " ? Gap::kAnd : Gap::kApart;
  }
  [[nodiscard]] bool AtWordStart(size_t at) const {
    if (at == 0 || (!tokens_.empty() && at == token_end())) return true;
    return !IsHangulSyllable(DecodeRuneBefore(text_, at).code);
  }

  // One code point, a whole run of digits, or the rest of a word that no token begins in.
  [[nodiscard]] size_t Skip(size_t at) const {
    if (IsAsciiDigit(text_[at])) return EndOfDigits(text_, at);
    DecodedRune rune = DecodeRune(text_, at);
    at += rune.length;
    while (IsHangulSyllable(rune.code) && at < text_.size()) {
      rune = DecodeRune(text_, at);
      if (!IsHangulSyllable(rune.code)) break;
      at += rune.length;
    }
    return at;
  }

  size_t Emit(DateToken token) {
    token.gap = GapBefore(static_cast<size_t>(token.span.begin));
    tokens_.push_back(token);
    return token_end();
  }
  size_t Emit(const std::optional<DateToken>& token) { return token ? Emit(*token) : 0; }

  size_t ReadToken(size_t at) {
    const char c = text_[at];
    if (IsAsciiDigit(c)) return ReadAtDigit(at);
    if (c == '(' || c == ' ') {
      const bool after = !tokens_.empty() && at == token_end();
      return after ? Emit(ReadWeekdayMark(text_, at)) : 0;
    }
    if (c == '\'') return ReadShortened(at, at + 1);
    if (IsAsciiAlnum(c)) return ReadAtLetter(at);
    if (static_cast<unsigned char>(c) < 0x80) return 0;
    const DecodedRune rune = DecodeRune(text_, at);
    if (rune.code == U'‘' || rune.code == U'’') return ReadShortened(at, at + rune.length);
    if (IsHangulSyllable(rune.code)) return ReadHangul(at);
    // 三月 十八日.
    const bool within = at > token_end() && IsHanja(DecodeRuneBefore(text_, at).code);
    return IsHanja(rune.code) && lexicon_.MayBegin(text_, at) && !within ? ReadSinoNumber(at) : 0;
  }

  size_t ReadAtLetter(size_t at) {
    if (at > 0 && IsAsciiAlnum(text_[at - 1])) return 0;
    const WordMatch<DateWord> suffix =
        GapBefore(at) == Gap::kJoined ? lexicon_.MatchWord(text_, at, true) : WordMatch<DateWord>();
    return suffix.length > 0 ? EmitWord(at, suffix) : Emit(ReadEnglishDate(text_, at));
  }

  size_t ReadHangul(size_t at) {
    const Gap gap = GapBefore(at);
    if (gap == Gap::kJoined || gap == Gap::kOf) {
      const WordMatch<DateWord> suffix = lexicon_.MatchWord(text_, at, true);
      // 전 may begin 전날, 간 may begin 간담회.
      const WordMatch<DateWord> word =
          suffix.length > 0 ? lexicon_.MatchWord(text_, at, false) : WordMatch<DateWord>();
      const bool whole = suffix.length > 0 && lexicon_.EndsWord(text_, at + suffix.length);
      if (whole && suffix.length >= word.length) return EmitWord(at, suffix);
    }
    if (!lexicon_.MayBegin(text_, at) || !AtWordStart(at)) return 0;
    const WordMatch<DateWord> word = WordAt(at);
    if (const size_t counted = ReadNativeNumber(at, word.length); counted > 0) return counted;
    if (word.length > 0 && Plausible(at, word)) return EmitWord(at, word);
    if (const size_t spelled = ReadSinoNumber(at); spelled > 0) return spelled;
    for (const DateToken& weekday : ReadWeekdayList(text_, at)) Emit(weekday);
    return token_end();
  }

  // The row at `at`. 이달의 is no date, but in 이달의 마지막 주 the month is one.
  [[nodiscard]] WordMatch<DateWord> WordAt(size_t at) const {
    const WordMatch<DateWord> word = lexicon_.MatchWord(text_, at, false);
    const std::string_view surface = text_.substr(at, word.length);
    if (word.length == 0 || word.value.kind != DateKind::kException || !surface.ends_with(kOf)) return word;
    const size_t next = at + word.length + 1;
    if (next >= text_.size() || text_[next - 1] != ' ' || !BeginsDate(next)) return word;
    return lexicon_.MatchWord(text_.substr(0, next - 1 - kOf.size()), at, false);
  }

  // One-syllable words are words only when a date can follow or nothing does: 올 여름, not 올해는 or 올림픽.
  [[nodiscard]] bool Plausible(size_t at, const WordMatch<DateWord>& word) const {
    const size_t end = at + word.length;
    switch (word.value.kind) {
      case DateKind::kThisYearPrefix:
      case DateKind::kRecurring:
      case DateKind::kLunar:
      case DateKind::kEra:
      case DateKind::kNow:
      case DateKind::kOrdinal:
        return lexicon_.EndsWord(text_, end) || BeginsDate(end);
      case DateKind::kHoliday:
        return !word.value.other || IsBesideItsDay(at, end);
      default:
        return true;
    }
  }
  // 동지인 22일, 동지(22일), 절기상 동지: a word of several meanings.
  [[nodiscard]] bool IsBesideItsDay(size_t at, size_t end) const {
    constexpr std::string_view kBeing = "인 ";
    const std::string_view rest = text_.substr(end);
    if (rest.starts_with(kBeing) && BeginsDate(end + kBeing.size())) return true;
    if (rest.size() > 1 && rest[0] == '(' && IsAsciiDigit(rest[1])) return true;
    const std::string_view before = text_.substr(0, at);
    return before.ends_with("절기상 ") || before.ends_with("절기인 ") || before.ends_with("절기 ");
  }
  [[nodiscard]] bool BeginsDate(size_t at) const {
    return at < text_.size() && (IsAsciiDigit(text_[at]) || lexicon_.MatchWord(text_, at, false).length > 0 ||
                                 lexicon_.MatchWord(text_, at, true).length > 0);
  }

  size_t EmitWord(size_t at, const WordMatch<DateWord>& word) {
    DateToken token;
    token.kinds = Bit(word.value.kind);
    token.value = word.value.value;
    token.last = word.value.last;
    token.part = word.value.part;
    token.span = {static_cast<int>(at), static_cast<int>(at) + word.length};
    return Emit(token);
  }

  size_t ReadAtDigit(size_t at) {
    if (!NumberMayBegin(at)) return 0;
    // 3·1절, 6월 항쟁: rows that begin with a digit.
    const WordMatch<DateWord> name = lexicon_.MatchWord(text_, at, false);
    if (name.length > 0) return EmitWord(at, name);
    if (const size_t end = Emit(ReadNumericDate(text_, at)); end > 0) return end;
    if (const size_t end = Emit(ReadDottedYear(text_, at)); end > 0) return end;
    if (const size_t end = Emit(ReadEnglishDate(text_, at)); end > 0) return end;
    const std::optional<DateNumber> number = ReadDigits(text_, at);
    if (!number) return 0;
    if (const std::optional<DateNumber> stretch = ReadStretch(text_, *number)) {
      if (const size_t end = Emit(ReadUnit(text_, *stretch)); end > 0) return end;
    }
    if (const size_t end = ReadDayList(*number); end > 0) return end;
    return Emit(ReadUnit(text_, *number));
  }

  // 5, 9일: every number but the last stands without its unit.
  size_t ReadDayList(const DateNumber& number) {
    const std::vector<DateNumber> list = ReadList(text_, number);
    if (list.size() == 1) return 0;
    const std::optional<DateToken> last = ReadUnit(text_, list.back());
    if (!last || (!last->Is(DateKind::kDay) && !last->Is(DateKind::kMonth))) return 0;
    const DateKind kind = last->Is(DateKind::kDay) ? DateKind::kDay : DateKind::kMonth;
    for (size_t i = 0; i + 1 < list.size(); ++i) {
      DateToken token;
      token.kinds = Bit(kind);
      token.value = token.last = list[i].value;
      token.span = {static_cast<int>(list[i].begin), static_cast<int>(list[i].end)};
      if (token.value < 1) return 0;
      Emit(token);
    }
    return Emit(*last);
  }

  // '24년, '24.3.18: the token begins at the apostrophe.
  size_t ReadShortened(size_t begin, size_t at) {
    if (at >= text_.size() || !IsAsciiDigit(text_[at]) || !NumberMayBegin(begin)) return 0;
    if (const size_t end = Emit(ReadNumericDate(text_, begin)); end > 0) return end;
    if (const size_t end = Emit(ReadDottedYear(text_, begin)); end > 0) return end;
    const std::optional<DateNumber> number = ReadDigits(text_, at);
    if (!number || number->end - at != 2) return 0;
    std::optional<DateToken> token = ReadUnit(text_, *number);
    if (!token || (!token->Is(DateKind::kShortYear) && !token->Is(DateKind::kYear))) return 0;
    token->kinds = Bit(DateKind::kYear);
    token->value = token->last = ExpandYear(number->value);
    token->span.begin = static_cast<int>(begin);
    return Emit(*token);
  }

  [[nodiscard]] bool NumberMayBegin(size_t at) const {
    if (at == 0 || (!tokens_.empty() && at == token_end())) return true;
    const char before = text_[at - 1];
    if (IsAsciiAlnum(before) || before == '$' || before == '#') return false;
    const bool after_digit = at >= 2 && IsAsciiDigit(text_[at - 2]);
    const bool mark = before == '.' || before == ',' || before == '-' || before == '/' || before == ':';
    return !(after_digit && mark) && !IsHangulSyllable(DecodeRuneBefore(text_, at).code);
  }

  // 두 달, 세 번째; `word_length` is that of the row that begins here, which wins when it is longer.
  size_t ReadNativeNumber(size_t at, int word_length) {
    const WordMatch<NumberWord> match = lexicon_.MatchNumber(text_, at);
    if (match.length == 0 || word_length > match.length) return 0;
    const size_t end = at + static_cast<size_t>(match.length);
    return Emit(ReadUnit(text_, {match.value.value, match.value.last, at, end, true, true}));
  }

  // 십이월 이십오일. The last 일 of a run may be the unit.
  size_t ReadSinoNumber(size_t at) {
    // 4천 년.
    if (at > 0 && IsAsciiDigit(text_[at - 1])) return 0;
    for (const DateNumber& number : SinoNumbers(text_, at)) {
      if (const size_t end = Emit(ReadUnit(text_, number)); end > 0) return end;
    }
    return 0;
  }

  std::string_view text_;
  const DateLexicon& lexicon_;
  std::vector<DateToken> tokens_;
};

}  // namespace

std::vector<DateToken> TokenizeDates(std::string_view text) { return Tokenizer(text).Run(); }

}  // namespace sillok::ingest
