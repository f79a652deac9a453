#include "ingest/extract/speech.h"

#include <unordered_map>
#include <unordered_set>

#include "common/lexicon/lexicon.h"

namespace sillok::ingest {
namespace {

std::unordered_set<std::string_view> FirstColumn(std::string_view name) {
  std::unordered_set<std::string_view> words;
  const LexiconTable table = FindLexicon(name);
  for (const LexiconRow& row : table.rows()) words.insert(row[0]);
  return words;
}

// The longest row that `noun` ends with, for 여당 관계자들 → 관계자.
bool EndsWithRow(const std::unordered_set<std::string_view>& rows, std::string_view noun) {
  constexpr size_t kSyllable = 3;
  constexpr size_t kLongestRow = 18;
  if (noun.ends_with("들") && noun.size() > 2 * kSyllable) noun.remove_suffix(kSyllable);
  const size_t longest = noun.size() < kLongestRow ? noun.size() : kLongestRow;
  for (size_t length = longest; length >= kSyllable; --length) {
    const std::string_view tail = noun.substr(noun.size() - length);
    if (rows.contains(tail) && (length > kSyllable || length == noun.size() || tail == "씨" || tail == "측"))
      return true;
  }
  return false;
}

bool IsName(EntityType type) { return type == EntityType::kPerson || type == EntityType::kOrganization; }

// A noun phrase that stands as a subject before byte `before`; `embedded` when a modifier between takes it for its own.
bool IsEmbedded(const SentenceClauses& clauses, const Clause& clause, const NounPhrase& phrase, int before) {
  if (phrase.role != Case::kSubject && phrase.role != Case::kAlso) return false;
  for (const int p : clause.predicates) {
    const Predicate& predicate = clauses.predicates[p];
    if (predicate.span.begin < phrase.end) continue;
    return predicate.span.end <= before && p != clause.predicate &&
           (predicate.link == Link::kAdnominal || predicate.link == Link::kNominal);
  }
  return false;
}

Subject SubjectInClause(const NamedArticle& named, int sentence, const SentenceClauses& clauses,
                        const Clause& clause, int before, bool topics_only) {
  Subject source;
  for (auto it = clause.phrases.rbegin(); it != clause.phrases.rend(); ++it) {
    const NounPhrase& phrase = clauses.phrases[*it];
    if (phrase.end > before) continue;
    const bool subject = phrase.role == Case::kTopic || (!topics_only && phrase.role == Case::kSubject);
    if (phrase.role == Case::kSource && !source.found()) source = ReadSubject(named, sentence, clauses, *it);
    if (!subject || IsEmbedded(clauses, clause, phrase, before)) continue;
    const Subject read = ReadSubject(named, sentence, clauses, *it);
    if (read.found()) return read;
  }
  return source;
}

}  // namespace

SpeechStrength SpeechVerb(std::string_view lemma) {
  static const auto* rows = [] {
    auto* map = new std::unordered_map<std::string_view, SpeechStrength>;
    const LexiconTable table = FindLexicon("speech_verbs");
    for (const LexiconRow& row : table.rows()) {
      (*map)[row[0]] = row[1] == "0"   ? SpeechStrength::kStrong
                       : row[1] == "1" ? SpeechStrength::kWeak
                                       : SpeechStrength::kNaming;
    }
    return map;
  }();
  const auto row = rows->find(lemma);
  return row == rows->end() ? SpeechStrength::kNone : row->second;
}

bool IsSpeechNoun(std::string_view noun) {
  static const auto* rows = new std::unordered_set<std::string_view>(FirstColumn("speech_nouns"));
  return EndsWithRow(*rows, noun) || rows->contains(noun);
}

bool IsSpeakerNoun(std::string_view noun) {
  static const auto* rows = new std::unordered_set<std::string_view>(FirstColumn("speaker_nouns"));
  return EndsWithRow(*rows, noun);
}

bool IsFirstPerson(std::string_view noun) {
  return noun == "나" || noun == "저" || noun == "제" || noun == "내" || noun == "우리" || noun == "저희";
}

bool IsPronoun(std::string_view noun) {
  return noun == "그" || noun == "그녀" || noun == "이들" || noun == "그들" || noun == "양측" ||
         noun == "양사";
}

Subject ReadSubject(const NamedArticle& named, int sentence, const SentenceClauses& clauses, int index) {
  const NounPhrase& phrase = clauses.phrases[index];
  const std::string& text = named.dated.parsed.sentences[sentence].text;
  Subject subject;
  subject.phrase = index;
  const Mention* person = nullptr;
  const Mention* body = nullptr;
  for (const int m : phrase.mentions) {
    const Mention& mention = named.mentions[m];
    if (mention.type == EntityType::kPerson) person = &mention;
    if (mention.type == EntityType::kOrganization) body = &mention;
  }
  const std::string_view head = phrase.head.In(text);
  if (person != nullptr) {
    subject.referent = person->referent;
    subject.type = EntityType::kPerson;
  } else if (IsPronoun(phrase.span.In(text)) || IsFirstPerson(phrase.span.In(text))) {
    if (!phrase.mentions.empty()) subject.referent = named.mentions[phrase.mentions.back()].referent;
    subject.type = EntityType::kPerson;
  } else if (body != nullptr && (body->at.span.end >= phrase.span.end || IsSpeakerNoun(head))) {
    subject.referent = body->referent;
    subject.type = EntityType::kOrganization;
  } else if (phrase.mentions.empty() || !IsName(named.mentions[phrase.mentions.back()].type)) {
    if (!IsSpeakerNoun(head)) return {};
    subject.type = EntityType::kPerson;
  } else {
    return {};
  }
  subject.text = std::string(phrase.span.In(text));
  return subject;
}

Subject FindSubject(const NamedArticle& named, int sentence, const SentenceClauses& clauses, int clause,
                    int before) {
  bool topics_only = false;
  for (int c = clause; c >= 0; --c) {
    const Clause& current = clauses.clauses[c];
    if (current.layer != clauses.clauses[clause].layer) break;
    const Subject subject = SubjectInClause(named, sentence, clauses, current, before, topics_only);
    if (subject.found()) return subject;
    if (current.opens || c == 0) break;
    // The subject of A가 열자, A가 연 가운데 is not that of what follows; a topic is.
    const Clause& previous = clauses.clauses[c - 1];
    if (previous.predicate >= 0 && clauses.predicates[previous.predicate].link != Link::kSerial)
      topics_only = true;
  }
  return {};
}

}  // namespace sillok::ingest
