// Where tests find the MeCab dictionary.
#pragma once

#include <cstdlib>
#include <string>

namespace sillok {

// SILLOK_MECAB_DICTIONARY, else the folder deploy/quickstart.sh installs it to.
[[nodiscard]] inline std::string MecabDictionary() {
  const char* folder = std::getenv("SILLOK_MECAB_DICTIONARY");
  return folder != nullptr ? folder : "/usr/local/share/sillok/mecab-ko-dic";
}

}  // namespace sillok
