// Paging (AIP-158): how many items a page has, and where the next one begins.
//
//   SILLOK_ASSIGN_OR_RETURN(const Page page, ReadPage(request));
//   … items after page.after, at most page.size …
//   if (more) response.set_next_page_token(MakePageToken(request, key_of_last_item));
//
// A token holds the sort key of the last item, not a count, so that a page is right also after what is listed has grown;
// and a fingerprint of the request, so that it belongs to that request alone. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "google/protobuf/message.h"

namespace sillok {

inline constexpr int kDefaultPageSize = 20;
inline constexpr int kMaxPageSize = 1000;

struct Page {
  // 1 to kMaxPageSize.
  size_t size = kDefaultPageSize;
  // The sort key of the last item of the page before; empty on the first page.
  std::string after;
};

// Counts what is on a page. A page ends early when its messages are large, so that every answer can be sent.
class PageFill {
 public:
  explicit PageFill(const Page& page) : size_(page.size) {}
  void Count(const google::protobuf::Message& item) { CountBytes(item.ByteSizeLong()); }
  // An item of so many bytes.
  void CountBytes(size_t bytes) {
    ++items_;
    bytes_ += bytes;
  }
  [[nodiscard]] bool full() const { return items_ >= size_ || bytes_ >= kMaxPageBytes; }

 private:
  static constexpr size_t kMaxPageBytes = size_t{2} << 20;  // a client takes 4 MiB unless told otherwise

  size_t size_;
  size_t items_ = 0;
  size_t bytes_ = 0;
};

// From the fields `page_size` and `page_token` of a request that has both. INVALID_ARGUMENT naming the field.
[[nodiscard]] absl::StatusOr<Page> ReadPage(const google::protobuf::Message& request);

// INVALID_ARGUMENT for a token that passes for one and whose key is none.
[[nodiscard]] absl::Status BadPageToken();

// The token of the page that begins after the item with this sort key.
[[nodiscard]] std::string MakePageToken(const google::protobuf::Message& request, std::string_view sort_key);

}  // namespace sillok
