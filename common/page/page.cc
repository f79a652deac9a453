#include "common/page/page.h"

#include <memory>

#include "absl/strings/escaping.h"
#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "common/text/hash.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"

namespace sillok {
namespace {

using ::google::protobuf::FieldDescriptor;
using ::google::protobuf::Message;

constexpr size_t kFingerprintBytes = 8;

// Map entries in the order of their keys: equal requests, equal bytes.
std::string DeterministicBytes(const Message& message) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    message.SerializeWithCachedSizes(&coded);
  }
  return bytes;
}

// What must stay the same from page to page: all but the size, the token, and what changes no item.
std::string Fingerprint(const Message& request) {
  const std::unique_ptr<Message> kept(request.New());
  kept->CopyFrom(request);
  for (const char* name : {"page_size", "page_token", "min_commit", "read_mask"}) {
    const FieldDescriptor* field = kept->GetDescriptor()->FindFieldByName(name);
    if (field != nullptr) kept->GetReflection()->ClearField(kept.get(), field);
  }
  (void)kept->ByteSizeLong();  // caches the sizes that are written next
  return Sha256({kept->GetDescriptor()->full_name(), DeterministicBytes(*kept)}).substr(0, kFingerprintBytes);
}

const FieldDescriptor& Field(const Message& request, const char* name) {
  return *request.GetDescriptor()->FindFieldByName(name);
}

absl::StatusOr<std::string> ReadToken(const Message& request) {
  std::string scratch;
  const std::string& token =
      request.GetReflection()->GetStringReference(request, &Field(request, "page_token"), &scratch);
  if (token.empty()) return std::string();
  std::string bytes;
  if (!absl::WebSafeBase64Unescape(token, &bytes) || bytes.size() <= kFingerprintBytes) {
    return InvalidField("page_token",
                        "is no page token; give next_page_token of an answer, unchanged, or nothing");
  }
  if (bytes.compare(0, kFingerprintBytes, Fingerprint(request)) != 0) {
    return InvalidField(
        "page_token",
        "belongs to another request; repeat the request it came with, or begin without a token");
  }
  return bytes.substr(kFingerprintBytes);
}

}  // namespace

absl::Status BadPageToken() {
  return InvalidField("page_token",
                      "is no page token; give next_page_token of an answer, unchanged, or nothing");
}

absl::StatusOr<Page> ReadPage(const Message& request) {
  const int32_t size = request.GetReflection()->GetInt32(request, &Field(request, "page_size"));
  if (size < 0) return InvalidField("page_size", "is negative; give 1 to 1000, or 0 for 20");
  Page page;
  if (size > 0) page.size = static_cast<size_t>(std::min(size, kMaxPageSize));
  SILLOK_ASSIGN_OR_RETURN(page.after, ReadToken(request));
  return page;
}

std::string MakePageToken(const Message& request, std::string_view sort_key) {
  const std::string bytes = Fingerprint(request).append(sort_key);
  std::string token;
  absl::WebSafeBase64Escape(bytes, &token);
  return token;
}

}  // namespace sillok
