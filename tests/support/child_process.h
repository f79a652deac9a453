// A real program under test: started, watched, killed.
//
//   ChildProcess ingest({SILLOK_INGEST, "--data_dir=" + dir, "--listen=" + address});
//   ASSERT_TRUE(WaitForHealth(address, absl::Seconds(20)));
//   ingest.Kill();          // SIGKILL, as a crash
//   ingest.Stop();          // SIGTERM, and waits; answers the exit code
//
// Not for several threads at once. The destructor kills what still runs.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "absl/time/time.h"

namespace sillok {

class ChildProcess {
 public:
  // Starts `command[0]` with the rest as arguments; its output goes to `log`, a file, or nowhere when empty. A program
  // that cannot be started exits with 127.
  explicit ChildProcess(const std::vector<std::string>& command, const std::string& log = "");
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  [[nodiscard]] bool running();
  // SIGKILL, and waits.
  void Kill();
  // SIGTERM, and waits; the exit code, or minus the signal that ended it.
  int Stop();

 private:
  int Signal(int signal);

  pid_t pid_ = -1;
  int exit_ = 0;
};

// 127.0.0.1 with a port that nobody listened on a moment ago.
[[nodiscard]] std::string FreeAddress();

// Waits until grpc.health.v1 says SERVING; false when the time is up.
[[nodiscard]] bool WaitForHealth(const std::string& address, absl::Duration timeout);

// A fresh folder, removed with everything in it at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace sillok
