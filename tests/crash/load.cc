#include "tests/crash/load.h"

#include <chrono>
#include <utility>

#include "grpcpp/grpcpp.h"
#include "sillok/v1/ingest_service.grpc.pb.h"

namespace sillok {
namespace {

constexpr int kSenders = 4;
constexpr const char* kCompanies[] = {"새봄전자", "가람물산", "다솔건설", "마루통신", "한빛중공업"};
constexpr const char* kPeople[] = {"김도윤", "박서준", "이하은", "최민재"};

}  // namespace

std::vector<v1::RawArticle> GeneratedPages(int count) {
  std::vector<v1::RawArticle> pages;
  for (int i = 0; i < count; ++i) {
    const std::string company = kCompanies[i % 5];
    const std::string partner = kCompanies[(i + 1 + i / 5 % 4) % 5];
    const std::string person = kPeople[i / 3 % 4];
    const std::string day = std::to_string(1 + i % 28);
    v1::RawArticle page;
    page.set_article_id("page-" + std::to_string(i));
    page.set_title(company + ", " + partner + "와 협약");
    page.set_text(company + "가 2024년 4월 " + day + "일 서울에서 " + partner +
                  "와 업무협약을 체결했다.\n\n" + person + " " + company + " 대표는 “올해 안에 " +
                  std::to_string(i) + "번째 성과를 내겠다”고 말했다.\n\n" + "2024년 4월 기준 " + company +
                  " 직원은 " + std::to_string(100 + i) + "명이다.");
    page.mutable_publish_time()->set_seconds(1'714'000'000 + i * 60);
    page.mutable_fetch_time()->set_seconds(1'715'000'000);
    pages.push_back(std::move(page));
  }
  return pages;
}

Load::Load(const std::string& address, std::vector<v1::RawArticle> pages) : pages_(std::move(pages)) {
  for (int i = 0; i < kSenders; ++i) senders_.emplace_back([this, address] { Send(address); });
}

Load::~Load() {
  stopping_ = true;
  for (std::thread& sender : senders_) {
    if (sender.joinable()) sender.join();
  }
}

Load::Acknowledged Load::so_far() {
  const std::lock_guard lock(mutex_);
  return acknowledged_;
}

bool Load::done() {
  const std::lock_guard lock(mutex_);
  return acknowledged_.size() == pages_.size();
}

Load::Acknowledged Load::Finish() {
  for (std::thread& sender : senders_) sender.join();
  return so_far();
}

void Load::Send(const std::string& address) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 20);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 20);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 50);
  const auto stub = v1::IngestService::NewStub(
      grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments));
  for (size_t at = next_++; at < pages_.size() && !stopping_;) {
    v1::IngestArticleRequest request;
    *request.mutable_article() = pages_[at];
    v1::IngestArticleResponse response;
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    if (!stub->IngestArticle(&context, request, &response).ok()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      continue;
    }
    {
      const std::lock_guard lock(mutex_);
      acknowledged_[pages_[at].article_id()] = response.commit();
    }
    at = next_++;
  }
}

}  // namespace sillok
