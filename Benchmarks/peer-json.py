"""What a Python program that is written for speed does: orjson reads each file, jsonschema-rs validates it."""

import os
import sys

import jsonschema_rs
import orjson

with open(sys.argv[1], "rb") as file:
  validator = jsonschema_rs.validator_for(orjson.loads(file.read()))
wrong = 0
for folder, _, names in os.walk(sys.argv[2]):
  for name in names:
    with open(os.path.join(folder, name), "rb") as file:
      if not validator.is_valid(orjson.loads(file.read())):
        wrong += 1
print(wrong)
