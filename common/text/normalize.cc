#include "common/text/normalize.h"
