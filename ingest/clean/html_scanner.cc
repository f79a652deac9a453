#include "ingest/clean/html_scanner.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

// Attributes keep this much; more is data, not a hint.
constexpr size_t kMaxAttributeBytes = 2048;
constexpr size_t kMaxStyleBytes = 200;
constexpr size_t kMaxTagNameBytes = 16;

constexpr std::array<std::string_view, static_cast<size_t>(HtmlAttribute::kCount)> kAttributeNames = {
    "class", "id", "itemprop", "property", "name", "content", "datetime", "type", "rel", "href", "hidden"};

bool IsSpace(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

bool EqualsLower(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return absl::ascii_tolower(a) == b; });
}

// True for display:none, with or without spaces.
bool HidesItself(std::string_view style) {
  style = style.substr(0, kMaxStyleBytes);
  for (size_t at = style.find(':'); at != style.npos; at = style.find(':', at + 1)) {
    size_t begin = at;
    while (begin > 0 && IsSpace(style[begin - 1])) --begin;
    if (begin < 7 || !EqualsLower(style.substr(begin - 7, 7), "display")) continue;
    size_t value = at + 1;
    while (value < style.size() && IsSpace(style[value])) ++value;
    if (EqualsLower(style.substr(value, 4), "none")) return true;
  }
  return false;
}

}  // namespace

void HtmlAttributes::Add(HtmlAttribute name, std::string_view value) {
  const auto index = static_cast<size_t>(name);
  if (has_[index]) return;
  has_[index] = true;
  values_[index] = TruncateUtf8(value, kMaxAttributeBytes);
}

bool HtmlScanner::Next(HtmlToken& token) {
  while (at_ < in_.size()) {
    const size_t mark = std::min(in_.find('<', at_), in_.size());
    if (mark > at_) {
      token.kind = HtmlToken::kText;
      token.text = in_.substr(at_, mark - at_);
      at_ = mark;
      return true;
    }
    if (Markup(token)) return true;
  }
  return false;
}

// At a '<'. False when nothing of it is shown.
bool HtmlScanner::Markup(HtmlToken& token) {
  const char next = at_ + 1 < in_.size() ? in_[at_ + 1] : '\0';
  if (in_.substr(at_, 4) == "<!--") {
    SkipBehind("-->", 4);
    return false;
  }
  if (in_.substr(at_, 9) == "<![CDATA[") {
    SkipBehind("]]>", 9);
    return false;
  }
  if (next == '!' || next == '?') {
    SkipBehind(">", 2);
    return false;
  }
  if (next == '/' && at_ + 2 < in_.size() && absl::ascii_isalpha(in_[at_ + 2])) {
    at_ += 2;
    token.kind = HtmlToken::kEnd;
    token.tag = &TakeTag();
    SkipBehind(">", 0);
    return true;
  }
  if (absl::ascii_isalpha(next)) return Start(token);
  token.kind = HtmlToken::kText;
  token.text = in_.substr(at_++, 1);
  return true;
}

bool HtmlScanner::Start(HtmlToken& token) {
  ++at_;
  const HtmlTag& tag = TakeTag();
  token.kind = HtmlToken::kStart;
  token.tag = &tag;
  token.attributes.Clear();
  TakeAttributes(token.attributes);
  switch (tag.kind) {
    case TagKind::kIgnored:
      return false;
    case TagKind::kSkip:
      if (!self_closing_ && FindEnd(tag) != in_.npos) (void)TakeInside(tag);
      token.kind = HtmlToken::kGap;
      return true;
    case TagKind::kScript:
      token.text = TakeInside(tag);
      return token.attributes[HtmlAttribute::kType].find("ld+json") != in_.npos;
    case TagKind::kTitle: {
      if (FindEnd(tag) == in_.npos) return false;
      const bool first = !titled_;
      titled_ = true;
      token.text = TakeInside(tag);
      return first;
    }
    default:
      return true;
  }
}

void HtmlScanner::SkipBehind(std::string_view mark, size_t from) {
  const size_t found = in_.find(mark, at_ + from);
  at_ = found == in_.npos ? in_.size() : found + mark.size();
}

const HtmlTag& HtmlScanner::TakeTag() {
  std::array<char, kMaxTagNameBytes> name;
  size_t length = 0;
  for (; at_ < in_.size() && !IsSpace(in_[at_]) && in_[at_] != '>' && in_[at_] != '/'; ++at_) {
    if (length < name.size()) name[length++] = absl::ascii_tolower(in_[at_]);
  }
  return FindHtmlTag(std::string_view(name.data(), length));
}

// Reads up to and behind '>'.
void HtmlScanner::TakeAttributes(HtmlAttributes& attributes) {
  self_closing_ = false;
  while (at_ < in_.size() && in_[at_] != '>') {
    if (IsSpace(in_[at_]) || in_[at_] == '/') {
      self_closing_ = in_[at_] == '/';
      ++at_;
      continue;
    }
    self_closing_ = false;
    const size_t begin = at_++;  // an '=' may stand where a name should be
    while (at_ < in_.size() && !IsSpace(in_[at_]) && in_[at_] != '=' && in_[at_] != '>' && in_[at_] != '/') {
      ++at_;
    }
    const std::string_view name = in_.substr(begin, at_ - begin);
    while (at_ < in_.size() && IsSpace(in_[at_])) ++at_;
    std::string_view value;
    if (at_ < in_.size() && in_[at_] == '=') value = TakeValue();
    if (EqualsLower(name, "style") && HidesItself(value)) attributes.Add(HtmlAttribute::kHidden, "");
    for (size_t i = 0; i < kAttributeNames.size(); ++i) {
      if (EqualsLower(name, kAttributeNames[i])) attributes.Add(static_cast<HtmlAttribute>(i), value);
    }
  }
  if (at_ < in_.size()) ++at_;
}

std::string_view HtmlScanner::TakeValue() {
  ++at_;
  while (at_ < in_.size() && IsSpace(in_[at_])) ++at_;
  if (at_ == in_.size()) return {};
  const char quote = in_[at_];
  if (quote == '"' || quote == '\'') {
    const size_t begin = ++at_;
    const size_t end = std::min(in_.find(quote, begin), in_.size());
    at_ = std::min(end + 1, in_.size());
    return in_.substr(begin, end - begin);
  }
  const size_t begin = at_;
  while (at_ < in_.size() && !IsSpace(in_[at_]) && in_[at_] != '>') ++at_;
  return in_.substr(begin, at_ - begin);
}

// What is in the element whose start has been read; goes on behind its end, or at the end of the page.
std::string_view HtmlScanner::TakeInside(const HtmlTag& tag) {
  const size_t begin = at_;
  at_ = std::min(FindEnd(tag), in_.size());
  const std::string_view inside = in_.substr(begin, at_ - begin);
  if (at_ < in_.size()) SkipBehind(">", 0);
  return inside;
}

// The place of the end tag from here on.
size_t HtmlScanner::FindEnd(const HtmlTag& tag) {
  if (endless_[tag.id]) return in_.npos;
  for (size_t at = at_; (at = in_.find("</", at)) != in_.npos; at += 2) {
    if (EqualsLower(in_.substr(at + 2, tag.name.size()), tag.name)) return at;
  }
  endless_[tag.id] = true;
  return in_.npos;
}

}  // namespace sillok::ingest
