// The programs under test, to tell stories to: one or several sillok-ingest, and one sillok-query that follows them all.
//
//   ToldWorld world(/*stores=*/3, {.ingest = SILLOK_INGEST, .query = SILLOK_QUERY});
//   ASSERT_TRUE(world.Start());
//   ASSERT_TRUE(world.Tell(story, "s7-").ok());     // its articles are s7-a0, s7-a1, …
//   const absl::StatusOr<std::string> answers = world.Dump();
//   ASSERT_TRUE(world.Forget(story, "s7-").ok());   // the next story begins with a view that answers nothing
//
// One thread at a time.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tests/property/page_story.h"
#include "tests/support/service_pair.h"

namespace sillok {

class ToldWorld {
 public:
  ToldWorld(int stores, const ServicePairOptions& programs);

  [[nodiscard]] bool Start();

  // Gives every step to its store, the articles' ids with `prefix` before them. An undo whose decision is not in the story, and
  // a decision whose atoms are not all different, are left out. The first error ends it.
  [[nodiscard]] absl::Status Tell(const std::vector<PageStep>& story, const std::string& prefix);

  // Everything that the view answers; waits until it has heard all that was told.
  [[nodiscard]] absl::StatusOr<std::string> Dump();

  // Deletes the story's articles, each at one store, and withdraws its decisions.
  [[nodiscard]] absl::Status Forget(const std::vector<PageStep>& story, const std::string& prefix);

  // What the programs have logged.
  [[nodiscard]] std::string Log() const;

 private:
  // A decision that a store has taken in this story.
  struct Taken {
    int store = 0;
    std::string name;
  };

  // What changes nothing answers an old commit.
  void Reached(int store, const v1::CommitToken& commit);
  absl::Status Put(int store, v1::RawArticle page, const std::string& prefix);
  absl::Status Remove(int store, const PageRemoval& removal, const std::string& prefix);
  absl::Status Decide(int store, const PageDecision& decision, const std::string& prefix);
  absl::Status Undo(const PageUndo& undo);
  absl::Status ReadAgain(int store);

  // The entities that the atoms are, `entities/{id}`; empty when two are one or one is not there.
  absl::StatusOr<std::vector<std::string>> EntitiesOf(const PageDecision& decision,
                                                      const std::string& prefix);

  template <typename Request, typename Response>
  absl::Status Curate(grpc::Status (v1::CurationService::Stub::*method)(grpc::ClientContext*, const Request&,
                                                                        Response*),
                      Request request, int store, const PageDecision& decision);

  std::vector<std::unique_ptr<ServicePair>> stores_;  // the first has the view
  std::map<int, v1::CommitToken> reached_;            // the newest commit of each store
  std::map<int, Taken> taken_;                        // by the decision's number
};

}  // namespace sillok
