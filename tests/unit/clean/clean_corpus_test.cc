// Real pages, which are not ours to carry: SILLOK_CORPUS names the folder that holds seeds/ and seeds_gold.jsonl.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "common/time/civil_interval.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"
#include "gtest/gtest.h"
#include "ingest/clean/clean_article.h"

namespace sillok::ingest {
namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string Join(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part + "\n";
  return text;
}

void Check(const google::protobuf::Struct& gold, const CleanArticle& article) {
  const auto& fields = gold.fields();
  const std::string body = Join(article.body);
  const std::string all = article.title + "\n" + Join(article.subtitles) + body + Join(article.captions);
  EXPECT_EQ(article.title, fields.at("title").string_value());
  for (const auto& part : fields.at("body_must_contain").list_value().values()) {
    EXPECT_NE(body.find(part.string_value()), std::string::npos) << part.string_value();
  }
  for (const auto& part : fields.at("boilerplate_examples").list_value().values()) {
    EXPECT_EQ(all.find(part.string_value()), std::string::npos) << part.string_value();
  }
  EXPECT_EQ(article.published.has_value() ? FormatDay(article.published->day) : "",
            fields.at("published").string_value());
  std::vector<std::string> names;
  for (const auto& name : fields.at("byline").list_value().values()) names.push_back(name.string_value());
  std::vector<std::string> found;
  for (const Reporter& reporter : article.byline) found.push_back(reporter.name);
  EXPECT_EQ(found, names);
}

TEST(CleanCorpusTest, RealPagesAreCleanedAsACarefulReaderWould) {
  const char* const corpus = std::getenv("SILLOK_CORPUS");
  if (corpus == nullptr) GTEST_SKIP() << "SILLOK_CORPUS is not set";
  std::istringstream lines(ReadFile(std::string(corpus) + "/seeds_gold.jsonl"));
  std::string line;
  int pages = 0;
  while (std::getline(lines, line)) {
    google::protobuf::Struct gold;
    ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(line, &gold).ok());
    const std::string file = gold.fields().at("file").string_value();
    SCOPED_TRACE(file);
    v1::RawArticle raw;
    raw.set_raw(ReadFile(std::string(corpus) + "/seeds/" + file));
    const absl::StatusOr<CleanArticle> article = Clean(raw);
    ASSERT_TRUE(article.ok()) << article.status();
    Check(gold, *article);
    ++pages;
  }
  EXPECT_GT(pages, 0);
}

}  // namespace
}  // namespace sillok::ingest
