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

static const unsigned char config[] = {
#embed "../../Schemas/config.schema.json"
};
const CSchema CSchemaConfiguration = {config, sizeof config};

static const unsigned char report[] = {
#embed "../../Schemas/report.schema.json"
};
const CSchema CSchemaReport = {report, sizeof report};

static const unsigned char report_line[] = {
#embed "../../Schemas/report-line.schema.json"
};
const CSchema CSchemaReportLine = {report_line, sizeof report_line};

static const unsigned char baseline[] = {
#embed "../../Schemas/baseline.schema.json"
};
const CSchema CSchemaBaseline = {baseline, sizeof baseline};

// The same without what only people read, which a test keeps in step with them: every run reads one of these.

static const unsigned char bare_app_manifest[] = {
#embed "Bare/app-manifest.schema.json"
};
const CSchema CSchemaBareAppManifest = {bare_app_manifest, sizeof bare_app_manifest};

static const unsigned char bare_json_panel[] = {
#embed "Bare/json-panel.schema.json"
};
const CSchema CSchemaBareJSONPanel = {bare_json_panel, sizeof bare_json_panel};

static const unsigned char bare_json_modal[] = {
#embed "Bare/json-modal.schema.json"
};
const CSchema CSchemaBareJSONModal = {bare_json_modal, sizeof bare_json_modal};

static const unsigned char bare_messaging_manifest[] = {
#embed "Bare/messaging-manifest.schema.json"
};
const CSchema CSchemaBareMessagingManifest = {bare_messaging_manifest, sizeof bare_messaging_manifest};

static const unsigned char bare_video_manifest[] = {
#embed "Bare/video-manifest.schema.json"
};
const CSchema CSchemaBareVideoManifest = {bare_video_manifest, sizeof bare_video_manifest};

static const unsigned char bare_config[] = {
#embed "Bare/config.schema.json"
};
const CSchema CSchemaBareConfiguration = {bare_config, sizeof bare_config};
