#include "tests/quality/gold.h"

#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"

namespace sillok {
namespace {

using ::google::protobuf::Struct;
using ::google::protobuf::Value;

const Value* Find(const Struct& object, const std::string& field) {
  const auto found = object.fields().find(field);
  if (found == object.fields().end() || found->second.has_null_value()) return nullptr;
  return &found->second;
}

std::string Text(const Struct& object, const std::string& field) {
  const Value* value = Find(object, field);
  return value == nullptr ? "" : value->string_value();
}

std::vector<std::string> Texts(const Struct& object, const std::string& field) {
  std::vector<std::string> texts;
  const Value* list = Find(object, field);
  if (list == nullptr) return texts;
  for (const Value& value : list->list_value().values()) texts.push_back(value.string_value());
  return texts;
}

// The objects of a list, each read by `read`.
template <typename Item>
std::vector<Item> Objects(const Struct& object, const std::string& field, Item (*read)(const Struct&)) {
  std::vector<Item> items;
  const Value* list = Find(object, field);
  if (list == nullptr) return items;
  for (const Value& value : list->list_value().values()) items.push_back(read(value.struct_value()));
  return items;
}

GoldPerson ReadPerson(const Struct& object) {
  GoldPerson person{.name = Text(object, "name"), .forms = Texts(object, "aliases")};
  person.forms.insert(person.forms.begin(), person.name);
  return person;
}

GoldEvent ReadEvent(const Struct& object) {
  const Value* planned = Find(object, "planned");
  return {.date = Text(object, "date"),
          .date_inferred = Text(object, "date_inferred"),
          .participants = Texts(object, "participants"),
          .evidence = Text(object, "evidence"),
          .planned = planned != nullptr && planned->bool_value()};
}

GoldQuote ReadQuote(const Struct& object) {
  return {.speaker = Text(object, "speaker"), .starts_with = Text(object, "starts_with")};
}

GoldQuantity ReadQuantity(const Struct& object) {
  const Value* value = Find(object, "value");
  return {.raw = Text(object, "raw"),
          .subject = Text(object, "subject"),
          .measure = Text(object, "measure"),
          .unit = Text(object, "unit"),
          .as_of = Text(object, "as_of"),
          .value = value == nullptr ? 0 : value->number_value()};
}

}  // namespace

absl::StatusOr<GoldPage> ParseGold(std::string_view line) {
  Struct object;
  if (!google::protobuf::util::JsonStringToMessage(std::string{line}, &object).ok() ||
      Text(object, "file").empty()) {
    return absl::InvalidArgumentError("no gold of a page: " + std::string{line.substr(0, 80)});
  }
  GoldPage gold{.file = Text(object, "file"),
                .published = Text(object, "published"),
                .written = Text(object, "published_inferred"),
                .boilerplate = Texts(object, "boilerplate_examples"),
                .body = Texts(object, "body_must_contain"),
                .organizations = Texts(object, "organizations"),
                .places = Texts(object, "places"),
                .events = Objects(object, "events", ReadEvent),
                .quantities = Objects(object, "quantities", ReadQuantity)};
  if (gold.written.empty()) gold.written = gold.published;
  if (Find(object, "title") != nullptr) gold.title = Text(object, "title");
  if (Find(object, "byline") != nullptr) gold.byline = Texts(object, "byline");
  if (Find(object, "people") != nullptr) gold.people = Objects(object, "people", ReadPerson);
  if (Find(object, "quotes") != nullptr) gold.quotes = Objects(object, "quotes", ReadQuote);
  return gold;
}

}  // namespace sillok
