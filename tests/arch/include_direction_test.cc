// Data flows one way: no room includes one that stands above it, and no rooms include each other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "tests/arch/include_graph.h"

namespace sillok {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

RoomTable Rooms() {
  std::ostringstream text;
  text << std::ifstream(SILLOK_SOURCE_DIR "/tests/arch/rooms.tsv", std::ios::binary).rdbuf();
  return ParseRoomTable(text.str());
}

std::vector<std::string> Complaints(const std::string& file, const std::string& text) {
  return ForbiddenEdges(ReadIncludes(file, text), Rooms());
}

TEST(IncludeDirectionTest, NoRoomIncludesUpward) {
  EXPECT_THAT(ForbiddenEdges(ReadTree(SILLOK_SOURCE_DIR), Rooms()), IsEmpty());
}

TEST(IncludeDirectionTest, NoRoomsIncludeEachOther) {
  EXPECT_THAT(FindCycle(ReadTree(SILLOK_SOURCE_DIR)), IsEmpty());
}

TEST(IncludeDirectionTest, TheTreeIsReallyRead) {
  const std::vector<IncludeEdge> edges = ReadTree(SILLOK_SOURCE_DIR);
  const auto is_parse_to_clean = [](const IncludeEdge& edge) {
    return edge.from == "ingest/parse" && edge.to == "ingest/clean";
  };
  EXPECT_TRUE(std::any_of(edges.begin(), edges.end(), is_parse_to_clean));
  EXPECT_GT(edges.size(), 50U);
}

TEST(RoomTableTest, RowsNameOnlyRoomsAboveThem) {
  const RoomTable table = Rooms();
  std::set<std::string> above;
  for (const std::string& room : table.order) {
    for (const std::string& included : table.may_include.at(room)) {
      EXPECT_TRUE(above.contains(included)) << room << " includes " << included;
    }
    EXPECT_TRUE(above.insert(room).second) << room << " stands twice";
  }
}

TEST(RoomTableTest, TheTwoHalvesNeverMeetAndCommonKnowsNeither) {
  for (const auto& [room, allowed] : Rooms().may_include) {
    for (const std::string& included : allowed) {
      SCOPED_TRACE(testing::Message() << room << " includes " << included);
      EXPECT_FALSE(room.starts_with("ingest/") && included.starts_with("query/"));
      EXPECT_FALSE(room.starts_with("query/") && included.starts_with("ingest/"));
      EXPECT_FALSE(room.starts_with("common/") &&
                   (included.starts_with("ingest/") || included.starts_with("query/")));
    }
  }
}

TEST(RoomTableTest, ReadingKnowsNeitherStoreNorWire) {
  const RoomTable table = Rooms();
  for (const char* room : {"clean", "parse", "date", "extract", "wire", "pipeline"}) {
    for (const char* library : {"rocksdb", "grpc", "common/store", "common/server"}) {
      EXPECT_FALSE(table.may_include.at(std::string("ingest/") + room).contains(library))
          << room << " " << library;
    }
  }
}

TEST(IncludeGraphTest, ASeededUpwardEdgeIsFound) {
  EXPECT_THAT(
      Complaints("ingest/clean/clean.cc", "#include <string>\n\n#include \"ingest/parse/quotation.h\"\n"),
      ElementsAre("ingest/clean/clean.cc:3: ingest/clean must not include ingest/parse"));
  EXPECT_THAT(Complaints("common/text/utf8.h", "#include \"query/view/view.h\""),
              ElementsAre("common/text/utf8.h:1: common/text must not include query/view"));
  EXPECT_THAT(Complaints("query/answer/status.cc", "  #  include \"ingest/pipeline/pipeline.h\""),
              ElementsAre("query/answer/status.cc:1: query/answer must not include ingest/pipeline"));
}

TEST(IncludeGraphTest, LibrariesAndGeneratedCodeAreRooms) {
  EXPECT_THAT(Complaints("ingest/extract/a.cc", "#include <rocksdb/db.h>\n#include \"grpcpp/grpcpp.h\""),
              ElementsAre("ingest/extract/a.cc:1: ingest/extract must not include rocksdb",
                          "ingest/extract/a.cc:2: ingest/extract must not include grpc"));
  EXPECT_THAT(Complaints("ingest/wire/a.cc", "#include \"sillok/v1/ingest_service.grpc.pb.h\""),
              ElementsAre("ingest/wire/a.cc:1: ingest/wire must not include grpc"));
}

TEST(IncludeGraphTest, AnUnknownRoomAndATestAreRefused) {
  EXPECT_THAT(Complaints("ingest/cellar/a.cc", "#include \"common/text/utf8.h\""),
              ElementsAre("ingest/cellar/a.cc:1: ingest/cellar has no row in rooms.tsv"));
  EXPECT_THAT(Complaints("ingest/wire/a.cc", "#include \"tests/support/case_table.h\""),
              ElementsAre("ingest/wire/a.cc:1: ingest/wire must not include tests"));
}

TEST(IncludeGraphTest, WhatIsAllowedIsNotComplainedAbout) {
  EXPECT_THAT(
      Complaints("ingest/parse/a.cc",
                 "#include \"mecab.h\"\n#include \"ingest/parse/b.h\"\n#include \"common/text/utf8.h\"\n"
                 "// #include \"query/view/view.h\"\n#include \"absl/status/status.h\"\n"),
      IsEmpty());
}

TEST(IncludeGraphTest, ASeededCycleIsFound) {
  EXPECT_THAT(FindCycle({{"a", 1, "x", "y"}, {"b", 1, "y", "z"}, {"c", 1, "z", "y"}}), ElementsAre("y", "z"));
  EXPECT_THAT(FindCycle({{"a", 1, "x", "y"}, {"b", 1, "x", "z"}, {"c", 1, "y", "z"}}), IsEmpty());
}

}  // namespace
}  // namespace sillok
