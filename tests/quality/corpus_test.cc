// What must be found in the real pages, asked of the running pair over the wire.
#include "tests/quality/corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "common/text/normalize.h"
#include "tests/support/service_pair.h"

namespace sillok {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Stub = v1::QueryService::Stub;

// 2025-09-10 in Korea: when the page without a date was written.
constexpr int64_t kUndatedPagesDay = 1757430000;

// One pair for all tests, loaded once. The page without a date stands in it twice: as it is, and under a second id with the
// day given as a hint.
class CorpusTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    corpus = ReadCorpus();
    if (!corpus) return;
    pair = std::make_unique<ServicePair>(ServicePairOptions{.ingest = SILLOK_INGEST, .query = SILLOK_QUERY});
    ASSERT_TRUE(pair->StartIngest() && pair->StartQuery()) << pair->Log();
    for (const CorpusPage& page : *corpus) {
      Store(page, page.gold.file, false);
      if (page.gold.published.empty()) Store(page, "dated-" + page.gold.file, true);
    }
  }
  static void TearDownTestSuite() { pair.reset(); }
  void SetUp() override {
    if (!corpus) GTEST_SKIP() << "SILLOK_CORPUS is not set";
  }

  static void Store(const CorpusPage& page, const std::string& id, bool hint) {
    v1::RawArticle raw;
    raw.set_article_id(id);
    raw.set_raw(page.text);
    if (hint) raw.mutable_publish_time()->set_seconds(kUndatedPagesDay);
    const auto stored = pair->Ingest(raw);
    ASSERT_TRUE(stored.ok()) << stored.status();
    newest = stored->commit();
  }

  template <typename Request, typename Response>
  static Response Ask(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                      Request request) {
    *request.add_min_commit() = newest;
    const absl::StatusOr<Response> response = pair->Query(method, request);
    EXPECT_TRUE(response.ok()) << response.status();
    return response.ok() ? *response : Response();
  }

  // The best match of a name.
  static std::string Find(const std::string& name) {
    v1::LookupEntitiesRequest request;
    request.set_query(name);
    const auto found = Ask(&Stub::LookupEntities, request);
    EXPECT_GT(found.matches_size(), 0) << name;
    return found.matches_size() > 0 ? found.matches(0).entity().name() : "";
  }

  // The events of an entity whose date is this day, month or year.
  static std::vector<v1::Event> EventsOf(const std::string& name, const std::string& when) {
    v1::GetTimelineRequest request;
    request.add_entities(Find(name));
    request.set_page_size(1000);
    request.mutable_happened()->set_first(when);
    request.mutable_happened()->set_last(when);
    const auto timeline = Ask(&Stub::GetTimeline, request);
    std::vector<v1::Event> events;
    for (const v1::Event& event : timeline.events()) {
      const bool inside =
          event.date().first_day().starts_with(when) && event.date().last_day().starts_with(when);
      if (inside) events.push_back(event);
    }
    return events;
  }

  static std::string TextOf(const std::vector<v1::Event>& events) {
    std::string text;
    for (const v1::Event& event : events) {
      for (const v1::Evidence& evidence : event.evidence()) text += evidence.text() + "\n";
    }
    return text;
  }

  static std::vector<std::string> ParticipantsOf(const std::vector<v1::Event>& events) {
    std::vector<std::string> names;
    for (const v1::Event& event : events) {
      for (const v1::Participant& participant : event.participants()) {
        names.push_back(participant.display_name());
      }
    }
    return names;
  }

  static v1::Article ArticleOf(const std::string& id) {
    v1::GetArticleRequest request;
    request.set_name("articles/" + id);
    return Ask(&Stub::GetArticle, request).article();
  }

  static inline std::optional<Corpus> corpus;
  static inline std::unique_ptr<ServicePair> pair;
  static inline v1::CommitToken newest;
};

TEST_F(CorpusTest, CleanedPagesHoldTheArticleAndNothingElse) {
  for (const CorpusPage& page : *corpus) {
    SCOPED_TRACE(page.gold.file);
    const v1::Article article = ArticleOf(page.gold.file);
    std::string body;
    for (const std::string& paragraph : article.body()) body += paragraph + "\n";
    for (const std::string& text : page.gold.boilerplate) {
      EXPECT_THAT(body, Not(HasSubstr(text)));
    }
    for (const std::string& text : page.gold.body) EXPECT_THAT(body, HasSubstr(text));
    EXPECT_EQ(NormalizeName(article.title()), NormalizeName(*page.gold.title));
    EXPECT_EQ(article.publish_date(), page.gold.published);
    std::vector<std::string> byline;
    for (const v1::Reporter& reporter : article.byline()) byline.push_back(reporter.name());
    EXPECT_EQ(byline, *page.gold.byline);
  }
}

TEST_F(CorpusTest, NamesAreFoundInEverySpelling) {
  for (const char* name : {"올트먼", "샘 알트만", "오픈AI"}) EXPECT_FALSE(Find(name).empty()) << name;
}

TEST_F(CorpusTest, OneVisitIsOneEntryWithBothPages) {
  int visits = 0;
  for (const v1::Event& event : EventsOf("샘 올트먼", "2023-06-09")) {
    if (event.type() != v1::EVENT_TYPE_VISIT) continue;
    ++visits;
    EXPECT_EQ(event.independent_sources(), 2) << event.summary();
    const std::string told = TextOf({event});
    EXPECT_THAT(told, HasSubstr("한국을 찾았다"));
    EXPECT_THAT(told, HasSubstr("방한했습니다"));
    for (const char* other : {"간담회", "오찬"}) EXPECT_THAT(told, Not(HasSubstr(other)));
  }
  EXPECT_EQ(visits, 1);
}

TEST_F(CorpusTest, TimelinesHoldTheDatedEvents) {
  const std::string visit = TextOf(EventsOf("오픈AI", "2023-06-09"));
  EXPECT_THAT(visit, HasSubstr("간담회"));
  EXPECT_THAT(visit, HasSubstr("63스퀘어"));
  EXPECT_THAT(TextOf(EventsOf("중소벤처기업부", "2024-02-27")), HasSubstr("글로벌창업팀"));
  for (const char* month : {"2024-01", "2024-06"}) {
    const std::vector<v1::Event> events = EventsOf("최태원", month);
    EXPECT_TRUE(std::any_of(events.begin(), events.end(), [](const v1::Event& event) {
      return event.date().grain() == v1::GRAIN_MONTH;
    })) << month;
  }
}

// The page without a date tells a half year later, once it is given one, that one of the plans came true.
TEST_F(CorpusTest, APlanIsAPlanUntilALaterPageTellsThatItHappened) {
  const std::vector<v1::Event> events = EventsOf("오픈AI", "2025-02-04");
  EXPECT_GT(events.size(), 1U);
  int confirmed = 0;
  for (const v1::Event& event : events) {
    const std::string told = TextOf({event});
    const bool happened = told.find("빌더랩") != std::string::npos;
    EXPECT_EQ(event.status(), happened ? v1::EVENT_STATUS_CONFIRMED : v1::EVENT_STATUS_PLANNED)
        << event.summary();
    if (!happened) continue;
    ++confirmed;
    EXPECT_THAT(event.summary(), HasSubstr("워크숍"));
    EXPECT_EQ(event.independent_sources(), 2);
    EXPECT_EQ(event.conflicts_size(), 0);
    EXPECT_THAT(told, Not(HasSubstr("제휴")));
  }
  EXPECT_EQ(confirmed, 1);
  EXPECT_THAT(TextOf(EventsOf("카카오", "2025-02")), HasSubstr("제휴를 맺고"));
  const std::vector<std::string> day = ParticipantsOf(EventsOf("샘 올트먼", "2025-02-04"));
  EXPECT_THAT(day, Contains("카카오"));
}

TEST_F(CorpusTest, APageWithoutADateIsDatedByItsHintAndByNothingElse) {
  for (const char* when : {"2025-09-10", "2025-09-11", "2025-09-12", "2025-11"}) {
    const std::vector<v1::Event> events = EventsOf("오픈AI", when);
    EXPECT_FALSE(events.empty()) << when;
    for (const v1::Event& event : events) {
      for (const v1::Evidence& evidence : event.evidence()) {
        EXPECT_THAT(evidence.article(), HasSubstr("dated-"));
      }
    }
  }
  for (const CorpusPage& page : *corpus) {
    if (!page.gold.published.empty()) continue;
    const v1::Article article = ArticleOf(page.gold.file);
    EXPECT_GT(article.events_size(), 0);
    for (const v1::Event& event : article.events()) {
      EXPECT_EQ(event.date().first_day(), "") << event.summary();
    }
  }
}

TEST_F(CorpusTest, StaffIsASeriesOverTime) {
  v1::ListQuantitiesRequest request;
  request.set_subject(Find("오픈AI"));
  request.set_measure("직원");
  std::vector<std::string> series;
  const v1::ListQuantitiesResponse listed = Ask(&Stub::ListQuantities, request);
  for (const v1::Quantity& quantity : listed.quantities()) {
    series.push_back(std::to_string(static_cast<int>(quantity.value())) + quantity.unit() + " " +
                     quantity.as_of().first_day().substr(0, 7) + " " +
                     v1::Certainty_Name(quantity.as_of().certainty()));
  }
  EXPECT_THAT(series, Contains(HasSubstr("400명 2023-06")));
  EXPECT_THAT(series, Contains(HasSubstr("700명 2023-12")));
  EXPECT_THAT(series, Contains("1000명 2024-03 CERTAINTY_LOW"));
}

TEST_F(CorpusTest, WordsBelongToTheirSpeaker) {
  v1::ListQuotesRequest request;
  request.set_speaker(Find("제이슨 권"));
  request.set_page_size(1000);
  std::string said;
  const v1::ListQuotesResponse listed = Ask(&Stub::ListQuotes, request);
  for (const v1::Quote& quote : listed.quotes()) said += NormalizeName(quote.text()) + "\n";
  for (const CorpusPage& page : *corpus) {
    for (const GoldQuote& quote : *page.gold.quotes) {
      if (quote.speaker != "제이슨 권") continue;
      EXPECT_THAT(said, HasSubstr(NormalizeName(quote.starts_with)));
    }
  }
}

}  // namespace
}  // namespace sillok
