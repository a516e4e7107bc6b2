#pragma once

#include <stddef.h>

/// The bytes of one file of `Schemas/`, as they were when the library was built.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} CSchema;

extern const CSchema CSchemaAppManifest;
extern const CSchema CSchemaJSONPanel;
extern const CSchema CSchemaJSONModal;
extern const CSchema CSchemaMessagingManifest;
extern const CSchema CSchemaVideoManifest;
extern const CSchema CSchemaConfiguration;
extern const CSchema CSchemaReport;
extern const CSchema CSchemaReportLine;
extern const CSchema CSchemaBaseline;

/// The same without what only people read.
extern const CSchema CSchemaBareAppManifest;
extern const CSchema CSchemaBareJSONPanel;
extern const CSchema CSchemaBareJSONModal;
extern const CSchema CSchemaBareMessagingManifest;
extern const CSchema CSchemaBareVideoManifest;
extern const CSchema CSchemaBareConfiguration;
