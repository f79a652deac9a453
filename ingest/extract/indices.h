// A few numbers of things, kept without an allocation: most words, phrases and clauses hold no more.
#pragma once

#include "absl/container/inlined_vector.h"

namespace sillok::ingest {

// As large as a std::vector.
using Indices = absl::InlinedVector<int, 4>;

}  // namespace sillok::ingest
