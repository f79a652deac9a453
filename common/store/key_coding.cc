#include "common/store/key_coding.h"
