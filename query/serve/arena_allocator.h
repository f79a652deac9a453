// Requests and responses of one method in one arena a call: a reply of many small messages is made, and freed, in a
// few allocations.
//
//   ArenaAllocator<v1::GetTimelineRequest, v1::GetTimelineResponse> allocator;   // must outlive the server
//   SetMessageAllocatorFor_GetTimeline(&allocator);
//
// Worth it where messages are built in place; a message made elsewhere is copied, not moved, into an arena. Safe from
// any thread.
#pragma once

#include "google/protobuf/arena.h"
#include "grpcpp/support/message_allocator.h"

namespace sillok::query {

template <typename Request, typename Response>
class ArenaAllocator final : public grpc::MessageAllocator<Request, Response> {
 public:
  grpc::MessageHolder<Request, Response>* AllocateMessages() override { return new Holder; }

 private:
  class Holder final : public grpc::MessageHolder<Request, Response> {
   public:
    Holder() : arena_(Options()) {
      this->set_request(google::protobuf::Arena::CreateMessage<Request>(&arena_));
      this->set_response(google::protobuf::Arena::CreateMessage<Response>(&arena_));
    }
    void Release() override { delete this; }

   private:
    static google::protobuf::ArenaOptions Options() {
      google::protobuf::ArenaOptions options;
      options.start_block_size = 16 << 10;
      options.max_block_size = 64 << 10;
      return options;
    }

    google::protobuf::Arena arena_;
  };
};

}  // namespace sillok::query
