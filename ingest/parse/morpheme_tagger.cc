#include "ingest/parse/morpheme_tagger.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "common/text/hash.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

// MeCab's node lengths are 16 bits wide and its time for an unbroken run of one script grows with the square
// of the run: a long sentence goes in by pieces, cut at spaces, and a word nobody would write is cut as well.
constexpr size_t kLongestPiece = 4096;  // bytes
constexpr size_t kLongestWord = 512;    // bytes

// The end of the piece of `text` that begins at `begin`. A piece begins with the space it was cut at, so that
// MeCab sees it.
size_t PieceEnd(std::string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size()) {
    const size_t word_end = std::min(text.find(' ', end + 1), text.size());
    if (word_end - end > kLongestWord) {
      if (end > begin) return end;
      return begin + TruncateUtf8(text.substr(begin), kLongestWord).size();
    }
    if (word_end - begin > kLongestPiece) return end;
    end = word_end;
  }
  return end;
}

// The next column of mecab-ko-dic's feature, taken from its front. Columns say "*" for nothing.
std::string_view TakeColumn(std::string_view& feature) {
  const size_t comma = feature.find(',');
  const std::string_view column = feature.substr(0, comma);
  feature.remove_prefix(comma == std::string_view::npos ? feature.size() : comma + 1);
  return column == "*" ? std::string_view() : column;
}

bool IsPredicateTag(std::string_view tag) {
  return tag.starts_with('V') || tag.starts_with("XSV") || tag.starts_with("XSA");
}

// The first part of an inflected predicate's expression ("밝히/VV/*+었/EP/*"). `rest`: the columns after the
// semantic class: final consonant, reading, type, first tag, last tag, expression.
std::string_view Lemma(std::string_view tag, std::string_view rest) {
  constexpr int kColumnsBefore = 5;
  if (!IsPredicateTag(tag) || tag.find('+') == std::string_view::npos) return {};
  for (int i = 0; i < kColumnsBefore; ++i) (void)TakeColumn(rest);
  const std::string_view expression = TakeColumn(rest);
  return expression.substr(0, expression.find('/'));
}

// Size and first block of the dictionary's parts, and its configuration: 100 MB need not be read to tell
// versions apart.
std::string DictionaryId(const std::filesystem::path& folder) {
  constexpr size_t kBlock = 4096;
  std::string seen;
  for (const char* name : {"sys.dic", "unk.dic", "matrix.bin", "char.bin", "dicrc"}) {
    std::error_code ignored;
    std::ifstream file(folder / name, std::ios::binary);
    std::string block(kBlock, '\0');
    file.read(block.data(), kBlock);
    block.resize(file.gcount());
    absl::StrAppend(&seen, name, ":", std::filesystem::file_size(folder / name, ignored), ":", block, "\n");
  }
  return HashId({seen});
}

absl::Status NoDictionary(const std::string& folder, const std::string& why) {
  return absl::InvalidArgumentError(absl::StrCat(
      "MeCab dictionary folder '", folder, "': ", why,
      "; give a folder with a compiled mecab-ko-dic (sys.dic, matrix.bin, char.bin, unk.dic, dicrc)"));
}

}  // namespace

absl::StatusOr<std::unique_ptr<MorphemeTagger>> MorphemeTagger::Open(const std::string& dictionary) {
  for (const char* name : {"sys.dic", "unk.dic", "matrix.bin", "char.bin", "dicrc"}) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(std::filesystem::path(dictionary) / name, ignored)) {
      return NoDictionary(dictionary, absl::StrCat("there is no ", name, " in it"));
    }
  }
  // The dictionary comes without a mecabrc, and none of the machine's shall change what is read.
  std::array<std::string, 5> arguments = {"mecab", "-r", "/dev/null", "-d", dictionary};
  std::array<char*, 5> pointers{};
  for (size_t i = 0; i < arguments.size(); ++i) pointers[i] = arguments[i].data();
  std::unique_ptr<MeCab::Model> model(MeCab::createModel(static_cast<int>(pointers.size()), pointers.data()));
  if (model == nullptr) {
    return NoDictionary(dictionary, absl::StrCat("MeCab cannot read it: ", MeCab::getLastError()));
  }
  const std::string_view charset = model->dictionary_info()->charset;
  if (charset != "UTF-8" && charset != "utf-8" && charset != "utf8") {
    return NoDictionary(dictionary, absl::StrCat("it is coded in ", std::string(charset), ", not UTF-8"));
  }
  std::unique_ptr<MorphemeTagger> tagger(new MorphemeTagger(std::move(model)));
  if (tagger->tagger_ == nullptr) return NoDictionary(dictionary, "MeCab cannot make a tagger of it");
  tagger->fingerprint_ =
      absl::StrCat("mecab-", MeCab::Model::version(), "-", DictionaryId(dictionary).substr(0, 12));
  return tagger;
}

MorphemeTagger::MorphemeTagger(std::unique_ptr<MeCab::Model> model)
    : model_(std::move(model)), tagger_(model_->createTagger()) {}

std::unique_ptr<MeCab::Lattice> MorphemeTagger::Borrow() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<MeCab::Lattice> lattice = std::move(idle_.back());
      idle_.pop_back();
      return lattice;
    }
  }
  return std::unique_ptr<MeCab::Lattice>(model_->createLattice());
}

void MorphemeTagger::GiveBack(std::unique_ptr<MeCab::Lattice> lattice) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(lattice));
}

std::vector<Morpheme> MorphemeTagger::Tag(std::string_view sentence) {
  constexpr size_t kBytesPerMorpheme = 5;  // about, in news
  std::vector<Morpheme> morphemes;
  morphemes.reserve(sentence.size() / kBytesPerMorpheme + 1);
  std::unique_ptr<MeCab::Lattice> lattice = Borrow();
  for (size_t begin = 0; begin < sentence.size();) {
    const size_t end = PieceEnd(sentence, begin);
    lattice->set_sentence(sentence.data() + begin, end - begin);
    if (tagger_->parse(lattice.get())) {
      // The features lie all over a large dictionary: they are fetched together rather than one after the other.
      for (const MeCab::Node* node = lattice->bos_node()->next; node->next != nullptr; node = node->next) {
        __builtin_prefetch(node->feature);
      }
      for (const MeCab::Node* node = lattice->bos_node()->next; node->next != nullptr; node = node->next) {
        std::string_view feature(node->feature);
        const int at = static_cast<int>(node->surface - sentence.data());
        Morpheme& morpheme = morphemes.emplace_back();
        morpheme.span = {at, at + node->length};
        morpheme.tag = TakeColumn(feature);
        morpheme.semantic = TakeColumn(feature);
        morpheme.lemma = Lemma(morpheme.tag, feature);
        morpheme.known = node->stat != MECAB_UNK_NODE;
        morpheme.space_before = node->rlength != node->length;
      }
    }
    begin = end;
  }
  GiveBack(std::move(lattice));
  return morphemes;
}

}  // namespace sillok::ingest
