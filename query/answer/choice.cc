#include "query/answer/choice.h"

#include <algorithm>
#include <string>

#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "google/protobuf/util/field_mask_util.h"

namespace sillok::query {
namespace {

constexpr size_t kMaxTextBytes = 256;

std::string Names(const google::protobuf::EnumDescriptor& type) {
  std::string names;
  for (int i = 0; i < type.value_count(); ++i) {
    if (i > 0) names += ", ";
    names += type.value(i)->name();
  }
  return names;
}

std::string FieldNames(const google::protobuf::Descriptor& type) {
  std::string names;
  for (int i = 0; i < type.field_count(); ++i) {
    if (i > 0) names += ", ";
    names += type.field(i)->name();
  }
  return names;
}

}  // namespace

absl::Status CheckEnum(int value, const google::protobuf::EnumDescriptor& type, std::string_view field) {
  if (type.FindValueByNumber(value) != nullptr) return absl::OkStatus();
  return InvalidField(field,
                      "has the unknown number " + std::to_string(value) + "; give one of " + Names(type));
}

absl::Status CheckEnums(const google::protobuf::RepeatedField<int>& values,
                        const google::protobuf::EnumDescriptor& type, std::string_view field) {
  for (int i = 0; i < values.size(); ++i) {
    SILLOK_RETURN_IF_ERROR(CheckEnum(values[i], type, std::string(field) + "[" + std::to_string(i) + "]"));
  }
  return absl::OkStatus();
}

bool Selects(const google::protobuf::RepeatedField<int>& values, int value) {
  return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
}

absl::Status CheckReadMask(const google::protobuf::FieldMask& mask, const google::protobuf::Descriptor& type,
                           std::string_view field) {
  for (const std::string& path : mask.paths()) {
    using google::protobuf::util::FieldMaskUtil;
    if (!path.empty() && FieldMaskUtil::GetFieldDescriptors(&type, path, nullptr)) continue;
    return InvalidField(field, "holds the unknown path '" + path + "'; give fields of " + type.name() + ": " +
                                   FieldNames(type));
  }
  return absl::OkStatus();
}

bool MaskHas(const google::protobuf::FieldMask& mask, const std::string& field) {
  return mask.paths().empty() ||
         std::any_of(mask.paths().begin(), mask.paths().end(),
                     [&](const std::string& path) { return path.compare(0, field.size(), field) == 0; });
}

absl::StatusOr<bool> ReadDescending(std::string_view order_by, std::string_view field) {
  if (order_by.empty() || order_by == "date") return false;
  if (order_by == "date desc") return true;
  return InvalidField(field, "is no known order; give 'date' or 'date desc'");
}

absl::StatusOr<int> ReadLimit(int value, int fallback, int most, std::string_view field) {
  if (value < 0) {
    return InvalidField(
        field, "is negative; give 1 to " + std::to_string(most) + ", or 0 for " + std::to_string(fallback));
  }
  return value == 0 ? fallback : std::min(value, most);
}

absl::Status CheckText(std::string_view text, std::string_view field) {
  if (text.size() <= kMaxTextBytes) return absl::OkStatus();
  return InvalidField(field, "has " + std::to_string(text.size()) + " bytes; give at most 256");
}

}  // namespace sillok::query
