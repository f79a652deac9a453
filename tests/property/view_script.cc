#include "tests/property/view_script.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "google/protobuf/text_format.h"
#include "tests/property/dice.h"
#include "tests/property/made_article.h"
#include "tests/unit/view/article_builder.h"

namespace sillok::query {
namespace {

// A decision about some of the referents that the story's articles have, had or will have; an undo of an earlier one.
v1::Commit MakeCuration(Dice& dice, const std::vector<Step>& script, const std::string& id) {
  std::vector<std::string> referents;
  std::vector<std::string> curations;
  for (const Step& step : script) {
    for (const v1::Mention& mention : step.commit.article().mentions()) {
      referents.push_back(mention.referent());
    }
    if (step.commit.has_curation() && !step.commit.curation().has_undo()) {
      curations.push_back(step.commit.curation().name());
    }
  }
  v1::Commit commit;
  v1::Curation& curation = *commit.mutable_curation();
  curation.set_name("curations/" + id);
  curation.set_author("편집자");
  curation.mutable_create_time()->set_seconds(1 + dice.Roll(4));
  if (referents.empty()) referents.emplace_back("entities/0123456789abcdef01234567");
  const int kind = dice.Roll(curations.empty() ? 4 : 5);
  if (kind == 0) {
    for (int i = 2 + dice.Roll(2); i > 0; --i) curation.mutable_merge()->add_entities(dice.Pick(referents));
  } else if (kind == 1) {
    curation.mutable_split()->set_entity(dice.Pick(referents));
    for (int i = 1 + dice.Roll(2); i > 0; --i) curation.mutable_split()->add_referents(dice.Pick(referents));
  } else if (kind == 2) {
    for (int i = 0; i < 2; ++i) curation.mutable_never_merge()->add_entities(dice.Pick(referents));
  } else if (kind == 3) {
    curation.mutable_alias()->set_entity(dice.Pick(referents));
    curation.mutable_alias()->set_alias(dice.Roll(2) == 0 ? "한빛" : "올트먼");
  } else {
    curation.mutable_undo()->set_curation(dice.Pick(curations));
  }
  return commit;
}

// The order of the states of one article.
auto RankOf(const v1::Commit& commit) {
  return std::make_tuple(commit.revision_time().seconds(), commit.has_deletion(), commit.content_hash());
}

std::string OneLine(const google::protobuf::Message& message) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetSingleLineMode(true);
  printer.SetUseUtf8StringEscaping(true);
  std::string line;
  printer.PrintToString(message, &line);
  return line;
}

}  // namespace

std::vector<Step> MakeScript(uint32_t seed, int steps, int origins) {
  Dice dice(seed);
  std::vector<Step> script;
  for (int step = 0; step < steps; ++step) {
    const std::string id = "article-" + std::to_string(dice.Roll(6));
    // Few times, so that states of equal time meet; a few steps say again what an earlier one said.
    const int64_t time = 1 + dice.Roll(12);
    if (!script.empty() && dice.Roll(8) == 0) {
      script.push_back({dice.Roll(origins), dice.Pick(script).commit});
    } else if (dice.Roll(5) == 0) {
      script.push_back({dice.Roll(origins), DeletionOf(0, id, time)});
    } else if (dice.Roll(4) == 0) {
      script.push_back({dice.Roll(origins), MakeCuration(dice, script, std::to_string(step))});
    } else {
      script.push_back({dice.Roll(origins), CommitOf(0, MakeArticle(dice, id), time)});
    }
  }
  return script;
}

std::vector<Step> Rearranged(std::vector<Step> steps, uint32_t seed, int origins) {
  Dice dice(seed);
  dice.Shuffle(steps);
  for (Step& step : steps) step.origin = dice.Roll(origins);
  return steps;
}

std::vector<Step> Committed(const std::vector<Step>& steps) {
  std::vector<Step> committed;
  std::map<std::pair<int, std::string>, v1::Commit> held;
  std::set<std::pair<int, std::string>> decided;
  std::map<int, int64_t> heads;
  for (const Step& step : steps) {
    if (step.commit.has_curation()) {
      if (!decided.emplace(step.origin, step.commit.curation().name()).second) continue;
      committed.push_back(step);
      committed.back().commit.set_id(++heads[step.origin]);
      continue;
    }
    const auto [state, is_new] = held.try_emplace({step.origin, step.commit.article_id()}, step.commit);
    if (!is_new && RankOf(step.commit) <= RankOf(state->second)) continue;
    state->second = step.commit;
    committed.push_back(step);
    committed.back().commit.set_id(++heads[step.origin]);
  }
  return committed;
}

std::vector<v1::Article> CurrentArticles(const std::vector<Step>& steps) {
  std::map<std::string, const v1::Commit*> current;
  for (const Step& step : steps) {
    if (step.commit.has_curation()) continue;
    const v1::Commit*& held = current[step.commit.article_id()];
    if (held == nullptr || RankOf(*held) < RankOf(step.commit)) held = &step.commit;
  }
  std::vector<v1::Article> articles;
  for (const auto& [id, commit] : current) {
    if (commit->has_article()) articles.push_back(commit->article());
  }
  return articles;
}

std::vector<v1::Curation> GivenCurations(const std::vector<Step>& steps) {
  std::map<std::string, v1::Curation> by_name;
  for (const Step& step : steps) {
    if (step.commit.has_curation()) by_name.emplace(step.commit.curation().name(), step.commit.curation());
  }
  std::vector<v1::Curation> curations;
  curations.reserve(by_name.size());
  for (auto& [name, curation] : by_name) curations.push_back(std::move(curation));
  return curations;
}

std::string Describe(const std::vector<Step>& steps) {
  std::string words;
  for (const Step& step : steps) {
    words += "origin " + std::to_string(step.origin) + " commit " + std::to_string(step.commit.id()) +
             " time " + std::to_string(step.commit.revision_time().seconds()) +
             (step.commit.has_deletion() ? " delete " : " put ") + step.commit.article_id() + "\n";
    if (step.commit.has_article()) words += "  " + OneLine(step.commit.article()) + "\n";
    if (step.commit.has_curation()) words += "  " + OneLine(step.commit.curation()) + "\n";
  }
  return words;
}

}  // namespace sillok::query
