// A mention on its way to its referent: where it stands, how it is spelled, and what its surroundings say of it.
//
//   FoundNames found(sentences);
//   found.names[0].spelling->normalized   → "샘올트먼"
//   found.names[0].subject                → true, for 은 follows
//
// Pure; linear in the names.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "common/lexicon/text_map.h"
#include "ingest/extract/name_candidate.h"
#include "ingest/extract/referents.h"

namespace sillok::ingest {

// One way a name is written in the article; read once however often it stands there.
struct Spelling {
  std::string_view text;
  std::string normalized;        // NormalizeName, without an age that stands within: A(44)씨
  std::string_view alias_of;     // the name that the alias rows say it stands for; empty when none
  std::string normalized_alias;  // NormalizeName(alias_of)
  bool aged = false;             // an age stands within

  // What equal names share.
  [[nodiscard]] const std::string& key() const { return alias_of.empty() ? normalized : normalized_alias; }
};

struct FoundName {
  const SentenceNames* names = nullptr;
  const NameCandidate* candidate = nullptr;
  const Spelling* spelling = nullptr;
  int group = -1;
  bool subject = false;  // 은, 는, 이, 가 follows
  bool quoted = false;   // within somebody's words

  [[nodiscard]] std::string_view text() const { return spelling->text; }
  [[nodiscard]] EntityType type() const { return candidate->type; }
  [[nodiscard]] bool full() const { return candidate->form == NameForm::kFull; }
};

class FoundNames {
 public:
  // `sentences` must outlive this.
  explicit FoundNames(const std::vector<DecidedSentence>& sentences);
  FoundNames(const FoundNames&) = delete;
  FoundNames& operator=(const FoundNames&) = delete;

  std::vector<FoundName> names;  // in the order of the article

 private:
  const Spelling* SpellingOf(std::string_view text);

  ViewMap<const Spelling*> by_text_;
  std::deque<Spelling> spellings_;
};

}  // namespace sillok::ingest
