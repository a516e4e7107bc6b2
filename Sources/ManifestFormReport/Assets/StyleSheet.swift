/// How the report looks: on a phone and a desk, in light and dark, on paper.
enum StyleSheet {
  /// The SHA-256 of ``text`` in Base64.
  static let hash = "c6DsWXP2OjoHIvTTmCnXxCAQgerQEdIM9BDE2l+i+eI="

  /// The text of the style sheet.
  ///
  /// Tabs and the filter by severity need no script: `:has()` does it, and where a browser has none, everything is
  /// shown.
  static let text = """

    :root {
      color-scheme: light dark;
      --page: #f3f5f7; --card: #fff; --ink: #1b2127; --quiet: #56606b; --line: #d6dce2; --box: #f8f9fb;
      --accent: #0a6b4d; --on-accent: #fff;
      --error: #b3261e; --error-soft: #fdeeec; --warning: #805000; --warning-soft: #fff5df;
      --info: #0b57a4; --info-soft: #ebf3fd; --variable: #6b3bbd; --variable-soft: #f3edfd;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --page: #12161a; --card: #1b2026; --ink: #e4e8ec; --quiet: #a2adb8; --line: #363f48; --box: #151a1f;
        --accent: #58c49a; --on-accent: #0c1512;
        --error: #ff928a; --error-soft: #3a1e1e; --warning: #efbb55; --warning-soft: #342a14;
        --info: #84bbfa; --info-soft: #172a40; --variable: #c3a6f7; --variable-soft: #2a2140;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
    body {
      display: flex; flex-direction: column; gap: 1.25rem; max-width: 70rem; min-height: 100vh; margin: 0 auto;
      padding: 1.5rem 1.25rem 4rem; background: var(--page); color: var(--ink);
      font: 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
    }
    html { background: var(--page); }
    h1, h2, h3, h4, h5, p, ul, dl, dd, fieldset, pre { margin: 0; padding: 0; }
    h1, h2, h3, h4, h5 { line-height: 1.3; overflow-wrap: anywhere; }
    ul { list-style: none; }
    fieldset { border: 0; min-width: 0; }
    code, pre, .place, .rule, .file-head h2, .contents a {
      font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.875em;
    }
    a { color: var(--accent); text-underline-offset: 0.15em; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
    [hidden] { display: none !important; }
    .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .unseen { padding: 0 0.15em; border: 1px dashed currentcolor; border-radius: 3px; font-size: 0.85em; }
    .mask { letter-spacing: 0.1em; color: var(--quiet); }
    .gap { color: var(--quiet); font-style: italic; }
    .remark { color: var(--quiet); }

    /* The order of the page: what is written last, the totals, stands first. */
    .page-head { order: 0; }
    .totals { order: 1; }
    .filters { order: 2; }
    main { order: 3; display: flex; flex-direction: column; gap: 1.25rem; min-width: 0; }
    .rules { order: 4; }

    .page-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; }
    .page-head h1 { font-size: 1.4rem; letter-spacing: -0.01em; }
    .page-head p { color: var(--quiet); font-size: 0.85rem; }
    .totals, .file, .rules { padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }

    .verdict { font-weight: 600; }
    .verdict::first-letter { text-transform: uppercase; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.5rem, 1fr)); gap: 0.6rem; margin-top: 0.9rem; }
    .tile { display: flex; flex-direction: column-reverse; padding: 0.55rem 0.8rem; border-radius: 8px; background: var(--box); border: 1px solid var(--line); }
    .tile dt { color: var(--quiet); font-size: 0.8rem; }
    .tile dd { font-size: 1.5rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
    .tile.error dd { color: var(--error); }
    .tile.warning dd { color: var(--warning); }
    .tile.info dd { color: var(--info); }
    .tile.zero dd { color: var(--quiet); font-weight: 400; }
    .contents { display: grid; gap: 0.2rem; margin-top: 1rem; }
    .contents li { display: flex; flex-wrap: wrap; gap: 0.25rem 0.6rem; align-items: center; }
    .contents a { overflow-wrap: anywhere; }

    .filters {
      position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1.25rem;
      margin: 0 -1.25rem; padding: 0.6rem 1.25rem; background: var(--page); border-bottom: 1px solid var(--line); font-size: 0.875rem;
    }
    .filters fieldset { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; }
    .filters legend { float: left; padding: 0; color: var(--quiet); }
    .filters label { display: inline-flex; align-items: center; gap: 0.35rem; min-height: 1.75rem; }
    .filters input { width: 1rem; height: 1rem; margin: 0; accent-color: var(--accent); }
    .filters select {
      max-width: 16rem; padding: 0.2rem 0.4rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: inherit; font: inherit;
    }
    .filters p { margin-left: auto; color: var(--quiet); font-variant-numeric: tabular-nums; }

    .file { display: flex; flex-direction: column; gap: 1rem; min-width: 0; }
    .file-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0.35rem 1rem; }
    .file-head h2 { font-size: 1rem; }
    .facts { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; }
    .fact { padding: 0.05rem 0.55rem; border: 1px solid var(--line); border-radius: 99px; color: var(--quiet); font-size: 0.8rem; }
    .badge {
      display: inline-block; min-width: 1.35rem; padding: 0 0.4rem; border-radius: 99px; font-size: 0.75rem; line-height: 1.35rem; font-weight: 600;
      text-align: center; font-variant-numeric: tabular-nums;
    }
    .badge.error { background: var(--error-soft); color: var(--error); }
    .badge.warning { background: var(--warning-soft); color: var(--warning); }
    .badge.info { background: var(--info-soft); color: var(--info); }
    .clean { color: var(--accent); font-weight: 600; }
    .document { font-size: 1.1rem; padding-top: 0.5rem; border-top: 1px solid var(--line); }
    .loose { display: flex; flex-direction: column; gap: 0.5rem; }
    .loose h3 { font-size: 0.95rem; }

    .bar { display: flex; flex-wrap: wrap; gap: 0.35rem; padding-bottom: 0.75rem; border-bottom: 1px solid var(--line); }
    .bar label {
      position: relative; display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2rem; padding: 0.15rem 0.75rem; border: 1px solid var(--line);
      border-radius: 99px; cursor: pointer; font-size: 0.875rem;
    }
    .bar label:hover { border-color: var(--accent); }
    .bar input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
    .bar label:has(:checked) { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
    .bar label:has(:checked) .badge { background: var(--card); }
    .bar label:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
    .panel { padding-top: 1rem; }
    .tab-title { margin-bottom: 0.5rem; font-size: 1.1rem; }
    @media screen {
      @supports selector(:has(*)) {
        .panel { display: none; }
        .tabs:has(> .bar > label:nth-of-type(1) > :checked) > .panel:nth-of-type(1),
        .tabs:has(> .bar > label:nth-of-type(2) > :checked) > .panel:nth-of-type(2),
        .tabs:has(> .bar > label:nth-of-type(3) > :checked) > .panel:nth-of-type(3),
        .tabs:has(> .bar > label:nth-of-type(4) > :checked) > .panel:nth-of-type(4),
        .tabs:has(> .bar > label:nth-of-type(5) > :checked) > .panel:nth-of-type(5),
        .tabs:has(> .bar > label:nth-of-type(6) > :checked) > .panel:nth-of-type(6),
        .tabs:has(> .bar > label:nth-of-type(7) > :checked) > .panel:nth-of-type(7),
        .tabs:has(> .bar > label:nth-of-type(8) > :checked) > .panel:nth-of-type(8),
        .panel:has(:target) { display: block; }
        .tab-title { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      }
    }

    .group + .group { margin-top: 1.25rem; }
    .group-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.1rem 0.7rem; margin-bottom: 0.35rem; }
    .group-head h4 { font-size: 1.05rem; }
    .group-head h5 { font-size: 0.95rem; }
    .group-head .place { margin-left: auto; }
    .kind { color: var(--quiet); font-size: 0.85rem; }
    .group > .group { margin-top: 0.75rem; }
    .group > .fields + .group, .group > .group + .fields { margin-top: 0.75rem; }
    .panel > .group > * + .group:not(.card) { margin-top: 1.75rem; }
    .card, .group > .group > .group:not(.card) { padding: 0.8rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
    .card:target { border-color: var(--accent); }

    .field { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 0.2rem 1.25rem; padding: 0.5rem 0; }
    .field + .field { border-top: 1px solid var(--line); }
    .fields { min-width: 0; }
    .field dt .label { display: block; font-weight: 600; line-height: 1.35; overflow-wrap: anywhere; }
    .field dt .required { color: var(--quiet); font-size: 0.8rem; font-weight: 400; }
    .field dt .meta { margin-top: 0; }
    .field dd { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.75rem; min-width: 0; }
    .field dd > .value { flex: 1 1 10rem; min-width: 0; }
    .field dd > .findings { flex: 1 0 100%; }
    .value {
      min-height: 2.1rem; padding: 0.3rem 0.65rem; border: 1px solid var(--line); border-radius: 6px; background: var(--box);
      overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: plaintext;
    }
    .field.error > dd > .value { border-color: var(--error); }
    .field.warning > dd > .value { border-color: var(--warning); }
    .field.info > dd > .value { border-color: var(--info); }
    .missing { border-color: var(--warning); }
    .absent { color: var(--quiet); font-style: italic; border-style: dashed; background: none; }
    .variable { padding: 0 0.25em; border-radius: 4px; background: var(--variable-soft); color: var(--variable); }
    .items { display: flex; flex-wrap: wrap; gap: 0.25rem 0.4rem; white-space: normal; }
    .items li { display: inline-flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.4rem; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 5px; background: var(--card); }
    .items .error { border-color: var(--error); color: var(--error); }
    .items .warning { border-color: var(--warning); color: var(--warning); }
    .items .info { border-color: var(--info); color: var(--info); }
    .caption { color: var(--quiet); font-size: 0.8rem; }
    .excerpt { max-height: 20rem; overflow: auto; white-space: pre; overflow-wrap: normal; unicode-bidi: normal; line-height: 1.45; }
    .meta { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.9rem; margin-top: 0.15rem; color: var(--quiet); font-size: 0.85rem; overflow-wrap: anywhere; }
    .meta a { color: inherit; }
    .meta a:hover { color: var(--accent); }
    .place { white-space: nowrap; font-variant-numeric: tabular-nums; color: var(--quiet); }
    .counter { font-variant-numeric: tabular-nums; color: var(--quiet); white-space: nowrap; }
    .counter.near { color: var(--warning); font-weight: 600; }
    .counter.over { color: var(--error); font-weight: 700; }

    .findings { display: grid; gap: 0.4rem; min-width: 0; }
    .group > .findings { margin: 0.4rem 0; }
    .finding { min-width: 0; padding: 0.45rem 0.75rem; border-left: 3px solid var(--info); border-radius: 4px; background: var(--info-soft); overflow-wrap: anywhere; }
    .finding.error { border-color: var(--error); background: var(--error-soft); }
    .finding.warning { border-color: var(--warning); background: var(--warning-soft); }
    .finding .message { font-weight: 500; }
    .severity { color: var(--info); font-weight: 700; }
    .error > .message > .severity { color: var(--error); }
    .warning > .message > .severity { color: var(--warning); }
    .help, .notes { font-size: 0.9rem; }
    .lead { color: var(--quiet); }
    .notes { padding-left: 0; }

    .budget table { border-collapse: collapse; width: 100%; }
    .budget th, .budget td { padding: 0.3rem 1rem 0.3rem 0; text-align: left; vertical-align: top; font-weight: 400; }
    .budget thead th { color: var(--quiet); font-size: 0.8rem; }
    .budget tbody tr { border-top: 1px solid var(--line); }
    .budget tbody th { white-space: nowrap; }
    .budget tbody th::first-letter { text-transform: uppercase; }
    .budget svg { flex: none; margin-right: 0.5rem; }
    .budget .slots { display: flex; align-items: center; }
    .budget .total { display: inline-flex; align-items: center; }
    .budget .names { display: block; color: var(--quiet); font-size: 0.8rem; overflow-wrap: anywhere; }
    .slot { fill: none; stroke: var(--line); stroke-width: 1.5; }
    .bar-room { fill: var(--line); }
    .bar-used { fill: var(--accent); }
    .bar-used.over { fill: var(--error); }
    .slot.used { fill: var(--accent); stroke: var(--accent); }
    .slot.excess { fill: var(--error); stroke: var(--error); }
    .none { color: var(--quiet); }

    details > summary { cursor: pointer; width: fit-content; color: var(--quiet); font-size: 0.875rem; }
    details > summary:hover { color: var(--accent); }
    .suppressed ul { display: grid; gap: 0.4rem; margin-top: 0.5rem; padding-left: 1rem; }
    .source pre { margin-top: 0.5rem; padding: 0.5rem 0; border: 1px solid var(--line); border-radius: 6px; background: var(--box); overflow-x: auto; line-height: 1.5; }
    pre code { font-size: inherit; }
    .source code { display: block; width: max-content; min-width: 100%; }
    .source .line { display: block; padding-right: 1rem; border-left: 3px solid transparent; }
    .source .line.error { border-color: var(--error); background: var(--error-soft); }
    .source .line.warning { border-color: var(--warning); background: var(--warning-soft); }
    .source .line.info { border-color: var(--info); background: var(--info-soft); }
    .source .line:target { outline: 2px solid var(--accent); outline-offset: -2px; }
    .source .gap { display: block; padding: 0.1rem 1rem 0.1rem 4.25rem; }
    .source .line .gap { display: inline; padding: 0; }
    .number { display: inline-block; width: 3.5rem; padding-right: 1rem; text-align: right; color: var(--quiet); text-decoration: none; user-select: none; }
    .number:hover { color: var(--accent); text-decoration: underline; }
    .mark { text-decoration: underline wavy var(--info) 1px; text-underline-offset: 0.2em; }
    .mark.error { text-decoration-color: var(--error); }
    .mark.warning { text-decoration-color: var(--warning); }

    .rules h2 { font-size: 1.1rem; margin-bottom: 0.25rem; }
    .rule-entry { padding: 0.75rem 0; }
    .rule-entry + .rule-entry { border-top: 1px solid var(--line); }
    .rule-entry:target dt { color: var(--accent); }
    .rule-entry dt { font-weight: 600; }
    .rule-entry dd > p + p { margin-top: 0.25rem; }
    .rule-summary { font-weight: 500; }

    body:has(#show-error:not(:checked)) [data-severity="error"],
    body:has(#show-warning:not(:checked)) [data-severity="warning"],
    body:has(#show-info:not(:checked)) [data-severity="info"],
    body:has(#only-findings:checked) .field:not(:has(.finding:not([hidden]))),
    body:has(#only-findings:checked) .group:not(.budget):not(:has(.finding:not([hidden]))),
    .filtered .file:not(:has(.finding:not([hidden]))) { display: none; }

    @media (max-width: 44rem) {
      body { padding: 1rem 0.75rem 3rem; gap: 1rem; }
      html { scroll-padding-top: 1rem; }
      .totals, .file, .rules { padding: 1rem; }
      .filters { position: static; margin: 0; padding: 0.5rem 0; border: 0; }
      .filters p { margin-left: 0; }
      .field { grid-template-columns: minmax(0, 1fr); }
      .field dt { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 0.75rem; }
      .card, .group > .group > .group:not(.card) { padding: 0.7rem 0.75rem; }
      .number { width: 2.75rem; padding-right: 0.75rem; }
      .budget th, .budget td { padding-right: 0.5rem; }
      .budget tbody th { white-space: normal; }
      .file-head .facts { width: 100%; }
    }
    @media print {
      body { max-width: none; padding: 0; background: none; font-size: 10pt; }
      .filters, .bar, .source:not([open]) { display: none; }
      .totals, .file, .rules { border: 0; padding: 0.5rem 0; }
      .field, .finding, .rule-entry, tr { break-inside: avoid; }
      h2, h3, h4, h5, .group-head { break-after: avoid; }
      .excerpt { max-height: none; white-space: pre-wrap; overflow-wrap: anywhere; }
      .source code { width: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
      a { color: inherit; text-decoration: none; }
    }

    """
}
