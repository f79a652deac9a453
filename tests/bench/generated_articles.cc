#include "tests/bench/generated_articles.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "common/text/hash.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "common/time/civil_interval.h"

namespace sillok::bench {
namespace {

constexpr uint32_t kNames = 1000000;
constexpr double kHead = 20;  // names that stand about as often as the first
constexpr uint32_t kRareRank = 3000;
constexpr uint32_t kBurst = 16;
constexpr uint32_t kArticlesADay = 64 * kBurst;
constexpr double kOldest = 730;  // days that something has happened before it is told
constexpr int kSentences = 14;
constexpr int kNamesPerArticle = 8;
constexpr int kEvents = 6;
constexpr int kQuotes = 3;
constexpr int kQuantities = 2;

using Random = std::mt19937;

// A draw that every standard library makes alike, unlike the distributions of <random>.
uint32_t Below(Random& random, uint32_t bound) { return random() % bound; }

double Uniform(Random& random) { return (random() + 0.5) / 4294967296.0; }

// A seed of its own for each thing that is drawn.
uint32_t SeedOf(uint32_t number, uint32_t what) { return number * 2654435761U + what; }

std::string Syllables(Random& random, int count) {
  std::string word;
  for (int i = 0; i < count; ++i) AppendRune(U'가' + 28 * Below(random, 399), word);
  return word;
}

bool IsPerson(uint32_t rank) { return rank % 2 == 0; }

// People have Korean names but for one in eight, who has a foreign one; a body's ends as those of bodies do.
std::string NameOf(uint32_t rank) {
  static constexpr const char* kSurnames[] = {"김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"};
  static constexpr const char* kKinds[] = {"전자", "은행", "대학교", "협회", "재단"};
  Random random(SeedOf(rank, 1));
  if (!IsPerson(rank)) return Syllables(random, 3) + kKinds[Below(random, 5)];
  if (rank % 16 == 0) return Syllables(random, 2) + " " + Syllables(random, 3);
  return kSurnames[Below(random, 10)] + Syllables(random, 2);
}

// Ranks by the law of Zipf and Mandelbrot: p(rank) is as 1 / (rank + kHead).
uint32_t DrawRank(Random& random) {
  const double rank = kHead * (std::pow((kNames + kHead) / kHead, Uniform(random)) - 1);
  return std::min<uint32_t>(kNames - 1, static_cast<uint32_t>(rank));
}

// Which story an article tells, and whether word for word as others do.
struct Telling {
  uint32_t story = 0;  // the number of the first article that tells it
  bool copied = false;
};

Telling TellingOf(uint32_t number) {
  const uint32_t place = number % kBurst;
  const uint32_t first = number - place;
  if (place < 8) return {.story = number};
  if (place < 10) return {.story = first + 8};
  return {.story = first + 10, .copied = place >= 13};
}

struct Name {
  std::string text;
  std::string resource;
  v1::EntityType type;
  uint32_t rank;
};

std::vector<Name> DrawNames(Random& random, const std::string& article_id) {
  std::vector<Name> names;
  while (names.size() < kNamesPerArticle) {
    const uint32_t rank = DrawRank(random);
    std::string text = NameOf(rank);
    if (std::any_of(names.begin(), names.end(), [&](const Name& name) { return name.text == text; })) {
      continue;
    }
    std::string id = HashId({"referent", article_id, NormalizeName(text), "0"});
    names.push_back({std::move(text), "entities/" + id,
                     IsPerson(rank) ? v1::ENTITY_TYPE_PERSON : v1::ENTITY_TYPE_ORGANIZATION, rank});
  }
  return names;
}

// How many days before it is published something happens that news tells: half of it on that day or the day before, the rest as
// often between one week and seven as within the week, up to two years.
int DaysBefore(Random& random) {
  const uint32_t draw = Below(random, 20);
  if (draw < 10) return draw < 7 ? 0 : 1;
  return static_cast<int>(std::pow(kOldest, Uniform(random)));
}

v1::DateSpan DayAround(Random& random, absl::CivilDay published) {
  v1::DateSpan date;
  const std::string day = FormatDay(published - DaysBefore(random));
  date.set_first_day(day);
  date.set_last_day(day);
  date.set_grain(v1::GRAIN_DAY);
  date.set_text("9일");
  date.set_rule("bare_day");
  date.set_anchor(FormatDay(published));
  date.set_certainty(v1::CERTAINTY_MEDIUM);
  return date;
}

// A sentence that names two of the article's names, and their mentions.
void AddSentence(Random& random, const std::vector<Name>& names, int index, v1::Article& article) {
  std::string text;
  for (int part = 0; part < 2; ++part) {
    const Name& name = names[Below(random, names.size())];
    v1::Mention& mention = *article.add_mentions();
    mention.set_text(name.text);
    mention.set_type(name.type);
    mention.set_sentence(index);
    mention.mutable_span()->set_begin(static_cast<int>(text.size()));
    mention.mutable_span()->set_end(static_cast<int>(text.size() + name.text.size()));
    mention.set_referent(name.resource);
    mention.set_canonical(name.text);
    text += name.text + "은 ";
    for (int word = 0; word < 6; ++word) text += Syllables(random, 3) + " ";
  }
  text += "밝혔다.";
  article.add_body(text);
  v1::Sentence& sentence = *article.add_sentences();
  sentence.set_part(v1::ARTICLE_PART_BODY);
  sentence.set_paragraph(index);
  sentence.mutable_span()->set_end(static_cast<int>(text.size()));
  sentence.set_text(std::move(text));
}

v1::Evidence EvidenceOf(const v1::Article& article, int sentence) {
  v1::Evidence evidence;
  evidence.set_article(article.name());
  evidence.set_sentence(sentence);
  evidence.set_text(article.sentences(sentence).text());
  evidence.mutable_span()->set_end(static_cast<int>(evidence.text().size()));
  evidence.set_confidence(70);
  evidence.set_extractor(article.extractor());
  evidence.set_published(article.publish_date());
  return evidence;
}

void AddEvent(Random& random, const std::vector<Name>& names, absl::CivilDay published, int index,
              v1::Article& article) {
  const int sentence = index * 2;
  v1::Event& event = *article.add_events();
  event.set_name("events/" + HashId({"event", article.name(), article.sentences(sentence).text(), "0"}));
  event.set_summary(std::string(TruncateUtf8(article.sentences(sentence).text(), 90)));
  *event.mutable_date() = DayAround(random, published);
  event.set_type(static_cast<v1::EventType>(1 + Below(random, 14)));
  event.set_status(v1::EVENT_STATUS_REPORTED);
  event.set_predicate("밝히다");
  const uint32_t first = Below(random, names.size());
  for (uint32_t i = 0; i < 3; ++i) {
    const Name& name = names[(first + i) % names.size()];
    v1::Participant& participant = *event.add_participants();
    participant.set_entity(name.resource);
    participant.set_display_name(name.text);
    participant.set_role(i == 0 ? v1::PARTICIPANT_ROLE_AGENT : v1::PARTICIPANT_ROLE_PARTNER);
    participant.set_type(name.type);
  }
  *event.add_evidence() = EvidenceOf(article, sentence);
  event.set_evidence_count(1);
  event.set_independent_sources(1);
}

void AddQuote(Random& random, const std::vector<Name>& names, absl::CivilDay published, int index,
              v1::Article& article) {
  const Name& speaker = names[Below(random, names.size())];
  v1::Quote& quote = *article.add_quotes();
  quote.set_text(article.sentences(index).text());
  quote.mutable_speaker()->set_entity(speaker.resource);
  quote.mutable_speaker()->set_display_name(speaker.text);
  quote.set_verb("밝히다");
  quote.set_direct(true);
  *quote.mutable_date() = DayAround(random, published);
  *quote.mutable_evidence() = EvidenceOf(article, index);
}

void AddQuantity(Random& random, const std::vector<Name>& names, absl::CivilDay published, int index,
                 v1::Article& article) {
  const Name& subject = names[Below(random, names.size())];
  v1::Quantity& quantity = *article.add_quantities();
  quantity.set_subject(subject.resource);
  quantity.set_subject_text(subject.text);
  quantity.set_measure("직원");
  quantity.set_value(Below(random, 10000));
  quantity.set_unit("명");
  *quantity.mutable_as_of() = DayAround(random, published);
  *quantity.mutable_evidence() = EvidenceOf(article, index);
}

// The first person works where he always does; the article says so whether or not it names that body elsewhere.
void AddPosition(Random& random, const std::vector<Name>& names, absl::CivilDay published,
                 v1::Article& article) {
  static constexpr const char* kTitles[] = {"대표", "이사", "교수", "회장", "실장"};
  const auto person = std::find_if(names.begin(), names.end(),
                                   [](const Name& name) { return name.type == v1::ENTITY_TYPE_PERSON; });
  if (person == names.end()) return;
  Random career(SeedOf(person->rank, 4));
  v1::Position& position = *article.add_positions();
  position.set_person(person->resource);
  position.set_title(kTitles[Below(career, 5)]);
  position.set_organization(NameOf(2 * Below(career, kNames / 2) + 1));
  *position.mutable_as_of() = DayAround(random, published);
  *position.mutable_evidence() = EvidenceOf(article, 0);
}

}  // namespace

v1::Article GenerateArticle(uint32_t number) {
  const Telling telling = TellingOf(number);
  Random story(SeedOf(telling.story, 2));
  Random own(SeedOf(telling.copied ? telling.story : number, 3));
  v1::Article article;
  const std::string id = "generated-" + std::to_string(number);
  article.set_name("articles/" + id);
  article.set_outlet("한강일보");
  article.set_title(Syllables(own, 12));
  article.set_extractor("generated");
  const absl::CivilDay published = absl::CivilDay(2023, 1, 1) + static_cast<int>(number / kArticlesADay);
  article.set_publish_date(FormatDay(published));
  const std::vector<Name> names = DrawNames(story, id);
  // What happened is the same in every telling of the story; around it each tells more.
  AddSentence(story, {names[0], names[1]}, 0, article);
  for (int i = 1; i < kSentences; ++i) AddSentence(own, names, i, article);
  AddEvent(story, {names[0], names[1], names[2]}, published, 0, article);
  for (int i = 1; i < kEvents; ++i) AddEvent(own, names, published, i, article);
  for (int i = 0; i < kQuotes; ++i) AddQuote(own, names, published, i, article);
  for (int i = 0; i < kQuantities; ++i) AddQuantity(own, names, published, i + kQuotes, article);
  AddPosition(story, names, published, article);
  return article;
}

v1::Commit GenerateCommit(uint32_t number) {
  v1::Commit commit;
  commit.set_id(int64_t{number} + 1);
  *commit.mutable_article() = GenerateArticle(number);
  commit.set_article_id(commit.article().name().substr(sizeof("articles/") - 1));
  commit.mutable_revision_time()->set_seconds(int64_t{1700000000} + number);
  commit.set_content_hash(std::to_string(number));
  return commit;
}

std::string HottestName() { return NameOf(0); }
std::string RareName() { return NameOf(kRareRank); }

}  // namespace sillok::bench
