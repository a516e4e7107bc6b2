#pragma once

#include <stddef.h>

/// A meta-schema of JSON Schema, as the specification's authors publish it.
struct MetaSchema {
  /// Its URI, without a fragment.
  const char *uri;
  const unsigned char *bytes;
  size_t count;
};

/// The meta-schema with that number, from 0; a null pointer past the last.
const struct MetaSchema *metaSchema(size_t index);
