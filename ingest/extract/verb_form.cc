#include "ingest/extract/verb_form.h"

#include <optional>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

enum Vowel {
  kA = 0,
  kAe = 1,
  kEo = 4,
  kE = 5,
  kYeo = 6,
  kO = 8,
  kWa = 9,
  kU = 13,
  kWeo = 14,
  kEu = 18,
  kI = 20
};
enum Final { kNone = 0, kNieun = 4, kTieut = 7, kRieul = 8, kPieup = 17, kSiot = 19, kSsangsiot = 20 };
constexpr int kInitialRieul = 5;
constexpr int kInitialIeung = 11;

constexpr std::string_view kEnding = "다";

bool IsAnyOf(std::string_view stem, std::initializer_list<std::string_view> rows) {
  for (const std::string_view row : rows) {
    if (stem.ends_with(row)) return true;
  }
  return false;
}

// The stem without 다; empty for what is no verb.
std::string_view StemOf(std::string_view lemma) {
  if (!lemma.ends_with(kEnding) || lemma.size() <= kEnding.size()) return {};
  return lemma.substr(0, lemma.size() - kEnding.size());
}

// The vowel that a stem's last one becomes with -었-: 오 → 와 as in 왔다.
std::optional<int> PastVowel(int vowel) {
  switch (vowel) {
    case kA:
    case kAe:
    case kEo:
    case kE:
    case kYeo:
      return vowel;
    case kO:
      return kWa;
    case kU:
      return kWeo;
    case kI:
      return kYeo;
    default:
      return std::nullopt;
  }
}

bool IsBright(const std::optional<Jamo>& jamo) { return jamo && (jamo->vowel == kA || jamo->vowel == kO); }

std::string Joined(std::string_view before, const Jamo& jamo, std::string_view after) {
  std::string joined(before);
  AppendRune(Compose(jamo), joined);
  return joined + std::string(after);
}

// 오르다 → 올랐다, 모으다 → 모았다, 쓰다 → 썼다, 치르다 → 치렀다.
std::string PastOfEu(std::string_view stem, size_t length, const Jamo& last) {
  const std::string_view head = stem.substr(0, stem.size() - length);
  std::optional<Jamo> before;
  size_t before_length = 0;
  if (!head.empty()) {
    const DecodedRune rune = DecodeRuneBefore(head, head.size());
    before = Decompose(rune.code);
    before_length = rune.length;
  }
  const int vowel = IsBright(before) ? kA : kEo;
  if (stem.ends_with("이르") || stem.ends_with("푸르")) return std::string(stem) + "렀다";
  const bool doubles = stem.ends_with("르") && before && before->final == kNone &&
                       !IsAnyOf(stem, {"치르", "따르", "들르", "다다르", "우러르", "잠그", "담그"});
  if (!doubles) return Joined(head, {last.initial, vowel, kSsangsiot}, kEnding);
  before->final = kRieul;
  std::string past = Joined(head.substr(0, head.size() - before_length), *before, {});
  return Joined(past, {kInitialRieul, vowel, kSsangsiot}, kEnding);
}

// 돕다 → 도왔다, 듣다 → 들었다, 짓다 → 지었다; nothing for a regular stem, and the lemma for what could be two.
std::optional<std::string> PastOfIrregular(std::string_view stem, size_t length, Jamo last) {
  const std::string_view head = stem.substr(0, stem.size() - length);
  if (stem == "묻" || stem == "걷" || stem == "굽") return std::string(stem) + std::string(kEnding);
  if (last.final == kPieup && IsAnyOf(stem, {"돕", "눕", "줍", "깁", "맵", "쉽", "어렵", "가깝"})) {
    last.final = kNone;
    return Joined(Joined(head, last, {}), {kInitialIeung, stem.ends_with("돕") ? kWa : kWeo, kSsangsiot},
                  kEnding);
  }
  if (last.final == kTieut && IsAnyOf(stem, {"듣", "싣", "깨닫", "일컫", "긷"})) {
    last.final = kRieul;
    return Joined(head, last, stem.ends_with("깨닫") ? "았다" : "었다");
  }
  if (last.final == kSiot && IsAnyOf(stem, {"짓", "잇", "긋", "낫", "붓", "젓"})) {
    last.final = kNone;
    return Joined(head, last, stem.ends_with("낫") ? "았다" : "었다");
  }
  return std::nullopt;
}

}  // namespace

std::string PastForm(std::string_view lemma) {
  const std::string_view stem = StemOf(lemma);
  if (stem.empty()) return std::string(lemma);
  const DecodedRune last = DecodeRuneBefore(stem, stem.size());
  const std::optional<Jamo> parts = Decompose(last.code);
  if (!parts) return std::string(lemma);
  if (std::optional<std::string> past = PastOfIrregular(stem, last.length, *parts)) return *std::move(past);
  if (parts->final != kNone) return std::string(stem) + (IsBright(parts) ? "았다" : "었다");
  if (parts->vowel == kEu) return PastOfEu(stem, last.length, *parts);
  const std::string_view head = stem.substr(0, stem.size() - last.length);
  if (stem.ends_with("하")) return std::string(head) + "했다";
  if (stem.ends_with("되")) return std::string(head) + "됐다";
  const std::optional<int> vowel = PastVowel(parts->vowel);
  if (!vowel) return std::string(lemma);
  return Joined(head, {parts->initial, *vowel, kSsangsiot}, kEnding);
}

std::string PresentForm(std::string_view lemma) {
  const std::string_view stem = StemOf(lemma);
  if (stem.empty() || lemma == "이다" || lemma == "있다" || lemma == "없다" || lemma == "아니다") {
    return std::string(lemma);
  }
  const DecodedRune last = DecodeRuneBefore(stem, stem.size());
  const std::optional<Jamo> parts = Decompose(last.code);
  if (!parts) return std::string(lemma);
  if (parts->final != kNone && parts->final != kRieul) return std::string(stem) + "는다";
  const std::string_view head = stem.substr(0, stem.size() - last.length);
  return Joined(head, {parts->initial, parts->vowel, kNieun}, kEnding);
}

}  // namespace sillok::ingest
