// Within stage 4: which body a bare noun stands for.
//
//   BodyNouns bodies;
//   bodies.Hear(3, "한국저작권보호원", true);
//   bodies.Find("보호원")   → 3: the last one named whose name ends so
//   bodies.Find("회사")     → 3: the last one that acted and may be a company (rows of body_nouns), or the one that acted more
//                                when that was its first time
//   bodies.HearPlace(4, "부산시");
//   bodies.Find("시")       → 4
//
// One for an article, fed in its order. Linear in the names.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace sillok::ingest {

class BodyNouns {
 public:
  // A body is named; `acts`: as a subject.
  void Hear(int referent, std::string_view name, bool acts);
  // A place: its government is 시, 군, 구, 도.
  void HearPlace(int referent, std::string_view name);
  // -1 when the noun stands for none.
  [[nodiscard]] int Find(std::string_view noun) const { return Find(noun, actor_); }
  // The same, were `actor` the last one that acted.
  [[nodiscard]] int Find(std::string_view noun, int actor) const;
  // The last one that acted and may be a company; -1 when there is none.
  [[nodiscard]] int actor() const { return actor_; }

 private:
  std::map<std::string, int, std::less<>> by_ending_;
  std::map<int, int> acted_;  // how often
  int main_ = -1;             // the one that acted most often
  int actor_ = -1;
};

}  // namespace sillok::ingest
