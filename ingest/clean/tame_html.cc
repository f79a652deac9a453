#include "ingest/clean/tame_html.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "ingest/clean/html_tags.h"

namespace sillok::ingest {
namespace {

// Attributes keep this much; more is data, not a hint.
constexpr size_t kMaxAttributeBytes = 2048;

bool IsKeptAttribute(std::string_view name) {
  static const auto* const kept = new std::unordered_set<std::string_view>{
      "class", "id", "itemprop", "property", "name", "content", "datetime", "type", "rel", "href", "hidden"};
  return kept->contains(name);
}

char Lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte; }
bool IsSpace(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}
bool IsLetter(char byte) { return Lower(byte) >= 'a' && Lower(byte) <= 'z'; }

std::string LowerAll(std::string_view text) {
  std::string lower(text);
  for (char& byte : lower) byte = Lower(byte);
  return lower;
}

class Tamer {
 public:
  explicit Tamer(std::string_view html) : in_(html) { out_.html.reserve(html.size()); }

  TamedHtml Run() {
    while (at_ < in_.size()) {
      const size_t tag = std::min(in_.find('<', at_), in_.size());
      out_.html.append(in_.substr(at_, tag - at_));
      at_ = tag;
      if (at_ < in_.size()) Markup();
    }
    return std::move(out_);
  }

 private:
  // At a '<'.
  void Markup() {
    const char next = at_ + 1 < in_.size() ? in_[at_ + 1] : '\0';
    if (in_.substr(at_, 4) == "<!--") {
      SkipBehind("-->", 4);
    } else if (in_.substr(at_, 9) == "<![CDATA[") {
      SkipBehind("]]>", 9);
    } else if (next == '!' || next == '?') {
      SkipBehind(">", 2);
    } else if (next == '/' && at_ + 2 < in_.size() && IsLetter(in_[at_ + 2])) {
      at_ += 2;
      const std::string name = TakeName();
      SkipBehind(">", 0);
      End(FindHtmlTag(name));
    } else if (IsLetter(next)) {
      ++at_;
      const std::string name = TakeName();
      attributes_.clear();
      TakeAttributes();
      Start(FindHtmlTag(name));
    } else {
      out_.html += "&lt;";
      ++at_;
    }
  }

  void SkipBehind(std::string_view mark, size_t from) {
    const size_t found = in_.find(mark, at_ + from);
    at_ = found == in_.npos ? in_.size() : found + mark.size();
  }

  std::string TakeName() {
    const size_t begin = at_;
    while (at_ < in_.size() && !IsSpace(in_[at_]) && in_[at_] != '>' && in_[at_] != '/') ++at_;
    return LowerAll(in_.substr(begin, std::min<size_t>(at_ - begin, 32)));
  }

  // Reads up to and behind '>'; what is kept is written into attributes_.
  void TakeAttributes() {
    seen_.clear();
    self_closing_ = false;
    while (at_ < in_.size() && in_[at_] != '>') {
      if (IsSpace(in_[at_]) || in_[at_] == '/') {
        self_closing_ = in_[at_] == '/';
        ++at_;
        continue;
      }
      self_closing_ = false;
      const size_t begin = at_;
      at_ = std::min(in_.find_first_of(" \n\t\r\f=>/", at_), in_.size());
      if (at_ == begin) ++at_;  // an '=' where a name should be
      std::string name = LowerAll(in_.substr(begin, std::min<size_t>(at_ - begin, 32)));
      while (at_ < in_.size() && IsSpace(in_[at_])) ++at_;
      std::string_view value;
      if (at_ < in_.size() && in_[at_] == '=') value = TakeValue();
      Keep(std::move(name), value);
    }
    if (at_ < in_.size()) ++at_;
  }

  std::string_view TakeValue() {
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

  void Keep(std::string name, std::string_view value) {
    if (name == "style") {
      const std::string style = LowerAll(value.substr(0, 200));
      if (style.find("display:none") == style.npos && style.find("display: none") == style.npos) return;
      name = "hidden";
      value = {};
    }
    if (!IsKeptAttribute(name) || !seen_.insert(name).second) return;
    value = value.substr(0, kMaxAttributeBytes);
    const char quote = value.find('"') == value.npos ? '"' : '\'';
    if (value.find(quote) != value.npos) return;
    attributes_ += ' ';
    attributes_ += name;
    attributes_ += '=';
    attributes_ += quote;
    attributes_.append(value);
    attributes_ += quote;
  }

  void Start(const HtmlTag& tag) {
    switch (tag.kind) {
      case TagKind::kBreak:
        out_.html += "<br>";
        return;
      case TagKind::kVoid:
        Write("<", tag.written, attributes_);
        return;
      case TagKind::kSkip:
        if (!self_closing_) SkipElement(tag);
        out_.html += ' ';
        return;
      case TagKind::kScript:
        Script();
        return;
      case TagKind::kTitle:
        Title();
        return;
      case TagKind::kBlock:
      case TagKind::kInline:
        break;
      default:
        return;
    }
    if (tag.kind == TagKind::kBlock) CloseImplied(tag);
    if (open_.size() >= kMaxHtmlDepth) {
      out_.capped = true;
      ++dropped_[tag.id];
      if (tag.kind == TagKind::kBlock) out_.html += "<br>";
      return;
    }
    Write("<", tag.written, attributes_);
    open_.push_back(&tag);
    ++counts_[tag.id];
  }

  void End(const HtmlTag& tag) {
    if (tag.kind == TagKind::kBreak) out_.html += "<br>";
    if (tag.kind != TagKind::kBlock && tag.kind != TagKind::kInline) return;
    if (dropped_[tag.id] > 0) {
      --dropped_[tag.id];
      if (tag.kind == TagKind::kBlock) out_.html += "<br>";
      return;
    }
    if (counts_[tag.id] == 0) return;
    // What is inline ends within its block, what is in a cell within its cell.
    size_t depth = open_.size();
    while (depth > 0 && open_[depth - 1] != &tag) {
      const HtmlTag& above = *open_[depth - 1];
      if (tag.kind == TagKind::kInline && above.kind == TagKind::kBlock) return;
      if ((above.group == TagGroup::kCell || above.group == TagGroup::kTable) &&
          tag.group != TagGroup::kCell && tag.group != TagGroup::kRow && tag.group != TagGroup::kTable) {
        return;
      }
      --depth;
    }
    if (depth > 0) PopTo(depth - 1);
  }

  // Closes the paragraph, item or cell that the start of a block ends.
  void CloseImplied(const HtmlTag& tag) {
    while (true) {
      size_t depth = open_.size();
      while (depth > 0 && open_[depth - 1]->kind == TagKind::kInline) --depth;
      if (depth == 0) return;
      const TagGroup open = open_[depth - 1]->group;
      const bool same = open != TagGroup::kNone && open != TagGroup::kTable && open == tag.group;
      const bool ended =
          same || open == TagGroup::kParagraph || (open == TagGroup::kCell && tag.group == TagGroup::kRow);
      if (!ended) return;
      PopTo(depth - 1);
    }
  }

  void PopTo(size_t depth) {
    while (open_.size() > depth) {
      const HtmlTag& tag = *open_.back();
      Write("</", tag.written, "");
      --counts_[tag.id];
      open_.pop_back();
    }
  }

  void Write(std::string_view open, std::string_view name, std::string_view attributes) {
    out_.html.append(open).append(name).append(attributes).append(">");
  }

  // The place of "</name" from here on; npos once it has not been found, so that nobody looks twice.
  size_t FindEnd(const HtmlTag& tag) {
    if (endless_.contains(tag.id)) return in_.npos;
    for (size_t at = at_; (at = in_.find("</", at)) != in_.npos; at += 2) {
      const std::string_view name = in_.substr(at + 2, tag.written.size());
      if (std::equal(name.begin(), name.end(), tag.written.begin(), tag.written.end(),
                     [](char a, char b) { return Lower(a) == b; })) {
        return at;
      }
    }
    endless_.insert(tag.id);
    return in_.npos;
  }

  void SkipElement(const HtmlTag& tag) {
    const size_t end = FindEnd(tag);
    if (end == in_.npos) return;
    at_ = end;
    SkipBehind(">", 0);
  }

  void Script() {
    const HtmlTag& tag = FindHtmlTag("script");
    const size_t end = std::min(FindEnd(tag), in_.size());
    if (attributes_.find("ld+json") != attributes_.npos) {
      Write("<", "script", attributes_);
      out_.html.append(in_.substr(at_, end - at_)).append("</script>");
    }
    at_ = end;
    if (at_ < in_.size()) SkipBehind(">", 0);
  }

  // Only the first one is the page's.
  void Title() {
    const size_t end = FindEnd(FindHtmlTag("title"));
    if (end == in_.npos) return;
    if (!titled_) {
      out_.html.append("<title>").append(in_.substr(at_, end - at_)).append("</title>");
    }
    titled_ = true;
    at_ = end;
    SkipBehind(">", 0);
  }

  std::string_view in_;
  size_t at_ = 0;
  TamedHtml out_;
  std::string attributes_;
  std::unordered_set<std::string> seen_;
  bool self_closing_ = false;
  bool titled_ = false;
  std::vector<const HtmlTag*> open_;
  std::array<size_t, kMaxHtmlTags> counts_{};
  std::array<size_t, kMaxHtmlTags> dropped_{};
  std::unordered_set<size_t> endless_;
};

}  // namespace

TamedHtml TameHtml(std::string_view html) { return Tamer(html).Run(); }

}  // namespace sillok::ingest
