// A page that Korean news might have, made up by dice: of few people, bodies, days and sentences, so that pages meet.
//
//   Dice dice(7);
//   const v1::RawArticle page = MakePage(dice);   // without an id and without a fetch time
#pragma once

#include "sillok/v1/article.pb.h"
#include "tests/property/dice.h"

namespace sillok {

[[nodiscard]] v1::RawArticle MakePage(Dice& dice);

}  // namespace sillok
