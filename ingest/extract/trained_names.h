// What the trained tagger reads in a sentence, and the names among it as candidates beside those of rows and rules.
//
//   AddTrainedNames(TagModel::BuiltIn(), names);
//   names.tags   → {{0, 9}, kPerson}, {{35, 41}, kDate}, …
//
// Pure; safe from any thread.
#pragma once

#include "ingest/extract/name_candidate.h"
#include "ingest/tag/tag_model.h"

namespace sillok::ingest {

// Reads `names`, which has the candidates of every other finder; fills its tags and adds its candidates.
void AddTrainedNames(const TagModel& model, SentenceNames& names);

// What the morphemes alone take for a person, the tagger has to see as well. Needs the tags.
void DropUnseenPeople(SentenceNames& names);

}  // namespace sillok::ingest
