#include "common/time/civil_interval.h"
