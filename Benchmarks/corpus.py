#!/usr/bin/env python3
"""Makes the files that the benchmarks read: the same seed gives the same bytes.

    corpus.py FOLDER [--scale 0.1]      writes all corpora; --scale makes them smaller
    corpus.py --hazard NAME SIZE FILE   writes one input that grows with SIZE (--list names them)
"""

import argparse
import json
import os
import random
import sys

VERBS = """Add Approve Archive Assign Book Calculate Call Cancel Change Check Choose Close Collect Compare Confirm Copy
Create Deliver Edit Export File Find Import Invite Link List Merge Move Open Order Pick Plan Print Rank Renew Rent
Repair Reserve Return Schedule Search Select Send Share Show Sign Start Stop Track Update Upload View Write""".split()
NOUNS = """quote invoice visit car van part order parcel contract licence route garage mechanic report ledger label
price supplier partner fleet yard calendar reminder receipt estimate inspection tyre engine booking warranty""".split()
ADJECTIVES = "new next open late large small spare second winter summer urgent monthly weekly yearly paid".split()
WORDS = """the owner of a car gets an offer by mail when the workshop has looked at it and the parts are there a visit is
planned for each part that must be ordered and every mechanic sees what comes next on one page with prices and dates
that are kept beside the deal so that nobody has to ask twice""".split()
VIEWS = ["activities-list", "deal-details", "deals-list", "people-list", "person-details", "organization-details",
         "organizations-list"]
DETAILS = ["deal-details", "person-details", "organization-details"]
# Texts of other scripts, where neither sentence case nor the width of a character is that of English.
FOREIGN = ["Lähetä tarjous", "Émettre un devis", "Надіслати кошторис", "見積もりを送る", "إرسال عرض السعر",
           "Õliarve saatmine", "Αποστολή προσφοράς", "견적 보내기", "ส่งใบเสนอราคา", "🚗 Öffne Wagen", "İş emri aç"]
FIELDS = ["text", "numerical", "date-time", "address", "phone", "currency", "label", "tags", "link"]


class Maker:
  """Makes manifests, each from what the one before left of the random numbers."""

  def __init__(self, seed, foreign=False):
    self.random = random.Random(seed)
    self.foreign = foreign

  def pick(self, values):
    return values[self.random.randrange(len(values))]

  def name(self, taken):
    while True:
      name = f"{self.pick(VERBS)} {self.pick(ADJECTIVES)} {self.pick(NOUNS)}"
      if self.foreign:
        name = f"{self.pick(FOREIGN)} {self.random.randrange(1000)}"
      if len(name) <= 30 and name.lower() not in taken:
        taken.add(name.lower())
        return name

  def sentence(self, words):
    text = " ".join(self.pick(WORDS) for _ in range(words))
    if self.foreign:
      text = self.pick(FOREIGN) + " – " + text
    return text[0].upper() + text[1:]

  def address(self, *path):
    host = f"{self.pick(['app', 'planner', 'api', 'www'])}.{self.pick(NOUNS)}-{self.pick(['hub', 'works', 'desk'])}.io"
    return "https://" + "/".join((host,) + path)

  def views(self, room, count):
    free = [view for view in VIEWS if room.get(view, 3) > 0]
    self.random.shuffle(free)
    chosen = sorted(free[:count])
    for view in chosen:
      room[view] = room.get(view, 3) - 1
    return chosen

  def manifest(self):
    taken, room = set(), {}
    app = f"{self.pick(NOUNS).capitalize()} {self.pick(['Planner', 'Desk', 'Services', 'Works'])}"
    extensions = {"linkActions": [], "customModals": []}
    for number in range(self.random.randint(5, 6)):
      locations = self.views(room, 2)
      if locations:
        extensions["linkActions"].append({
            "name": self.name(taken), "description": self.sentence(12), "url": self.address("handle", str(number)),
            "jwtSecret": "${LINK_JWT_SECRET}", "locations": locations})
    for number in range(self.random.randint(3, 4)):
      locations = self.views(room, 1)
      if locations:
        extensions["customModals"].append({
            "name": self.name(taken), "description": self.sentence(10),
            "iframeUrl": self.address("modals", str(number)), "jwtSecret": "${MODAL_JWT_SECRET}",
            "entryPoints": locations})
    properties = {"id": {"$ref": "#/definitions/numerical"}, "header": {"$ref": "#/definitions/header"}}
    for number in range(self.random.randint(4, 6)):
      properties[f"field{number}"] = {
          "$ref": "#/definitions/" + self.pick(FIELDS), "label": self.sentence(2).replace(" – ", " ")}
    extensions["jsonPanels"] = [{
        "name": self.name(taken), "description": self.sentence(9), "apiEndpoint": self.address("api", "panel"),
        "httpAuth": {"username": "pipedrive", "password": "${PANEL_PASSWORD}"},
        "dataStructure": {"type": "array", "items": {
            "type": "object", "required": ["id", "header"], "properties": properties}},
        "locations": [DETAILS[0]]}]
    extensions["customPanels"] = [{
        "name": self.name(taken), "description": self.sentence(8), "iframeUrl": self.address("panels", view),
        "locations": [view]} for view in DETAILS[1:]]
    extensions["floatingWindow"] = {
        "name": self.name(taken), "description": self.sentence(5), "iframeUrl": self.address("calls"),
        "entryPoints": ["top-bar"]}
    extensions["settingsPage"] = {
        "type": "custom-ui", "iframeUrl": self.address("settings"), "jwtSecret": "${SETTINGS_JWT_SECRET}"}
    return {
        "manifest": 1,
        "app": {"name": app, "type": "private", "status": "live", "callbackUrl": self.address("oauth", "callback")},
        "oauth": {
            "scopes": ["base", "deals:full", "contacts:full", "activities:full"],
            "installationUrl": self.address("install"), "clientId": f"{self.random.getrandbits(64):016x}",
            "clientSecret": "${CLIENT_SECRET}"},
        "extensions": extensions}

  def mistaken(self):
    """A manifest with one to three mistakes."""
    manifest = self.manifest()
    for _ in range(self.random.randint(1, 3)):
      self.pick(MISTAKES)(self, manifest)
    return manifest


def misspell(maker, manifest):
  app = manifest["app"]
  if "callbackUrl" in app:
    app["calbackUrl"] = app.pop("callbackUrl")


def lengthen(maker, manifest):
  maker.pick(manifest["extensions"]["linkActions"])["name"] = maker.sentence(9)


def capitalise(maker, manifest):
  action = maker.pick(manifest["extensions"]["customModals"])
  action["name"] = "Open " + " ".join(maker.pick(NOUNS).capitalize() for _ in range(3))


def misplace(maker, manifest):
  maker.pick(manifest["extensions"]["linkActions"])["locations"] = ["deal-detail", "deals-list", "deals-list"]


def crowd(maker, manifest):
  for action in manifest["extensions"]["linkActions"]:
    action["locations"] = ["deal-details"]


def expose(maker, manifest):
  manifest["oauth"]["clientSecret"] = f"{maker.random.getrandbits(128):032x}"


def downgrade(maker, manifest):
  maker.pick(manifest["extensions"]["customModals"])["iframeUrl"] = "http://localhost:3000/modal"


def mistype(maker, manifest):
  manifest["oauth"]["scopes"] = "base"


def omit(maker, manifest):
  maker.pick(manifest["extensions"]["linkActions"]).pop("url", None)


def unknown(maker, manifest):
  if isinstance(manifest["oauth"]["scopes"], list):
    manifest["oauth"]["scopes"].append("deal:read")


MISTAKES = [misspell, lengthen, capitalise, misplace, crowd, expose, downgrade, mistype, omit, unknown]


# How a manifest is written by hand: indented by two, short lists in brackets, a comment here and there.

PLAIN_START = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$") | {chr(c) for c in range(0xC0, 0x2000)}


def scalar(value, in_flow=False):
  if isinstance(value, bool):
    return "true" if value else "false"
  if not isinstance(value, str):
    return json.dumps(value)
  is_plain = (value and value[0] in PLAIN_START and ": " not in value and " #" not in value
              and not value.endswith((":", " ")) and not (in_flow and any(c in value for c in ",[]{}")))
  return value if is_plain else json.dumps(value, ensure_ascii=False)


def yaml_lines(value, indent, lines):
  pad = " " * indent
  if isinstance(value, dict):
    for key, child in value.items():
      write_entry(pad + scalar(key) + ":", child, indent, lines)
  else:
    for child in value:
      if isinstance(child, dict) and child:
        inner = []
        yaml_lines(child, indent + 2, inner)
        lines.append(pad + "- " + inner[0][indent + 2:])
        lines.extend(inner[1:])
      else:
        write_entry(pad + "-", child, indent, lines)


def write_entry(start, child, indent, lines):
  if isinstance(child, list) and all(not isinstance(item, (dict, list)) for item in child):
    lines.append(f"{start} [{', '.join(scalar(item, True) for item in child)}]")
  elif isinstance(child, (dict, list)) and child:
    lines.append(start)
    yaml_lines(child, indent + 2, lines)
  elif isinstance(child, (dict, list)):
    lines.append(f"{start} {json.dumps(child)}")
  else:
    lines.append(f"{start} {scalar(child)}")


def yaml_text(manifest):
  lines = ["# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/manifestlint/main/Schemas/"
           "app-manifest.schema.json", ""]
  for key, value in manifest.items():
    lines.append({"app": '# The tab "Basic info".', "oauth": '# The tab "OAuth & access scopes".',
                  "extensions": '# The tab "App extensions".'}.get(key, "# The version of the format."))
    yaml_lines({key: value}, 0, lines)
    lines.append("")
  return "\n".join(lines)


def json_text(manifest):
  return json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"


def write(path, text):
  os.makedirs(os.path.dirname(path), exist_ok=True)
  with open(path, "w", encoding="utf-8") as file:
    file.write(text)


def write_many(folder, count, seed, suffix, text, make=Maker.manifest, foreign=False):
  """Files in folders of a thousand."""
  maker = Maker(seed, foreign)
  for number in range(count):
    write(f"{folder}/{number // 1000:03}/{number:05}.pipedrive.{suffix}", text(make(maker)))


def big(count, seed, foreign=False):
  """One manifest that carries many others below a key of its own."""
  maker = Maker(seed, foreign)
  manifest = maker.manifest()
  manifest["x-archive"] = [maker.manifest() for _ in range(count)]
  return manifest


def write_corpora(folder, scale):
  def scaled(count):
    return max(1, int(count * scale))

  write(f"{folder}/one/small.pipedrive.yaml", yaml_text(Maker(1).manifest()))
  write(f"{folder}/one/small.pipedrive.json", json_text(Maker(1).manifest()))
  write(f"{folder}/one/mistakes.pipedrive.yaml", yaml_text(Maker(2).mistaken()))
  write_many(f"{folder}/yaml", scaled(10_000), 3, "yaml", yaml_text)
  write_many(f"{folder}/json", scaled(10_000), 4, "json", json_text)
  write_many(f"{folder}/foreign", scaled(2_000), 5, "yaml", yaml_text, foreign=True)
  write_many(f"{folder}/mistakes-yaml", scaled(2_000), 6, "yaml", yaml_text, Maker.mistaken)
  write_many(f"{folder}/mistakes-json", scaled(2_000), 7, "json", json_text, Maker.mistaken)
  write(f"{folder}/huge/huge.pipedrive.yaml", yaml_text(big(scaled(8_200), 8)))
  write(f"{folder}/huge/huge.pipedrive.json", json_text(big(scaled(6_000), 9)))
  write(f"{folder}/huge/foreign.pipedrive.yaml", yaml_text(big(scaled(7_000), 10, foreign=True)))
  maker = Maker(11)
  write(f"{folder}/huge/stream.pipedrive.yaml",
        "---\n".join(yaml_text(maker.manifest()) for _ in range(scaled(9_800))))


if __name__ == "__main__":
  parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  parser.add_argument("folder")
  parser.add_argument("--scale", type=float, default=1)
  arguments = parser.parse_args()
  write_corpora(arguments.folder, arguments.scale)
