#include "tests/golden/article_text.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/time/time.h"

namespace sillok {
namespace {

// EVENT_TYPE_VISIT without EVENT_TYPE_, in lower case.
std::string Short(std::string name, std::string_view prefix) {
  name.erase(0, prefix.size());
  for (char& letter : name) letter = static_cast<char>(letter | (letter == '_' ? 0 : 0x20));
  return name;
}

std::string Korean(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%d %H:%M", absl::FromUnixSeconds(time.seconds()),
                          absl::FixedTimeZone(9 * 3600));
}

// "2024-02-27", "2024-02-01…2024-02-29", "unresolved XXXX-02".
std::string Days(const v1::DateSpan& date) {
  if (date.first_day().empty()) return date.pattern().empty() ? "undated" : "unresolved " + date.pattern();
  return date.first_day() == date.last_day() ? date.first_day() : date.first_day() + "…" + date.last_day();
}

// How a date was read: "month by last_month from 2024-03-18, medium".
std::string Reading(const v1::DateSpan& date) {
  std::string reading = Short(v1::Grain_Name(date.grain()), "GRAIN_") + " by " + date.rule();
  if (!date.anchor().empty()) reading += " from " + date.anchor();
  reading += ", " + Short(v1::Certainty_Name(date.certainty()), "CERTAINTY_");
  for (const v1::DateSpan& other : date.alternatives()) reading += ", or " + Days(other);
  return reading;
}

std::string Words(const v1::Evidence& evidence) {
  return evidence.text().substr(evidence.span().begin(), evidence.span().end() - evidence.span().begin());
}

std::string Number(double value) {
  std::ostringstream text;
  text.precision(15);
  text << value;
  return text.str();
}

void WritePage(const v1::Article& article, std::ostringstream& out) {
  out << "title      " << article.title() << "\n";
  out << "outlet     " << article.outlet() << "\n";
  if (!article.url().empty()) out << "url        " << article.url() << "\n";
  for (const v1::Reporter& reporter : article.byline()) {
    out << "byline     " << reporter.name() << (reporter.email().empty() ? "" : " <" + reporter.email() + ">")
        << "\n";
  }
  out << "published  "
      << (article.has_publish_time() ? Korean(article.publish_time())
                                     : (article.publish_date().empty() ? "unknown" : article.publish_date()))
      << "\n";
  if (article.has_update_time()) out << "updated    " << Korean(article.update_time()) << "\n";
  out << "written    " << Days(article.written()) << " (" << Reading(article.written()) << ")\n";
  const std::map<std::string, std::string> labels(article.labels().begin(), article.labels().end());
  for (const auto& [key, value] : labels) out << "label      " << key << " = " << value << "\n";
  for (const v1::Warning& warning : article.warnings()) out << "warning    " << warning.code() << "\n";
}

void WriteLines(std::string_view heading, const google::protobuf::RepeatedPtrField<std::string>& lines,
                std::ostringstream& out) {
  out << "\n" << heading << ": " << lines.size() << "\n";
  for (const std::string& line : lines) out << "  " << line << "\n";
}

void WriteDates(const v1::Article& article, std::ostringstream& out) {
  out << "\ndates: " << article.dates_size() << "\n";
  for (const v1::DateMention& date : article.dates()) {
    out << "  " << date.date().text() << " = " << Days(date.date()) << " (" << Reading(date.date()) << ")\n";
  }
}

// Referents in the order of their first mention, each with its forms and how often they stand.
void WriteEntities(const v1::Article& article, std::ostringstream& out) {
  std::vector<std::string> order;
  std::map<std::string, const v1::Mention*> first;
  std::map<std::string, std::map<std::string, int>> forms;
  for (const v1::Mention& mention : article.mentions()) {
    if (first.emplace(mention.referent(), &mention).second) order.push_back(mention.referent());
    ++forms[mention.referent()][mention.text()];
  }
  out << "\nentities: " << order.size() << "\n";
  for (const std::string& referent : order) {
    out << "  " << Short(v1::EntityType_Name(first[referent]->type()), "ENTITY_TYPE_") << " "
        << first[referent]->canonical() << ":";
    for (const auto& [form, count] : forms[referent]) out << " " << form << " ×" << count << ";";
    out << "\n";
  }
}

void WritePositions(const v1::Article& article, std::ostringstream& out) {
  std::map<std::string, std::string> names;
  for (const v1::Mention& mention : article.mentions()) {
    names.emplace(mention.referent(), mention.canonical());
  }
  out << "\npositions: " << article.positions_size() << "\n";
  for (const v1::Position& position : article.positions()) {
    out << "  " << names[position.person()] << ": " << position.title();
    if (!position.organization().empty()) out << ", " << position.organization();
    out << " [" << Days(position.as_of()) << "]\n";
  }
}

void WriteRelations(const v1::Article& article, std::ostringstream& out) {
  out << "\nrelations: " << article.relations_size() << "\n";
  for (const v1::Relation& relation : article.relations()) {
    out << "  " << Short(v1::RelationKind_Name(relation.kind()), "RELATION_KIND_") << " "
        << relation.subject_text() << " → " << relation.object_text() << ", " << relation.label();
    if (relation.status() != v1::EVENT_STATUS_REPORTED) {
      out << ", " << Short(v1::EventStatus_Name(relation.status()), "EVENT_STATUS_");
    }
    out << " [" << Days(relation.valid()) << "] (" << relation.evidence().confidence() << ") "
        << Words(relation.evidence()) << "\n";
  }
}

void WriteEvents(const v1::Article& article, std::ostringstream& out) {
  out << "\nevents: " << article.events_size() << "\n";
  for (const v1::Event& event : article.events()) {
    out << "  " << Days(event.date()) << " " << Short(v1::EventType_Name(event.type()), "EVENT_TYPE_") << ", "
        << Short(v1::EventStatus_Name(event.status()), "EVENT_STATUS_") << ", " << event.predicate() << " ("
        << event.evidence(0).confidence() << ")\n";
    out << "    " << event.summary() << "\n";
    for (const v1::Participant& participant : event.participants()) {
      out << "    " << Short(v1::ParticipantRole_Name(participant.role()), "PARTICIPANT_ROLE_") << " "
          << participant.display_name() << "\n";
    }
    if (!event.place().empty()) out << "    at " << event.place() << "\n";
  }
}

void WriteQuotes(const v1::Article& article, std::ostringstream& out) {
  out << "\nquotes: " << article.quotes_size() << "\n";
  for (const v1::Quote& quote : article.quotes()) {
    const std::string& speaker = quote.speaker().display_name();
    out << "  " << (speaker.empty() ? "?" : speaker);
    if (quote.speaker().text() != speaker) out << " (" << quote.speaker().text() << ")";
    out << ", " << Days(quote.date()) << ", " << (quote.direct() ? "direct" : "indirect") << " "
        << quote.verb();
    if (!quote.addressee().empty()) out << ", to " << quote.addressee();
    out << " (" << quote.evidence().confidence() << ")\n    " << quote.text() << "\n";
  }
}

void WriteQuantities(const v1::Article& article, std::ostringstream& out) {
  out << "\nquantities: " << article.quantities_size() << "\n";
  for (const v1::Quantity& quantity : article.quantities()) {
    out << "  " << (quantity.subject_text().empty() ? "?" : quantity.subject_text()) << ", "
        << (quantity.measure().empty() ? "?" : quantity.measure()) << " = "
        << (quantity.approximate() ? "about " : "") << Number(quantity.value());
    if (quantity.has_value_max()) out << "…" << Number(quantity.value_max());
    out << " " << quantity.unit() << " [" << Days(quantity.as_of()) << "] " << Words(quantity.evidence())
        << "\n";
  }
}

}  // namespace

std::string ToText(const v1::Article& article) {
  std::ostringstream out;
  WritePage(article, out);
  WriteLines("subtitles", article.subtitles(), out);
  WriteLines("body", article.body(), out);
  WriteLines("captions", article.captions(), out);
  WriteDates(article, out);
  WriteEntities(article, out);
  WritePositions(article, out);
  WriteRelations(article, out);
  WriteEvents(article, out);
  WriteQuotes(article, out);
  WriteQuantities(article, out);
  return out.str();
}

}  // namespace sillok
