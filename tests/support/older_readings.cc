#include "tests/support/older_readings.h"

#include <memory>

#include "common/status/status_macros.h"
#include "ingest/record/article_store.h"

namespace sillok {

absl::Status PutOlderReadings(const std::string& data_dir, const std::vector<v1::RawArticle>& pages) {
  SILLOK_ASSIGN_OR_RETURN(const std::unique_ptr<ingest::ArticleStore> store,
                          ingest::ArticleStore::Open({.data_dir = data_dir}));
  for (v1::RawArticle page : pages) {
    const bool stamped = !page.has_fetch_time();
    if (stamped) page.mutable_fetch_time()->set_seconds(1'720'000'000);
    v1::Article reading;
    reading.set_name("articles/" + page.article_id());
    reading.set_title(page.title());
    reading.set_extractor(kOlderExtractor);
    SILLOK_RETURN_IF_ERROR(store->Put(page, stamped, reading).status());
  }
  return absl::OkStatus();
}

}  // namespace sillok
