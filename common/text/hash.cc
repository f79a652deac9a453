#include "common/text/hash.h"
