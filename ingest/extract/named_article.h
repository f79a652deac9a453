// Within stage 4: names first, because events, quotes and quantities speak of them.
//
//   NamedArticle named = FindNames(std::move(dated));
//   named.referents[named.mentions[0].referent].canonical   → "샘 올트먼"
//
// Pure; safe from any thread.
#pragma once

#include <vector>

#include "ingest/extract/extracted_article.h"
#include "ingest/tag/tag_model.h"

namespace sillok::ingest {

// A title that stands with somebody's name, each time it does.
struct TitleMention {
  Place at;        // without particles
  int person = 0;  // referent
};

struct NamedArticle {
  DatedArticle dated;
  std::vector<Referent> referents;
  std::vector<Mention> mentions;  // by place, never overlapping; pronouns (그는) and titles alone included
  std::vector<Position> positions;
  std::vector<TitleMention> titles = {};  // by place, never overlapping
  std::vector<TagMention> tags;           // by place
};

// Finds the people, organisations, places, named events, works and products, and which mentions are the same
// one.
[[nodiscard]] NamedArticle FindNames(DatedArticle dated, const TagModel& model);

}  // namespace sillok::ingest
