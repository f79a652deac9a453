#include "ingest/extract/measure_noun.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "ingest/extract/suffix_trie.h"

namespace sillok::ingest {
namespace {

MeasureKind MeasureKindNamed(std::string_view kind) {
  if (kind == "money") return MeasureKind::kMoney;
  if (kind == "ratio") return MeasureKind::kRatio;
  if (kind == "count") return MeasureKind::kCount;
  if (kind == "measure") return MeasureKind::kMeasure;
  if (kind == "duration") return MeasureKind::kDuration;
  if (kind == "same") return MeasureKind::kSame;
  return kind == "scale" ? MeasureKind::kScale : MeasureKind::kNone;
}

std::string_view LastWord(std::string_view noun) {
  const size_t space = noun.rfind(' ');
  return space == std::string_view::npos ? noun : noun.substr(space + 1);
}

bool HasLetter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || isalpha(byte) != 0;
  });
}

struct MeasureRow {
  MeasureKind kind = MeasureKind::kUnknown;
  std::string_view holder;
};

MeasureRow RowOf(std::string_view noun) {
  static const auto* rows = [] {
    auto* map = new ViewMap<MeasureRow>;
    const LexiconTable table = FindLexicon("measure_nouns");
    for (const LexiconRow& row : table.rows()) (*map)[row[0]] = {MeasureKindNamed(row[1]), row[2]};
    return map;
  }();
  const auto row = rows->find(noun);
  return row == rows->end() ? MeasureRow() : row->second;
}

}  // namespace

MeasureKind MeasureKindOf(std::string_view noun) { return RowOf(noun).kind; }

bool MayHold(EntityType type, std::string_view noun) {
  const std::string_view holder = RowOf(noun).holder;
  if (holder == "body") return type == EntityType::kOrganization;
  if (holder == "person") return type == EntityType::kPerson;
  return holder == "thing" && type != EntityType::kPerson && type != EntityType::kOrganization &&
         type != EntityType::kPlace;
}

bool IsAttribute(std::string_view noun) {
  const MeasureKind kind = MeasureKindOf(noun);
  return kind != MeasureKind::kUnknown && kind != MeasureKind::kScale && kind != MeasureKind::kNone &&
         kind != MeasureKind::kSame;
}

bool IsSpokenOfAgain(std::string_view noun) { return MeasureKindOf(noun) == MeasureKind::kSame; }

bool IsReportingBody(std::string_view name) {
  static const auto* rows = [] {
    auto* endings = new SuffixTrie;
    const LexiconTable table = FindLexicon("reporting_bodies");
    for (const LexiconRow& row : table.rows()) endings->Add(row[0], 0);
    return endings;
  }();
  bool reports = false;
  rows->Match(name, [&](int, int) { reports = true; });
  return reports;
}

bool IsDeed(std::string_view noun) {
  static const auto* rows = [] {
    auto* deeds = new ViewMap<bool>;
    const LexiconTable table = FindLexicon("event_predicates");
    constexpr size_t kDo = std::string_view("하다").size();
    for (const LexiconRow& row : table.rows()) {
      if (row[0].ends_with("하다") || row[0].ends_with("되다")) {
        (*deeds)[row[0].substr(0, row[0].size() - kDo)] = true;
      }
    }
    return deeds;
  }();
  return rows->contains(noun);
}

bool IsToldIn(std::string_view noun, UnitKind unit) {
  const MeasureKind kind = MeasureKindOf(noun);
  if (unit == UnitKind::kMoney) return kind == MeasureKind::kMoney;
  if (unit == UnitKind::kRatio) return kind == MeasureKind::kRatio;
  return kind == MeasureKind::kCount;
}

std::string_view TrimNoun(std::string_view noun) {
  constexpr auto kMarks =
      std::to_array<std::string_view>({" ", ",", "'", "\"", "‘", "’", "“", "”", "·", "…"});
  const auto strip = [&] {
    for (const std::string_view mark : kMarks) {
      if (noun.starts_with(mark)) return noun.remove_prefix(mark.size()), true;
      if (noun.ends_with(mark)) return noun.remove_suffix(mark.size()), true;
    }
    return false;
  };
  while (strip()) {
  }
  return noun;
}

std::string MeasureOf(std::string_view noun) {
  noun = TrimNoun(noun);
  std::string_view last = LastWord(noun);
  while (!noun.empty() && MeasureKindOf(last) == MeasureKind::kScale) {
    noun = TrimNoun(noun.substr(0, noun.size() - last.size()));
    last = LastWord(noun);
  }
  if (!HasLetter(last)) last = HasLetter(noun) ? noun : std::string_view();
  constexpr std::string_view kPlural = "들";
  if (EndsApart(last)) return {};
  // 직원 수는 400명: of 직원.
  constexpr std::string_view kNumber = "수";
  if (last.ends_with(kPlural) && last.size() > kPlural.size() + kNumber.size()) {
    last.remove_suffix(kPlural.size());
  }
  return std::string(TrimNoun(last));
}

bool EndsApart(std::string_view noun) {
  const std::string_view last = LastWord(TrimNoun(noun));
  return MeasureKindOf(last) == MeasureKind::kNone || last.ends_with("학년도");
}

std::string WithoutLead(std::string_view noun) {
  for (size_t space = noun.find(' '); space != std::string_view::npos; space = noun.find(' ')) {
    const std::string_view first = noun.substr(0, space);
    constexpr auto kThis = std::to_array<std::string_view>({"이번", "이", "그", "해당", "같은", "이런"});
    if (MeasureKindOf(first) != MeasureKind::kNone ||
        std::find(kThis.begin(), kThis.end(), first) != kThis.end()) {
      break;
    }
    noun.remove_prefix(space + 1);
  }
  return std::string(noun);
}

}  // namespace sillok::ingest
