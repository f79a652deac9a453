#include "query/view/row_walk.h"

#include <iterator>
#include <optional>

#include "common/store/slice.h"

namespace sillok::query {
namespace {

using Position = WrittenRows::Position;

// One way through all layers.
class Walk {
 public:
  Walk(rocksdb::Iterator& stored, std::string_view prefix, bool back)
      : stored_(stored), prefix_(prefix), back_(back) {}

  // From this position on, or from the one before it when it goes back.
  void Over(const WrittenRows& layer, Position from) {
    layers_.push_back({from, back_ ? layer.begin() : layer.end()});
  }

  void Visit(const Rows::Visitor& visit) {
    while (true) {
      const std::optional<std::string_view> stored = StoredKey();
      if (const Layer* layer = Choose(stored); layer != nullptr) {
        const Position row = RowOf(*layer);
        if (row->value().has_value() && !visit(row->key(), *row->value())) return;
        Pass(row->key(), stored);
      } else {
        if (!stored.has_value() || !visit(*stored, ViewOf(stored_.value()))) return;
        Step();
      }
    }
  }

 private:
  struct Layer {
    Position next;  // behind the next row when the walk goes back
    Position end;
  };

  [[nodiscard]] Position RowOf(const Layer& layer) const {
    return back_ ? std::prev(layer.next) : layer.next;
  }

  // The next row's key; none where the walk ends.
  [[nodiscard]] std::optional<std::string_view> KeyOf(const Layer& layer) const {
    if (layer.next == layer.end) return std::nullopt;
    const std::string_view key = RowOf(layer)->key();
    return key.starts_with(prefix_) ? std::optional(key) : std::nullopt;
  }

  [[nodiscard]] std::optional<std::string_view> StoredKey() const {
    if (!stored_.Valid() || !stored_.key().starts_with(SliceOf(prefix_))) return std::nullopt;
    return ViewOf(stored_.key());
  }

  // Of the next rows the first one in the walk's order, the newest of equals; null when it is the store's.
  [[nodiscard]] const Layer* Choose(std::optional<std::string_view> stored) const {
    const Layer* chosen = nullptr;
    std::optional<std::string_view> first = stored;
    for (const Layer& layer : layers_) {
      const std::optional<std::string_view> key = KeyOf(layer);
      if (!key.has_value()) continue;
      const int order = !first.has_value() ? -1 : back_ ? first->compare(*key) : key->compare(*first);
      if (order > 0 || (order == 0 && chosen != nullptr)) continue;
      chosen = &layer;
      first = key;
    }
    return chosen;
  }

  // Goes past the row of a layer, and past those that it hides.
  void Pass(std::string_view key, std::optional<std::string_view> stored) {
    for (Layer& layer : layers_) {
      if (KeyOf(layer) == key) layer.next = back_ ? RowOf(layer) : std::next(layer.next);
    }
    if (stored == key) Step();
  }

  void Step() { back_ ? stored_.Prev() : stored_.Next(); }

  rocksdb::Iterator& stored_;
  const std::string_view prefix_;
  const bool back_;
  absl::InlinedVector<Layer, 2> layers_;
};

}  // namespace

void WalkRows(const RowLayers& layers, rocksdb::Iterator& stored, std::string_view prefix,
              const Rows::Visitor& visit) {
  Walk walk(stored, prefix, false);
  for (const WrittenRows* layer : layers) walk.Over(*layer, layer->From(prefix));
  stored.Seek(SliceOf(prefix));
  walk.Visit(visit);
}

void WalkRowsBack(const RowLayers& layers, rocksdb::Iterator& stored, std::string_view prefix,
                  std::string_view end, const Rows::Visitor& visit) {
  Walk walk(stored, prefix, true);
  for (const WrittenRows* layer : layers) walk.Over(*layer, end.empty() ? layer->end() : layer->From(end));
  if (end.empty()) {
    stored.SeekToLast();
  } else {
    stored.SeekForPrev(SliceOf(end));
    if (stored.Valid() && ViewOf(stored.key()) == end) stored.Prev();
  }
  walk.Visit(visit);
}

}  // namespace sillok::query
