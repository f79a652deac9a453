#include "query/view/apply_curation.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/view/article_fold.h"
#include "query/view/curated.h"
#include "query/view/name_component.h"
#include "query/view/packed_article.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

// Which decision it is about: itself, or the one it undoes.
std::string DecisionId(const v1::Curation& curation) {
  return BareId(curation.has_undo() ? curation.undo().curation() : curation.name());
}

// The decision that ought to hold: some origin's, unless some origin has undone it.
absl::StatusOr<std::optional<v1::Curation>> FindDecision(Rows& rows, const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> undone,
                          rows.First(Family::kUndoneCurations, TextPrefix(id)));
  if (undone.has_value()) return std::nullopt;
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> given,
                          rows.First(Family::kCurations, TextPrefix(id)));
  if (!given.has_value()) return std::nullopt;
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row, rows.Get(Family::kCurations, *given));
  v1::Curation curation;
  SILLOK_RETURN_IF_ERROR(ParseRow(row.value_or(""), curation));
  return curation;
}

absl::StatusOr<std::optional<v1::Curation>> HeldDecision(Rows& rows, const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row, rows.Get(Family::kDecisions, TextPrefix(id)));
  if (!row.has_value()) return std::nullopt;
  v1::Curation curation;
  SILLOK_RETURN_IF_ERROR(ParseRow(*row, curation));
  return curation;
}

// The current articles that the referents stand in, by id, and the bases they are filed under.
struct Touched {
  std::map<std::string, v1::Article> articles;
  ChangedNames names;
};

absl::StatusOr<Touched> TouchedBy(Rows& rows, const v1::Curation& curation) {
  Touched touched;
  for (const std::string& id : ReferentsOf(curation)) {
    SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row,
                            rows.Get(Family::kReferents, TextPrefix(id)));
    if (!row.has_value()) continue;
    storage::v1::Referent referent;
    SILLOK_RETURN_IF_ERROR(ParseRow(*row, referent));
    touched.names.NoteName({referent.type(), referent.name(), ""});
    if (touched.articles.contains(referent.article_id())) continue;
    SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> article,
                            rows.Get(Family::kCurrent, TextPrefix(referent.article_id())));
    if (!article.has_value()) {
      return absl::DataLossError("articles/" + referent.article_id() + " is not there");
    }
    SILLOK_RETURN_IF_ERROR(UnpackArticle(*article, touched.articles[referent.article_id()]));
  }
  return touched;
}

absl::StatusOr<std::set<NameKey>> Settle(Rows& rows, const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(const std::optional<v1::Curation> held, HeldDecision(rows, id));
  SILLOK_ASSIGN_OR_RETURN(const std::optional<v1::Curation> due, FindDecision(rows, id));
  if (held.has_value() == due.has_value()) return std::set<NameKey>();

  SILLOK_ASSIGN_OR_RETURN(Touched touched, TouchedBy(rows, held.has_value() ? *held : *due));
  std::vector<ArticleFacts> before;
  for (const auto& [article_id, article] : touched.articles) {
    SILLOK_ASSIGN_OR_RETURN(before.emplace_back(), FactsOf(rows, &article));
  }
  SILLOK_RETURN_IF_ERROR(held.has_value() ? DeleteDecision(rows, *held) : PutDecision(rows, *due));
  ArticleFold fold(rows, std::move(touched.names));
  size_t index = 0;
  for (const auto& [article_id, article] : touched.articles) {
    SILLOK_ASSIGN_OR_RETURN(ArticleFacts gives, FactsOf(rows, &article));
    SILLOK_RETURN_IF_ERROR(fold.Replace(std::move(before[index++]), std::move(gives)));
  }
  return std::move(fold).Finish();
}

Family FamilyOf(const v1::Curation& curation) {
  return curation.has_undo() ? Family::kUndoneCurations : Family::kCurations;
}

}  // namespace

absl::StatusOr<std::set<NameKey>> ApplyCuration(Rows& rows, std::string_view origin,
                                                const v1::Curation& curation) {
  const std::string id = DecisionId(curation);
  SILLOK_RETURN_IF_ERROR(rows.Put(FamilyOf(curation), CurationOriginKey(id, origin), SerializeRow(curation)));
  return Settle(rows, id);
}

absl::StatusOr<std::set<NameKey>> WithdrawCuration(Rows& rows, std::string_view origin,
                                                   const v1::Curation& curation) {
  const std::string id = DecisionId(curation);
  SILLOK_RETURN_IF_ERROR(rows.Delete(FamilyOf(curation), CurationOriginKey(id, origin)));
  return Settle(rows, id);
}

absl::StatusOr<std::vector<v1::Curation>> CurationsOf(Rows& rows, std::string_view origin) {
  std::vector<v1::Curation> curations;
  absl::Status status;
  for (const Family family : {Family::kCurations, Family::kUndoneCurations}) {
    SILLOK_RETURN_IF_ERROR(rows.Scan(family, "", [&](std::string_view key, std::string_view value) {
      KeyReader reader(key);
      (void)reader.Text();
      if (reader.Text() != origin) return true;
      status = ParseRow(value, curations.emplace_back());
      return status.ok();
    }));
    SILLOK_RETURN_IF_ERROR(status);
  }
  return curations;
}

}  // namespace sillok::query
