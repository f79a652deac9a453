#include "ingest/extract/ending.h"

#include <initializer_list>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr int kFinalNieun = 4;       // index of ㄴ among the finals
constexpr int kFinalRieul = 8;       // ㄹ
constexpr int kFinalSsangsiot = 20;  // ㅆ

int FinalOf(std::string_view text) {
  if (text.empty()) return 0;
  const auto jamo = Decompose(DecodeRuneBefore(text, text.size()).code);
  return jamo ? jamo->final : 0;
}

bool HoldsSsangsiot(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t length = DecodeRune(text, at).length;
    if (FinalOf(text.substr(at, length)) == kFinalSsangsiot) return true;
    at += length;
  }
  return false;
}

bool EndsWithAny(std::string_view text, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (text.ends_with(ending)) return true;
  }
  return false;
}

// 만날지, 할지: -ㄹ지 and not a stem that ends in 지.
bool FinalBefore(std::string_view text) {
  return text.size() > kSyllableBytes && FinalOf(text.substr(0, text.size() - kSyllableBytes)) == kFinalRieul;
}

}  // namespace

Link ClassifyConnective(std::string_view ending, bool fused, Predicate& predicate) {
  if (EndsWithAny(ending,
                  {"다고", "라고", "자고", "냐고", "다며", "라며", "자며", "냐며", "다면서", "라면서"})) {
    return Link::kQuotative;
  }
  if (EndsWithAny(ending, {"는데", "은데", "ㄴ데", "인데", "한데", "던데", "지만", "으나", "더니", "니까",
                           "자마자"})) {
    predicate.may_switch = true;
    return Link::kCoordinate;
  }
  if (EndsWithAny(ending, {"면", "거든", "려면", "야", "려고", "고자", "러"})) {
    predicate.irrealis = true;
    predicate.may_switch = EndsWithAny(ending, {"면", "거든"});
    return predicate.may_switch ? Link::kCoordinate : Link::kSerial;
  }
  // 깎으려다 그만뒀다.
  if (EndsWithAny(ending, {"려다", "려다가"})) {
    predicate.irrealis = true;
    return Link::kCoordinate;
  }
  if (EndsWithAny(ending, {"게", "도록", "듯", "듯이"}) ||
      (ending.ends_with("지") && (!fused || FinalBefore(ending)))) {
    if (ending.ends_with("지")) predicate.irrealis = true;
    return Link::kNominal;
  }
  if (fused) return ending.ends_with("다") ? Link::kFinal : Link::kSerial;
  if (EndsWithAny(ending, {"고", "며", "면서"})) return Link::kCoordinate;
  if (ending == "다" || EndsWithAny(ending, {"요", "까", "죠"})) return Link::kFinal;
  if (EndsWithAny(ending, {"아", "어", "여", "서", "해", "라"})) return Link::kSerial;
  predicate.may_switch = true;
  return Link::kCoordinate;
}

int EndingReader::Take(int word, bool auxiliary) {
  if (auxiliary) TakeAuxiliary(StemAt(words_, word));
  last_ = word;
  link_begin_ = words_[word].span.begin;
  fused_ = true;
  tag_ = words_[word].tag;
  ReadTense(word);
  int next = word + 1;
  for (; next < words_.size() && !words_.apart(next) && words_[next].Is("E"); ++next) {
    ReadTense(next);
    tag_ = words_[next].tag;
    last_ = next;
    link_begin_ = words_[next].span.begin;
    fused_ = false;
  }
  return next;
}

bool EndingReader::future_modifier() const { return FinalOf(ending()) == kFinalRieul; }

void EndingReader::ReadModifier(bool verb) {
  if (future_modifier() && !predicate_.past) predicate_.prospective = true;
  if (verb && (FinalOf(ending()) == kFinalNieun && !ending().ends_with("는"))) predicate_.past = true;
  if (ending().ends_with("던")) predicate_.past = true;
  if (ending().ends_with("려던")) predicate_.irrealis = true;
}

void EndingReader::TakeAuxiliary(std::string_view stem) {
  if (stem == "않" || stem == "못하" || stem == "말" || stem == "없") predicate_.negated = true;
  if (stem == "있") predicate_.progressive = true;
  if (stem == "아니") predicate_.irrealis = true;  // -는 것 아니냐는
  if (stem == "싶" || stem == "듯하" || stem == "만하" || stem == "뻔하") predicate_.irrealis = true;
}

void EndingReader::ReadTense(int word) {
  const std::string_view tag = words_[word].tag;
  if (tag.find("EP") == std::string_view::npos) return;
  const std::string_view text = words_.text(word);
  if (text.find("겠") != std::string_view::npos) {
    predicate_.prospective = true;
  } else if (FinalOf(text) == kFinalSsangsiot || tag.find("EP+E") != std::string_view::npos) {
    predicate_.past = HoldsSsangsiot(text);  // 냈으나 in one morpheme
  }
}

}  // namespace sillok::ingest
