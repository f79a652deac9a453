#include "common/text/utf8.h"
