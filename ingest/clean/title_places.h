// Where a title stands that nothing names: above who signs or the time, in the words of the sentences below.
//
//   TitlePlaces(lines, body_begin, /*english=*/false).Find()
//
// Pure; time linear in the lines; reads them, and must not outlive them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// No title is longer.
inline constexpr size_t kMaxTitleRunes = 140;

// True when the text has a syllable of Hangul.
[[nodiscard]] bool HasHangul(std::string_view text);

// A line that could be a title: neither a menu's word nor a sentence. In a page in English the menus are English, too.
[[nodiscard]] bool LooksLikeTitle(const PageLine& line, bool english);

class TitlePlaces {
 public:
  TitlePlaces(const PageLines& lines, size_t body_begin, bool english);

  // The line of the title above the body; nothing when no line could be one.
  [[nodiscard]] std::optional<size_t> Find() const;

  // True when the sentences say so much of the text that it speaks of them.
  [[nodiscard]] bool Speaks(std::string_view text) const;

  // True when the sentences say a few words of it.
  [[nodiscard]] bool Mentions(std::string_view text) const;

 private:
  // How many of a text's words the sentences say, numbers and single syllables aside.
  struct Share {
    size_t words = 0;
    size_t said = 0;
  };
  [[nodiscard]] Share ShareOf(std::string_view text) const;
  [[nodiscard]] std::optional<size_t> FindInRunBefore(size_t anchor) const;
  [[nodiscard]] size_t FarBetterAbove(size_t title) const;

  const PageLines& lines_;
  size_t body_begin_;
  bool english_;
  std::unordered_set<std::string_view> said_;  // the stems of the sentences
};

}  // namespace sillok::ingest
