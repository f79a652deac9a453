#include "tests/crash/load.h"

#include <chrono>
#include <utility>

#include "grpcpp/grpcpp.h"
#include "sillok/v1/ingest_service.grpc.pb.h"

namespace sillok {
namespace {

constexpr int kSenders = 4;
// Enough for a kill to come in the middle of something, little enough to walk the view afterwards.
constexpr std::chrono::milliseconds kPause(20);
constexpr const char* kCompanies[] = {"새봄전자", "가람물산", "다솔건설", "마루통신", "한빛중공업"};
constexpr const char* kPeople[] = {"김도윤", "박서준", "이하은", "최민재"};

}  // namespace

v1::RawArticle GeneratedPage(int number) {
  const std::string company = kCompanies[number % 5];
  const std::string partner = kCompanies[(number + 1 + number / 5 % 4) % 5];
  const std::string person = kPeople[number / 3 % 4];
  v1::RawArticle page;
  page.set_article_id("page-" + std::to_string(number));
  page.set_title(company + ", " + partner + "와 협약");
  page.set_text(company + "가 2024년 4월 " + std::to_string(1 + number % 28) + "일 서울에서 " + partner +
                "와 업무협약을 체결했다.\n\n" + person + " " + company + " 대표는 “올해 안에 " +
                std::to_string(number) + "번째 성과를 내겠다”고 말했다.\n\n" + "2024년 4월 기준 " + company +
                " 직원은 " + std::to_string(100 + number) + "명이다.");
  page.mutable_publish_time()->set_seconds(1'714'000'000 + number * 60);
  page.mutable_fetch_time()->set_seconds(1'715'000'000);
  return page;
}

Load::Load(const std::string& address) {
  for (int i = 0; i < kSenders; ++i) senders_.emplace_back([this, address] { Send(address); });
}

Load::~Load() { (void)Finish(); }

Load::Acknowledged Load::so_far() {
  const std::lock_guard lock(mutex_);
  return acknowledged_;
}

Load::Acknowledged Load::Finish() {
  stopping_ = true;
  for (std::thread& sender : senders_) {
    if (sender.joinable()) sender.join();
  }
  return so_far();
}

void Load::Send(const std::string& address) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 20);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 20);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 50);
  const auto stub = v1::IngestService::NewStub(
      grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments));
  while (!stopping_) {
    const int number = next_++;
    v1::IngestArticleRequest request;
    *request.mutable_article() = GeneratedPage(number);
    v1::IngestArticleResponse response;
    while (true) {
      grpc::ClientContext context;
      context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
      if (stub->IngestArticle(&context, request, &response).ok()) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    {
      const std::lock_guard lock(mutex_);
      acknowledged_[number] = response.commit();
    }
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace sillok
