#include "tests/arch/include_graph.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <utility>

#include "common/lexicon/lexicon.h"

namespace sillok {
namespace {

// How an #include of a library or of generated code begins or ends, and which room that is. The first row that fits wins.
struct NamedRoom {
  std::string_view begins;
  std::string_view ends;
  std::string_view room;
};
constexpr std::array kNamedRooms = {
    NamedRoom{"", ".grpc.pb.h", "grpc"},
    NamedRoom{"grpc", "", "grpc"},
    NamedRoom{"rocksdb/", "", "rocksdb"},
    NamedRoom{"mecab.h", "", "mecab"},
    NamedRoom{"gumbo.h", "", "gumbo"},
    NamedRoom{"sillok/v1/", "", "proto/v1"},
    NamedRoom{"sillok/storage/", "", "proto/storage"},
    NamedRoom{"google/rpc/", "", "proto/rpc"},
};

// What an #include line names; empty for any other line.
std::string_view IncludedPath(std::string_view line) {
  const auto skip_spaces = [&line] {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  };
  const auto skip = [&line](std::string_view word) {
    if (!line.starts_with(word)) return false;
    line.remove_prefix(word.size());
    return true;
  };
  skip_spaces();
  if (!skip("#")) return {};
  skip_spaces();
  if (!skip("include")) return {};
  skip_spaces();
  if (!skip("\"") && !skip("<")) return {};
  return line.substr(0, line.find_first_of("\">"));
}

// Visits rooms depth first; `path` is the way to `room`.
bool ReachesItself(const std::string& room, const std::map<std::string, std::set<std::string>>& graph,
                   std::set<std::string>& done, std::vector<std::string>& path) {
  if (const auto again = std::find(path.begin(), path.end(), room); again != path.end()) {
    path.erase(path.begin(), again);
    return true;
  }
  if (!done.insert(room).second) return false;
  path.push_back(room);
  const auto edges = graph.find(room);
  if (edges != graph.end()) {
    for (const std::string& next : edges->second) {
      if (ReachesItself(next, graph, done, path)) return true;
    }
  }
  path.pop_back();
  return false;
}

}  // namespace

RoomTable ParseRoomTable(std::string_view tsv) {
  RoomTable table;
  const LexiconTable rows(tsv);
  for (const LexiconRow& row : rows.rows()) {
    const std::string room(row[0]);
    table.order.push_back(room);
    std::istringstream names{std::string(row[1])};
    std::set<std::string>& allowed = table.may_include[room];
    for (std::string name; names >> name;) allowed.insert(name);
  }
  return table;
}

std::string RoomOf(std::string_view path) {
  for (const std::string_view top : {"common/", "ingest/", "query/"}) {
    if (path.starts_with(top)) return std::string(path.substr(0, path.find('/', top.size())));
  }
  if (path.starts_with("tests/")) return "tests";
  for (const NamedRoom& named : kNamedRooms) {
    if (path.starts_with(named.begins) && path.ends_with(named.ends)) return std::string(named.room);
  }
  return "";
}

std::vector<IncludeEdge> ReadIncludes(const std::string& file, std::string_view text) {
  std::vector<IncludeEdge> edges;
  const std::string from = RoomOf(file);
  for (int line = 1; !text.empty(); ++line) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string to = RoomOf(IncludedPath(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!to.empty() && to != from) edges.push_back({file, line, from, to});
  }
  return edges;
}

std::vector<IncludeEdge> ReadTree(const std::filesystem::path& root) {
  std::vector<std::filesystem::path> files;
  for (const char* top : {"common", "ingest", "query"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
      const std::filesystem::path extension = entry.path().extension();
      if (extension == ".h" || extension == ".cc") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<IncludeEdge> edges;
  for (const std::filesystem::path& file : files) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    for (IncludeEdge& edge :
         ReadIncludes(std::filesystem::relative(file, root).generic_string(), text.str())) {
      edges.push_back(std::move(edge));
    }
  }
  return edges;
}

std::vector<std::string> ForbiddenEdges(const std::vector<IncludeEdge>& edges, const RoomTable& table) {
  std::vector<std::string> complaints;
  for (const IncludeEdge& edge : edges) {
    const std::string where = edge.file + ":" + std::to_string(edge.line) + ": ";
    const auto room = table.may_include.find(edge.from);
    if (room == table.may_include.end()) {
      complaints.push_back(where + edge.from + " has no row in rooms.tsv");
    } else if (!room->second.contains(edge.to)) {
      complaints.push_back(where + edge.from + " must not include " + edge.to);
    }
  }
  return complaints;
}

std::vector<std::string> FindCycle(const std::vector<IncludeEdge>& edges) {
  std::map<std::string, std::set<std::string>> graph;
  for (const IncludeEdge& edge : edges) graph[edge.from].insert(edge.to);
  std::set<std::string> done;
  for (const auto& [room, unused] : graph) {
    std::vector<std::string> path;
    if (ReachesItself(room, graph, done, path)) return path;
  }
  return {};
}

}  // namespace sillok
