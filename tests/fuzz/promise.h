// What a reading promises, whatever it reads: a promise that is not kept ends the program, so that libFuzzer keeps the input.
//
//   Promise(date.span.size() > 0, "a date has words");
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "ingest/extract/extracted_article.h"

namespace sillok::ingest {

// `what` says what must be true; it is printed with `about`, some of the reading, when it is not.
void Promise(bool kept, std::string_view what, std::string_view about = {});

// The span is inside of `text` and cuts no character.
void PromiseSpan(const TextSpan& span, std::string_view text, std::string_view whose);

// Of NormalizeText's form, in one line, without space around it.
void PromiseLine(std::string_view text, std::string_view whose);

// Reads, and every eighth input twice: what is read is the same. `read` gives what was written of the input.
template <typename Read>
void PromiseReading(std::string_view bytes, Read read) {
  constexpr size_t kTwice = 8;
  const std::string once = read(bytes);
  if (std::hash<std::string_view>()(bytes) % kTwice == 0) {
    Promise(once == read(bytes), "reading again gives the same");
  }
}

// What goes over the wire, which takes valid UTF-8 only; equal for equal readings.
[[nodiscard]] std::string Written(const ExtractedArticle& article);

}  // namespace sillok::ingest
