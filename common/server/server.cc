#include "common/server/server.h"
