// What can be understood only with the rest of the article: 임 실장, 윤 전 대통령, 장관은, 그는, 이 회사.
#pragma once

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Adds a candidate of its NameForm for each; BindReferents says whom it means, or drops it.
void FindShortForms(SentenceNames& names);

}  // namespace sillok::ingest
