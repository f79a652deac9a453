// People and bodies whom an article leaves without a name: 조모(54)씨, 김 모 씨, 이모 감독관, A씨, A(44)씨, A사, B업체.
//
// Persons of their article like any other; what they are called is nobody's name elsewhere.
#pragma once

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Adds 조모 and A씨 (the age within, where it stands within) with the word that calls them a person. Needs the words alone.
void FindAnonymousPeople(SentenceNames& names);

}  // namespace sillok::ingest
