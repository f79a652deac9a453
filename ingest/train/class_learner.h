// From unlabelled text to the classes of its words, in the three grains that the tagger looks at.
//
//   parts.classes = LearnClasses(parser, texts);   // by frequency, the most frequent first
//
// Words are morphemes as they stand in the text.
#pragma once

#include <string>
#include <vector>

#include "ingest/parse/parsed_article.h"
#include "ingest/tag/word_classes.h"

namespace sillok::ingest {

// Words that stand in the texts only once or twice get no class.
[[nodiscard]] std::vector<ClassedWord> LearnClasses(const Parser& parser,
                                                    const std::vector<std::string>& texts);

}  // namespace sillok::ingest
