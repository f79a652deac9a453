#include "query/serve/options.h"

#include <charconv>
#include <utility>

#include "common/status/status_macros.h"

namespace sillok::query {
namespace {

absl::Status Wrong(std::string_view name, std::string_view what) {
  return absl::InvalidArgumentError(std::string("--") + std::string(name) + " " + std::string(what) +
                                    "; see --help");
}

absl::StatusOr<std::string> ReadAddress(std::string_view name, std::string_view value) {
  const size_t colon = value.rfind(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == value.size()) {
    return Wrong(name, "takes HOST:PORT, not '" + std::string(value) + "'");
  }
  return std::string(value);
}

absl::Status ReadCount(std::string_view name, std::string_view value, int least, int& out) {
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number < least) {
    return Wrong(name, "takes a number from " + std::to_string(least) + ", not '" + std::string(value) + "'");
  }
  out = number;
  return absl::OkStatus();
}

absl::Status AddAddresses(std::string_view name, std::string_view list, std::vector<std::string>& out) {
  while (true) {
    const size_t comma = list.find(',');
    SILLOK_ASSIGN_OR_RETURN(std::string address, ReadAddress(name, list.substr(0, comma)));
    out.push_back(std::move(address));
    if (comma == std::string_view::npos) return absl::OkStatus();
    list.remove_prefix(comma + 1);
  }
}

absl::Status SetOption(std::string_view name, std::string_view value, std::vector<std::string>& follow,
                       Options& options) {
  if (name == "follow") return AddAddresses(name, value, follow);
  if (name == "workers") return ReadCount(name, value, 0, options.workers);
  if (name == "queue") return ReadCount(name, value, 1, options.queue);
  if (name == "cache_mib") return ReadCount(name, value, 1, options.cache_mib);
  if (name == "data_dir") {
    options.data_dir = value;
    return absl::OkStatus();
  }
  if (name != "listen") return Wrong(name, "is no option");
  SILLOK_ASSIGN_OR_RETURN(options.listen, ReadAddress(name, value));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Options> ParseOptions(const std::vector<std::string>& arguments) {
  Options options;
  std::vector<std::string> follow;
  for (size_t i = 0; i < arguments.size(); ++i) {
    std::string_view argument = arguments[i];
    if (argument == "--help" || argument == "-h") {
      options.help = true;
      return options;
    }
    if (argument.substr(0, 2) != "--") {
      return absl::InvalidArgumentError("'" + arguments[i] + "' is no option; see --help");
    }
    argument.remove_prefix(2);
    const size_t equals = argument.find('=');
    const std::string_view name = argument.substr(0, equals);
    std::string_view value;
    if (equals != std::string_view::npos) {
      value = argument.substr(equals + 1);
    } else if (i + 1 < arguments.size()) {
      value = arguments[++i];
    } else {
      return Wrong(name, "lacks its value");
    }
    SILLOK_RETURN_IF_ERROR(SetOption(name, value, follow, options));
  }
  if (options.data_dir.empty()) return Wrong("data_dir", "is missing: the folder to keep the view in");
  if (!follow.empty()) options.follow = std::move(follow);
  return options;
}

std::string_view Usage() {
  return R"(sillok-query answers questions about the articles that sillok-ingest has read.

  sillok-query --data_dir=DIR [--listen=HOST:PORT] [--follow=HOST:PORT]...

  --data_dir=DIR       folder of the view; made when absent, can be made again from ingest
  --listen=HOST:PORT   where to answer (127.0.0.1:50052)
  --follow=HOST:PORT   an ingest to follow (127.0.0.1:50051); repeat it, or give a list with commas
  --workers=N          threads that answer (0: one a core, at least 4)
  --queue=N            calls that may wait for a thread (1024)
  --cache_mib=N        blocks of the view kept in memory, MiB (256)
  --help               this

Logs to standard error; SPDLOG_LEVEL=debug shows every call. SIGTERM or SIGINT: health turns NOT_SERVING, running
calls get 5 seconds, then it ends.
)";
}

}  // namespace sillok::query
