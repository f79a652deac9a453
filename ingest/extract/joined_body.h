// A name, a space, and a word that makes it a body: 일본 정부, 오픈AI 코리아, 텔아비브 대학교, 서울 강남경찰서, 가람지법 나루지원.
//
// By the rows of organization_suffixes that stand apart. Pure; linear in the word.
#pragma once

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Adds the body that ends with the word of that index. Needs the names listed so far.
void AddJoinedBody(SentenceNames& names, int index);
// Adds the body that begins with it: 법무법인 가람.
void AddPrefixedBody(SentenceNames& names, int index);

}  // namespace sillok::ingest
