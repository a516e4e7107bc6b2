#!/usr/bin/env python3
"""Types into a manifest of 500 lines in the language server, and says what a keystroke takes until its diagnostics are
there: CPU of the server, and time on the clock, as medians in milliseconds."""

import json
import os
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import corpus

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(process):
  """CPU time of a process by the scheduler's own count, which is in nanoseconds."""
  total = 0
  for task in os.listdir(f"/proc/{process}/task"):
    with open(f"/proc/{process}/task/{task}/schedstat") as file:
      total += int(file.read().split()[0])
  return total / 1e9


class Client:
  def __init__(self, binary):
    self.server = subprocess.Popen([binary, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    self.number = 0

  def send(self, method, parameters, is_request=False):
    message = {"jsonrpc": "2.0", "method": method, "params": parameters}
    if is_request:
      self.number += 1
      message["id"] = self.number
    body = json.dumps(message).encode()
    self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    self.server.stdin.flush()

  def receive(self):
    length = 0
    while (line := self.server.stdout.readline().strip()):
      if line.lower().startswith(b"content-length:"):
        length = int(line.split(b":")[1])
    return json.loads(self.server.stdout.read(length))

  def wait_for(self, method):
    while True:
      message = self.receive()
      if message.get("method") == method or (method is None and "id" in message and "result" in message):
        return message


def text_of(lines):
  maker = corpus.Maker(12)
  manifest = maker.manifest()
  manifest["x-archive"] = []
  while True:
    text = corpus.yaml_text(manifest)
    if text.count("\n") >= lines:
      return text
    manifest["x-archive"].append(maker.manifest())


def main():
  client = Client(sys.argv[1])
  client.send("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": {}}, is_request=True)
  client.wait_for(None)
  client.send("initialized", {})
  text = text_of(500)
  uri = "untitled:app.pipedrive.yaml"
  client.send("textDocument/didOpen", {
      "textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
  client.wait_for("textDocument/publishDiagnostics")
  line = next(number for number, line in enumerate(text.split("\n")) if "- name:" in line)
  column = len(text.split("\n")[line])
  cpu, wall = [], []
  for version in range(2, 302):
    before, start = cpu_seconds(client.server.pid), time.monotonic()
    client.send("textDocument/didChange", {
        "textDocument": {"uri": uri, "version": version},
        "contentChanges": [{
            "range": {"start": {"line": line, "character": column}, "end": {"line": line, "character": column}},
            "text": "a"}]})
    client.wait_for("textDocument/publishDiagnostics")
    wall.append((time.monotonic() - start) * 1000)
    cpu.append((cpu_seconds(client.server.pid) - before) * 1000)
    column += 1
  client.send("shutdown", {}, is_request=True)
  client.send("exit", {})
  print(json.dumps({"cpu": statistics.median(cpu), "wall": statistics.median(wall)}))


if __name__ == "__main__":
  main()
