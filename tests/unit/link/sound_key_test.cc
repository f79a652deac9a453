#include "query/link/sound_key.h"

#include "gtest/gtest.h"

namespace sillok::query {
namespace {

TEST(SoundKey, SpellingsOfOneForeignNameAreAlike) {
  EXPECT_TRUE(SoundAlike("샘올트먼", "샘알트만"));
  EXPECT_TRUE(SoundAlike("샘알트먼", "샘알트맨"));
  EXPECT_TRUE(SoundAlike("젤렌스키", "젤렌스끼"));
  EXPECT_TRUE(SoundAlike("마크저커버그", "마크주커버그"));
}

TEST(SoundKey, OtherConsonantsAreOtherNames) {
  EXPECT_FALSE(SoundAlike("바이든", "푸틴"));
  EXPECT_FALSE(SoundAlike("존리", "제인리")) << "too many vowels differ";
  EXPECT_FALSE(SoundAlike("메시", "무사"));
}

TEST(SoundKey, OnlySyllablesSound) {
  EXPECT_EQ(SoundKey("samaltman"), "");
  EXPECT_EQ(SoundKey("샘altman"), "");
  EXPECT_EQ(SoundKey("아이유"), "");
  EXPECT_FALSE(SoundAlike("", ""));
}

TEST(SoundKey, KoreanNamesAreNotForeign) {
  EXPECT_FALSE(IsForeignName("김민수"));
  EXPECT_FALSE(IsForeignName("samaltman"));
  EXPECT_TRUE(IsForeignName("샘올트먼"));
  EXPECT_TRUE(IsForeignName("트럼프"));
}

}  // namespace
}  // namespace sillok::query
