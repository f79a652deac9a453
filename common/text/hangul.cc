#include "common/text/hangul.h"
