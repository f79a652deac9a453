#include "ingest/extract/speech.h"

#include <algorithm>
#include <iterator>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "common/text/hangul.h"
#include "ingest/extract/name_lexicon.h"
#include "ingest/extract/suffix_trie.h"

namespace sillok::ingest {
namespace {

// The column `use` of a table of nouns.
enum class NounUse { kNone, kPlain, kBody, kOf, kName, kNever, kLead };

SuffixTrie NounRows(std::string_view name) {
  SuffixTrie words;
  const LexiconTable table = FindLexicon(name);
  for (const LexiconRow& row : table.rows()) {
    const NounUse use = row[1] == "body"    ? NounUse::kBody
                        : row[1] == "of"    ? NounUse::kOf
                        : row[1] == "name"  ? NounUse::kName
                        : row[1] == "never" ? NounUse::kNever
                        : row[1] == "lead"  ? NounUse::kLead
                                            : NounUse::kPlain;
    words.Add(row[0], static_cast<int>(use));
  }
  return words;
}

// How far back a subject is looked for: no writer asks more of a reader.
constexpr int kFarthestPhrases = 48;
constexpr int kFarthestSubject = 16;

// The longest row that `noun` ends with: 관계자 in 여당 관계자들. One syllable must be the whole noun, or say so by itself.
// `least`: bytes that must stand before a row that is not the whole noun.
NounUse UseOf(const SuffixTrie& rows, std::string_view noun, size_t least = 0) {
  if (noun.ends_with("들") && noun.size() > 2 * kSyllableBytes) noun.remove_suffix(kSyllableBytes);
  NounUse use = NounUse::kNone;
  rows.Match(noun, [&](int begin, int row) {
    const std::string_view tail = noun.substr(begin);
    const bool alone = tail == "씨" || tail == "측" || tail == "님";
    if (begin > 0 && static_cast<size_t>(begin) < least) return;
    if (tail.size() > kSyllableBytes || begin == 0 || alone) use = static_cast<NounUse>(row);
  });
  return use;
}

NounUse SpeakerUse(std::string_view noun, size_t least = 0) {
  static const auto* rows = new SuffixTrie(NounRows("speaker_nouns"));
  return UseOf(*rows, noun, least);
}

// 김 교수 in 반면 김 교수.
std::string_view WithoutLeadNoun(std::string_view phrase) {
  const size_t space = phrase.find(' ');
  if (space == std::string_view::npos || SpeakerUse(phrase.substr(0, space)) != NounUse::kLead) return phrase;
  return phrase.substr(space + 1);
}

NounUse SpeechNounUse(std::string_view noun, size_t least = 0) {
  static const auto* rows = new SuffixTrie(NounRows("speech_nouns"));
  return UseOf(*rows, noun, least);
}

// 아이유 is no 이유.
bool NeverSpeaks(std::string_view noun) {
  constexpr size_t kLeast = 2 * kSyllableBytes;
  const NounUse use = SpeakerUse(noun, kLeast);
  return use == NounUse::kNever || use == NounUse::kLead || SpeechNounUse(noun, kLeast) != NounUse::kNone;
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

// Looks for a subject through clauses, the nearest first.
class SubjectSearch {
 public:
  SubjectSearch(const NamedArticle& named, int sentence, const SentenceClauses& clauses, int before,
                Speakers speakers)
      : named_(named), sentence_(sentence), clauses_(clauses), before_(before), speakers_(speakers) {}

  Subject In(const Clause& clause, bool topics_only);
  // What may belong to a modifier, or is only the source.
  [[nodiscard]] const Subject& perhaps() const { return perhaps_; }

 private:
  [[nodiscard]] Subject ReadAnyone(int p) const;

  const NamedArticle& named_;
  const int sentence_;
  const SentenceClauses& clauses_;
  const int before_;
  const Speakers speakers_;
  Subject perhaps_;
};

// A topic that no row knows, or a country: 화둥증권 수석 이코노미스트는, 북한은.
Subject SubjectSearch::ReadAnyone(int p) const {
  const NounPhrase& phrase = clauses_.phrases[p];
  const std::string_view text = named_.dated.parsed.sentences[sentence_].text;
  const std::string_view head = phrase.head.In(text);
  const bool named_head =
      !phrase.mentions.empty() && named_.mentions[phrase.mentions.back()].at.span.end >= phrase.head.end;
  Subject subject;
  subject.phrase = p;
  subject.type = EntityType::kPerson;
  if (named_head) {
    const Mention& mention = named_.mentions[phrase.mentions.back()];
    if (mention.type != EntityType::kPlace) return {};
    subject.referent = mention.referent;
    subject.type = mention.type;
  } else if (head.size() <= kSyllableBytes || NeverSpeaks(head)) {
    return {};
  }
  subject.text = std::string(WithoutLeadNoun(phrase.span.In(text)));
  return subject;
}

Subject SubjectSearch::In(const Clause& clause, bool topics_only) {
  const auto end = std::partition_point(clause.phrases.begin(), clause.phrases.end(),
                                        [&](int p) { return clauses_.phrases[p].end <= before_; });
  Subject also;
  Subject anyone;
  int looked = 0;
  for (auto it = std::make_reverse_iterator(end); it != clause.phrases.rend() && looked < kFarthestPhrases;
       ++it, ++looked) {
    const NounPhrase& phrase = clauses_.phrases[*it];
    if (phrase.role == Case::kSource && !perhaps_.found()) {
      perhaps_ = ReadSubject(named_, sentence_, clauses_, *it);
    }
    const bool topic = phrase.role == Case::kTopic;
    const bool adds = phrase.role == Case::kAlso && speakers_ == Speakers::kAnyone;
    if (!topic && !adds && (topics_only || phrase.role != Case::kSubject)) continue;
    const Embedding embedding = FindEmbedding(clauses_, clause, phrase, before_);
    if (embedding == Embedding::kSure) continue;
    Subject read = ReadSubject(named_, sentence_, clauses_, *it);
    if (!read.found() && topic && speakers_ == Speakers::kAnyone && !anyone.found()) {
      anyone = ReadAnyone(*it);
    }
    if (!read.found()) continue;
    if (adds) {
      // 그는 정부도 비판했다: a subject of its own goes first.
      if (!also.found() && embedding == Embedding::kNone) also = std::move(read);
      continue;
    }
    if (embedding == Embedding::kNone) return read;
    if (!perhaps_.found()) perhaps_ = std::move(read);
  }
  return also.found() ? also : anyone;
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

bool IsSpeechNoun(std::string_view noun) { return SpeechNounUse(noun) == NounUse::kPlain; }
bool IsNamedNoun(std::string_view noun) { return SpeechNounUse(noun) == NounUse::kName; }
bool SpeaksForBody(std::string_view noun) { return SpeakerUse(noun) == NounUse::kBody; }

bool IsSpeakerNoun(std::string_view noun) {
  const NounUse use = SpeakerUse(noun);
  return use == NounUse::kPlain || use == NounUse::kBody || use == NounUse::kOf;
}

bool IsAnotherBehindName(std::string_view noun) {
  const NounUse use = SpeakerUse(noun);
  return (use == NounUse::kBody || use == NounUse::kOf) && !Names().IsTitle(noun);
}

bool IsFirstPerson(std::string_view noun) {
  return noun == "나" || noun == "저" || noun == "제" || noun == "내" || noun == "우리" || noun == "저희";
}

bool IsPronoun(std::string_view noun) {
  return noun == "그" || noun == "그녀" || noun == "이들" || noun == "그들" || noun == "양측" ||
         noun == "양사";
}

namespace {

// Whose title ends `phrase` without a name of its own: 교수 in 김나래 가람대 의대 예방의학교실 교수는, whose middle MeCab may take
// apart. -1 when it is nobody's.
int HolderOf(const NamedArticle& named, const SentenceClauses& clauses, const NounPhrase& phrase) {
  const auto first = named.titles.begin() + clauses.title_begin;
  const auto last = named.titles.begin() + clauses.title_end;
  const auto title = std::partition_point(
      first, last, [&](const TitleMention& before) { return before.at.span.end < phrase.span.end; });
  return title == last || title->at.span.end != phrase.span.end ? -1 : title->person;
}

// 김나래 누리사 대외·전략 대표는: a dot breaks what is one person's title; the person before it, or nullptr.
const Mention* PersonBeforeDot(const NamedArticle& named, std::string_view text,
                               const SentenceClauses& clauses, int index) {
  if (index == 0) return nullptr;
  const NounPhrase& before = clauses.phrases[index - 1];
  const TextSpan gap{before.end, clauses.phrases[index].span.begin};
  if (before.role != Case::kNone || gap.size() <= 0 || gap.In(text) != "·") return nullptr;
  for (const int m : before.mentions) {
    const Mention& mention = named.mentions[m];
    if (mention.type == EntityType::kPerson && mention.at.span.end < before.span.end) return &mention;
  }
  return nullptr;
}

}  // namespace

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
  const bool titled = person == nullptr && Names().IsTitle(head);
  if (titled) person = PersonBeforeDot(named, text, clauses, index);
  const int holder = titled && person == nullptr ? HolderOf(named, clauses, phrase) : -1;
  if (person != nullptr || holder >= 0) {
    subject.referent = person != nullptr ? person->referent : holder;
    subject.type = EntityType::kPerson;
  } else if (const std::string_view words = WithoutLeadNoun(phrase.span.In(text));
             IsPronoun(words) || IsFirstPerson(words)) {
    if (!phrase.mentions.empty()) subject.referent = named.mentions[phrase.mentions.back()].referent;
    subject.type = EntityType::kPerson;
  } else if (body != nullptr && (body->at.span.end >= phrase.span.end || IsSpeakerNoun(head))) {
    subject.referent = body->referent;
    subject.type = EntityType::kOrganization;
  } else if (phrase.mentions.empty() || !IsName(named.mentions[phrase.mentions.back()].type)) {
    const bool speaks = IsSpeakerNoun(head) || (Names().IsTitle(head) && !NeverSpeaks(head));
    if (!speaks) return {};
    subject.type = EntityType::kPerson;
  } else {
    return {};
  }
  subject.text = std::string(WithoutLeadNoun(phrase.span.In(text)));
  return subject;
}

Subject FindSubject(const NamedArticle& named, int sentence, const SentenceClauses& clauses, int clause,
                    int before, Speakers speakers) {
  bool topics_only = false;
  SubjectSearch search(named, sentence, clauses, before, speakers);
  for (int c = clause; c >= 0 && clause - c < kFarthestSubject; --c) {
    const Clause& current = clauses.clauses[c];
    if (current.layer != clauses.clauses[clause].layer) break;
    Subject subject = search.In(current, topics_only);
    if (subject.found()) return subject;
    if (current.opens || c == 0) break;
    // The subject of A가 열자, A가 연 가운데 is not that of what follows; a topic is.
    const Clause& previous = clauses.clauses[c - 1];
    if (previous.predicate >= 0 && clauses.predicates[previous.predicate].may_switch) topics_only = true;
  }
  return search.perhaps();
}

}  // namespace sillok::ingest
