// The sample pages through the pipeline, compared with what a person has reviewed.
//
//   SILLOK_UPDATE_GOLDEN=1 golden_test     rewrites tests/golden/expected; review the difference before you commit it
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>

#include "ingest/pipeline/pipeline.h"
#include "tests/golden/article_text.h"
#include "tests/support/mecab_dictionary.h"
#include "tests/support/sample_page.h"

namespace sillok {
namespace {

namespace fs = std::filesystem;

bool Updating() { return std::getenv("SILLOK_UPDATE_GOLDEN") != nullptr; }

fs::path ExpectedFolder() { return fs::path(SILLOK_SOURCE_DIR) / "tests" / "golden" / "expected"; }

const ingest::Pipeline& ThePipeline() {
  static const ingest::Pipeline& pipeline = *ingest::Pipeline::Open(MecabDictionary()).value().release();
  return pipeline;
}

std::string ReadFile(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

void WriteFile(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

// The difference as `diff -u` shows it.
std::string UnifiedDiff(const fs::path& expected, const std::string& actual) {
  const fs::path written = fs::path(testing::TempDir()) / ("sillok_golden_" + expected.filename().string());
  WriteFile(written, actual);
  const std::string command =
      "diff -u --label expected --label actual '" + expected.string() + "' '" + written.string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string difference;
  std::array<char, 4096> buffer{};
  while (const size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    difference.append(buffer.data(), got);
  }
  fs::remove(written);
  return difference;
}

class GoldenTest : public testing::TestWithParam<SamplePage> {};

TEST_P(GoldenTest, ReadsAsReviewed) {
  const auto article = ThePipeline().Read(GetParam().raw);
  ASSERT_TRUE(article.ok()) << article.status();
  const std::string actual = ToText(*article);
  const fs::path expected = ExpectedFolder() / (GetParam().file + ".txt");
  if (Updating()) {
    fs::create_directories(ExpectedFolder());
    WriteFile(expected, actual);
  }
  ASSERT_TRUE(fs::exists(expected)) << "no " << expected << "; SILLOK_UPDATE_GOLDEN=1 writes it";
  if (ReadFile(expected) != actual) ADD_FAILURE() << UnifiedDiff(expected, actual);
}

TEST_P(GoldenTest, EverySpanCutsItsWords) {
  const v1::Article article = ThePipeline().Read(GetParam().raw).value();
  const auto cut = [](const std::string& text, const v1::Span& span) {
    return text.substr(span.begin(), span.end() - span.begin());
  };
  for (const v1::Mention& mention : article.mentions()) {
    EXPECT_EQ(cut(article.sentences(mention.sentence()).text(), mention.span()), mention.text());
  }
  for (const v1::DateMention& date : article.dates()) {
    EXPECT_EQ(cut(article.sentences(date.sentence()).text(), date.span()), date.date().text());
  }
  for (const v1::Quote& quote : article.quotes()) {
    EXPECT_EQ(cut(quote.evidence().text(), quote.evidence().span()), quote.text());
  }
  for (const v1::Event& event : article.events()) {
    const v1::Evidence& evidence = event.evidence(0);
    EXPECT_EQ(evidence.text(), article.sentences(evidence.sentence()).text());
    EXPECT_LE(evidence.span().end(), static_cast<int>(evidence.text().size()));
  }
}

TEST_P(GoldenTest, ReadingAgainGivesTheSame) {
  EXPECT_EQ(ThePipeline().Read(GetParam().raw)->DebugString(),
            ThePipeline().Read(GetParam().raw)->DebugString());
}

TEST(GoldenFilesTest, EveryExpectationHasItsPage) {
  std::set<std::string> files;
  for (const SamplePage& page : SamplePages()) files.insert(page.file + ".txt");
  for (const auto& entry : fs::directory_iterator(ExpectedFolder())) {
    EXPECT_TRUE(files.contains(entry.path().filename().string())) << entry.path() << " has no sample page";
  }
}

std::string TestName(const testing::TestParamInfo<SamplePage>& info) {
  std::string name = info.param.file;
  for (char& letter : name) letter = std::isalnum(static_cast<unsigned char>(letter)) != 0 ? letter : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Samples, GoldenTest, testing::ValuesIn(SamplePages()), TestName);

}  // namespace
}  // namespace sillok
