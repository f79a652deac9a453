#include "ingest/extract/referents.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

// How far back a pronoun may look, in sentences.
constexpr int kPronounReach = 3;

struct Found {
  const SentenceNames* names = nullptr;
  const NameCandidate* candidate = nullptr;
  int group = -1;
  bool subject = false;  // 은, 는, 이, 가 follows
  bool quoted = false;   // within somebody's words

  [[nodiscard]] std::string_view text() const { return candidate->span.In(names->text()); }
};

// True when a subject's particle begins `rest`, brackets skipped: (28·바이에른 뮌헨)는.
bool BeginsWithSubject(std::string_view rest) {
  if (rest.starts_with("(")) {
    constexpr size_t kLongestGloss = 60;
    const size_t close = rest.substr(0, kLongestGloss).find(')');
    if (close == std::string_view::npos) return false;
    rest.remove_prefix(close + 1);
  }
  for (const std::string_view text : {"은", "는", "이", "가", "도", "께서", "측은"}) {
    if (rest.starts_with(text) &&
        (rest.size() == text.size() || rest[text.size()] == ' ' || rest[text.size()] == ',')) {
      return true;
    }
  }
  return false;
}

// Where the people begin whose title carries a subject's particle: 샘 올트먼 오픈AI 최고경영자가.
std::set<int> TitledSubjects(const SentenceNames& names) {
  std::set<int> subjects;
  for (const TitledName& titled : names.titled) {
    if (titled.title.begin > titled.person.begin &&
        BeginsWithSubject(names.text().substr(titled.title.end))) {
      subjects.insert(titled.person.begin);
    }
  }
  return subjects;
}

bool IsLatin(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

// Walks the quotations of a sentence beside its candidates and says which of these stand in somebody's words.
class QuotationWalk {
 public:
  explicit QuotationWalk(const SentenceNames& names) : quotations_(names.quotations) {}

  // `span` begins at or after the one before.
  bool Holds(TextSpan span) {
    constexpr int kShortQuotation = 60;  // ‘챗GPT’: a name in quotation marks is not somebody's words
    for (; at_ < quotations_.size() && quotations_[at_].outer.begin <= span.begin; ++at_) {
      if (quotations_[at_].inner.size() > kShortQuotation) {
        end_ = std::max(end_, quotations_[at_].outer.end);
      }
    }
    return span.end <= end_;
  }

 private:
  const std::span<const Quotation> quotations_;
  size_t at_ = 0;
  int end_ = 0;
};

class Binder {
 public:
  explicit Binder(const std::vector<DecidedSentence>& sentences) : sentences_(sentences) {
    for (const DecidedSentence& sentence : sentences) {
      const SentenceNames& names = *sentence.names;
      const std::set<int> titled_subjects = TitledSubjects(names);
      QuotationWalk quotations(names);
      for (const NameCandidate& candidate : sentence.chosen) {
        found_.push_back({.names = &names,
                          .candidate = &candidate,
                          .subject = titled_subjects.contains(candidate.span.begin) ||
                                     BeginsWithSubject(names.text().substr(candidate.span.end)),
                          .quoted = quotations.Holds(candidate.span)});
      }
      for (const TitledName& titled : names.titled) {
        titles_[std::string(titled.person.In(names.text()))].emplace(titled.title.In(names.text()));
      }
    }
  }

  void Bind(NamedArticle& article) {
    GroupFullNames();
    JoinGlosses();
    JoinContractions();
    for (size_t at = 0; at < found_.size(); ++at) {
      if (found_[at].candidate->form != NameForm::kFull) found_[at].group = ResolveShort(at);
    }
    Emit(article);
  }

 private:
  int Root(int group) {
    while (parent_[group] != group) group = parent_[group] = parent_[parent_[group]];
    return group;
  }
  void Join(int a, int b) {
    a = Root(a);
    b = Root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  // One group a spelling, alias rows followed; then parts of longer names.
  void GroupFullNames() {
    for (Found& found : found_) {
      if (found.candidate->form != NameForm::kFull) continue;
      std::string key = NormalizeName(found.text());
      if (const std::string_view name = Names().AliasOf(key); !name.empty()) key = NormalizeName(name);
      const auto [group, added] =
          groups_.try_emplace({found.candidate->type, key}, static_cast<int>(parent_.size()));
      if (added) parent_.push_back(group->second);
      found.group = group->second;
    }
    IndexParts();
    for (size_t at = 0; at < found_.size(); ++at) {
      Found& found = found_[at];
      if (found.candidate->form != NameForm::kFull || found.text().find(' ') != std::string_view::npos) {
        continue;
      }
      const int whole = WholeOf(at);
      if (whole >= 0 && Root(whole) != Root(found.group)) found.group = whole;
    }
  }

  // The last and the first words of people's names, the last words of places and bodies with a place before.
  void IndexParts() {
    for (size_t at = 0; at < found_.size(); ++at) {
      const Found& found = found_[at];
      const std::string_view text = found.text();
      const size_t space = text.rfind(' ');
      if (found.candidate->form != NameForm::kFull || space == std::string_view::npos) continue;
      const EntityType type = found.candidate->type;
      if (type != EntityType::kPerson && type != EntityType::kPlace && type != EntityType::kOrganization) {
        continue;
      }
      parts_[{type, std::string(text.substr(space + 1))}].push_back(at);
      if (type == EntityType::kPerson) {
        parts_[{type, std::string(text.substr(0, text.find(' ')))}].push_back(at);
      }
    }
  }

  // The group of the longer name that found_[at] is a part of: the nearest before it, else the first after; -1 when none.
  int WholeOf(size_t at) const {
    const auto part = parts_.find({found_[at].candidate->type, std::string(found_[at].text())});
    if (part == parts_.end()) return -1;
    const auto after = std::lower_bound(part->second.begin(), part->second.end(), at);
    return found_[after == part->second.begin() ? *after : *std::prev(after)].group;
  }

  void JoinGlosses() {
    size_t at = 0;
    for (const DecidedSentence& sentence : sentences_) {
      const size_t first = at;
      while (at < found_.size() && found_[at].names == sentence.names) ++at;
      for (const Gloss& gloss : sentence.glosses) {
        const Found* name = Find(first, at, gloss.name);
        const Found* other = Find(first, at, gloss.other);
        if (name != nullptr && other != nullptr) Join(name->group, other->group);
      }
    }
  }

  const Found* Find(size_t first, size_t last, TextSpan span) const {
    const auto end = found_.begin() + static_cast<std::ptrdiff_t>(last);
    const auto at =
        std::lower_bound(found_.begin() + static_cast<std::ptrdiff_t>(first), end, span.begin,
                         [](const Found& found, int begin) { return found.candidate->span.begin < begin; });
    return at != end && at->candidate->span == span ? &*at : nullptr;
  }

  // 중기중앙회 and 중소기업중앙회, when exactly one longer name fits. Bodies alike in their first syllable are few.
  void JoinContractions() {
    std::map<std::string, std::map<std::string, int>> by_initial;
    for (const Found& found : found_) {
      if (found.candidate->type != EntityType::kOrganization || found.candidate->form != NameForm::kFull) {
        continue;
      }
      const std::string text(found.text());
      by_initial[text.substr(0, 3)].emplace(text, found.group);
    }
    constexpr size_t kMostBodies = 64;
    for (const auto& [initial, bodies] : by_initial) {
      if (bodies.size() > kMostBodies) continue;
      for (const auto& [brief, group] : bodies) {
        int fits = 0;
        int full_group = -1;
        for (const auto& [full, other] : bodies) {
          if (Root(other) == Root(group) || !IsContraction(brief, full)) continue;
          ++fits;
          full_group = other;
        }
        if (fits == 1) Join(group, full_group);
      }
    }
  }

  int ResolveShort(size_t at) {
    switch (found_[at].candidate->form) {
      case NameForm::kSurnameTitle:
        return NearestPerson(at, [this, at](const Found& person) {
          return FitsSurname(person, *found_[at].candidate, found_[at].text());
        });
      case NameForm::kTitle:
        return OnlyHolder(at);
      case NameForm::kPronoun:
        return found_[at].quoted ? -1 : NearestSubject(at, EntityType::kPerson);
      case NameForm::kSameBody:
        return NearestSubject(at, EntityType::kOrganization);
      case NameForm::kFull:
        break;
    }
    return -1;
  }

  bool HasTitle(const Found& person, std::string_view title) const {
    const auto titles = titles_.find(person.text());
    if (titles == titles_.end()) return false;
    return std::any_of(titles->second.begin(), titles->second.end(), [title](const std::string& held) {
      return held.ends_with(title) || title.ends_with(held);
    });
  }

  bool FitsSurname(const Found& person, const NameCandidate& brief, std::string_view text) const {
    const std::string_view name = person.text();
    const std::string_view surname = text.substr(0, text.find(' '));
    const bool korean = name.find(' ') == std::string_view::npos && name.starts_with(surname) &&
                        name.size() > surname.size() && name.size() <= 12;
    const bool last = name.ends_with(" " + std::string(surname));
    if (!korean && !last) return false;
    return brief.title == "씨" || HasTitle(person, brief.title);
  }

  // The nearest full person before `at` that fits, else the first after.
  template <typename Fits>
  int NearestPerson(size_t at, Fits fits) const {
    const auto is = [&](const Found& found) {
      return found.candidate->form == NameForm::kFull && found.candidate->type == EntityType::kPerson &&
             fits(found);
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
      const Found& found = found_[back];
      if (found.candidate->form != NameForm::kFull || found.candidate->type != EntityType::kPerson ||
          !HasTitle(found, title)) {
        continue;
      }
      if (holder >= 0 && Root(holder) != Root(found.group)) return -1;
      holder = found.group;
    }
    return holder;
  }

  // The nearest subject of that type before `at`; a person who is none only when named one sentence before at most.
  int NearestSubject(size_t at, EntityType type) const {
    const Found& brief = found_[at];
    int nearest = -1;
    constexpr size_t kReach = 200;
    for (size_t back = at; back-- > 0 && at - back < kReach;) {
      const Found& found = found_[back];
      const int distance = brief.names->index - found.names->index;
      if (found.names->sentence->part != brief.names->sentence->part || distance > kPronounReach) break;
      if (found.candidate->type != type || found.group < 0 || found.quoted) continue;
      // 감독은 그를 칭찬했다: an object is another than the subject of its sentence.
      if (distance == 0 && found.subject && !brief.subject) continue;
      if (found.subject) return found.group;
      if (nearest < 0 && distance <= 1 && type == EntityType::kPerson) nearest = found.group;
    }
    return nearest;
  }

  void Emit(NamedArticle& article) {
    std::map<int, int> referents;
    for (const Found& found : found_) {
      if (found.group < 0) continue;
      const auto [at, added] =
          referents.try_emplace(Root(found.group), static_cast<int>(article.referents.size()));
      if (added) article.referents.emplace_back().type = found.candidate->type;
      Referent& referent = article.referents[at->second];
      AddForm(found, referent);
      article.mentions.push_back(
          {.at = {found.names->index, found.candidate->span}, .type = referent.type, .referent = at->second});
    }
    std::map<std::string, int> equal;
    for (Referent& referent : article.referents) {
      referent.ordinal = equal[NormalizeName(referent.canonical)]++;
    }
  }

  // Pronouns and titles alone are nobody's name.
  static void AddForm(const Found& found, Referent& referent) {
    const NameForm form = found.candidate->form;
    if (form != NameForm::kFull && form != NameForm::kSurnameTitle) return;
    const std::string text(found.text());
    if (std::find(referent.forms.begin(), referent.forms.end(), text) == referent.forms.end()) {
      referent.forms.push_back(text);
    }
    if (form == NameForm::kFull && IsFuller(text, referent.canonical)) referent.canonical = text;
  }

  // The name that aliases stand for is fuller than any alias; else the longer one.
  static bool IsFuller(const std::string& a, const std::string& b) {
    if (b.empty()) return true;
    const std::string_view alias_a = Names().AliasOf(NormalizeName(a));
    const std::string_view alias_b = Names().AliasOf(NormalizeName(b));
    if (!alias_b.empty() && NormalizeName(alias_b) == NormalizeName(a)) return true;
    if (!alias_a.empty() && NormalizeName(alias_a) == NormalizeName(b)) return false;
    if (IsLatin(a) != IsLatin(b)) return IsLatin(b);
    return CountRunes(a) > CountRunes(b);
  }

  const std::vector<DecidedSentence>& sentences_;
  std::vector<Found> found_;
  std::vector<int> parent_;
  std::map<std::pair<EntityType, std::string>, int> groups_;
  std::map<std::pair<EntityType, std::string>, std::vector<size_t>> parts_;
  std::map<std::string, std::set<std::string>, std::less<>> titles_;
};

}  // namespace

void BindReferents(const std::vector<DecidedSentence>& sentences, NamedArticle& article) {
  Binder(sentences).Bind(article);
}

}  // namespace sillok::ingest
