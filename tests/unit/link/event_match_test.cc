#include "query/link/event_match.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_split.h"
#include "common/time/civil_interval.h"
#include "gtest/gtest.h"
#include "query/link/event_blocks.h"
#include "tests/support/case_table.h"

namespace sillok::query {
namespace {

struct Told {
  std::string event;
  std::string words;
  EventTraits traits;
};

std::string Text(std::string_view view) { return std::string(view); }

std::vector<std::string> Split(std::string_view text, char at) {
  std::vector<std::string> parts = absl::StrSplit(absl::string_view(text.data(), text.size()), at);
  return parts;
}

v1::DateSpan DateOf(std::string_view text) {
  v1::DateSpan date;
  if (text == "-") return date;
  const std::vector<std::string> ends = Split(text, '/');
  const CivilInterval first = *ParseInterval(ends.front());
  const CivilInterval last = *ParseInterval(ends.back());
  date.set_first_day(FormatDay(first.first));
  date.set_last_day(FormatDay(last.last));
  date.set_grain(ends.size() > 1 ? v1::GRAIN_RANGE : static_cast<v1::Grain>(first.grain));
  return date;
}

Told ReadTold(const LexiconRow& row) {
  v1::Event event;
  *event.mutable_date() = DateOf(row[2]);
  v1::EventType type = v1::EVENT_TYPE_UNSPECIFIED;
  EXPECT_TRUE(v1::EventType_Parse("EVENT_TYPE_" + Text(row[3]), &type)) << row[3];
  event.set_type(type);
  v1::EventStatus status = v1::EVENT_STATUS_UNSPECIFIED;
  EXPECT_TRUE(v1::EventStatus_Parse("EVENT_STATUS_" + Text(row[4]), &status)) << row[4];
  event.set_status(status);
  event.set_predicate(Text(row[5]));
  event.set_place(Text(row[7]));
  event.set_summary(Text(row[8]));
  std::vector<NameKey> names;
  std::vector<std::string> forms;
  for (std::string name : Split(row[6], ';')) {
    const bool acts = name.ends_with('^');
    if (acts) name.pop_back();
    const std::vector<std::string> parts = Split(name.substr(2), '|');
    names.push_back(NameKeyOf(static_cast<v1::EntityType>(name.front() - '0'), parts.front()));
    if (parts.size() > 1) names.back().facet = parts[1];
    forms.push_back(parts.front());
    const size_t space = parts.front().rfind(' ');
    if (space != std::string::npos && names.back().type == v1::ENTITY_TYPE_PERSON) {
      forms.push_back(parts.front().substr(space + 1));
    }
    event.add_participants()->set_role(acts ? v1::PARTICIPANT_ROLE_AGENT : v1::PARTICIPANT_ROLE_OTHER);
  }
  return {.event = Text(row[1]), .words = Text(row[8]), .traits = TraitsOf(event, names, forms)};
}

using Stories = std::map<std::string, std::vector<Told>>;

Stories ReadStories() {
  Stories stories;
  ForEachCase("link/event_pairs.tsv",
              [&](const LexiconRow& row) { stories[Text(row[0])].push_back(ReadTold(row)); });
  return stories;
}

// Components of TellOneEvent: the number of each clause's event.
std::vector<size_t> Grouped(const std::vector<const Told*>& told) {
  std::vector<size_t> group(told.size());
  std::iota(group.begin(), group.end(), size_t{0});
  for (size_t a = 0; a < told.size(); ++a) {
    for (size_t b = 0; b < a; ++b) {
      if (!TellOneEvent(told[a]->traits, told[b]->traits)) continue;
      const size_t from = group[a];
      for (size_t& each : group) each = each == from ? group[b] : each;
    }
  }
  return group;
}

// B-cubed: for every clause, how much of its group is of its event, and how much of its event is in its group.
struct BCubed {
  double precision = 0;
  double recall = 0;
  int clauses = 0;
  int pairs = 0;
  int wrong = 0;

  void Add(const std::vector<std::string>& events, const std::vector<size_t>& groups) {
    for (size_t a = 0; a < events.size(); ++a) {
      double both = 0, in_group = 0, in_event = 0;
      for (size_t b = 0; b < events.size(); ++b) {
        in_group += groups[a] == groups[b] ? 1 : 0;
        in_event += events[a] == events[b] ? 1 : 0;
        both += groups[a] == groups[b] && events[a] == events[b] ? 1 : 0;
        if (b >= a) continue;
        ++pairs;
        wrong += (groups[a] == groups[b]) != (events[a] == events[b]) ? 1 : 0;
      }
      precision += both / in_group;
      recall += both / in_event;
      ++clauses;
    }
  }
  [[nodiscard]] double F1() const { return 2 * precision * recall / (precision + recall) / clauses; }
};

void Explain(const std::string& story, const std::vector<Told>& told, const std::vector<size_t>& groups) {
  for (size_t a = 0; a < told.size(); ++a) {
    for (size_t b = 0; b < a; ++b) {
      if ((groups[a] == groups[b]) == (told[a].event == told[b].event)) continue;
      const EventScore score = ScoreEvents(told[a].traits, told[b].traits);
      std::cout << story << (groups[a] == groups[b] ? " joined " : " apart ") << score.points << " of "
                << score.needed << ": " << told[b].words << " / " << told[a].words << "\n";
    }
  }
}

TEST(TellOneEvent, StoriesOfBothHalves) {
  std::map<char, BCubed> halves;
  BCubed all;
  for (const auto& [story, told] : ReadStories()) {
    std::vector<const Told*> clauses;
    std::vector<std::string> events;
    for (const Told& each : told) {
      clauses.push_back(&each);
      events.push_back(each.event);
    }
    const std::vector<size_t> groups = Grouped(clauses);
    halves[story.front()].Add(events, groups);
    all.Add(events, groups);
    Explain(story, told, groups);
  }
  for (const auto& [half, score] : halves) {
    std::cout << "stories " << half << "…: B-cubed F1 " << score.F1() << ", " << score.pairs - score.wrong
              << " of " << score.pairs << " pairs right\n";
    EXPECT_GE(score.F1(), 0.9) << half;
  }
  EXPECT_GE(all.pairs, 150);
  EXPECT_GE(all.F1(), 0.9);
}

// All clauses of all stories at once: those of different stories stay apart.
TEST(TellOneEvent, StoriesDoNotMix) {
  const Stories stories = ReadStories();
  for (const auto& [story, told] : stories) {
    for (const auto& [other, told_there] : stories) {
      if (other <= story) continue;
      for (const Told& a : told) {
        for (const Told& b : told_there) {
          EXPECT_FALSE(TellOneEvent(a.traits, b.traits)) << a.words << "\n" << b.words;
        }
      }
    }
  }
}

bool Meet(const std::vector<EventBlock>& blocks, const std::vector<EventBlock>& others) {
  for (const EventBlock& block : blocks) {
    for (const EventBlock& seen : SeenFrom(block)) {
      if (std::find(others.begin(), others.end(), seen) != others.end()) return true;
    }
  }
  return false;
}

TEST(TellOneEvent, IsSymmetricAndFoundInTheBlocks) {
  std::vector<Told> all;
  for (const auto& [story, told] : ReadStories()) all.insert(all.end(), told.begin(), told.end());
  for (const Told& a : all) {
    for (const Told& b : all) {
      const bool one = TellOneEvent(a.traits, b.traits);
      EXPECT_EQ(one, TellOneEvent(b.traits, a.traits)) << a.words << "\n" << b.words;
      EXPECT_TRUE(!one || Meet(StandsIn(a.traits), StandsIn(b.traits))) << a.words << "\n" << b.words;
    }
  }
}

// Narrow blocks are parts of a day's block, and of no other one.
TEST(NarrowIn, DividesTheBlockOfADay) {
  std::vector<Told> all;
  for (const auto& [story, told] : ReadStories()) all.insert(all.end(), told.begin(), told.end());
  size_t narrow = 0;
  for (const Told& told : all) {
    for (const EventBlock& wide : StandsIn(told.traits)) {
      EXPECT_FALSE(wide.is_narrow()) << told.words;
      const bool of_a_day = wide.bucket.size() == sizeof("2025-02-04/") - 1;
      for (const EventBlock& block : NarrowIn(told.traits, wide)) {
        EXPECT_TRUE(of_a_day && block.is_narrow() && block.Wide() == wide)
            << told.words << " " << block.bucket;
        EXPECT_TRUE(SeesItselfAlone(block)) << block.bucket;
        ++narrow;
      }
    }
  }
  EXPECT_GT(narrow, all.size());
}

// Of two who stand in a day's block, one stands in a narrow block of the other's when it is one of its own.
TEST(StandsWithin, SaysWhatNarrowInLists) {
  std::vector<Told> all;
  for (const auto& [story, told] : ReadStories()) all.insert(all.end(), told.begin(), told.end());
  size_t within = 0;
  size_t without = 0;
  for (const Told& told : all) {
    for (const EventBlock& wide : StandsIn(told.traits)) {
      for (const EventBlock& block : NarrowIn(told.traits, wide)) {
        for (const Told& other : all) {
          const std::vector<EventBlock> blocks = StandsIn(other.traits);
          if (std::find(blocks.begin(), blocks.end(), wide) == blocks.end()) continue;
          const std::vector<EventBlock> own = NarrowIn(other.traits, wide);
          const bool expected = std::find(own.begin(), own.end(), block) != own.end();
          EXPECT_EQ(StandsWithin(other.traits, block), expected) << other.words << " " << block.within;
          ++(expected ? within : without);
        }
      }
    }
  }
  EXPECT_GT(within, all.size());
  EXPECT_GT(without, 0U);
}

}  // namespace
}  // namespace sillok::query
