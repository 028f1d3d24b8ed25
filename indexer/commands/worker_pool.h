// Threads that turn inputs into outputs, each with tools of its own; the
// outputs are taken in the order of the inputs.

#ifndef TINLANG_INDEXER_COMMANDS_WORKER_POOL_H_
#define TINLANG_INDEXER_COMMANDS_WORKER_POOL_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tinlang::indexer {

// One thread submits and takes; the work runs on the pool's threads.
template <typename Input, typename Output>
class WorkerPool {
 public:
  using Work = std::function<Output(Input)>;

  // One thread for each of `works`; a Work is only ever called by its thread.
  explicit WorkerPool(std::vector<Work> works) {
    for (Work& work : works) {
      threads_.emplace_back([this, work = std::move(work)] { run(work); });
    }
  }

  // Finishes what was submitted, then joins.
  ~WorkerPool() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    ready_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  void submit(Input input) {
    std::promise<Output> promise;
    results_.push_back(promise.get_future());
    {
      const std::lock_guard lock(mutex_);
      jobs_.emplace_back(std::move(input), std::move(promise));
    }
    ready_.notify_one();
  }

  // Inputs submitted whose outputs were not taken yet.
  std::size_t outstanding() const { return results_.size(); }

  // Calls `take_next`, which takes one output, until only `left` are outstanding. The caller waits
  // about once, not once for each.
  template <typename TakeNext>
  void take_down_to(std::size_t left, const TakeNext& take_next) {
    if (outstanding() > left) results_[outstanding() - left - 1].wait();
    while (outstanding() > left) take_next();
  }

  // The output of the oldest such input; waits for it. Throws what its work threw.
  Output take() {
    std::future<Output> first = std::move(results_.front());
    results_.pop_front();
    return first.get();
  }

 private:
  void run(const Work& work) {
    for (;;) {
      std::unique_lock lock(mutex_);
      ready_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      auto [input, promise] = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      try {
        promise.set_value(work(std::move(input)));
      } catch (...) {  // handed to the thread that takes the output
        promise.set_exception(std::current_exception());
      }
    }
  }

  std::mutex mutex_;  // guards jobs_ and closed_
  std::condition_variable ready_;
  std::deque<std::pair<Input, std::promise<Output>>> jobs_;
  bool closed_ = false;
  std::deque<std::future<Output>> results_;  // of the submitting thread alone
  std::vector<std::thread> threads_;
};

}  // namespace tinlang::indexer

#endif  // TINLANG_INDEXER_COMMANDS_WORKER_POOL_H_
