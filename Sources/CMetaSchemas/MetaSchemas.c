#include "CMetaSchemas.h"

static const unsigned char schema_2019_09_meta_applicator[] = {
#embed "MetaSchemas/2019-09/meta/applicator.json"
};

static const unsigned char schema_2019_09_meta_content[] = {
#embed "MetaSchemas/2019-09/meta/content.json"
};

static const unsigned char schema_2019_09_meta_core[] = {
#embed "MetaSchemas/2019-09/meta/core.json"
};

static const unsigned char schema_2019_09_meta_format[] = {
#embed "MetaSchemas/2019-09/meta/format.json"
};

static const unsigned char schema_2019_09_meta_meta_data[] = {
#embed "MetaSchemas/2019-09/meta/meta-data.json"
};

static const unsigned char schema_2019_09_meta_validation[] = {
#embed "MetaSchemas/2019-09/meta/validation.json"
};

static const unsigned char schema_2019_09_schema[] = {
#embed "MetaSchemas/2019-09/schema.json"
};

static const unsigned char schema_2020_12_meta_applicator[] = {
#embed "MetaSchemas/2020-12/meta/applicator.json"
};

static const unsigned char schema_2020_12_meta_content[] = {
#embed "MetaSchemas/2020-12/meta/content.json"
};

static const unsigned char schema_2020_12_meta_core[] = {
#embed "MetaSchemas/2020-12/meta/core.json"
};

static const unsigned char schema_2020_12_meta_format_annotation[] = {
#embed "MetaSchemas/2020-12/meta/format-annotation.json"
};

static const unsigned char schema_2020_12_meta_format_assertion[] = {
#embed "MetaSchemas/2020-12/meta/format-assertion.json"
};

static const unsigned char schema_2020_12_meta_meta_data[] = {
#embed "MetaSchemas/2020-12/meta/meta-data.json"
};

static const unsigned char schema_2020_12_meta_unevaluated[] = {
#embed "MetaSchemas/2020-12/meta/unevaluated.json"
};

static const unsigned char schema_2020_12_meta_validation[] = {
#embed "MetaSchemas/2020-12/meta/validation.json"
};

static const unsigned char schema_2020_12_schema[] = {
#embed "MetaSchemas/2020-12/schema.json"
};

static const unsigned char schema_draft_04_schema[] = {
#embed "MetaSchemas/draft-04/schema.json"
};

static const unsigned char schema_draft_06_schema[] = {
#embed "MetaSchemas/draft-06/schema.json"
};

static const unsigned char schema_draft_07_schema[] = {
#embed "MetaSchemas/draft-07/schema.json"
};

static const struct MetaSchema metaSchemas[] = {
    {"https://json-schema.org/draft/2019-09/meta/applicator", schema_2019_09_meta_applicator, sizeof schema_2019_09_meta_applicator},
    {"https://json-schema.org/draft/2019-09/meta/content", schema_2019_09_meta_content, sizeof schema_2019_09_meta_content},
    {"https://json-schema.org/draft/2019-09/meta/core", schema_2019_09_meta_core, sizeof schema_2019_09_meta_core},
    {"https://json-schema.org/draft/2019-09/meta/format", schema_2019_09_meta_format, sizeof schema_2019_09_meta_format},
    {"https://json-schema.org/draft/2019-09/meta/meta-data", schema_2019_09_meta_meta_data, sizeof schema_2019_09_meta_meta_data},
    {"https://json-schema.org/draft/2019-09/meta/validation", schema_2019_09_meta_validation, sizeof schema_2019_09_meta_validation},
    {"https://json-schema.org/draft/2019-09/schema", schema_2019_09_schema, sizeof schema_2019_09_schema},
    {"https://json-schema.org/draft/2020-12/meta/applicator", schema_2020_12_meta_applicator, sizeof schema_2020_12_meta_applicator},
    {"https://json-schema.org/draft/2020-12/meta/content", schema_2020_12_meta_content, sizeof schema_2020_12_meta_content},
    {"https://json-schema.org/draft/2020-12/meta/core", schema_2020_12_meta_core, sizeof schema_2020_12_meta_core},
    {"https://json-schema.org/draft/2020-12/meta/format-annotation", schema_2020_12_meta_format_annotation, sizeof schema_2020_12_meta_format_annotation},
    {"https://json-schema.org/draft/2020-12/meta/format-assertion", schema_2020_12_meta_format_assertion, sizeof schema_2020_12_meta_format_assertion},
    {"https://json-schema.org/draft/2020-12/meta/meta-data", schema_2020_12_meta_meta_data, sizeof schema_2020_12_meta_meta_data},
    {"https://json-schema.org/draft/2020-12/meta/unevaluated", schema_2020_12_meta_unevaluated, sizeof schema_2020_12_meta_unevaluated},
    {"https://json-schema.org/draft/2020-12/meta/validation", schema_2020_12_meta_validation, sizeof schema_2020_12_meta_validation},
    {"https://json-schema.org/draft/2020-12/schema", schema_2020_12_schema, sizeof schema_2020_12_schema},
    {"http://json-schema.org/draft-04/schema", schema_draft_04_schema, sizeof schema_draft_04_schema},
    {"http://json-schema.org/draft-06/schema", schema_draft_06_schema, sizeof schema_draft_06_schema},
    {"http://json-schema.org/draft-07/schema", schema_draft_07_schema, sizeof schema_draft_07_schema},
};

const struct MetaSchema *metaSchema(size_t index) {
  return index < sizeof metaSchemas / sizeof metaSchemas[0] ? &metaSchemas[index] : 0;
}
