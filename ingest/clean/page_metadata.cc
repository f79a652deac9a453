#include "ingest/clean/page_metadata.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "common/text/utf8.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"
#include "ingest/clean/byline.h"
#include "ingest/clean/character_references.h"
#include "ingest/clean/headline.h"
#include "ingest/clean/outlets.h"
#include "ingest/clean/page_line.h"
#include "ingest/clean/time_claims.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

using JsonValue = google::protobuf::Value;
using JsonObject = google::protobuf::Struct;

constexpr size_t kMaxJsonBytes = size_t{256} << 10;
constexpr int kMaxJsonDepth = 8;
constexpr size_t kMaxScripts = 16;
constexpr size_t kMaxSiteNameRunes = 12;

const JsonValue* Find(const JsonObject& object, const char* name) {
  const auto found = object.fields().find(name);
  return found == object.fields().end() ? nullptr : &found->second;
}

// The first string of a value that may be a string or a list of them.
std::string FirstString(const JsonValue* value) {
  if (value == nullptr) return "";
  if (value->kind_case() == JsonValue::kStringValue) return value->string_value();
  if (value->kind_case() != JsonValue::kListValue || value->list_value().values().empty()) return "";
  const JsonValue& first = value->list_value().values(0);
  return first.kind_case() == JsonValue::kStringValue ? first.string_value() : "";
}

// The name of a person or a body: a string, or an object that has one.
std::string NameOf(const JsonValue& value) {
  if (value.kind_case() == JsonValue::kStringValue) return value.string_value();
  if (value.kind_case() != JsonValue::kStructValue) return "";
  return FirstString(Find(value.struct_value(), "name"));
}

// The name of who wrote: a body that signs is none.
std::string AuthorOf(const JsonValue& value) {
  if (value.kind_case() == JsonValue::kStructValue &&
      FirstString(Find(value.struct_value(), "@type")).ends_with("Organization")) {
    return "";
  }
  return NameOf(value);
}

bool IsArticle(const JsonObject& object) {
  const JsonValue* const type = Find(object, "@type");
  if (type == nullptr) return false;
  const auto matches = [](const std::string& name) {
    return name.ends_with("Article") || name == "BlogPosting" || name == "Report" ||
           name == "LiveBlogPosting";
  };
  if (type->kind_case() == JsonValue::kStringValue) return matches(type->string_value());
  for (const JsonValue& one : type->list_value().values()) {
    if (matches(one.string_value())) return true;
  }
  return false;
}

// The first article of a document: itself, one of a list, or one of its @graph or mainEntity.
const JsonObject* FindArticle(const JsonValue& value, int depth) {
  if (depth > kMaxJsonDepth) return nullptr;
  if (value.kind_case() == JsonValue::kListValue) {
    for (const JsonValue& one : value.list_value().values()) {
      if (const JsonObject* const found = FindArticle(one, depth + 1); found != nullptr) return found;
    }
    return nullptr;
  }
  if (value.kind_case() != JsonValue::kStructValue) return nullptr;
  const JsonObject& object = value.struct_value();
  if (IsArticle(object)) return &object;
  for (const char* const name : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    const JsonValue* const inner = Find(object, name);
    if (inner == nullptr) continue;
    if (const JsonObject* const found = FindArticle(*inner, depth + 1); found != nullptr) return found;
  }
  return nullptr;
}

void AddClaim(std::string_view written, std::string_view source, bool update,
              std::vector<TimeClaim>& claims) {
  const std::optional<WrittenTime> time = ParseMachineTime(written);
  if (!time.has_value()) return;
  claims.push_back({.day = time->day, .time = time->time, .source = std::string(source), .update = update});
}

// An author is a reporter when the words read as a byline; bodies that sign are none.
void AddAuthor(std::string_view author, std::vector<Reporter>& byline) {
  if (author.empty() || !OutletNamed(author).empty()) return;
  const std::string text = MakeLine(author.substr(0, 200)).text;
  std::optional<Byline> read = ReadByline(text);
  if (!read.has_value() || read->reporters.empty()) read = ReadByline("글 " + text);
  if (read.has_value()) AddReporters(read->reporters, byline);
}

std::string Text(std::string_view raw) { return MakeLine(raw.substr(0, 2000)).text; }

void ReadArticle(const JsonObject& article, PageMetadata& metadata) {
  if (metadata.title.empty()) metadata.title = Text(DecodeReferences(FirstString(Find(article, "headline"))));
  AddClaim(FirstString(Find(article, "datePublished")), "json_ld", false, metadata.claims);
  AddClaim(FirstString(Find(article, "dateModified")), "json_ld", true, metadata.claims);
  if (const JsonValue* const publisher = Find(article, "publisher"); publisher != nullptr) {
    if (metadata.outlet.empty()) metadata.outlet = Text(NameOf(*publisher));
  }
  const JsonValue* const author = Find(article, "author");
  if (author == nullptr) return;
  if (author->kind_case() != JsonValue::kListValue) return AddAuthor(AuthorOf(*author), metadata.byline);
  for (const JsonValue& one : author->list_value().values()) AddAuthor(AuthorOf(one), metadata.byline);
}

// JSON as it should have been: many sites leave line breaks inside of strings, or a comma behind the last member.
std::string RepairJson(std::string json) {
  static const auto* const kLastComma = new RE2(R"(,\s*([}\]]))");
  for (char& byte : json) {
    if (static_cast<unsigned char>(byte) < 0x20) byte = ' ';
  }
  RE2::GlobalReplace(&json, *kLastComma, R"(\1)");
  return json;
}

void ReadJsonLd(const std::vector<std::string>& scripts, PageMetadata& metadata) {
  size_t read = 0;
  for (const std::string& script : scripts) {
    if (script.size() > kMaxJsonBytes || ++read > kMaxScripts) continue;
    JsonValue document;
    if (!google::protobuf::util::JsonStringToMessage(RepairJson(script), &document).ok()) continue;
    if (const JsonObject* const article = FindArticle(document, 0); article != nullptr) {
      ReadArticle(*article, metadata);
      return;
    }
  }
}

// The content of the first of these metas that is there.
std::string_view Meta(const PageMarkup& markup, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const auto& [key, content] : markup.metas) {
      if (key == name && !content.empty()) return content;
    }
  }
  return {};
}

void ReadMetas(const PageMarkup& markup, PageMetadata& metadata) {
  AddClaim(
      Meta(markup, {"article:published_time", "og:article:published_time", "og:published_time",
                    "article:published", "datepublished", "date.issued", "dc.date.issued", "dcterms.created",
                    "dc.date", "pubdate", "publishdate", "publish_date", "date", "regdate", "nate:pubdate"}),
      "open_graph", false, metadata.claims);
  AddClaim(Meta(markup, {"article:modified_time", "og:article:modified_time", "og:updated_time",
                         "article:modified", "datemodified", "dcterms.modified", "lastmod", "last-modified"}),
           "open_graph", true, metadata.claims);
  std::string title = StripSite(Text(Meta(markup, {"og:title", "twitter:title", "dable:title"}))).title;
  if (metadata.title.empty()) {
    metadata.title = std::move(title);
  } else if (title != metadata.title) {
    metadata.other_title = std::move(title);
  }
  if (metadata.outlet.empty()) {
    for (const std::string_view name :
         {"og:article:author", "og:site_name", "twitter:creator", "publisher"}) {
      const std::string outlet = Text(Meta(markup, {name}));
      // og:article:author holds the outlet on portals and the reporter elsewhere.
      const bool sure = name == "og:site_name" || name == "publisher" || !OutletNamed(outlet).empty();
      if (outlet.empty() || IsPortal(outlet) || !sure || outlet.front() == '@') continue;
      metadata.outlet = outlet;
      break;
    }
  }
  if (!metadata.byline.empty()) return;
  AddAuthor(Meta(markup, {"article:author", "dable:author", "byl", "author", "dc.creator"}), metadata.byline);
}

void ReadTimes(const PageMarkup& markup, PageMetadata& metadata) {
  bool published = false;
  for (const auto& [property, datetime] : markup.times) {
    const bool update = property == "datemodified";
    if (!update && published) continue;
    published = published || !update;
    AddClaim(datetime, "time_element", update, metadata.claims);
  }
}

}  // namespace

PageMetadata ReadMetadata(const PageMarkup& markup) {
  PageMetadata metadata;
  ReadJsonLd(markup.json_ld, metadata);
  ReadMetas(markup, metadata);
  ReadTimes(markup, metadata);
  const SiteTitle title = StripSite(Text(markup.title));
  // A site that gives all of its pages its own name.
  const bool only_site = title.site.empty() && CountRunes(title.title) <= kMaxSiteNameRunes &&
                         title.title.find(' ') == std::string::npos && SoundsLikeOutlet(title.title);
  if (metadata.title.empty() && !only_site) metadata.title = title.title;
  if (metadata.outlet.empty() && !OutletNamed(title.site).empty()) metadata.outlet = OutletNamed(title.site);
  if (SoundsLikeOutlet(title.site)) metadata.site = title.site;
  if (only_site) metadata.site = title.title;
  metadata.url = markup.canonical_url.empty() ? std::string(Meta(markup, {"og:url"})) : markup.canonical_url;
  if (!metadata.url.starts_with("http")) metadata.url.clear();
  if (metadata.outlet.empty()) metadata.outlet = OutletOfHost(metadata.url);
  if (IsPortal(metadata.outlet)) metadata.outlet.clear();
  if (const std::string known = OutletNamed(metadata.outlet); !known.empty()) metadata.outlet = known;
  return metadata;
}

}  // namespace sillok::ingest
