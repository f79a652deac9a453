#include "ingest/serve/article_difference.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/text/utf8.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "google/protobuf/text_format.h"

namespace sillok::ingest {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr size_t kMostTextBytes = 512;
constexpr size_t kMostDetailBytes = 1024;
constexpr size_t kMostValueBytes = 240;

// Labels are in no stable order otherwise.
std::string StableBytes(const Message& message) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    message.SerializeToCodedStream(&coded);
  }
  return bytes;
}

// The fingerprint stands in the article and in every piece of evidence.
void ClearFingerprint(Message& message) {
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  if (message.GetDescriptor() == v1::Evidence::descriptor()) {
    static_cast<v1::Evidence&>(message).clear_extractor();
    return;
  }
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE || field->is_map()) continue;
    if (!field->is_repeated()) {
      ClearFingerprint(*reflection.MutableMessage(&message, field));
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      ClearFingerprint(*reflection.MutableRepeatedMessage(&message, field, i));
    }
  }
}

v1::Article WithoutFingerprint(v1::Article article) {
  ClearFingerprint(article);
  article.clear_extractor();
  return article;
}

// A fact with what it is known by in another reading, and without what merely counts sentences.
template <typename Fact>
struct Known {
  std::string key;
  std::string words;
  Fact fact;
};
template <typename Fact>
using Facts = std::vector<Known<Fact>>;

std::string SpanKey(const std::string& text, const v1::Span& span) {
  return absl::StrCat(span.begin(), "-", span.end(), " ", text);
}

// Stored bytes are not ours to trust.
std::string WordsAt(const std::string& text, const v1::Span& span) {
  if (span.begin() < 0 || span.end() < span.begin() || static_cast<size_t>(span.end()) > text.size()) {
    return "";
  }
  return text.substr(static_cast<size_t>(span.begin()), static_cast<size_t>(span.end() - span.begin()));
}

const std::string& SentenceText(const v1::Article& article, int sentence) {
  const bool there = sentence >= 0 && sentence < article.sentences_size();
  return there ? article.sentences(sentence).text() : v1::Sentence::default_instance().text();
}

Facts<v1::Sentence> Sentences(const v1::Article& article) {
  Facts<v1::Sentence> facts;
  for (v1::Sentence fact : article.sentences()) {
    fact.clear_paragraph();
    fact.clear_span();
    facts.push_back({fact.text(), fact.text(), fact});
  }
  return facts;
}

// Mentions, dates and tags: what has a sentence and a span of its own.
template <typename Fact>
Facts<Fact> Placed(const v1::Article& article, const google::protobuf::RepeatedPtrField<Fact>& placed) {
  Facts<Fact> facts;
  for (Fact fact : placed) {
    const std::string& text = SentenceText(article, fact.sentence());
    fact.clear_sentence();
    facts.push_back({SpanKey(text, fact.span()), WordsAt(text, fact.span()), fact});
  }
  return facts;
}

Facts<v1::Event> Events(const v1::Article& article) {
  Facts<v1::Event> facts;
  for (v1::Event fact : article.events()) {
    for (v1::Evidence& evidence : *fact.mutable_evidence()) evidence.clear_sentence();
    facts.push_back({fact.name(), fact.summary(), fact});
  }
  return facts;
}

// Quotes, quantities, positions and relations: what has one piece of evidence.
template <typename Fact>
Facts<Fact> Proved(const google::protobuf::RepeatedPtrField<Fact>& proved) {
  Facts<Fact> facts;
  for (Fact fact : proved) {
    v1::Evidence& evidence = *fact.mutable_evidence();
    evidence.clear_sentence();
    facts.push_back(
        {SpanKey(evidence.text(), evidence.span()), WordsAt(evidence.text(), evidence.span()), fact});
  }
  return facts;
}

// The value of a field for a person, on one line.
std::string ValueOf(const Message& message, const FieldDescriptor& field) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetSingleLineMode(true);
  printer.SetUseUtf8StringEscaping(true);
  std::string value;
  if (!field.is_repeated()) {
    if (field.has_presence() && !message.GetReflection()->HasField(message, &field)) return value;
    printer.PrintFieldValueToString(message, &field, -1, &value);
    return value;
  }
  for (int i = 0; i < message.GetReflection()->FieldSize(message, &field); ++i) {
    std::string item;
    printer.PrintFieldValueToString(message, &field, i, &item);
    absl::StrAppend(&value, i > 0 ? ", " : "", item);
  }
  return value;
}

std::string Cut(std::string_view text, size_t most) { return std::string(TruncateUtf8(text, most)); }

// "date: first_day: … → first_day: …"; empty when the values are equal.
std::string FieldDetail(const Message& before, const Message& after, const FieldDescriptor& field) {
  const std::string was = ValueOf(before, field);
  const std::string is = ValueOf(after, field);
  if (was == is) return "";
  return absl::StrCat(field.name(), ": ", Cut(was, kMostValueBytes), " → ", Cut(is, kMostValueBytes), "\n");
}

std::string Detail(const Message& before, const Message& after) {
  std::string detail;
  const google::protobuf::Descriptor& type = *before.GetDescriptor();
  for (int i = 0; i < type.field_count() && detail.size() < kMostDetailBytes; ++i) {
    absl::StrAppend(&detail, FieldDetail(before, after, *type.field(i)));
  }
  return detail;
}

// Fields that are compared fact by fact, and those that are the caller's or ours.
bool IsOfTheArticle(const FieldDescriptor& field) {
  switch (field.number()) {
    case v1::Article::kNameFieldNumber:
    case v1::Article::kSentencesFieldNumber:
    case v1::Article::kMentionsFieldNumber:
    case v1::Article::kDatesFieldNumber:
    case v1::Article::kEventsFieldNumber:
    case v1::Article::kQuotesFieldNumber:
    case v1::Article::kQuantitiesFieldNumber:
    case v1::Article::kPositionsFieldNumber:
    case v1::Article::kTagsFieldNumber:
    case v1::Article::kRelationsFieldNumber:
    case v1::Article::kLabelsFieldNumber:
    case v1::Article::kExtractorFieldNumber:
      return false;
    default:
      return true;
  }
}

class Comparison {
 public:
  explicit Comparison(int most_facts) : most_facts_(most_facts) {}

  void AddArticle(const v1::Article& before, const v1::Article& after) {
    Begin(v1::FACT_KIND_ARTICLE);
    const google::protobuf::Descriptor& type = *v1::Article::descriptor();
    for (int i = 0; i < type.field_count(); ++i) {
      if (!IsOfTheArticle(*type.field(i))) continue;
      const std::string detail = FieldDetail(before, after, *type.field(i));
      if (!detail.empty()) Note(v1::FACT_CHANGE_CHANGED, type.field(i)->name(), detail);
    }
    End();
  }

  template <typename Fact>
  void Add(v1::FactKind kind, const Facts<Fact>& before, const Facts<Fact>& after) {
    Begin(kind);
    std::multimap<std::string_view, const Known<Fact>*> open;  // of equal keys the first comes first
    for (const Known<Fact>& known : before) open.emplace(known.key, &known);
    for (const Known<Fact>& known : after) {
      const auto same = open.lower_bound(known.key);
      if (same == open.end() || same->first != known.key) {
        Note(v1::FACT_CHANGE_ADDED, known.words, "");
        continue;
      }
      const Fact& was = same->second->fact;
      if (StableBytes(was) != StableBytes(known.fact)) {
        Note(v1::FACT_CHANGE_CHANGED, known.words, WantsFacts() ? Detail(was, known.fact) : "");
      }
      open.erase(same);
    }
    for (const auto& [key, known] : open) Note(v1::FACT_CHANGE_LOST, known->words, "");
    End();
  }

  v1::ArticleDifference Take() { return std::move(difference_); }

 private:
  [[nodiscard]] bool WantsFacts() const { return difference_.facts_size() < most_facts_; }

  void Begin(v1::FactKind kind) {
    count_.Clear();
    count_.set_kind(kind);
  }
  void End() {
    if (count_.added() + count_.lost() + count_.changed() > 0) *difference_.add_counts() = count_;
  }
  void Note(v1::FactChange change, std::string_view text, std::string_view detail) {
    if (change == v1::FACT_CHANGE_ADDED) count_.set_added(count_.added() + 1);
    if (change == v1::FACT_CHANGE_LOST) count_.set_lost(count_.lost() + 1);
    if (change == v1::FACT_CHANGE_CHANGED) count_.set_changed(count_.changed() + 1);
    if (!WantsFacts()) return;
    v1::FactDifference& fact = *difference_.add_facts();
    fact.set_kind(count_.kind());
    fact.set_change(change);
    fact.set_text(Cut(text, kMostTextBytes));
    fact.set_detail(Cut(detail, kMostDetailBytes));
  }

  const int most_facts_;
  v1::FactDifferenceCount count_;
  v1::ArticleDifference difference_;
};

}  // namespace

bool IsAlike(const v1::Article& before, const v1::Article& after) {
  return StableBytes(WithoutFingerprint(before)) == StableBytes(WithoutFingerprint(after));
}

v1::ArticleDifference Compare(const v1::Article& before, const v1::Article& after, int most_facts) {
  const v1::Article was = WithoutFingerprint(before);
  const v1::Article is = WithoutFingerprint(after);
  Comparison comparison(most_facts);
  comparison.AddArticle(was, is);
  comparison.Add(v1::FACT_KIND_SENTENCE, Sentences(was), Sentences(is));
  comparison.Add(v1::FACT_KIND_MENTION, Placed(was, was.mentions()), Placed(is, is.mentions()));
  comparison.Add(v1::FACT_KIND_DATE, Placed(was, was.dates()), Placed(is, is.dates()));
  comparison.Add(v1::FACT_KIND_EVENT, Events(was), Events(is));
  comparison.Add(v1::FACT_KIND_QUOTE, Proved(was.quotes()), Proved(is.quotes()));
  comparison.Add(v1::FACT_KIND_QUANTITY, Proved(was.quantities()), Proved(is.quantities()));
  comparison.Add(v1::FACT_KIND_POSITION, Proved(was.positions()), Proved(is.positions()));
  comparison.Add(v1::FACT_KIND_TAG, Placed(was, was.tags()), Placed(is, is.tags()));
  comparison.Add(v1::FACT_KIND_RELATION, Proved(was.relations()), Proved(is.relations()));
  v1::ArticleDifference difference = comparison.Take();
  difference.set_name(after.name());
  difference.set_extractor(before.extractor());
  return difference;
}

}  // namespace sillok::ingest
