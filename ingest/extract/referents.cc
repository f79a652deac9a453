#include "ingest/extract/referents.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/lexicon/text_map.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/extract/found_name.h"
#include "ingest/extract/name_groups.h"
#include "ingest/extract/name_lexicon.h"

namespace sillok::ingest {
namespace {

// How far back a pronoun may look, in sentences.
constexpr int kPronounReach = 3;
// The longest noun that stands for a body: 심의위원회.
constexpr size_t kLongestBodyNoun = 6 * kSyllableBytes;

bool IsLatin(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

// The name that aliases stand for is fuller than any alias; A씨 is what A(44)씨 is called; else the longer one.
bool IsFuller(const Spelling& a, const Spelling& b) {
  if (a.aged != b.aged) return b.aged;
  if (!b.alias_of.empty() && b.normalized_alias == a.normalized) return true;
  if (!a.alias_of.empty() && a.normalized_alias == b.normalized) return false;
  if (IsLatin(a.text) != IsLatin(b.text)) return IsLatin(b.text);
  return CountRunes(a.text) > CountRunes(b.text);
}

class Binder {
 public:
  explicit Binder(const std::vector<DecidedSentence>& sentences)
      : names_(sentences), found_(names_.names), groups_(sentences, found_) {
    for (const DecidedSentence& sentence : sentences) {
      const std::string_view text = sentence.names->text();
      for (const TitledName& titled : sentence.names->titled) {
        titles_[titled.person.In(text)].push_back(titled.title.In(text));
      }
    }
  }

  void Bind(NamedArticle& article) {
    for (size_t at = 0; at < found_.size(); ++at) {
      if (!found_[at].full()) found_[at].group = ResolveShort(at);
      if (found_[at].full()) HearBody(found_[at]);
    }
    Emit(article);
  }

 private:
  int ResolveShort(size_t at) {
    switch (found_[at].candidate->form) {
      case NameForm::kSurnameTitle:
        return BySurname(at);
      case NameForm::kTitle:
        return OnlyHolder(at);
      case NameForm::kPronoun:
        return found_[at].quoted ? -1 : NearestSubject(at, EntityType::kPerson);
      case NameForm::kSameBody:
        return NearestSubject(at, EntityType::kOrganization);
      case NameForm::kBodyNoun:
        return OnlyBody(found_[at].text());
      case NameForm::kFull:
        break;
    }
    return -1;
  }

  // Notes a body by the endings that may stand for it.
  void HearBody(const FoundName& body) {
    if (body.type() != EntityType::kOrganization) return;
    const std::string_view name = body.text();
    for (size_t bytes = 2 * kSyllableBytes; bytes <= kLongestBodyNoun && bytes < name.size();
         bytes += kSyllableBytes) {
      const std::string_view noun = name.substr(name.size() - bytes);
      if (!IsHangulWord(noun)) return;
      const auto [heard, is_new] = bodies_.try_emplace(noun, body.group);
      if (!is_new && heard->second >= 0 && groups_.Root(heard->second) != groups_.Root(body.group)) {
        heard->second = -1;
      }
    }
  }

  // The one body named before that ends so.
  int OnlyBody(std::string_view noun) const {
    const auto heard = bodies_.find(noun);
    return heard == bodies_.end() ? -1 : heard->second;
  }

  bool HasTitle(const FoundName& person, std::string_view title) const {
    const auto titles = titles_.find(person.text());
    if (titles == titles_.end()) return false;
    return std::any_of(titles->second.begin(), titles->second.end(), [title](std::string_view held) {
      return held.ends_with(title) || title.ends_with(held);
    });
  }

  // 임 in 임 실장 and in 임씨.
  static std::string_view SurnameOf(std::string_view text, std::string_view title) {
    const size_t space = text.find(' ');
    return space != std::string_view::npos
               ? text.substr(0, space)
               : text.substr(0, text.size() - std::min(title.size(), text.size()));
  }

  // 조씨 is rather who is called 씨, as 조모씨 is, than who has an office.
  int BySurname(size_t at) {
    const NameCandidate& brief = *found_[at].candidate;
    const std::string_view text = found_[at].text();
    const auto fits = [&](const FoundName& person) { return FitsSurname(person, brief, text); };
    if (brief.title != "씨") {
      const int holder = NearestPerson(at, fits);
      return holder >= 0 ? holder : OnlyOfSurname(at);
    }
    const int called = NearestPerson(at, [&](const FoundName& person) {
      return fits(person) && (HasTitle(person, "씨") || !titles_.contains(person.text()));
    });
    return called >= 0 ? called : NearestPerson(at, fits);
  }

  // 김 원장, whom nothing calls 원장 yet: the one person before whose usual name begins so. 이 대표 and 전 대표 may be anybody.
  int OnlyOfSurname(size_t at) {
    const FoundName& brief = found_[at];
    const std::string_view surname = SurnameOf(brief.text(), brief.candidate->title);
    if (brief.names->words[brief.candidate->first_word].countable || !Names().IsSurname(surname)) return -1;
    int only = -1;
    constexpr size_t kReach = 400;
    for (size_t back = at; back-- > 0 && at - back < kReach;) {
      const FoundName& person = found_[back];
      if (!person.full() || person.type() != EntityType::kPerson || !person.text().starts_with(surname) ||
          person.text().size() != surname.size() + 2 * kSyllableBytes ||
          Names().KoreanName(person.text()) == 0) {
        continue;
      }
      if (only >= 0 && groups_.Root(only) != groups_.Root(person.group)) return -1;
      only = person.group;
    }
    return only;
  }

  bool FitsSurname(const FoundName& person, const NameCandidate& brief, std::string_view text) const {
    const std::string_view name = person.text();
    const std::string_view surname = SurnameOf(text, brief.title);
    const bool korean = name.find(' ') == std::string_view::npos && name.starts_with(surname) &&
                        name.size() > surname.size() && name.size() <= 12;
    const bool last = name.size() > surname.size() && name.ends_with(surname) &&
                      name[name.size() - surname.size() - 1] == ' ';
    constexpr std::string_view kSomeone = " 모";
    const bool withheld = name.size() == surname.size() + kSomeone.size() && name.starts_with(surname) &&
                          name.ends_with(kSomeone);  // 김 모
    if (!korean && !last && !withheld) return false;
    return brief.title == "씨" || HasTitle(person, brief.title);
  }

  // The nearest full person before `at` that fits, else the first after.
  template <typename Fits>
  int NearestPerson(size_t at, Fits fits) const {
    const auto is = [&](const FoundName& found) {
      return found.full() && found.type() == EntityType::kPerson && fits(found);
    };
    constexpr size_t kReach = 400;
    for (size_t back = at; back-- > 0 && at - back < kReach;) {
      if (is(found_[back])) return found_[back].group;
    }
    for (size_t next = at + 1; next < found_.size() && next - at < kReach; ++next) {
      if (is(found_[next])) return found_[next].group;
    }
    return -1;
  }

  // A title alone speaks of the one person in the article before it who holds it.
  int OnlyHolder(size_t at) {
    const std::string_view title = found_[at].candidate->title;
    int holder = -1;
    constexpr size_t kReach = 100;
    for (size_t back = at; back-- > 0 && at - back < kReach;) {
      const FoundName& found = found_[back];
      if (!found.full() || found.type() != EntityType::kPerson || !HasTitle(found, title)) {
        continue;
      }
      if (holder >= 0 && groups_.Root(holder) != groups_.Root(found.group)) return -1;
      holder = found.group;
    }
    return holder;
  }

  // The nearest subject of that type before `at`; a person who is none only when named one sentence before at most.
  int NearestSubject(size_t at, EntityType type) const {
    const FoundName& brief = found_[at];
    int nearest = -1;
    constexpr size_t kReach = 200;
    for (size_t back = at; back-- > 0 && at - back < kReach;) {
      const FoundName& found = found_[back];
      const int distance = brief.names->index - found.names->index;
      if (found.names->sentence->part != brief.names->sentence->part || distance > kPronounReach) break;
      if (found.type() != type || found.group < 0 || found.quoted) continue;
      // 감독은 그를 칭찬했다: an object is another than the subject of its sentence.
      if (distance == 0 && found.subject && !brief.subject) continue;
      if (found.subject) return found.group;
      if (nearest < 0 && distance <= 1 && type == EntityType::kPerson) nearest = found.group;
    }
    return nearest;
  }

  void Emit(NamedArticle& article) {
    std::vector<int> referents(groups_.size(), -1);  // by root
    std::vector<const Spelling*> canonical;          // by referent
    article.mentions.reserve(found_.size());
    for (const FoundName& found : found_) {
      if (found.group < 0) continue;
      int& at = referents[groups_.Root(found.group)];
      if (at < 0) {
        at = static_cast<int>(article.referents.size());
        article.referents.emplace_back().type = found.type();
        canonical.push_back(nullptr);
      }
      Referent& referent = article.referents[at];
      AddForm(found, referent);
      if (found.full() && found.spelling != canonical[at] &&
          (canonical[at] == nullptr || IsFuller(*found.spelling, *canonical[at]))) {
        canonical[at] = found.spelling;
      }
      article.mentions.push_back({.at = {found.names->index, found.candidate->span},
                                  .type = referent.type,
                                  .referent = at,
                                  .reason = found.candidate->reason});
    }
    ViewMap<int> equal;
    for (size_t at = 0; at < article.referents.size(); ++at) {
      if (canonical[at] == nullptr) continue;
      article.referents[at].canonical = canonical[at]->text;
      article.referents[at].ordinal = equal[canonical[at]->normalized]++;
    }
  }

  // Pronouns and titles alone are nobody's name.
  static void AddForm(const FoundName& found, Referent& referent) {
    if (!found.full() && found.candidate->form != NameForm::kSurnameTitle) return;
    if (std::find(referent.forms.begin(), referent.forms.end(), found.text()) == referent.forms.end()) {
      referent.forms.emplace_back(found.text());
    }
  }

  FoundNames names_;
  std::vector<FoundName>& found_;
  NameGroups groups_;
  ViewMap<std::vector<std::string_view>> titles_;  // by a person's name
  ViewMap<int> bodies_;                            // groups, by how their names end; -1 where several end so
};

}  // namespace

void BindReferents(const std::vector<DecidedSentence>& sentences, NamedArticle& article) {
  Binder(sentences).Bind(article);
}

}  // namespace sillok::ingest
