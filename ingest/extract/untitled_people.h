// People without a title beside them: by an age, a bullet, a name beside theirs, a title within the word, or because MeCab's
// dictionary knows the name.
//
//   홍길동(45)   ▲유태식   김가온·서하린   나현태씨   진우스님
#pragma once

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Needs the listed names, organisations and titled people of the sentence.
void FindUntitledPeople(SentenceNames& names);

}  // namespace sillok::ingest
