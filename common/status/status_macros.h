// The two macros of the project: passing a failed status up.
//
//   SILLOK_RETURN_IF_ERROR(store.Put(key, value));
//   SILLOK_ASSIGN_OR_RETURN(Record record, store.Get(key));
#pragma once

#include <utility>

#define SILLOK_RETURN_IF_ERROR(expression)                        \
  do {                                                            \
    if (auto sillok_status = (expression); !sillok_status.ok()) { \
      return sillok_status;                                       \
    }                                                             \
  } while (false)

#define SILLOK_CONCAT_INNER(a, b) a##b
#define SILLOK_CONCAT(a, b) SILLOK_CONCAT_INNER(a, b)
// The declaration cannot stand in parentheses. NOLINTBEGIN(bugprone-macro-parentheses)
#define SILLOK_ASSIGN_OR_RETURN(declaration, expression)                \
  auto SILLOK_CONCAT(sillok_result_, __LINE__) = (expression);          \
  if (!SILLOK_CONCAT(sillok_result_, __LINE__).ok()) {                  \
    return std::move(SILLOK_CONCAT(sillok_result_, __LINE__)).status(); \
  }                                                                     \
  declaration = *std::move(SILLOK_CONCAT(sillok_result_, __LINE__))
// NOLINTEND(bugprone-macro-parentheses)
