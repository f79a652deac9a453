#include "ingest/extract/speech.h"

#include <algorithm>
#include <iterator>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "common/text/hangul.h"
#include "ingest/extract/suffix_trie.h"

namespace sillok::ingest {
namespace {

SuffixTrie FirstColumn(std::string_view name) {
  SuffixTrie words;
  const LexiconTable table = FindLexicon(name);
  for (const LexiconRow& row : table.rows()) words.Add(row[0], 0);
  return words;
}

// How far back a subject is looked for: no writer asks more of a reader.
constexpr int kFarthestPhrases = 48;
constexpr int kFarthestSubject = 16;

// Whether `noun` ends with a row: 관계자 in 여당 관계자들. One syllable must be the whole noun, or say so by itself.
bool EndsWithRow(const SuffixTrie& rows, std::string_view noun) {
  if (noun.ends_with("들") && noun.size() > 2 * kSyllableBytes) noun.remove_suffix(kSyllableBytes);
  bool ends = false;
  rows.Match(noun, [&](int begin, int) {
    const std::string_view tail = noun.substr(begin);
    ends = ends || tail.size() > kSyllableBytes ||
           (tail.size() == kSyllableBytes && (begin == 0 || tail == "씨" || tail == "측"));
  });
  return ends;
}

bool IsName(EntityType type) { return type == EntityType::kPerson || type == EntityType::kOrganization; }

enum class Embedding {
  kNone,
  kPerhaps,  // a modifier follows, but not at once: A가 B와 찍은 사진을 올리고
  kSure,     // a modifier takes it for its own: A가 낸 안
};

Embedding FindEmbedding(const SentenceClauses& clauses, const Clause& clause, const NounPhrase& phrase,
                        int before) {
  if (phrase.role != Case::kSubject && phrase.role != Case::kAlso) return Embedding::kNone;
  const auto next = std::partition_point(clause.predicates.begin(), clause.predicates.end(), [&](int p) {
    return clauses.predicates[p].span.begin < phrase.end;
  });
  if (next == clause.predicates.end() || *next == clause.predicate) return Embedding::kNone;
  const Predicate& predicate = clauses.predicates[*next];
  const bool modifies = predicate.link == Link::kAdnominal || predicate.link == Link::kNominal;
  if (predicate.span.end > before || !modifies) return Embedding::kNone;
  return predicate.span.begin - phrase.end <= 1 ? Embedding::kSure : Embedding::kPerhaps;
}

// A subject of one clause; `perhaps` gets what may belong to a modifier, or is only the source.
Subject SubjectInClause(const NamedArticle& named, int sentence, const SentenceClauses& clauses,
                        const Clause& clause, int before, bool topics_only, Subject& perhaps) {
  const auto end = std::partition_point(clause.phrases.begin(), clause.phrases.end(),
                                        [&](int p) { return clauses.phrases[p].end <= before; });
  int looked = 0;
  for (auto it = std::make_reverse_iterator(end); it != clause.phrases.rend() && looked < kFarthestPhrases;
       ++it, ++looked) {
    const NounPhrase& phrase = clauses.phrases[*it];
    const bool subject = phrase.role == Case::kTopic || (!topics_only && phrase.role == Case::kSubject);
    if (phrase.role == Case::kSource && !perhaps.found()) {
      perhaps = ReadSubject(named, sentence, clauses, *it);
    }
    if (!subject) continue;
    const Embedding embedding = FindEmbedding(clauses, clause, phrase, before);
    if (embedding == Embedding::kSure) continue;
    Subject read = ReadSubject(named, sentence, clauses, *it);
    if (!read.found()) continue;
    if (embedding == Embedding::kNone) return read;
    if (!perhaps.found()) perhaps = read;
  }
  return {};
}

}  // namespace

namespace {

struct SpeechRow {
  SpeechStrength strength = SpeechStrength::kNone;
  std::string_view same_as;
};

const SpeechRow* FindSpeechRow(std::string_view lemma) {
  static const auto* rows = [] {
    auto* map = new ViewMap<SpeechRow>;
    const LexiconTable table = FindLexicon("speech_verbs");
    for (const LexiconRow& row : table.rows()) {
      const SpeechStrength strength = row[1] == "0"   ? SpeechStrength::kStrong
                                      : row[1] == "1" ? SpeechStrength::kWeak
                                                      : SpeechStrength::kNaming;
      (*map)[row[0]] = {strength, row[2]};
    }
    return map;
  }();
  const auto row = rows->find(lemma);
  return row == rows->end() ? nullptr : &row->second;
}

}  // namespace

SpeechStrength SpeechVerb(std::string_view lemma) {
  const SpeechRow* row = FindSpeechRow(lemma);
  return row == nullptr ? SpeechStrength::kNone : row->strength;
}

std::string SpeechLemma(std::string_view lemma) {
  const SpeechRow* row = FindSpeechRow(lemma);
  return std::string(row == nullptr || row->same_as.empty() ? lemma : row->same_as);
}

bool IsSpeechNoun(std::string_view noun) {
  static const auto* rows = new SuffixTrie(FirstColumn("speech_nouns"));
  return EndsWithRow(*rows, noun);
}

bool IsSpeakerNoun(std::string_view noun) {
  static const auto* rows = new SuffixTrie(FirstColumn("speaker_nouns"));
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
  Subject perhaps;
  for (int c = clause; c >= 0 && clause - c < kFarthestSubject; --c) {
    const Clause& current = clauses.clauses[c];
    if (current.layer != clauses.clauses[clause].layer) break;
    Subject subject = SubjectInClause(named, sentence, clauses, current, before, topics_only, perhaps);
    if (subject.found()) return subject;
    if (current.opens || c == 0) break;
    // The subject of A가 열자, A가 연 가운데 is not that of what follows; a topic is.
    const Clause& previous = clauses.clauses[c - 1];
    if (previous.predicate >= 0 && clauses.predicates[previous.predicate].may_switch) topics_only = true;
  }
  return perhaps;
}

}  // namespace sillok::ingest
