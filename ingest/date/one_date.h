// Counts one date from where it stands: 지난 2월, 사흘 전, 이날, 전년 동기.
//
//   ResolveOne(partial, view).interval  → 2024-02
//
// Pure; safe from any thread.
#pragma once

#include "ingest/date/date_view.h"
#include "ingest/date/dated_article.h"
#include "ingest/date/partial_date.h"

namespace sillok::ingest {

[[nodiscard]] DateValue ResolveOne(const PartialDate& partial, const DateView& view);

}  // namespace sillok::ingest
