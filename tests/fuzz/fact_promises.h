// What the headers of extraction promise.
#pragma once

#include "ingest/extract/named_article.h"

namespace sillok::ingest {

void PromiseNamed(const NamedArticle& named);
void PromiseFacts(const ExtractedArticle& facts);

}  // namespace sillok::ingest
