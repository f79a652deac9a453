// Within stage 4: how what the tagger takes for one place divides.
//
//   부산 녹산산단, 네덜란드 암스테르담      → one place: a town is part of how it is called
//   서울 여의도 63스퀘어, 독일 뮌헨 알리안츠 아레나   → two: where it stands is an address of its own
//
// Pure; linear in the name.
#pragma once

#include <vector>

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// `name` begins and ends with words of `names`, which has the candidates of rows and rules. One or two places, in order.
[[nodiscard]] std::vector<NameCandidate> DividePlace(const SentenceNames& names, const NameCandidate& name);

}  // namespace sillok::ingest
