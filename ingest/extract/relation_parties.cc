#include "ingest/extract/relation_parties.h"

#include <algorithm>
#include <string_view>

#include "common/text/hangul.h"
#include "ingest/extract/name_lexicon.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

// A list of more is no relation of each with each.
constexpr size_t kMostParties = 12;
// Bytes: no list of names is longer, and what many verbs look back at must be short.
constexpr int kLongestNameList = 1000;

std::string_view Trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Without closing marks and glosses that stand right after a name: ’, (NURI).
std::string_view WithoutClosingMarks(std::string_view text) {
  bool again = true;
  while (again) {
    again = false;
    for (const std::string_view mark : {"’", "”", "'", "\""}) {
      if (!text.starts_with(mark)) continue;
      text.remove_prefix(mark.size());
      again = true;
    }
    const size_t close = text.find(')');
    if (text.starts_with("(") && close != std::string_view::npos) {
      text.remove_prefix(close + 1);
      again = true;
    }
  }
  return text;
}

// The end of a name's words where a list goes on: before 와 of "누리사 대표와 "; -1 where it does not.
int ListsOn(std::string_view gap) {
  gap = gap.substr(0, gap.find_last_not_of(' ') + 1);
  for (const std::string_view joint : {"와", "과", "및", "·", "ㆍ", "‧", "∙", ",", "-"}) {
    if (gap.ends_with(joint)) return static_cast<int>(gap.size() - joint.size());
  }
  return -1;
}

}  // namespace

std::string_view ParticleOf(std::string_view text, const NounPhrase& phrase) {
  return text.substr(phrase.span.end, phrase.end - phrase.span.end);
}

PartyReader::PartyReader(const NamedArticle& named, const ArticleClauses& clauses)
    : named_(named), clauses_(clauses) {
  for (const Position& position : named.positions) {
    if (position.organization_referent >= 0) bodies_.emplace(position.person, position.organization_referent);
  }
}

Party PartyReader::PartyOf(int referent) const {
  Party party{.referent = referent, .body = referent, .type = named_.referents[referent].type, .span = {}};
  if (party.type == EntityType::kPerson) {
    const auto body = bodies_.find(referent);
    party.body = body == bodies_.end() ? -1 : body->second;
  }
  return party;
}

// Nothing, a title, or what only says how many there are may follow a name: 누리사 등 3개사, 누리사 측.
bool PartyReader::EndsParty(std::string_view tail, bool person) const {
  tail = Trimmed(WithoutClosingMarks(Trimmed(tail)));
  if (tail.empty() || SpeaksForBody(tail)) return true;
  if (tail == "등" || tail.starts_with("등 ")) return true;
  const std::string_view last = tail.substr(tail.rfind(' ') + 1);
  return Names().IsTitle(last) && (person || last.size() == tail.size());
}

void PartyReader::AddGroup(int s, const std::vector<int>& group, int end, std::vector<Party>& parties) const {
  int person = -1;
  int body = -1;
  int place = -1;
  for (const int m : group) {
    const EntityType type = named_.mentions[m].type;
    if (type == EntityType::kPerson) person = m;
    if (type == EntityType::kOrganization) body = m;
    if (type == EntityType::kPlace) place = m;
  }
  const int named = person >= 0 ? person : (body >= 0 ? body : place);
  if (named < 0 || (person < 0 && named != group.back())) return;
  const TextSpan last = named_.mentions[group.back()].at.span;
  if (!EndsParty(TextSpan{last.end, end}.In(Text(s)), person >= 0)) return;
  if (parties.size() >= kMostParties) return;
  Party party = PartyOf(named_.mentions[named].referent);
  if (person >= 0 && body >= 0) party.body = named_.mentions[body].referent;
  party.span = {named_.mentions[group.front()].at.span.begin, last.end};
  parties.push_back(party);
}

std::vector<Party> PartyReader::ReadBefore(int s, const NounPhrase& phrase, int end) const {
  std::vector<Party> parties;
  std::vector<int> group;
  if (phrase.span.size() > kLongestNameList) return parties;
  for (const int m : phrase.mentions) {
    const TextSpan span = named_.mentions[m].at.span;
    if (span.end > end) break;
    if (!group.empty()) {
      const TextSpan gap{named_.mentions[group.back()].at.span.end, span.begin};
      const int words = ListsOn(gap.In(Text(s)));
      if (words >= 0) {
        AddGroup(s, group, gap.begin + words, parties);
        group.clear();
      }
    }
    group.push_back(m);
  }
  if (!group.empty()) AddGroup(s, group, end, parties);
  return parties;
}

std::vector<Party> PartyReader::Read(int s, const NounPhrase& phrase) const {
  return ReadBefore(s, phrase, phrase.span.end);
}

// 누리사, in 누리사, 가람사와; 누리사와 in 누리사와 가람사는.
bool PartyReader::Joins(int s, const NounPhrase& phrase, const NounPhrase& next) const {
  if (phrase.mentions.empty() || phrase.layer != next.layer) return false;
  const bool actor = next.role == Case::kTopic || next.role == Case::kSubject || next.role == Case::kAlso;
  if (phrase.role == Case::kPartner) {
    return actor && next.span.begin - phrase.end <= 1 && ParticleOf(Text(s), phrase).size() == kSyllableBytes;
  }
  if (phrase.role != Case::kNone) return false;
  std::string_view gap = WithoutClosingMarks(TextSpan{phrase.end, next.span.begin}.In(Text(s)));
  gap = Trimmed(gap);
  for (const std::string_view mark : {"‘", "“", "'", "\""}) {
    if (gap.ends_with(mark)) gap = Trimmed(gap.substr(0, gap.size() - mark.size()));
  }
  const bool title = named_.dated.parsed.sentences[s].part == Part::kTitle;
  if (gap == ",") return !title;  // in a headline the comma stands for 은/는
  return gap == "·" || gap == "ㆍ" || gap == "‧" || gap == "∙" || gap == "-" || gap == "및";
}

// 김나래 전 가람전자 대표를, where 전 stands between two phrases.
std::vector<Party> PartyReader::ReadHolder(int s, const NounPhrase& holder, const NounPhrase& title) const {
  if (holder.role != Case::kNone || holder.mentions.empty() || holder.layer != title.layer) return {};
  const Mention& person = named_.mentions[holder.mentions.back()];
  if (person.type != EntityType::kPerson || person.at.span.end != holder.span.end) return {};
  if (!Names().Modifier(Trimmed(TextSpan{holder.end, title.span.begin}.In(Text(s))))) return {};
  if (!Names().IsTitle(title.head.In(Text(s)))) return {};
  Party party = PartyOf(person.referent);
  party.body = -1;  // what the person was says nothing of today
  party.span = {person.at.span.begin, title.span.end};
  return {party};
}

std::vector<Party> PartyReader::ReadList(int s, const Clause& clause, int at) const {
  const SentenceClauses& in = clauses_.sentences[s];
  auto first = std::lower_bound(clause.phrases.begin(), clause.phrases.end(), at);
  std::vector<Party> parties;
  if (first != clause.phrases.begin()) parties = ReadHolder(s, in.phrases[*std::prev(first)], in.phrases[at]);
  if (!parties.empty()) return parties;
  parties = Read(s, in.phrases[at]);
  if (parties.empty()) return parties;
  while (first != clause.phrases.begin() && parties.size() < kMostParties) {
    const NounPhrase& before = in.phrases[*std::prev(first)];
    if (!Joins(s, before, in.phrases[*first])) break;
    std::vector<Party> more = Read(s, before);
    if (more.empty()) break;
    parties.insert(parties.begin(), more.begin(), more.end());
    --first;
  }
  return parties;
}

std::vector<Party> PartyReader::ReadHead(int s, const NounPhrase& phrase) const {
  std::vector<Party> parties = Read(s, phrase);
  if (!parties.empty() || phrase.mentions.empty()) return parties;
  const Mention& first = named_.mentions[phrase.mentions.front()];
  if (first.at.span.begin > phrase.span.begin || first.type == EntityType::kPlace) return parties;
  parties.push_back(PartyOf(first.referent));
  parties.back().span = first.at.span;
  return parties;
}

}  // namespace sillok::ingest
