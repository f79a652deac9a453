// Fields of requests that take one of a few values: enums, orders, field masks, counts.
//
// Every function answers INVALID_ARGUMENT naming the field and what may stand there. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/field_mask.pb.h"
#include "google/protobuf/repeated_field.h"

namespace sillok::query {

// proto3 takes numbers that no enum value has; a question does not.
[[nodiscard]] absl::Status CheckEnum(int value, const google::protobuf::EnumDescriptor& type,
                                     std::string_view field);
[[nodiscard]] absl::Status CheckEnums(const google::protobuf::RepeatedField<int>& values,
                                      const google::protobuf::EnumDescriptor& type, std::string_view field);

// Whether `values` is empty, which filters nothing, or holds `value`.
[[nodiscard]] bool Selects(const google::protobuf::RepeatedField<int>& values, int value);

// Every path of the mask is a field of `type`.
[[nodiscard]] absl::Status CheckReadMask(const google::protobuf::FieldMask& mask,
                                         const google::protobuf::Descriptor& type, std::string_view field);

// Whether the mask takes the field, or part of it; an empty one takes all.
[[nodiscard]] bool MaskHas(const google::protobuf::FieldMask& mask, const std::string& field);

// `date` or nothing → false, `date desc` → true.
[[nodiscard]] absl::StatusOr<bool> ReadDescending(std::string_view order_by, std::string_view field);

// `fallback` for 0, otherwise the value, cut at `most`; negative ones are refused.
[[nodiscard]] absl::StatusOr<int> ReadLimit(int value, int fallback, int most, std::string_view field);

// At most 256 bytes.
[[nodiscard]] absl::Status CheckText(std::string_view text, std::string_view field);

}  // namespace sillok::query
