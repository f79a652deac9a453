#include "tests/crash/load.h"

#include <chrono>
#include <memory>
#include <utility>

#include "grpcpp/grpcpp.h"
#include "sillok/v1/curation_service.grpc.pb.h"
#include "sillok/v1/ingest_service.grpc.pb.h"

namespace sillok {
namespace {

constexpr int kSenders = 4;
// Enough for a kill to come in the middle of something, little enough to walk the view afterwards.
constexpr std::chrono::milliseconds kPause(20);
constexpr const char* kCompanies[] = {"새봄전자", "가람물산", "다솔건설", "마루통신", "한빛중공업"};
constexpr const char* kPeople[] = {"김도윤", "박서준", "이하은", "최민재"};

// Until it is answered.
template <typename Stub, typename Request, typename Response>
void Insist(Stub& stub, grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
            const Request& request, Response& response) {
  while (true) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    if ((stub.*method)(&context, request, &response).ok()) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

}  // namespace

struct Load::Stubs {
  std::unique_ptr<v1::IngestService::Stub> ingest;
  std::unique_ptr<v1::CurationService::Stub> curation;
};

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

v1::AddAliasRequest GeneratedDecision(int number) {
  const std::string digits = std::to_string(number);
  v1::AddAliasRequest request;
  request.set_entity("entities/" + std::string(24 - digits.size(), '0') + digits);
  request.set_alias(digits + "호");
  request.set_author("편집부");
  request.mutable_create_time()->set_seconds(1'716'000'000 + number);
  return request;
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

Load::Decided Load::decided() {
  const std::lock_guard lock(mutex_);
  return decided_;
}

void Load::Send(const std::string& address) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 20);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 20);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 50);
  const std::shared_ptr<grpc::Channel> channel =
      grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
  Stubs stubs = {.ingest = v1::IngestService::NewStub(channel),
                 .curation = v1::CurationService::NewStub(channel)};
  while (!stopping_) {
    const int number = next_++;
    SendPage(stubs, number);
    SendDecision(stubs, number);
    std::this_thread::sleep_for(kPause);
  }
}

void Load::SendPage(Stubs& stubs, int number) {
  v1::IngestArticleRequest request;
  *request.mutable_article() = GeneratedPage(number);
  v1::IngestArticleResponse response;
  Insist(*stubs.ingest, &v1::IngestService::Stub::IngestArticle, request, response);
  const std::lock_guard lock(mutex_);
  acknowledged_[number] = response.commit();
}

void Load::SendDecision(Stubs& stubs, int number) {
  v1::AddAliasResponse decision;
  Insist(*stubs.curation, &v1::CurationService::Stub::AddAlias, GeneratedDecision(number), decision);
  Note(decision.curation(), decision.commit());
  if (number % 3 != 0) return;
  v1::UndoCurationRequest request;
  request.set_name(decision.curation().name());
  request.set_author("편집부");
  v1::UndoCurationResponse undo;
  Insist(*stubs.curation, &v1::CurationService::Stub::UndoCuration, request, undo);
  Note(undo.curation(), undo.commit());
}

void Load::Note(const v1::Curation& curation, const v1::CommitToken& commit) {
  const std::lock_guard lock(mutex_);
  decided_[curation.name()] = commit;
}

}  // namespace sillok
