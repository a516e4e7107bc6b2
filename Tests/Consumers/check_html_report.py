#!/usr/bin/env python3
"""Looks at the HTML report in a browser: check_html_report.py MANIFESTLINT.

Chromium is spoken to through a pipe, so nothing but Python and Chromium is needed. html5lib, where it is there, reads the
page as strictly as the standard does.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

HOSTILE = r"""
manifest: 1
app:
  name: "</script><script>document.title = 'run'</script><img src=x onerror=\"document.title = 'run'\">"
  type: private
  callbackUrl: javascript:document.title='run'
oauth:
  scopes: [base, "\u202Egnp.exe", aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]
  clientSecret: f00dbabe-f00dbabe
extensions:
  linkActions:
    - { name: "عرض سعر 👩‍👩‍👧 見積もり", description: "a\u0007b\u2028c", url: "https://u:f00dbabe@a.example/", locations: [x] }
"""


class Browser:
    """A headless Chromium at the other end of a pipe."""

    def __init__(self, executable):
        self.profile = tempfile.TemporaryDirectory()
        ours_in, its_out = os.pipe()
        its_in, ours_out = os.pipe()

        def connect():
            # Chromium reads from descriptor 3 and writes to 4; either may be one of the pipes' own.
            source, target = os.dup(its_in), os.dup(its_out)
            os.dup2(source, 3)
            os.dup2(target, 4)

        self.process = subprocess.Popen(
            [executable, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             f"--user-data-dir={self.profile.name}", "--no-first-run", "--disable-background-networking", "about:blank"],
            preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(its_in)
        os.close(its_out)
        self.input, self.output = os.fdopen(ours_in, "rb"), os.fdopen(ours_out, "wb")
        self.number, self.rest, self.events, self.session = 0, b"", [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(f"{domain}.enable")

    def read(self):
        while b"\0" not in self.rest:
            piece = os.read(self.input.fileno(), 1 << 16)
            if not piece:
                raise SystemExit("check_html_report: chromium has gone away")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.output.write(json.dumps(message).encode() + b"\0")
        self.output.flush()
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"check_html_report: {method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise SystemExit(f"check_html_report: {expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def load(self, address, width, scheme="light", media=""):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}])
        for page in ["about:blank", address]:
            self.events.clear()
            self.call("Page.navigate", url=page)
            while not any(event["method"] == "Page.loadEventFired" for event in self.events):
                self.events.append(self.read())

    def close(self):
        self.process.terminate()
        self.process.wait()


# Where text is too faint on what is behind it, by the formula of WCAG 2; 4.5 is its level AA.
CONTRAST = """(() => {
  const channels = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = ([red, green, blue]) => [red, green, blue].map((value) => value / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    for (let node = element; node; node = node.parentElement) {
      const color = channels(getComputedStyle(node).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const faint = new Map();
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "")) continue;
    if (element.closest("option, .spoken, script") || !element.checkVisibility()) continue;
    const values = [luminance(channels(getComputedStyle(element).color)), luminance(behind(element))].sort();
    const ratio = (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
    if (ratio < 4.5) faint.set(`${element.tagName}.${element.className} in ${element.parentElement.className}`, ratio.toFixed(2));
  }
  return [...faint].map((entry) => entry.join(" "));
})()"""

# What sticks out of the page at the right; what scrolls by itself is let be.
OVERFLOW = """(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1 && !element.closest("pre"))
    .map((element) => `${element.tagName}.${element.className}`).slice(0, 5);
})()"""

VISIBLE = """[...document.querySelectorAll(".finding")].filter((finding) => getComputedStyle(finding).display !== "none").length"""


class Checks:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def equal(self, name, found, expected):
        if found == expected:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {name}: found {found}, expected {expected}")


def check(browser, checks, address):
    for width in [390, 1440]:
        for scheme in ["light", "dark"]:
            name = f"at {width} pixels in {scheme}"
            browser.load(address, width, scheme)
            tabs = browser.evaluate("Math.max(1, ...[...document.querySelectorAll('.bar')].map((bar) => bar.querySelectorAll('input').length))")
            browser.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")
            for tab in range(tabs):
                browser.evaluate(
                    f"document.querySelectorAll('.bar').forEach((bar) => bar.querySelectorAll('input')[{tab}]?.click())")
                checks.equal(f"nothing sticks out on tab {tab} {name}", browser.evaluate(OVERFLOW), [])
                checks.equal(f"all text can be read on tab {tab} {name}", browser.evaluate(CONTRAST), [])
            requests = [event["params"]["request"]["url"] for event in browser.events if event["method"] == "Network.requestWillBeSent"]
            checks.equal(f"nothing else is loaded {name}", [url for url in requests if url != address], [])
            troubles = [event for event in browser.events if event["method"] in ("Log.entryAdded", "Runtime.exceptionThrown")]
            checks.equal(f"the browser has nothing to complain of {name}", troubles, [])
            checks.equal(f"nothing of a manifest is run {name}", browser.evaluate("document.title"), "manifestlint report")


def check_filters(browser, checks, address):
    browser.load(address, 1280)
    count = browser.evaluate("document.querySelectorAll('.finding').length")
    checks.equal("every finding is shown at first", browser.evaluate(
        "[...document.querySelectorAll('.finding')].filter((finding) => finding.hidden).length"), 0)
    rules = browser.evaluate("[...document.querySelectorAll('#rule-filter option')].map((option) => option.value)")
    checks.equal("every rule that spoke can be chosen", len(rules) > 10 and rules == sorted(set(rules)), True)
    pick = "document.querySelector('#rule-filter select').value = '%s';" \
        "document.querySelector('.filters').dispatchEvent(new Event('change'))"
    total = 0
    for rule in rules[1:]:
        browser.evaluate(pick % rule)
        shown = browser.evaluate("[...document.querySelectorAll('.finding:not([hidden])')].map((finding) => finding.dataset.rule)")
        total += len(shown)
        checks.equal(f"only findings of {rule} are shown", set(shown), {rule})
        files = browser.evaluate("[...document.querySelectorAll('.file')].filter((file) => file.checkVisibility()).length")
        holders = browser.evaluate("new Set([...document.querySelectorAll('.finding:not([hidden])')].map((finding) => finding.closest('.file'))).size")
        checks.equal(f"only files with findings of {rule} are shown", files, holders)
    checks.equal("every finding is of a rule", total, count)
    browser.evaluate(pick % "name-length")
    checks.equal("a tab with findings is opened", browser.evaluate(
        "[...document.querySelectorAll('.finding:not([hidden])')].some((finding) => finding.checkVisibility())"), True)
    checks.equal("the number shown is said", "of" in browser.evaluate("document.getElementById('shown').textContent"), True)
    browser.evaluate(pick % "")

    for severity in ["error", "warning", "info"]:
        browser.evaluate(f"document.getElementById('show-{severity}').click()")
        checks.equal(f"no {severity} is shown when it is not asked for", browser.evaluate(
            f"[...document.querySelectorAll('.finding.{severity}')].filter((finding) => finding.checkVisibility()).length"), 0)
        browser.evaluate(f"document.getElementById('show-{severity}').click()")

    browser.evaluate("document.getElementById('only-findings').click()")
    checks.equal("fields without findings can be hidden", browser.evaluate(
        "[...document.querySelectorAll('.field')].filter((field) => field.checkVisibility() && !field.querySelector('.finding')).length"), 0)
    checks.equal("the totals come first, also for the keyboard", browser.evaluate(
        "document.getElementById('summary').compareDocumentPosition(document.querySelector('main')) & 4"), 4)


def check_keyboard_and_links(browser, checks, address):
    browser.load(address, 1280)
    browser.evaluate("document.querySelector('.bar input').focus(); document.querySelector('.bar input').click()")
    for kind in ["rawKeyDown", "keyUp"]:
        browser.call("Input.dispatchKeyEvent", type=kind, key="ArrowRight", code="ArrowRight", windowsVirtualKeyCode=39)
    checks.equal("an arrow key opens the next tab", browser.evaluate(
        "[...document.querySelector('.tabs').querySelectorAll(':scope > .panel')].map((panel) => panel.checkVisibility()).indexOf(true)"), 1)
    checks.equal("the focus can be seen", browser.evaluate(
        "getComputedStyle(document.activeElement.closest('label')).outlineStyle"), "solid")
    browser.evaluate("document.querySelector('.panel a.place').click()")
    browser.evaluate("new Promise((done) => setTimeout(done, 200))")
    checks.equal("a link to a line opens the source", browser.evaluate(
        "document.querySelector(location.hash.replace(/^#/, '#')).checkVisibility()"), True)
    small = browser.evaluate(
        "[...document.querySelectorAll('.bar label, .filters label, .filters select')].filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 24).length")
    checks.equal("everything to press is large enough", small, 0)


def check_without_script(browser, checks, address):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.load(address, 1280)
    count = browser.evaluate("document.querySelectorAll('.finding').length")
    checks.equal("without script nothing is hidden", browser.evaluate("document.querySelectorAll('.finding[hidden]').length"), 0)
    checks.equal("without script the totals stand first", browser.evaluate(
        "document.getElementById('summary').getBoundingClientRect().top < document.querySelector('main').getBoundingClientRect().top"), True)
    checks.equal("without script one tab of each form is open", browser.evaluate(
        "[...document.querySelectorAll('.tabs')].every((tabs) => [...tabs.querySelectorAll(':scope > .panel')].filter((panel) => panel.checkVisibility()).length === 1)"), True)
    box = browser.evaluate("(() => { document.querySelector('.filters').scrollIntoView(); const box = document.getElementById('show-error').getBoundingClientRect(); return [box.x + 5, box.y + 5] })()")
    for kind in ["mousePressed", "mouseReleased"]:
        browser.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)
    left = browser.evaluate(VISIBLE)
    checks.equal("without script findings are filtered by severity", 0 < left < count, True)
    checks.equal("without script nobody is offered a filter that does nothing", browser.evaluate(
        "document.getElementById('rule-filter').checkVisibility()"), False)
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


def check_paper(browser, checks, address):
    browser.load(address, 1280, media="print")
    checks.equal("every tab is printed", browser.evaluate(
        "[...document.querySelectorAll('.panel')].every((panel) => panel.checkVisibility())"), True)
    checks.equal("no filter is printed", browser.evaluate("document.querySelector('.filters').checkVisibility()"), False)


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    binary = pathlib.Path(sys.argv[1]).resolve()
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "hostile.pipedrive.yaml").write_text(HOSTILE, encoding="utf-8")
        report = folder / "report.html"
        with report.open("wb") as output:
            run = subprocess.run([binary, "--format", "html", "--level", "info", "Samples", folder / "hostile.pipedrive.yaml"], cwd=ROOT, stdout=output)
        checks.equal("the report is written", run.returncode, 1)
        checks.equal("no secret is in it", b"f00dbabe" in report.read_bytes(), False)
        try:
            import html5lib
            try:
                html5lib.HTMLParser(strict=True).parse(report.read_bytes())
                checks.passed += 1
            except html5lib.html5parser.ParseError as error:
                checks.equal("the page is valid HTML", str(error), "")
        except ImportError:
            print("skipped: html5lib is not installed, so the page is not held against the standard")
        executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if executable is None:
            print("skipped: chromium is not installed, so the HTML report is not looked at in a browser")
        else:
            browser = Browser(executable)
            try:
                address = report.as_uri()
                check(browser, checks, address)
                check_filters(browser, checks, address)
                check_keyboard_and_links(browser, checks, address)
                check_without_script(browser, checks, address)
                check_paper(browser, checks, address)
            finally:
                browser.close()
    print(f"{checks.passed} passed, {checks.failed} failed")
    sys.exit(1 if checks.failed else 0)


main()
