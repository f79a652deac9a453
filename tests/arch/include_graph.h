// Which room includes which, read from the #include lines.
//
//   const std::vector<IncludeEdge> edges = ReadIncludes("/…/sillok");
//   for (const std::string& complaint : ForbiddenEdges(edges, table)) …
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sillok {

// One #include line that leaves its room.
struct IncludeEdge {
  std::string file;  // from the top of the tree
  int line = 0;
  std::string from;  // room
  std::string to;    // room
};

// What each room may include; RoomTable::order is the order of the rows.
struct RoomTable {
  std::vector<std::string> order;
  std::map<std::string, std::set<std::string>> may_include;
};

// Reads rooms.tsv: a room, and the rooms it may include between spaces.
[[nodiscard]] RoomTable ParseRoomTable(std::string_view tsv);

// The room of a path as an #include names it: "ingest/parse/quotation.h" → "ingest/parse", "grpcpp/grpcpp.h" → "grpc".
// Empty for what every room may include.
[[nodiscard]] std::string RoomOf(std::string_view path);

// The #include lines of one file that lead to another room.
[[nodiscard]] std::vector<IncludeEdge> ReadIncludes(const std::string& file, std::string_view text);

// The same for every C++ file under common/, ingest/ and query/.
[[nodiscard]] std::vector<IncludeEdge> ReadTree(const std::filesystem::path& root);

// A line for every edge the table does not allow, and for every room it does not know.
[[nodiscard]] std::vector<std::string> ForbiddenEdges(const std::vector<IncludeEdge>& edges,
                                                      const RoomTable& table);

// The rooms of a cycle in what the rooms really include, in order; empty when there is none.
[[nodiscard]] std::vector<std::string> FindCycle(const std::vector<IncludeEdge>& edges);

}  // namespace sillok
