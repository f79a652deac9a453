// Within stage 4: the words that mark speech, and who can speak.
//
//   SpeechVerb("밝히다") → kStrong;  SpeechVerb("올리다") → kWeak;  SpeechVerb("부르다") → kNaming
//
// Rows of ingest/lexicon: speech_verbs, speech_nouns, speaker_nouns. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

enum class SpeechStrength {
  kNone,
  kWeak,    // also says other things
  kStrong,  // a verb of saying
  kNaming,  // what stands in the marks is a name: 부르다, 적히다
};

[[nodiscard]] SpeechStrength SpeechVerb(std::string_view lemma);

// The verb that `lemma` is where it carries speech: 묻다 for 물다, which MeCab takes 물었다 for.
[[nodiscard]] std::string SpeechLemma(std::string_view lemma);

// 입장, 취지, 설명: “…”라는 입장이다.
[[nodiscard]] bool IsSpeechNoun(std::string_view noun);
// 제목, 노래: “…”라는 제목.
[[nodiscard]] bool IsNamedNoun(std::string_view noun);

// 관계자, 의원, 시민들: speaks although no name is there.
[[nodiscard]] bool IsSpeakerNoun(std::string_view noun);
// 관계자, 측: the words are those of the body named before it.
[[nodiscard]] bool SpeaksForBody(std::string_view noun);

// 측, 변호인, 어머니: behind a person's name somebody else than who has it.
[[nodiscard]] bool IsAnotherBehindName(std::string_view noun);

// 나, 저, 우리, 저희.
[[nodiscard]] bool IsFirstPerson(std::string_view noun);
// 그, 그녀, 이들.
[[nodiscard]] bool IsPronoun(std::string_view noun);

// Who speaks or acts.
struct Subject {
  int referent = -1;
  EntityType type = EntityType::kUnknown;
  std::string text;  // as written; empty when nobody was found
  int phrase = -1;   // index into SentenceClauses::phrases; -1 when carried

  [[nodiscard]] bool found() const { return !text.empty(); }
};

// The person or body that `phrase` stands for when it is a subject: the person in 샘 올트먼 오픈AI 대표는, the body in
// 오픈AI는 and 오픈AI 측은; a bare noun that can speak. Not found for anything else.
[[nodiscard]] Subject ReadSubject(const NamedArticle& named, int sentence, const SentenceClauses& clauses,
                                  int phrase);

// Who a subject is taken for.
enum class Speakers {
  kKnown,   // a name or a noun that can speak
  kAnyone,  // beside a verb of saying, any topic but what words are said about: 중국 담당 딜러는
};

// The subject of clause `clause` among the phrases that end before byte `before`, looking back through the clauses of
// its sentence. A subject within a modifier (A가 낸 안) is passed over.
[[nodiscard]] Subject FindSubject(const NamedArticle& named, int sentence, const SentenceClauses& clauses,
                                  int clause, int before, Speakers speakers = Speakers::kKnown);

}  // namespace sillok::ingest
