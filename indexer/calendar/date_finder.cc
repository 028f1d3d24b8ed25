#include "indexer/calendar/date_finder.h"
