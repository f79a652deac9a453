#include "common/status/errors.h"
