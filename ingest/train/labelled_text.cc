#include "ingest/train/labelled_text.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "common/status/status_macros.h"
#include "common/text/utf8.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"

namespace sillok::ingest {
namespace {

using ::google::protobuf::Struct;
using ::google::protobuf::Value;

constexpr std::array<std::string_view, kTagTypes> kTypeNames = {"PS", "OG", "LC", "DT", "TI", "QT"};

std::optional<TagType> TypeNamed(std::string_view name) {
  const auto found = std::find(kTypeNames.begin(), kTypeNames.end(), name);
  if (found == kTypeNames.end()) return std::nullopt;
  return static_cast<TagType>(found - kTypeNames.begin());
}

const Value& Field(const Struct& object, const std::string& name) {
  const auto found = object.fields().find(name);
  return found == object.fields().end() ? Value::default_instance() : found->second;
}

// Where each code point begins, and the end of the text.
std::vector<int> RuneOffsets(std::string_view text) {
  std::vector<int> offsets;
  for (size_t at = 0; at < text.size(); at += DecodeRune(text, at).length) {
    offsets.push_back(static_cast<int>(at));
  }
  offsets.push_back(static_cast<int>(text.size()));
  return offsets;
}

// Labels of two hands differ in whether the space before a name is part of it.
TextSpan WithoutSpaces(std::string_view text, TextSpan span) {
  while (span.size() > 0 && text[span.begin] == ' ') ++span.begin;
  while (span.size() > 0 && text[span.end - 1] == ' ') --span.end;
  return span;
}

absl::Status ReadTags(const Struct& object, LabelledText& labelled) {
  const std::vector<int> offsets = RuneOffsets(labelled.text);
  for (const Value& value : Field(object, "entities").list_value().values()) {
    const Struct& entity = value.struct_value();
    const std::optional<TagType> type = TypeNamed(Field(entity, "type").string_value());
    if (!type.has_value()) continue;
    const double start = Field(entity, "start").number_value();
    const double end = Field(entity, "end").number_value();
    if (start < 0 || end < start + 1 || end >= static_cast<double>(offsets.size())) {
      return absl::InvalidArgumentError(absl::StrCat("a label lies outside of the text: ", start, "…", end));
    }
    const TextSpan span = WithoutSpaces(
        labelled.text, {offsets[static_cast<size_t>(start)], offsets[static_cast<size_t>(end)]});
    if (span.size() > 0) labelled.tags.push_back({.span = span, .type = *type});
  }
  std::sort(labelled.tags.begin(), labelled.tags.end(),
            [](const Tag& a, const Tag& b) { return a.span < b.span; });
  for (size_t at = 1; at < labelled.tags.size(); ++at) {
    if (labelled.tags[at - 1].span.Overlaps(labelled.tags[at].span)) {
      return absl::InvalidArgumentError(absl::StrCat("labels overlap in: ", labelled.text));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<LabelledText> ParseLabelled(std::string_view line) {
  Struct object;
  if (!google::protobuf::util::JsonStringToMessage(std::string(line), &object).ok()) {
    return absl::InvalidArgumentError("no JSON object");
  }
  LabelledText labelled{.source = Field(object, "source").string_value(),
                        .text = Field(object, "text").string_value(),
                        .tags = {}};
  if (labelled.text.empty()) return absl::InvalidArgumentError("no `text`");
  SILLOK_RETURN_IF_ERROR(ReadTags(object, labelled));
  return labelled;
}

absl::StatusOr<LabelledText> ParseMarked(std::string_view line) {
  LabelledText labelled{.source = "marked", .text = {}, .tags = {}};
  while (!line.empty()) {
    const size_t open = line.find('[');
    labelled.text += line.substr(0, open);
    if (open == std::string_view::npos) break;
    line.remove_prefix(open + 1);
    const size_t close = line.find_first_of("[]");
    if (close == std::string_view::npos || line[close] == '[') {
      return absl::InvalidArgumentError("a bracket without end");
    }
    const std::string_view marked = line.substr(0, close);
    const size_t bar = marked.find('|');
    if (bar == std::string_view::npos || bar == 0) {
      return absl::InvalidArgumentError("a bracket without text|TYPE");
    }
    const std::optional<TagType> type = TypeNamed(marked.substr(bar + 1));
    if (!type.has_value()) return absl::InvalidArgumentError("a type other than PS, OG, LC, DT, TI, QT");
    const int begin = static_cast<int>(labelled.text.size());
    labelled.text += marked.substr(0, bar);
    labelled.tags.push_back({.span = {begin, static_cast<int>(labelled.text.size())}, .type = *type});
    line.remove_prefix(close + 1);
  }
  return labelled;
}

absl::StatusOr<std::vector<LabelledText>> ReadLabelled(const std::string& path) {
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(absl::StrCat("cannot read ", path));
  const bool json = path.ends_with(".jsonl");
  std::vector<LabelledText> texts;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || (!json && line.front() == '#')) continue;
    absl::StatusOr<LabelledText> labelled = json ? ParseLabelled(line) : ParseMarked(line);
    if (!labelled.ok()) {
      return absl::InvalidArgumentError(absl::StrCat(path, ":", number, ": ", labelled.status().message()));
    }
    texts.push_back(*std::move(labelled));
  }
  return texts;
}

std::string_view NameOf(TagType type) { return kTypeNames[static_cast<size_t>(type)]; }

}  // namespace sillok::ingest
