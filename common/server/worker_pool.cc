#include "common/server/worker_pool.h"
