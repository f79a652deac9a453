// Within stage 4: the nouns that numbers are told of.
//
//   MeasureKindOf("매출")     → kMoney: somebody's
//   MeasureOf("조선 백자")    → "백자"
//   MeasureOf("하루 평균")    → "": only scales the number
//
// Rows of ingest/lexicon: measure_nouns, reporting_bodies, event_predicates. Pure; safe from any thread; linear in the noun.
#pragma once

#include <string>
#include <string_view>

#include "ingest/extract/extracted_article.h"
#include "ingest/extract/unit_lexicon.h"

namespace sillok::ingest {

enum class MeasureKind { kUnknown, kMoney, kRatio, kCount, kMeasure, kDuration, kScale, kNone, kSame };

// kUnknown for a noun that no row has: 초등학교, 참외.
[[nodiscard]] MeasureKind MeasureKindOf(std::string_view noun);

// 매출, 점유율, 무게: what something or somebody has.
[[nodiscard]] bool IsAttribute(std::string_view noun);

// True when one of `type` has a bare `noun` that nobody in the sentence has: the body that an article speaks of its 매출, but
// not the 환율.
[[nodiscard]] bool MayHold(EntityType type, std::string_view noun);

// 회사, 그룹: alone, what the article is speaking of already.
[[nodiscard]] bool IsSpokenOfAgain(std::string_view noun);

// 산업통상자원부, 거래소, 여론조사업체: tells numbers of others.
[[nodiscard]] bool IsReportingBody(std::string_view name);

// True when a bare number of `unit` can be of it.
[[nodiscard]] bool IsToldIn(std::string_view noun, UnitKind unit);

// 상영, 대피: behind a number it tells what is done with it (64편 상영), and is not counted.
[[nodiscard]] bool IsDeed(std::string_view noun);

// Without spaces, commas and quotation marks around.
[[nodiscard]] std::string_view TrimNoun(std::string_view noun);

// The last word of a noun phrase, without 들 and words that only scale a number; empty when it measures nothing.
[[nodiscard]] std::string MeasureOf(std::string_view noun);

// Without 반면, 가운데 and the like before it.
[[nodiscard]] std::string WithoutLead(std::string_view noun);

// The words do not belong to the number: 당시, 기준, 등.
[[nodiscard]] bool EndsApart(std::string_view noun);

}  // namespace sillok::ingest
