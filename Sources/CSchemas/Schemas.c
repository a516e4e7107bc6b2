#include "CSchemas.h"

// C23 `#embed`: no generated source, no resource bundle beside the binary, and a change of the file rebuilds this one.

static const unsigned char app_manifest[] = {
#embed "../../Schemas/app-manifest.schema.json"
};
const CSchema CSchemaAppManifest = {app_manifest, sizeof app_manifest};

static const unsigned char report[] = {
#embed "../../Schemas/report.schema.json"
};
const CSchema CSchemaReport = {report, sizeof report};
