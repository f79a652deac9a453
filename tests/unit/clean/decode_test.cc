#include "ingest/clean/decode.h"

#include <random>

#include "gtest/gtest.h"
#include "unicode/unistr.h"

namespace sillok::ingest {
namespace {

constexpr char kSentence[] = "가온시는 18일 솔내천 둑을 고친다고 밝혔다. 똠방각하 펲시콜라도 적었다.";

// The text in one of ICU's encodings.
std::string Encode(const std::string& utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string bytes(utf8.size() * 4 + 16, '\0');
  bytes.resize(text.extract(0, text.length(), bytes.data(), static_cast<uint32_t>(bytes.size()), encoding));
  return bytes;
}

absl::StatusOr<DecodedPage> Decode(const std::string& bytes) {
  v1::RawArticle raw;
  raw.set_raw(bytes);
  return DecodePage(raw);
}

TEST(DecodeTest, FindsTheEncodingOut) {
  const std::pair<std::string, std::string> cases[] = {
      {kSentence, "UTF-8"},
      {"\xEF\xBB\xBF" + std::string(kSentence), "UTF-8"},
      {Encode(kSentence, "windows-949"), "CP949"},
      {Encode(kSentence, "UTF-16LE"), "UTF-16LE"},
      {"\xFF\xFE" + Encode(kSentence, "UTF-16LE"), "UTF-16LE"},
      {"\xFE\xFF" + Encode(kSentence, "UTF-16BE"), "UTF-16BE"},
  };
  for (const auto& [bytes, encoding] : cases) {
    const absl::StatusOr<DecodedPage> page = Decode(bytes);
    ASSERT_TRUE(page.ok()) << encoding << ": " << page.status();
    EXPECT_EQ(page->encoding, encoding);
    EXPECT_EQ(page->text, kSentence) << encoding;
    EXPECT_TRUE(page->notices.empty()) << encoding;
  }
}

TEST(DecodeTest, BytesWinOverAWrongDeclaration) {
  const std::string utf8 = "<html><meta charset=euc-kr><p>" + std::string(kSentence) + "</p></html>";
  absl::StatusOr<DecodedPage> page = Decode(utf8);
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->encoding, "UTF-8");
  EXPECT_TRUE(page->html);
  const std::string other = "<html><meta charset=utf-8><p>" + std::string(kSentence) + "</p></html>";
  page = Decode(Encode(other, "windows-949"));
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->encoding, "CP949");
  EXPECT_EQ(page->text, other);
}

TEST(DecodeTest, ToleratesAFewBrokenBytes) {
  std::string bytes;
  for (int i = 0; i < 10; ++i) bytes += kSentence;
  bytes.insert(std::string(kSentence).size(), "\xFF");
  const absl::StatusOr<DecodedPage> page = Decode(bytes);
  ASSERT_TRUE(page.ok()) << page.status();
  ASSERT_EQ(page->notices.size(), 1);
  EXPECT_EQ(page->notices[0].code, "invalid_bytes_replaced");
  EXPECT_NE(page->text.find("\uFFFD"), std::string::npos);
}

TEST(DecodeTest, RefusesWhatIsCutOff) {
  const std::string whole = kSentence;
  for (const std::string& bytes : {whole.substr(0, 4), whole.substr(0, 5), "둑" + whole.substr(0, 2)}) {
    const absl::Status status = Decode(bytes).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_NE(status.message().find("article.raw"), absl::string_view::npos);
    EXPECT_NE(status.message().find("middle"), absl::string_view::npos) << status;
  }
  const std::string cp949 = Encode("둑을 고친다", "windows-949");
  EXPECT_FALSE(Decode(cp949.substr(0, cp949.size() - 1)).ok());
}

TEST(DecodeTest, RefusesBinaryData) {
  std::mt19937 random(7);
  std::string noise(5000, '\0');
  for (char& byte : noise) byte = static_cast<char>(random());
  for (const std::string& bytes : {noise, std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16),
                                   std::string(64, '\xFF'), std::string(64, '\x80')}) {
    const absl::Status status = Decode(bytes).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_NE(status.message().find("article.raw"), absl::string_view::npos);
  }
}

TEST(DecodeTest, HtmlGivenAsTextIsReadAsHtml) {
  v1::RawArticle raw;
  raw.set_text("<!DOCTYPE html><p>" + std::string(kSentence));
  const absl::StatusOr<DecodedPage> page = DecodePage(raw);
  ASSERT_TRUE(page.ok());
  EXPECT_TRUE(page->html);
  ASSERT_EQ(page->notices.size(), 1);
  EXPECT_EQ(page->notices[0].code, "text_is_html");
  raw.set_text("3 < 5 라고 적힌 글이다.");
  EXPECT_FALSE(DecodePage(raw)->html);
}

}  // namespace
}  // namespace sillok::ingest
