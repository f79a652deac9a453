// sillok-load: sends files and folders of pages to sillok-ingest, or has it read again what it holds.
#include <unistd.h>

#include <iostream>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "absl/time/time.h"
#include "grpcpp/grpcpp.h"
#include "ingest/load/loader.h"
#include "ingest/load/page_source.h"
#include "ingest/load/progress.h"
#include "ingest/load/reextract.h"

ABSL_FLAG(std::string, ingest, "127.0.0.1:50051", "HOST:PORT of sillok-ingest.");
ABSL_FLAG(absl::Duration, patience, absl::Seconds(30),
          "How long to go on trying while nothing gets through.");
ABSL_FLAG(bool, reextract, false,
          "Send nothing; have the service read again the stored pages that another extractor read.");
ABSL_FLAG(bool, validate_only, false, "With --reextract: change nothing, print what would change.");

namespace sillok::ingest {
namespace {

// The configuration of the process.
struct Options {
  // HOST:PORT of sillok-ingest.
  std::string ingest;
  // How long to go on trying while nothing gets through.
  absl::Duration patience;
  // Have stored pages read again, and whether only to tell what that would change.
  bool reextract = false;
  bool validate_only = false;
  // Files, folders and manifests.
  std::vector<std::string> paths;
};

// The process's exit code.
int Run(const Options& options) {
  const FoundPages found = FindPages(options.paths);
  Progress progress(std::cerr, isatty(STDERR_FILENO) != 0, static_cast<int64_t>(found.pages.size()));
  Loader loader(grpc::CreateChannel(options.ingest, grpc::InsecureChannelCredentials()),
                {.patience = options.patience});
  LoadReport report = loader.Load(found.pages, [&](const LoadReport& so_far) { progress.Show(so_far); });
  progress.End(report);
  report.failures.insert(report.failures.begin(), found.failures.begin(), found.failures.end());
  for (const LoadFailure& failure : report.failures) {
    std::cout << "failed: " << failure.label << ": " << failure.reason << "\n";
  }
  std::cout << "loaded: " << Summarize(report) << "\n";
  return report.failures.empty() ? 0 : 1;
}

// The same.
int RunReextract(const Options& options) {
  const ReextractReport report =
      Reextract(grpc::CreateChannel(options.ingest, grpc::InsecureChannelCredentials()),
                {.validate_only = options.validate_only, .patience = options.patience}, std::cout, std::cerr);
  std::cout << (options.validate_only ? "would be read again: " : "read again: ") << Describe(report.progress)
            << "\n";
  if (!report.failure.empty()) std::cout << "failed: " << report.failure << "\n";
  return report.failure.empty() && report.progress.failed() == 0 ? 0 : 1;
}

// What is wrong with the command line; empty when nothing is.
std::string Mistake(const Options& options) {
  if (options.reextract && !options.paths.empty()) return "--reextract reads what is stored; name no paths";
  if (options.validate_only && !options.reextract) return "--validate_only goes with --reextract";
  if (!options.reextract && options.paths.empty()) {
    return "name at least one file or folder; --help tells more";
  }
  return "";
}

}  // namespace
}  // namespace sillok::ingest

int main(int argc, char** argv) {
  absl::SetProgramUsageMessage(
      "sends pages to sillok-ingest.\n\n"
      "  sillok-load [--ingest=HOST:PORT] PATH...\n"
      "  sillok-load [--ingest=HOST:PORT] --reextract [--validate_only]\n\n"
      "PATH is a file, or a folder whose .txt, .html and .htm files are taken, those below it too. A file "
      "manifest.jsonl\n"
      "in a folder tells what is known about its pages, a JSON object a line:\n\n"
      "  {\"file\": \"a.html\", \"articleId\": \"a-1\", \"url\": \"https://...\", \"outlet\": \"...\", "
      "\"title\": \"...\",\n"
      "   \"publishTime\": \"2024-03-18T09:00:00+09:00\", \"labels\": {\"desk\": \"economy\"}}\n\n"
      "Every field but file is one of sillok.v1.RawArticle; a row without file carries text, html or raw "
      "itself.\n"
      "With --reextract nothing is sent: the service reads again the stored pages that another extractor "
      "read, after\n"
      "an upgrade; with --validate_only it prints what would change instead.\n\n"
      "A broken connection is taken up again. Prints every page that failed and why; the exit code is 1 "
      "then.");
  const std::vector<char*> arguments = absl::ParseCommandLine(argc, argv);
  const sillok::ingest::Options options = {.ingest = absl::GetFlag(FLAGS_ingest),
                                           .patience = absl::GetFlag(FLAGS_patience),
                                           .reextract = absl::GetFlag(FLAGS_reextract),
                                           .validate_only = absl::GetFlag(FLAGS_validate_only),
                                           .paths = {arguments.begin() + 1, arguments.end()}};
  if (const std::string mistake = sillok::ingest::Mistake(options); !mistake.empty()) {
    std::cerr << "sillok-load: " << mistake << "\n";
    return 2;
  }
  return options.reextract ? sillok::ingest::RunReextract(options) : sillok::ingest::Run(options);
}
