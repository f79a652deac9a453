#include "ingest/extract/speaker_labels.h"

#include <string>
#include <string_view>

#include "common/text/hangul.h"

namespace sillok::ingest {
namespace {

// [이름/직함] as a line of its own.
bool IsLabel(std::string_view line) { return line.starts_with('[') && line.ends_with(']'); }

}  // namespace

SpeakerLabels::SpeakerLabels(const NamedArticle& named, const ArticleClauses& clauses)
    : named_(named), parsed_(named.dated.parsed), clauses_(clauses) {
  const CleanArticle& clean = parsed_.clean;
  const auto& heads = clean.sources.subtitles;
  const auto& body = clean.sources.body;
  labels_.assign(clean.body.size(), -1);
  LabelFromBody();
  if (heads.size() != clean.subtitles.size() || body.size() != clean.body.size()) return;
  std::vector<int> label_of(heads.size(), -1);  // subtitle → its sentence when it is a label
  for (int s = 0; s < static_cast<int>(parsed_.sentences.size()); ++s) {
    const Sentence& sentence = parsed_.sentences[s];
    if (sentence.part == Part::kBody) break;
    if (sentence.part == Part::kSubtitle && IsLabel(sentence.text)) label_of[sentence.paragraph] = s;
  }
  size_t head = 0;
  for (size_t p = 0; p < body.size(); ++p) {
    const size_t after = p == 0 ? 0 : body[p - 1].begin;
    for (; head < heads.size() && heads[head].begin < body[p].begin; ++head) {
      if (heads[head].begin >= after) labels_[p] = label_of[head];
    }
  }
}

// The same as a paragraph of the running text.
void SpeakerLabels::LabelFromBody() {
  const std::vector<Sentence>& sentences = parsed_.sentences;
  for (size_t s = 0; s + 1 < sentences.size(); ++s) {
    if (sentences[s].part != Part::kBody || !IsLabel(sentences[s].text)) continue;
    const int next = sentences[s].paragraph + 1;
    const bool alone = s == 0 || sentences[s - 1].part != Part::kBody ||
                       sentences[s - 1].paragraph != sentences[s].paragraph;
    if (alone && sentences[s + 1].paragraph == next && next < static_cast<int>(labels_.size())) {
      labels_[next] = static_cast<int>(s);
    }
  }
}

bool SpeakerLabels::Stands(int s) const {
  const Sentence& sentence = parsed_.sentences[s];
  return sentence.part == Part::kBody && labels_[sentence.paragraph] >= 0;
}

// The person of the line [이름/직함] above the paragraph.
Subject SpeakerLabels::SpeakerOf(int s) const {
  const Sentence& sentence = parsed_.sentences[s];
  if (!Stands(s)) return {};
  const SentenceClauses& in = clauses_.sentences[labels_[sentence.paragraph]];
  for (int m = in.mention_begin; m < in.mention_end; ++m) {
    const Mention& mention = named_.mentions[m];
    if (mention.type != EntityType::kPerson) continue;
    return {.referent = mention.referent,
            .type = mention.type,
            .text = std::string(mention.at.span.In(parsed_.sentences[mention.at.sentence].text)),
            .phrase = -1};
  }
  // [이웃 주민/음성변조]; [현장음] is nobody.
  std::string_view label = parsed_.sentences[labels_[sentence.paragraph]].text;
  label = label.substr(1);
  const size_t mark = label.find_first_of("/(]");
  const bool job = label.substr(mark).starts_with('/');
  label = label.substr(0, mark);
  while (label.ends_with(' ')) label.remove_suffix(1);
  const bool name = job && label.size() == 3 * kSyllableBytes && IsHangulWord(label);  // [차미선/가게 직원]
  if (!name && !IsSpeakerNoun(label)) return {};
  return {.referent = -1, .type = EntityType::kPerson, .text = std::string(label), .phrase = -1};
}

}  // namespace sillok::ingest
