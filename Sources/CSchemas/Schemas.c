#include "CSchemas.h"

// C23 `#embed`: no generated source, no resource bundle beside the binary, and a change of the file rebuilds this one.

static const unsigned char app_manifest[] = {
#embed "../../Schemas/app-manifest.schema.json"
};
const CSchema CSchemaAppManifest = {app_manifest, sizeof app_manifest};

static const unsigned char json_panel[] = {
#embed "../../Schemas/json-panel.schema.json"
};
const CSchema CSchemaJSONPanel = {json_panel, sizeof json_panel};

static const unsigned char json_modal[] = {
#embed "../../Schemas/json-modal.schema.json"
};
const CSchema CSchemaJSONModal = {json_modal, sizeof json_modal};

static const unsigned char messaging_manifest[] = {
#embed "../../Schemas/messaging-manifest.schema.json"
};
const CSchema CSchemaMessagingManifest = {messaging_manifest, sizeof messaging_manifest};

static const unsigned char video_manifest[] = {
#embed "../../Schemas/video-manifest.schema.json"
};
const CSchema CSchemaVideoManifest = {video_manifest, sizeof video_manifest};

static const unsigned char report[] = {
#embed "../../Schemas/report.schema.json"
};
const CSchema CSchemaReport = {report, sizeof report};

static const unsigned char report_line[] = {
#embed "../../Schemas/report-line.schema.json"
};
const CSchema CSchemaReportLine = {report_line, sizeof report_line};
