/// What filters the findings by rule, and opens what a link leads to; the report is complete without it.
enum FilterScript {
  /// The SHA-256 of ``text`` in Base64.
  static let hash = "a8WAmrtATVuFkwnkWzA1llXGlTjvywid/3kVhIVWYh8="

  /// The text of the script.
  static let text = """

    (() => {
      "use strict";
      const all = (selector, root = document) => [...root.querySelectorAll(selector)];
      const filters = document.querySelector(".filters");
      const ruleFilter = document.getElementById("rule-filter");
      const rule = ruleFilter.querySelector("select");
      const findings = all(".finding");

      // The totals are shown first: for the keyboard they come first too.
      filters.before(document.getElementById("summary"));

      const counts = new Map();
      for (const finding of findings) counts.set(finding.dataset.rule, (counts.get(finding.dataset.rule) ?? 0) + 1);
      for (const [name, count] of [...counts].sort((left, right) => (left[0] < right[0] ? -1 : 1))) {
        const option = document.createElement("option");
        option.value = name;
        option.textContent = `${name} (${count})`;
        rule.append(option);
      }
      ruleFilter.hidden = counts.size < 2;

      const isWanted = (finding) =>
        (document.getElementById(`show-${finding.dataset.severity}`)?.checked ?? true) &&
        (rule.value === "" || finding.dataset.rule === rule.value);

      const select = (panel) => {
        const tabs = panel.parentElement;
        const place = all(":scope > .panel", tabs).indexOf(panel);
        all(":scope > .bar input", tabs)[place].checked = true;
      };

      const filter = () => {
        let count = 0;
        for (const finding of findings) {
          finding.hidden = !isWanted(finding);
          if (!finding.hidden) count += 1;
        }
        document.body.classList.toggle("filtered", count < findings.length);
        document.getElementById("shown").textContent =
          count === findings.length ? "" : `${count} of ${findings.length} findings`;
        // A tab on which nothing is left gives way to one on which something is.
        for (const tabs of all(".tabs")) {
          const panels = all(":scope > .panel", tabs);
          const current = all(":scope > .bar input", tabs).findIndex((input) => input.checked);
          const hasFinding = (panel) => panel.querySelector(".finding:not([hidden])") !== null;
          const next = panels.find(hasFinding);
          if (next && !hasFinding(panels[current])) select(next);
        }
      };
      filters.addEventListener("change", filter);

      const reveal = () => {
        const target = document.getElementById(location.hash.slice(1));
        if (!target) return;
        const details = target.closest("details");
        if (details) details.open = true;
        const panel = target.closest(".panel");
        if (panel) select(panel);
        target.scrollIntoView();
      };
      addEventListener("hashchange", reveal);
      reveal();
    })();

    """
}
